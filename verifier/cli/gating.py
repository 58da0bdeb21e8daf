"""Put a report through the gate: settings, baseline, exit status."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

import click

from verifier.cli.common import PATH
from verifier.cli.output import note
from verifier.config import baseline
from verifier.config.settings import Settings
from verifier.errors import UsageError, like_named
from verifier.formats.words import count
from verifier.gate import policy
from verifier.gate.inline import excused
from verifier.gate.waived import waive
from verifier.model import Gate, Report, Severity, Waiver

F = TypeVar("F", bound=Callable[..., object])
GATES = (*(severity.value for severity in Severity), "never")
_SHOWN = 20
_ALIKE = 0.75  # what the settings name may well be missing from a report


def gate_options(command: F) -> F:
    """Add the options that say what fails."""
    fails = click.option(
        "--fail-on",
        type=click.Choice(GATES),
        default="error",
        show_default=True,
        help="The least grave problem that fails: exit status 1.",
    )
    waivers = click.option(
        "--baseline", type=PATH, metavar="FILE", help="A file of waivers: what it lists does not fail."
    )
    return fails(waivers(command))


def gate_of(settings: Settings, fail_on: str) -> Gate:
    """Return the gate; --fail-on on the command line goes before any number of problems that the settings let pass."""
    context = click.get_current_context(silent=True)
    source = context.get_parameter_source("fail_on") if context else None
    named = source is not None and source.name == "COMMANDLINE"
    return Gate(fail_on=None if fail_on == "never" else Severity(fail_on), limits=() if named else settings.limits)


def gated(report: Report, settings: Settings, gate: Gate) -> Report:
    """Return the report with its gate, as the settings see it."""
    _tell_misspelled(report, settings)
    return policy.apply(replace(report, gate=gate), settings.policy)


def _tell_misspelled(report: Report, settings: Settings) -> None:
    """Tell which names in the settings fit nothing, but are like something that there is."""
    fields = {field.name for one in report.reports for field in one.postmortem.fields}
    rules = {rule.id for rule in report.rules}
    named = (("section", settings.policy.fields, fields), ("rule", settings.policy.rules, rules))
    for what, levels, known in named:
        for pattern, _ in levels:
            fits = any(policy.fits(name, pattern) for name in known)
            if hint := "" if fits else like_named(pattern, sorted(known), "", _ALIKE):
                note(f'{settings.path}: there is no {what} "{pattern}"; {hint}')


def against(report: Report, path: Path | None) -> Report:
    """Return the report held against a baseline and the waivers in its texts; the dead are told on standard error."""
    held = excused(waive(report, baseline.read(path), today()) if path else report)
    tell_stale(held)
    return held


def tell_stale(held: Report) -> None:
    """List on standard error the waivers that no longer apply to a report."""
    stale = held.gate.stale
    for waiver in stale[:_SHOWN]:
        note(_inline(waiver, held) if waiver.line else _dead(waiver))
    if len(stale) > _SHOWN:
        note(f"{count(len(stale) - _SHOWN, 'more waiver')} no longer apply")


def _dead(waiver: Waiver) -> str:
    why = "it has expired" if waiver.expires and waiver.expires < today() else "its claim or evidence has changed"
    return f"waiver {waiver.fingerprint} no longer applies, {why}: {waiver.rule}, {waiver.excerpt}"


def _inline(waiver: Waiver, held: Report) -> str:
    paths = {one.postmortem.id: one.postmortem.path for one in held.reports}
    where = f"{paths.get(waiver.postmortem) or waiver.postmortem}, line {waiver.line}"
    if not (waiver.rule and waiver.reason):
        lacking = "reason" if waiver.rule else "rule"
        return (
            f"{where}: the waiver names no {lacking}, so nothing is waived; write <!-- verifier: ignore RULE reason -->"
        )
    known = [rule.id for rule in held.rules]
    if known and not fnmatch.filter(known, waiver.rule):
        hint = like_named(waiver.rule, known, "see: verifier rules list")
        return f"{where}: there is no rule {waiver.rule}, so nothing is waived; {hint}"
    return f"{where}: there is nothing of the rule {waiver.rule} to waive any more; take the comment out"


def today() -> date:
    """Return the day that expiry is counted on: that of SOURCE_DATE_EPOCH where it is set, else the present one.

    Raises: UsageError where SOURCE_DATE_EPOCH is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError("is no number of seconds", "SOURCE_DATE_EPOCH", "unset it") from error
