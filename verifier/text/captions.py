"""Find the captions and credits of pictures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.text import vocabulary
from verifier.text.lines import Line, capitals, verbal

CAPTION = "caption"
CREDIT = "photo credit"
_SHORTEST = 6
_LONGEST = 45
_LITTLE = 12
_NEAR = 40
_REPEATED = 0.85
_TOLD = 0.6
_INNER = re.compile(r"[a-z)\]\"'”’][.!?][\"'”’]?\s+[\"'“‘]?[A-Z]")
_PUNCTUATED = 0.75
_SAMPLE = 4


def punctuated(lines: Sequence[Line]) -> bool:
    """Tell whether the page's long lines end like sentences, so that one that does not stands out."""
    long = [line for line in lines if line.size >= _SHORTEST]
    return len(long) >= _SAMPLE and sum(line.final for line in long) >= _PUNCTUATED * len(long)


def _open(line: Line) -> bool:
    """Tell whether the line has a caption's shape: as long as a sentence, without a sentence's end."""
    begins = line.text[0] != "#" and not line.text[0].islower()
    return begins and _SHORTEST <= line.size <= _LONGEST and not line.final and not _INNER.search(line.text)


def _marked(key: str) -> bool:
    return any(mark in key for mark in vocabulary.words("captions", "marks"))


def credit(line: Line) -> bool:
    """Tell whether the line can name the owner of a picture: one to four capitalised words."""
    shape = line.size <= 4 and not line.final and all(word.isalpha() or word == "&" for word in line.words)
    return shape and capitals(line.text) == 1.0 and not verbal(line.words) and not vocabulary.reason("weak", line.key)


def _overlap(at: int, lines: Sequence[Line]) -> float:
    """Return the largest share of the line's words that a paragraph of prose near it has too."""
    own = set(lines[at].words)
    near = (other for other in lines[max(0, at - _NEAR) : at + _NEAR] if other.prose)
    return max((len(own.intersection(other.words)) for other in near), default=0) / len(own)


def _caption(at: int, lines: Sequence[Line]) -> bool:
    """Tell whether the line says `(pictured)` and little else, or repeats what the text says."""
    if _marked(lines[at].key) and lines[at].size <= _LITTLE:
        return True
    return lines[at].size > _SHORTEST + 1 and _overlap(at, lines) >= (_TOLD if _marked(lines[at].key) else _REPEATED)


def _below_credit(at: int, lines: Sequence[Line], reasons: Sequence[str]) -> bool:
    """Tell whether the line stands below a credit, and both stand amid prose."""
    credited = reasons[at - 1] == CREDIT or (not reasons[at - 1] and credit(lines[at - 1]))
    beside = (*lines[max(0, at - 2) : at - 1], *lines[at + 1 : at + 2])
    return credited and any(line.prose for line in beside)


def _starts(lines: Sequence[Line], reasons: Sequence[str], first: int) -> list[int]:
    """Return the lines that are captions by a sign of their own."""
    found = []
    for at, line in enumerate(lines):
        if at < first or reasons[at] or not _open(line):
            continue
        if (at > first and _below_credit(at, lines, reasons)) or _caption(at, lines):
            found.append(at)
    return found


def mark(lines: Sequence[Line], reasons: list[str], first: int = 0) -> None:
    """Set the reasons of captions and of the credits before them, from line `first` on.

    A caption is a line without a sentence's end, on a page whose paragraphs have one, that stands below a credit,
    says `(pictured)`, repeats a sentence of the text, or stands beside such a line.
    """
    if not punctuated(lines):
        return
    for at in _starts(lines, reasons, first):
        reasons[at] = CAPTION
        if at and not reasons[at - 1] and credit(lines[at - 1]) and at > first:
            reasons[at - 1] = CREDIT
    for at in range(first + 1, len(lines)):
        pair = (reasons[at - 1], reasons[at])
        if pair == (CAPTION, "") and _open(lines[at]):
            reasons[at] = CAPTION
        elif pair == ("", CAPTION) and _open(lines[at - 1]):
            reasons[at - 1] = CAPTION
