"""Render a report as SARIF 2.1.0: problems at their claims, evidence beside them, every rule, nothing hidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from urllib.parse import quote

from verifier.formats import places, records
from verifier.formats.alerts import Alert, alerts, sentence
from verifier.formats.mending import Edit, edits
from verifier.formats.places import Region, Spot
from verifier.formats.quotes import Desk
from verifier.formats.records import Record
from verifier.formats.visible import visible
from verifier.formats.words import count
from verifier.gate.fingerprint import fingerprint
from verifier.gate.outcome import grave, was_checked
from verifier.gate.waived import reasons
from verifier.model import PostmortemReport, Report, RuleNote, Severity, Trouble, Waiver

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_RELATED = 25


def render(report: Report) -> str:
    """Return the report as SARIF with one run; columns count code points."""
    rules = _rules(report)
    known = {note.id: number for number, note in enumerate(rules)}
    driver = {
        "name": "verifier",
        "version": visible(report.version),
        "rules": [_rule(note) for note in rules],
        "properties": {"rulesDigest": report.rules_digest},
    }
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "verifier/"},
        "invocations": [_invocation(report)],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "the folder in which verifier was run"}}},
        "artifacts": [_artifact(one) for one in report.reports],
        "columnKind": "unicodeCodePoints",
        "results": [result for one in report.reports for result in _results(report, one, known)],
    }
    return records.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def location(spot: Spot, message: str = "", identity: int = 0) -> Record:
    """Return a SARIF location; without a region it stands for the whole file."""
    found: Record = {"id": identity} if identity else {}
    if spot.path:
        found["physicalLocation"] = {"artifactLocation": artifact(spot.path)}
        if spot.region:
            found["physicalLocation"]["region"] = _region(spot.region)
    return found | ({"message": {"text": _plain(message)}} if message else {})


def artifact(path: str) -> Record:
    """Return a file's address: a relative one counts from where verifier was run."""
    pure = PurePath(path)
    if pure.is_absolute():
        return {"uri": "file://" + _quoted(pure.as_posix())}
    return {"uri": _quoted(pure.as_posix()), "uriBaseId": _ROOT}


def _quoted(path: str) -> str:
    return quote(path.encode("utf-8", "surrogatepass"), safe="/")


def _rules(report: Report) -> list[RuleNote]:
    """Return all rules in force, and those that findings name beside them."""
    known = {note.id: note for note in report.rules}
    named = {p.rule: p for one in report.reports for p in one.problems}
    more = [RuleNote(visible(i), visible(i), "", p.severity) for i, p in sorted(named.items()) if i not in known]
    return [*report.rules, *more]


def _rule(note: RuleNote) -> Record:
    help_text = visible(note.help) or visible(note.title)
    precision = f" Measured precision: {visible(note.precision)}." if note.precision else ""
    return {
        "id": note.id,
        "shortDescription": {"text": visible(note.title)},
        "fullDescription": {"text": help_text},
        "help": {"text": help_text + precision},
        "defaultConfiguration": {"level": note.severity},
        "properties": {"tags": ["postmortem"], "problem.severity": _graded(note.severity)},
    }


def _graded(severity: Severity) -> str:
    return "recommendation" if severity == Severity.NOTE else severity.value


def _invocation(report: Report) -> Record:
    """Say whether the run could see everything; what could not be used and dead waivers become notifications."""
    return {
        "executionSuccessful": not grave(report.troubles) and was_checked(report),
        "toolExecutionNotifications": [_trouble(t) for t in report.troubles] + _unchecked(report),
        "toolConfigurationNotifications": [_stale(waiver) for waiver in report.gate.stale],
    }


def _trouble(trouble: Trouble) -> Record:
    said = f"{trouble.where}: {trouble.what}" + (f"; {trouble.hint}" if trouble.hint else "")
    level = "note" if trouble.slight else "error"
    return {"level": level, "message": {"text": visible(said)}, "descriptor": {"id": "unusable-input"}}


def _unchecked(report: Report) -> list[Record]:
    if was_checked(report):
        return []
    return [{"level": "error", "message": {"text": "nothing was checked"}, "descriptor": {"id": "nothing-checked"}}]


def _stale(waiver: Waiver) -> Record:
    said = f"waiver {waiver.fingerprint} no longer applies ({waiver.rule}: {waiver.excerpt})"
    return {"level": "warning", "message": {"text": visible(said)}, "descriptor": {"id": "stale-waiver"}}


def _artifact(report: PostmortemReport) -> Record:
    postmortem = report.postmortem
    found: Record = {"location": artifact(postmortem.path or "-"), "roles": ["analysisTarget"]}
    return found | ({"hashes": {"sha-256": postmortem.sha256}} if postmortem.sha256 else {})


def _results(report: Report, one: PostmortemReport, rules: Mapping[str, int]) -> Iterator[Record]:
    desk = Desk.of(one)
    fixes: defaultdict[str, list[Edit]] = defaultdict(list)
    for edit in edits(one):
        fixes[edit.problem].append(edit)
    text = one.postmortem.raw if fixes else ""
    for alert in alerts(one):
        edited = fixes[alert.problem.id]
        fix = _fix(one.postmortem.path, text, alert, edited) if edited and not alert.waived else {}
        yield _result(report, desk, alert, rules) | ({"fixes": [fix]} if fix else {})


def _result(report: Report, desk: Desk, alert: Alert, rules: Mapping[str, int]) -> Record:
    rule = alert.problem.rule if alert.problem.rule in rules else visible(alert.problem.rule)
    found: Record = {
        "ruleId": rule,
        "ruleIndex": rules[rule],
        "level": alert.severity,
        "message": {"text": _message(alert)},
        "locations": [_main(desk, alert)],
        "relatedLocations": _related(desk, alert),
        "partialFingerprints": {"primaryLocationLineHash": f"{alert.fingerprint}:1", "content/v1": alert.fingerprint},
        "fingerprints": {"verifier/v1": alert.fingerprint},
        "rank": round(100 * max((records.unit(f.confidence) for f in alert.findings), default=1.0), 1),
        "properties": {
            "problem": visible(alert.problem.id),
            "findings": [visible(f.id) for f in alert.findings],
            "claims": [visible(a.claim.id) for a in alert.claims],
        },
    }
    if report.gate.compared:
        found["baselineState"] = "unchanged" if alert.waived else "new"
    if alert.waived:
        found["suppressions"] = [_suppression(report, desk.report, alert)]
    return found


def _fix(path: str, text: str, alert: Alert, fixes: Sequence[Edit]) -> Record:
    """Return what to write instead."""
    replacements = [
        {
            "deletedRegion": _region(places.region(text, edit.start, edit.end)),
            "insertedContent": {"text": edit.words},
        }
        for edit in fixes
    ]
    change = {"artifactLocation": artifact(path), "replacements": replacements}
    return {"description": {"text": _plain(f"write: {alert.card.suggestion}")}, "artifactChanges": [change]}


def _suppression(report: Report, one: PostmortemReport, alert: Alert) -> Record:
    why = reasons(report.gate.used, one.postmortem.id, alert.findings)
    names = set(map(fingerprint, alert.findings))
    written = any(w.line and w.fingerprint in names for w in report.gate.used if w.postmortem == one.postmortem.id)
    return {
        "kind": "inSource" if written else "external",
        "status": "accepted",
        "justification": visible("; ".join(why)) or "waived",
    }


def _message(alert: Alert) -> str:
    """Return the message with links to the evidence: hosts show related locations only where a link leads there."""
    text = _plain(sentence(alert.card))
    links = [f"[{i}]({i})" for i, _ in enumerate(alert.evidence[:_RELATED], 1)]
    return text + (f" (see {', '.join(links)})" if links else "")


def _main(desk: Desk, alert: Alert) -> Record:
    """Return the place of the first claim, the words that clash as its annotations."""
    found = location(alert.spot)
    if not alert.claims:
        return found
    first = alert.claims[0]
    marked = places.marks(desk, first, alert.spans)
    if marked:
        found["annotations"] = [_region(mark) for mark in marked]
    name = f"{desk.report.postmortem.id}/{first.claim.field}"
    return found | {"logicalLocations": [{"name": visible(first.claim.field), "fullyQualifiedName": visible(name)}]}


def _related(desk: Desk, alert: Alert) -> list[Record]:
    """Return the evidence, then the other claims that say the same."""
    shown = alert.evidence[:_RELATED]
    said = [f"{desk.source(e.source)} {e.stance}: “{visible(e.text)}”" for e in shown]
    found = [
        location(places.of_evidence(desk, e), text, i) for i, (e, text) in enumerate(zip(shown, said, strict=True), 1)
    ]
    others = alert.claims[1 : 1 + _RELATED]
    more = [
        location(places.of_claim(desk, a), f"said again: “{visible(a.claim.text)}”", i)
        for i, a in enumerate(others, len(found) + 1)
    ]
    left = len(alert.evidence) + len(alert.claims[1:]) - len(found) - len(more)
    return found + more + ([location(alert.spot, f"and {count(left, 'more place')}")] if left else [])


def _region(region: Region) -> Record:
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }


def _plain(text: str) -> str:
    """Escape what would be a link in a SARIF message."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
