"""Read and compare dates and times of day, and tell what they date."""

from verifier.facts.date.fact import DateFact
from verifier.facts.date.governor import Governor, Role, governor
from verifier.facts.date.inference import infer, inferable
from verifier.facts.date.reading import dates as read
from verifier.facts.date.relation import relate, weigh

__all__ = ["DateFact", "Governor", "Role", "governor", "infer", "inferable", "read", "relate", "weigh"]
