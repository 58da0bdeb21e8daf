"""Refuse rules about facts that nothing reads."""

from __future__ import annotations

from verifier.compare import value
from verifier.data.rulebook import Rulebook
from verifier.errors import ConfigError


def checked(rules: Rulebook) -> Rulebook:
    """Return the rules if those about values name types of facts that are registered.

    Raises: ConfigError that names the file and the types known.
    """
    for rule in rules.rules:
        if rule.mechanism == value.MECHANISM and rule.fact not in value.FACTS:
            known = f"legal values: {', '.join(value.FACTS)}"
            raise ConfigError(f"'{rule.fact}' is no type of fact that has values", f"{rule.path}: fact", known)
    return rules
