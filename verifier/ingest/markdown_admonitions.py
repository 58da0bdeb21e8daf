"""Read the boxes of MkDocs (`!!! note "Title"`, `=== "Tab"`): what is indented below them is text, no code."""

from __future__ import annotations

import re
from typing import NamedTuple

from verifier.ingest.markdown_templates import TAG
from verifier.model import Exclusion
from verifier.text.patterns import pattern

_SIGNS = ("!!! ", "??? ", "???+ ", "=== ", "===! ", "===+ ")
_TITLED = r"[ ]{1,3}\"[^\"\n]{0,200}\""
_BOX = pattern(
    rf"^(?P<indent> {{0,24}})(?:(?:!!!|\?\?\?\+?)[ ]{{1,3}}[a-z][\w -]{{2,60}}(?:{_TITLED})?|===[!+]?{_TITLED})"
    r"[ \t]{0,9}\r?(?=\n(?:[ \t]{0,40}\r?\n){0,3}(?P=indent)(?: {4}|\t)[ \t]{0,40}[^\s])",
    re.MULTILINE,
)
_ITEM = "-   ***"
"""An item of a list that begins with a rule: it holds what is indented, and the rule ends no paragraph but its own."""


class Admonitions(NamedTuple):
    """Hold a text of the same length in which boxes are items of a list, and the lines that open them."""

    seen: str
    skipped: tuple[Exclusion, ...]


def admonitions(text: str) -> Admonitions:
    """Read the boxes of a text; a box without anything indented below it is none."""
    if not any(sign in text for sign in _SIGNS):
        return Admonitions(text, ())
    found = list(_BOX.finditer(text))
    seen = _BOX.sub(lambda box: f"{box['indent']}{_ITEM}".ljust(len(box[0])), text)
    return Admonitions(seen, tuple(Exclusion(box.end("indent"), box.end(), TAG) for box in found))
