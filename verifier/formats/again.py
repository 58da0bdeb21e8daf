"""Find the claims that say again what a problem is about, and the title above all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from verifier.formats.quotes import Desk, Topic, inner, topic
from verifier.model import Assessment, Finding, Problem, Verdict
from verifier.text.quoting import quotations
from verifier.text.tokens import tokenize
from verifier.words.grammar import AUXILIARIES, DETERMINERS

_LEAST = 2
"""Words that the title must share with what a claim says otherwise than a source: one alone may mean anything."""


class _Like(NamedTuple):
    """Hold what claims have that say the same: the words that clash, in the title or of it, or a topic of doubt."""

    titled: bool
    said: frozenset[str]
    about: Topic


def again(desk: Desk, problem: Problem) -> tuple[Assessment, ...]:
    """Return the claims that are none of a problem's own, nor waived, and say the same: the title first, then in order.

    They are in doubt for the same words beside the same sentence, or have the words that clash in the title, or are the
    title and have those that clash.
    """
    asked = (problem.findings, problem.claims)
    if asked not in desk.repeated:
        desk.repeated[asked] = _again(desk, problem)
    return desk.repeated[asked]


def _again(desk: Desk, problem: Problem) -> tuple[Assessment, ...]:
    known = desk.waived.union(problem.claims)
    alike = dict.fromkeys(
        like for i in problem.findings if i in desk.findings for like in _like(desk, desk.findings[i])
    )
    found = {a.claim.id: a for like in alike for a in _saying(desk, like)}
    new = [a for identity, a in found.items() if identity not in known]
    return tuple(sorted(new, key=lambda a: (not desk.in_headline(a), desk.ranks[a.claim.id])))


def _like(desk: Desk, finding: Finding) -> Iterator[_Like]:
    """Yield what the claims have that say the same as the one of a finding; many of a problem have it in common."""
    mine = desk.assessments.get(finding.claim)
    if mine is None or not finding.evidence:
        return
    claim = mine.claim
    spans = inner(claim, finding.spans) or mine.spans
    said = _telling(_ours(finding.message, claim.text))
    yield _Like(desk.in_headline(mine), said if len(said) >= _LEAST else frozenset(), ())
    yield _Like(titled=False, said=frozenset(), about=topic(claim, spans, finding.evidence))


def _saying(desk: Desk, like: _Like) -> Iterator[Assessment]:
    if like.said:
        checked = (a for a in desk.report.assessments if a.verdict is not Verdict.NOT_CHECKABLE)
        yield from (a for a in (checked if like.titled else desk.titles) if like.said <= _telling(a.claim.text))
    yield from desk.alike.get(like.about, ())


def _ours(message: str, said: str) -> str:
    """Return what a message quotes of the claim where it sets that against what a source says."""
    parts = [" ".join(part) for part in quotations(message)]
    mine = [part in said for part in parts]
    return parts[0] if mine == [True, False] else ""


def _telling(text: str) -> frozenset[str]:
    return frozenset(t.stem for t in tokenize(text) if len(t.key) > 1 and t.key not in AUXILIARIES | DETERMINERS)
