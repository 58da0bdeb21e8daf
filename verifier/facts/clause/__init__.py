"""Read clauses by shape: verbs, noun phrases, subjects, and who does what to whom."""

from verifier.facts.clause.frames import Frame, agents, frame
from verifier.facts.clause.subjects import Phrase, subjects
from verifier.facts.clause.verbs import looks_finite

__all__ = ["Frame", "Phrase", "agents", "frame", "looks_finite", "subjects"]
