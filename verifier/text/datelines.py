"""Recognise lines that hold only a date, a time or who wrote when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from verifier.text.lines import Line, capitals, verbal
from verifier.text.normalise import level
from verifier.text.patterns import pattern

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = {name for month in _MONTHS for name in (month, month[:3])} | {"sept"}
_DAY = {name for day in _DAYS for name in (day, day[:3], day[:4])} | {"tues", "today", "yesterday"}
_STAMPS = {"published", "posted", "updated", "modified", "edited", "created", "date", "issued", "revised"}
_POSTED = _STAMPS - {"date"}
_MADE = _POSTED | {"dated", "exported", "generated", "held", "pasted", "prepared", "printed", "written"}
_BY, _ORDER = {"at", "by", "for", "from", "in", "on", "the", "using"}, {"first", "last", "originally"}
_HANDLE = pattern(r"[#@]?\w+(?:[._-]\w+)+|[#@]\w+")
_STAMP_LENGTH = 120
_FILLERS = {"a", "an", "and", "at", "first", "last", "of", "on", "original", "the", "am", "pm", "a.m", "p.m"}
_FILLERS |= {"-", "|", "/", "·", "•"}
_SPELT = ("second", "minute", "min", "hour", "hr", "day", "week", "month", "year")
_UNITS = {f"{unit}{ending}" for unit in _SPELT for ending in ("", "s")}
_ZONE = pattern(
    r"(?:a|ac|ae|ak|aw|b|c|ce|e|ee|hk|i|j|k|m|n|nz|p|sa|sg|w|we)[sd]?t|utc|gmt|z|eastern|pacific|central|time|local"
)
_NUMBER = pattern(r"\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d\d|none")
_STAMP = pattern(
    r"\d{4}-\d{1,2}-\d{1,2}(?:t\d\S{1,20})?|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})|\d{1,2}[:.]\d{2}(?::\d{2})?(?:[ap]m|z)?(?:[+-]\d{2}:?\d{2})?|\d{1,2}[ap]m"
)
_CLOCK = pattern(r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:[ap]m|z)?")
_LEADING = pattern(r"(?:first |last )?(?:published|posted|updated)(?: on| at)?:? ", re.IGNORECASE)
_SEPARATORS = {"|", "·", "•", "-", "/"}
_SPANS = {"after", "before", "between", "during", "from", "in", "since", "till", "to", "until"}
_ENDS_DATED = pattern(r"\d.{0,12}$|ago$")
_LONGEST = 14


@lru_cache(maxsize=4096)
def _kind(word: str) -> str:
    """Return what part of a date the word is: day, stamp, number, prefix, filler, or nothing."""
    if word in _MONTH or word in _DAY or word == "ago":
        return "day"
    if _STAMP.fullmatch(word):
        return "stamp"
    if _NUMBER.fullmatch(word):
        return "number"
    if word in _STAMPS:
        return "prefix"
    return "filler" if word in _FILLERS | _UNITS or _ZONE.fullmatch(word) else ""


def is_date(words: Sequence[str]) -> bool:
    """Tell whether the folded words are nothing but a date or a time, with words like `updated` or `ago`.

    A label that is none of these, such as `Time:`, says that the time is that of something.
    """
    if not 1 <= len(words) <= _LONGEST or (words[0].endswith(":") and _kind(words[0].strip(":")) == "filler"):
        return False
    kinds = []
    for word in words:
        kinds.append(_kind(word.strip(",.:;()[]") or "-"))
        if not kinds[-1]:
            return False
    dated = "stamp" in kinds or ("number" in kinds and ("day" in kinds or "prefix" in kinds))
    return dated or ("ago" in words and "filler" in kinds)


def is_made(text: str) -> bool:
    """Tell whether a line only says who made a document, and when: `Created by Ulla, last modified 9 Dec`."""
    words = level(text).split()
    low = [word.lower().strip(",.:;()[]") for word in words]
    first = low[0] in _ORDER if low else False
    if len(low) > _LONGEST or len(low) < first + 2 or low[first] not in _MADE:
        return False
    told = list(zip(words[first + 1 :], low[first + 1 :], strict=True))
    after = low[first + 1]
    return (after in _BY or _kind(after) in {"day", "number", "stamp"}) and all(
        each in _MADE | _BY | _ORDER or _kind(each) or not word.lstrip("(")[:1].islower() or _HANDLE.fullmatch(each)
        for word, each in (told[2:] if first and after == "by" else told)
    )


def is_stamp(text: str) -> bool:
    """Tell whether a text only says at what time something was posted: `Posted 3 hours ago. May 3 - 14:32 UTC`."""
    if len(text) >= _STAMP_LENGTH or "[" in text:
        return False
    words = level(text).lower().split()
    bare = {word.strip(",.:;()") for word in words}
    timed = "ago" in bare or any(map(_CLOCK.fullmatch, bare))
    return timed and is_date(words) and not bare.isdisjoint(_POSTED)


def leading(text: str) -> int:
    """Return the length of a `Published on ... .` that stands before the article's first sentence, or 0."""
    head = level(text[:120]).lower()
    begin = len(head) - len(head.lstrip())
    match = _LEADING.match(head, begin)
    at = head.find(".", match.end()) if match else -1
    while at >= 0:
        ends = at + 1 == len(head) or head[at + 1].isspace()
        if ends and is_date(head[begin:at].split()):
            return at + 1
        at = head.find(".", at + 1)
    return 0


def place(line: Line) -> bool:
    """Tell whether the line is an agency's or a town's name before the first sentence: `LEEDS (Wire) -`."""
    return line.size <= 5 and line.words[-1:] in {("-",), ("--",)} and capitals(line.text) == 1.0


def signed(line: Line) -> bool:
    """Tell whether the line says who wrote it and when: a few words, then a date."""
    if line.final or not _ENDS_DATED.search(line.key):
        return False
    for cut in range(1, min(line.size - 2, _LONGEST)):
        before, after = line.words[:cut], line.words[cut:]
        parted = before[-1] in _SEPARATORS or before[-1].endswith((",", "|"))
        if (parted or len(after) >= 5) and len(after) >= 3 and is_date(after):
            last = before[-1].strip(",")
            labelled = last.endswith(":") or (_kind(last) and last not in _SEPARATORS)
            return not (verbal(before) or _SPANS.intersection(before) or labelled)
    return False


def byline(line: Line) -> bool:
    """Tell whether the line begins with `By` and goes on with names."""
    rest = line.text.split()[1:]
    by = line.words[:1] == ("by",) and 1 <= len(rest) <= 12 and not line.final
    return by and rest[0][:1].isupper() and capitals(" ".join(rest)) >= 0.5
