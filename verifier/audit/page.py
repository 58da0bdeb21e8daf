"""Draw the index page of an audit: every postmortem in a row, the worst first, with a search that needs no network."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from verifier.audit.entries import STATES, Entry, badness, listed
from verifier.data.folders import folder
from verifier.errors import UsageError
from verifier.formats.visible import visible
from verifier.formats.words import count, to_do
from verifier.model import Severity

if TYPE_CHECKING:
    from jinja2 import Environment

_PART = 50


class Row(NamedTuple):
    """Hold what the page shows of a postmortem; all texts are safe to show."""

    state: str
    name: str
    title: str
    published: str
    said: str
    link: str
    errors: int
    warnings: int
    notes: int


def page(entries: Sequence[Entry]) -> Iterator[str]:
    """Yield the page piece by piece.

    Raises: UsageError where jinja2 is not installed.
    """
    parts = {name: _part(f"audit.{name}") for name in ("css", "js")}
    policy = f"default-src 'none'; style-src 'sha256-{_hash(parts['css'])}'; script-src 'sha256-{_hash(parts['js'])}'"
    states = Counter(entry["state"] for entry in entries)
    totals = [to_do(states[state], state) for state in STATES if states[state]]
    stream = (
        _templates()
        .get_template("audit.html.j2")
        .stream(
            rows=map(_row, sorted(entries, key=badness)),
            headline=f"{count(len(entries), 'postmortem')}: {', '.join(totals)}",
            states=[state for state in STATES if states[state]],
            style=parts["css"],
            script=parts["js"],
            policy=f"{policy}; base-uri 'none'; form-action 'none'",
        )
    )
    stream.enable_buffering(_PART)
    return iter(stream)


def _row(entry: Entry) -> Row:
    graded = listed(entry)
    page_file = next((name for name in entry.get("files", ()) if name.endswith(".html")), "")
    name = page_file or next(iter(entry.get("files", ())), "")
    fault = f"{entry.get('error', '')}; {entry.get('hint', '')}".strip("; ")
    return Row(
        state=entry["state"],
        name=visible(str(entry.get("id", ""))),
        title=visible(entry.get("title") or entry["path"]),
        published=entry.get("published") or "",
        said=visible(fault or str(entry.get("headline", "")).removeprefix(f"{entry['state']}: ")),
        link=f"reports/{quote(name)}" if name else "",
        errors=graded.get(Severity.ERROR.value, 0),
        warnings=graded.get(Severity.WARNING.value, 0),
        notes=graded.get(Severity.NOTE.value, 0),
    )


def _templates() -> Environment:
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError as error:
        raise UsageError("the index page needs jinja2", hint="pip install jinja2") from error
    loader = FileSystemLoader(folder("reports") / "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _part(name: str) -> str:
    return (folder("reports") / "templates" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
