"""Judge claims about invented incidents: `python benchmarks/invented.py [--only FILE ...] [--verbose]`.

The files of benchmarks/invented/ hold articles and claims made up for this, in twenty sectors, by writers who did not
see what the program says: `== ID DATE` and a `# headline` open an article, `== claims ID,ID` the claims about articles.
A claim is a line `T|none|text` where the articles bear it out, `F|kind|text` where one fact is altered. They paraphrase
freely. Their false alarms were mended as they were found, and weights are fitted on them, so the figures flatter.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from verifier.api import Verifier
from verifier.model import Source, Verdict

FOLDER = Path(__file__).with_name("invented")
FLAGGED = frozenset({Verdict.CONTRADICTED, Verdict.DISPUTED})
HELD = frozenset({Verdict.SUPPORTED, Verdict.NOT_CHECKABLE})


class Item(NamedTuple):
    """Hold a claim, what was altered in it (`none` where it is true), and its sources."""

    text: str
    kind: str
    sources: tuple[Source, ...]


def items(path: Path) -> Iterator[Item]:
    """Yield the claims of a file."""
    articles: dict[str, Source] = {}
    sources: tuple[Source, ...] = ()
    for block in path.read_text(encoding="utf-8").removeprefix("== ").split("\n== "):
        head, *lines = block.splitlines()
        name, rest = head.split()
        if name == "claims":
            sources = tuple(articles[i] for i in rest.split(","))
            for line in filter(None, lines):
                _, kind, text = line.split("|", 2)
                yield Item(text, kind, sources)
        else:
            title = lines[0].removeprefix("# ")
            articles[name] = Source(
                name, "\n\n".join(filter(str.strip, lines[1:])), title, published=date.fromisoformat(rest)
            )


def main() -> None:
    """Print a line for the true claims and for each kind of alteration."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", action="append", help="this file of benchmarks/invented/ alone; may be repeated")
    parser.add_argument("--verbose", action="store_true", help="list what is judged otherwise than meant")
    arguments = parser.parse_args()
    paths = [FOLDER / name for name in arguments.only] if arguments.only else sorted(FOLDER.glob("*.txt"))
    verifiers: dict[tuple[Source, ...], Verifier] = {}
    sizes, flagged, kept = Counter[str](), Counter[str](), Counter[str]()
    for item in (i for path in paths for i in items(path)):
        if item.sources not in verifiers:
            verifiers[item.sources] = Verifier(item.sources)
        found = verifiers[item.sources].check_text(item.text)
        groups = ("none",) if item.kind == "none" else (item.kind, "all altered")
        for group in groups:
            sizes[group] += 1
            flagged[group] += found.verdict in FLAGGED
            kept[group] += found.verdict in HELD
        if arguments.verbose and (found.verdict not in HELD if item.kind == "none" else found.verdict not in FLAGGED):
            print(f"{item.kind}: {item.text} [{found.verdict}: {'; '.join(a.reason for a in found.assessments)}]")
    print(f"{'':20} {'n':>5} {'flagged':>8} {'supported':>10}")
    for kind in ("none", *sorted(sizes.keys() - {"none", "all altered"}), "all altered"):
        name = "as it stands" if kind == "none" else kind.replace("_", " ")
        print(f"{name:20} {sizes[kind]:5} {flagged[kind] / sizes[kind]:8.1%} {kept[kind] / sizes[kind]:10.1%}")


if __name__ == "__main__":
    main()
