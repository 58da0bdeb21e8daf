"""Check how full dates relate to dates that only their document's day resolves."""

from __future__ import annotations

from datetime import date

import pytest

from verifier.facts.date import infer, inferable
from verifier.facts.date import read as dates
from verifier.facts.relation import Relation

PUBLISHED = date(2020, 7, 9)  # a Thursday


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("in July 2020", "on Tuesday", Relation.IMPLIED),
        ("on 7 July 2020", "on Tuesday", Relation.IMPLIED),
        ("on 7 July 2018", "on Tuesday", Relation.APART),
        ("on 30 June 2020", "on Tuesday", Relation.APART),
        ("on 14 July 2020", "on Tuesday", Relation.OPEN),
        ("on 30 June 2020", "last Tuesday", Relation.IMPLIES),
        ("in June 2020", "last month", Relation.IMPLIED),
        ("in March 2020", "last month", Relation.APART),
        ("in March 2018", "two years ago", Relation.IMPLIES),
        ("in March 2015", "two years ago", Relation.APART),
        ("in early March 2019", "in early March", Relation.APART),
        ("on 3 March 2020", "in early March", Relation.IMPLIES),
    ],
)
def test_days_are_worked_out(claim: str, source: str, expected: Relation) -> None:
    ours, theirs = dates(claim)[0], dates(source, PUBLISHED)[0]
    assert inferable(ours, theirs)
    assert infer(ours, theirs) is expected


@pytest.mark.parametrize(
    ("claim", "source"),
    [("in March", "on Tuesday"), ("in 2020", "in 2018"), ("since 2018", "on Tuesday"), ("at 9 am", "on Tuesday")],
)
def test_nothing_is_worked_out_between_dates_that_name_their_year_or_none(claim: str, source: str) -> None:
    assert not inferable(dates(claim)[0], dates(source, PUBLISHED)[0])


def test_nothing_is_worked_out_without_the_day_of_writing() -> None:
    assert not inferable(dates("on 7 July 2018")[0], dates("on Tuesday")[0])
    assert infer(dates("on 7 July 2018")[0], dates("on Tuesday")[0]) is Relation.OPEN
