"""Sum a postmortem's report up: its state, and its numbers in a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from verifier.formats.again import again
from verifier.formats.order import MISSING, Order, claims_of, in_headline, proven
from verifier.formats.quotes import Desk
from verifier.formats.words import COUNTED, HELD, count, listing, spelled
from verifier.model import PostmortemReport, Problem, Severity, Verdict

_OPEN = tuple(verdict for verdict in Verdict if verdict not in {Verdict.SUPPORTED, Verdict.NOT_CHECKABLE})


def state(desk: Desk, found: Order) -> str:
    """Return `hold` where there are errors, `look` where something is open, `clear`, or `nothing checked`."""
    report = desk.report
    if all(a.verdict == Verdict.NOT_CHECKABLE for a in report.assessments):
        return "nothing checked"
    if any(p.severity == Severity.ERROR for p in found.problems):
        return "hold"
    firm = (Verdict.SUPPORTED, Verdict.NOT_CHECKABLE)
    loose = any(a.verdict not in firm and a.claim.id not in desk.waived for a in report.assessments)
    return "look" if loose or any(not p.waived for p in report.problems) else "clear"


def headline(desk: Desk, found: Order) -> str:
    """Return what the verdict line says after its state."""
    waived = desk.waived
    verdicts = Counter(a.verdict for a in desk.report.assessments if a.claim.id not in waived)
    if found.problems:
        return _counted(desk, found.problems) + _to_read(found)
    if not desk.report.assessments:
        return "no claim is to be checked"
    checked = sum(number for verdict, number in verdicts.items() if verdict != Verdict.NOT_CHECKABLE)
    open_ends = [(verdicts[v], HELD[v]) for v in _OPEN if verdicts[v]]
    if open_ends:
        return listing(f"{count(number, 'claim')} {words}" for number, words in open_ends)
    if not checked and waived:
        return "all that was found is waived"
    if not checked:
        return "no claim could be checked against the sources"
    doubted = f", {spelled(found.doubted)} of them doubted" if found.doubted else ""
    return f"no difference found in {count(checked, 'claim')}{doubted}"


def _to_read(found: Order) -> str:
    """Count the claims in doubt that come first: a report of one small problem may hold a dozen graver doubts."""
    return f"; {count(len(found.first), 'claim')} to read first" if found.first else ""


def numbers(report: PostmortemReport) -> str:
    """Return how many claims have which verdict."""
    verdicts = Counter(a.verdict for a in report.assessments)
    parts = [f"{verdicts[v]} {words}" for v, words in COUNTED.items() if verdicts[v]]
    waived = sum(p.waived for p in report.problems)
    more = f"; {count(waived, 'problem')} waived" if waived else ""
    return (f"{count(len(report.assessments), 'claim')}: {', '.join(parts)}" if parts else "no claims") + more


def _counted(desk: Desk, problems: Sequence[Problem]) -> str:
    """Count problems and the sentences they affect; sources that are missing stand for themselves only alone."""
    missing = sum(p.rule == MISSING for p in problems)
    if missing == len(problems):
        return f"{count(missing, 'cited source')} missing"
    titled = sum(in_headline(desk, p) for p in problems)
    among = f", {spelled(titled)} of them in the headline" if titled else ""
    affected = len({a.claim.id for p in problems for a in (*claims_of(desk, p), *again(desk, p))})
    more = f"; {count(affected, 'sentence')} affected" if affected else ""
    return f"{count(len(problems), 'problem')}{_kinds(desk, problems)}{among}{more}"


def _kinds(desk: Desk, problems: Sequence[Problem]) -> str:
    """Tell what problems are about: the claims that clash with a source are only some of them."""
    missing = sum(p.rule == MISSING for p in problems)
    beside = sum(proven(desk, p) for p in problems if p.rule != MISSING)
    alone = len(problems) - missing - beside
    words = ((beside, "against the sources"), (alone, "within the text"))
    kinds = [f"{number} {said}" for number, said in words if number]
    kinds += [f"{count(missing, 'source')} missing"] if missing else []
    if len(kinds) > 1:
        return f" ({', '.join(kinds)})"
    return " within the text" if alone else ""
