"""Check how the date of a claim relates to the date of a source."""

from datetime import date

import pytest

from verifier.facts.date.fact import DateFact
from verifier.facts.date.reading import dates
from verifier.facts.date.relation import relate
from verifier.facts.relation import Relation

EQUAL, ENTAILED, WEAKER, CLASH, OTHER = Relation
WRITTEN = date(2021, 3, 10)

PAIRS = [
    ("27 February 2020", "Feb. 27, 2020", EQUAL),
    ("on 2020-02-27", "Thursday, 27 February 2020", EQUAL),
    ("in 2014", "during 2014", EQUAL),
    ("at 5 p.m.", "at 17:00", EQUAL),
    ("at 5:00", "at 5 p.m.", EQUAL),
    ("in the 1990s", "the '90s", EQUAL),
    ("on Tuesday", "Tuesday morning", EQUAL),
    ("in February", "27 February 2020", ENTAILED),
    ("in February 2020", "27 February 2020", ENTAILED),
    ("in 2020", "in February 2020", ENTAILED),
    ("in January", "in early January", ENTAILED),
    ("in the 1990s", "in 1994", ENTAILED),
    ("in the first half of 2020", "on 3 May 2020", ENTAILED),
    ("in summer 2020", "in July 2020", ENTAILED),
    ("on Thursday", "27 February 2020", ENTAILED),
    ("before 2015", "in May 2014", ENTAILED),
    ("after May 2014", "in 2015", ENTAILED),
    ("early January 2021", "3 January 2021", ENTAILED),
    ("27 February 2020", "in February", WEAKER),
    ("27 February 2020", "in February 2020", WEAKER),
    ("in February 2020", "in 2020", WEAKER),
    ("in 1994", "in the 1990s", WEAKER),
    ("27 February 2020", "on Thursday", WEAKER),
    ("early January 2021", "January 2021", WEAKER),
    ("in May 2014", "before 2015", WEAKER),
    ("27 February 2020", "28 February 2020", CLASH),
    ("27 February 2020", "27 March 2020", CLASH),
    ("27 February 2020", "27 February 2019", CLASH),
    ("in February", "in March", CLASH),
    ("in February", "27 March 2020", CLASH),
    ("in 2020", "in 2019", CLASH),
    ("in the 1990s", "in 2004", CLASH),
    ("on Tuesday", "on Thursday", CLASH),
    ("on Tuesday", "27 February 2020", CLASH),
    ("at 5 a.m.", "at 5 p.m.", CLASH),
    ("at 5:40 a.m.", "at 5:45 a.m.", CLASH),
    ("early January", "late January", CLASH),
    ("before May 2015", "after May 2015", CLASH),
    ("in 2010-2014", "in 2016", CLASH),
    ("in 2010-2014", "in 2006-2011", CLASH),
    ("in 2010-2012", "in 2010-2014", CLASH),
    ("early January 2021", "30 January 2021", CLASH),
    ("in summer 2020", "in December 2020", CLASH),
    ("last month", "last year's", OTHER),
    ("in February", "in 2020", OTHER),
    ("on Tuesday", "in 2020", OTHER),
    ("at 5 a.m.", "27 February 2020", OTHER),
    ("at 5 a.m. PT", "at 8 a.m. ET", OTHER),
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


@pytest.mark.parametrize(("claim", "source"), [(a, b) for a, b, r in PAIRS if r in (CLASH, OTHER, EQUAL)])
def test_clash_other_and_equal_hold_both_ways(claim: str, source: str) -> None:
    assert relate(only(source), only(claim)) is relate(only(claim), only(source))


RESOLVED = [
    ("on 9 March 2021", "on Tuesday", WEAKER),
    ("on Tuesday", "on 9 March 2021", ENTAILED),
    ("in February", "last month", ENTAILED),
    ("in February 2021", "last month", EQUAL),
    ("in 2020", "last year", EQUAL),
    ("in March", "last month", CLASH),
    ("in 2019", "last year", CLASH),
    ("in October 2020", "last October", EQUAL),
    ("on 9 March", "yesterday", ENTAILED),
    ("in March 2021", "yesterday", ENTAILED),
    ("last week", "on 3 March 2021", ENTAILED),
    ("on 20 February 2021", "last week", CLASH),
]


@pytest.mark.parametrize(("claim", "source", "expected"), RESOLVED)
def test_relates_through_the_day_of_writing(claim: str, source: str, expected: Relation) -> None:
    assert relate(only(claim, WRITTEN), only(source, WRITTEN)) is expected


def test_relative_dates_compare_without_a_day_of_writing() -> None:
    assert relate(only("last month"), only("last month")) is EQUAL
    assert relate(only("last month"), only("next month")) is CLASH
    assert relate(only("last October"), only("last November")) is CLASH
    assert relate(only("last October"), only("last year")) is OTHER
