"""Arrange a postmortem's report in an editor's order: verdict, blind spots, problems, disputes, loose ends, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from verifier.formats.cards import of_claim, of_conflict, of_problem, worst
from verifier.formats.layout import Card, View
from verifier.formats.quotes import Desk
from verifier.formats.visible import visible
from verifier.formats.words import HELD, RANK, clip, count, day, left_out, listing, spelled
from verifier.model import PostmortemReport, Problem, Role, Severity, SourceReading, Verdict

LOOSE = (Verdict.UNSUPPORTED, Verdict.PARTIAL)
OPEN = tuple(verdict for verdict in Verdict if verdict not in {Verdict.SUPPORTED, Verdict.NOT_CHECKABLE})
MISSING = "missing-source"
_LINKS, _LINK = 3, 60


def arrange(report: PostmortemReport) -> View:
    """Return the view that every format draws."""
    desk = Desk.of(report)
    groups = grouped(desk)
    blind = tuple(of_problem(desk, p, n) for n, p in enumerate(groups["blind"], 1))
    problems = tuple(of_problem(desk, p, n) for n, p in enumerate(groups["problems"], len(blind) + 1))
    state = _state(report, groups["blind"] + groups["problems"])
    return View(
        state=state,
        headline=f"{state}: {_headline(desk, groups)}",
        about=about(report),
        numbers=_numbers(report),
        blind=_blind(desk, named=bool(blind)),
        blind_cards=blind,
        problems=problems,
        disputed=_disputed(desk, groups["disputed"]),
        loose=_loose(desk, groups["loose"]),
        held=_held(report),
        not_checked=_not_checked(report),
    )


def grouped(desk: Desk) -> dict[str, list[Problem]]:
    """Sort problems into blind spots, problems, disputes and loose ends, most serious and headline first."""
    groups: dict[str, list[Problem]] = {"blind": [], "problems": [], "disputed": [], "loose": []}
    standing = (problem for problem in desk.report.problems if not problem.waived)
    for problem in sorted(standing, key=lambda p: (RANK[p.severity], not in_headline(desk, p))):
        groups[_group(desk, problem)].append(problem)
    return groups


def in_headline(desk: Desk, problem: Problem) -> bool:
    """Say whether a problem touches the title."""
    return any(desk.in_headline(desk.assessments[i]) for i in problem.claims if i in desk.assessments)


def _group(desk: Desk, problem: Problem) -> str:
    if problem.rule == MISSING:
        return "blind"
    verdict = worst(desk.assessments[i] for i in problem.claims if i in desk.assessments)
    proven = any(desk.findings[i].evidence for i in problem.findings if i in desk.findings)
    if verdict == Verdict.DISPUTED and (proven or problem.severity != Severity.ERROR):
        return "disputed"
    standing = problem.rule in set(Verdict)
    return "loose" if standing and verdict in LOOSE and problem.severity != Severity.ERROR else "problems"


def _state(report: PostmortemReport, counted: list[Problem]) -> str:
    if all(a.verdict == Verdict.NOT_CHECKABLE for a in report.assessments):
        return "nothing checked"
    if any(p.severity == Severity.ERROR for p in counted):
        return "hold"
    firm = (Verdict.SUPPORTED, Verdict.NOT_CHECKABLE)
    waived = _waived(report)
    loose = any(a.verdict not in firm and a.claim.id not in waived for a in report.assessments)
    return "look" if loose or any(not p.waived for p in report.problems) else "clear"


def _waived(report: PostmortemReport) -> set[str]:
    """Return the claims whose problems are all waived."""
    standing = {claim for p in report.problems if not p.waived for claim in p.claims}
    return {claim for p in report.problems if p.waived for claim in p.claims} - standing


def _headline(desk: Desk, groups: dict[str, list[Problem]]) -> str:
    counted = groups["blind"] + groups["problems"]
    waived = _waived(desk.report)
    verdicts = Counter(a.verdict for a in desk.report.assessments if a.claim.id not in waived)
    if counted:
        return _counted(desk, counted, len(groups["blind"]))
    if not desk.report.assessments:
        return "no claim is to be checked"
    checked = sum(number for verdict, number in verdicts.items() if verdict != Verdict.NOT_CHECKABLE)
    open_ends = [(verdicts[v], HELD[v]) for v in OPEN if verdicts[v]]
    if open_ends:
        return listing(f"{count(number, 'claim')} {words}" for number, words in open_ends)
    if not checked and waived:
        return "all that was found is waived"
    if not checked:
        return "no claim could be checked against the sources"
    return f"{verdicts[Verdict.SUPPORTED]} of {count(checked, 'claim')} stated by the sources, none stated otherwise"


def _counted(desk: Desk, problems: list[Problem], missing: int) -> str:
    """Count problems and the sentences they affect; sources that are missing stand for themselves only alone."""
    if missing == len(problems):
        return f"{count(missing, 'cited source')} missing"
    titled = sum(in_headline(desk, p) for p in problems)
    among = f", {spelled(titled)} of them in the headline" if titled else ""
    affected = len({claim for p in problems for claim in p.claims})
    return f"{count(len(problems), 'problem')}{among}; {count(affected, 'sentence')} affected"


def about(report: PostmortemReport, *, listed: bool = False) -> str:
    """Return what was read: title, date and file; of a postmortem `listed` in a table its id, and no file."""
    postmortem = report.postmortem
    title, identity = visible(postmortem.title), visible(postmortem.id)
    name = f"{identity}: {title}" if listed and title else title or identity
    known = [part for part in (day(postmortem.published), "" if listed else visible(postmortem.path)) if part]
    used = [reading for reading in report.sources if reading.source.role == Role.CITED]
    brackets = f" ({', '.join(known)})" if known else ""
    return f"{name}{brackets}, read against {count(len(used), 'source')}"


def _numbers(report: PostmortemReport) -> str:
    verdicts = Counter(a.verdict for a in report.assessments)
    parts = [f"{verdicts[v]} {words}" for v, words in HELD.items() if verdicts[v]]
    waived = sum(p.waived for p in report.problems)
    more = f"; {count(waived, 'problem')} waived" if waived else ""
    return (f"{count(len(report.assessments), 'claim')}: {', '.join(parts)}" if parts else "no claims") + more


def _blind(desk: Desk, *, named: bool) -> tuple[str, ...]:
    report = desk.report
    lines = [] if named or not report.missing else [f"cited but not supplied: {listing(map(visible, report.missing))}"]
    lines += ["what cites a missing source was checked against all sources"] if report.missing else []
    lines += [] if report.sources else ["no source could be read"]
    for reading in report.sources:
        lines += [f"{desk.source(reading.source.id)}: {desk.said(note)}" for note in _notes(reading)]
    return (*lines, *_mentioned(report), *_excluded(report))


def _mentioned(report: PostmortemReport) -> tuple[str, ...]:
    """Return one line for all links of the text to pages that were not supplied."""
    if not report.mentioned:
        return ()
    number, shown = len(report.mentioned), [clip(visible(label), _LINK) for label in report.mentioned[:_LINKS]]
    more = [f"{number - _LINKS} more"] if number > _LINKS else []
    return (f"{count(number, 'link')} in the text to pages that were not supplied: {listing((*shown, *more))}",)


def _notes(reading: SourceReading) -> list[str]:
    notes = list(dict.fromkeys((*reading.source.notes, *reading.notes)))
    if reading.source.role != Role.CITED and not notes:
        notes.append("context only, no evidence")
    return notes if reading.sentences or notes else ["holds no sentence"]


def _excluded(report: PostmortemReport) -> tuple[str, ...]:
    reasons = Counter(e.reason for reading in report.sources for e in reading.excluded)
    holding = sum(bool(reading.excluded) for reading in report.sources)
    kinds = left_out(reasons)
    if not kinds:
        return ()
    total = count(reasons.total(), "passage")
    return (f"left out as no evidence: {total} of {count(holding, 'source')} ({kinds})",)


def _disputed(desk: Desk, problems: list[Problem]) -> tuple[Card, ...]:
    cards = [of_problem(desk, p) for p in problems] + _rest(desk, (Verdict.DISPUTED,))
    quoted = {(quote.by.rpartition(": ")[2], quote.shown.text) for card in cards for quote in card.sources}
    conflicts = (of_conflict(desk, c) for c in desk.report.source_conflicts)
    return (*cards, *(c for c in conflicts if any((q.by, q.shown.text) not in quoted for q in c.sources)))


def _loose(desk: Desk, problems: list[Problem]) -> tuple[Card, ...]:
    rest = _rest(desk, (verdict for verdict in OPEN if verdict != Verdict.DISPUTED))
    return (*rest, *(of_problem(desk, p) for p in problems))


def _rest(desk: Desk, verdicts: Iterable[Verdict]) -> list[Card]:
    """Make cards of the claims with these verdicts that no problem names, verdict by verdict."""
    named = {claim for p in desk.report.problems for claim in p.claims}
    left = [a for a in desk.report.assessments if a.claim.id not in named]
    return [of_claim(desk, a) for verdict in verdicts for a in left if a.verdict == verdict]


def _held(report: PostmortemReport) -> tuple[str, ...]:
    fields = Counter(a.claim.field for a in report.assessments if a.verdict == Verdict.SUPPORTED)
    if not fields:
        return ()
    return (f"{count(fields.total(), 'claim')} in {count(len(fields), 'section')} stated by the sources",)


def _not_checked(report: PostmortemReport) -> tuple[str, ...]:
    claims = {
        (a.claim.field, a.claim.start, a.claim.end): a.reason or a.claim.reason or visible(a.claim.kind)
        for a in report.assessments
        if a.verdict == Verdict.NOT_CHECKABLE
    }
    spans = claims | {(n.field, n.start, n.end): n.reason for n in report.not_checked}
    return tuple(f"{number} {visible(reason)}" for reason, number in Counter(spans.values()).most_common())
