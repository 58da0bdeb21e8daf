"""Describe all rules in force: those of the rulebook, and what a verdict of itself reports."""

from __future__ import annotations

from verifier.data.rulebook import Rulebook
from verifier.data.shipped import shipped
from verifier.model import RuleNote, Severity

STANDING = tuple(
    RuleNote(name, table["title"], " ".join(table["help"].split()), Severity(table["severity"]))
    for name, table in shipped("standing.toml").items()
)
"""What is reported of a claim by its verdict alone."""


def in_force(rulebook: Rulebook) -> tuple[RuleNote, ...]:
    """Return what is to be known of every rule, in the order of their ids."""
    notes = (RuleNote(r.id, r.title, r.help, r.severity, r.precision) for r in rulebook.rules)
    return tuple(sorted({note.id: note for note in (*notes, *STANDING)}.values(), key=lambda note: note.id))
