"""Compare the title that a claim gives a person with the titles the sources give that person."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.case import Case, Observation, Outcome, words

FAMILY = "role"


def check(case: Case) -> Iterator[Observation]:
    """Report each person's title as held or clashing; where no source gives one, nothing."""
    lexicon = case.index.vocabulary
    for title in case.claim.titles:
        said = words(case.claim, *title.tokens)
        clash = None
        for number in case.index.titled.get(title.person, ()):
            theirs = case.passage(number).analysis
            for other in theirs.titles:
                if other.person != title.person or not case.may_use(number):
                    continue
                found = words(theirs, *other.tokens)
                if not lexicon.role_clash(title.role, other.role):
                    clash = None
                    yield Observation(FAMILY, Outcome.HELD, title.tokens, said, number, other.tokens, found, 1.0)
                    break
                clash = clash or Observation(
                    FAMILY, Outcome.CLASH, title.tokens, said, number, other.tokens, found, 1.0
                )
            else:
                continue
            break
        if clash:
            yield clash
