"""Decide which sources a claim may lean on: those it cites, or all where it cites none that is supplied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verifier.model import Claim, Postmortem, Role, Source


@dataclass(frozen=True, slots=True)
class Citing:
    """Hold how a postmortem's citations meet the sources supplied.

    `universe` are the ids that may serve as evidence at all, `names` maps every label to the ids it stands for,
    `missing` are cited labels that nothing supplied carries, `mentioned` such links that are no citations.
    """

    universe: frozenset[str]
    names: dict[str, str]
    missing: tuple[str, ...]
    resolved: tuple[str, ...]
    mentioned: tuple[str, ...] = ()


def citing(postmortem: Postmortem, claims: Sequence[Claim], sources: Sequence[Source]) -> Citing:
    """Resolve every label that the postmortem cites.

    A postmortem that lists its articles leans on these and on the ones its markers name; any other on all supplied.
    """
    usable = [s for s in sources if s.role is Role.CITED]
    names = _names(postmortem, sources)
    labels = dict.fromkeys((*postmortem.cited, *(label for c in claims for label in c.citations)))
    loose = frozenset(postmortem.mentions)
    found = {label: names[label] for label in labels if label in names}
    listed = {names[label] for label in postmortem.cited if label in names}
    universe = listed | set(found.values()) if listed else {s.id for s in usable}
    return Citing(
        universe=frozenset(universe & {s.id for s in usable}),
        names=found,
        missing=tuple(label for label in labels if label not in names and label not in loose),
        resolved=tuple(found),
        mentioned=tuple(label for label in labels if label not in names and label in loose),
    )


def _names(postmortem: Postmortem, sources: Iterable[Source]) -> dict[str, str]:
    """Map ids, URLs and the labels of the reference list to source ids."""
    known = {}
    for source in sources:
        known[source.id] = source.id
        if source.url:
            known[source.url.rstrip("/")] = source.id
    for label, target in postmortem.references:
        hit = known.get(target) or known.get(target.rstrip("/")) or known.get(label.removeprefix("^"))
        if hit:
            known.setdefault(label, hit)
    return known


def cited_by(claim: Claim, found: Citing) -> frozenset[str]:
    """Return the sources that a claim cites and that may serve as evidence."""
    return frozenset(found.names[label] for label in claim.citations if label in found.names) & found.universe
