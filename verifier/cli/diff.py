"""Compare two reports, or two versions of a postmortem read against the same sources."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from verifier.cli.check import checked
from verifier.cli.common import BROKEN, FOUND, PATH, Engine, incident_option, read_one, rule_options, verifier_for
from verifier.cli.gating import gate_of, gated
from verifier.cli.output import emit, note, tell
from verifier.data.decode import read_text
from verifier.errors import InputError
from verifier.formats.difference import RENDERERS, headline
from verifier.formats.json_report import as_record
from verifier.formats.visible import visible
from verifier.gate.diff import compare
from verifier.gate.outcome import grave, was_checked
from verifier.model import Trouble

_MOST = 256 * 2**20
_SHOWN = 3


@click.command()
@click.argument("old", type=PATH)
@click.argument("new", type=PATH)
@click.option(
    "--sources",
    multiple=True,
    type=PATH,
    metavar="PATH",
    help="Articles: OLD and NEW are then two versions of a postmortem. May be repeated.",
)
@incident_option
@click.option("-f", "--format", "name", type=click.Choice(list(RENDERERS)), default="text", show_default=True)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 where there are new errors.")
@rule_options
def diff(
    *,
    old: Path,
    new: Path,
    sources: tuple[Path, ...],
    incident: str | None,
    name: str,
    exit_zero: bool,
    engine: Engine,
) -> None:
    """Compare two reports, or two versions of a postmortem.

    OLD and NEW are JSON reports or, with --sources, postmortems. Shows problems that are new or gone, and verdicts that
    changed. The exit status is 1 where there are new errors.
    """
    origin = click.get_current_context().get_parameter_source("sources")
    asked = origin is not None and origin.name == "COMMANDLINE"
    if sources and (asked or not {old.suffix, new.suffix} <= {".json"}):
        before, after, troubles = _checked(old, new, sources, incident, engine)
    else:
        before, after, troubles = _loaded(old), _loaded(new), []
        _belong(before, after, new)
    found = compare(before, after)
    emit(RENDERERS[name](found))
    tell(troubles)
    note(headline(found))
    told = (*before.get("troubles", ()), *after.get("troubles", ()))
    broken = grave(troubles) or any(not trouble.get("slight") for trouble in told)
    if broken:
        raise SystemExit(BROKEN)
    if found.worse and not exit_zero:
        raise SystemExit(FOUND)


def _checked(
    old: Path, new: Path, sources: tuple[Path, ...], incident: str | None, engine: Engine
) -> tuple[dict[str, Any], dict[str, Any], list[Trouble]]:
    """Check both versions against the same sources.

    Raises: InputError where one cannot be read or holds no claim that could be checked.
    """
    verifier = verifier_for(sources, engine, [old, new])
    gate = gate_of(engine.settings, "error")
    found = []
    for path in (old, new):
        report = gated(checked(verifier, read_one(path, incident), ()), engine.settings, gate)
        if not was_checked(report):
            raise InputError("holds no claim that could be checked", str(path), "check that it is a postmortem")
        found.append(as_record(report))
    return found[0], found[1], list(verifier.troubles)


def _loaded(path: Path) -> dict[str, Any]:
    """Read a JSON report.

    Raises: InputError where it is none.
    """
    from verifier.review.stored import record_of

    record = record_of(read_text(path, _MOST).text, path, "name two JSON reports, or add --sources")
    if not record["reports"]:
        raise InputError("holds no report of a postmortem", str(path), "write one with: verifier check -f json")
    return record


def _belong(before: dict[str, Any], after: dict[str, Any], where: Path) -> None:
    """Make sure that two reports have a postmortem in common: by its id or, where its file has another name, its title.

    Raises: InputError where they have none.
    """
    old, new = ([one["postmortem"] for one in record["reports"]] for record in (before, after))
    ids, titles = {one["id"] for one in old}, {one["title"] for one in old}
    files = {one["path"] for one in old}
    if not any(one["id"] in ids or (one["title"] in titles and one["path"] not in files) for one in new):
        what = f"is about {_named(new)}, the other report about {_named(old)}"
        raise InputError(what, str(where), "compare reports of the same postmortems")


def _named(postmortems: list[dict[str, Any]]) -> str:
    return visible(", ".join(sorted(one["id"] for one in postmortems)[:_SHOWN]))
