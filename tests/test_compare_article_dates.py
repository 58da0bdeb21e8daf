"""Test what a claim says of the day an article appeared, beside the days of what the article tells."""

from __future__ import annotations

from datetime import date

import pytest
from engine import case

from verifier.compare import value
from verifier.compare.article_dates import appeared_then, is_dateline, told_of_article
from verifier.facts.date import read

TEXT = "The pumps of the harbour stopped on Saturday. The port paid its tenants for the loss."
DAY = date(2019, 5, 6)


def told(claim: str, published: date | None = DAY) -> dict[str, set[str]]:
    """Return by the words of each date of a claim how it fares."""
    found: dict[str, set[str]] = {}
    for seen in value.observe(case(claim, TEXT, published=published)):
        if seen.fact == "date":
            found.setdefault(seen.said, set()).add(seen.outcome.value)
    return found


@pytest.mark.parametrize(
    "claim",
    [
        "The pumps of the harbour stopped on the day of the article, which appeared on 6 May 2019.",
        "The pumps of the harbour stopped, says the article of 6 May 2019.",
        "The pumps of the harbour stopped before the article's publication on 6 May 2019.",
        "The pumps of the harbour stopped, as the article that was first published on 6 May 2019 tells.",
    ],
)
def test_the_day_of_an_article_is_held_by_its_own_date(claim: str) -> None:
    assert told(claim)["6 May 2019"] == {"held"}


@pytest.mark.parametrize(("source", "fares"), [(TEXT, {"open"}), ("It was reported on 3 May 2019.", {"clash", "open"})])
def test_the_day_of_a_report_is_no_day_of_what_a_source_of_that_day_tells(source: str, fares: set[str]) -> None:
    found = value.observe(case("The loss was reported on 6 May 2019.", source, published=DAY))
    assert {seen.outcome.value for seen in found if seen.fact == "date"} == fares


def test_another_day_of_an_article_is_not_set_beside_the_days_of_what_it_tells() -> None:
    claim = "The pumps of the harbour stopped, says the article that was published on 9 May 2019."
    assert told(claim)["9 May 2019"] == {"open"}
    assert told(claim, published=None)["9 May 2019"] == {"open"}


@pytest.mark.parametrize("verb", ["stopped", "were reported to have stopped", "were dated"])
def test_the_day_of_an_article_is_no_day_of_an_event(verb: str) -> None:
    assert told(f"The pumps of the harbour {verb} on 6 May 2019.")["6 May 2019"] == {"clash", "open"}


@pytest.mark.parametrize(
    ("claim", "of_article"),
    [
        ("It failed, as the articles of March 24 and March 25, 2019 tell.", True),
        ("It failed, as the story dated 5 March 2019 tells.", True),
        ("It failed, as the article, which has been published on 5 March 2019, tells.", True),
        ("The article says that it failed on 5 March 2019.", False),
        ("The article on the 2012 outage says that it failed.", False),
        ("The story of the May 2012 outage was told.", False),
        ("The article says that a patch was published on 5 March 2019.", False),
        ("The loss was reported on 5 March 2019.", False),
        ("The report was published after it failed on 5 March 2019.", False),
    ],
)
def test_which_dates_are_told_of_an_article(claim: str, of_article: bool) -> None:  # noqa: FBT001
    given = case(claim, TEXT)
    assert told_of_article(given, given.claim.dates[-1]) is of_article


def test_only_a_source_that_the_claim_leans_on_counts() -> None:
    given = case("It failed, says the article of 6 May 2019.", "The pumps failed.", "The port paid.", published=DAY)
    assert appeared_then(given, given.claim.dates[0]) == 0
    one = given.index.of_sources(["s2"])
    leaning = type(given)(given.claim, given.index, one, given.grid, given.ranked)
    assert leaning.passage(appeared_then(leaning, given.claim.dates[0])).sentence.source == "s2"


@pytest.mark.parametrize(
    ("text", "filed"),
    [
        ("LOWMERE, March 30 (Wire) - The gang broke into the mill.", True),
        ("March 30 (Wire) - The gang broke into the mill.", True),
        ("LOWMERE, March 30 - The gang broke into the mill.", True),
        ("Posted: March 30", True),
        ("March 30 - the gang broke into the mill", False),
        ("On March 30 (a Wednesday) - the mill stood still.", False),
        ("The gang broke into the mill on March 30.", False),
    ],
)
def test_a_date_at_the_head_says_when_a_text_was_filed(text: str, filed: bool) -> None:  # noqa: FBT001
    assert is_dateline(text, read(text)[0]) is filed
