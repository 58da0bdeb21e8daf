"""Sum up a run over many postmortems: worst first, totals, inputs that could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from verifier.formats.arrange import about, arrange
from verifier.formats.cards import severity_of
from verifier.formats.layout import View
from verifier.formats.visible import visible
from verifier.formats.words import COUNTED, count, listing, to_do
from verifier.model import PostmortemReport, Report, Severity

_STATES = ("hold", "nothing checked", "look", "clear")


def ranked(report: Report) -> list[View]:
    """Return the view of every postmortem, worst first."""
    return sorted((viewed(report, one) for one in report.reports), key=badness)


def viewed(report: Report, one: PostmortemReport) -> View:
    """Return the view of a postmortem; one of which all claims were left out as unchanged is clear."""
    view = arrange(one)
    if shared(report, one):
        view = replace(view, about=about(one, listed=True))
    if not report.gate.since or one.assessments or one.problems:
        return view
    return replace(view, state="clear", headline=f"clear: no claim has changed since {visible(report.gate.since)}")


def shared(report: Report, one: PostmortemReport) -> bool:
    """Say whether a postmortem is one of several in its file, as in a table."""
    return any(other is not one and other.postmortem.path == one.postmortem.path for other in report.reports)


def badness(view: View) -> tuple[int, ...]:
    """Order views: the worst state first, then the most errors, warnings and notes, then the most to look at."""
    graded = severities(view)
    return _STATES.index(view.state), *(-graded[severity] for severity in Severity), -len(view.cards)


def totals(report: Report, views: list[View]) -> tuple[str, ...]:
    """Return the lines that count a whole run."""
    states = Counter(view.state for view in views)
    named = [to_do(states[state], state) for state in _STATES if states[state]]
    verdicts = Counter(a.verdict for one in report.reports for a in one.assessments)
    claims = [f"{verdicts[v]} {words}" for v, words in COUNTED.items() if verdicts[v]]
    return (
        f"{count(len(views), 'postmortem')}: {', '.join(named) or 'nothing to read'}",
        found(views),
        f"{count(verdicts.total(), 'claim')}{': ' if claims else ''}{', '.join(claims)}",
        *_tables(report),
    )


def found(views: Iterable[View]) -> str:
    """Count what views show: problems by severity, disputes, and claims that are not stated in full."""
    listed = list(views)
    graded = sum((severities(view) for view in listed), Counter[Severity]())
    counts = (count(graded[severity], severity) for severity in Severity if graded[severity])
    parts = [": ".join((count(graded.total(), "problem"), ", ".join(counts))).removesuffix(": ")]
    disputed = sum(len(view.disputed) for view in listed)
    loose = sum(view.loose for view in listed)
    parts += [f"{count(disputed, 'dispute')} among sources"] if disputed else []
    parts += [f"{count(loose, 'claim')} not stated, or only in part"] if loose else []
    return "; ".join(parts)


def severities(view: View) -> Counter[Severity]:
    """Count the problems of a view, each card once, as its headline does."""
    return Counter(severity_of(card) for card in view.problems)


def _tables(report: Report) -> tuple[str, ...]:
    """Name the tables that postmortems stand in, in one line."""
    paths = Counter(one.postmortem.path for one in report.reports)
    tables = [visible(path) for path, held in paths.items() if path and held > 1]
    return (f"in {listing(tables)}",) if tables else ()


def unread(report: Report) -> tuple[str, ...]:
    """Return a line for every input that could not be used."""
    return tuple(visible(f"{t.where}: {t.what}" + (f"; {t.hint}" if t.hint else "")) for t in report.troubles)
