"""Check quantifiers, what they stand with, and how two relate."""

import pytest
from reading import read

from verifier.compare.shares import shares, spans_rest
from verifier.facts.assertion.quantifier import Class, Quantifier, fits, quantifiers, relate, weigh
from verifier.facts.relation import Relation

READ = [
    ("All devices failed.", "All", "all", ("devices",)),
    ("Every device failed.", "Every", "all", ("device",)),
    ("Both of the routers failed.", "Both of", "all", ("routers",)),
    ("The entire network failed.", "entire", "all", ("network",)),
    ("Everyone was affected.", "Everyone", "all", ("person",)),
    ("Most of the users left.", "Most of", "most", ("users",)),
    ("A majority of users left.", "A majority of", "most", ("users",)),
    ("Many users left.", "Many", "many", ("users",)),
    ("A large number of users left.", "A large number of", "many", ("users",)),
    ("Some of their files survived.", "Some of", "some", ("files",)),
    ("Several files survived.", "Several", "some", ("files",)),
    ("A number of files survived.", "A number of", "some", ("files",)),
    ("Not all files survived.", "Not all", "not all", ("files",)),
    ("Few files survived.", "Few", "few", ("files",)),
    ("Only a handful of files survived.", "Only a handful of", "few", ("files",)),
    ("None of the files survived.", "None of", "none", ("files",)),
    ("No files survived.", "No", "none", ("files",)),
    ("Nobody was hurt.", "Nobody", "none", ("person",)),
    ("No-one was hurt.", "No-one", "none", ("person",)),
    ("They did not lose any files.", "any", "none", ("files",)),
    ("It left without any of the files.", "any of", "none", ("files",)),
    ("Only the mail servers failed.", "Only", "only", ("mail", "servers")),
    ("Part of the network failed.", "Part of", "part", ("network",)),
    ("Half of the network failed.", "Half of", "part", ("network",)),
    ("Nearly all files survived.", "Nearly all", "nearly", ("files",)),
    ("Only some of the files survived.", "Only some of", "not all", ("files",)),
    ("One of the files survived.", "One of", "some", ("files",)),
    ("Only one of the files survived.", "Only one of", "few", ("files",)),
    ("All users except those in Oulu were hit.", "All", "except", ("users",)),
    ("Every file, apart from two, survived.", "Every", "except", ("file",)),
    ("With the exception of Oulu, all towns were hit.", "all", "except", ("towns",)),
    ("Apart from the noise, all guests were content.", "all", "all", ("guests",)),
    ("All 42 of the files survived.", "All", "all", ("files",)),
]


@pytest.mark.parametrize("row", READ, ids=lambda row: row[0])
def test_reads(row: tuple[str, str, str, tuple[str, ...]]) -> None:
    sentence, text, kind, noun = row
    found = quantifiers(sentence)[0]
    assert (found.kind, found.noun) == (kind, noun)
    assert sentence[found.start : found.end] == text


IDLE = [
    "It no longer works, at all.",
    "It is a no-fly zone.",
    "How many hosts failed?",
    "They made the most of it.",
    "She is part of the team.",
    "If any host fails, call.",
    "The most likely cause is known.",
    "They know each other.",
    "It is certain that it failed.",
    "The pump failed on Monday.",
]


@pytest.mark.parametrize("sentence", IDLE)
def test_leaves_idioms_alone(sentence: str) -> None:
    assert quantifiers(sentence) == ()


def of(word: str) -> Quantifier:
    (found,) = quantifiers(f"{word} users left.")
    return found


RELATED = [
    ("All", "Every", Relation.EQUAL),
    ("Most", "All", Relation.IMPLIED),
    ("Some", "All", Relation.IMPLIED),
    ("Some", "Many", Relation.IMPLIED),
    ("Many", "Most", Relation.IMPLIED),
    ("Some", "Few", Relation.IMPLIED),
    ("Many", "Some", Relation.IMPLIES),
    ("Most", "Some", Relation.IMPLIES),
    ("All", "Some", Relation.APART),
    ("All", "Most", Relation.APART),
    ("All", "Part of the", Relation.APART),
    ("No", "Some", Relation.APART),
    ("All", "No", Relation.APART),
    ("Most", "Few", Relation.APART),
    ("Only", "All", Relation.OPEN),
]


def test_all_but_some_is_not_all_and_still_most() -> None:
    (some,) = quantifiers("All users except those in Oulu left.")
    assert relate(of("All"), some) is Relation.APART
    assert relate(of("Most"), some) is Relation.IMPLIED
    assert relate(of("Few"), some) is Relation.APART


@pytest.mark.parametrize(("claim", "source", "expected"), RELATED)
def test_relates(claim: str, source: str, expected: Relation) -> None:
    assert weigh(of(claim), of(source)) is expected


@pytest.mark.parametrize(
    ("kind", "lower", "upper", "expected"),
    [("all", 0.3, 0.3, False), ("most", 0.0, 0.5, False), ("few", 0.1, 0.1, True), ("many", 0.3, 0.3, None)],
)
def test_a_word_fits_a_figure(kind: Class, lower: float, upper: float, expected: bool | None) -> None:  # noqa: FBT001
    assert fits(kind, lower, upper) is expected


@pytest.mark.parametrize("word", ["All", "Most", "Many", "Some", "Few", "No", "Only", "Part of the"])
def test_everything_equals_itself(word: str) -> None:
    assert relate(of(word), of(word)) is Relation.EQUAL


@pytest.mark.parametrize("percent", (10, 20, 30, 40, 60, 70, 80, 90))
def test_a_denied_share_leaves_the_rest_of_the_whole(percent: int) -> None:
    told, denied, other = (
        shares(read(f"{share}% of the players were told."))[0] for share in (100 - percent, percent, percent + 5)
    )
    assert spans_rest(denied, told)
    assert not spans_rest(other, told)
    assert not spans_rest(told, told)
