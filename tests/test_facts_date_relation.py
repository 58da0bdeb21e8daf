"""Check how the date of a claim relates to the date of a source."""

from datetime import date

import pytest

from verifier.facts.date import DateFact, relate, weigh
from verifier.facts.date import read as dates
from verifier.facts.relation import Relation

EQUAL, IMPLIES, IMPLIED, APART, OPEN = Relation
WRITTEN = date(2021, 3, 10)

PAIRS = [
    ("27 February 2020", "Feb. 27, 2020", EQUAL),
    ("on 2020-02-27", "Thursday, 27 February 2020", EQUAL),
    ("in 2014", "during 2014", EQUAL),
    ("at 5 p.m.", "at 17:00", EQUAL),
    ("at 5 a.m.", "at 17:00", APART),
    ("at 5:00", "at 17:00", EQUAL),
    ("at 5:00", "at 5 p.m.", EQUAL),
    ("in the 1990s", "the '90s", EQUAL),
    ("on Tuesday", "Tuesday morning", EQUAL),
    ("in February", "27 February 2020", IMPLIED),
    ("in February 2020", "27 February 2020", IMPLIED),
    ("in 2020", "in February 2020", IMPLIED),
    ("in January", "in early January", IMPLIED),
    ("in the 1990s", "in 1994", IMPLIED),
    ("in the first half of 2020", "on 3 May 2020", IMPLIED),
    ("in the first six months of 2020", "in the first half of 2020", EQUAL),
    ("in the first nine months of 2020", "in March 2020", IMPLIED),
    ("in the first nine months of 2020", "in November 2020", APART),
    ("in the last ten days of May 2020", "on 5 May 2020", APART),
    ("in summer 2020", "in July 2020", IMPLIED),
    ("on Thursday", "27 February 2020", IMPLIED),
    ("before 2015", "in May 2014", IMPLIED),
    ("after May 2014", "in 2015", IMPLIED),
    ("early January 2021", "3 January 2021", IMPLIED),
    ("27 February 2020", "in February", IMPLIES),
    ("27 February 2020", "in February 2020", IMPLIES),
    ("in February 2020", "in 2020", IMPLIES),
    ("in 1994", "in the 1990s", IMPLIES),
    ("27 February 2020", "on Thursday", IMPLIES),
    ("early January 2021", "January 2021", IMPLIES),
    ("in May 2014", "before 2015", IMPLIES),
    ("before April 1", "on March 20", IMPLIED),
    ("on March 17", "after March 16", IMPLIES),
    ("by April 1", "on March 20, 2020", IMPLIED),
    ("by April 1", "on April 1", IMPLIED),
    ("since April 2020", "on 3 May 2020", IMPLIED),
    ("before April 2020", "before May 2020", IMPLIES),
    ("on 4 March", "on 3-5 March", IMPLIES),
    ("before April 1", "on April 5", APART),
    ("before April 2020", "in April 2020", APART),
    ("after 5 May 2020", "on 5 May 2020", APART),
    ("until 5 May 2020", "on 7 May 2020", APART),
    ("before April 1", "on December 20", OPEN),
    ("27 February 2020", "28 February 2020", APART),
    ("27 February 2020", "27 March 2020", APART),
    ("27 February 2020", "27 February 2019", APART),
    ("in February", "in March", APART),
    ("in February", "27 March 2020", APART),
    ("in 2020", "in 2019", APART),
    ("in the 1990s", "in 2004", APART),
    ("on Tuesday", "on Thursday", APART),
    ("on Tuesday", "27 February 2020", APART),
    ("at 5 a.m.", "at 5 p.m.", APART),
    ("at 5:40 a.m.", "at 5:45 a.m.", APART),
    ("early January", "late January", APART),
    ("before May 2015", "after May 2015", APART),
    ("in 2010-2014", "in 2016", APART),
    ("in 2010-2014", "in 2006-2011", APART),
    ("in 2010-2012", "in 2010-2014", APART),
    ("early January 2021", "30 January 2021", APART),
    ("in summer 2020", "in December 2020", APART),
    ("last month", "last year's", OPEN),
    ("in February", "in 2020", OPEN),
    ("shortly after noon", "around 12:20 p.m.", IMPLIED),
    ("before 10 a.m.", "at 10:30 a.m.", APART),
    ("around 10 a.m.", "at 10:14 a.m.", IMPLIED),
    ("at 10 a.m.", "at 10:14 a.m.", APART),
    ("in December 2021", "on December 6", IMPLIED),
    ("the following June", "in June", EQUAL),
    ("on Tuesday", "in 2020", OPEN),
    ("at 5 a.m.", "27 February 2020", OPEN),
    ("at 5 a.m. PT", "at 8 a.m. ET", EQUAL),
    ("at 10:40 UTC", "at 02:40 PST", EQUAL),
    ("at 00:30 CET", "at 23:30 (UTC)", EQUAL),
    ("at 10:40 UTC", "at 03:40 PST", OPEN),
    ("before 1 p.m. ET", "at 10 a.m. PT", OPEN),
    ("by Tuesday", "on Tuesday", IMPLIED),
    ("on Tuesday", "since Tuesday", IMPLIES),
    ("ahead of Tuesday", "on Tuesday", OPEN),
    ("before Tuesday", "on Tuesday", OPEN),
    ("by Tuesday", "since Tuesday", OPEN),
]


def only(text: str, written: date | None = None) -> DateFact:
    (found,) = dates(text, written)
    return found


@pytest.mark.parametrize(("claim", "source", "expected"), PAIRS)
def test_relates(claim: str, source: str, expected: Relation) -> None:
    assert relate(only(claim), only(source)) is expected


@pytest.mark.parametrize("text", sorted({t for a, b, _ in PAIRS for t in (a, b)}))
@pytest.mark.parametrize("written", [None, WRITTEN])
def test_everything_equals_itself(text: str, written: date | None) -> None:
    assert relate(only(text, written), only(text, written)) is Relation.EQUAL


@pytest.mark.parametrize(("claim", "source"), [(a, b) for a, b, _ in PAIRS])
@pytest.mark.parametrize("written", [None, WRITTEN])
def test_relates_as_in_a_mirror(claim: str, source: str, written: date | None) -> None:
    ours, theirs = only(claim, written), only(source, written)
    assert relate(theirs, ours) is relate(ours, theirs).mirror


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("until 7 May 2020", "until 5 May 2020", APART),
        ("before 7 May 2020", "before 5 May 2020", APART),
        ("until 7 May 2020", "on 5 May 2020", APART),
        ("by 7 May 2020", "on 5 May 2020", IMPLIED),
        ("before 7 May 2020", "on 5 May 2020", IMPLIED),
    ],
)
def test_bounds_of_one_sort_are_drawn_from_one_day(claim: str, source: str, expected: Relation) -> None:
    assert weigh(only(claim), only(source)) is expected


RESOLVED = [
    ("on 9 March 2021", "on Tuesday", IMPLIES),
    ("on Tuesday", "on 9 March 2021", IMPLIED),
    ("in February", "last month", IMPLIED),
    ("in February 2021", "last month", EQUAL),
    ("in 2020", "last year", EQUAL),
    ("in March", "last month", APART),
    ("in 2019", "last year", APART),
    ("in October 2020", "last October", EQUAL),
    ("on 9 March", "yesterday", IMPLIED),
    ("in March 2021", "yesterday", IMPLIED),
    ("last week", "on 3 March 2021", IMPLIED),
    ("on 20 February 2021", "last week", APART),
]


@pytest.mark.parametrize(("claim", "source", "expected"), RESOLVED)
def test_relates_through_the_day_of_writing(claim: str, source: str, expected: Relation) -> None:
    assert relate(only(claim, WRITTEN), only(source, WRITTEN)) is expected


def test_relative_dates_compare_without_a_day_of_writing() -> None:
    assert relate(only("last month"), only("last month")) is EQUAL
    assert relate(only("last month"), only("next month")) is APART
    assert relate(only("last October"), only("last November")) is APART
    assert relate(only("last October"), only("last year")) is OPEN


def test_a_yearless_quarter_is_itself_whether_or_not_its_document_is_dated() -> None:
    (ours,), (theirs,) = dates("Growth slowed in Q3."), dates("Growth slowed in the third quarter.", WRITTEN)
    assert relate(ours, theirs) is EQUAL
