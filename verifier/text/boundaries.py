"""Find where the sentences of a paragraph begin: Punkt with own parameters, then corrections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from verifier.text.abbreviations import group
from verifier.text.joins import MONTH_NAME, first_word, joined, last_word
from verifier.text.normalise import RAISED, level

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

_NAMES = r"(?:(?:[A-Za-z]{1,9}\s?)?[#a^]?[\d#]{1,9}|\^[A-Za-z][\w-]{0,39})"
_PLACE = r"(?:,\s?(?:pp?|secs?|chs?|figs?|paras?)\.?\s?\d[\d.-]{0,9})?"
_RAISED = rf"[{RAISED}]{{1,3}}|\^\d{{1,3}}\^|【\d{{1,3}}】"
_MARKS = (
    rf"(?:\s?(?:\[{_NAMES}{_PLACE}(?:\s?[,;-]\s?{_NAMES}{_PLACE}){{0,20}}\]|<{_NAMES}(?:,\s?{_NAMES}){{0,20}}>"
    rf"|{_RAISED})){{1,8}}"
    r"(?:\s+|$|(?=[A-Z\"'(]))"
)
_MOVES = (
    re.compile(_MARKS),  # citation markers belong to the sentence before them
    re.compile(r"[\"')\]]{1,3}(?:\s+|$)"),  # so do closing quotes and brackets
)
_COUNTED = (
    rf"(?<![\w.,])(?!(?i:{MONTH_NAME}|in|since)\b)[A-Za-z]{{1,20}}"
    r"\s-?(?!(?:19|20)\d\d\b)\d[\d.,]{0,12}"
)
"""A word that is no month, and a number behind it that is no year."""
_EXTRA = (
    ((*"[<^【", *RAISED), re.compile(rf"(?<=[.!?])[\"')]{{0,3}}{_MARKS}(?=\S)")),
    (("...", "…"), re.compile(r"(?<=\w)(?:\.{3,4}|…)[\"')]{0,2}\s+(?=[\"'(]?[A-Z])")),  # a pause and a capital
    (('"',), re.compile(r"(?<=\w\.)\"\s+(?=[A-Z])")),  # an abbreviation ends the quotation
    (("Dr.", "Mr.", "Mrs.", "Ms."), re.compile(r"(?<=\w\.)\s+(?=(?:Dr|Mr|Mrs|Ms)\.\s[A-Z])")),
    (("",), re.compile(r"\.(?<=\d [a-z]\.)\s+(?=[A-Z][a-z])")),  # a unit, not an initial
    (tuple(f" {unit}." for unit in "AVWKCFN"), re.compile(rf"{_COUNTED}\s[AVWKCFN]\.\s+(?=[A-Z][a-z])")),  # the same
    ((*"•▪●‣",), re.compile(r"\s(?=[•▪●‣]\s)")),
)
"""Patterns, each with what a text must have some of."""
_AFTER_INITIAL = re.compile(r"\.(?<=\b[A-Z]\.)\s+(?=([A-Z][a-z]*)\b[^.])")
_TIGHT = re.compile(r"[.?!]”?(?=[A-Z“‘][a-zA-Z][a-z ])")
_BEFORE_TIGHT = re.compile(r"(?:[^\W\d_]{3}|\b[12]\d{3}|[\w\]]\)|\w\]|[a-z][.?!])$")
_ADDRESS = re.compile(r"://|www\.|@|[/\\_=]")
_INNER = re.compile(r"(?:\"(?<=\w .)[^\"]{1,60}\"|“(?<=\w .)[^“”]{1,60}”)(?= [a-z])")
_LOWER = re.compile(r"(?:(?<=[^\W\d_]{2}[.!?])|(?<=[\d%)\]][.!?]))[\"')]{0,2}\s+(?=[\"'(]?[a-z])")
_UPPER = re.compile(r"[.!?][\"')]{0,2}\s+[\"'(]?[A-Z]")
_LETTER = re.compile(r"[^\W\d_]")
_LOWER_LEAST, _LOWER_TIMES = 2, 4
"""So many sentences in lower case, and so many times as many as others, show that a writer uses no capitals."""
_LISTING = re.compile(r":\s(\(?\d{1,2}[.)]\s+)$")
_CONTEXT = 48


@cache
def _punkt() -> PunktSentenceTokenizer:
    from verifier.text.nltk_parts import punkt

    return punkt(set(group("abbreviations") | group("titles")), set(group("starters")))


def _tight(raw: str) -> Iterator[int]:
    """Yield the starts of sentences that no space parts from the one before, outside addresses and file names."""
    for match in _TIGHT.finditer(raw):
        at = match.end()
        before = raw[max(0, at - _CONTEXT) : at - 1].rpartition(" ")[2]
        after = raw[at : at + _CONTEXT].partition(" ")[0]
        addressed = first_word(after) in group("endings") or _ADDRESS.search(before + after)
        if _BEFORE_TIGHT.search(before) and not addressed:
            yield at


def _candidates(raw: str, plain: str) -> set[int]:
    """Return where sentences may begin: what Punkt says, and what it cannot see."""
    found = {start for start, _ in _punkt().span_tokenize(plain)}
    found.update(_tight(raw))
    for signs, pattern in _EXTRA:
        if any(sign in plain for sign in signs):
            found.update(match.end() for match in pattern.finditer(plain))
    for match in _AFTER_INITIAL.finditer(plain):
        if match.group(1).lower() in group("starters"):
            found.add(match.end())
    return found


def _in_lower_case(plain: str) -> frozenset[int]:
    """Return where sentences may begin in a paragraph whose writer begins them in lower case, else nothing."""
    ends = (
        match
        for match in _LOWER.finditer(plain)
        if last_word(plain[max(0, match.start() - _CONTEXT) : match.start()]) not in _short()
    )
    found = frozenset(match.end() for match in ends)
    first = _LETTER.search(plain)
    upper = sum(1 for _ in _UPPER.finditer(plain)) + (first is not None and first[0].isupper())
    lower = len(found) + (first is not None and first[0].islower())
    return found if lower >= max(_LOWER_LEAST, _LOWER_TIMES * upper) else frozenset()


@cache
def _short() -> frozenset[str]:
    """Return what a full stop may follow without ending a sentence."""
    return group("abbreviations") | group("titles") | group("numbered") | group("clock")


def _closes(text: str, at: int) -> bool:
    """Tell whether the straight quote at `at`, with no space beside it, closes a quotation: an odd number precedes."""
    return text[at] == '"' and not text[at - 1].isspace() and text.count('"', 0, at) % 2 == 1


def _moved(plain: str, at: int) -> int:
    """Return the start moved behind what belongs to the sentence before it, or before its own list number."""
    listing = _LISTING.search(plain, max(0, at - _CONTEXT), at)
    if listing:
        return listing.start(1)
    if _closes(plain, at):
        at += 1
    for pattern in _MOVES:
        match = pattern.match(plain, at)
        at = match.end() if match else at
    return at


def _parted(plain: str, begin: int, at: int, *, lower: bool) -> bool:
    """Tell whether a sentence that began at `begin` ends before `at`; `lower` says that one may begin in lower case."""
    left, right = plain[max(begin, at - _CONTEXT) : at].rstrip(), plain[at : at + _CONTEXT]
    if lower:
        right = _LETTER.sub(lambda first: first[0].upper(), right, count=1)
    return not joined("…" + left if at - begin > _CONTEXT else left, right)


def starts(paragraph: str) -> tuple[int, ...]:
    """Return the offsets at which the paragraph's sentences begin, 0 first."""
    plain = level(paragraph).replace("\n", " ").replace("\r", " ")
    inner = [match.span() for match in _INNER.finditer(paragraph)]
    found = [0]
    lower = {_moved(plain, at) for at in _in_lower_case(plain)}
    for at in sorted(lower.union(_moved(plain, at) for at in _candidates(paragraph, plain) if 0 < at < len(plain))):
        quoted = any(first < at < last for first, last in inner)
        if at < len(plain) and not quoted and _parted(plain, found[-1], at, lower=at in lower):
            found.append(at)
    return tuple(found)
