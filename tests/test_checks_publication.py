"""Check a claim's date against the days its articles were published."""

from __future__ import annotations

from datetime import date

import pytest
from engine import case

from verifier.checks.publication import in_the_news, written_before

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
