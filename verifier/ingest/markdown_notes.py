"""Tell footnotes that go on telling, and are text, from those that name a source."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from verifier.data.lexicons import irregular_verbs
from verifier.ingest.markdown_pieces import Piece
from verifier.ingest.markdown_references import noted
from verifier.ingest.markdown_sections import Section
from verifier.layout import Edit
from verifier.model import Field
from verifier.text.lines import PROSE, verbal
from verifier.text.patterns import pattern

NOTES = "Text of footnotes"
"""The name of the section that footnotes make which are text."""
_NAMES = pattern(
    r"[\"“”„«‘*_]|\b(?:see|via|sources?|cf|ibid|pp?|vol|eds?|et al|retrieved|accessed|archived|according|quoted|cited"
    r"|report(?:s|ed)?|wrote|writes|says?|said|told|published|interview|statement|press|articles?|paper|news)\b",
    re.IGNORECASE,
)
_STOPS, _AROUND = (".", "!"), "\"'”’)"


def told(notes: Sequence[Piece]) -> frozenset[str]:
    """Return the labels of the footnotes that are sentences, and name neither an address nor who wrote what."""
    naming = {piece.note for piece in notes if not _is_told(piece)}
    return frozenset(piece.note for piece in notes) - naming


def with_told(sections: Iterable[Section], notes: Iterable[Piece], labels: Collection[str]) -> Iterator[Section]:
    """Yield the sections of a document, and behind them one of the footnotes that are text."""
    yield from sections
    if labels:
        yield Section(NOTES, 0, tuple(piece for piece in notes if piece.note in labels))


def unmarked(pieces: Iterable[Piece], labels: Collection[str]) -> Iterator[Edit]:
    """Yield the marks of the footnotes that are text: they cite nothing."""
    for piece in pieces if labels else ():
        marks = (mark for mark in piece.marks if mark.kind == "footnote_ref" and mark.target in labels)
        yield from (Edit(*piece.mapping.span(mark.start, mark.end)) for mark in marks)


def citing(field: Field, labels: Collection[str]) -> Field:
    """Return a field without the links that are marks of footnotes that are text."""
    marks = {(f"^{label}",) for label in labels}
    return replace(field, links=tuple(each for each in field.links if each.labels not in marks)) if marks else field


def _is_told(piece: Piece) -> bool:
    """Tell whether a footnote is a sentence of its own."""
    words = piece.content.split()
    plain = next(target for _, target in noted([piece])) == " ".join(piece.content.split())
    ended = piece.content.rstrip(_AROUND).endswith(_STOPS) and len(words) >= PROSE
    if not (plain and ended) or piece.marks or _NAMES.search(piece.content):
        return False
    low = [word for word in words if word.islower()]
    return verbal(low) or not irregular_verbs().isdisjoint(low)
