"""Turn a report into text, JSON, Markdown and what CI reads: one module a format, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from typing import Any, NamedTuple, cast

from verifier.errors import UsageError

Render = Callable[..., Any]


class Format(NamedTuple):
    """Name the module whose `render(report)` makes a format, and the file endings that stand for it.

    A format that is `drawn` takes the `width` and `color` of a terminal as well; one that is `packed` makes bytes.
    """

    module: str
    endings: tuple[str, ...]
    drawn: bool = False
    packed: bool = False


FORMATS = {
    "text": Format("verifier.formats.text", (".txt",), drawn=True),
    "json": Format("verifier.formats.json_report", (".json",)),
    "markdown": Format("verifier.formats.markdown", (".md", ".markdown")),
    "html": Format("verifier.formats.html", (".html", ".htm")),
    "sarif": Format("verifier.formats.sarif", (".sarif",)),
    "junit": Format("verifier.formats.junit", (".xml",)),
    "docx": Format("verifier.formats.docx", (".docx",), packed=True),
    "github": Format("verifier.formats.github", (".annotations",)),
}


def renderer(name: str) -> Render:
    """Return the function that renders a Report in the named format, to text or, where that is packed, to bytes.

    Raises: UsageError for an unknown name.
    """
    if name not in FORMATS:
        raise UsageError(f'unknown format "{name}"', hint=f"known are {', '.join(FORMATS)}")
    return cast("Render", import_module(FORMATS[name].module).render)


def format_of(path: str) -> str:
    """Return the name of the format that the file's ending stands for.

    Raises: UsageError where it stands for none.
    """
    ending = PurePath(path).suffix.lower()
    for name, known in FORMATS.items():
        if ending in known.endings:
            return name
    raise UsageError("the file's ending names no format", path, f"write FORMAT:FILE with one of {', '.join(FORMATS)}")
