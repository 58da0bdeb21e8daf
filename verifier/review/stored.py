"""Read a report back from JSON: texts hold what the report quotes, at its offsets, and blanks for the rest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from verifier.data.decode import read_text
from verifier.data.folders import folder
from verifier.data.json_text import parse_json
from verifier.errors import InputError
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

_HINT = "write one with: verifier check -f json"
_LARGEST = 1 << 26
Record = Mapping[str, Any]
Excerpt = tuple[int, str]


def record_of(text: str, path: Path, hint: str = _HINT) -> dict[str, Any]:
    """Return the JSON object of a report.

    Raises: InputError where it is none, or does not fit the schema of reports.
    """
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    record: Any = parse_json(text, str(path), malformed="is no JSON", hint=hint)
    schema = json.loads((folder("reports") / "report.schema.json").read_text(encoding="utf-8"))
    wrong = best_match(Draft202012Validator(schema).iter_errors(record))
    if wrong is not None:
        raise InputError(f"is no report of this version: {wrong.json_path} {wrong.message[:200]}", str(path), _HINT)
    return dict(record)


def read(path: Path) -> Report:
    """Read a report.

    Raises: InputError where the file is none, or one of another version.
    """
    record = record_of(read_text(path).text, path)
    if not record["reports"]:
        raise InputError("holds no report of a postmortem", str(path), _HINT)
    troubles = tuple(Trouble(t["where"], t["what"], t["hint"], t.get("slight", False)) for t in record["troubles"])
    tool = record["tool"]
    return Report(tool["version"], tool["rules_digest"], tuple(map(_one, record["reports"])), troubles)


def _one(record: Record) -> PostmortemReport:
    findings = {f["id"]: _finding(f) for f in record["findings"]}
    assessments = tuple(_assessment(claim, findings) for claim in record["claims"])
    evidence = [e for found in (*record["claims"], *record["findings"]) for e in found["evidence"]]
    conflicts = tuple(SourceConflict(_place(c["a"]), _place(c["b"]), c["message"]) for c in record["source_conflicts"])
    quoted = [_place(found) for found in evidence]
    quoted += [place for c in conflicts for place in (c.a, c.b)]
    citations = record["summary"]["citations"]
    return PostmortemReport(
        _postmortem(record["postmortem"], [a.claim for a in assessments]),
        tuple(
            _reading(source, [place for place in quoted if place.source == source["id"]])
            for source in record["sources"]
        ),
        assessments,
        tuple(map(_problem, record["problems"])),
        conflicts,
        tuple(NotChecked(n["field"], n["start"], n["end"], n["reason"]) for n in record["not_checked"]),
        tuple(findings.values()),
        tuple(citations["missing"]),
        tuple(citations["resolved"]),
        tuple(citations.get("mentioned", ())),
    )


def _postmortem(record: Record, claims: list[Claim]) -> Postmortem:
    whole = record.get("text", "")
    known = [Field(f["name"], f.get("text", whole), f["start"], f["end"]) for f in record.get("fields", ())]
    fields = tuple(known) or _guessed(claims)
    return Postmortem(
        record["id"], record["title"], _day(record["published"]), record["path"], record["sha256"], fields
    )


def _guessed(claims: list[Claim]) -> tuple[Field, ...]:
    """Return the fields of a report without their texts, as far as its claims tell."""
    names = dict.fromkeys(claim.field for claim in claims)
    return tuple(_field(name, [c for c in claims if c.field == name]) for name in names)


def _field(name: str, claims: list[Claim]) -> Field:
    text = _laid_out((claim.start, claim.text) for claim in claims)
    return Field(name, text, min(claim.start for claim in claims), len(text))


def _reading(record: Record, quoted: list[Place]) -> SourceReading:
    around = [_place(place) for place in record.get("context", ())]
    body = record.get("text") or _laid_out((p.start, p.text) for p in (*quoted, *around) if p.part == Part.BODY)
    source = Source(
        id=record["id"],
        text=body,
        title=record["title"],
        url=record["url"],
        outlet=record["outlet"],
        published=_day(record["published"]),
        path=record["path"],
        sha256=record["sha256"],
        role=Role(record["role"]),
    )
    spans = {(p.part, p.start, p.end): p.text for p in around or quoted}
    sentences = (Sentence(source.id, part, start, end, text) for (part, start, end), text in sorted(spans.items()))
    excluded = tuple(Exclusion(e["start"], e["end"], e["reason"]) for e in record["excluded"])
    return SourceReading(source, tuple(sentences), excluded, tuple(record["notes"]))


def _assessment(record: Record, findings: Mapping[str, Finding]) -> Assessment:
    claim = Claim(
        id=record["id"],
        field=record["field"],
        start=record["start"],
        end=record["end"],
        text=record["text"],
        kind=Kind(record["kind"]),
        citations=tuple(record["citations"]),
    )
    return Assessment(
        claim,
        Verdict(record["verdict"]),
        record["reason"],
        record["support"],
        tuple(map(_fact, record["facts"])),
        evidence=tuple(map(_evidence, record["evidence"])),
        findings=tuple(findings[i] for i in record["findings"] if i in findings),
        spans=tuple(Span(start, end) for start, end in record.get("marked", ())),
        stand_in=record.get("stand_in", False),
    )


def _finding(record: Record) -> Finding:
    one, other = record["values"]
    return Finding(
        id=record["id"],
        rule=record["rule"],
        severity=Severity(record["severity"]),
        confidence=record["confidence"],
        message=record["message"],
        claim=record["claim"],
        spans=tuple(Span(start, end) for start, end in record["spans"]),
        evidence=tuple(map(_evidence, record["evidence"])),
        suggestion=record["suggestion"],
        values=(one, other),
    )


def _problem(record: Record) -> Problem:
    return Problem(
        record["id"],
        record["rule"],
        record["title"],
        Severity(record["severity"]),
        tuple(record["findings"]),
        tuple(record["claims"]),
        record["suggestion"],
    )


def _evidence(record: Record) -> Evidence:
    """Return evidence as a reader sees it, at its place in the file."""
    return Evidence(
        record["source"],
        Part(record["part"]),
        record["start"],
        record["end"],
        record.get("shown", record["text"]),
        Stance(record["stance"]),
        record["score"] or 0.0,
        tuple(map(_fact, record["facts"])),
    )


def _fact(record: Record) -> Fact:
    return Fact(record["type"], record["start"], record["end"], record["text"], record["value"])


def _place(record: Record) -> Place:
    return Place(record["source"], Part(record["part"]), record["start"], record["end"], record["text"])


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _laid_out(excerpts: Iterable[Excerpt]) -> str:
    """Return a text of blanks with each excerpt at its offset.

    Raises: InputError for an offset that no text has.
    """
    text: list[str] = []
    for start, excerpt in sorted(excerpts):
        end = start + len(excerpt)
        if end > _LARGEST:
            raise InputError(f"names an offset that no text has: {start}", "the report", _HINT)
        text += " " * (end - len(text))
        text[start:end] = excerpt
    return "".join(text)
