"""Check how the day of an incident fares that a claim names in words that fit any incident."""

from __future__ import annotations

from datetime import date

import pytest
from engine import assessed

from verifier.model import Verdict

SATURDAY = date(2018, 3, 17)
FAILED = "On 14 March 2018 the rail booking system failed, stranding travellers. The operator apologised on Saturday."


def judged(claim: str, source: str, published: date | None = SATURDAY) -> tuple[Verdict, list[str]]:
    found = assessed(claim, source, published=published)
    return found.verdict, [f.rule for f in found.findings if f.rule.endswith("date")]


@pytest.mark.parametrize(
    "claim",
    [
        "The incident occurred on 14 March 2018.",
        "The software failure incident happened in March 2018.",
        "Therefore, the software failure incident likely took place in 2018.",
    ],
)
def test_the_day_of_the_main_event_is_the_incidents(claim: str) -> None:
    assert judged(claim, FAILED) == (Verdict.SUPPORTED, [])


def test_the_day_of_the_apology_is_not() -> None:
    assert judged("The incident occurred on 17 March 2018.", FAILED) == (Verdict.CONTRADICTED, ["reported-date"])


def test_another_day_than_that_of_the_main_event_is_judged_milder() -> None:
    assert judged("The incident occurred on 11 March 2018.", FAILED) == (Verdict.CONTRADICTED, ["inferred-date"])
    claim = "The rail booking failure happened on 11 March 2018."
    assert judged(claim, "The rail booking failure happened on 14 March 2018.") == (Verdict.CONTRADICTED, ["date"])
    assert judged(f"Therefore, t{claim[1:]}", "The rail booking failure happened on 14 March 2018.") == (
        Verdict.CONTRADICTED,
        ["inferred-date"],
    )


def test_the_month_of_the_article_alone_is_no_date_of_the_incident() -> None:
    source = "The clinic's portal exposed names and addresses, the health board said."
    assert judged("Therefore, the incident occurred in May 2019.", source, date(2019, 5, 2))[0] is Verdict.UNSUPPORTED
    older = "The clinic's portal was breached in November 2018, the health board said. Letters went out this week."
    verdict = judged("Therefore, the incident occurred in May 2019.", older, date(2019, 5, 2))
    assert verdict == (Verdict.CONTRADICTED, ["inferred-date"])


def test_an_incident_is_not_later_than_its_articles() -> None:
    source = "The clinic's portal exposed names and addresses, the health board said."
    found = judged("The incident happened in June 2019.", source, date(2019, 5, 2))
    assert found == (Verdict.CONTRADICTED, ["inferred-date"])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Students disclosed the flaw in the scanners to the county in September 2014.", Verdict.CONTRADICTED),
        ("Students found the flaw in the scanners in September 2014.", Verdict.SUPPORTED),
        ("The county patched the flaw in the scanners in September 2014.", Verdict.PARTIAL),
        ("The flaw in the scanners arose in September 2014 and was announced then.", Verdict.SUPPORTED),
    ],
)
def test_a_flaw_does_not_happen_when_it_is_told(source: str, expected: Verdict) -> None:
    assert judged("The flaw in the scanners occurred in September 2014.", source)[0] is expected


def test_the_years_a_thing_was_built_are_not_those_of_its_failure() -> None:
    source = "It covers ventilators built between May 2011 and June 2012, whose software failure may stop the pump."
    claim = "The software failure of the ventilators happened between May 2011 and June 2012."
    assert judged(claim, source) == (Verdict.CONTRADICTED, ["reported-date"])


def test_a_month_in_which_things_were_built_is_found_in_a_sentence_of_its_own() -> None:
    source = "Ventilators may stop. Those in question carry build dates between May 2011 and June 2012."
    claim = "The software failure incident of the ventilators occurred in May 2011."
    assert judged(claim, source) == (Verdict.CONTRADICTED, ["reported-date"])


def test_news_of_this_week_is_not_of_two_years_ago() -> None:
    source = "The mayor said on Thursday that a ransomware attack had struck the city. Police are on the case."
    claim = "The ransomware attack struck the city on 15 March 2016."
    assert judged(claim, source) == (Verdict.CONTRADICTED, ["inferred-date"])
    assert judged(claim.replace("2016", "2018"), source) == (Verdict.SUPPORTED, [])
