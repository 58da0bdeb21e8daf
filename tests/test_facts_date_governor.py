"""Check what word governs a date, and what it makes the date the day of."""

from __future__ import annotations

import pytest
from engine import read

from verifier.checks.case import token_range
from verifier.facts.date import Governor, Role, governor


def governed(text: str, number: int = 0) -> tuple[str, Governor]:
    analysis = read(text)
    date = analysis.dates[number]
    found = governor(analysis, token_range(analysis, date.start, date.end))
    return (analysis.tokens[found.token].key if found.token >= 0 else "", found)


@pytest.mark.parametrize(
    ("text", "word", "role"),
    [
        ("The incident occurred in May 2019.", "occurred", Role.HAPPENED),
        ("The leak took place on 3 May 2016.", "place", Role.HAPPENED),
        ("The lift was taken to another place on 3 May 2016.", "taken", Role.EVENT),
        ("On 14 March 2018 the booking system failed.", "failed", Role.EVENT),
        ("The maker disclosed the flaw in May 2019.", "disclosed", Role.TOLD),
        ("Since its disclosure in May 2019 the flaw was used by many.", "disclosure", Role.TOLD),
        ("A student reported the flaw to the county in May 2019.", "reported", Role.TOLD),
        ("Players reported long waits in May 2019.", "reported", Role.NOTICED),
        ("Students told the county of the voting machines in May 2019.", "told", Role.NOTICED),
        ("A controlled attack on a few, starting in May 2019, spread.", "starting", Role.HAPPENED),
        ("Engineers fixed the signals on 9 October 2013.", "fixed", Role.MENDED),
        ("The ventilators were built in May 2011.", "built", Role.MADE),
    ],
)
def test_the_nearest_verb_governs(text: str, word: str, role: Role) -> None:
    found, how = governed(text)
    assert (found, how.role) == (word, role)


def test_each_date_has_the_verb_before_it() -> None:
    text = "Officials said on Tuesday that the toll system crashed on Monday."
    assert [governed(text, n)[0] for n in (0, 1)] == ["said", "crashed"]


def test_only_what_goes_wrong_is_wrong() -> None:
    assert governed("The portal was breached in May 2019.")[1].wrong
    assert not governed("Letters were posted in May 2019.")[1].wrong
    assert not governed("The fault was patched in May 2019.")[1].wrong


def test_a_date_without_a_verb_has_no_governor() -> None:
    assert governed("Timeline: May 2019.")[1] == Governor(-1, Role.EVENT)
