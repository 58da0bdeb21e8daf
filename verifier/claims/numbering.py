"""Find the numbers of a list that runs on inside a line: `1. ... 2. ... 3. ...`, and those of a report's paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.claims.naming import tells
from verifier.model import Span
from verifier.text.joins import MONTH

_NUMBER = re.compile(r"(\d(?<!\S.)\d?)[.)]\s{1,20}(?=[^\W\d_]|[\"'“‘(\[<$£€#`*\d])")
_STOP = frozenset(".!?:;])}>\"'”’»,")
_WINDOW = 24
_MONTH = re.compile(MONTH, re.IGNORECASE)
_ABBREVIATED = re.compile(r"\b(?:no|nos|nr|vol|fig|art|sec|ch|pp?|ver|approx|ca)\.$", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:\b(?i:v|ver|version|release|no|nr|number|article|articles|step|phase|section|part|chapter|level|layer|tier|stage|page|"
    r"figure|table|appendix|gen|generation|type|class|category|grade|model|option|question|round|season|episode|windows|and|"
    r"or|to|of|the|a|in|on|at|by|for|from|than|least|about|over|under|nearly|only|just|is|was|are|were)"
    r"|[^\W\d_]{0,20}[A-Z][^\W\d_]{0,20})\.?\s*$"
)

_PARAGRAPH = re.compile(r"([1-9]\d?(?:\.[1-9]\d?){1,3})\.?(?:\s{1,20}(?=[A-Z\"“‘])|\s{2,20}(?=\d))")
_FIRST = ".1"


def _before(text: str, start: int, at: int) -> str:
    return text[max(start, at - _WINDOW) : at].rstrip()


def _strong(text: str, start: int, at: int) -> bool:
    before = _before(text, start, at)
    return not before or (before[-1] in _STOP and not _ABBREVIATED.search(before))


def _opens(text: str, start: int, match: re.Match[str]) -> bool:
    before = _before(text, start, match.start())
    return not before or (before[-1] == ":" and match[1] == "1")


def _choose(text: str, start: int, found: list[re.Match[str]], number: int) -> re.Match[str] | None:
    """Return the place of `number`: after a stop if any such stands before the sure place of the next number."""
    sure = [m for m in found if _strong(text, start, m.start())]
    limit = next((m.start() for m in sure if int(m[1]) == number + 1), len(text))
    strong = next((m for m in sure if int(m[1]) == number and m.start() < limit), None)
    loose = (m for m in found if int(m[1]) == number and m.start() < limit)
    return strong or next((m for m in loose if not _COUNTED.search(_before(text, start, m.start()))), None)


def numbers(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the spans of the list numbers in `text[start:end]`, each with the space behind it.

    The first must open the text, or be a 1 behind a colon; the others must run on from it.
    """
    found = list(_NUMBER.finditer(text, start, end))
    if found and found[0][1] != "1":  # a list of days: 3. February ..., 4. March ...
        found = [match for match in found if not _MONTH.match(text, match.end(), end)]
    last = next((m for m in found if _opens(text, start, m)), None)
    chosen = []
    while last:
        chosen.append(Span(*last.span()))
        behind = last.end()
        found = [m for m in found if m.start() >= behind]
        last = _choose(text, start, found, int(last[1]) + 1)
    return tuple(chosen)


def without_numbers(text: str, found: Sequence[Span]) -> tuple[Span, ...]:
    """Return items without the numbers of paragraphs that they begin with, as reports have them: `2.1 The gate fell.`

    Only sentences are paragraphs, and there is a first with a second: versions and times of day begin elsewhere.
    """
    marks = [match for item in found if (match := _PARAGRAPH.match(text, *item)) and _is_told(text, match, item)]
    known = {match[1] for match in marks}
    if not any(number.endswith(_FIRST) and f"{number[:-1]}2" in known for number in known):
        return tuple(found)
    behind = {match.start(): match.end() for match in marks}
    return tuple(Span(behind.get(item.start, item.start), item.end) for item in found)


def _is_told(text: str, number: re.Match[str], item: Span) -> bool:
    told = text[number.end() : item.end].rstrip(' *_)"”’0123456789')
    return told.endswith((".", "!", "?", ":", ";")) and tells(told)
