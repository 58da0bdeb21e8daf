"""Turn values into plain JSON objects whose keys come in the documented order."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any

from verifier.formats.beside import beside
from verifier.gate.fingerprint import fingerprint
from verifier.model import (
    Assessment,
    Evidence,
    Fact,
    Finding,
    Gate,
    Place,
    Postmortem,
    Problem,
    SourceReading,
    Waiver,
)

Record = dict[str, Any]
_DIGITS = 4
_EXTRACTED = frozenset({".html", ".htm", ".xhtml", ".pdf"})
_ACTING = re.compile("[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def dumps(value: object, indent: int | None = None) -> str:
    """Return strict JSON (no NaN, no infinity) whose strings hold no character that acts on a terminal."""
    separators = None if indent else (", ", ": ")
    text = json.dumps(plain(value), ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)
    return _ACTING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def plain(value: object) -> object:
    """Return the value as JSON knows it: numbers rounded, those that are not finite as null, the unknown as words."""
    if isinstance(value, float):
        return round(value, _DIGITS) if math.isfinite(value) else None
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Mapping):
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
    texts = {field.text for field in value.fields}
    whole = texts.pop() if len(texts) == 1 else ""
    fields = ({"name": f.name, "start": f.start, "end": f.end, "text": f.text} for f in value.fields)
    kept = [{key: item for key, item in f.items() if not whole or key != "text"} for f in fields]
    return {
        "id": value.id,
        "title": value.title,
        "published": value.published and value.published.isoformat(),
        "path": value.path,
        "sha256": value.sha256,
        "text": whole,
        "fields": kept,
    }


def source(reading: SourceReading, quoted: Iterable[Place] = ()) -> Record:
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
        "excluded": [{"start": e.start, "end": e.end, "reason": e.reason} for e in reading.excluded],
        "notes": list(dict.fromkeys((*value.notes, *reading.notes))),
        "context": [place(found) for found in beside(reading, quoted)],
    }
    return record | ({"text": value.text} if PurePath(value.path).suffix.lower() in _EXTRACTED else {})


def claim(value: Assessment) -> Record:
    """Return a claim with its verdict, facts, evidence and the ids of its findings."""
    return {
        "id": value.claim.id,
        "field": value.claim.field,
        "start": value.claim.start,
        "end": value.claim.end,
        "text": value.claim.text,
        "kind": value.claim.kind,
        "citations": list(value.claim.citations),
        "verdict": value.verdict,
        "reason": value.reason,
        "support": unit(value.support),
        "marked": [list(span) for span in value.spans],
        "stand_in": value.stand_in,
        "facts": [fact(f) for f in value.facts],
        "evidence": [evidence(e) for e in value.evidence],
        "findings": [f.id for f in value.findings],
    }


def fact(value: Fact) -> Record:
    """Return a typed fact."""
    return {"type": value.type, "start": value.start, "end": value.end, "text": value.text, "value": value.value}


def evidence(value: Evidence) -> Record:
    """Return a span of evidence."""
    return {
        "source": value.source,
        "part": value.part,
        "start": value.start,
        "end": value.end,
        "text": value.text,
        "stance": value.stance,
        "score": value.score,
        "facts": [fact(f) for f in value.facts],
    }


def finding(value: Finding) -> Record:
    """Return a finding."""
    return {
        "id": value.id,
        "rule": value.rule,
        "severity": value.severity,
        "confidence": unit(value.confidence),
        "message": value.message,
        "claim": value.claim,
        "spans": [list(span) for span in value.spans],
        "evidence": [evidence(e) for e in value.evidence],
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


def place(value: Place) -> Record:
    """Return a place in a source."""
    return {"source": value.source, "part": value.part, "start": value.start, "end": value.end, "text": value.text}
