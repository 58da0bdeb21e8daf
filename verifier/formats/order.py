"""Put what an editor has to look at into an order: problems, what to read first, disputes, and the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from verifier.claims.roles import FieldRole, role_of
from verifier.decide.reasons import LEFT_OPEN
from verifier.formats.again import again
from verifier.formats.quotes import Desk, topic
from verifier.formats.records import unit
from verifier.formats.words import RANK, WORST_FIRST
from verifier.model import Assessment, Problem, Severity, Verdict

MISSING, SELF = "missing-source", "self-contradiction"
PLAIN = frozenset({MISSING, "uncited", "placeholder-citation"})
"""Rules that count what is there: nothing is compared, so nothing is more or less sure."""
FIRST = 7
_LOOSE = (Verdict.UNSUPPORTED, Verdict.PARTIAL, Verdict.MISATTRIBUTED)
_QUIET = (Verdict.SUPPORTED, Verdict.NOT_CHECKABLE)
_DOUBTED = 0.25
"""The doubt from which on a claim that the sources seem to state is worth reading."""


class Unit(NamedTuple):
    """Hold a claim that is shown as no problem of its own, with the minor problem that says so where there is one."""

    assessment: Assessment
    problem: Problem | None = None

    @property
    def doubt(self) -> float:
        """Return how little the claim is stated, from 0 to 1."""
        return 1 - unit(self.assessment.support)


@dataclass(frozen=True, slots=True)
class Order:
    """Hold a report's contents in reading order."""

    problems: tuple[Problem, ...]
    first: tuple[Unit, ...]
    disputed: tuple[Problem, ...]
    disputes: tuple[Assessment, ...]
    rest: tuple[Unit, ...]
    doubted: int
    """How many claims are in doubt though no difference was found, shown first or not."""
    echoes: Mapping[str, Problem]
    """The claims that say again what a problem above is about, by their ids, each with the problem."""


def order(desk: Desk) -> Order:
    """Return the contents of a report in reading order; what is waived is left out."""
    standing = [problem for problem in desk.report.problems if not problem.waived]
    problems = graded(desk, (p for p in standing if _kind(desk, p) == "problem"))
    disputed = graded(desk, (p for p in standing if _kind(desk, p) == "disputed"))
    loose = [p for p in standing if _kind(desk, p) == "loose"]
    told = {claim for p in desk.report.problems for claim in p.claims}
    free = [a for a in desk.report.assessments if a.claim.id not in told]
    units = [Unit(worst(desk, p), p) for p in loose]
    units += [Unit(a) for a in free if a.verdict not in {Verdict.NOT_CHECKABLE, Verdict.DISPUTED}]
    units.sort(key=lambda u: desk.ranks[u.assessment.claim.id])
    doubted = [u for u in units if u.assessment.verdict not in _QUIET or u.doubt >= _DOUBTED]
    worst_first = sorted(doubted, key=lambda u: _rank(desk, u))
    sourced = (p for p in (*problems, *disputed) if proven(desk, p) or not p.findings)
    shown = {_about(a) for problem in sourced for a in claims_of(desk, problem)}
    echoes = {a.claim.id: problem for problem in (*disputed, *problems)[::-1] for a in again(desk, problem)}
    new = (u for u in worst_first if _about(u.assessment) not in shown and u.assessment.claim.id not in echoes)
    first = list({_about(u.assessment): u for u in reversed(list(new))}.values())[::-1][:FIRST]
    first.sort(key=lambda u: _place(desk, u))
    told_first = {a.claim.id: u.problem for u in first[::-1] if u.problem for a in again(desk, u.problem)}
    rest = (u for u in units if u not in first and u.assessment.verdict not in _QUIET)
    return Order(
        problems,
        tuple(first),
        disputed,
        tuple(a for a in free if a.verdict == Verdict.DISPUTED),
        tuple(rest),
        sum(u.assessment.verdict == Verdict.SUPPORTED for u in doubted),
        told_first | echoes,
    )


def _rank(desk: Desk, unit: Unit) -> tuple[bool, float, int]:
    """Return what orders claims in doubt: the title before all others, then how little they are stated."""
    return not desk.in_headline(unit.assessment), -unit.doubt, WORST_FIRST.index(unit.assessment.verdict)


def _place(desk: Desk, unit: Unit) -> tuple[bool, bool]:
    """Return what orders the claims to be read first: title, incident, reasons for classes."""
    claim = unit.assessment.claim
    return not desk.in_headline(unit.assessment), role_of(claim.field) is FieldRole.RATIONALE


def proven(desk: Desk, problem: Problem) -> bool:
    """Say whether a problem has a sentence of a source: what a postmortem says against itself has none."""
    return any(desk.findings[i].evidence for i in problem.findings if i in desk.findings)


def _about(assessment: Assessment) -> tuple[object, ...]:
    """Return what a doubt is about: the words marked and the sentence shown; of a claim without either the claim.

    Claims that tell as done what one sentence leaves open are about that sentence.
    """
    if assessment.reason.startswith(LEFT_OPEN) and assessment.evidence:
        return LEFT_OPEN, assessment.evidence[0].source, assessment.evidence[0].start
    return topic(assessment.claim, assessment.spans, assessment.evidence) or (assessment.claim.id,)


def graded(desk: Desk, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems, the most serious first; of equal ones those of the headline first, missing sources last."""
    return tuple(sorted(problems, key=lambda p: weight(desk, p)))


def weight(desk: Desk, problem: Problem) -> tuple[int, bool, bool, bool]:
    """Return what orders problems, and so every list of them."""
    return RANK[problem.severity], problem.rule == MISSING, not in_headline(desk, problem), problem.rule == SELF


def in_headline(desk: Desk, problem: Problem) -> bool:
    """Say whether a problem touches the title, or the title says the same."""
    return any(desk.in_headline(a) for a in (*claims_of(desk, problem), *again(desk, problem)))


def claims_of(desk: Desk, problem: Problem) -> list[Assessment]:
    """Return the claims of a problem."""
    return [desk.assessments[i] for i in problem.claims if i in desk.assessments]


def worst(desk: Desk, problem: Problem) -> Assessment:
    """Return the claim of a problem that has the worst verdict, the most doubted of several."""
    return min(claims_of(desk, problem), key=lambda a: (WORST_FIRST.index(a.verdict), unit(a.support)))


def verdict_of(assessments: Iterable[Assessment]) -> Verdict:
    """Return the worst verdict; `supported` for none."""
    return min((a.verdict for a in assessments), key=WORST_FIRST.index, default=Verdict.SUPPORTED)


def _kind(desk: Desk, problem: Problem) -> str:
    claims = claims_of(desk, problem)
    verdict = verdict_of(claims)
    told = proven(desk, problem) or problem.severity != Severity.ERROR
    if verdict == Verdict.DISPUTED and problem.rule != SELF and told:
        return "disputed"
    standing = problem.rule in set(Verdict)
    return "loose" if claims and standing and verdict in _LOOSE and problem.severity != Severity.ERROR else "problem"
