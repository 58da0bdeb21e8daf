"""Gather what the page shows of a run: an index where there are several postmortems, and a part for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from verifier.formats.html_anchors import anchor, web
from verifier.formats.html_cards import SIGNS, Printer, Sheet, Where, stepped
from verifier.formats.html_document import Row, rows
from verifier.formats.html_facets import Facets, Option
from verifier.formats.html_passages import Library
from verifier.formats.layout import View
from verifier.formats.overview import badness, severities, totals, unread, viewed
from verifier.formats.quotes import Desk
from verifier.formats.visible import visible
from verifier.formats.words import COUNTED, count, left_out
from verifier.gate.waived import reasons
from verifier.model import PostmortemReport, Problem, Report, Role, Severity, SourceReading, Verdict, Waiver

_LONG = 500


@dataclass(frozen=True, slots=True)
class Share:
    """Hold how many claims have a verdict, and where its stretch of the bar lies (percent)."""

    verdict: Verdict
    sign: str
    words: str
    claims: int
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Read:
    """Hold a source as the page lists it."""

    label: str
    title: str
    url: str
    facts: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Waived:
    """Hold a problem that somebody waived, and why."""

    anchor: str
    title: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Hold claims that are not stated for one reason."""

    reason: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Sheaf:
    """Hold one postmortem's part of the page."""

    view: View
    anchor: str
    title: str
    shares: tuple[Share, ...]
    severities: dict[str, int]
    problems: tuple[Sheet, ...]
    first: tuple[Sheet, ...]
    disputed: tuple[Sheet, ...]
    rest: tuple[Bundle, ...]
    held: tuple[Where, ...]
    waived: tuple[Waived, ...]
    rows: tuple[Row, ...]
    sources: tuple[Read, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Hold the whole page."""

    title: str
    totals: tuple[str, ...]
    unread: tuple[str, ...]
    sheaves: tuple[Sheaf, ...]
    options: dict[str, tuple[Option, ...]]
    version: str
    rules: str
    index: str = ""

    @property
    def long(self) -> bool:
        """Say whether there is so much that a browser should leave what is out of sight for later."""
        return sum(len(row.claims) for sheaf in self.sheaves for row in sheaf.rows) > _LONG


def gather(report: Report, only: PostmortemReport | None = None, index: str = "") -> Page:
    """Return the page of a run, the worst postmortem first, or of `only` one of its postmortems; `index` leads back."""
    chosen = report.reports if only is None else (only,)
    libraries = [Library.of(Desk.of(one)) for one in chosen]
    facets = Facets.of(libraries)
    marks = prefixes(chosen)
    printers = [Printer(library, facets, prefix) for library, prefix in zip(libraries, marks, strict=True)]
    sheaves = sorted((_sheaf(printer, report) for printer in printers), key=lambda sheaf: badness(sheaf.view))
    lines = totals(report, [sheaf.view for sheaf in sheaves])
    return Page(
        title=f"{sheaves[0].view.headline} · {sheaves[0].title}" if len(sheaves) == 1 else lines[0],
        totals=lines,
        unread=unread(report) if only is None else (),
        sheaves=tuple(sheaves),
        options=facets.options,
        version=visible(report.version),
        rules=visible(report.rules_digest),
        index=index,
    )


def _sheaf(printer: Printer, run: Report) -> Sheaf:
    report = printer.desk.report
    view = viewed(run, report)
    words = ("problem", view.problems), ("to read", view.first), ("dispute", view.disputed)
    problems, first, disputed = stepped([(word, printer.sheets(cards)) for word, cards in words])
    rest = tuple(Bundle(fold.reason, printer.sheets(fold.cards)) for fold in view.rest)
    graded = severities(view)
    return Sheaf(
        view=view,
        anchor=anchor("postmortem", printer.prefix or "report"),
        title=named(report),
        shares=shares(report),
        severities={severity: graded[severity] for severity in Severity},
        problems=problems,
        first=first,
        disputed=disputed,
        rest=rest,
        held=printer.kept(view.held),
        waived=tuple(_waived(printer, problem, run.gate.used) for problem in report.problems if problem.waived),
        rows=rows(printer, [*problems, *first, *disputed, *(sheet for bundle in rest for sheet in bundle.sheets)]),
        sources=tuple(_read(printer.desk, reading) for reading in report.sources),
    )


def named(report: PostmortemReport) -> str:
    """Name a postmortem by its title, else by its id."""
    return visible(report.postmortem.title) or visible(report.postmortem.id) or "untitled"


def prefixes(reports: Iterable[PostmortemReport]) -> list[str]:
    """Return what keeps the anchors of several postmortems apart: their ids, numbered where they repeat."""
    ids = [report.postmortem.id for report in reports]
    if len(ids) == 1:
        return [""]
    seen = Counter[str]()
    found = []
    for identity in ids:
        seen[identity] += 1
        found.append(f"{identity or 'unnamed'}" + (f"~{seen[identity]}" if seen[identity] > 1 else ""))
    return found


def _waived(printer: Printer, problem: Problem, used: tuple[Waiver, ...]) -> Waived:
    desk = printer.desk
    found = [desk.findings[i] for i in problem.findings if i in desk.findings]
    why = tuple(visible(reason) for reason in reasons(used, desk.report.postmortem.id, found))
    return Waived(anchor("problem", printer.prefix, problem.id), desk.said(problem.title), why)


def shares(report: PostmortemReport) -> tuple[Share, ...]:
    """Return how many claims have which verdict, as stretches of a bar."""
    verdicts = Counter(a.verdict for a in report.assessments)
    found: list[Share] = []
    done = 0
    for verdict in Verdict:
        start, width = 100 * done / max(verdicts.total(), 1), 100 * verdicts[verdict] / max(verdicts.total(), 1)
        done += verdicts[verdict]
        found.append(
            Share(verdict, SIGNS[verdict], COUNTED[verdict], verdicts[verdict], round(start, 2), round(width, 2))
        )
    return tuple(found)


def _read(desk: Desk, reading: SourceReading) -> Read:
    source = reading.source
    left = left_out(Counter(e.reason for e in reading.excluded))
    facts = [count(len(reading.sentences), "sentence")]
    facts += [f"left out as no evidence: {left}"] if left else []
    facts += ["context only, no evidence"] if source.role != Role.CITED else []
    notes = dict.fromkeys((*source.notes, *reading.notes))
    return Read(
        desk.source(source.id), visible(source.title), web(source.url), "; ".join(facts), tuple(map(visible, notes))
    )
