"""Run the mechanisms whose rules are in force over a case."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from verifier.compare import filler, link, stance, value
from verifier.compare.case import Case, Observation
from verifier.data.rulebook import Rule, Rulebook
from verifier.facts.analysis import Analysis
from verifier.text.tokens import stem

MECHANISMS: dict[str, Callable[[Case], Iterator[Observation]]] = {
    mechanism.MECHANISM: mechanism.observe for mechanism in (value, stance, filler, link)
}


def observe(case: Case, rules: Rulebook, field: str) -> tuple[Observation, ...]:
    """Return what the mechanisms see, as far as a rule in force is about it; excuses that no such rule grants fall."""
    wanted = {rule.mechanism for rule in rules.rules}
    seen = (o for name, mechanism in MECHANISMS.items() if name in wanted for o in mechanism(case))
    ruled = ((o, rules_for(o, case.claim, rules, field)) for o in seen)
    return tuple(_granted(observation, found) for observation, found in ruled if found)


def rules_for(observation: Observation, claim: Analysis, rules: Rulebook, field: str) -> tuple[Rule, ...]:
    """Return the rules in force that are about what was observed, where it stands in the claim."""
    about = rules.about(observation.mechanism, observation.fact)
    return tuple(r for r in about if r.applies(field) and _spoken(r.only_words, observation, claim))


def _spoken(words: Collection[str], observation: Observation, claim: Analysis) -> bool:
    """Say whether one of some words stands in the clause of what was observed, in any form; none is always met."""
    clauses = set(claim.clauses[slice(*observation.tokens)]) if words else set()
    said = {s for s, clause in zip(claim.stems, claim.clauses, strict=True) if clause in clauses} if words else ()
    return not words or any(stem(word) in said for word in words)


def _granted(observation: Observation, rules: tuple[Rule, ...]) -> Observation:
    excuse = observation.excuse
    if excuse is None or any(rule.excuses is None or excuse.name in rule.excuses for rule in rules):
        return observation
    return replace(observation, excuse=None)
