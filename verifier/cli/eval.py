"""Measure precision and recall on claims that somebody has labelled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from verifier.cli.answers import Answerer
from verifier.cli.common import (
    BROKEN,
    PATH,
    Engine,
    progress,
    read_postmortems,
    rule_options,
    sources_option,
    verifier_for,
)
from verifier.cli.gold import Gold, GoldSpan, read_gold
from verifier.cli.output import emit, say, tell
from verifier.cli.scoring import Outcome, outcome, scores
from verifier.errors import UsageError
from verifier.formats.records import dumps
from verifier.formats.words import count
from verifier.model import Postmortem, Trouble

_RATES = {
    "supported_kept": "labelled supported, and called so",
    "alarms": "labelled supported, and called contradicted or disputed",
    "evidence_first": "evidence that people named comes first",
    "evidence_among_three": "evidence that people named is among the first three",
}


@click.command("eval")
@click.argument("gold", type=PATH)
@sources_option(required=False)
@click.option("--incidents", multiple=True, type=PATH, metavar="PATH", help="The postmortems that GOLD has labels for.")
@click.option("--all", "everything", is_flag=True, help='Count labels marked "certain": false as well.')
@click.option("-f", "--format", "name", type=click.Choice(["text", "json"]), default="text", show_default=True)
@rule_options
def evaluate(
    *,
    gold: Path,
    sources: tuple[Path, ...],
    incidents: tuple[Path, ...],
    everything: bool,
    name: str,
    engine: Engine,
) -> None:
    """Measure precision and recall on claims that you have labelled.

    GOLD is a JSON list of {"incident", "field", "start", "end", "verdict", "evidence": [{"article", "start", "end"}],
    "certain"}, with offsets as in the JSON report; or lines as for `verifier claims`, each with "expected".
    """
    labels = read_gold(gold)
    if labels.spans:
        outcomes, troubles = _spans(_chosen(labels.spans, everything), sources, incidents, engine)
    else:
        outcomes, troubles = _items(labels, sources, engine)
    found = scores(outcomes)
    emit(dumps(found, indent=2) + "\n" if name == "json" else table(found))
    tell(troubles)
    if troubles:
        raise SystemExit(BROKEN)


def table(found: dict[str, Any]) -> str:
    """Lay scores out as text."""
    head = f"{'verdict':<15}{'labelled':>9}{'given':>7}{'precision':>11}{'recall':>9}"
    lines = [count(found["labels"], "label"), "", head]
    for verdict, row in found["verdicts"].items():
        numbers = f"{row['labelled']:>9}{row['given']:>7}{_rate(row['precision']):>11}{_rate(row['recall']):>9}"
        lines.append(f"{verdict:<15}{numbers}")
    lines += ["", "labelled (rows) and given (columns)", "".join(f"{v:>15}" for v in ("", *found["verdicts"]))]
    lines += [f"{label:<15}" + "".join(f"{n:>15}" for n in row.values()) for label, row in found["confusion"].items()]
    lines += ["", *(f"{_rate(found[key]):>7}  {words}" for key, words in _RATES.items())]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _rate(value: float | None) -> str:
    return "-" if value is None else f"{value:.1%}"


def _chosen(spans: Sequence[GoldSpan], everything: bool) -> list[GoldSpan]:  # noqa: FBT001
    chosen = [span for span in spans if everything or span.certain]
    if len(chosen) < len(spans):
        say(f"{count(len(spans) - len(chosen), 'label')} not certain and left out; --all counts them")
    return chosen


def _spans(
    spans: Sequence[GoldSpan], sources: Sequence[Path], incidents: Sequence[Path], engine: Engine
) -> tuple[list[Outcome], tuple[Trouble, ...]]:
    if not incidents or not sources:
        raise UsageError("labels of postmortems need these and their articles", hint="add --incidents and --sources")
    postmortems, troubles = read_postmortems(incidents, None)
    verifier = verifier_for(sources, engine, incidents)
    outcomes: list[Outcome] = []
    mine = list(_sorted(spans, postmortems))
    for postmortem, labels in progress(mine, "checking postmortem"):
        report = verifier.check(postmortem).reports[0]
        outcomes += [outcome(label, report) for label in labels if label.lies_in(postmortem)]
    known = {label.id for _, labels in mine for label in labels}
    unknown = sorted({span.incident for span in spans if span.id not in known})
    what, hint = "has labels but is not among the postmortems", "add it with --incidents"
    more = (Trouble(f'incident "{name}"', what, hint) for name in unknown)
    return outcomes, (*verifier.troubles, *troubles, *more, *_misplaced(mine))


def _misplaced(mine: Sequence[tuple[Postmortem, list[GoldSpan]]]) -> Iterator[Trouble]:
    for postmortem, labels in mine:
        for label in labels:
            if not label.lies_in(postmortem):
                what = f'"{label.field}" of {postmortem.path} has nothing from {label.start} to {label.end}'
                yield Trouble(label.id, what, "correct field and offsets; the other labels were counted")


def _sorted(
    spans: Sequence[GoldSpan], postmortems: Sequence[Postmortem]
) -> Iterator[tuple[Postmortem, list[GoldSpan]]]:
    """Yield each postmortem with its labels; labels without an incident belong to the only postmortem there is."""
    only = len(postmortems) == 1
    for postmortem in postmortems:
        labels = [span for span in spans if span.incident == postmortem.id or (only and not span.incident)]
        if labels:
            yield postmortem, labels


def _items(labels: Gold, sources: Sequence[Path], engine: Engine) -> tuple[list[Outcome], tuple[Trouble, ...]]:
    answerer = Answerer(sources, engine)
    answers = ((item, answerer.answer(item)) for item in progress(labels.items, "answering line"))
    return [Outcome(str(item.id), item.expected, answer.verdict) for item, answer in answers], answerer.troubles
