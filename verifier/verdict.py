"""Turn what the checks saw, and how a claim aligns, into one verdict with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from verifier.checks.case import Case, Observation, Outcome
from verifier.model import Verdict
from verifier.support import stated

STATED = 0.5
TOUCHED = 0.1
_NAMED = 3
SPOKEN_OF = 0.3
_DAYS = frozenset({"occurrence", "inference"})
_DATES = _DAYS | {"date"}
_KINDS = {
    "quantity": "figure",
    "date": "date",
    "occurrence": "date",
    "inference": "date",
    "name": "name",
    "role": "role",
    "wording": "word",
    "certainty": "word",
    "quantifier": "quantifier",
    "antonym": "word",
    "term": "word",
    "polarity": "denial",
}


class Decision(NamedTuple):
    """Hold a verdict, the reason in plain words, and the clashes it rests on."""

    verdict: Verdict
    reason: str
    clashes: tuple[Observation, ...]


def decide(case: Case, observations: Sequence[Observation]) -> Decision:
    """Decide what the sources make of a claim: a clash first, then what is missing, then how much is stated."""
    share = stated(case)
    clashes = _once([o for o in observations if o.outcome is Outcome.CLASH and not o.stood_down])
    if clashes and (share >= SPOKEN_OF or _of_the_incident(case, clashes)):
        disputed = all(_agrees_elsewhere(o, observations) for o in clashes)
        return Decision(Verdict.DISPUTED if disputed else Verdict.CONTRADICTED, _clash(clashes[0]), clashes)
    if case.bare and any(o.outcome is Outcome.HELD for o in observations):
        share = 1.0
    if share < TOUCHED:
        return Decision(Verdict.UNSUPPORTED, "no sentence of the sources says this", ())
    missing = [o for o in observations if o.outcome is not Outcome.HELD and not o.stood_down]
    if share < STATED:
        verdict = Verdict.UNSUPPORTED if missing else Verdict.PARTIAL
        return Decision(verdict, _missing(missing) if missing else _partly(case), ())
    if missing:
        return Decision(Verdict.PARTIAL, _missing(missing), ())
    return Decision(Verdict.SUPPORTED, "stated by the sources", ())


def _of_the_incident(case: Case, clashes: Sequence[Observation]) -> bool:
    """Say whether a claim that names nothing but the day of the incident has that day wrong."""
    return case.bare and any(o.family in _DAYS for o in clashes)


def _once(clashes: Sequence[Observation]) -> tuple[Observation, ...]:
    """Return the clashes without those that another one covers: the same words of the claim, or more of them."""
    kept: list[Observation] = []
    for clash in sorted(clashes, key=lambda o: o.tokens[0] - o.tokens[1]):
        if not any(_covers(k, clash) for k in kept):
            kept.append(clash)
    return tuple(o for o in clashes if o in kept)


def _covers(longer: Observation, other: Observation) -> bool:
    shared = longer.tokens[0] < other.tokens[1] and other.tokens[0] < longer.tokens[1]
    if longer.family == other.family:
        return shared or (longer.family in _DAYS and longer.passage == other.passage)
    return shared and _DATES.issuperset((longer.family, other.family))


def _agrees_elsewhere(clash: Observation, observations: Sequence[Observation]) -> bool:
    return any(
        o.outcome is Outcome.HELD and o.family == clash.family and o.tokens == clash.tokens for o in observations
    )


def _clash(clash: Observation) -> str:
    return f'claim says "{clash.said}", source says "{clash.found}"'


def _missing(missing: Sequence[Observation]) -> str:
    parts = dict.fromkeys(f'{_KINDS.get(o.family, o.family)} "{o.said}"' for o in missing)
    return "not stated by the sources: " + ", ".join(parts)


def _partly(case: Case) -> str:
    claim = case.claim
    telling = [t for t in case.alignment.missing if claim.lemmas[t] not in case.index.vocabulary.gloss]
    rarest = sorted(telling, key=lambda t: -case.index.weight(claim.stems[t]))[:_NAMED]
    lost = dict.fromkeys(claim.text[claim.tokens[t].start : claim.tokens[t].end] for t in sorted(rarest))
    return "only partly stated; not found: " + ", ".join(lost) if lost else "only partly stated"
