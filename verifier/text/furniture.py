"""Find what a web page prints around an article: adverts, links, forms, bylines, captions, repeated headlines."""

from __future__ import annotations

from collections.abc import Callable

from verifier.text import captions, vocabulary
from verifier.text.authors import mark_bios, mark_bylines, mark_dates
from verifier.text.lines import Line
from verifier.text.logs import LOG, is_log
from verifier.text.mails import MAILED, in_heads, is_rule
from verifier.text.page import HEADLINE, REPEATED, TITLE, Page
from verifier.text.sentences import sentences
from verifier.text.zones import mark_runs, mark_zones


def _mark_words(page: Page, reasons: list[str]) -> None:
    """Mark lines that are page furniture by their words; a sentence of prose only by a pattern for whole sentences."""
    for at, entry in enumerate(page.lines):
        lines = "" if entry.prose else vocabulary.reason("lines", entry.key)
        reasons[at] = lines or _sentence(entry)


def _sentence(entry: Line) -> str:
    """Return why a line is furniture as a sentence; what follows a withdrawn statement is not withdrawn with it."""
    reason = vocabulary.reason("sentences", entry.key)
    more = reason == vocabulary.CORRECTED and len(sentences(entry.text, 0, len(entry.text))) > 1
    return "" if more else reason


def _mark_logs(page: Page, reasons: list[str]) -> None:
    """Mark lines of logs and stack traces."""
    for at, entry in enumerate(page.lines):
        if is_log(entry.text):
            reasons[at] = LOG


def _mark_mails(page: Page, reasons: list[str]) -> None:
    """Mark what a mail program writes above a message."""
    texts = [entry.text for entry in page.lines]
    heads = in_heads(texts)
    for at, text in enumerate(texts):
        if at in heads or is_rule(text):
            reasons[at] = MAILED


def _mark_captions(page: Page, reasons: list[str]) -> None:
    """Mark captions and photo credits; above the first sentence only where the headline is known."""
    captions.mark(page.lines, reasons, 0 if page.headline else page.first)


def _mark_repeats(page: Page, reasons: list[str]) -> None:
    """Mark a headline's repetitions; on a page of prose, any other line without a sentence's end that comes again."""
    long = [entry.prose for entry in page.lines if entry.size >= TITLE]
    prosy = sum(long) * 2 >= len(long)
    title = next((entry.key for entry in page.lines if entry.size >= TITLE), "")
    seen = {page.headline} if page.headline else set()
    for at, entry in enumerate(page.lines):
        if reasons[at] or entry.final or entry.size < TITLE:
            continue
        if entry.key in seen and entry.key in {page.headline, title}:
            reasons[at] = HEADLINE
        elif entry.key in seen and prosy:
            reasons[at] = REPEATED
        seen.add(entry.key)


_MARKS: tuple[Callable[[Page, list[str]], None], ...] = (
    _mark_words,
    _mark_logs,
    _mark_mails,
    mark_dates,
    _mark_captions,
    mark_bylines,
    mark_zones,
    mark_bios,
    mark_runs,
    _mark_repeats,
)


def judge(page: Page) -> list[str]:
    """Return for each line of the page why it is furniture, or an empty text where it is not.

    Each mark looks at the lines that the marks before it left, so the surest signs come first.
    """
    reasons = [""] * len(page.lines)
    for mark in _MARKS:
        mark(page, reasons)
    return reasons
