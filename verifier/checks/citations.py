"""Find facts that cite nothing in a document that cites elsewhere, and markers that name no source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from verifier.checks.remark import Remark, spot
from verifier.claims.citations import citations
from verifier.claims.items import items
from verifier.claims.roles import FieldRole, role_of
from verifier.model import Claim, Kind, Postmortem, Span

UNCITED, PLACEHOLDER = "uncited", "placeholder-citation"
LEAST_CITED, LEAST_BLOCKS = 0.6, 5
_TELLING = frozenset({Kind.FACT, Kind.ATTRIBUTION})
_EXEMPT = frozenset({FieldRole.TITLE, FieldRole.META, FieldRole.ADVICE, FieldRole.PLAN})
_NAMED = 4

Blocks = dict[tuple[str, Span], list[Claim]]


def check(postmortem: Postmortem, claims: Sequence[Claim]) -> Iterator[Remark]:
    """Report, once for the document, the paragraphs that state facts and cite nothing; and every empty marker."""
    blocks = _blocks(postmortem, claims)
    cited = {place for place, inside in blocks.items() if any(c.citations for c in inside)}
    citing = {field for field, _ in cited}
    if len(cited) >= LEAST_BLOCKS and len(cited) >= LEAST_CITED * len(blocks):
        bare = {place: inside for place, inside in blocks.items() if place not in cited and place[0] in citing}
        yield from _uncited(bare)
    yield from _placeholders(claims)


def _blocks(postmortem: Postmortem, claims: Sequence[Claim]) -> Blocks:
    """Return the claims that state facts by the item or paragraph they stand in."""
    found: defaultdict[tuple[str, Span], list[Claim]] = defaultdict(list)
    telling = [c for c in claims if c.kind in _TELLING]
    for field in postmortem.fields:
        if role_of(field.name) in _EXEMPT:
            continue
        mine = [c for c in telling if c.field == field.name]
        for item in items(field):
            for claim in mine:
                if item.start <= claim.start < item.end:
                    found[field.name, item].append(claim)
    return dict(found)


def _uncited(bare: Blocks) -> Iterator[Remark]:
    if bare:
        first = next(iter(bare.values()))[0]
        fields = Counter(field for field, _ in bare)
        named = ", ".join(list(fields)[:_NAMED]) + (" and others" if len(fields) > _NAMED else "")
        many = f"{len(bare)} paragraphs cite" if len(bare) > 1 else "one paragraph cites"
        yield Remark(UNCITED, (spot(first),), message=f"{many} no source, while the others do: in {named}")


def _placeholders(claims: Sequence[Claim]) -> Iterator[Remark]:
    for claim in claims:
        for marker in citations(claim.text) if "#" in claim.text else ():
            if not marker.labels:
                place = spot(claim, marker.start, marker.end)
                yield Remark(PLACEHOLDER, (place,), message=f'the marker "{place.said}" names no source')
