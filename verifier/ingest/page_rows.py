"""Name the parts of a FAIL page, and cut its lines into rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from verifier.ingest.fields import LEAD, PUBLISHED, TITLE
from verifier.text.addresses import BEGINS
from verifier.text.patterns import pattern

ANALYSIS, TAXONOMY, LAYERS, DETAILS, SOURCES = (
    "Postmortem Analysis",
    "Software Taxonomy of Faults",
    "IoT System Layer",
    "Other Details",
    "Sources",
)
TABLES = frozenset({TAXONOMY, LAYERS, DETAILS})
_SECTIONS = {name.casefold(): name for name in (ANALYSIS, TAXONOMY, LAYERS, DETAILS, SOURCES)}
_FURNITURE = frozenset({"category option rationale", "layer option rationale", "back to list"})
_ROWS = (
    "Summary|Timeline|System|Responsible Organization|Impacted Organization|Software Causes|Non-software Causes"
    "|Impacts|Preventions|Fixes|References"
)
_CATEGORIES = (
    "Recurring|Phase|Boundary|Nature|Dimension|Objective|Intent|Capability|Duration|Behaviour|Behavior|CPS"
    "|Perception|Communication|Application|Consequence|Domain"
)
_NAME = r"[A-Z][\w-]{0,40}(?: (?:[A-Z][\w-]{0,40}|of|and)){0,4}"
_OPTION = r"[a-z][\w/-]{0,60}"
_OPTIONS = rf"{_OPTION}(?:, ?{_OPTION}){{0,40}}"
_HEAD = pattern(r"(?P<name>Incident|Title|Published(?: Date)?|Summary)[ \t]{0,9}:", re.IGNORECASE)
_TITLED = pattern(r"^[ \t]{0,9}(?:incident|title)[ \t]{0,9}:", re.IGNORECASE | re.MULTILINE)
_KNOWN_ROW = pattern(rf"(?P<name>{_ROWS})(?=[ \t]|$)")
_OTHER_ROW = pattern(rf"(?P<name>{_NAME})[ \t]{{1,9}}(?=1\. )")
_AFTER_SOURCES = pattern(rf"(?:{_ROWS})[ \t]{{1,9}}1\. ")
_ADDRESS = pattern(BEGINS, re.IGNORECASE)
_ENTRY = pattern(r"[\[(<#\d]|articles?\b", re.IGNORECASE)
_CITED_END = pattern(r"\s?\[[^\]\n]{1,60}\]([.!?]?)$")
_STOP = pattern(r"[.!?][\"'”’)]{0,2}$")
_LEAST_WORDS = 5
_KNOWN_CATEGORY = pattern(rf"(?P<name>{_CATEGORIES})(?: \([^()]{{0,99}}\))?(?=[ \t]|$)")
_OTHER_CATEGORY = pattern(
    rf"(?P<name>{_NAME})(?: \([^()]{{1,99}}\)[ \t]{{1,9}}|[ \t]{{1,9}}(?={_OPTIONS}[ \t]{{1,9}}\([a-z]\)))"
)
_CHOSEN = pattern(rf"(?P<options>{_OPTIONS})(?=\s|$)|[Nn]one\b|nan\b")
_NAMES = {"incident": TITLE, "title": TITLE, "published": PUBLISHED, "published date": PUBLISHED, "summary": "Summary"}


class Row(NamedTuple):
    """Hold a row: the section it stands in, its own name, the span of what follows the name."""

    section: str
    name: str
    start: int
    end: int


class Chosen(NamedTuple):
    """Hold the options of a taxonomy row, and where its rationale starts within the row's value."""

    options: tuple[str, ...]
    rationale: int


def is_page(text: str) -> bool:
    """Tell whether a text is laid out like a FAIL page: the headings of its parts stand on lines of their own."""
    names = {ANALYSIS.casefold(), TAXONOMY.casefold(), *_FURNITURE} - {"back to list"}
    return any(line.strip().casefold() in names for line in text.splitlines())


def rows(text: str) -> Iterator[Row]:
    """Yield the rows of a page in order; a line that starts none belongs to the row before it."""
    current: Row | None = None
    seen: set[str] = {TITLE} if _TITLED.search(text) else set()
    for line in _lines(text):
        started = _started(text, line, seen, current.name if current else "")
        if current and started is None and current.section == line.section:
            current = current._replace(end=line.end)
            continue
        if current:
            yield current
        current = started or line
        seen.add(current.name)
    if current:
        yield current


def is_text(row: Row, text: str) -> bool:
    """Tell whether a line of the list of sources is a sentence, and no source: it ends in a stop and has no address."""
    words = text[row.start : row.end].strip()
    if _ADDRESS.search(words) or _ENTRY.match(words) or len(words.split()) < _LEAST_WORDS:
        return False
    cited = _CITED_END.search(words)
    return bool(_STOP.search(words)) or (cited is not None and bool(cited[1] or _STOP.search(words[: cited.start()])))


def chosen(value: str) -> Chosen:
    """Read the options at the start of a taxonomy row's value; `None` and `unknown` choose nothing."""
    blank = len(value) - len(value.lstrip())
    match = _CHOSEN.match(value, blank)
    if match is None:
        return Chosen((), blank)
    options = (match["options"] or "").replace(",", " ").split()
    return Chosen(tuple(each for each in options if each not in {"unknown", "none", "nan"}), match.end())


def _lines(text: str) -> Iterator[Row]:
    """Yield the lines that hold content, each as a row named after the part of the page it stands in."""
    section = LEAD
    for match in re.finditer(r"[^\r\n\v\f\x85\u2028\u2029]+", text):
        words = match.group().strip().casefold()
        if words in _SECTIONS:
            section = _SECTIONS[words]
        elif words and words not in _FURNITURE:
            section = ANALYSIS if section == SOURCES and _AFTER_SOURCES.match(match.group().strip()) else section
            yield Row(section, section, *match.span())


def _started(text: str, line: Row, seen: set[str], before: str) -> Row | None:
    """Return the row that a line starts, or None where it goes on with the one before."""
    start = line.end - len(text[line.start : line.end].lstrip())
    if line.section == SOURCES:
        return line
    if line.section == LEAD:
        return _head(text, line, start, seen, before)
    known, other = (_KNOWN_CATEGORY, _OTHER_CATEGORY) if line.section in TABLES else (_KNOWN_ROW, _OTHER_ROW)
    match = known.match(text, start, line.end)
    if match is None or match["name"] in seen:
        match = other.match(text, start, line.end)
    return line._replace(name=match["name"], start=match.end()) if match else None


def _head(text: str, line: Row, start: int, seen: set[str], before: str) -> Row | None:
    """Return the row of a line above the first part: title, date, or loose text.

    Of lines without a name the first is the title, where none is named so.
    """
    match = _HEAD.match(text, start, line.end)
    name = _NAMES[match["name"].casefold()] if match else TITLE
    if match is None and name in seen:
        return None if before == LEAD else line
    return line._replace(name=name, start=match.end() if match else start)
