"""List the types of facts whose values the mechanism `value` compares: a new one is a package and a line here."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from verifier.facts.fact_type import FactType

_PACKAGES = (
    "quantity",
    "date",
)
TYPES: tuple[FactType[Any], ...] = tuple(import_module(f"verifier.facts.{name}").TYPE for name in _PACKAGES)
