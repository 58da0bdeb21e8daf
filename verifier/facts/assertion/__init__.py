"""Read how a text asserts: what it denies, leaves open, and says of how much of a whole."""

from verifier.facts.assertion.doubt import Hedge, asked, doubts, hedges
from verifier.facts.assertion.polarity import Negation, negations
from verifier.facts.assertion.quantifier import Quantifier, quantifiers

__all__ = ["Hedge", "Negation", "Quantifier", "asked", "doubts", "hedges", "negations", "quantifiers"]
