"""Sum up what became of one postmortem in a line of the audit's summary, and many lines in one outcome."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from typing import Any, NamedTuple

from verifier.audit.jobs import Job, report_of
from verifier.errors import VerifierError
from verifier.formats import FORMATS, renderer
from verifier.formats.overview import ranked, severities
from verifier.gate.outcome import BROKEN, CLEAN, FOUND, limit
from verifier.ingest.filenames import stem
from verifier.model import Gate, PostmortemReport, Report, Severity, Trouble, Verdict

Entry = dict[str, Any]
Task = tuple[Job, str, tuple[str, ...]]
_YOUNG = 1
STATES = ("not judged", "hold", "nothing checked", "look", "clear")


class Judged(NamedTuple):
    """Hold the line of a postmortem, and the texts of its reports by file name."""

    entry: Entry
    files: dict[str, str]


def judge(job: Job, key: str, formats: tuple[str, ...]) -> Judged:
    """Judge a postmortem and render its report; what goes wrong with it is its entry, and no error."""
    try:
        report = report_of(job)
        texts = {f"{stem(job.postmortem.id)}{FORMATS[name].endings[0]}": renderer(name)(report) for name in formats}
        return Judged(_entry(job, key, report, texts), texts)
    except VerifierError as error:
        return Judged(failed(job, error.what, error.hint), {})
    except Exception as error:  # noqa: BLE001  one postmortem that breaks the program must not end the others
        return Judged(failed(job, _crash(error), "please report it"), {})


def failed(job: Job, what: str, hint: str) -> Entry:
    """Return the entry of a postmortem that could not be judged."""
    made = job.postmortem
    where = made.path if made.path.endswith(made.id) else f"{made.path}, {made.id}"
    return {"id": made.id, "title": made.title, **unread(Trouble(where, what, hint)), "path": made.path}


def lost(job: Job, error: Exception) -> Entry:
    """Return the entry of a postmortem whose judging ended without an answer."""
    return failed(job, f"the process that judged it ended ({type(error).__name__})", "see whether memory is short")


def unread(trouble: Trouble) -> Entry:
    """Return the entry of an input that could not be read."""
    return {
        "path": trouble.where,
        "state": STATES[0],
        "error": trouble.what,
        "hint": trouble.hint,
        "where": trouble.where,
    }


def badness(entry: Entry) -> tuple[int | str, ...]:
    """Order entries: the worst state first, then the most errors, warnings and notes, then by id."""
    graded = listed(entry)
    return STATES.index(entry["state"]), *(-graded.get(s.value, 0) for s in Severity), str(entry.get("id", ""))


def listed(entry: Entry) -> dict[str, int]:
    """Return the problems that a postmortem's page lists as such, by severity; all where an entry does not tell."""
    found: dict[str, int] = entry.get("listed") or entry.get("problems") or {}
    return found


def status(entries: Iterable[Entry], gate: Gate) -> int:
    """Return the exit status of an audit: as for a run over all of its postmortems at once."""
    numbers: Counter[str] = Counter()
    broken, checked = False, False
    for entry in entries:
        numbers.update(entry.get("problems", {}))
        broken |= "error" in entry or bool(entry.get("troubles"))
        checked |= any(n for v, n in entry.get("claims", {}).items() if v != Verdict.NOT_CHECKABLE)
    if broken or not checked:
        return BROKEN
    above = (most is not None and numbers[s.value] > most for s in Severity for most in [limit(gate, s)])
    return FOUND if any(above) else CLEAN


def _entry(job: Job, key: str, report: Report, texts: dict[str, str]) -> Entry:
    one, view = report.reports[0], ranked(report)[0]
    problems = Counter(p.severity.value for p in one.problems if not p.waived)
    return {
        "id": one.postmortem.id,
        "title": one.postmortem.title,
        "published": one.postmortem.published.isoformat() if one.postmortem.published else None,
        "path": one.postmortem.path,
        "state": view.state,
        "headline": view.headline,
        "claims": _counted(one),
        "problems": {severity.value: problems[severity.value] for severity in Severity},
        "listed": {severity.value: number for severity, number in severities(view).items()},
        "waived": sum(p.waived for p in one.problems),
        "dead_waivers": len(report.gate.stale),
        "sources": [source.id for source in job.sources],
        "missing": list(one.missing),
        "troubles": [{"where": t.where, "what": t.what, "hint": t.hint} for t in job.troubles],
        "files": {name: sha256(text.encode("utf-8", "backslashreplace")).hexdigest() for name, text in texts.items()},
        "key": key,
    }


def _counted(one: PostmortemReport) -> dict[str, int]:
    verdicts = Counter(a.verdict for a in one.assessments)
    return {verdict.value: verdicts[verdict] for verdict in Verdict}


def _crash(error: Exception) -> str:
    return f"internal error ({type(error).__name__})"


def work(task: Task) -> Judged:
    """Judge a task, as a process or a machine of its own gets it."""
    try:
        return judge(*task)
    finally:
        gc.collect(_YOUNG)  # a page that was drawn refers to itself, and would stay as long as nobody looks
