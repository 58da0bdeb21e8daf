"""Get the report that a command is about: read from JSON, or made by checking postmortems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from verifier.cli.check import checked
from verifier.cli.common import Engine, read_postmortems, verifier_for
from verifier.cli.gating import gate_of, gated
from verifier.cli.reading import Wish, read_again, second_reader
from verifier.data.decode import first_bytes
from verifier.errors import UsageError
from verifier.model import Report

_KEY = b'"schema_version"'
_HEAD = 200


def report_of(
    inputs: Sequence[Path], sources: Sequence[Path], incident: str | None, engine: Engine, wish: Wish
) -> Report:
    """Return the report that the one input is, or that of checking the inputs, as a second reader leaves it.

    Raises: UsageError for postmortems without sources, a report among several inputs, or one that is to be read again.
    """
    second = second_reader(wish)
    if any(map(is_report, inputs)) or not sources:
        if len(inputs) > 1:
            raise UsageError("one report at a time", hint="name one REPORT.json, or postmortems with --sources")
        if not is_report(inputs[0]) and inputs[0].suffix.lower() != ".json" and inputs[0].is_file():
            raise UsageError("is no JSON report", str(inputs[0]), "name its articles with --sources to check it first")
        if second:
            raise UsageError("reads postmortems, not a report", "--reader", "name the postmortems and their --sources")
        from verifier.review import stored

        return _described(stored.read(inputs[0]))
    found, troubles = read_postmortems(inputs, incident)
    report = read_again(checked(verifier_for(sources, engine, inputs), found, troubles), second)
    return gated(report, engine.settings, gate_of(engine.settings, "error"))


def _described(report: Report) -> Report:
    """Return a report that was read with what is known of its rules, where they are the rules of this version."""
    from verifier.data.rulebook import load
    from verifier.data.rules_in_force import in_force

    rulebook = load()
    return replace(report, rules=in_force(rulebook)) if rulebook.digest == report.rules_digest else report


def is_report(path: Path) -> bool:
    """Say whether a file begins like a JSON report."""
    return _KEY in first_bytes(path, _HEAD)
