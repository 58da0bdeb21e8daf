"""Find stretches of page furniture: what follows a heading like `Most read`, and rows of menu entries and buttons."""

from __future__ import annotations

import re

from verifier.text import vocabulary
from verifier.text.lines import Line
from verifier.text.page import CONTROL, DATE, TITLE, Page

_ABOVE = 2
_LINK = 25
_SLIGHT = 4
_RUN = 4
_SIGNS = 2
_DENSE = 3
_ITEM = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|\(?(?:[a-z]|[ivx]{1,4})\)) [^\W\d_]{2}")
_COUNT = re.compile(r"\(?(?:\d{1,3}|[a-z])\)?")


def _heading(page: Page, at: int) -> bool:
    """Tell whether the line may be a heading of the article: marked as one, or just above the first sentence."""
    entry = page.lines[at]
    return entry.text[0] == "#" or (page.first - _ABOVE <= at < page.first and entry.size >= TITLE)


def mark_zones(page: Page, reasons: list[str]) -> None:
    """Mark headings of link lists, adverts, forms and comments, and what follows them until prose returns."""
    zone = ""
    for at, entry in enumerate(page.lines):
        opened = "" if entry.prose else vocabulary.reason("opens", entry.key.rstrip(" :"))
        if opened:
            zone = reasons[at] = opened
        elif not reasons[at]:
            ends = entry.prose or entry.size > _LINK or _heading(page, at)
            zone = "" if ends else zone
            reasons[at] = zone


def _slight(entry: Line) -> bool:
    return entry.size <= _SLIGHT and not entry.final


def _bare(entry: Line) -> str:
    """Return a reason for a line without words: a small number, brackets, a single letter."""
    worded = any(map(str.isalnum, entry.key)) and not _COUNT.fullmatch(entry.key)
    return "" if worded or entry.size > 1 else CONTROL


def _mark_run(page: Page, reasons: list[str], start: int, end: int) -> None:
    """Mark a run's lines of weak signs, and the others too where signs are dense and the run is not amid prose."""
    plain = [at for at in range(start, end) if not reasons[at]]
    weak = {at: vocabulary.reason("weak", page.lines[at].key) or _bare(page.lines[at]) for at in plain}
    signs = sum(map(bool, weak.values())) + sum(reason not in {"", DATE} for reason in reasons[start:end])
    if end - start < _RUN or signs < _SIGNS:
        return
    outside = page.last >= 0 and (end <= page.first or start > page.last)
    dense = outside and signs * _DENSE >= end - start
    for at in plain:
        counted = _ITEM.match(page.lines[at].key)
        if weak[at] or (
            dense and at and not counted and not _heading(page, at) and page.lines[at].key != page.headline
        ):
            reasons[at] = weak[at] or CONTROL


def mark_runs(page: Page, reasons: list[str]) -> None:
    """Mark runs of slight lines (menus, rows of buttons) in which several are furniture by their words."""
    at = 0
    while at < len(page.lines):
        end = at
        while end < len(page.lines) and (reasons[end] or _slight(page.lines[end])):
            end += 1
        _mark_run(page, reasons, at, end)
        at = end + 1
