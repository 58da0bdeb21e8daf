"""Describe the rules in force, those that are files and those that follow from a verdict alone."""

from __future__ import annotations

from verifier.data.rulebook import Rulebook
from verifier.decide import standing
from verifier.model import RuleNote, Severity

_STANDING = {
    "missing-source": (
        Severity.ERROR,
        (
            "The postmortem cites an article that is not among the sources, so nobody can compare the two. Supply the "
            "article with --sources, or mend the citation. Until then the claims that cite it are checked against the "
            "other sources."
        ),
    ),
    "unsupported": (
        Severity.WARNING,
        (
            "No sentence of the sources says this. That is no proof that it is wrong: a free paraphrase without a "
            "common word is not found either. Cite the article that says so, or take the claim out."
        ),
    ),
    "misattributed": (
        Severity.WARNING,
        "The cited article does not say this, another one of the sources does. Cite that one.",
    ),
    "partial": (
        Severity.NOTE,
        (
            "The sources state a part of the claim, and nothing in them clashes with the rest. Cite an article for the "
            "rest, or narrow the claim to what is stated."
        ),
    ),
    "disputed": (
        Severity.WARNING,
        (
            "One source states this, another one states it otherwise. Do not correct the claim to one side: say that "
            "the sources differ."
        ),
    ),
}


def in_force(rulebook: Rulebook) -> tuple[RuleNote, ...]:
    """Return what is to be known of every rule, in the order of their ids."""
    notes = [RuleNote(r.id, r.title, r.help, r.severity, r.precision) for r in rulebook.rules]
    notes += [RuleNote(name, standing.TITLES.get(name, name), text, level) for name, (level, text) in _STANDING.items()]
    return tuple(sorted({note.id: note for note in notes}.values(), key=lambda note: note.id))
