"""Check how the dates of a claim fare against those of the sources."""

from __future__ import annotations

from datetime import date

import pytest
from engine import clashes, outcomes, verdict

from verifier.checks.dates import check
from verifier.model import Verdict

SOURCE = (
    "The exchange halted trading on 12 March 2021 after a faulty update. It reopened on Monday, 15 March. "
    "Its chief was fired in June 2021."
)


@pytest.mark.parametrize(
    "claim",
    [
        "The exchange halted trading on 12 March 2021.",
        "The exchange halted trading on March 12, 2021.",
        "The exchange halted trading in March 2021.",
        "The exchange halted trading in 2021.",
        "The exchange reopened on 15 March.",
        "The chief of the exchange was fired in June 2021.",
    ],
)
def test_the_same_day_or_a_broader_time_holds(claim: str) -> None:
    assert [how for how, _ in outcomes(check, claim, SOURCE)] == ["held"]
    assert verdict(claim, SOURCE) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("The exchange halted trading on 14 March 2021.", "12 March 2021"),
        ("The exchange halted trading on 12 April 2021.", "12 March 2021"),
        ("The exchange halted trading on 12 March 2019.", "12 March 2021"),
        ("The chief of the exchange was fired in May 2021.", "June 2021"),
    ],
)
def test_another_date_for_the_same_event_clashes(claim: str, found: str) -> None:
    ((_, theirs),) = clashes(check, claim, SOURCE)
    assert theirs == found
    assert verdict(claim, SOURCE) is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    "claim",
    [
        "The exchange was founded on 2 August 2009.",
        "A bakery in Harle burnt down on 2 August 2009.",
        "The museum opened an office in Lowmere on 1 May 2018.",
    ],
)
def test_a_date_for_something_else_is_missing(claim: str) -> None:
    assert [how for how, _ in outcomes(check, claim, SOURCE)] == ["missing"]
    assert verdict(claim, SOURCE) is Verdict.UNSUPPORTED


def test_a_finer_date_than_the_source_has_does_not_clash() -> None:
    assert clashes(check, "The chief was fired on 4 June 2021.", SOURCE) == []


def test_the_month_and_year_of_publication_hold() -> None:
    source = "The exchange halted trading after a faulty update."
    published = date(2021, 5, 4)
    assert verdict("The exchange halted trading in May 2021.", source, published=published) is Verdict.SUPPORTED
    assert outcomes(check, "The exchange halted trading in May 2019.", source, published=published) == [
        ("missing", "May 2019")
    ]


def test_relative_dates_are_counted_from_the_day_of_publication() -> None:
    source, friday = "The exchange halted trading yesterday.", date(2021, 5, 7)
    assert verdict("The exchange halted trading on 6 May 2021.", source, published=friday) is Verdict.SUPPORTED
    assert [
        how for how, _ in outcomes(check, "The exchange halted trading on 6 May 2021.", source, published=friday)
    ] == ["held"]


def test_a_relative_date_is_too_loose_to_clash() -> None:
    assert clashes(check, "The exchange halted trading on 2 May 2021.", "The exchange halted trading last week.") == []


def test_a_sentence_with_the_date_and_another_one_agrees() -> None:
    source = "The exchange halted trading on 12 March 2021, not on 14 March 2021."
    assert clashes(check, "The exchange halted trading on 12 March 2021.", source) == []


def test_a_passage_that_has_the_claims_date_for_the_same_event_is_no_clash() -> None:
    source = "The exchange halted trading on 12 March 2021, as it had halted trading on 4 May 2016."
    for day in ("12 March 2021", "4 May 2016"):
        assert outcomes(check, f"The exchange halted trading on {day}.", source) == [("held", day)]


def test_a_date_of_something_else_in_the_sentence_gives_way_to_the_events_own() -> None:
    source = "Officials said on Tuesday that the toll system crashed on Monday."
    assert clashes(check, "The toll system crashed on Tuesday.", source) == [("Tuesday", "Monday")]
    assert not clashes(check, "The toll system crashed on Monday.", source)
    assert not clashes(check, "Officials spoke on Tuesday.", source)


def test_today_is_the_day_of_the_claim_only_for_the_same_thing() -> None:
    source = "The maker mends the pumps of the waterworks today."
    assert not clashes(
        check, "In August 2013 the pumps of the waterworks were sold.", source, published=date(2015, 3, 1)
    )


def test_a_time_at_the_end_of_a_sentence_keeps_its_stop() -> None:
    source = "The problem of the poll books began at 7:10 a.m. and was fixed by 11:45 a.m."
    assert verdict("The poll books froze at 9:30 p.m.", "The poll books froze at 7:10 a.m.") is Verdict.CONTRADICTED
    assert outcomes(check, "The problem of the poll books was fixed by 11:45 a.m.", source) == [("held", "11:45 a.m.")]
