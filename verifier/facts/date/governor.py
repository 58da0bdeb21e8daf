"""Tell what a date dates: find the word that governs it, and whether it speaks of the event or of what came after."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from verifier.data import lexicons as lexicon
from verifier.data.word_lists import words
from verifier.words.forms import inflected_from
from verifier.words.grammar import AUXILIARIES
from verifier.words.shapes import is_ing, is_past

if TYPE_CHECKING:
    from verifier.facts.analysis import Analysis

_REACH = 18
_BEYOND = 5
_BEHIND = 1
_RECIPIENT = 7


class Role(StrEnum):
    """Say what a date is the day of.

    HAPPENED: an event in words that fit any; TOLD: what others were told; MENDED: what was done about it; NOTICED: what
    was seen or said, perhaps on the day itself; MADE: when a thing or body came to be; EVENT: anything else.
    """

    HAPPENED = "happened"
    TOLD = "told"
    MENDED = "mended"
    NOTICED = "noticed"
    MADE = "made"
    EVENT = "event"


class Governor(NamedTuple):
    """Hold the position of the word that governs a date (-1 where there is none) and what the date is the day of.

    `wrong` says whether the word says that something went wrong, `apart` how far it stands from the date.
    """

    token: int
    role: Role
    wrong: bool = False
    apart: int = 0


_HAPPENING = frozenset({Role.HAPPENED, Role.EVENT})
_SECTIONS = (
    ("happening", Role.HAPPENED),
    ("told", Role.TOLD),
    ("mended", Role.MENDED),
    ("noticed", Role.NOTICED),
    ("made", Role.MADE),
)


@cache
def _roles() -> dict[str, Role]:
    """Return the role of each word that has one."""
    found: dict[str, Role] = {}
    for section, role in _SECTIONS:
        for key in ("verbs",) if role is Role.HAPPENED else ("verbs", "nouns"):
            found.update(dict.fromkeys(words("occurrence", section, key), role))
    return found


@cache
def _incidents() -> frozenset[str]:
    return words("occurrence", "incident", "verbs") | words("occurrence", "happening", "verbs")


def governor(analysis: Analysis, tokens: tuple[int, int]) -> Governor:
    """Return the word that governs the date at tokens [start, end): the nearest verb, or noun of report or repair."""
    start, end = tokens
    near = range(max(0, start - _REACH), min(len(analysis.tokens), end + _REACH))
    candidates = [i for i in near if not start <= i < end and _governs(analysis, i)]
    if not candidates:
        return Governor(-1, Role.EVENT)
    apart, token = min((_apart(analysis, i, start, end), i) for i in candidates)
    role = _role(analysis, token)
    return Governor(token, role, role in _HAPPENING and _wrong(analysis, token), apart)


def _wrong(analysis: Analysis, token: int) -> bool:
    """Tell whether a word says that something went wrong: failed, was breached, went dark."""
    forms = inflected_from(analysis.tokens[token].key)
    behind = analysis.tokens[token + 1].key if token + 1 < len(analysis.tokens) else ""
    return not _incidents().isdisjoint(forms) or ("go" in forms and behind in words("occurrence", "incident", "gone"))


def _apart(analysis: Analysis, token: int, start: int, end: int) -> int:
    """Return how far a word stands from a date: a verb stands before its date, or behind one that opens the clause."""
    distance = start - token if token < start else token - end + 1 + _BEHIND
    home = analysis.phrases[start]
    return distance + (0 if analysis.phrases[token] == home else _BEYOND)


def _governs(analysis: Analysis, token: int) -> bool:
    key = analysis.tokens[token].key
    if token in analysis.name_tokens:
        return False
    base = lexicon.irregular().get(key)
    if base in AUXILIARIES:
        return False
    if is_ing(key) and key not in _roles():
        return _roles().get(_known(analysis, token)) is Role.HAPPENED
    return base is not None or is_past(key) or _known(analysis, token) in _roles()


def _known(analysis: Analysis, token: int) -> str:
    """Return the base form of a word; `place` only as part of "take place"."""
    key, base = analysis.tokens[token].key, analysis.lemmas[token]
    if key == "place":
        return key if token and analysis.lemmas[token - 1] == "take" else ""
    return next((form for form in (base, *inflected_from(key)) if form in _roles()), base)


def _role(analysis: Analysis, token: int) -> Role:
    """Return what a date is the day of by its governor; what is reported to somebody is told them."""
    known = _known(analysis, token)
    role = _roles().get(known, Role.EVENT)
    if known == "report":
        behind = analysis.tokens[token + 1 : token + 1 + _RECIPIENT]
        recipient = any(
            t.key == "to" and analysis.phrases[token] == analysis.phrases[i] for i, t in enumerate(behind, token + 1)
        )
        return Role.TOLD if recipient else role
    return role
