"""Take `supported` from claims that the sources only guess at, or only deny."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from verifier import standing
from verifier.gate.voices import denies, guesses
from verifier.model import Assessment, PostmortemReport, Stance, Verdict
from verifier.problems import problems

Voice = tuple[str, Callable[[str, str], bool]]
_DENIAL: Voice = ("a denial", denies)
_GUESS: Voice = ("a guess", guesses)


def discounted(report: PostmortemReport, *, denials: bool, guesses: bool) -> PostmortemReport:
    """Return the report with claims that rest on sentences which do not count as partial, each with a note.

    Args: whether denials and guesses count. A claim that itself denies or guesses is stated by a sentence that does.
    """
    voices = [voice for voice, counts in ((_DENIAL, denials), (_GUESS, guesses)) if not counts]
    turned = {a.claim.id: b for a in report.assessments if (b := _turned(a, voices)) is not a}
    if not turned:
        return report
    known = {f.id for f in report.findings}
    found = tuple(f for a in turned.values() for f in a.findings if f.id not in known)
    return replace(
        report,
        findings=(*report.findings, *found),
        assessments=tuple(turned.get(a.claim.id, a) for a in report.assessments),
        problems=(*report.problems, *problems(found, [a.claim for a in turned.values()], standing.TITLES)),
    )


def _turned(assessment: Assessment, voices: list[Voice]) -> Assessment:
    said = assessment.claim.text
    heard = [(name, speaks) for name, speaks in voices if not speaks(said, "")]
    backing = [e.text for e in assessment.evidence if e.stance is Stance.SUPPORTS]
    if assessment.verdict is not Verdict.SUPPORTED or not backing or not heard:
        return assessment
    ways = [next((name for name, speaks in heard if speaks(text, said)), "") for text in backing]
    if not all(ways):
        return assessment
    reason = f"only {' or '.join(sorted(set(ways)))} in the sources says this"
    turned = replace(assessment, verdict=Verdict.PARTIAL, reason=reason)
    return replace(turned, findings=turned.findings or standing.standing(turned))
