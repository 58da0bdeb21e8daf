"""Check that the lexicons shipped, and a user's over them, become the tables that are looked up."""

from __future__ import annotations

from pathlib import Path

from verifier.words.tables import vocabulary

LEXICON = vocabulary()


def test_the_tables_are_built_once() -> None:
    assert vocabulary() is LEXICON


def test_concepts_are_graded_by_their_first_sign() -> None:
    marks = {concept[0] for concepts in LEXICON.concepts.values() for concept in concepts}
    assert marks == {"=", "~"}


def test_compounds_are_the_concepts_of_several_words() -> None:
    assert LEXICON.compounds
    assert all(len(k) > 1 and LEXICON.concepts[k] == found for k, found in LEXICON.compounds.items())


def test_opposition_and_distinction_hold_both_ways() -> None:
    for table in (LEXICON.antonyms, LEXICON.distinct):
        assert table
        assert all(word in table[other] for word, others in table.items() for other in others)


def test_no_word_is_its_own_opposite() -> None:
    assert [w for w, others in LEXICON.antonyms.items() if w in others] == []


def test_cues_are_classed_and_what_only_looks_negative_is_none() -> None:
    assert LEXICON.negators[("not",)] == "particle"
    assert LEXICON.negators[("fail",)] == "implicative"
    assert LEXICON.negators[("not", "only")] == "none"


def test_broader_roles_are_roles_themselves() -> None:
    assert LEXICON.above["mayor"]
    assert all(role in LEXICON.above for roles in LEXICON.roles.values() for role in roles)


def test_media_know_their_rivals() -> None:
    assert LEXICON.media["tweet",] == "tweet"
    assert all(len(pair) == 2 for pair in LEXICON.rival_media)
    assert any("tweet" in pair for pair in LEXICON.rival_media)


def test_hedges_are_of_a_few_words_and_know_their_level() -> None:
    assert LEXICON.hedges[("may",)] == "possible"
    assert set(LEXICON.hedges.values()) == {"possible", "likely"}
    assert max(map(len, LEXICON.hedges)) <= 3


def test_grammar_is_no_content_and_content_no_grammar() -> None:
    assert {"the", "of", "because"} <= LEXICON.stop
    assert LEXICON.stop.isdisjoint({"tram", "nurse", "stolen"})


def test_a_users_lexicon_extends_ours(tmp_path: Path) -> None:
    folder = tmp_path / "lexicon"
    folder.mkdir()
    (folder / "antonyms.toml").write_text("verbs = 'smoulder / sparkle'\n")
    mine = vocabulary(tmp_path)
    assert mine.opposed("smouldered", "sparkled")
    assert not LEXICON.opposed("smouldered", "sparkled")
    assert mine.opposed("rise", "fall")
