"""Render a report as GitHub's workflow commands: annotations, most serious first, as many as GitHub shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from verifier.formats.alerts import Alert, alerts, sentence
from verifier.formats.places import Spot
from verifier.formats.visible import visible
from verifier.formats.words import RANK, count, listing
from verifier.gate.outcome import grave, was_checked
from verifier.model import Report, Severity

SHOWN = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_STANDARD_INPUT = "-"


def render(report: Report) -> str:
    """Return one command a line; GitHub shows ten of a kind in a step, so the rest is only counted.

    Waived problems are left out.
    """
    found = [alert for one in report.reports for alert in alerts(one) if not alert.waived]
    found.sort(key=lambda alert: RANK[alert.severity])
    lines = [(Severity.ERROR, command("error", text)) for text in _broken(report)]
    lines += [(alert.severity, _annotation(alert)) for alert in found]
    room = _room(Counter(severity for severity, _ in lines))
    left: Counter[Severity] = Counter()
    shown = []
    for severity, line in lines:
        if room[severity] > 0:
            shown.append(line)
            room[severity] -= 1
        else:
            left[severity] += 1
    return "".join(f"{line}\n" for line in [*shown, *_more(left)])


def command(name: str, message: str, properties: Mapping[str, object] | None = None) -> str:
    """Return a workflow command, with nothing in it taken for another one."""
    listed = ",".join(f"{key}={_property(visible(str(value)))}" for key, value in (properties or {}).items() if value)
    return f"::{name}{' ' if listed else ''}{listed}::{_data(visible(message))}"


def _broken(report: Report) -> list[str]:
    lines = [f"{t.where}: {t.what}" + (f"; {t.hint}" if t.hint else "") for t in grave(report.troubles)]
    return lines if was_checked(report) else [*lines, "nothing was checked; see the reasons in the report"]


def _annotation(alert: Alert) -> str:
    place = _place(alert.spot)
    return command(_COMMANDS[alert.severity], sentence(alert.card), {**place, "title": alert.problem.rule})


def _place(spot: Spot) -> dict[str, object]:
    """Return file, lines and, within one line, columns."""
    if spot.path in {"", _STANDARD_INPUT}:
        return {}
    if spot.region is None:
        return {"file": spot.path}
    line, column, end_line, end_column = spot.region
    columns = {"col": column, "endColumn": end_column} if line == end_line else {}
    return {"file": spot.path, "line": line, "endLine": end_line, **columns}


def _room(wanted: Counter[Severity]) -> dict[Severity, int]:
    """Return how many of each kind fit; where something is left out, one notice is kept to say so."""
    over = any(number > SHOWN for number in wanted.values())
    return {s: SHOWN - (1 if over and s == Severity.NOTE else 0) for s in Severity}


def _more(left: Counter[Severity]) -> list[str]:
    said = [count(left[s], f"more {s.value}") for s in Severity if left[s]]
    return [command("notice", f"and {listing(said)}; see the whole report")] if said else []


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
