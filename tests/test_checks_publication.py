"""Check a claim's date against the days its articles were published."""

from __future__ import annotations

from datetime import date

import pytest
from engine import case

from verifier.checks.case import token_range
from verifier.checks.date_pairs import pairs
from verifier.checks.publication import in_the_news, written_before, years_off

PUBLISHED = date(2020, 7, 9)
SOURCE = "The pumps of the waterworks failed."


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("in July 2020", True),
        ("in 2020", True),
        ("in June 2020", False),
        ("on 9 July 2020", False),
        ("last year", False),
    ],
)
def test_only_the_month_and_year_of_an_article_are_in_the_news(when: str, *, expected: bool) -> None:
    found = case(f"The pumps failed {when}.", SOURCE, published=PUBLISHED)
    assert in_the_news(found, found.claim.dates[0]) is expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [("in August 2020", True), ("on 11 July 2020", True), ("on 10 July 2020", False), ("in July 2020", False)],
)
def test_articles_know_nothing_of_later_days(when: str, *, expected: bool) -> None:
    found = case(f"The pumps failed {when}.", SOURCE, published=PUBLISHED)
    assert (written_before(found, found.claim.dates[0]) == (0, PUBLISHED)) is expected


def test_an_article_without_a_date_tells_nothing() -> None:
    found = case("The pumps failed in August 2020.", SOURCE)
    assert written_before(found, found.claim.dates[0]) is None
    assert not in_the_news(found, found.claim.dates[0])


@pytest.mark.parametrize(
    ("when", "source", "expected"),
    [
        ("in July 2018", "The mayor said on Tuesday that the pumps failed.", True),
        ("in May 2020", "The mayor said on Tuesday that the pumps failed.", False),
        ("in July 2018", "The mayor said on Tuesday that the pumps failed. They were new in 2018.", False),
    ],
)
def test_news_is_not_of_years_ago(when: str, source: str, *, expected: bool) -> None:
    found = case(f"The pumps failed {when}.", source, published=PUBLISHED)
    ours = found.claim.dates[0]
    tuesday = next(p for p in pairs(found, ours, token_range(found.claim, ours.start, ours.end)) if p.passage == 0)
    assert years_off(found, ours, tuesday) is expected
