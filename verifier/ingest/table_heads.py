"""Tell what the head of a table is, and what a figure that stands alone in a cell counts: the head of its column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from verifier.data.word_lists import table
from verifier.text.patterns import pattern

_COUNT = pattern(r"[~≈<>≥≤+]?\s?\d{1,3}(?:[,. ]?\d{3})*(?:\.\d+)?\+?")
_SHARE = pattern(r"[~≈<>≥≤+]?\s?[$€£]?\s?\d[\d,.]*\s?(?:%|[kKmMbB]|bn|[$€£])?")
_UNCOUNTED = pattern(
    r"(?:#|no\.?|nr\.?|id|number|step|rank|year|day|month|week|date|time|version|build|port|code|line|hour|at|when|ticket"
    r"|start|end|priority|severity|p|sev)",
    re.IGNORECASE,
)
_NUMBERING = pattern(r"#|№|(?:s(?:r|l)?\.? ?)?(?:no|nr)\.?|number|step|item|row|id|idx|index", re.IGNORECASE)
_NUMBER = pattern(r"#?\d{1,3}[.)]?")
_EMPTY = pattern(r"(?:values?|counts?|numbers?|totals?|amounts?|figures?|results?|data|quantity)", re.IGNORECASE)
_DAY = pattern(r"\d{1,2}\.\d{1,2}\.\d{2,4}")
_YEAR = pattern(r"(?:19|20)\d\d")
_OTHER = pattern(r"[/\d]")
_VALUE = pattern(r"(?!(?:19|20)\d\d\s*\Z)[~≈<>≥≤+]?\s?[$€£]?\s?\d")
TIMED = pattern(r"[`*_\[(]{0,4}(?:\d{4}-\d\d-\d\d[ T])?\d{1,2}[:.]\d\d\b")
"""How a line begins that tells of a time of day."""
_CLOCK = pattern(r"(?:\d{4}-\d\d-\d\d[ T])?\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?", re.IGNORECASE)
_ZONE = pattern(r"(?<![^\W_])[A-Z]{2,4}(?![^\W_])")
_UNITED = pattern(
    r"(.{0,40}?)(?:\s?[(\[](?:in )?([^\W\d_]{1,12}|[%$€£])[)\]]|,\s?(?:in )?([^\W\d_]{1,12})|\sin\s([^\W\d_]{1,12}))"
)
_UNIT = pattern(r"units?(?: of measure(?:ment)?)?|uom|einheit(?:en)?", re.IGNORECASE)
_NAMED_UNIT = pattern(
    r"(?!(?:none|n/?a|nil|counts?|numbers?|units?|figures?)\Z)[^\W\d][^\d|]{0,29}|[%°$€£‰#][^\d|]{0,9}", re.IGNORECASE
)
_FIGURE = pattern(r"[~≈<>≥≤+−–-]?\s?\d[\d,.]{0,20}(?:\s?(?:[–-]|to)\s?\d[\d,.]{0,20})?")
_SCALES = frozenset({"thousands", "millions", "billions"})
_BOLD = frozenset({"**", "__"})
_LONGEST, _PAIR, _SAYING = 40, 2, 6


def says_nothing(head: str) -> bool:
    """Tell whether the head of a column names no things: `Value` and the like."""
    return bool(_EMPTY.fullmatch(head))


def is_number(cell: str, head: str) -> bool:
    """Tell whether a cell only numbers its row: `3` below `#` or `Step`."""
    return bool(_NUMBERING.fullmatch(head.strip(" *_")) and _NUMBER.fullmatch(cell.strip(" *_`")))


def is_label(cell: str) -> bool:
    """Tell whether a cell is in bold, as those are that name what stands beside them."""
    return cell[:2] in _BOLD


def heads(cells: Sequence[str], *, named: bool = True) -> tuple[bool, ...]:
    """Return which cells of a table's first row are heads of columns; none where it is a row as those below it.

    It is one with two cells and a value in the second, or with the first alone in bold: `Users hit | 3,000`. Where the
    format names no rows of heads, it is one with a bare figure in any cell. Among heads, many words or a time of day at
    the beginning state something. A row that begins with a label has none: `Status: | Done`.
    """
    if cells and cells[0].rstrip(" *_").endswith(":"):
        return ()
    if named and len(cells) == _PAIR and (_VALUE.match(cells[1]) or [*map(is_label, cells)] == [True, False]):
        return ()
    if not named and any(_SHARE.fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in cells):
        return ()
    return tuple(len(cell.split()) < _SAYING and not TIMED.match(cell) for cell in cells)


def marked(rows: Sequence[str], cells: Sequence[str], *, labelled: bool = False) -> str:
    """Return the rows of a table as Markdown, each written with its borders; `cells` are those of the first.

    Where the first has no heads, or nothing below it, or is `labelled` as a row by its first cell, no column has one.
    """
    stated = labelled or len(rows) == 1 or not heads(cells, named=False)
    first = (f"|{'  |' * len(cells)}", *rows) if stated else rows
    return "\n".join((first[0], f"|{'---|' * len(cells)}", *first[1:]))


def headed(words: str, head: str) -> tuple[str, str]:
    """Return what is read before a cell and behind it: the head of its column, which tells what a figure counts.

    A unit that the head names stands first behind the figure, and the zone of a time of day behind that.
    """
    if _CLOCK.fullmatch(words):
        zone = next((word for word in _ZONE.findall(head) if word.lower() in table("calendar")["zones"]), "")
        return "", zone and f" {zone}"
    named, unit = unit_of(head)
    counted = _counted(words, named)
    if not _COUNT.fullmatch(words):
        return (counted and f"{counted} "), ""
    return "", "".join(f" {part}" for part in (unit, counted) if part and _SHARE.fullmatch(words))


def is_unit(head: str, cell: str) -> bool:
    """Tell whether a cell holds the unit of its row's figures: `hours` below `Unit`."""
    return bool(_UNIT.fullmatch(head.strip(" *_")) and _NAMED_UNIT.fullmatch(cell))


def is_figure(cell: str) -> bool:
    """Tell whether a cell is a bare figure, which may have a sign before it."""
    return bool(_FIGURE.fullmatch(cell))


def unit_of(head: str) -> tuple[str, str]:
    """Return the words of a head without its unit, and that: `Cost (USD)`, `Latency, ms`, `Downtime in minutes`."""
    found = _UNITED.fullmatch(head)
    unit = next(filter(None, found.groups()[1:]), "") if found else ""
    unit = unit.removesuffix("s") if unit.lower() in _SCALES else unit
    return (found[1].strip(), unit) if found and {unit, unit.lower()} & _units() else (head, "")


@cache
def _units() -> frozenset[str]:
    """Return the names and signs of units, the codes of currencies, and large numbers."""
    rows = (row for kind in table("units").values() for name, row in kind.items() if name != "base")
    known = (word for row in rows for word in (*row["names"], *row["symbols"]))
    return frozenset((*known, *table("currencies")["codes"], *(word.removesuffix("s") for word in _SCALES)))


def _counted(words: str, head: str) -> str:
    """Return what the figure of a cell counts, empty where it is no bare figure or its head names no things."""
    if not _SHARE.fullmatch(words) or _DAY.fullmatch(words) or not any(map(str.isalpha, head)) or _OTHER.search(head):
        return ""
    if len(head) > _LONGEST or any(_UNCOUNTED.fullmatch(word) for word in re.findall(r"[\w#.]+", head)[:1]):
        return ""
    first = head.split(maxsplit=1)[0]
    return head if not first[1:].islower() else head[0].lower() + head[1:]
