"""Tell pages and Markdown from other texts: what reads them takes long to import, and many runs read neither."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePath
from typing import NamedTuple

from verifier.model import Exclusion
from verifier.text.patterns import pattern

MAX_HTML = 8 * 1024 * 1024
MAX_LENGTH = 2**19
ENDINGS = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdx"})
_PAGE = pattern(r"\s*(?:<!doctype html\b|<html\b)", re.IGNORECASE)


class Page(NamedTuple):
    """Hold the article of a page: its text, paragraphs apart by an empty line, and what the page says about it.

    `note` says where much of the page was not read, `skipped` are lines of the text that are none of the article.
    """

    text: str
    title: str = ""
    url: str = ""
    outlet: str = ""
    published: date | None = None
    note: str = ""
    skipped: tuple[Exclusion, ...] = ()


def is_html(text: str) -> bool:
    """Tell whether a text is that of a page."""
    return bool(_PAGE.match(text))


def is_markdown(path: PurePath) -> bool:
    """Tell whether a file's ending says that it holds Markdown."""
    return path.suffix.lower() in ENDINGS
