"""Read the project's own texts: the seeds, the sources of rule examples, and invented incidents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from verifier.data.rulebook import load
from verifier.ingest.sources import read_sources
from verifier.model import Field, Postmortem, Source

ROOT = Path(__file__).resolve().parent.parent
CLAIMS = 6
INVENTED = ROOT / "benchmarks" / "invented"


class Incident(NamedTuple):
    """Hold a postmortem and the articles that it lists."""

    postmortem: Postmortem
    sources: tuple[Source, ...]


@cache
def texts() -> tuple[Source, ...]:
    """Return all texts that may serve as a source, the shipped rules' examples among them."""
    examples = (
        Source(f"{rule.id}-{number}", example.source, example.title)
        for rule in load().rules
        for number, example in enumerate(rule.examples, 1)
        if example.source
    )
    articles = (source for incident in incidents() for source in incident.sources)
    return (*read_sources([ROOT / "seeds"]).sources, *examples, *articles)


@cache
def incidents() -> tuple[Incident, ...]:
    """Return the invented incidents, each a page of its claims with their markers, beside its articles."""
    return tuple(incident for path in sorted(INVENTED.glob("*.txt")) for incident in _incidents(path))


def _incidents(path: Path) -> Iterator[Incident]:
    articles: dict[str, Source] = {}
    for block in path.read_text("utf-8").removeprefix("== ").split("\n== "):
        head, *lines = block.splitlines()
        name, rest = head.split()
        if name != "claims":
            text = "\n\n".join(filter(str.strip, lines[1:]))
            title = lines[0].removeprefix("# ")
            articles[name] = Source(name, text, title, published=date.fromisoformat(rest), path=f"{name}.txt")
            continue
        cited = tuple(rest.split(","))
        claims = [line.split("|", 2)[2] for line in lines if line][:CLAIMS]
        yield Incident(_page(cited, claims), tuple(articles[label] for label in cited))


def _page(cited: tuple[str, ...], claims: list[str]) -> Postmortem:
    marker = f"[{', '.join(cited)}]"
    items = " ".join(f"{number}. {claim.rstrip('.')} {marker}." for number, claim in enumerate(claims, 1))
    name = "-".join(cited)
    return Postmortem(name, name, None, f"{name}.txt", "0" * 64, (Field("Impacts", items, 0, len(items)),), cited=cited)
