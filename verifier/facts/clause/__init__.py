"""Read clauses by shape: verbs, noun phrases, subjects, and who does what to whom."""

from verifier.facts.clause.frames import Frame, frame
from verifier.facts.clause.noun_phrases import heads
from verifier.facts.clause.subjects import Phrase, subjects
from verifier.facts.clause.verbs import looks_finite, looks_present

__all__ = ["Frame", "Phrase", "frame", "heads", "looks_finite", "looks_present", "subjects"]
