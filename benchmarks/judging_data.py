"""Read the labelled data that the decision is fitted to and judged by, as cases with features.

Every item is a claim of a text beside its sources. `group` is its document, `set` where it comes from; `error` says
that people found it wrong, `clash` that a source says otherwise.
"""

from __future__ import annotations

import csv
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from invented import FOLDER
from invented import items as invented_items

from verifier import read_postmortems, read_sources
from verifier.claims.claims import claims_in, claims_of
from verifier.cli.items import item as read_item
from verifier.data.rulebook import load
from verifier.evidence.passages import Index, build
from verifier.facts.analysis import analyse
from verifier.model import Claim, Postmortem, Source
from verifier.text.reading import read_source
from verifier.words.tables import vocabulary

ERRORS = frozenset({"PARTIAL", "CONTRADICTED", "UNSUPPORTED"})
PAIRS = Path(__file__).parent / "pairs"
WRITTEN = Path(__file__).parent / "postmortems"
TABLES = {"new": "incidents.csv", "outdated": "incidents-older.csv"}
_OPENING = 40


@dataclass(frozen=True, slots=True)
class Item:
    """Hold a labelled claim: the claims it falls into, and the index of its sources."""

    set: str
    id: str
    group: str
    claims: tuple[Claim, ...]
    index: Index
    error: bool
    clash: bool
    certain: bool = True
    kind: str = ""
    twin: str = ""
    altered: tuple[str, str] = ("", "")
    more: dict[str, Any] = field(default_factory=dict)


@cache
def articles(data: Path) -> dict[str, Source]:
    """Return the articles of the development data by their id."""
    paths = [data / "fail-dev" / "articles.csv", data / "more-articles.csv"]
    return {s.id: s for s in read_sources(paths).sources}


@cache
def _index(sources: tuple[Source, ...]) -> Index:
    return build([read_source(s) for s in sources], vocabulary())


def records(path: Path) -> list[dict[str, Any]]:
    """Return the records of a file of JSON lines."""
    with path.open(encoding="utf8") as stream:
        return [json.loads(line) for line in stream]


class Incident(NamedTuple):
    """Hold a postmortem, its claims, the index of its articles, the first article's id, and people's verdicts on it."""

    where: str
    postmortem: Postmortem
    claims: tuple[Claim, ...]
    passages: Index
    group: str
    gold: list[dict[str, Any]]


def _incidents(data: Path) -> Iterator[Incident]:
    """Yield the real postmortems that people checked."""
    known = articles(data)
    labelled = json.loads((data / "fail-dev" / "gold.json").read_text("utf8"))
    for table, name in TABLES.items():
        for postmortem in read_postmortems(data / "fail-dev" / name):
            mine = [g for g in labelled if (g["table"], g["incident"]) == (table, postmortem.id)]
            cited = tuple(known[i] for i in postmortem.cited if i in known)
            if mine:
                claims, first = claims_of(postmortem)[0], min(s.id for s in cited)
                yield Incident(f"{table} {postmortem.id}", postmortem, claims, _index(cited), first, mine)


def gold(data: Path) -> Iterator[Item]:
    """Yield the hand-checked claims of real postmortems, each with the program's claims that lie over it."""
    for incident in _incidents(data):
        yield from _checked("gold", incident.where, incident.gold, incident.claims, incident.passages, incident.group)


def written(data: Path, part: str) -> Iterator[Item]:
    """Yield the checked claims of the postmortems that were written for this project about other articles."""
    known = articles(data)
    for path in sorted((WRITTEN / part).glob("*.json")):
        (postmortem,) = read_postmortems(path)
        claims, index = claims_of(postmortem)[0], _index(tuple(known[i] for i in postmortem.cited))
        labelled = records(path.with_suffix(".claims.jsonl"))
        yield from _checked("written", postmortem.id, labelled, claims, index, min(postmortem.cited))


def _checked(
    name: str, where: str, labelled: Sequence[dict[str, Any]], claims: Sequence[Claim], index: Index, group: str
) -> Iterator[Item]:
    """Yield what people checked of a postmortem, each with the program's claims that lie over it."""
    for number, g in enumerate(labelled):
        over = tuple(c for c in claims if c.field == g["field"] and _overlap(c, g))
        if over and g["verdict"] != "NOT_CHECKABLE":
            yield Item(
                name, g.get("id", f"{name}-{where}-{number}"), group, over, index,
                g["verdict"] in ERRORS, g["verdict"] == "CONTRADICTED", g["certain"], g["error_kind"] or "",
                more={"where": where, "evidence": g["evidence"], "field": g["field"]},
            )  # fmt: skip


def unlabelled(data: Path) -> Iterator[Item]:
    """Yield the claims of these postmortems that nobody checked by hand.

    They are taken to clash with nothing, although of the checked ones four in a hundred are said otherwise by a source:
    so a line that they set is rather too high than too low.
    """
    for incident in _incidents(data):
        for claim in incident.claims:
            if not claim.reason and not any(g["field"] == claim.field and _overlap(claim, g) for g in incident.gold):
                yield Item(
                    "unlabelled", f"{incident.postmortem.id}-{claim.id}", incident.group, (claim,), incident.passages,
                    error=False, clash=False,
                )  # fmt: skip


def _overlap(claim: Claim, gold: dict[str, Any]) -> bool:
    shared = min(claim.end, gold["end"]) - max(claim.start, gold["start"])
    return bool(shared >= 0.5 * min(claim.end - claim.start, gold["end"] - gold["start"]))


def pairs(data: Path, name: str, paths: Iterable[Path]) -> Iterator[Item]:
    """Yield both twins of each pair."""
    known = articles(data)
    for path in paths:
        for p in records(path):
            sources = tuple(known[i] for i in p["articles"])
            false = p["label"] == "false"
            yield Item(
                name, p["id"], min(p["articles"]), claims_in(p["claim"]), _index(sources), false, false,
                kind=p["kind"], twin=p["pair"],
            )  # fmt: skip


def mutants(data: Path) -> Iterator[Item]:
    """Yield the altered and unaltered sentences."""
    known = articles(data)
    for m in records(data / "dev-items" / "mutants.jsonl"):
        sources = tuple(known[i] for i in m["articles"] if i in known)
        if sources and m["op"] != "swap_source":
            wrong = m["expected"] != "supported"
            yield Item(
                f"mutants-{m['base']}", m["id"], min(m["articles"]), claims_in(m["claim"]), _index(sources),
                wrong, m["expected"] == "contradicted", kind=m["op"], altered=(m.get("was") or "", m.get("now") or ""),
            )  # fmt: skip


_LEADING = r"\b(?:is|was|were|are|had|has|have|could|can|will|would|did|does)"
_DENIED = re.compile(rf"{_LEADING}( not|n't)\b")
_AUXILIARY = re.compile(rf"{_LEADING}\b(?! not\b|n't\b)")


def altered(true: Iterable[Item]) -> Iterator[Item]:
    """Yield true claims with one fact altered: a denial put in or left out, a name or a figure replaced by another."""
    for item in true:
        dice = random.Random(item.id)  # noqa: S311  alterations, no secrets
        for kind, alter in (
            ("negation", _denied), ("affirmation", _affirmed), ("name", _renamed), ("number", _miscounted)
        ):  # fmt: skip
            made = alter(item, dice)
            if made:
                text, was, now = made
                claims = claims_in(text, item.claims[0].field)
                yield replace(
                    item, set="altered", id=f"{item.id}-{kind}", claims=claims, error=True, clash=True, kind=kind,
                    twin="", altered=(was, now),
                )  # fmt: skip


Altered = tuple[str, str, str]


def _denied(item: Item, _dice: random.Random) -> Altered | None:
    text = item.claims[0].text
    found = _AUXILIARY.search(text)
    return (text[: found.end()] + " not" + text[found.end() :], "", "not") if found else None


def _affirmed(item: Item, _dice: random.Random) -> Altered | None:
    text = item.claims[0].text
    found = _DENIED.search(text)
    return (text[: found.start(1)] + text[found.end(1) :], found[1].strip(), "") if found else None


def _renamed(item: Item, dice: random.Random) -> Altered | None:
    text = item.claims[0].text
    known = {
        " ".join(n.parts): p.sentence.text[n.start : n.end]
        for p in item.index.passages
        for n in p.analysis.names
        if n.sure
    }
    names = [n for n in analyse(text, item.index.vocabulary).names if n.sure and n.start]
    if not names or len(known) < 2:
        return None
    name = dice.choice(names)
    others = [known[k] for k in sorted(known) if not set(k.split()) & set(name.parts) and known[k] not in text]
    if not others:
        return None
    now = dice.choice(others)
    return text[: name.start] + now + text[name.end :], text[name.start : name.end], now


def _miscounted(item: Item, dice: random.Random) -> Altered | None:
    text = item.claims[0].text
    mine = [
        q
        for q in analyse(text, item.index.vocabulary).quantities
        if q.kind in {"count", "money", "percent"} and q.text[:1].isdigit()
    ]
    if not mine:
        return None
    quantity = dice.choice(mine)
    others = sorted(
        {
            q.text
            for p in item.index.passages
            for q in p.analysis.quantities
            if q.kind == quantity.kind and q.value != quantity.value
        }
    )
    now = (
        dice.choice(others)
        if others and dice.random() < 0.5
        else str(round(quantity.value * dice.choice((2, 3, 10)) + 1))
    )
    return text[: quantity.start] + now + text[quantity.end :], quantity.text, now


def public(data: Path, name: str, most: int = 10**6) -> Iterator[Item]:
    """Yield the items of a public set."""
    for item in records(data / "dev-items" / f"{name}.jsonl")[:most]:
        sources = tuple(read_item({"id": item["id"], "claim": item["claim"], "sources": item["sources"]}).sources)
        expected = item["expected"]
        yield Item(
            name, item["id"], _document(sources), claims_in(item["claim"]), _index(sources),
            expected != "supported", expected == "contradicted", kind=str(item.get("kind", "")),
            twin=str(item.get("pair", "")),
        )  # fmt: skip


def _document(sources: Sequence[Source]) -> str:
    """Return what names the document of an item: the title of its source, or how that begins."""
    return sources[0].title or sources[0].text[:_OPENING]


def invented() -> Iterator[Item]:
    """Yield the claims about made-up incidents that benchmarks/invented/ holds."""
    for path in sorted(FOLDER.glob("*.txt")):
        for number, item in enumerate(invented_items(path)):
            name = f"invented-{path.stem}-{number}"
            group = item.sources[0].id
            yield Item(
                "invented",
                name,
                group,
                claims_in(item.text),
                _index(item.sources),
                error=item.kind != "none",
                clash=False,
                kind=item.kind,
            )


def examples() -> Iterator[Item]:
    """Yield the examples of the shipped rules that have a source."""
    for rule in load().rules:
        for number, example in enumerate(rule.examples):
            if example.source:
                source = Source("example", example.source, example.title)
                wrong = example.expect in {"hit", "doubt"}
                name = f"{rule.id}-{number}"
                yield Item(
                    "examples", name, name, claims_in(example.claim), _index((source,)), wrong, wrong, kind=rule.fact
                )


csv.field_size_limit(10**9)
