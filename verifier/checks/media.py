"""Compare the medium by which a claim says somebody spoke with the medium that the sources name."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.case import Case, Observation, Outcome, words
from verifier.facts.analysis import Analysis

FAMILY = "medium"


def check(case: Case) -> Iterator[Observation]:
    """Report a medium that the sources give otherwise for the same speaker."""
    spoken = [n for n in case.claim.names if n.sure]
    for token, medium in _media(case, case.claim):
        seen = [
            o for n in case.views for o in _compared(case, token, medium, n, [p for s in spoken for p in s.parts[-1:]])
        ]
        held = [o for o in seen if o.outcome is Outcome.HELD]
        yield from (held or seen)[:1]


def _media(case: Case, analysis: Analysis) -> Iterator[tuple[int, str]]:
    """Yield the tokens that name a medium, or a verb that tells one."""
    lexicon = case.index.vocabulary
    for at, lemma in enumerate(analysis.lemmas):
        medium = lexicon.media.get(lemma)
        if medium:
            yield at, medium


def _compared(case: Case, token: int, medium: str, number: int, speakers: list[str]) -> Iterator[Observation]:
    theirs = case.passage(number).analysis
    if not any(p in {t.key for t in theirs.tokens} for p in speakers):
        return
    lexicon = case.index.vocabulary
    span, said = (token, token + 1), words(case.claim, token, token + 1)
    for at, other in _media(case, theirs):
        found = words(theirs, at, at + 1)
        if other == medium or medium in lexicon.media_above.get(other, ()):
            yield Observation(FAMILY, Outcome.HELD, span, said, number, (at, at + 1), found, 1.0)
        elif frozenset({medium, other}) in lexicon.rival_media:
            yield Observation(FAMILY, Outcome.CLASH, span, said, number, (at, at + 1), found, 1.0)
