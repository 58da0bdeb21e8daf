"""Find dates, bylines and authors' biographies on a page."""

from __future__ import annotations

from verifier.text import datelines, vocabulary
from verifier.text.lines import Line, named
from verifier.text.page import BIO, BYLINE, COMMENTS, DATE, HEAD, Page

_TIMELINE = 3
_SIGNS = 2
_BIO = 90
_LONG = 25


def mark_dates(page: Page, reasons: list[str]) -> None:
    """Mark date lines, except headings of a timeline: several dates, each with prose below, and no comments."""
    found = [
        at
        for at, entry in enumerate(page.lines)
        if not reasons[at] and at not in page.rows and datelines.is_date(entry.words)
    ]
    headings = sum(at + 1 < len(page.lines) and page.lines[at + 1].prose for at in found)
    if headings >= _TIMELINE and COMMENTS not in reasons:
        found = [at for at in found if at < page.first - 1]
    for at in found:
        reasons[at] = DATE
    for at, entry in enumerate(page.lines[:HEAD]):
        if not reasons[at] and datelines.place(entry):
            reasons[at] = DATE


def mark_bylines(page: Page, reasons: list[str]) -> None:
    """Mark `By ...` near the ends of the article, lines that end in a date, and names beside either at the top."""
    top = max(HEAD, page.first + 2)
    for at, entry in enumerate(page.lines):
        near = at <= top or at >= page.last
        if not reasons[at] and at not in page.rows and ((near and datelines.byline(entry)) or datelines.signed(entry)):
            reasons[at] = BYLINE
    for at in range(1, min(len(page.lines), top)):
        beside = {*reasons[max(1, at - 2) : at], *reasons[at + 1 : at + 3]} & {BYLINE, DATE}
        if not reasons[at] and beside and named(page.lines[at].text):
            reasons[at] = BYLINE


def _signs(entry: Line) -> int:
    return len(vocabulary.words("bio", "words").intersection(word.strip(".,;:()'") for word in entry.words))


def _biography(entry: Line) -> bool:
    """Tell whether the line is short, begins with a name, names a profession and has the words of a biography."""
    person = named(" ".join(entry.text.split()[:2]))
    works = not vocabulary.words("bio", "professions").isdisjoint(entry.words[:16])
    return person and works and entry.size <= _BIO and _signs(entry) >= _SIGNS


def mark_bios(page: Page, reasons: list[str]) -> None:
    """Mark an author's biography: prose below its heading, or after all other prose."""
    tail = True
    for at in range(len(page.lines) - 1, -1, -1):
        entry = page.lines[at]
        if reasons[at] or not (entry.prose or entry.size > _LONG):
            continue
        headed = BIO in reasons[max(0, at - 2) : at] and _signs(entry) >= _SIGNS
        if headed or (tail and at > page.first and _biography(entry)):
            reasons[at] = BIO
        else:
            tail = False
