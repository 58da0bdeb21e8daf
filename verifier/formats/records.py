"""Turn values into plain JSON objects whose keys come in the documented order."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any

from verifier.formats.beside import beside
from verifier.formats.located import Files, excerpt, span
from verifier.gate.fingerprint import fingerprint
from verifier.layout import Layout
from verifier.model import (
    Assessment,
    Evidence,
    Fact,
    Field,
    Finding,
    Gate,
    NotChecked,
    Place,
    Postmortem,
    Problem,
    SourceReading,
    Span,
    Waiver,
)

Record = dict[str, Any]
_DIGITS = 4
_EXTRACTED = frozenset({".html", ".htm", ".xhtml", ".pdf", ".docx"})
_ACTING = re.compile("[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def dumps(value: object, indent: int | None = None) -> str:
    """Return strict JSON (no NaN, no infinity) whose strings hold no character that acts on a terminal."""
    separators = None if indent else (", ", ": ")
    text = json.dumps(plain(value), ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)
    return _ACTING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def plain(value: object) -> object:
    """Return the value as JSON knows it: numbers rounded, those that are not finite as null, the unknown as words."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, float):
        return round(value, _DIGITS) if math.isfinite(value) else None
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, dict | Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, frozenset | set):
        return sorted(str(item) for item in value)
    return str(value)


def unit(value: float) -> float:
    """Return a share between 0 and 1; 0 for what is not a number."""
    return 0.0 if math.isnan(value) else min(max(value, 0.0), 1.0)


def postmortem(value: Postmortem) -> Record:
    """Return a postmortem's identity and its text: once where all fields are parts of it, else field by field."""
    text = value.raw
    return {
        "id": value.id,
        "title": value.title,
        "published": value.published and value.published.isoformat(),
        "path": value.path,
        "sha256": value.sha256,
        "text": text,
        "fields": [_field(field, within=bool(text)) for field in value.fields],
    }


def _field(value: Field, *, within: bool) -> Record:
    """Return where a field stands; with its text where it does not stand `within` that of the postmortem."""
    start, end = span(value.layout, value.start, value.end)
    return {"name": value.name, "start": start, "end": end} | ({} if within else {"text": value.raw})


def source(reading: SourceReading, files: Files, quoted: Iterable[Place] = ()) -> Record:
    """Return how a source was read and what stands around its quoted places; all text where that was extracted."""
    value = reading.source
    record: Record = {
        "id": value.id,
        "title": value.title,
        "url": value.url,
        "outlet": value.outlet,
        "published": value.published and value.published.isoformat(),
        "path": value.path,
        "sha256": value.sha256,
        "role": value.role,
        "sentences": len(reading.sentences),
        "excluded": [_span(span(value.layout, e.start, e.end), e.reason) for e in reading.excluded],
        "notes": list(dict.fromkeys((*value.notes, *reading.notes))),
        "context": [place(found, files) for found in beside(reading, quoted)],
    }
    return record | ({"text": value.raw} if PurePath(value.path).suffix.lower() in _EXTRACTED else {})


def _span(found: Span, reason: str) -> Record:
    return {"start": found.start, "end": found.end, "reason": reason}


def claim(value: Assessment, files: Files) -> Record:
    """Return a claim with its verdict, facts, evidence and the ids of its findings."""
    place = files.claim(value.claim)
    layout = files.fields.get(value.claim.field)
    return {
        "id": value.claim.id,
        "field": value.claim.field,
        "start": place.start,
        "end": place.end,
        "text": place.text,
        "kind": value.claim.kind,
        "citations": list(value.claim.citations),
        "verdict": value.verdict,
        "reason": value.reason,
        "support": unit(value.support),
        "marked": [list(span(layout, *each)) for each in value.spans],
        "stand_in": value.stand_in,
        "facts": [fact(f, layout, value.claim.start) for f in value.facts],
        "evidence": [evidence(e, files) for e in value.evidence],
        "findings": [f.id for f in value.findings],
    }


def fact(value: Fact, layout: Layout | None = None, base: int = 0) -> Record:
    """Return a typed fact, which counts from the beginning of what it stands in: `base` in the text of a layout."""
    first = span(layout, base, base + 1).start if layout else base
    place = excerpt(layout, base + value.start, base + value.end, value.text)
    return {
        "type": value.type,
        "start": place.start - first,
        "end": place.end - first,
        "text": place.text,
        "value": value.value,
    }


def evidence(value: Evidence, files: Files) -> Record:
    """Return a span of evidence; `shown` is what a reader sees of it where the file has marks in it."""
    quoted = files.quoted(value)
    layout = files.source(value)
    return {
        "source": value.source,
        "part": value.part,
        "start": quoted.start,
        "end": quoted.end,
        "text": quoted.text,
        **({"shown": value.text} if value.text != quoted.text else {}),
        "stance": value.stance,
        "score": value.score,
        "facts": [fact(f, layout, value.start) for f in value.facts],
    }


def finding(value: Finding, files: Files) -> Record:
    """Return a finding."""
    return {
        "id": value.id,
        "rule": value.rule,
        "severity": value.severity,
        "confidence": unit(value.confidence),
        "message": value.message,
        "claim": value.claim,
        "spans": [list(each) for each in files.spans(value)],
        "evidence": [evidence(e, files) for e in value.evidence],
        "values": list(value.values),
        "suggestion": value.suggestion,
        "waived": value.waived,
        "fingerprint": fingerprint(value),
    }


def problem(value: Problem) -> Record:
    """Return a problem with the ids of its findings and claims."""
    return {
        "id": value.id,
        "rule": value.rule,
        "title": value.title,
        "severity": value.severity,
        "findings": list(value.findings),
        "claims": list(value.claims),
        "suggestion": value.suggestion,
        "waived": value.waived,
    }


def gate(value: Gate) -> Record:
    """Return what the exit status rests on beside the problems."""
    return {
        "fail_on": value.fail_on or "never",
        "limits": {severity.value: most for severity, most in value.limits},
        "waivers": {
            "compared": value.compared,
            "used": [waiver(w) for w in value.used],
            "stale": [waiver(w) for w in value.stale],
        },
        "since": value.since,
        "unchanged": value.unchanged,
    }


def waiver(value: Waiver) -> Record:
    """Return a waiver as it stands in a baseline."""
    record: Record = {
        "fingerprint": value.fingerprint,
        "rule": value.rule,
        "postmortem": value.postmortem,
        "excerpt": value.excerpt,
        "reason": value.reason,
        "author": value.author,
    }
    record |= {"expires": value.expires.isoformat()} if value.expires else {}
    return record | ({"line": value.line} if value.line else {})


def not_checked(value: NotChecked, files: Files) -> Record:
    """Return a span that was not checked."""
    start, end = span(files.fields.get(value.field), value.start, value.end)
    return {"field": value.field, "start": start, "end": end, "reason": value.reason}


def place(value: Place, files: Files) -> Record:
    """Return a place in a source."""
    quoted = files.quoted(value)
    return {"source": value.source, "part": value.part, "start": quoted.start, "end": quoted.end, "text": quoted.text}
