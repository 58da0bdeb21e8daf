"""Read and compare quantities: how much or how many of what."""

from verifier.facts.quantity.fact_type import TYPE
from verifier.facts.quantity.reading import Quantity
from verifier.facts.quantity.reading import quantities as read
from verifier.facts.quantity.relation import comparable, relate, swapped_unit, weigh

__all__ = ["TYPE", "Quantity", "comparable", "read", "relate", "swapped_unit", "weigh"]
