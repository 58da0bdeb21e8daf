"""Read and compare dates and times of day."""

from verifier.facts.date.fact import DateFact
from verifier.facts.date.fact_type import TYPE
from verifier.facts.date.reading import dates as read
from verifier.facts.date.relation import relate, weigh

__all__ = ["TYPE", "DateFact", "read", "relate", "weigh"]
