"""Read clauses by shape: verbs, noun phrases and subjects."""

from verifier.facts.clause.subjects import Phrase, subjects
from verifier.facts.clause.verbs import looks_finite

__all__ = ["Phrase", "looks_finite", "subjects"]
