"""Tell where a full stop does not end a sentence: one rule a function, each given the text left and right of it."""

from __future__ import annotations

import re

from verifier.text.abbreviations import group

_LABEL = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.")
_LISTED = re.compile(r"\(?(?:[a-z]|[ivx]{1,5})\)\s")
_ASIDE = re.compile(r"(?:(?:\[[^\[\]]{1,40}\]|\([^\W\d_]{2,30}\)|<[^<>]{1,40}>)(?:,?\s)?){1,8}[.,;:!?]")
"""Citations, or a single word in brackets, with a stop behind them: they end a sentence that began before them."""
_BRAND = re.compile(r"[\"'(]?[a-z]{1,3}[A-Z]")
_POSSESSIVE = re.compile(r"\w+'s\b")
_LAST_WORD = re.compile(r"(?:^|[\s\"'(\[-])([^\s\"'(\[-]+)\.$")
_FIRST_WORD = re.compile(r"[\"'(\[]{0,2}([^\W\d_]+)")
_INITIAL = re.compile(r"(?:^|[\s.(\"'-])[^\W\d_]\.$")
_ACRONYM = re.compile(r"(?:^|[\s(\"'-])(?:[A-Z]\.){2,}$")
_ASKED = re.compile(r"[?!][\"']{1,2}$")
_SPEAKER = re.compile(
    r"(?:[\w.'-]+ ){1,4}?([a-z]+)(?=[.,:;]|$)|(?:[A-Z][\w.'-]+ ){1,2}([a-z]+)(?= (?:at|during|in|on|to) )"
)
MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
MONTH = rf"{MONTH_NAME}(?!\s+\d{{1,2}}\b(?![:.]\d))"
"""A month that no day follows: what stands before it, as in `3. February`, may be one."""
_ORDINAL = re.compile(r"(?:^|[\s(\"'-])(?:[12]?\d|3[01])\.$")
_MONTH = re.compile(MONTH, re.IGNORECASE)
_INSIDE = frozenset(",;:%)]")


def first_word(right: str) -> str:
    """Return the word that the text begins with, lower-case, or an empty text."""
    match = _FIRST_WORD.match(right)
    return match.group(1).lower() if match else ""


def last_word(left: str) -> str:
    """Return the word that the text ends in with a full stop, lower-case, or an empty text."""
    match = _LAST_WORD.search(left)
    return match.group(1).lower() if match else ""


def _runs_on(left: str, right: str) -> bool:
    """Tell whether the right side begins like the middle of a sentence."""
    bare = right.lstrip("\"'([")[:1]
    if bare in _INSIDE or (right[:1] == "." and right[1:2] != ".") or _ASIDE.match(right):
        return True
    return bare.islower() and not (_BRAND.match(right) or _LISTED.match(right) or left.endswith("•"))


def _label(left: str, _right: str) -> bool:
    """Tell whether the left side is a bare list number."""
    return _LABEL.fullmatch(left) is not None


def _title(left: str, _right: str) -> bool:
    """Tell whether the left side ends in a title, which a name follows."""
    return last_word(left) in group("titles")


def _numbered(left: str, right: str) -> bool:
    """Tell whether a number follows a word like `No.` or `fig.`."""
    return right[:1].isdigit() and last_word(left) in group("numbered")


def _clock(left: str, right: str) -> bool:
    """Tell whether a day or a time zone follows a time of day."""
    if last_word(left) not in group("clock") or _POSSESSIVE.match(right):
        return False
    return right[:1].isdigit() or first_word(right) in group("after_clock")


def _initials(left: str, right: str) -> bool:
    """Tell whether a second initial follows an initial."""
    return _INITIAL.search(left) is not None and right[:1].isupper() and right[1:2] == "."


def _acronym(left: str, right: str) -> bool:
    """Tell whether a name goes on after a dotted acronym."""
    if not _ACRONYM.search(left) or last_word(left) in group("clock"):
        return False
    return first_word(right) not in {"", *group("starters")}


def _speaker(left: str, right: str) -> bool:
    """Tell whether the right side says who asked or shouted the left."""
    match = _SPEAKER.match(right) if _ASKED.search(left) else None
    return match is not None and match.group(match.lastindex or 0) in group("speech")


def _day(left: str, right: str) -> bool:
    """Tell whether a month follows a day with a full stop: `3. February`."""
    return right[:1].isupper() and _ORDINAL.search(left) is not None and _MONTH.match(right) is not None


_JOINS = (_runs_on, _day, _label, _title, _numbered, _clock, _initials, _acronym, _speaker)


def joined(left: str, right: str) -> bool:
    """Tell whether the two sides of a possible boundary are one sentence; quotes are plain, `right` is not empty."""
    return any(join(left, right) for join in _JOINS)
