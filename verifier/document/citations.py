"""Find facts that cite nothing in a document that cites elsewhere, and markers that name no source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verifier.claims.citations import citations
from verifier.claims.items import items
from verifier.claims.roles import ADVISING, FieldRole, role_of
from verifier.document import options
from verifier.document.remark import Remark, spot
from verifier.model import Claim, Field, Kind, Postmortem, Span

UNCITED, PLACEHOLDER = "uncited", "placeholder-citation"
LEAST_CITED, LEAST_BLOCKS = 0.6, 5
_TELLING = frozenset({Kind.FACT, Kind.ATTRIBUTION})
_EXEMPT = ADVISING | {FieldRole.TITLE, FieldRole.META, FieldRole.REFERENCE}
_CONCLUDES = re.compile(r"(?:therefore|thus|hence|so|overall|in (?:summary|conclusion)|estimat\w+)\b", re.IGNORECASE)
_NAMED = 4


class Block(NamedTuple):
    """Hold an item or paragraph: its field, the first fact it states, and whether it cites."""

    field: str
    fact: Claim
    cites: bool


def check(postmortem: Postmortem, claims: Sequence[Claim]) -> Iterator[Remark]:
    """Report, once for the document, the paragraphs that state facts and cite nothing; and every empty marker."""
    telling: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind in _TELLING and not _CONCLUDES.match(claim.text):
            telling[claim.field].append(claim)
    stated = (field for field in postmortem.fields if telling.get(field.name) and not _exempt(field))
    blocks = [block for field in stated for block in _blocks(field, telling[field.name])]
    bare = [block for block in blocks if not block.cites]
    cited, sources = len(blocks) - len(bare), {label for claim in claims for label in claim.citations}
    if bare and len(sources) > 1 and cited >= LEAST_BLOCKS and cited >= LEAST_CITED * len(blocks):
        yield _uncited(bare)
    yield from _placeholders(claims)


def _exempt(field: Field) -> bool:
    return role_of(field.name) in _EXEMPT or field.name in options.taxonomy()["fields"]["lead"]


def _blocks(field: Field, telling: Sequence[Claim]) -> Iterator[Block]:
    """Yield the items and paragraphs of a field that state facts of their own; each claim where all of them cite."""
    if all(claim.citations for claim in telling):
        yield from (Block(field.name, claim, cites=True) for claim in telling)
        return
    cut = items(field)
    found = [_block(field, item, [c for c in telling if item.start <= c.start < item.end]) for item in cut]
    blocks = [block for block in found if block]
    if not all(block.cites for block in blocks) and any(_only_cites(field.text[i.start : i.end]) for i in cut):
        blocks = [block._replace(cites=True) for block in blocks]
    yield from blocks


def _block(field: Field, item: Span, facts: Sequence[Claim]) -> Block | None:
    if not facts:
        return None
    return Block(field.name, facts[0], any(c.citations for c in facts) or bool(citations(field.text, *item)))


def _only_cites(text: str) -> bool:
    """Say whether an item is nothing but a marker, which then goes for what follows it."""
    found = citations(text)
    return len(found) == 1 and found[0].end - found[0].start == len(text.strip())


def _uncited(bare: Sequence[Block]) -> Remark:
    fields = list(dict.fromkeys(block.field for block in bare))
    named = ", ".join(fields[:_NAMED]) + (" and others" if len(fields) > _NAMED else "")
    many = f"{len(bare)} paragraphs cite" if len(bare) > 1 else "one paragraph cites"
    return Remark(
        UNCITED,
        tuple(spot(block.fact) for block in bare),
        message=f"{many} no source, while most others do: in {named}",
    )


def _placeholders(claims: Sequence[Claim]) -> Iterator[Remark]:
    for claim in claims:
        for marker in citations(claim.text) if "#" in claim.text else ():
            if not marker.labels:
                place = spot(claim, marker.start, marker.end)
                yield Remark(PLACEHOLDER, (place,), message=f'the marker "{place.said}" names no source')
