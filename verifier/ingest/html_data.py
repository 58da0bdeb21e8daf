"""Read what a page tells machines of its article in linked data (JSON-LD): its text, the day it was published."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from verifier.ingest.html_blocks import fold
from verifier.text.patterns import pattern

_SORT, _END = "application/ld+json", "</script"
_STORY = pattern(r"(?:\w*Article|\w*Posting|Report)")
_BREAK = pattern(r"</?(?:p|div|h[1-6]|li|ul|ol|br|blockquote|section)\b[^<>]{0,500}>", re.IGNORECASE)
_TAG = pattern(r"</?[a-z][^<>]{0,2000}>", re.IGNORECASE)
_DAY = pattern(r"(\d{4}-\d\d-\d\d)(?:[T ]|\Z)")
_MOST_VALUES, _LEAST_WORDS = 5_000, 30
_GRAM, _READ = 4, 0.6


class Stated(NamedTuple):
    """Hold what linked data says of the one article that it tells of; empty where it tells of none or of several."""

    headline: str = ""
    paragraphs: tuple[str, ...] = ()
    published: date | None = None


def stated(page: str) -> Stated:
    """Return what the linked data of a page says of its article."""
    stories = [each for script in _scripts(page) for each in _stories(script)]
    days = {day for each in stories if (day := _day(each.get("datePublished")))}
    live = [each for each in stories if isinstance(each.get("liveBlogUpdate"), list)]
    told = {body: each for each in live or stories if (body := _body(each))}
    body, story = next(iter(told.items())) if len(told) == 1 else ("", stories[0] if stories else {})
    return Stated(
        " ".join(_text(story.get("headline")).split()),
        tuple(" ".join(line.split()) for line in body.splitlines() if line.strip()),
        days.pop() if len(days) == 1 else None,
    )


def better(text: str, title: str, found: Stated) -> str:
    """Return the article as linked data has it, where a page shows only some of it; empty where it shows most."""
    told = list(_grams(found.paragraphs))
    if len(told) < _LEAST_WORDS:
        return ""
    grams = set(_grams([text]))
    known = sum(gram in grams for gram in told)
    if known >= _READ * len(told):
        return ""
    same = (fold(title) and fold(title) == fold(found.headline)) or known >= _GRAM or not grams
    return "\n\n".join(found.paragraphs) if same and len(told) > len(grams) else ""


def _scripts(page: str) -> Iterator[str]:
    """Yield the scripts of a page that hold linked data."""
    at = page.find(_SORT)
    while at >= 0:
        begin = page.find(">", at) + 1
        end = page.find(_END, begin) if begin else -1
        if end < 0:
            return
        yield page[begin:end]
        at = page.find(_SORT, end)


def _stories(script: str) -> Iterator[dict[str, Any]]:
    """Yield the articles that a script tells of."""
    try:
        values = json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return
    for each in islice(_objects(values), _MOST_VALUES):
        kinds = each.get("@type")
        if any(
            isinstance(kind, str) and _STORY.fullmatch(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            yield each


def _objects(values: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  any JSON
    """Yield the objects within a value, those that stand first before those inside."""
    waiting = [values]
    for each in waiting:
        if isinstance(each, dict):
            yield each
            waiting.extend(value for value in each.values() if isinstance(value, (dict, list)))
        elif isinstance(each, list):
            waiting.extend(value for value in each if isinstance(value, (dict, list)))


def _text(value: Any) -> str:  # noqa: ANN401
    """Return a value as text, without tags: some pages keep them in it."""
    if not isinstance(value, str):
        return ""
    plain = html.unescape(value) if "<" not in value else value
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", plain))).strip()


def _body(story: dict[str, Any]) -> str:
    """Return the text of an article; that of a live blog is the text of its entries."""
    entries = story.get("liveBlogUpdate")
    parts = [story, *(each for each in entries if isinstance(each, dict))] if isinstance(entries, list) else [story]
    return "\n".join(filter(None, (_text(each.get("articleBody")) for each in parts)))


def _day(value: Any) -> date | None:  # noqa: ANN401
    found = _DAY.match(value) if isinstance(value, str) else None
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def _grams(texts: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for text in texts:
        words = fold(text)
        yield from (words[at : at + _GRAM] for at in range(len(words) - _GRAM + 1))
