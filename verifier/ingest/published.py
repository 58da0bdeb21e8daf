"""Find the day a text says it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from verifier.text.lines import tabled
from verifier.text.patterns import pattern

_GERMAN = {"mär": "mar", "mai": "may", "okt": "oct", "dez": "dec"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary?)?|feb(?:ruary?)?|mar(?:ch)?|märz|apr(?:il)?|ma[yi]|jun[ei]?|jul[yi]?|aug(?:ust)?|sept?(?:ember)?"
    r"|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\b\.?"
)
_YEAR = r"(?:19|20)\d\d"
_DATE = pattern(
    rf"(?<![\d/.-])(?:(?P<iso>{_YEAR}[-/]\d\d[-/]\d\d)"
    rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th|\.)?(?: of)? {{0,3}}(?P<m1>{_MONTH}),? {{0,3}}(?P<y1>{_YEAR})"
    rf"|(?P<d3>\d{{1,2}})[/.](?P<m3>\d{{1,2}})[/.](?P<y3>{_YEAR}))(?!\d)"
    rf"|\b(?P<m2>{_MONTH}) {{0,3}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? {{0,3}}(?P<y2>{_YEAR})(?!\d)",
    re.IGNORECASE,
)
_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[+-]\d\d:?\d\d)?"
_TIME = rf"(?:(?:at|[,T])? {{0,3}}{_CLOCK} {{0,3}}(?:[ap]\.?m\.?)? {{0,3}}(?:[A-Z]{{1,4}}\b)?)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]? {0,3})"
_LABEL = pattern(
    r"[\s#*_>-]{0,8}(?:first )?(?:published|posted|publication date|published date|date published|date)\b"
    rf"[*_]{{0,2}}:?[*_]{{0,2}} {{0,3}}(?:on\b|at\b)?:? {{0,3}}[\"']?{_WEEKDAY}?$",
    re.IGNORECASE,
)
_LATER = pattern(r"\b(?:updated|modified|edited|revised|last)\b[^|]{0,20}$", re.IGNORECASE)
_LEADING_TIME = pattern(rf"^ {{0,3}}{_TIME}", re.IGNORECASE)
_BETWEEN = pattern(r"[|·•]|\s[–—-]\s")
_BYLINE = pattern(r"\s{0,8}by\s", re.IGNORECASE)
_STAMP_WORDS = pattern(
    rf"{_WEEKDAY}|\b(?:an?|\d{{1,3}}) (?:min(?:ute)?|hour|day|week|month|year)s? ago\b"
    r"|\b(?:first|last|published|publication|posted|updated|modified|edited|revised|date|on|at)\b",
    re.IGNORECASE,
)
_HEAD, _HEAD_LINES, _PROSE = 4000, 12, 20


def parse_date(text: str) -> date | None:
    """Return the one date a short text holds, or None where it holds none, several or an ambiguous one (03/04/2021)."""
    found = {day for _, _, day in dates(text)}
    return found.pop() if len(found) == 1 else None


def published_in(text: str) -> date | None:
    """Return the day that the first lines of a text give as its own, or None where they are silent or disagree.

    A line that opens with "Published on" or the like wins; otherwise a byline or date line above the first paragraph.
    """
    stamps: set[date] = set()
    for line in _head(text):
        if opening := _opening(line):
            return opening
        stamps.update(_stamps(line))
    return stamps.pop() if len(stamps) == 1 else None


def _head(text: str) -> Iterator[str]:
    """Yield the first lines of a text but for rows of tables, the first paragraph of prose last."""
    lines = [line for line in text[:_HEAD].splitlines() if line.strip()]
    rows = tabled(lines)
    for at, line in enumerate(lines[:_HEAD_LINES]):
        if at not in rows:
            yield line
        if len(line.split()) >= _PROSE:
            return


def dates(text: str) -> Iterator[tuple[int, int, date]]:
    """Yield where the dates of a text begin and end, and those; ambiguous ones are left out."""
    for match in _DATE.finditer(text):
        if day := _value(match):
            yield match.start(), match.end(), day


def _value(match: re.Match[str]) -> date | None:
    part = {key[0]: value for key, value in match.groupdict().items() if value is not None}
    try:
        if iso := part.get("i"):
            return date.fromisoformat(iso.replace("/", "-"))
        return date(int(part["y"]), *_month_and_day(part["m"], part["d"]))
    except ValueError:
        return None


def _month_and_day(month: str, day: str) -> tuple[int, int]:
    """Return month and day as numbers; a purely numeric pair must be unambiguous.

    Raises: ValueError where it is not.
    """
    if not month.isdecimal():
        short = month[:3].lower()
        return _MONTHS.index(_GERMAN.get(short, short)) + 1, int(day)
    low, high = sorted((int(month), int(day)))
    if low != high and high <= len(_MONTHS):
        raise ValueError(month)
    return low, high


def _opening(line: str) -> date | None:
    """Return the date of a line such as "Published on 2021-03-08 00:00:00. The ..."."""
    for start, end, day in dates(line[:120]):
        rest = _LEADING_TIME.sub("", line[end:]).lstrip(" \"'*_")
        return day if _LABEL.match(line[:start]) and (not rest or rest[0] in ".|·•–—(\r") else None
    return None


def _stamps(line: str) -> Iterator[date]:
    """Yield the dates of a byline or date line; those of a later revision are left out."""
    if len(line.split()) >= _PROSE:
        return
    for part in _BETWEEN.split(line):
        found = list(dates(part))
        if _BYLINE.match(part) or not _letters_beside(part, found):
            yield from (day for start, _, day in found if not _LATER.search(part[:start]))


def _letters_beside(part: str, found: list[tuple[int, int, date]]) -> bool:
    """Tell whether a part of a line says anything but its dates, times and what they are of."""
    rest = part
    for start, end, _ in reversed(found):
        rest = rest[:start] + _LEADING_TIME.sub("", rest[end:])
    return any(map(str.isalnum, _STAMP_WORDS.sub("", rest)))
