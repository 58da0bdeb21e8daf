"""Read how a text asserts: what it denies, leaves open, and says of how much of a whole."""

from verifier.facts.assertion.doubt import Hedge, doubts, hedges
from verifier.facts.assertion.polarity import Negation, negations
from verifier.facts.assertion.quantifier import Quantifier, quantifiers
from verifier.facts.assertion.stance import Stance, stance
from verifier.facts.assertion.stance import relate as relate_stances

__all__ = [
    "Hedge",
    "Negation",
    "Quantifier",
    "Stance",
    "doubts",
    "hedges",
    "negations",
    "quantifiers",
    "relate_stances",
    "stance",
]
