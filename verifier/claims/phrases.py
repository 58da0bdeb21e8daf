"""Compile the phrases of rules/lexicon/wrappers.toml, by which summaries wrap, classify and advise."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from verifier.claims.citations import apart, citations
from verifier.data.folders import folder
from verifier.data.tables import Table, read
from verifier.errors import ConfigError
from verifier.model import Citation, Span
from verifier.text.normalise import level

MARK = "\ufffc"
_RUN = f"(?<!{MARK}){MARK}++"  # one way to match a run of masked characters, where it begins
_GAP = rf"(?:\s++|{_RUN}){{1,12}}"
_EDGE = r"(?!(?<=[\w-])[\w-])"  # not within a word
_MACRO = re.compile(r"\{([a-z]+)\}")
_DEPTH = 6
_WORD = re.compile(r"[^\W\d_][\w'-]*|\d[\d.,:]*")


class Prepared(NamedTuple):
    """Hold a text for matching: with plain typography and masked citations, as written and in lower case."""

    text: str
    low: str
    citations: tuple[Citation, ...]


def _lower(text: str) -> str:
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def mask(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with the spans overwritten, of the same length."""
    pieces, done = [], 0
    for start, end in sorted(spans):
        if end > max(start, done):
            pieces += [text[done:start], MARK * (end - max(start, done))]
            done = end
    return "".join((*pieces, text[done:]))


def prepare(text: str, links: tuple[Citation, ...] = ()) -> Prepared:
    """Return the text ready for matching, its markers and the links given masked; offsets stay valid."""
    found = tuple(sorted((*links, *apart(citations(text), links)), key=lambda each: each.start))
    masked = mask(level(text).replace(MARK, " "), ((each.start, each.end) for each in found))
    return Prepared(masked, _lower(masked), found)


@cache
def _data() -> Table:
    return read(folder("rules") / "lexicon" / "wrappers.toml")


def _expand(pattern: str) -> str:
    macros = _data()["macros"]
    for _ in range(_DEPTH):
        pattern = _MACRO.sub(lambda m: str(macros[m.group(1)]), pattern)
    return pattern.replace(" ", _GAP).replace("¤", _RUN)


@cache
def _pattern(table: str, name: str) -> re.Pattern[str]:
    """Return the pattern that finds any phrase of a list at word boundaries.

    Raises: ConfigError where the lexicon is missing or malformed.
    """
    try:
        entry = _data()[table][name]
        union = "|".join(_expand(part) for part in ([entry] if isinstance(entry, str) else entry))
        return re.compile(f"{_EDGE}(?:{union}){_EDGE}")
    except (KeyError, re.error) as error:
        raise ConfigError(f"[{table}] {name}: {error}", "rules/lexicon/wrappers.toml", "correct the entry") from error


@cache
def _signs(table: str, name: str) -> tuple[str, ...]:
    return tuple(_data()["signs"].get(f"{table}.{name}", ()))


def _hopeless(table: str, name: str, low: str) -> bool:
    """Tell whether a text holds none of the words without which no phrase of a list can stand in it."""
    signs = _signs(table, name)
    for sign in signs:
        if sign in low:
            return False
    return bool(signs)


def match(table: str, name: str, low: str, start: int = 0) -> re.Match[str] | None:
    """Return the phrase of a list that stands at `start`."""
    return _pattern(table, name).match(low, start)


def fullmatch(table: str, name: str, low: str) -> re.Match[str] | None:
    """Return the phrase of a list that is the whole text."""
    return None if _hopeless(table, name, low) else _pattern(table, name).fullmatch(low)


def search(table: str, name: str, low: str, start: int = 0) -> re.Match[str] | None:
    """Return the first phrase of a list from `start` on."""
    return None if _hopeless(table, name, low) else _pattern(table, name).search(low, start)


def spans(table: str, name: str, low: str, start: int = 0) -> list[Span]:
    """Return the spans of all phrases of a list from `start` on."""
    if _hopeless(table, name, low):
        return []
    return [Span(*found.span()) for found in _pattern(table, name).finditer(low, start) if found.end() > found.start()]


@cache
def _vocabulary(name: str) -> frozenset[str]:
    return frozenset(str(_data()["vocabulary"][name]).split())


@cache
def _idle(*, generic: bool) -> frozenset[str]:
    return _vocabulary("function") | _vocabulary("generic") if generic else _vocabulary("function")


def says(low: str, number: int = 1, *, generic: bool = False) -> bool:
    """Tell whether at least so many words are not mere grammar, nor (where `generic`) words of classifications."""
    idle = _idle(generic=generic)
    for found in _WORD.finditer(low):
        word = found[0]
        if word not in idle and word.removesuffix("'s") not in idle:
            number -= 1
            if not number:
                return True
    return not number
