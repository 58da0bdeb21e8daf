"""Put waivers into a baseline: what they rest on, how they join those there are, and what git is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import click

from verifier.cli.gating import today
from verifier.cli.output import note, targets, write
from verifier.config import baseline as files
from verifier.config.ledger import Entry, Ledger
from verifier.errors import UsageError, like_named
from verifier.formats.visible import visible
from verifier.formats.words import listing
from verifier.gate import git
from verifier.gate.waived import every
from verifier.model import Report, Waiver

F = TypeVar("F", bound=Callable[..., object])
Edit = Callable[[tuple[Waiver, ...]], Iterable[Waiver]]
_DAY = click.DateTime(formats=["%Y-%m-%d"])


def terms_options(command: F) -> F:
    """Add what a new waiver rests on."""
    reason = click.option("--reason", required=True, help="Why it may pass.")
    author = click.option("--author", help="Who says so. By default the name that git knows.")
    expires = click.option("--expires", type=_DAY, metavar="YYYY-MM-DD", help="The last day on which it holds.")
    return reason(author(expires(command)))


def agreed(reason: str, author: str | None, expires: datetime | None) -> files.Terms:
    """Return the terms of a waiver.

    Raises: UsageError for an empty reason, for a last day that has passed, or where nobody is known to say so.
    """
    if not reason.strip():
        raise UsageError("is empty", "--reason", "say why the problems may pass")
    if expires and expires.date() < today():
        raise UsageError("has passed", f"--expires {expires.date()}", "name a day to come, or leave it out")
    return files.Terms(reason.strip(), author or author_known(), expires.date() if expires else None)


def change(path: Path, inputs: Iterable[Path], edit: Edit, entry: Entry) -> None:
    """Change a baseline while no other program does."""
    targets([f"json:{path}"], list(inputs))
    ledger = Ledger(path)
    with ledger.locked():
        ledger.change(edit, entry if entry.findings else None)


def joined(known: Iterable[Waiver], new: Iterable[Waiver]) -> list[Waiver]:
    """Return the waivers of both; a new one takes the place of the one that it names anew."""
    listed = list(new)
    replaced = {_key(waiver) for waiver in listed}
    return [*(w for w in known if _key(w) not in replaced), *listed]


def instead_of(known: Iterable[Waiver], new: Iterable[Waiver]) -> str:
    """Say in whose place new waivers stand; nothing where there were none."""
    keys = {_key(waiver) for waiver in new}
    gone = [f'that of {waiver.author} ("{waiver.reason}")' for waiver in known if _key(waiver) in keys]
    return f" in the place of {listing(map(visible, gone))}" if gone else ""


def entry_of(decision: str, terms: files.Terms, waivers: Sequence[Waiver]) -> Entry:
    """Return what the history keeps of a change to a baseline."""
    named = ", ".join(dict.fromkeys(waiver.postmortem for waiver in waivers))
    rules = ", ".join(dict.fromkeys(waiver.rule for waiver in waivers))
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return Entry(at, terms.author, decision, terms.reason, named, rules, tuple(w.fingerprint for w in waivers))


def near(report: Report, name: str) -> str:
    """Return a hint for an id that no finding or problem has."""
    known = [problem.id for one in report.reports for problem in one.problems]
    known += [finding.id for one in report.reports for finding in every(one)]
    return like_named(name, known, "ids stand in the JSON report, and at the end of links in the page")


def merge_by_line(path: Path) -> None:
    """Let git join the lines of both sides where it merges a baseline."""
    if git.merges_as_union(path) is not False:
        return
    attributes = path.parent / ".gitattributes"
    before = attributes.read_text(encoding="utf-8") if attributes.exists() else ""
    gap = "" if not before or before.endswith("\n") else "\n"
    lines = (f"{_pattern(name)} merge=union\n" for name in (path.name, f"{path.name}.history"))
    write([(attributes, f"{before}{gap}{''.join(lines)}")])
    note(f"{attributes}: says that {path.name} merges line by line")


def _pattern(name: str) -> str:
    """Write a file's name as .gitattributes has it."""
    plain = name.replace("\\", "\\\\")
    for sign in "*?[":
        plain = plain.replace(sign, "\\" + sign)
    return f'"{plain}"' if any(char.isspace() for char in plain) else plain


def author_known(otherwise: str = "") -> str:
    """Return the name that git knows, or another one.

    Raises: UsageError where there is none.
    """
    said = git.ask(Path.cwd(), "config", "user.name")
    name = (said.decode("utf-8", "replace").strip() if said else "") or otherwise
    if not name:
        raise UsageError("is not known", "the author", "name one with --author")
    return name


def _key(waiver: Waiver) -> tuple[str, str]:
    return waiver.fingerprint, waiver.postmortem
