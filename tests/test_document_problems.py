"""Check how many findings become few problems."""

from __future__ import annotations

from dataclasses import replace

from verifier.document.problems import problems
from verifier.model import Claim, Evidence, Finding, Part, Severity, Stance

CLAIMS = [Claim(f"c{n}", "Impacts", n * 10, n * 10 + 5, "text") for n in range(4)]
SHOWN = Evidence("s", Part.BODY, 0, 4, "text", Stance.CONTRADICTS, 1.0)
HACKED = Finding(
    "f1",
    "term",
    Severity.ERROR,
    0.9,
    "message",
    "c1",
    evidence=(SHOWN,),
    suggestion="list",
    values=("database", "list"),
)
LATE = Finding("f2", "partial", Severity.NOTE, 0.4, "only part of this is stated", "c0")
TITLES = {"term": "another thing", "partial": "only part of this is stated"}


def test_findings_that_say_the_same_are_one_problem() -> None:
    again = replace(HACKED, id="f3", claim="c2", values=("Databases", "lists"))
    (found,) = problems([HACKED, again], CLAIMS, TITLES)
    assert found.findings == ("f1", "f3")
    assert found.claims == ("c1", "c2")
    assert found.suggestion == "list"


def test_other_values_or_rules_are_other_problems() -> None:
    others = [
        HACKED,
        replace(HACKED, id="f3", values=("database", "table")),
        replace(HACKED, id="f4", values=("folder", "list")),
        replace(HACKED, id="f5", rule="name"),
    ]
    assert len(problems(others, CLAIMS, TITLES)) == 4


def test_a_dispute_among_sources_is_one_problem_however_the_claims_put_their_side() -> None:
    again = replace(HACKED, id="f3", claim="c2", values=("databases of pictures", "list"))
    (found,) = problems([HACKED, again], CLAIMS, TITLES, disputed={"c1", "c2"})
    assert found.claims == ("c1", "c2")
    assert found.title == 'another thing: "database", another source says "list"'
    assert len(problems([HACKED, again], CLAIMS, TITLES, disputed={"c1"})) == 2


def test_findings_without_values_stay_apart() -> None:
    assert len(problems([LATE, replace(LATE, id="f3", claim="c1")], CLAIMS, TITLES)) == 2


def test_a_claim_that_is_found_twice_is_named_once() -> None:
    (found,) = problems([HACKED, replace(HACKED, id="f3")], CLAIMS, TITLES)
    assert found.claims == ("c1",)


def test_the_most_serious_come_first_then_as_the_reader_meets_them() -> None:
    second = replace(HACKED, id="f3", claim="c3", values=("a", "b"))
    warning = replace(HACKED, id="f4", claim="c0", severity=Severity.WARNING, values=("c", "d"))
    found = problems([LATE, second, warning, HACKED], CLAIMS, TITLES)
    assert [p.findings[0] for p in found] == ["f1", "f3", "f4", "f2"]


def test_a_problem_is_as_grave_as_its_gravest_finding() -> None:
    (found,) = problems([replace(HACKED, severity=Severity.WARNING), replace(HACKED, id="f3")], CLAIMS, TITLES)
    assert found.severity is Severity.ERROR


def test_the_title_says_in_plain_words_what_clashes() -> None:
    (found,) = problems([HACKED], CLAIMS, TITLES)
    assert all(words in found.title for words in ("another thing", "database", "list"))
    (plain,) = problems([LATE], CLAIMS, TITLES)
    assert plain.title == LATE.message


def test_long_passages_of_the_document_are_left_out_of_the_title() -> None:
    long = replace(HACKED, evidence=(), values=("a" * 90, "b" * 90))
    (found,) = problems([long], CLAIMS, TITLES)
    assert found.title == "another thing"


def test_ids_rest_on_the_error_and_not_on_its_places() -> None:
    (one,) = problems([HACKED], CLAIMS, TITLES)
    (other,) = problems([replace(HACKED, id="f9", claim="c3", spans=())], CLAIMS, TITLES)
    (third,) = problems([replace(HACKED, values=("folder", "list"))], CLAIMS, TITLES)
    assert one.id == other.id != third.id


def test_what_belongs_to_no_claim_comes_first_among_its_like() -> None:
    document = replace(HACKED, id="f3", claim="", values=("x", "y"))
    found = problems([HACKED, document], CLAIMS, TITLES)
    assert [p.findings for p in found] == [("f3",), ("f1",)]
    assert found[0].claims == ()


def test_nothing_found_is_no_problem() -> None:
    assert problems([], CLAIMS, TITLES) == ()
