"""Read and compare quantities: how much or how many of what."""

from verifier.facts.quantity.latitude import DOWN, UP
from verifier.facts.quantity.reading import Quantity
from verifier.facts.quantity.reading import quantities as read
from verifier.facts.quantity.relation import comparable, period, relate, swapped_unit, weigh

__all__ = ["DOWN", "UP", "Quantity", "comparable", "period", "read", "relate", "swapped_unit", "weigh"]
