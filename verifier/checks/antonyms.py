"""Find words of a claim whose opposite stands in the same slot of a source."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.case import Case, Observation, Outcome, anchored, complementary, same_slot, words
from verifier.text.tokens import stem

FAMILY = "antonym"
SLOT = 0.55


def check(case: Case) -> Iterator[Observation]:
    """Report every unmatched word of the claim beside its opposite, unless one of the two is denied."""
    lexicon = case.index.vocabulary
    for token in case.claim.content:
        opposites = lexicon.opposites(case.claim.tokens[token].key)
        if opposites and token not in case.alignment.matches:
            seen = sorted(_opposed(case, token, opposites), key=lambda o: (-o.slot, o.passage))
            yield from seen[:1]


def _opposed(case: Case, token: int, opposites: frozenset[str]) -> Iterator[Observation]:
    span, said = (token, token + 1), words(case.claim, token, token + 1)
    for number in case.views:
        theirs = case.passage(number).analysis
        for word in sorted(opposites):
            for at in theirs.positions.get(stem(word), ()):
                slot = same_slot(case, span, number, (at, at + 1))
                if (
                    slot >= SLOT
                    and not complementary(case, token, number, at)
                    and anchored(case, token, number, at)
                    and case.claim.denied(span) == theirs.denied((at, at + 1))
                ):
                    yield Observation(
                        FAMILY, Outcome.CLASH, span, said, number, (at, at + 1), words(theirs, at, at + 1), slot
                    )
