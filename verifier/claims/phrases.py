"""Compile the phrases of rules/lexicon/wrappers.toml, by which summaries wrap, classify and advise."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from verifier.claims.citations import apart, citations
from verifier.data.shipped import View, shipped
from verifier.errors import ConfigError
from verifier.model import Citation, Span
from verifier.text.normalise import level
from verifier.text.signs import Signs, signs

MARK = "\ufffc"
_RUN = f"(?<!{MARK}){MARK}++"  # one way to match a run of masked characters, where it begins
_GAP = rf"(?:\s++|{_RUN}){{1,12}}"
_EDGE = r"(?!(?<=[\w-])[\w-])"  # not within a word
_MACRO = re.compile(r"\{([a-z]+)\}")
_DEPTH = 6
_PLACE = "rules/lexicon/wrappers.toml"
_SHOWN = 60
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
def _data() -> View:
    return shipped("lexicon/wrappers.toml")


def _expand(pattern: str) -> str:
    macros = _data()["macros"]
    for _ in range(_DEPTH):
        pattern = _MACRO.sub(lambda m: str(macros[m.group(1)]), pattern)
    return pattern.replace(" ", _GAP).replace("¤", _RUN)


class _Phrase:
    """Hold a phrase of a list, compiled when a text first has the words without which it cannot stand there."""

    __slots__ = ("_signs", "_source", "pattern")

    def __init__(self, part: str) -> None:
        self._source, self._signs = _expand(part), _signs(part)
        self.pattern: re.Pattern[str] | None = None

    def sought(self, low: str) -> re.Pattern[str] | None:
        """Return the pattern that finds the phrase at word boundaries, where a text may hold it.

        Raises: ConfigError where it is none.
        """
        for texts in self._signs:
            for text in texts:
                if text in low:
                    break
            else:
                return None
        if self.pattern is None:
            try:
                self.pattern = re.compile(f"{_EDGE}(?:{self._source}){_EDGE}")
            except re.error as error:
                raise ConfigError(f"{self._source[:_SHOWN]}: {error}", _PLACE, "correct the entry") from error
        return self.pattern


def _signs(part: str) -> Signs:
    return signs(part.replace("¤", MARK), _macro_signs)


@cache
def _macro_signs(name: str) -> Signs:
    return _signs(_data()["macros"][name])


@cache
def _phrases(table: str, name: str) -> tuple[_Phrase, ...]:
    """Return the phrases of a list.

    Raises: ConfigError where the lexicon is missing or malformed.
    """
    try:
        entry = _data()[table][name]
        return tuple(map(_Phrase, [entry] if isinstance(entry, str) else entry))
    except KeyError as error:
        raise ConfigError(f"[{table}] {name}: {error}", _PLACE, "correct the entry") from error


@cache
def _list_signs(table: str, name: str) -> tuple[str, ...]:
    return tuple(_data()["signs"].get(f"{table}.{name}", ("",)))


def _hopeful(table: str, name: str, low: str) -> tuple[_Phrase, ...]:
    """Return the phrases of a list, none where a text holds none of the words without which none of them can stand."""
    for sign in _list_signs(table, name):
        if sign in low:
            return _phrases(table, name)
    return ()


def match(table: str, name: str, low: str, start: int = 0) -> re.Match[str] | None:
    """Return the phrase of a list that stands at `start`."""
    for phrase in _phrases(table, name):
        pattern = phrase.pattern or phrase.sought(low)
        if pattern and (found := pattern.match(low, start)):
            return found
    return None


def fullmatch(table: str, name: str, low: str) -> re.Match[str] | None:
    """Return the phrase of a list that is the whole text."""
    for phrase in _hopeful(table, name, low):
        pattern = phrase.pattern or phrase.sought(low)
        if pattern and (found := pattern.fullmatch(low)):
            return found
    return None


def _found(table: str, name: str, low: str, start: int) -> list[re.Match[str]]:
    """Return the first place from `start` on of each phrase of a list that a text holds."""
    patterns = [pattern for phrase in _hopeful(table, name, low) if (pattern := phrase.sought(low))]
    return [found for pattern in patterns if (found := pattern.search(low, start))]


def search(table: str, name: str, low: str, start: int = 0) -> re.Match[str] | None:
    """Return the first phrase of a list from `start` on; of those that begin at one place, the one listed first."""
    return min(_found(table, name, low, start), key=re.Match.start, default=None)


def spans(table: str, name: str, low: str, start: int = 0) -> list[Span]:
    """Return the spans of all phrases of a list from `start` on, none of them within another."""
    ahead, told = _found(table, name, low, start), []
    while ahead:
        first = Span(*min(ahead, key=re.Match.start).span())
        told.append(first)
        later = (found if found.start() >= first.end else found.re.search(low, first.end) for found in ahead)
        ahead = [found for found in later if found]
    return told


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
