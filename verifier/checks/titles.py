"""Compare the title that a claim gives a person with the titles the sources give that person."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.case import Case, Observation, Outcome, words
from verifier.facts.titles import Title

FAMILY = "role"


def check(case: Case) -> Iterator[Observation]:
    """Report each person's title as held or clashing; where no source gives one, nothing."""
    for title in case.claim.titles:
        seen = list(_compared(case, title))
        held = [o for o in seen if o.outcome is Outcome.HELD]
        yield from (held or seen)[:1]


def _compared(case: Case, title: Title) -> Iterator[Observation]:
    said = words(case.claim, *title.tokens)
    for number in case.index.titled.get(title.person, ()):
        if not case.may_use(number):
            continue
        theirs = case.passage(number).analysis
        for other in theirs.titles:
            if other.person == title.person:
                alike = case.index.vocabulary.alike(title.roles, other.roles)
                outcome = Outcome.HELD if alike else Outcome.CLASH
                found = words(theirs, *other.tokens)
                yield Observation(FAMILY, outcome, title.tokens, said, number, other.tokens, found, 1.0)
