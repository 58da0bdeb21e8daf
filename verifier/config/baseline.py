"""Read and write baselines: one waiver a line, as JSON, sorted, so that branches merge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from verifier.data.decode import read_text
from verifier.data.json_text import parse_json
from verifier.errors import ConfigError, InputError, like_named
from verifier.formats import records
from verifier.formats.visible import visible
from verifier.gate.fingerprint import fingerprint
from verifier.gate.outcome import limit
from verifier.gate.waived import every
from verifier.model import PostmortemReport, Report, Waiver

KEYS = ("fingerprint", "rule", "postmortem", "excerpt", "reason", "author", "expires")
_OPTIONAL = frozenset({"expires"})
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})(\s|$)")
_EXCERPT = 120
_HEXADECIMAL = "0123456789abcdef"
_HEADER = "What verifier lets pass: one waiver a line, under the first digit of its fingerprint."


def read(path: Path) -> tuple[Waiver, ...]:
    """Read a baseline; lines may be in any order and repeated, as merges leave them, and each waiver counts once.

    Raises: ConfigError that names the line.
    """
    try:
        text = read_text(path).text
    except InputError as error:
        what = error.what if path.exists() else f"cannot be read ({error.what})"
        raise ConfigError(what, str(path), "write it with: verifier baseline write") from error
    found = [_waiver(line, f"{path}, line {number}") for number, line in _lines(text)]
    return tuple({(w.fingerprint, w.postmortem): w for w in sorted(found, key=line_of)}.values())


def text_of(waivers: Iterable[Waiver], before: str = "") -> str:
    """Return the text of a baseline: sorted, each waiver once, no clock and no line numbers in it.

    Each stands under the first digit of its fingerprint, which is there also without waivers: lines that two branches
    add then seldom meet, and merge even where .gitattributes is not heard. Comments that people wrote into the text
    `before` stay: above the waiver that they stood above, else in their section.
    """
    lines = sorted({line_of(waiver) for waiver in waivers})
    notes = _notes(before, set(lines))
    text = [f"# {_HEADER}", *notes.pop("", [])]
    for digit in _HEXADECIMAL:
        text += [f"# {digit}", *notes.pop(digit, [])]
        text += [each for line in lines if _begins(line, digit) for each in (*notes.pop(line, []), line)]
    return "".join(f"{line}\n" for line in text)


def _notes(text: str, kept: set[str]) -> dict[str, list[str]]:
    """Return the comments that people wrote: by the waiver below them, by the digit of their section, or by nothing."""
    found: dict[str, list[str]] = {}
    digit, pending = "", list[str]()
    for line in text.split("\n"):
        mark = line[2:] if len(line) == len("# 0") and line.startswith("# ") else ""
        if line.startswith("#") and not mark and line != f"# {_HEADER}":
            pending.append(line)
        elif line.strip() and not line.startswith("#") and line_of(_waiver(line, "")) in kept:
            found.setdefault(line_of(_waiver(line, "")), []).extend(pending)
            pending = []
        elif mark or line != "":
            found.setdefault(digit, []).extend(pending)
            pending = []
        digit = mark if mark in set(_HEXADECIMAL) else digit
    found.setdefault(digit, []).extend(pending)
    return found


def line_of(waiver: Waiver) -> str:
    """Return the line of a waiver."""
    return records.dumps(records.waiver(waiver))


class Terms(NamedTuple):
    """Hold what a waiver rests on: why, who says so, and the last day on which it holds."""

    reason: str
    author: str
    expires: date | None = None


def missing(report: Report, terms: Terms) -> tuple[Waiver, ...]:
    """Return the waivers that are wanting for a report to pass its gate."""
    found: list[Waiver] = []
    for one in report.reports:
        gating = (p for p in one.problems if not p.waived and limit(report.gate, p.severity) is not None)
        found += waivers_of(one, [i for problem in gating for i in problem.findings], terms)
    return tuple(found)


def named(report: Report, name: str, terms: Terms) -> tuple[Waiver, ...]:
    """Return the waivers of the finding, or of all findings of the problem, that has this id; none where none has."""
    found: list[Waiver] = []
    for one in report.reports:
        problems = (p for p in one.problems if p.id == name)
        found += waivers_of(one, [name, *(i for problem in problems for i in problem.findings)], terms)
    return tuple(found)


def waivers_of(report: PostmortemReport, ids: Iterable[str], terms: Terms) -> list[Waiver]:
    """Return the waivers of the findings with these ids, but for those that are waived."""
    findings = {f.id: f for f in every(report)}
    claims = {a.claim.id: a.claim.text for a in report.assessments}
    found = []
    for finding in (findings[i] for i in dict.fromkeys(ids) if i in findings and not findings[i].waived):
        excerpt = visible(claims.get(finding.claim, "") or finding.message)[:_EXCERPT]
        found.append(Waiver(fingerprint(finding), finding.rule, report.postmortem.id, excerpt, *terms))
    return found


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines with something in them, but for comments, with their numbers."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line


def _begins(line: str, digit: str) -> bool:
    return line.startswith(f'{{"{KEYS[0]}": "{digit}')


def _waiver(line: str, where: str) -> Waiver:
    refuse_conflict(line, where)
    record = parse_json(line, where, ConfigError, malformed="is no JSON", hint="write one waiver a line")
    if not isinstance(record, dict):
        raise ConfigError("is no waiver", where, f"write an object with {', '.join(KEYS)}")
    _check(record, where)
    day = record.get("expires")
    texts = {key: record[key] for key in KEYS if key not in _OPTIONAL}
    return Waiver(**texts, expires=date.fromisoformat(day) if day else None)


def refuse_conflict(line: str, where: str) -> None:
    """Refuse what a merge has left in a file.

    Raises: ConfigError for a conflict marker.
    """
    if _CONFLICT.match(line):
        raise ConfigError("is left over from a merge", where, "keep the lines of both sides, without the markers")


def _check(record: dict[str, Any], where: str) -> None:
    for key in record:
        if key not in KEYS:
            raise ConfigError(f'has an unknown key "{key}"', where, like_named(key, KEYS))
    for key in KEYS:
        if key not in record and key not in _OPTIONAL:
            raise ConfigError(f'has no "{key}"', where, "every waiver needs one")
        if not isinstance(record.get(key, ""), str):
            raise ConfigError(f'"{key}" is no text', where, "put it in quotation marks")
    if not _FINGERPRINT.fullmatch(record["fingerprint"]):
        raise ConfigError('"fingerprint" is none', where, "it has 16 hexadecimal digits, as in the JSON report")
    if not record["reason"].strip():
        raise ConfigError("has no reason", where, "say why the problem is waived")
    if day := record.get("expires"):
        _day(day, where)


def _day(text: str, where: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise ConfigError(f'"expires" is no day: {text}', where, "write it as 2030-12-31") from error
