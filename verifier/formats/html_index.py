"""List the postmortems of a run, worst first, with every claim of theirs to be searched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from verifier.formats.cards import severity_of
from verifier.formats.html_anchors import anchor
from verifier.formats.html_page import Share, named, prefixes, shares
from verifier.formats.layout import View
from verifier.formats.overview import badness, severities, totals, unread, viewed
from verifier.formats.visible import visible
from verifier.formats.words import count, day
from verifier.model import PostmortemReport, Report, Severity, Verdict

_SLUG = 60
_WORST = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """Hold a claim to be found: its words, its verdict, and where it is read."""

    text: str
    verdict: Verdict
    address: str


@dataclass(frozen=True, slots=True)
class Found:
    """Hold a problem as the index names it, and where it is read."""

    severity: Severity
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold a postmortem as the index lists it; `known` are its id and date, `graded` counts its problems.

    `worst` are its gravest problems, but for notes.
    """

    view: View
    title: str
    known: str
    address: str
    graded: str
    worst: tuple[Found, ...]
    shares: tuple[Share, ...]
    hits: tuple[Hit, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """Hold the page that lists a run."""

    title: str
    totals: tuple[str, ...]
    unread: tuple[str, ...]
    entries: tuple[Entry, ...]
    version: str
    rules: str


def listed(report: Report, addresses: Sequence[str], remarks: Sequence[str] = ()) -> Index:
    """Return the index of a run; each postmortem has its address, and a remark where there are some."""
    known = zip(report.reports, addresses, remarks or [""] * len(addresses), strict=True)
    made = (replace(_entry(report, one, address), remark=remark) for one, address, remark in known)
    entries = sorted(made, key=lambda entry: badness(entry.view))
    lines = totals(report, [entry.view for entry in entries])
    return Index(
        lines[0], lines[1:], unread(report), tuple(entries), visible(report.version), visible(report.rules_digest)
    )


def slugs(reports: Iterable[PostmortemReport]) -> list[str]:
    """Return a file's name for each postmortem: its id, numbered where a file system might take two for one."""
    found: list[str] = []
    seen: set[str] = set()
    for number, prefix in enumerate(prefixes(reports), 1):
        slug = anchor(prefix)[:_SLUG].strip(".-") or "postmortem"
        slug = slug if slug.casefold() not in seen else f"{slug}-{number}"
        seen.add(slug.casefold())
        found.append(f"{slug}.html")
    return found


def _entry(report: Report, one: PostmortemReport, address: str) -> Entry:
    view = viewed(report, one)
    graded = severities(view)
    grave = [card for card in view.problems if card.severity and card.severity != Severity.NOTE]
    return Entry(
        view,
        named(one),
        ", ".join(part for part in (visible(one.postmortem.id), day(one.postmortem.published)) if part),
        address,
        ", ".join(count(graded[severity], severity) for severity in Severity if graded[severity]),
        tuple(Found(severity_of(c), c.title, f"{address}#{anchor('problem', c.problem)}") for c in grave[:_WORST]),
        shares(one),
        tuple(
            Hit(visible(a.claim.text), a.verdict, f"{address}#{anchor('claim', a.claim.id)}") for a in one.assessments
        ),
    )
