"""Measure a second reader on real postmortems: `python benchmarks/reader.py prompts|figures --data DIR ...`.

DIR holds fail-dev/{incidents.csv,articles.csv,gold.json} (docs/accuracy.md says what they are), and may hold
fail-dev/incidents-older.csv, the table that the gold calls outdated.

`prompts --out FOLDER [--incident ID ...]` writes the prompts of each incident as FOLDER/TABLE-ID.jsonl and prints how
many of the sentences that people named as evidence they hold; with `--looks 2 --answers FILE` those of a second look at
what these answers leave supported.

`figures --answers FILE [--answers FILE ...] [--looks 2] [--all]` prints, with the recorded answers and without, for the
incidents that have answers (or all): kept (true claims called supported), alarms (true claims flagged), betrayed
(errors called supported), red (share of the flagged that are errors), amber (the same of those called partial,
unsupported or misattributed), and AUC of support; for all claims and for those of which people were certain. An error
is a claim that people found partial, contradicted or unsupported.
"""

from __future__ import annotations

import argparse
import csv
import json
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from invented import FLAGGED

from verifier.api import Verifier
from verifier.ingest.postmortems import read_postmortems
from verifier.ingest.sources import read_sources
from verifier.model import Assessment, Part, Report, Source, Verdict
from verifier.reader import recorded
from verifier.reader.prompt import line, tokens
from verifier.reader.recorded import Book
from verifier.reader.stage import SecondReader
from verifier.reader.values import Question

TABLES = {"new": "incidents.csv", "outdated": "incidents-older.csv"}
ERRORS = frozenset({"PARTIAL", "CONTRADICTED", "UNSUPPORTED"})
AMBER = frozenset({Verdict.PARTIAL, Verdict.UNSUPPORTED, Verdict.MISATTRIBUTED})
STATED = frozenset({Verdict.SUPPORTED, Verdict.PARTIAL})
HELD = 0.8
Gold = dict[str, Any]


class Incident(NamedTuple):
    """Hold an incident: its table and id, the report of the program alone, and what people say of its claims."""

    table: str
    id: str
    report: Report
    gold: tuple[Gold, ...]
    seconds: float

    @property
    def name(self) -> str:
        """Return a name for files."""
        return f"{self.table}-{self.id}"


class Judged(NamedTuple):
    """Hold a claim of people's beside what the program makes of it."""

    right: bool
    certain: bool
    verdict: Verdict | None
    support: float


def incidents(data: Path, wanted: Sequence[str]) -> Iterator[Incident]:
    """Yield the incidents that people have read, each checked against the articles that it cites."""
    gold = json.loads((data / "gold.json").read_text("utf-8"))
    articles = {s.id: s for s in read_sources([data / "articles.csv"]).sources}
    for table, name in TABLES.items():
        read = {str(g["incident"]) for g in gold if g["table"] == table}
        if not (data / name).exists():
            continue
        cited = _cited(data / name)
        for postmortem in read_postmortems(data / name):
            if postmortem.id not in read or (wanted and postmortem.id not in wanted):
                continue
            mine: list[Source] = [articles[i] for i in cited[postmortem.id] if i in articles]
            start = time.perf_counter()
            report = Verifier(mine).check(postmortem)
            seconds = time.perf_counter() - start
            labels = tuple(g for g in gold if (g["table"], g["incident"]) == (table, postmortem.id))
            yield Incident(table, postmortem.id, report, labels, seconds)


def _cited(path: Path) -> dict[str, list[str]]:
    csv.field_size_limit(2**30)
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {
        row["Incident ID"]: ["".join(filter(str.isdigit, i)) for i in row["Related Article IDs"].split(",")]
        for row in rows
    }


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def ours(gold: Gold, assessments: Iterable[Assessment]) -> list[Assessment]:
    """Return the program's claims that are one of people's."""
    span = (gold["start"], gold["end"])
    return [
        a
        for a in assessments
        if a.claim.field == gold["field"]
        and _overlap((a.claim.start, a.claim.end), span)
        >= 0.5 * min(a.claim.end - a.claim.start, gold["end"] - gold["start"])
    ]


def merged(assessments: Sequence[Assessment]) -> Verdict | None:
    """Return one verdict for several claims; None where there is none."""
    verdicts = {a.verdict for a in assessments} - {Verdict.NOT_CHECKABLE}
    if not verdicts:
        return None
    if verdicts & STATED and not verdicts & FLAGGED:
        return Verdict.SUPPORTED if verdicts == {Verdict.SUPPORTED} else Verdict.PARTIAL
    return next(v for v in Verdict if v in verdicts)


def judged(incident: Incident, report: Report) -> Iterator[Judged]:
    """Yield people's claims beside the program's verdicts; those that people would not check are left out."""
    for gold in incident.gold:
        mine = ours(gold, report.reports[0].assessments)
        checked = [a.support for a in mine if a.verdict is not Verdict.NOT_CHECKABLE]
        if gold["verdict"] == "SUPPORTED" or gold["verdict"] in ERRORS:
            right = gold["verdict"] == "SUPPORTED"
            yield Judged(right, gold["certain"], merged(mine), min(checked, default=1.0))


def figures(items: Sequence[Judged]) -> dict[str, float]:
    """Return the figures of a set of claims."""
    true, wrong = [i for i in items if i.right], [i for i in items if not i.right]
    flagged, amber = [i for i in items if i.verdict in FLAGGED], [i for i in items if i.verdict in AMBER]
    high, low = ([i.support for i in side if i.verdict] for side in (true, wrong))
    pairs = [(a > b) + 0.5 * (a == b) for a in high for b in low]
    return {
        "true": len(true),
        "errors": len(wrong),
        "kept": _share(i.verdict is Verdict.SUPPORTED for i in true),
        "alarms": _share(i.verdict in FLAGGED for i in true),
        "betrayed": _share(i.verdict is Verdict.SUPPORTED for i in wrong),
        "flagged": len(flagged),
        "red": _share(not i.right for i in flagged),
        "ambers": len(amber),
        "amber": _share(not i.right for i in amber),
        "auc": sum(pairs) / max(1, len(pairs)),
    }


def _share(held: Iterable[bool]) -> float:
    values = list(held)
    return sum(values) / max(1, len(values))


def held(incident: Incident, questions: Iterable[Question]) -> tuple[list[bool], list[bool]]:
    """Say of each sentence named as evidence whether the prompts hold it, and of each claim whether they hold any."""
    asked = {q.claim: q for q in questions}
    bodies = {r.source.id: r.source.text for r in incident.report.reports[0].sources}
    spans, claims = [], []
    for gold in incident.gold:
        mine = [asked[a.claim.id] for a in ours(gold, incident.report.reports[0].assessments) if a.claim.id in asked]
        named = [e for e in gold["evidence"] if e["stance"] == "supports" and e["article"] in bodies]
        if mine and named:
            found = [_holds(mine, e["article"], bodies[e["article"]][e["start"] : e["end"]]) for e in named]
            spans += found
            claims.append(any(found))
    return spans, claims


def _holds(asked: Iterable[Question], source: str, words: str) -> bool:
    """Say whether passages have the words, or a title or another article nearly the same."""
    from rapidfuzz import fuzz

    wanted = " ".join(words.split())
    texts = [(p.source, p.part, " ".join(p.text.split())) for q in asked for p in q.passages]
    if any(s == source and part is Part.BODY and wanted in text for s, part, text in texts):
        return True
    return any(fuzz.partial_ratio(wanted, text, score_cutoff=100 * HELD) for _, _, text in texts)


def write_prompts(data: Path, folder: Path, second: SecondReader, wanted: Sequence[str]) -> None:
    """Write the prompts of the last look at every incident and say what they hold."""
    folder.mkdir(parents=True, exist_ok=True)
    spans: list[bool] = []
    claims: list[bool] = []
    print(f"{'incident':>16} {'prompts':>8} {'tokens':>8} {'sentences':>10} {'seconds':>8}")
    for incident in incidents(data, wanted):
        *_, plan = second.plans(incident.report)
        asked = plan.questions
        text = "".join(json.dumps(line(q), ensure_ascii=False) + "\n" for q in asked)
        (folder / f"{incident.name}.jsonl").write_text(text, encoding="utf-8")
        sentences = sum(len(p.sentences) for q in asked for p in q.passages) / max(1, len(asked))
        used = sum(map(tokens, asked))
        print(f"{incident.name:>16} {len(asked):8} {used:8} {sentences:10.1f} {incident.seconds:8.1f}")
        more_spans, more_claims = held(incident, asked)
        spans += more_spans
        claims += more_claims
    print(f"evidence held: {_share(claims):.3f} of {len(claims)} claims, {_share(spans):.3f} of {len(spans)} sentences")


def print_figures(data: Path, second: SecondReader, wanted: Sequence[str], *, every: bool) -> None:
    """Print the figures with recorded answers beside those without."""
    alone: list[Judged] = []
    read: list[Judged] = []
    answered = asked = used = 0
    for incident in incidents(data, wanted):
        plans = list(second.plans(incident.report))
        if any(plan.known for plan in plans) or every:
            alone += judged(incident, incident.report)
            read += judged(incident, second.recorded(incident.report))
            known = sum(q.key in plan.known for plan in plans for q in plan.questions)
            every_question = [q for plan in plans for q in plan.questions]
            answered, asked = answered + known, asked + len(every_question)
            used += sum(map(tokens, every_question))
            print(f"{incident.name}: {known} of {len(every_question)} prompts answered")
    print(f"{answered} of {asked} prompts answered, some {used} tokens")
    for name, chosen in (("all", lambda _: True), ("certain", lambda item: item.certain)):
        sides = [figures([item for item in items if chosen(item)]) for items in (alone, read)]
        print(f"{name:10} {'alone':>8} {'read':>8}")
        for key, value in sides[0].items():
            print(f"  {key:8} {value:8.3f} {sides[1][key]:8.3f}")


def main() -> None:
    """Write prompts, or print figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("prompts", "figures"))
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--incident", action="append", default=[], help="only this incident; may be repeated")
    parser.add_argument("--out", type=Path, default=Path("prompts"), help="the folder for prompts")
    parser.add_argument("--answers", type=Path, action="append", default=[], help="recorded answers; may be repeated")
    parser.add_argument("--all", action="store_true", help="figures over incidents without answers, too")
    parser.add_argument("--looks", type=int, choices=(1, 2), default=1, help="with a second look at what is supported")
    given = parser.parse_args()
    data = given.data / "fail-dev"
    book = Book(entry for path in given.answers for entry in recorded.read(path))
    second = SecondReader(book=book, looks=given.looks)
    if given.what == "prompts":
        write_prompts(data, given.out, second, given.incident)
    else:
        print_figures(data, second, given.incident, every=given.all)


if __name__ == "__main__":
    main()
