"""Sum up a run over many postmortems: worst first, totals, inputs that could not be read."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from verifier.formats.arrange import arrange
from verifier.formats.layout import View
from verifier.formats.visible import visible
from verifier.formats.words import HELD, RANK, count
from verifier.model import PostmortemReport, Report

_STATES = ("hold", "nothing checked", "look", "clear")


def ranked(report: Report) -> list[View]:
    """Return the view of every postmortem, worst first."""
    return sorted((viewed(report, one) for one in report.reports), key=badness)


def viewed(report: Report, one: PostmortemReport) -> View:
    """Return the view of a postmortem; one of which all claims were left out as unchanged is clear."""
    view = arrange(one)
    if not report.gate.since or one.assessments or one.problems:
        return view
    return replace(view, state="clear", headline=f"clear: no claim has changed since {visible(report.gate.since)}")


def badness(view: View) -> tuple[int, int, int]:
    """Order views: the worst state first, then the most problems, then the most to look at."""
    return _STATES.index(view.state), -len(view.blind_cards + view.problems), -len(view.cards)


def totals(report: Report, views: list[View]) -> tuple[str, ...]:
    """Return the lines that count a whole run."""
    states = Counter(view.state for view in views)
    named = [f"{states[state]} {state}" for state in _STATES if states[state]]
    severities = Counter(p.severity for one in report.reports for p in one.problems)
    graded = [count(severities[s], s) for s in sorted(severities, key=RANK.__getitem__)]
    verdicts = Counter(a.verdict for one in report.reports for a in one.assessments)
    claims = [f"{verdicts[v]} {words}" for v, words in HELD.items() if verdicts[v]]
    return (
        f"{count(len(views), 'postmortem')}: {', '.join(named) or 'nothing to read'}",
        f"{count(severities.total(), 'problem')}{': ' if graded else ''}{', '.join(graded)}",
        f"{count(verdicts.total(), 'claim')}{': ' if claims else ''}{', '.join(claims)}",
    )


def unread(report: Report) -> tuple[str, ...]:
    """Return a line for every input that could not be used."""
    return tuple(visible(f"{t.where}: {t.what}" + (f"; {t.hint}" if t.hint else "")) for t in report.troubles)
