"""Find doers that a claim names and no passage does: opened by X, found by X."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.checks.case import Case, Observation, Outcome, words
from verifier.checks.held import share, telling
from verifier.facts.analysis import Analysis
from verifier.words.grammar import ARTICLES, POSSESSIVES

FAMILY = "agent"
NAMED = 0.35
_WITHIN = ARTICLES | POSSESSIVES | {"of", "s", "some", "several", "many", "two"}


def check(case: Case) -> Iterator[Observation]:
    """Report each doer behind a participle and `by` of whose words no passage has enough."""
    for tokens in doers(case.claim):
        doer = telling(case, tokens)
        if doer and share(case, doer, case.views) < NAMED:
            span = (tokens[0], tokens[-1] + 1)
            yield Observation(FAMILY, Outcome.MISSING, span, words(case.claim, *span))


def doers(analysis: Analysis) -> Iterator[tuple[int, ...]]:
    """Yield the content tokens of each noun phrase behind a participle and `by`; a deed (by opening) is none."""
    for at, token in enumerate(analysis.tokens):
        if token.key == "by" and at and _participle(analysis, at - 1):
            found = tuple(_phrase(analysis, at))
            if found and not analysis.tokens[found[0]].key.endswith("ing"):
                yield found


def _participle(analysis: Analysis, at: int) -> bool:
    return analysis.tokens[at].key.endswith("ed") or analysis.lemmas[at] != analysis.tokens[at].key


def _phrase(analysis: Analysis, link: int) -> Iterator[int]:
    """Yield the content tokens behind `by` up to the first other word that no noun phrase holds."""
    for at in range(link + 1, len(analysis.tokens)):
        if analysis.phrases[at] != analysis.phrases[link]:
            return
        if at in analysis.content_set:
            yield at
        elif analysis.tokens[at].key not in _WITHIN:
            return
