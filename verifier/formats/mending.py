"""Turn what the sources surely say instead into edits of the postmortem's text; nothing less sure is ever written."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Iterable
from itertools import pairwise
from pathlib import PurePath
from typing import NamedTuple

from verifier.formats.located import Excerpt, excerpt
from verifier.formats.quotes import Desk
from verifier.formats.words import sureness
from verifier.model import Assessment, Finding, Postmortem, PostmortemReport, Problem, Verdict

_PLAIN = frozenset({"", ".txt", ".text", ".md", ".markdown"})


class Edit(NamedTuple):
    """Hold the words that take the place of a stretch of the postmortem's text, and the problem that they mend."""

    start: int
    end: int
    words: str
    problem: str


def suggested(desk: Desk, problem: Problem) -> str:
    """Return what to write instead; nothing where it is less than sure, disputed, or rests on a stand-in."""
    claims = [desk.assessments[i] for i in problem.claims if i in desk.assessments]
    barred = any(a.verdict == Verdict.DISPUTED or a.claim.id in desk.stand_ins for a in claims)
    findings = (desk.findings[i] for i in problem.findings if i in desk.findings)
    sure = sureness(max((f.confidence for f in findings), default=0.0)) == "sure"
    return problem.suggestion if sure and not barred else ""


def edits(report: PostmortemReport) -> tuple[Edit, ...]:
    """Return the edits of a postmortem that is one plain text, in its order; of those that overlap none."""
    if PurePath(report.postmortem.path).suffix.lower() not in _PLAIN or not _is_file(report.postmortem):
        return ()
    desk = Desk.of(report)
    open_problems = (p for p in report.problems if not p.waived and suggested(desk, p))
    found = {edit for p in open_problems for edit in _of_problem(desk, p)}
    ordered = sorted(found)
    clashing = {edit for one, other in pairwise(ordered) if other.start < one.end for edit in (one, other)}
    return tuple(edit for edit in ordered if edit not in clashing)


def _is_file(postmortem: Postmortem) -> bool:
    """Say whether the text is all that its file holds, and not what was extracted from it."""
    data = postmortem.raw.encode("utf-8", "surrogateescape")
    known = {hashlib.sha256(mark + data).hexdigest() for mark in (b"", codecs.BOM_UTF8)}
    return bool(data) and postmortem.sha256 in {"", *known}


def mended(text: str, changes: Iterable[Edit]) -> str:
    """Return the text with the edits made."""
    pieces, done = [], 0
    for edit in changes:
        pieces += [text[done : edit.start], edit.words]
        done = edit.end
    return "".join((*pieces, text[done:]))


def patch(path: str, before: str, after: str) -> str:
    """Return the difference of two texts of a file as `patch -p1` and `git apply` take it; nothing where it is none."""
    from difflib import unified_diff

    lines = unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def _of_problem(desk: Desk, problem: Problem) -> list[Edit]:
    found = [_of_finding(desk, desk.findings[i], problem) for i in problem.findings if i in desk.findings]
    return [edit for edit in found if edit]


def _of_finding(desk: Desk, finding: Finding, problem: Problem) -> Edit | None:
    """Return the edit that a finding amounts to: it must mark one stretch of a claim that stands in the text."""
    assessment = desk.assessments.get(finding.claim)
    if assessment is None or finding.waived or not finding.suggestion or len(finding.spans) != 1:
        return None
    place = _place(desk, assessment, *finding.spans[0])
    if place is None or "\n" in finding.suggestion or place.text == finding.suggestion:
        return None
    return Edit(place.start, place.end, _cased(finding.suggestion, place.text), problem.id)


def _place(desk: Desk, assessment: Assessment, start: int, end: int) -> Excerpt | None:
    """Return where the file has the words to be replaced.

    None where they are all of the claim, or where the text has other ones or marks in them.
    """
    claim, field = assessment.claim, desk.field(assessment)
    if field is None or field.text[claim.start : claim.end] != claim.text or (start, end) == (claim.start, claim.end):
        return None
    if not claim.start <= start < end <= claim.end:
        return None
    found = excerpt(field.layout, start, end, field.text[start:end])
    return found if found.text == field.text[start:end] else None


def _cased(words: str, said: str) -> str:
    """Return the words with capitals where those that they replace have them."""
    old = said.split()
    new = words.split(" ")
    if len(old) != len(new):
        return words
    return " ".join(
        b[:1].upper() + b[1:] if a[:1].isupper() and a.casefold() == b.casefold() else b
        for a, b in zip(old, new, strict=True)
    )
