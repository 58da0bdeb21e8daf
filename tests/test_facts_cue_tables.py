"""Check the tables of cues."""

from __future__ import annotations

from verifier.words import cue_tables


def test_a_cue_with_a_link_is_found_by_its_first_word() -> None:
    assert ((), "to") in cue_tables.links(None)["plan"]


def test_an_implicative_cue_stands_without_its_link() -> None:
    found = cue_tables.negators(None, frozenset({"fail"}))
    assert found[("fail",)] == "implicative"
    assert ("fail", "to") not in found


def test_words_of_concession_sound_negative_and_plain_ones_do_not() -> None:
    found = cue_tables.negative(None)
    assert {"despite", "refuse", "nobody"} <= found
    assert found.isdisjoint({"vote", "leave"})
