"""Quote claims and evidence with their places, ready to be shown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from verifier.formats import located
from verifier.formats.layout import Quote
from verifier.formats.visible import show, visible
from verifier.formats.words import RANK, label, section, sections, short_id
from verifier.model import (
    Assessment,
    Claim,
    Evidence,
    Field,
    Finding,
    Part,
    Place,
    PostmortemReport,
    Sentence,
    SourceReading,
    Span,
    Stance,
    Verdict,
)
from verifier.text.patterns import pattern

Topic = tuple[object, ...]
Fields = Mapping[str, tuple[Field, ...]]
Named = tuple[tuple[str, ...], tuple[str, ...]]
"""The findings and the claims of a problem, by their ids."""
_HEADLINES = frozenset({"title", "headline", "incident"})
_STANCES = {Stance.SUPPORTS: "says so", Stance.CONTRADICTS: "says otherwise", Stance.CONTEXT: "nearest"}
_END = pattern(r"""[.!?]["')\]”’]?\s|\n""")
_LABEL = pattern(r"\[([^\]]+)\]")
_LEAD = 400
_CHECKSUM = pattern(r"[0-9a-fA-F]{12}")
_COMMAND = "; supply it with --sources"
_PARTLY = _STANCES | {Stance.SUPPORTS: "says part of it", Stance.CONTEXT: "compare"}
_DOUBTED = _STANCES | {Stance.SUPPORTS: "taken to say so"}


@dataclass(frozen=True, slots=True)
class Desk:
    """Hold a postmortem's report with everything in it found by id."""

    report: PostmortemReport
    findings: Mapping[str, Finding]
    assessments: Mapping[str, Assessment]
    readings: Mapping[str, SourceReading]
    fields: Fields
    runs_on: bool
    """Whether the postmortem is one running text, in which lines can be counted."""
    stand_ins: Mapping[str, tuple[str, ...]]
    problems: Mapping[str, tuple[str, ...]]
    """The ids of the findings of each problem."""
    citing: Mapping[str, tuple[Assessment, ...]]
    """The claims that cite each missing source."""
    alike: Mapping[Topic, tuple[Assessment, ...]]
    """The claims in doubt for the same words beside the same sentence."""
    titles: tuple[Assessment, ...]
    """The claims of the title."""
    headline: frozenset[str]
    """Their ids."""
    waived: frozenset[str]
    """The claims whose problems are all waived."""
    ranks: Mapping[str, int]
    """The number of each claim in the postmortem's own order, by its id."""
    repeated: dict[Named, tuple[Assessment, ...]]
    """The claims that say again what a problem with such findings and claims is about, once they were looked for."""
    placed: dict[str, str]
    """Where each claim stands, by its id, once that was asked."""

    @classmethod
    def of(cls, report: PostmortemReport) -> Desk:
        """Index a report; of findings with one id the one listed for the document stands."""
        gone, fields = frozenset(report.missing), _by_name(report.postmortem.fields)
        titles = tuple(a for a in report.assessments if _in_headline(report, fields, a))
        inner = {finding.id: finding for a in report.assessments for finding in a.findings}
        return cls(
            report,
            inner | {finding.id: finding for finding in report.findings},
            {a.claim.id: a for a in report.assessments},
            {reading.source.id: reading for reading in report.sources},
            fields,
            len({field.text for field in report.postmortem.fields}) == 1,
            {a.claim.id: labels for a in report.assessments if (labels := _stood_in(a, gone))},
            {problem.id: problem.findings for problem in report.problems},
            _citing(report),
            _alike(report),
            titles,
            frozenset(a.claim.id for a in titles),
            _waived(report),
            {a.claim.id: number for number, a in enumerate(report.assessments)},
            {},
            {},
        )

    def weight(self, finding: Finding) -> tuple[int, bool, float]:
        """Order findings: most serious first, then those in the headline, then the surest."""
        claim = self.assessments.get(finding.claim)
        return RANK[finding.severity], claim is None or not self.in_headline(claim), -finding.confidence

    def source(self, identity: str) -> str:
        """Name a source by outlet, date and id."""
        reading = self.readings.get(identity)
        return label(reading.source) if reading else f"source {short_id(identity)}"

    def said(self, message: str) -> str:
        """Return a message without what is said once (missing labels, checksums of ids) and without command lines."""
        head, _, tail = message.rpartition("; [")
        if head and set(tail.partition("]")[0].split(", ")) <= self.citing.keys():
            message = head
        message = message.removesuffix(_COMMAND)
        for identity in self.readings if _CHECKSUM.search(message) else ():
            if short_id(identity) != identity:
                message = message.replace(identity, short_id(identity))
        return visible(sections(message))

    def problem_findings(self, identity: str) -> tuple[Finding, ...]:
        """Return the findings of a problem."""
        return tuple(self.findings[i] for i in self.problems.get(identity, ()) if i in self.findings)

    def lacking(self, findings: Iterable[Finding]) -> tuple[str, ...]:
        """Return the missing sources that findings speak of."""
        named = dict.fromkeys(label for f in findings for label in _LABEL.findall(f.message))
        return tuple(label for label in named if label in self.citing)

    def field(self, assessment: Assessment) -> Field | None:
        """Return the field that a claim stands in."""
        return _field(self.fields, assessment.claim)

    def in_headline(self, assessment: Assessment) -> bool:
        """Say whether a claim stands in the postmortem's title."""
        return assessment.claim.id in self.headline

    def place(self, assessment: Assessment) -> str:
        """Name a claim's section, and its line where the postmortem is one running text."""
        identity = assessment.claim.id
        if identity not in self.placed:
            self.placed[identity] = self._place(assessment)
        return self.placed[identity]

    def _place(self, assessment: Assessment) -> str:
        field = self.field(assessment)
        name = section(assessment.claim.field)
        if field is None or not self.runs_on:
            return name
        start, _ = located.span(field.layout, assessment.claim.start, assessment.claim.end)
        return f"{name}, line {located.line(field.raw, start)}"

    def claim(self, assessment: Assessment, spans: Iterable[Span] = ()) -> Quote:
        """Quote a claim with the spans (counted like its own offsets) marked, but for those that are all of it.

        One that begins within a sentence is quoted from the sentence's beginning, and marked where no span is.
        """
        claim, lead = assessment.claim, self._lead(assessment)
        first = claim.start - len(lead)
        marks = inner(claim, spans) or ([Span(claim.start, claim.end)] if lead else [])
        shown = show(lead + claim.text, [Span(span.start - first, span.end - first) for span in marks])
        return Quote(shown, self.place(assessment), visible(claim.id))

    def _lead(self, assessment: Assessment) -> str:
        """Return what stands before a claim in its sentence: empty where it begins the sentence, or follows a label."""
        claim, field = assessment.claim, self.field(assessment)
        if field is None or not claim.text[:1].islower() or field.text[claim.start : claim.end] != claim.text:
            return ""
        before = field.text[max(field.start, claim.start - _LEAD) : claim.start]
        ends = [match.end() for match in _END.finditer(before)]
        cut = claim.start - _LEAD > field.start
        lead = before[ends[-1] :] if ends else "" if cut else before
        return lead if any(map(str.isalpha, lead)) and not lead.rstrip().endswith(":") else ""

    def evidence(
        self, evidence: Evidence, values: Iterable[str] = (), verdict: Verdict | None = None, *, doubted: bool = False
    ) -> Quote:
        """Quote an evidence span, the values that clash marked; with the claim's verdict, tell its side.

        `doubted` says that the verdict is not to be relied on.
        """
        by = self.source(evidence.source) + (", title" if evidence.part == Part.TITLE else "")
        if verdict is not None:
            words = _PARTLY if verdict == Verdict.PARTIAL else _DOUBTED if doubted else _STANCES
            by = f"{words[evidence.stance]}: {by}"
        place = Place(evidence.source, evidence.part, evidence.start, evidence.end, evidence.text)
        return Quote(show(evidence.text, places_of(values, evidence.text)), by, place=place)

    def spot(self, place: Place) -> Quote:
        """Quote the sentence around a place of a source, with the place marked where it is not all of it."""
        reading = self.readings.get(place.source)
        around = (s for s in reading.sentences if _holds(s, place)) if reading else iter(())
        found = next(around, None)
        if found is None:
            return Quote(show(place.text), self.source(place.source), place=place)
        marks = [Span(place.start - found.start, place.end - found.start)] if place.text != found.text else []
        sentence = Place(place.source, found.part, found.start, found.end, found.text)
        return Quote(show(found.text, marks), self.source(place.source), place=sentence)


def inner(claim: Claim, spans: Iterable[Span]) -> list[Span]:
    """Return the spans (counted like the claim's own offsets) but for those that are all of a claim."""
    return [span for span in spans if tuple(span) != (claim.start, claim.end)]


def topic(claim: Claim, spans: Iterable[Span], evidence: Sequence[Evidence]) -> Topic:
    """Return what a doubt is about: the words marked and the sentence beside them; nothing where one is not known."""
    words = tuple(claim.text[s.start - claim.start : s.end - claim.start].casefold() for s in spans)
    return (words, evidence[0].source, evidence[0].part, evidence[0].start) if words and evidence else ()


def _waived(report: PostmortemReport) -> frozenset[str]:
    """Return the claims whose problems are all waived."""
    standing = {claim for p in report.problems if not p.waived for claim in p.claims}
    return frozenset(claim for p in report.problems if p.waived for claim in p.claims) - standing


def _alike(report: PostmortemReport) -> dict[Topic, tuple[Assessment, ...]]:
    found: dict[Topic, list[Assessment]] = {}
    for a in report.assessments:
        if about := topic(a.claim, a.spans, a.evidence):
            found.setdefault(about, []).append(a)
    return {about: tuple(claims) for about, claims in found.items()}


def _field(fields: Fields, claim: Claim) -> Field | None:
    named = fields.get(claim.field, ())
    at = bisect_right(named, claim.start, key=lambda field: field.start) - 1
    if at >= 0 and claim.start < named[at].end:
        return named[at]
    return named[0] if named else None


def _in_headline(report: PostmortemReport, fields: Fields, assessment: Assessment) -> bool:
    field = _field(fields, assessment.claim)
    title = report.postmortem.title.strip()
    return assessment.claim.field.casefold() in _HEADLINES or (field is not None and field.value.strip() == title)


def _citing(report: PostmortemReport) -> dict[str, tuple[Assessment, ...]]:
    found: dict[str, list[Assessment]] = {label: [] for label in report.missing}
    for assessment in report.assessments:
        for cited in dict.fromkeys(assessment.claim.citations):
            if cited in found:
                found[cited].append(assessment)
    return {label: tuple(claims) for label, claims in found.items()}


def _stood_in(assessment: Assessment, missing: Collection[str]) -> tuple[str, ...]:
    """Return the missing sources that a claim cites, where others were read in their place; else none."""
    cited = assessment.claim.citations
    gone = tuple(label for label in cited if label in missing)
    whole = assessment.stand_in or len(gone) == len(cited)
    return gone if whole and assessment.verdict != Verdict.NOT_CHECKABLE else ()


def _holds(sentence: Sentence, place: Place) -> bool:
    return sentence.part == place.part and sentence.start <= place.start and place.end <= sentence.end


def places_of(values: Iterable[str], text: str) -> list[Span]:
    """Return where a text first has each of some values; none where its offsets change as its case is folded."""
    folded = text.casefold()
    if len(folded) != len(text):
        return []
    starts = ((folded.find(value.casefold()), value) for value in values if value)
    return [Span(start, start + len(value)) for start, value in starts if start >= 0]


def _by_name(fields: Iterable[Field]) -> dict[str, tuple[Field, ...]]:
    """Return the fields of each name, in the order of the text."""
    found: dict[str, list[Field]] = {}
    for field in fields:
        found.setdefault(field.name, []).append(field)
    return {name: tuple(sorted(named, key=lambda field: field.start)) for name, named in found.items()}
