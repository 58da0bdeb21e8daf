"""Write, prune and check baselines: the findings that are waived, each with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

import click

from verifier.cli.check import checked
from verifier.cli.common import (
    BROKEN,
    FOUND,
    PATH,
    Engine,
    incident_option,
    read_postmortems,
    rule_options,
    sources_option,
    verifier_for,
)
from verifier.cli.gating import GATES, gate_of, gated, tell_stale, today
from verifier.cli.output import note, say, targets, tell, write
from verifier.cli.reports import report_of
from verifier.config import baseline as files
from verifier.config.ledger import Entry, Ledger
from verifier.errors import UsageError
from verifier.formats.order import MISSING
from verifier.formats.words import count
from verifier.gate import git
from verifier.gate.inline import excused
from verifier.gate.waived import every, waive
from verifier.model import Report, Waiver

F = TypeVar("F", bound=Callable[..., object])
Edit = Callable[[tuple[Waiver, ...]], Iterable[Waiver]]
_OPTION = click.option("--baseline", type=PATH, required=True, metavar="FILE", help="The file of waivers.")
_DAY = click.DateTime(formats=["%Y-%m-%d"])


def _inputs(command: Callable[..., object]) -> Callable[..., object]:
    """Add what is needed to check postmortems."""
    named = click.argument("postmortems", nargs=-1, required=True, type=PATH, metavar="POSTMORTEM...")
    return named(sources_option()(_OPTION(incident_option(rule_options(command)))))


@click.group()
def baseline() -> None:
    """Write, prune and check baselines: problems that are waived, each with a reason, and so do not fail."""


def _terms(command: F) -> F:
    """Add what a new waiver rests on."""
    reason = click.option("--reason", required=True, help="Why it may pass.")
    author = click.option("--author", help="Who says so. By default the name that git knows.")
    expires = click.option("--expires", type=_DAY, metavar="YYYY-MM-DD", help="The last day on which it holds.")
    return reason(author(expires(command)))


@baseline.command("add")
@click.argument("finding", metavar="FINDING")
@click.argument("inputs", nargs=-1, required=True, type=PATH, metavar="REPORT.json|POSTMORTEM...")
@sources_option(required=False)
@_OPTION
@_terms
@incident_option
@rule_options
def add(
    *,
    finding: str,
    inputs: tuple[Path, ...],
    sources: tuple[Path, ...],
    incident: str | None,
    baseline: Path,
    engine: Engine,
    reason: str,
    author: str | None,
    expires: datetime | None,
) -> None:
    """Waive one finding, or one problem with all its places.

    FINDING is its id, or the problem's, as it stands in the JSON report and at the end of a problem's link in the page.
    """
    terms = _agreed(reason, author, expires)
    report = report_of(inputs, sources, incident, engine)
    tell(report.troubles)
    new = files.named(report, finding.removeprefix("problem-"), terms)
    if not new:
        raise UsageError("no such finding or problem", finding, _near(report, finding))
    _change(baseline, inputs, lambda known: _joined(known, new), _entry("waived", terms, new))
    note(f"{baseline}: {count(len(new), 'waiver')} added")


@baseline.command("write")
@_inputs
@_terms
@click.option("--fail-on", type=click.Choice(GATES), default="error", show_default=True, help="What to waive.")
@click.option("--missing-sources", "gaps", is_flag=True, help="Waive also that cited sources are missing.")
def write_baseline(
    *,
    postmortems: tuple[Path, ...],
    sources: tuple[Path, ...],
    incident: str | None,
    baseline: Path,
    engine: Engine,
    reason: str,
    author: str | None,
    expires: datetime | None,
    fail_on: str,
    gaps: bool,
) -> None:
    """Waive the problems that fail now, but for missing sources unless asked.

    Waivers and comments that are in the file stay. In a git repository, .gitattributes is told that branches which both
    add waivers merge line by line.
    """
    terms = _agreed(reason, author, expires)
    report = _report(postmortems, sources, incident, engine, fail_on)
    known = Ledger(baseline).waivers()
    held = excused(waive(report, known, today()))
    wanted = files.missing(held, terms)
    new = tuple(w for w in wanted if gaps or w.rule != MISSING)
    _change(baseline, (*postmortems, *sources), lambda now: _joined(now, new), _entry("waived", terms, new))
    _union(baseline)
    tell_stale(held.gate.stale)
    note(f"{baseline}: {count(len(new), 'waiver')} added, {len(known)} there before")
    if len(wanted) > len(new):
        left = count(len(wanted) - len(new), "missing source")
        note(f"{left} left out, which still fail{'s' if len(wanted) - len(new) == 1 else ''}; see --missing-sources")
    _end(report)


@baseline.command()
@_inputs
def prune(
    *,
    postmortems: tuple[Path, ...],
    sources: tuple[Path, ...],
    incident: str | None,
    baseline: Path,
    engine: Engine,
) -> None:
    """Remove the waivers that no longer apply.

    One no longer applies where its claim or the evidence has changed, or where it has expired. Waivers of other
    postmortems stay; what is removed is kept in the history beside the baseline.
    """
    files.read(baseline)
    report = _report(postmortems, sources, incident, engine, "error")
    if report.troubles:
        _end(report)
    stale = waive(report, Ledger(baseline).waivers(), today()).gate.stale
    entry = _entry("pruned", files.Terms("no longer applies", author_known("verifier")), stale)
    _change(baseline, (*postmortems, *sources), lambda known: [w for w in known if w not in stale], entry)
    tell_stale(stale)
    note(f"{baseline}: {count(len(stale), 'waiver')} removed, {len(Ledger(baseline).waivers())} left")


@baseline.command()
@_inputs
def check(
    *,
    postmortems: tuple[Path, ...],
    sources: tuple[Path, ...],
    incident: str | None,
    baseline: Path,
    engine: Engine,
) -> None:
    """List the waivers that no longer apply; ends with 1 where there are some, with 2 where the file is malformed."""
    known = files.read(baseline)
    report = _report(postmortems, sources, incident, engine, "error")
    held = waive(report, known, today())
    for waiver in held.gate.stale:
        click.echo(files.line_of(waiver))
    note(f"{baseline}: {count(len(known), 'waiver')}, {len(held.gate.stale)} of them no longer apply")
    _end(report)
    if held.gate.stale:
        raise SystemExit(FOUND)


def _report(
    postmortems: tuple[Path, ...], sources: tuple[Path, ...], incident: str | None, engine: Engine, fail_on: str
) -> Report:
    found, troubles = read_postmortems(postmortems, incident)
    verifier = verifier_for(sources, engine, postmortems)
    gate = gate_of(engine.settings, fail_on)
    report = gated(checked(verifier, found, troubles), engine.settings, gate)
    tell(report.troubles)
    return report


def _agreed(reason: str, author: str | None, expires: datetime | None) -> files.Terms:
    """Return the terms of a waiver.

    Raises: UsageError for an empty reason, or where nobody is known to say so.
    """
    if not reason.strip():
        raise UsageError("is empty", "--reason", "say why the problems may pass")
    return files.Terms(reason.strip(), author or author_known(), expires.date() if expires else None)


def _change(path: Path, inputs: Iterable[Path], edit: Edit, entry: Entry) -> None:
    """Change a baseline while no other program does."""
    targets([f"json:{path}"], list(inputs))
    ledger = Ledger(path)
    with ledger.locked():
        ledger.change(edit, entry if entry.findings else None)


def _joined(known: Iterable[Waiver], new: Iterable[Waiver]) -> list[Waiver]:
    """Return the waivers of both; a new one takes the place of the one that it names anew."""
    listed = list(new)
    replaced = {_key(waiver) for waiver in listed}
    return [*(w for w in known if _key(w) not in replaced), *listed]


def _entry(decision: str, terms: files.Terms, waivers: Sequence[Waiver]) -> Entry:
    named = ", ".join(dict.fromkeys(waiver.postmortem for waiver in waivers))
    rules = ", ".join(dict.fromkeys(waiver.rule for waiver in waivers))
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return Entry(at, terms.author, decision, terms.reason, named, rules, tuple(w.fingerprint for w in waivers))


def _near(report: Report, name: str) -> str:
    known = [p.id for one in report.reports for p in one.problems] + [
        f.id for one in report.reports for f in every(one)
    ]
    near = get_close_matches(name, known, 3, 0.5)
    return f"did you mean {', '.join(near)}?" if near else "the ids stand in the JSON report"


def _union(path: Path) -> None:
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


def _end(report: Report) -> None:
    """End as broken where inputs could not be used."""
    if report.troubles:
        say("error: not all inputs could be used, so not all problems are known")
        raise SystemExit(BROKEN)
