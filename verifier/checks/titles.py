"""Compare the title that a claim gives a person with the titles the sources give that person."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.case import Case, Observation, Outcome, words
from verifier.facts.people import Title

FAMILY = "role"


def check(case: Case) -> Iterator[Observation]:
    """Report each person's title as held or clashing; where no source gives one, nothing."""
    for title in case.claim.titles:
        seen = list(_compared(case, title))
        held = [o for o in seen if o.outcome is Outcome.HELD]
        yield from (held or seen)[:1]


def _compared(case: Case, title: Title) -> Iterator[Observation]:
    lexicon = case.index.vocabulary
    for number in case.index.titled.get(title.person, ()):
        if not case.may_use(number):
            continue
        theirs = case.passage(number).analysis
        for other in theirs.titles:
            if other.person == title.person:
                alike = lexicon.alike(title.roles, other.roles)
                another = alike and lexicon.is_office(title.roles) and lexicon.unlike(title.field, other.field)
                ours, at = (title.whole, other.whole) if another else (title.tokens, other.tokens)
                outcome = Outcome.HELD if alike and not another else Outcome.CLASH
                yield Observation(FAMILY, outcome, ours, words(case.claim, *ours), number, at, words(theirs, *at), 1.0)
