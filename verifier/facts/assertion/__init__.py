"""Read how a text asserts: what it denies, leaves open, and says of how much of a whole."""

from verifier.facts.assertion.certainty import Hedge, hedges
from verifier.facts.assertion.doubt import doubts
from verifier.facts.assertion.polarity import Negation, negations
from verifier.facts.assertion.stance import Stance, stance
from verifier.facts.assertion.stance import relate as relate_stances

__all__ = ["Hedge", "Negation", "Stance", "doubts", "hedges", "negations", "relate_stances", "stance"]
