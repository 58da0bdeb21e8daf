"""Check how the sentences of the sources are indexed."""

from __future__ import annotations

from datetime import date

from engine import index, sources

from verifier.api import Verifier
from verifier.evidence.passages import stems_within
from verifier.model import Part, Source

FERRY = "The ferry hit the pier on Friday. Nobody was injured. Three cranes fell into the harbour, the port said."
OTHER = "The ferry was repaired in Lowmere. Ines Varga, an engineer, led the work."


def test_passages_are_numbered_through_and_kept_by_source() -> None:
    built = index(FERRY, OTHER)
    assert [p.number for p in built.passages] == list(range(5))
    assert built.by_source == {"s1": (0, 1, 2), "s2": (3, 4)}


def test_neighbours_end_with_their_source() -> None:
    built = index(FERRY, OTHER)
    assert [(p.before, p.after) for p in built.passages] == [(None, 1), (0, 2), (1, None), (None, 4), (3, None)]


def test_a_title_is_no_neighbour_of_the_body() -> None:
    built = Verifier([Source("s", FERRY, "Ferry hits pier in storm")]).index
    first, second = built.passages[:2]
    assert (first.sentence.part, second.sentence.part) == (Part.TITLE, Part.BODY)
    assert first.after is None
    assert second.before is None


def test_stems_are_those_of_the_passages_allowed_with_their_dates_and_figures() -> None:
    built = index(FERRY, OTHER)
    assert {"friday", "three", "ferri"} <= stems_within(built, frozenset({0, 1, 2}))
    assert "friday" not in stems_within(built, frozenset({3, 4}))
    assert stems_within(built, None) == stems_within(built, frozenset(range(5)))


def test_sentences_cut_their_source() -> None:
    texts = {s.id: s.text for s in sources(FERRY, OTHER)}
    for passage in index(FERRY, OTHER).passages:
        s = passage.sentence
        assert texts[s.source][s.start : s.end] == s.text == passage.analysis.text


def test_postings_lead_to_every_passage_with_the_word() -> None:
    built = index(FERRY, OTHER)
    (stem,) = {t.stem for t in built.passages[0].analysis.tokens if t.key == "ferry"}
    assert built.postings[stem] == (0, 3)


def test_rare_words_weigh_more_than_common_ones_and_gloss_least() -> None:
    texts = [f"The ferry number {n} left the quay for the island." for n in ("four", "five", "six", "seven")]
    built = index(*texts, "A ferry met a walrus.")
    common, rare = (
        built.weight(next(t.stem for t in p.analysis.tokens if t.key == w))
        for p, w in ((built.passages[0], "ferry"), (built.passages[-1], "walrus"))
    )
    assert 0 < common < rare
    assert built.gloss
    assert max(built.weight(stem) for stem in built.gloss) < common


def test_a_word_no_source_has_weighs_like_a_rare_one() -> None:
    built = index(FERRY, OTHER)
    assert built.weight("qwxz") == built.unseen > 0


def test_passages_are_known_by_what_they_hold() -> None:
    built = index(FERRY, OTHER)
    assert built.dated == (0,)
    assert built.counted == (2,)
    assert built.titled == {"varga": (4,)}
    assert (1,) in built.denials.values()
    assert ("engineer", 4) in built.role_words
    assert "varga" in built.name_keys


def test_dates_of_publication_stand_by_the_first_passage() -> None:
    built = Verifier([Source("a", FERRY), Source("b", OTHER, published=date(2020, 2, 1))]).index
    assert built.published == ((3, date(2020, 2, 1)),)


def test_relative_dates_are_read_from_the_day_of_publication() -> None:
    built = index("The ferry sank yesterday.", published=date(2020, 2, 1))
    assert built.passages[0].analysis.dates[0].first == date(2020, 1, 31)


def test_outlets_are_known_by_host_and_name() -> None:
    built = Verifier([Source("a", FERRY, url="https://www.harbour-post.example/x", outlet="The Post")]).index
    (outlet,) = built.outlets
    assert "harbourpost" in outlet
    assert outlet.endswith("thepost")


def test_initials_of_names_are_known() -> None:
    assert "phb" in index("The fine was set by the Port Health Board on Friday.").initials


def test_no_sources_make_an_empty_index() -> None:
    built = index()
    assert built.passages == ()
    assert built.weight("ferry") > 0
