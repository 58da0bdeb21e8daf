"""Tell which numbers of the engine matter: python benchmarks/thresholds.py --data ../shared [NAME ...] [--incidents N]

Every number of verifier/data/thresholds.py is moved alone, by a fifth (a whole number by at least one), up and down.
The claims of the real postmortems and the examples of the rules are judged with it; a line tells how many of their
verdicts and supports change. NAME narrows it to numbers with that in their name, or in that of a module that uses them.
Caches are emptied between two runs; what is computed from a number at import stays, and it is said so. With --together
all of them are moved at once: where nothing changes, none of them matters.
"""

from __future__ import annotations

import argparse
import ast
import gc
import importlib
import pkgutil
import sys
from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from judging_data import TABLES, articles

from verifier import Verifier, read_postmortems
from verifier.data import thresholds as numbers
from verifier.data.rulebook import load
from verifier.model import Postmortem, Source, SourceReading
from verifier.rule_examples import judgements
from verifier.text.reading import read_source

PACKAGES = ("facts", "evidence", "compare", "decide")
FIFTH = 0.2
Answers = dict[str, tuple[str, float]]


class Threshold(NamedTuple):
    """Hold a number of the table: its name, the key where it stands in a mapping, its value, and who imports it."""

    name: str
    key: str
    value: float
    users: tuple[str, ...]

    def __str__(self) -> str:
        users = ", ".join(module.removeprefix("verifier.") for module in self.users)
        return f"{self.name}{self.key and '.' + self.key} ({users})"

    def moved(self) -> tuple[float, float]:
        """Return the value moved down and up by a fifth; a whole number by one at least."""
        step = max(1, round(abs(self.value) * FIFTH)) if isinstance(self.value, int) else abs(self.value) * FIFTH
        return self.value - step, self.value + step

    def put(self, value: float) -> None:
        """Put another value in its place: in the mapping that all share, or in each module that imports its name."""
        if self.key:
            getattr(numbers, self.name)[self.key] = value
        for module in () if self.key else self.users:
            setattr(sys.modules[module], self.name, value)


class Case(NamedTuple):
    """Hold a real postmortem and the articles that it cites, as they were read."""

    name: str
    postmortem: Postmortem
    readings: dict[Source, SourceReading]


def engine() -> Iterator[ModuleType]:
    """Yield the modules of the packages that judge."""
    for package in PACKAGES:
        root = importlib.import_module(f"verifier.{package}")
        for found in pkgutil.walk_packages(root.__path__, f"{root.__name__}."):
            yield importlib.import_module(found.name)


def parsed(module: ModuleType) -> ast.Module:
    """Return the code of a module."""
    return ast.parse(Path(str(module.__file__)).read_text("utf-8"))


def imported(module: ModuleType) -> set[str]:
    """Return the names that a module imports from the table."""
    froms = (
        node for node in parsed(module).body if isinstance(node, ast.ImportFrom) and node.module == numbers.__name__
    )
    return {alias.name for node in froms for alias in node.names}


def thresholds() -> Iterator[Threshold]:
    """Yield the numbers of the table, and those of its mappings; spans and ranges are left as they are."""
    taken = {module: imported(module) for module in engine()}
    for name, held in vars(numbers).items():
        users = tuple(module.__name__ for module, names in taken.items() if name in names)
        entries = held.items() if name.isupper() and isinstance(held, dict) else [("", held)]
        yield from (Threshold(name, key, value, users) for key, value in entries if type(value) in {int, float})


def at_import(node: ast.AST) -> Iterator[str]:
    """Yield the names that are read while a module is imported, as defaults of parameters are."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef):
            for part in (child.args, *child.decorator_list):
                yield from at_import(part)
        elif isinstance(child, ast.Name) and isinstance(child.ctx, ast.Load):
            yield child.id
        else:
            yield from at_import(child)


def fixed(threshold: Threshold) -> bool:
    """Say whether what depends on a threshold is computed at import, so that moving it shows too little."""
    return any(threshold.name in at_import(parsed(sys.modules[module])) for module in threshold.users)


def cases(data: Path, most: int) -> list[Case]:
    """Return the real postmortems, and no more than so many of them."""
    known = articles(data)
    read = {source: read_source(source) for source in known.values()}
    found = []
    for table in TABLES.values():
        for postmortem in read_postmortems(data / "fail-dev" / table):
            cited = [known[name] for name in postmortem.cited if name in known]
            found.append(Case(f"{table} {postmortem.id}", postmortem, {source: read[source] for source in cited}))
    return found[:: max(1, len(found) // most)][:most]


def answers(real: Sequence[Case]) -> Answers:
    """Judge the claims of the postmortems and the examples of the rules."""
    found: Answers = {}
    for case in real:
        report = Verifier(list(case.readings), read=case.readings.__getitem__).check(case.postmortem).reports[0]
        found |= {f"{case.name} {a.claim.id}": (a.verdict.value, a.support) for a in report.assessments}
    for rule in load().rules:
        for number, example in enumerate(rule.examples):
            judged = [j.assessment for j in judgements(example)]
            found |= {f"{rule.id} {number} {a.claim.id}": (a.verdict.value, a.support) for a in judged}
    return found


def forget() -> None:
    """Empty the caches of the program."""
    for found in gc.get_objects():
        if callable(getattr(found, "cache_clear", None)) and str(getattr(found, "__module__", "")).startswith(
            "verifier."
        ):
            found.cache_clear()


def with_values(real: Sequence[Case], values: Sequence[tuple[Threshold, float]]) -> Answers:
    """Judge with other values; in a process of its own, since nothing is put back."""
    for threshold, value in values:
        threshold.put(value)
    forget()
    return answers(real)


def changes(known: Answers, others: Answers) -> tuple[int, int]:
    """Return of how many claims the verdict, and of how many the support differs."""
    pairs = [(known.get(key, ("", 0.0)), others.get(key, ("", 0.0))) for key in known.keys() | others.keys()]
    return sum(a[0] != b[0] for a, b in pairs), sum(a[1] != b[1] for a, b in pairs)


def main() -> None:
    """Move one threshold after the other and tell what changes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--incidents", type=int, default=10**6, metavar="N", help="use no more than N postmortems")
    parser.add_argument("--together", action="store_true", help="move all of them at once")
    options = parser.parse_args()
    real = cases(options.data, options.incidents)
    found = [t for t in thresholds() if not options.names or any(name in str(t) for name in options.names)]
    with get_context("fork").Pool(1, maxtasksperchild=1) as pool:
        known = pool.apply(with_values, (real, ()))
        print(f"{len(found)} thresholds, {len(known)} claims", file=sys.stderr, flush=True)
        for group in [found] if options.together else [[one] for one in found]:
            ways = zip(*(one.moved() for one in group), strict=True)
            moved = [pool.apply(with_values, (real, list(zip(group, way, strict=True)))) for way in ways]
            verdicts, supports = map(sum, zip(*(changes(known, others) for others in moved), strict=True))
            values = " ".join(f"{one.value:g}" for one in group)
            note = "\tread at import" if any(map(fixed, group)) else ""
            print(f"{' '.join(map(str, group))}\t{values}\tverdicts {verdicts}\tsupport {supports}{note}", flush=True)


if __name__ == "__main__":
    main()
