"""Read clauses by shape: verbs, noun phrases, subjects, and who does what to whom."""

from verifier.facts.clause.frames import Frame, frame
from verifier.facts.clause.subjects import Phrase, subjects
from verifier.facts.clause.verbs import looks_finite

__all__ = ["Frame", "Phrase", "frame", "looks_finite", "subjects"]
