"""Build reports by hand, so that formats are tested apart from the engine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256

from verifier.model import (
    Assessment,
    Claim,
    Evidence,
    Exclusion,
    Fact,
    Field,
    Finding,
    Kind,
    NotChecked,
    Part,
    Place,
    Postmortem,
    PostmortemReport,
    Problem,
    Report,
    Role,
    Sentence,
    Severity,
    Source,
    SourceConflict,
    SourceReading,
    Span,
    Stance,
    Trouble,
    Verdict,
)

PAGE = """Incident: Ferry Booking System Loses 40,000 Tickets

Timeline 1. The booking system of Tideline Ferries failed on 3 May 2021 [7001].
Impacts 1. About 40,000 tickets were lost in the outage [7001, 7002]. 2. Passengers waited for three hours at the piers [7002].
Causes 1. An engineer deleted the wrong table during an update [7001]. 2. Rats had eaten through a cable [7009].
Responsible 1. Mara Quist, head of operations at Tideline, apologised to passengers in a tweet [7002].
Preventions 1. Rehearse a restore from backup every month.
"""  # noqa: E501
FIRST = (
    "Tideline's booking system went down on Monday, 3 May, when an engineer deleted the wrong table during an update. "
    "Some 4,000 tickets were lost, the company said. Passengers had to wait for up to three hours. "
    "Sign up for our harbour newsletter."
)
SECOND = (
    "About 4,000 tickets vanished in Monday's outage. Queues at the piers lasted five hours, the port authority said. "
    'In a statement, Mara Quist, who heads operations at Tideline, apologised: "We let people down."'
)
THIRD = "Some 4,000 tickets were lost, the company said. Passengers had to wait for up to three hours."


def span(text: str, words: str) -> Span:
    """Find words in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def fact(text: str, words: str, value: object, kind: str = "quantity") -> Fact:
    return Fact(kind, *span(text, words), words, value)


def claim(field: str, words: str, **more: object) -> Claim:
    return replace(Claim(f"c-{span(PAGE, words).start:04d}", field, *span(PAGE, words), words), **more)  # type: ignore[arg-type]


def evidence(source: Source, words: str, stance: Stance, *facts: Fact, score: float = 0.9) -> Evidence:
    return Evidence(source.id, Part.BODY, *span(source.text, words), words, stance, score, facts)


FIELDS = tuple(
    Field(name, PAGE, start, start + len(PAGE[start:].split("\n", maxsplit=1)[0]))
    for name, start in (
        ("Title", PAGE.index("Ferry Booking")),
        *(
            (n, PAGE.index(f"\n{n} ") + len(n) + 2)
            for n in ("Timeline", "Impacts", "Causes", "Responsible", "Preventions")
        ),
    )
)
POSTMORTEM = Postmortem(
    "ferry",
    "Ferry Booking System Loses 40,000 Tickets",
    date(2021, 5, 4),
    "ferry.txt",
    sha256(PAGE.encode()).hexdigest(),
    FIELDS,
)
POST = Source(
    "001_93b5548b38410e9e",
    FIRST,
    "Booking failure strands passengers",
    outlet="The Harbour Post",
    published=date(2021, 5, 4),
    path="001_93b5548b38410e9e.txt",
    sha256="b" * 64,
)
ECHO = Source("7002", SECOND, url="https://www.island-echo.example/a?b=1", published=date(2021, 5, 5), path="7002.html")
WIRE = Source(
    "wire", THIRD, "Tickets lost at sea", path="wire.txt", notes=("a near-copy of 001_93b5548b38410e9e: one witness",)
)
OLD = Source("old", "Tideline lost a ferry in 1987.", outlet="The Harbour Post", role=Role.CONTEXT, path="old.txt")


def reading(source: Source, **more: object) -> SourceReading:
    ends = [i + 1 for i, c in enumerate(source.text) if c == "." and source.text[i + 1 : i + 2] in {"", " "}]
    starts = [0, *(end + 1 for end in ends[:-1])]
    sentences = tuple(Sentence(source.id, Part.BODY, s, e, source.text[s:e]) for s, e in zip(starts, ends, strict=True))
    return replace(SourceReading(source, sentences), **more)  # type: ignore[arg-type]


TITLE = claim("Title", "Ferry Booking System Loses 40,000 Tickets")
LOST = claim("Impacts", "About 40,000 tickets were lost in the outage", citations=("7001", "7002"))
WAITED = claim("Impacts", "Passengers waited for three hours at the piers", citations=("7002",))
FAILED = claim("Timeline", "The booking system of Tideline Ferries failed on 3 May 2021", citations=("7001",))
DELETED = claim("Causes", "An engineer deleted the wrong table during an update", citations=("7001",))
RATS = claim("Causes", "Rats had eaten through a cable", citations=("7009",))
TWEET = claim(
    "Responsible",
    "Mara Quist, head of operations at Tideline, apologised to passengers in a tweet",
    kind=Kind.ATTRIBUTION,
)
ADVICE = claim("Preventions", "Rehearse a restore from backup every month.", kind=Kind.ADVICE, reason="advice")

FEWER = evidence(
    POST,
    "Some 4,000 tickets were lost, the company said.",
    Stance.CONTRADICTS,
    fact(FIRST, "4,000 tickets", {"lower": 4000, "upper": 4000}),
)
FEWER_TOO = evidence(
    ECHO,
    "About 4,000 tickets vanished in Monday's outage.",
    Stance.CONTRADICTS,
    fact(SECOND, "4,000 tickets", {"lower": 4000, "upper": float("inf")}),
)
SAME_WAIT = evidence(POST, "Passengers had to wait for up to three hours.", Stance.SUPPORTS)
LONGER = evidence(
    ECHO,
    "Queues at the piers lasted five hours, the port authority said.",
    Stance.CONTRADICTS,
    fact(SECOND, "five hours", {"lower": 5}),
)
CAUSE = evidence(
    POST,
    "Tideline's booking system went down on Monday, 3 May, when an engineer deleted the wrong table during an update.",
    Stance.SUPPORTS,
)
STATEMENT = evidence(
    ECHO,
    'In a statement, Mara Quist, who heads operations at Tideline, apologised: "We let people down."',
    Stance.SUPPORTS,
)


def number(of: Claim, words: str, *against: Evidence) -> Finding:
    return Finding(
        f"f-{of.id}",
        "quantity",
        Severity.ERROR,
        0.95,
        f'claim says "{words}", source {against[0].source} says "{against[0].facts[0].text}"',
        of.id,
        (Span(of.start + of.text.index(words), of.start + of.text.index(words) + len(words)),),
        against,
        against[0].facts[0].text,
        (words, against[0].facts[0].text),
    )


IN_TITLE = number(TITLE, "40,000 Tickets", FEWER)
IN_IMPACTS = number(LOST, "40,000 tickets", FEWER, FEWER_TOO)
IN_WAIT = replace(
    number(WAITED, "three hours", LONGER),
    severity=Severity.WARNING,
    confidence=0.75,
    evidence=(SAME_WAIT, LONGER),
    suggestion="",
)
MISSING = Finding(
    "f-missing",
    "missing-source",
    Severity.ERROR,
    1.0,
    "7009 is cited once and no source carries it; supply it, or correct the number",
    "",
)


def assess(
    of: Claim, verdict: Verdict, support: float, *shown: Evidence, reason: str = "", findings: tuple[Finding, ...] = ()
) -> Assessment:
    return Assessment(of, verdict, reason, support, evidence=shown, findings=findings)


ASSESSMENTS = (
    assess(TITLE, Verdict.CONTRADICTED, 0.1, FEWER, reason="another number", findings=(IN_TITLE,)),
    assess(FAILED, Verdict.SUPPORTED, 0.93, CAUSE),
    assess(LOST, Verdict.CONTRADICTED, 0.08, FEWER, FEWER_TOO, reason="another number", findings=(IN_IMPACTS,)),
    assess(
        WAITED,
        Verdict.DISPUTED,
        0.5,
        SAME_WAIT,
        LONGER,
        reason="one source says so, another differs",
        findings=(IN_WAIT,),
    ),
    assess(DELETED, Verdict.SUPPORTED, 0.97, CAUSE),
    assess(RATS, Verdict.UNSUPPORTED, 0.02, replace(CAUSE, stance=Stance.CONTEXT), reason='no source says "Rats"'),
    assess(TWEET, Verdict.PARTIAL, 0.6, STATEMENT, reason='"tweet" is not stated'),
    assess(ADVICE, Verdict.NOT_CHECKABLE, 0.0, reason="advice"),
)
PROBLEMS = (
    Problem("p-missing", "missing-source", "cited source 7009 is not among the sources", Severity.ERROR, (MISSING.id,)),
    Problem(
        "p-number",
        "quantity",
        'number: "40,000 tickets" / "4,000 tickets"',
        Severity.ERROR,
        (IN_IMPACTS.id, IN_TITLE.id),
        (LOST.id, TITLE.id),
        "4,000 tickets",
    ),
    Problem(
        "p-wait", "quantity", 'number: "three hours" / "five hours"', Severity.WARNING, (IN_WAIT.id,), (WAITED.id,)
    ),
)
WAITING = SourceConflict(
    Place(POST.id, Part.BODY, SAME_WAIT.start, SAME_WAIT.end, SAME_WAIT.text),
    Place(ECHO.id, Part.BODY, LONGER.start, LONGER.end, LONGER.text),
    "the sources give different waiting times: three hours, five hours",
)
FERRY = PostmortemReport(
    POSTMORTEM,
    (
        reading(POST, excluded=(Exclusion(*span(FIRST, "Sign up for our harbour newsletter."), "newsletter box"),)),
        reading(ECHO),
        reading(WIRE),
        reading(OLD, notes=("about another incident: context, not proof",)),
    ),
    ASSESSMENTS,
    PROBLEMS,
    (WAITING,),
    (NotChecked("Impacts", *span(PAGE, "1. "), "list number"),),
    (MISSING, IN_TITLE, IN_IMPACTS, IN_WAIT),
    ("7009",),
    ("7001", "7002"),
)
CLEAN = replace(
    FERRY,
    postmortem=replace(POSTMORTEM, id="calm", title="Calm Water", path="calm.txt"),
    assessments=(ASSESSMENTS[1], ASSESSMENTS[4]),
    problems=(),
    source_conflicts=(),
    not_checked=(),
    findings=(),
    missing=(),
)
EMPTY = replace(
    CLEAN, postmortem=replace(POSTMORTEM, id="empty", title="", path="empty.txt"), assessments=(ASSESSMENTS[7],)
)
REPORT = Report("0.1.0", "d" * 64, (FERRY,))
MANY = Report("0.1.0", "d" * 64, (CLEAN, FERRY, EMPTY), (Trouble("scan.pdf", "is a binary file", "supply plain text"),))

_EVIL = "\x1b[31mred\x07 \u202eevil\u2066 a\u200bb | <script>alert(1)</script> [x](javascript:alert(1)) ![i](http://e.example/i.png) `c` **b** \u2028 &lt; https://e.example www.e.example me@e.example\n# head\n- item\n1. one\n> q\n| t | u |\n"  # noqa: E501
EVIL_CLAIM = replace(DELETED, id="c-\x1b[2J", field="Caus\u202ees|<b>", text=_EVIL)
EVIL_SOURCE = replace(POST, id="<i>|\x1b", title=_EVIL, outlet=_EVIL, path="\x1bx", notes=(_EVIL,))
EVIL_EVIDENCE = replace(CAUSE, source=EVIL_SOURCE.id, text=_EVIL, stance=Stance.CONTRADICTS)
EVIL_FINDING = replace(
    IN_TITLE,
    id="f-evil",
    message=_EVIL,
    claim=EVIL_CLAIM.id,
    spans=(Span(DELETED.start, DELETED.start + 60),),
    evidence=(EVIL_EVIDENCE,),
    suggestion=_EVIL,
)
HOSTILE = Report(
    "0.1.0",
    "d" * 64,
    (
        replace(
            FERRY,
            postmortem=replace(POSTMORTEM, title=_EVIL, path=_EVIL),
            sources=(reading(EVIL_SOURCE, excluded=(Exclusion(0, 4, _EVIL),)),),
            assessments=(
                assess(EVIL_CLAIM, Verdict.CONTRADICTED, float("nan"), EVIL_EVIDENCE, findings=(EVIL_FINDING,)),
                assess(replace(RATS, text=_EVIL), Verdict.UNSUPPORTED, float("inf"), EVIL_EVIDENCE, reason=_EVIL),
            ),
            problems=(Problem("p\x1b", "r|", _EVIL, Severity.ERROR, ("f-evil",), (EVIL_CLAIM.id,), _EVIL),),
            findings=(EVIL_FINDING,),
            source_conflicts=(),
            missing=(_EVIL,),
        ),
    ),
    (Trouble(_EVIL, _EVIL, _EVIL),),
)
FOUND_ELSEWHERE = assess(replace(TWEET, citations=("7001",)), Verdict.MISATTRIBUTED, 0.7, STATEMENT)


def span_in(of: Claim, words: str) -> Span:
    """Find words in a claim, counted like its own offsets."""
    found = span(of.text, words)
    return Span(of.start + found.start, of.start + found.end)
