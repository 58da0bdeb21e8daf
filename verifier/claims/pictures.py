"""Tell the captions of pictures: by a number, by a section of their own, or by the picture that they stand beside."""

from __future__ import annotations

import re

from verifier.claims.naming import names
from verifier.layout import written
from verifier.model import Field, Span
from verifier.text.patterns import pattern

CAPTION = "a caption"
_LABELS = (
    r"Figure|Fig\.|Image|Screenshot|Graph|Chart|Photo(?:graph)?|Picture|Map|Diagram|Plot|Illustration|Table|Exhibit"
)
_CAPTION = pattern(
    rf"(?P<label>{_LABELS})(?:(?P<number>\s?\d{{1,3}})(?:[:.]|(?=[ \t]?\Z))|[:.])\s?(?P<shown>[^\n]{{0,120}})"
)
_PICTURE = (
    r"(?:!\[[^\[\]\n]{0,300}\](?:\([^()\n]{0,300}\)|\[[^\[\]\n]{0,80}\])|!\[\[[^\[\]\n]{1,200}\]\]|<img\b[^<>]{0,300}>)"
)
_GAP = r"(?:\s|</?(?:figure|p|center|br)\b[^<>]{0,80}>){0,9}"
_UNDER = pattern(rf"{_PICTURE}{_GAP}(?P<marked>[*_]|<(?:figcaption|em|i)\b[^<>]{{0,80}}>)?[*_]?\Z", re.IGNORECASE)
_ABOVE = pattern(rf"[*_]{{0,2}}{_GAP}{_PICTURE}", re.IGNORECASE)
_FAR = 700


def is_caption(text: str, section: str = "") -> bool:
    """Tell whether a line with a number or in a section of its own names what a picture shows: `Figure 3: Overview`."""
    found = _CAPTION.fullmatch(text)
    if not found or not (found["number"] or section.casefold().startswith(found["label"].rstrip(".").lower())):
        return False
    return names(found["shown"])


def is_beside_picture(field: Field, item: Span) -> bool:
    """Tell whether an item beside a picture names what that shows: with a label, or in italics below it."""
    text = field.text[slice(*item)]
    found = _CAPTION.fullmatch(text)
    if not names(found["shown"] if found else text):
        return False
    at, end = written(field.layout, *item)
    below = _UNDER.search(field.raw, max(0, at - _FAR), at)
    if found:
        return bool(below or _ABOVE.match(field.raw, end, end + _FAR))
    return below is not None and below["marked"] is not None and not text.endswith(".")
