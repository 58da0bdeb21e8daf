"""Run the mechanisms whose rules are in force over a case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from verifier.compare import filler, link, stance, value
from verifier.compare.case import Case, Observation
from verifier.data.rulebook import Rule, Rulebook
from verifier.errors import ConfigError

MECHANISMS: dict[str, Callable[[Case], Iterator[Observation]]] = {
    value.MECHANISM: value.observe,
    stance.MECHANISM: stance.observe,
    filler.MECHANISM: filler.observe,
    link.MECHANISM: link.observe,
}


def checked(rules: Rulebook) -> Rulebook:
    """Return the rules if those about values name types of facts that are registered.

    Raises: ConfigError that names the file and the types known.
    """
    for rule in rules.rules:
        if rule.mechanism == value.MECHANISM and rule.fact not in value.FACTS:
            known = f"legal values: {', '.join(value.FACTS)}"
            raise ConfigError(f"'{rule.fact}' is no type of fact that has values", f"{rule.path}: fact", known)
    return rules


def observe(case: Case, rules: Rulebook, field: str) -> tuple[Observation, ...]:
    """Return what the mechanisms see, as far as a rule in force is about it; excuses that no such rule grants fall."""
    wanted = {rule.mechanism for rule in rules.rules}
    seen = (o for name, mechanism in MECHANISMS.items() if name in wanted for o in mechanism(case))
    ruled = ((o, rules_for(o, rules, field)) for o in seen)
    return tuple(_granted(observation, found) for observation, found in ruled if found)


def rules_for(observation: Observation, rules: Rulebook, field: str) -> tuple[Rule, ...]:
    """Return the rules in force that are about what was observed."""
    about = rules.about(observation.mechanism, observation.fact)
    return tuple(rule for rule in about if rule.applies(observation.said, field))


def _granted(observation: Observation, rules: tuple[Rule, ...]) -> Observation:
    excuse = observation.excuse
    if excuse is None or any(rule.excuses is None or excuse.name in rule.excuses for rule in rules):
        return observation
    return replace(observation, excuse=None)
