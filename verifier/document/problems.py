"""Fold many findings into few problems: one underlying error is one problem, however many claims repeat it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from verifier.model import Claim, Finding, Problem, Severity
from verifier.text.tokens import tokenize

TITLE_VALUES_MOST = 100  # characters of two places of a document that a title of a problem quotes
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def problems(
    findings: Iterable[Finding], claims: Sequence[Claim], titles: Mapping[str, str], disputed: Collection[str] = ()
) -> tuple[Problem, ...]:
    """Group findings that say the same; most serious first, then by where the reader meets them.

    `titles` gives each rule's title in plain words. What the sources say against `disputed` claims, given by id, is one
    problem in whatever words the claims put their side.
    """
    place = {c.id: i for i, c in enumerate(claims)}
    groups: defaultdict[tuple[str, ...], list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[_error(finding, disputed=finding.claim in disputed)].append(finding)
    found = [_problem(key, group, titles, disputed) for key, group in groups.items()]
    return tuple(sorted(found, key=lambda p: (_ORDER[p.severity], _first(p, place), p.id)))


def _error(finding: Finding, *, disputed: bool) -> tuple[str, ...]:
    """Return what makes two findings the same error: the rule and the clashing words by their stems."""
    said, other = finding.values
    if not said and not other:
        return finding.rule, finding.id
    return finding.rule, "" if disputed else _stems(said), _stems(other)


def _stems(text: str) -> str:
    return " ".join(t.stem for t in tokenize(text))


def _problem(
    error: tuple[str, ...], group: Sequence[Finding], titles: Mapping[str, str], disputed: Collection[str]
) -> Problem:
    first = group[0]
    speaker = "another source" if first.claim in disputed else "the source"
    return Problem(
        id="p-" + hashlib.sha256("\x1f".join(error).encode("utf-8", "surrogatepass")).hexdigest()[:12],
        rule=first.rule,
        title=_title(first, titles.get(first.rule, first.rule), speaker),
        severity=min((f.severity for f in group), key=_ORDER.__getitem__),
        findings=tuple(f.id for f in group),
        claims=tuple(dict.fromkeys(f.claim for f in group if f.claim)),
        suggestion=first.suggestion,
    )


def _title(finding: Finding, title: str, speaker: str) -> str:
    """Return a rule's title with the words that clash; without them where two places of the document are long."""
    said, other = finding.values
    if not other:
        return finding.message
    if finding.evidence:
        return f'{title}: "{said}", {speaker} says "{other}"'
    return f'{title}: "{said}" and "{other}"' if len(said) + len(other) <= TITLE_VALUES_MOST else title


def _first(problem: Problem, place: Mapping[str, int]) -> int:
    return min((place.get(c, len(place)) for c in problem.claims), default=-1)
