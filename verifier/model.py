"""Hold the frozen values that pass from one stage to the next.

Offsets are Unicode code points into the text they name; `text[start:end] == excerpt` holds for every value here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from verifier.layout import Layout


class Verdict(StrEnum):
    """Say what the sources make of a claim."""

    CONTRADICTED = "contradicted"
    DISPUTED = "disputed"
    UNSUPPORTED = "unsupported"
    MISATTRIBUTED = "misattributed"
    PARTIAL = "partial"
    SUPPORTED = "supported"
    NOT_CHECKABLE = "not_checkable"


class Kind(StrEnum):
    """Say what sort of statement a claim is."""

    FACT = "fact"
    ATTRIBUTION = "attribution"
    ABSENCE = "absence"
    ADVICE = "advice"
    JUDGEMENT = "judgement"
    META = "meta"


class Severity(StrEnum):
    """Grade a finding or a problem."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Stance(StrEnum):
    """Say how an evidence span bears on a claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"


class Role(StrEnum):
    """Say what a source may be used for."""

    CITED = "cited"
    CONTEXT = "context"
    EXCLUDE = "exclude"


class Part(StrEnum):
    """Name the part of a source that offsets count in."""

    TITLE = "title"
    BODY = "body"


class Span(NamedTuple):
    """Mark the half-open range [start, end) of a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """Mark a citation: where it stands and the labels it names (empty for a literal `[#, #]`).

    A `mention` is a link in running text: it names its source where that was supplied, and asks for none.
    """

    start: int
    end: int
    labels: tuple[str, ...]
    mention: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """Hold a named part of a postmortem.

    `text` is the text that offsets count in (the whole file, or the one CSV or JSON value); `start`/`end` cut the
    field's value out of it. `blocks` are the spans inside the value that must not be joined (paragraphs, list items,
    rows of a table); `links` are citations that the format itself marks up (Markdown links, footnotes). Of a file with
    markup `text` is what a reader sees, and `layout` leads back to the file; None where both are the same.
    """

    name: str
    text: str
    start: int
    end: int
    blocks: tuple[Span, ...] = ()
    links: tuple[Citation, ...] = ()
    layout: Layout | None = field(default=None, compare=False, repr=False)

    @property
    def value(self) -> str:
        """Return the field's value."""
        return self.text[self.start : self.end]

    @property
    def raw(self) -> str:
        """Return the text as the file has it."""
        return self.layout.raw if self.layout else self.text


@dataclass(frozen=True, slots=True)
class Choice:
    """Hold a taxonomy row: its category, the options chosen and the name of the field with the rationale."""

    category: str
    options: tuple[str, ...]
    field: str


@dataclass(frozen=True, slots=True)
class Postmortem:
    """Hold the document under audit.

    `cited` are the ids its own list of sources names (FAIL's `Related Article IDs`); `references` maps a label of the
    reference list to what it points to (an id or a URL). `mentions` are the labels of links that are no citations,
    `skipped` the spans of its text that are no prose, with the reason.
    """

    id: str
    title: str
    published: date | None
    path: str
    sha256: str
    fields: tuple[Field, ...]
    choices: tuple[Choice, ...] = ()
    cited: tuple[str, ...] = ()
    references: tuple[tuple[str, str], ...] = ()
    mentions: tuple[str, ...] = ()
    skipped: tuple[Exclusion, ...] = ()

    @property
    def raw(self) -> str:
        """Return the text that all fields are parts of, as the file has it; nothing where there are several."""
        texts = {field.raw for field in self.fields}
        return texts.pop() if len(texts) == 1 else ""


@dataclass(frozen=True, slots=True)
class Source:
    """Hold an article: `text` is its body; `title` is empty where the file has none of its own beside the body.

    Of a file with markup `text` is what a reader sees, and `layout` leads back to the file. `skipped` are the spans of
    the text that are no prose (code, front matter), with the reason.
    """

    id: str
    text: str
    title: str = ""
    url: str = ""
    outlet: str = ""
    published: date | None = None
    path: str = ""
    sha256: str = ""
    role: Role = Role.CITED
    notes: tuple[str, ...] = ()
    layout: Layout | None = field(default=None, compare=False, repr=False)
    skipped: tuple[Exclusion, ...] = ()

    @property
    def raw(self) -> str:
        """Return the text as the file has it."""
        return self.layout.raw if self.layout else self.text


@dataclass(frozen=True, slots=True)
class Trouble:
    """Report an input that could not be used: where it is, what is wrong, what to do.

    One that is `slight` was left out on purpose, and leaves the run whole.
    """

    where: str
    what: str
    hint: str = ""
    slight: bool = False


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Mark a span of a source that is no evidence, with the reason."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Hold a sentence of a source; `paragraph` counts from 0 within its part."""

    source: str
    part: Part
    start: int
    end: int
    text: str
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """Hold a typed fact: its span, its words and its value as plain JSON."""

    type: str
    start: int
    end: int
    text: str
    value: object


@dataclass(frozen=True, slots=True)
class Claim:
    """Hold the smallest part of a postmortem that can be judged alone.

    `start`/`end` count in `Field.text` of the field it stands in. `material` are the spans, counted within `text`, that
    carry what is to be checked; wrapping and citation markers lie outside. `citations` are the labels of its markers,
    `uncited` says that it has none where other claims of its document have some, None that no claim there has any.
    `reason` says why its kind cannot be checked, empty where it can; `since` that it is a task or stands under plans:
    what it tells was done after the incident. `written` is the day from which its "today" or "last night" counts.
    """

    id: str
    field: str
    start: int
    end: int
    text: str
    kind: Kind = Kind.FACT
    citations: tuple[str, ...] = ()
    material: tuple[Span, ...] = ()
    reason: str = ""
    uncited: bool | None = None
    since: bool = False
    written: date | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Hold a span of a source that bears on a claim."""

    source: str
    part: Part
    start: int
    end: int
    text: str
    stance: Stance
    score: float
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Hold a rule applied to a claim and its evidence; `spans` count like the claim's own offsets."""

    id: str
    rule: str
    severity: Severity
    confidence: float
    message: str
    claim: str
    spans: tuple[Span, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    suggestion: str = ""
    values: tuple[str, str] = ("", "")
    waived: bool = False


@dataclass(frozen=True, slots=True)
class Assessment:
    """Hold a claim with its verdict and what led to it.

    `spans` are the missing or clashing parts of the claim, counted like its own offsets. `stand_in` says that its cited
    source is missing and others were read in its place.
    """

    claim: Claim
    verdict: Verdict
    reason: str
    support: float
    facts: tuple[Fact, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    findings: tuple[Finding, ...] = ()
    spans: tuple[Span, ...] = ()
    stand_in: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """Hold one underlying error with all findings and claims that repeat it."""

    id: str
    rule: str
    title: str
    severity: Severity
    findings: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    suggestion: str = ""
    waived: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Point to a span of a source's body or title."""

    source: str
    part: Part
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class SourceConflict:
    """Hold two places where sources state the same thing with different values."""

    a: Place
    b: Place
    message: str


@dataclass(frozen=True, slots=True)
class SourceReading:
    """Hold a source as it was read: its sentences, what was left out, and notes on its quality."""

    source: Source
    sentences: tuple[Sentence, ...]
    excluded: tuple[Exclusion, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotChecked:
    """Mark a span of the postmortem that was not checked, with its field and the reason."""

    field: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class PostmortemReport:
    """Hold everything found about one postmortem; `mentioned` are links to pages that were not supplied."""

    postmortem: Postmortem
    sources: tuple[SourceReading, ...]
    assessments: tuple[Assessment, ...]
    problems: tuple[Problem, ...] = ()
    source_conflicts: tuple[SourceConflict, ...] = ()
    not_checked: tuple[NotChecked, ...] = ()
    findings: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()
    resolved: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiver:
    """Hold a finding that somebody waived: its content's fingerprint, and who waived it, why and until when.

    `line` is that of the postmortem where the waiver stands in its text, 0 where it stands in a baseline.
    """

    fingerprint: str
    rule: str
    postmortem: str
    excerpt: str
    reason: str
    author: str
    expires: date | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Gate:
    """Hold what a run's exit status rests on beside its problems.

    `fail_on` is the least severity that fails (None: none does), `limits` how many problems of a severity are let
    pass. `compared` says that there was a baseline, `used` are its waivers that hold and `stale` those that are dead.
    `since` is the revision that claims were compared with, `unchanged` how many were left out for it.
    """

    fail_on: Severity | None = Severity.ERROR
    limits: tuple[tuple[Severity, int], ...] = ()
    compared: bool = False
    used: tuple[Waiver, ...] = ()
    stale: tuple[Waiver, ...] = ()
    since: str = ""
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class RuleNote:
    """Describe a rule that was in force."""

    id: str
    title: str
    help: str
    severity: Severity
    precision: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Hold the outcome of a run: one report for each postmortem, and the inputs that could not be used."""

    version: str
    rules_digest: str
    reports: tuple[PostmortemReport, ...]
    troubles: tuple[Trouble, ...] = field(default=())
    rules: tuple[RuleNote, ...] = ()
    gate: Gate = field(default=Gate())


@dataclass(frozen=True, slots=True)
class TextAssessment:
    """Hold the outcome of checking a loose text: its worst verdict and how surely it is stated as a whole (0 to 1)."""

    verdict: Verdict
    support: float
    assessments: tuple[Assessment, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Hold a sentence that was considered as evidence, and why it was taken or left."""

    place: Place
    score: float
    taken: bool
    reason: str


class Feature(NamedTuple):
    """Hold one named input of the support model: its value, its weight and what it adds to the log-odds."""

    name: str
    value: float
    weight: float
    part: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Hold how a claim came by its verdict: candidates, alignment in words, rules that stood down, features.

    Words are `matched` (`=` the same, `~` near), said `otherwise` in the same slot, or `unmatched`. `reader` are lines
    on what a second reader answered, and what came of it.
    """

    assessment: Assessment
    candidates: tuple[Candidate, ...]
    matched: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()
    unmatched: tuple[str, ...] = ()
    stood_down: tuple[tuple[str, str], ...] = ()
    features: tuple[Feature, ...] = ()
    reader: tuple[str, ...] = ()
