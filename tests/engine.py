"""Judge sentences against sources made up on the spot, for the tests of the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from verifier.api import Verifier
from verifier.claims.claims import claims_in
from verifier.compare.case import Case, Observation, Outcome
from verifier.decide.case import set_beside
from verifier.evidence.passages import Index, build
from verifier.facts.analysis import Analysis, analyse
from verifier.model import Assessment, Field, Postmortem, Source, TextAssessment, Verdict
from verifier.text.reading import read_source
from verifier.words.tables import vocabulary

Mechanism = Callable[[Case], Iterator[Observation]]


def sources(*texts: str, published: date | None = None) -> list[Source]:
    """Return the texts as sources s1, s2 ..."""
    return [Source(f"s{number}", text, published=published) for number, text in enumerate(texts, 1)]


def read(text: str, published: date | None = None) -> Analysis:
    """Read a text with the lexicons shipped."""
    return analyse(text, vocabulary(), published)


def indexed(found: Iterable[Source]) -> Index:
    """Index sources."""
    return build([read_source(source) for source in found], vocabulary())


def index(*texts: str, published: date | None = None) -> Index:
    """Index the texts as sources."""
    return indexed(sources(*texts, published=published))


def case(claim: str, *texts: str, published: date | None = None) -> Case:
    """Return the first sentence of a claim beside the texts as its sources."""
    built = index(*texts, published=published)
    return set_beside(claims_in(claim)[0], built, built.of_sources(built.by_source))


def seen(mechanism: Mechanism, claim: str, *texts: str, fact: str = "") -> list[tuple[str, str, str]]:
    """Return what a mechanism reports of a claim: how each part fares, its words, and those in its place."""
    found = mechanism(case(claim, *texts))
    return [(o.outcome.value, o.said, o.found) for o in found if not fact or o.fact == fact]


def clashes(mechanism: Mechanism, claim: str, *texts: str, fact: str = "") -> list[tuple[str, str]]:
    """Return the words on both sides of every clash that nothing excuses."""
    found = mechanism(case(claim, *texts))
    wanted = (o for o in found if o.outcome is Outcome.CLASH and o.excuse is None and (not fact or o.fact == fact))
    return [(o.said, o.found) for o in wanted]


def excused(mechanism: Mechanism, claim: str, *texts: str) -> set[str]:
    """Return the names of the excuses that a mechanism grants to a claim."""
    return {o.excuse.name for o in mechanism(case(claim, *texts)) if o.excuse}


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
