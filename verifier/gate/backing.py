"""Take `supported` from claims that the sources only guess at, or only deny."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from verifier.api import Verifier
from verifier.decide import standing
from verifier.document.problems import problems
from verifier.gate import voices as heard
from verifier.model import Assessment, Part, PostmortemReport, Sentence, Source, SourceReading, Stance, Verdict

Voices = Mapping[str, Callable[[str, str], bool]]


def discounted(report: PostmortemReport, *, denials: bool, guesses: bool) -> PostmortemReport:
    """Return the report with claims that rest on sentences which do not count as partial, each with a note.

    Where another sentence states such a claim as well, by the rules shipped, the claim rests on that one instead.
    Args: whether denials and guesses count. A claim that itself denies or guesses is stated by a sentence that does.
    """
    voices = _voices(denials=denials, guesses=guesses)
    doubted = {a.claim.id: a for a in report.assessments if _ways(a, voices)}
    if not doubted:
        return report
    better = _stated_elsewhere(report, doubted, voices)
    turned = {name: better.get(name) or _partial(a, _ways(a, voices)) for name, a in doubted.items()}
    known = {f.id for f in report.findings}
    found = tuple(f for a in turned.values() for f in a.findings if f.id not in known)
    return replace(
        report,
        findings=(*report.findings, *found),
        assessments=tuple(turned.get(a.claim.id, a) for a in report.assessments),
        problems=(*report.problems, *problems(found, [a.claim for a in turned.values()], standing.TITLES)),
    )


def _voices(*, denials: bool, guesses: bool) -> Voices:
    return ({} if denials else {"a denial": heard.denies}) | ({} if guesses else {"a guess": heard.guesses})


def _ways(assessment: Assessment, voices: Voices) -> tuple[str, ...]:
    """Return in what ways a supported claim is said; none where a sentence states it."""
    backing = [e.text for e in assessment.evidence if e.stance is Stance.SUPPORTS]
    if assessment.verdict is not Verdict.SUPPORTED:
        return ()
    ways = [_way(text, assessment.claim.text, voices) for text in backing]
    return tuple(sorted(set(ways))) if all(ways) else ()


def _way(sentence: str, said: str, voices: Voices) -> str:
    """Return in what way that does not count a sentence says something; none where it says it as the claim does."""
    found = (name for name, speaks in voices.items() if speaks(sentence, said) and not speaks(said, ""))
    return next(found, "")


def _partial(assessment: Assessment, ways: Iterable[str]) -> Assessment:
    reason = f"only {' or '.join(ways)} in the sources says this"
    turned = replace(assessment, verdict=Verdict.PARTIAL, reason=reason)
    return replace(turned, findings=turned.findings or standing.standing(turned))


def _stated_elsewhere(
    report: PostmortemReport, doubted: Mapping[str, Assessment], voices: Voices
) -> dict[str, Assessment]:
    """Check again without the sentences that do not count; return the claims that are supported all the same."""
    if not report.sources:
        return {}
    said = [a.claim.text for a in doubted.values()]
    (again,) = Verifier([_without(r, said, voices) for r in report.sources]).check(report.postmortem).reports
    checked = (a for a in again.assessments if a.claim.id in doubted)
    return {a.claim.id: a for a in checked if a.verdict is Verdict.SUPPORTED and not _ways(a, voices)}


def _without(reading: SourceReading, said: Collection[str], voices: Voices) -> Source:
    """Return a source with blanks for the sentences that speak of what is said in a way that does not count."""
    left = [s for s in reading.sentences if any(_way(s.text, one, voices) for one in said)]
    source = reading.source
    return replace(source, text=_blanked(source.text, left, Part.BODY), title=_blanked(source.title, left, Part.TITLE))


def _blanked(text: str, sentences: Sequence[Sentence], part: Part) -> str:
    for s in sentences:
        if s.part is part:
            text = text[: s.start] + " " * (s.end - s.start) + text[s.end :]
    return text
