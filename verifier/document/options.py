"""Read what the rationales of a FAIL postmortem say of each option: rules/fail/taxonomy.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from verifier.data.shipped import View, shipped
from verifier.model import Claim, Field, Kind, Postmortem
from verifier.text.normalise import level

_LABEL = r"[A-Za-z][\w-]{2,40}:(?=\s)"
_MARK = re.compile(rf"(?<!\S)(?:[(\[](?P<letter>[a-z])[)\]]\s{{1,9}}(?P<lettered>{_LABEL})?|(?P<bare>{_LABEL}))")
_HEAD = 160
_DENYING = r"\b(?:not|no|n't|never|nothing|none|neither|nor|without|rather than|instead of)\b"
_BACK = re.compile(rf"{_DENYING}(?![^.;]*\b(?:but|only|just|merely)\b)[^.;:,]{{0,80}}$", re.IGNORECASE)
_AHEAD = re.compile(
    r"[^.;:,]{0,80}\b(?:not|n't|never)\s+(?:explicitly |specifically |directly |clearly )?"
    r"(?:mentioned|described|stated|discussed|specified|involved|applicable|present|the case|relevant|indicated)\b",
    re.IGNORECASE,
)


class Part(NamedTuple):
    """Hold the part of a rationale [start, end) that discusses one option."""

    option: str
    start: int
    end: int


@cache
def taxonomy() -> View:
    """Return the tables of rules/fail/taxonomy.toml."""
    return shipped("fail/taxonomy.toml")


@cache
def phrases(*words: str) -> re.Pattern[str]:
    """Compile phrases into a pattern that finds any of them at word boundaries, whatever their case."""
    union = "|".join(word.replace(" ", r"\s+") for word in words)
    return re.compile(rf"(?<![\w-])(?:{union})(?![\w-])", re.IGNORECASE)


def literal(words: str) -> str:
    """Return words as a phrase that means them and nothing else."""
    return re.escape(words).replace(r"\ ", " ")


@cache
def naming(option: str) -> re.Pattern[str]:
    """Return the pattern of the words by which a rationale names an option."""
    return phrases(literal(option).replace("_", r"[_\s-]"), *taxonomy()["named"].get(option, ()))


@cache
def speaking(option: str) -> re.Pattern[str]:
    """Return the pattern of the words by which a rationale speaks for an option, named or not."""
    return phrases(naming(option).pattern, *taxonomy()["speaks"].get(option, ()))


def parts(row: str, field: Field) -> tuple[Part, ...]:
    """Cut a rationale into the parts that discuss one option each; spans count in the field's text.

    A part goes by its label ("crash:"), or by its letter where its first words name the option of that letter.
    """
    marks = [m for m in _MARK.finditer(field.text, field.start, field.end) if m["letter"] or _labelled(row, m)]
    ends = [*(m.start() for m in marks[1:]), field.end]
    found = (Part(_option(row, m, field.text), m.end(), end) for m, end in zip(marks, ends, strict=False))
    return tuple(part for part in found if part.option)


def _labelled(row: str, mark: re.Match[str]) -> str:
    label = (mark["lettered"] or mark["bare"] or "").rstrip(":").lower()
    return label if label in taxonomy()["rows"].get(row, ()) else ""


def _option(row: str, mark: re.Match[str], text: str) -> str:
    label = _labelled(row, mark)
    if label or not mark["letter"]:
        return label
    known: Sequence[str] = taxonomy()["rows"].get(row, ())
    number = ord(mark["letter"]) - ord("a")
    option = known[number] if number < len(known) else ""
    return option if option and naming(option).search(text, mark.start(), mark.end() + _HEAD) else ""


def within(claims: Iterable[Claim], field: str, part: Part | None = None) -> list[Claim]:
    """Return the claims of a field, or of one part of it."""
    return [c for c in claims if c.field == field and (part is None or part.start <= c.start < part.end)]


def asserted(claim: Claim, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """Return the first words of a claim that a pattern finds and that the claim does not deny."""
    if claim.kind is Kind.ABSENCE:
        return None
    text = level(claim.text)
    return next((m for m in pattern.finditer(text) if not denied(text, m)), None)


def denied(text: str, found: re.Match[str]) -> bool:
    """Say whether a text denies what a pattern found in it, before it or behind it."""
    return bool(_BACK.search(text, max(0, found.start() - 200), found.start()) or _AHEAD.match(text, found.end()))


def chosen(postmortem: Postmortem) -> dict[str, tuple[str, ...]]:
    """Return the options chosen in each row."""
    return {choice.category: choice.options for choice in postmortem.choices}


def rationale(postmortem: Postmortem, row: str) -> Field | None:
    """Return the field that holds a row's rationale."""
    name = next((c.field for c in postmortem.choices if c.category == row), "")
    return next((field for field in postmortem.fields if field.name == name), None)
