"""Judge sentences against sources made up on the spot, for the tests of the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from verifier.api import Verifier
from verifier.checks.case import Case, Observation, Outcome
from verifier.evidence.index import Index
from verifier.facts.analysis import Analysis, analyse
from verifier.judge import build_case
from verifier.model import Assessment, Field, Postmortem, Source, TextAssessment, Verdict
from verifier.words.tables import vocabulary

Check = Callable[[Case], Iterable[Observation]]


def sources(*texts: str, published: date | None = None) -> list[Source]:
    """Return the texts as sources s1, s2 ..."""
    return [Source(f"s{number}", text, published=published) for number, text in enumerate(texts, 1)]


def read(text: str, published: date | None = None) -> Analysis:
    """Read a text with the lexicons shipped."""
    return analyse(text, vocabulary(), published)


def index(*texts: str, published: date | None = None) -> Index:
    """Index the texts as sources."""
    return Verifier(sources(*texts, published=published)).index


def case(claim: str, *texts: str, published: date | None = None) -> Case:
    """Return the claim beside the texts as its sources."""
    return build_case(read(claim), index(*texts, published=published), None)


def clashes(check: Check, claim: str, *texts: str, published: date | None = None) -> list[tuple[str, str]]:
    """Return the words on both sides of every clash that a check reports and that did not stand down."""
    found = check(case(claim, *texts, published=published))
    return [(o.said, o.found) for o in found if o.outcome is Outcome.CLASH and not o.stood_down]


def outcomes(check: Check, claim: str, *texts: str, published: date | None = None) -> list[tuple[str, str]]:
    """Return how each part of the claim fares by a check, with its words."""
    return [(o.outcome.value, o.said) for o in check(case(claim, *texts, published=published)) if not o.stood_down]


def checked(text: str, *texts: str, published: date | None = None) -> TextAssessment:
    """Check a loose text against the texts as its sources."""
    return Verifier(sources(*texts, published=published)).check_text(text)


def assessed(claim: str, *texts: str, published: date | None = None) -> Assessment:
    """Check a single claim against the texts as its sources."""
    (found,) = checked(claim, *texts, published=published).assessments
    return found


def verdict(claim: str, *texts: str, published: date | None = None) -> Verdict:
    """Return the verdict of a loose text against the texts as its sources."""
    return checked(claim, *texts, published=published).verdict


def postmortem(*rows: tuple[str, str], published: date | None = None, cited: tuple[str, ...] = ()) -> Postmortem:
    """Return a postmortem of named fields, the first of which gives its title."""
    fields = tuple(Field(name, text, 0, len(text)) for name, text in rows)
    return Postmortem("p", rows[0][1], published, "p.txt", "0" * 64, fields, cited=cited)
