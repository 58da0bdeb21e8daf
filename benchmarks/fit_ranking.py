"""Fit what ranks the passages of a claim: python benchmarks/fit_ranking.py --data ../shared [--write]

A conditional logistic model (McFadden 1974): of the passages that share most words with a true claim, how likely is
each the one that people name as evidence, from the measures of verifier/evidence/ranking.py? A score and a bias over it
turn that into the probability that a passage is named at all. Fitted on the hand-checked claims of real postmortems and
on those of the written ones; every figure printed is left out by document. `--write` fits on all of it and writes
rules/ranking.toml. Passages are what the decision looks at: fit its weights (fit_decision.py) anew after this.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from fit_decision import FOLDS, fit, fold_of
from judging_data import Item, gold, written
from scipy.optimize import minimize

from verifier.data.folders import folder
from verifier.data.models import RANKING
from verifier.decide.case import set_beside
from verifier.evidence.passages import Passage
from verifier.evidence.ranking import likely, measures
from verifier.model import Part

Array = np.ndarray[Any, np.dtype[np.float64]]
RIDGE = 1.0
NAMES = ("share", "window", "likeness", "title", "late", "same", "words", "figures", "pairs")


class Choice(NamedTuple):
    """Hold a true claim's passages, in their order: a row of measures each, and 1 for those that people named."""

    set: str
    fold: int
    measures: Array
    named: Array


def choices(items: Iterable[Item]) -> Iterator[Choice]:
    """Yield the passages of every true claim for which people named some."""
    for item in items:
        named = [e for e in item.more["evidence"] if e["stance"] == "supports"]
        if item.error or not named:
            continue
        for claim in item.claims:
            universe = item.index.of_sources(item.index.by_source)
            case = set_beside(claim, item.index, item.index.of_sources(claim.citations) or universe, universe)
            columns = measures(case.claim, item.index, case.grid, likely(case.grid, case.allowed))
            found = sorted(columns["share"])
            if not claim.reason and found:
                rows = np.array([[columns[name].get(n, 0.0) for name in NAMES] for n in found])
                met = [any(_overlap(item.index.passages[n], e) for e in named) for n in found]
                yield Choice(item.set, fold_of(item.group), rows, np.array(met, dtype=float))


def _overlap(passage: Passage, named: dict[str, Any]) -> bool:
    sentence = passage.sentence
    title = (sentence.part is Part.TITLE) == (named.get("part", "body") == "title")
    shared = min(sentence.end, named["end"]) - max(sentence.start, named["start"])
    return sentence.source == named["article"] and title and bool(shared > 0)


def weights(data: Sequence[Choice]) -> Array:
    """Fit the weights of the measures by the penalised likelihood that a named passage is chosen."""
    told = [c for c in data if c.named.any()]

    def loss(w: Array) -> tuple[float, Array]:
        value, slope = RIDGE * float(w @ w) / 2, RIDGE * w
        for choice in told:
            z = choice.measures @ w
            p = np.exp(z - z.max())
            p /= p.sum()
            named = float(p @ choice.named)
            value -= float(np.log(named))
            slope = slope + choice.measures.T @ (p - p * choice.named / named)
        return value, slope

    found: Array = minimize(loss, np.zeros(len(NAMES)), jac=True, method="L-BFGS-B").x
    return found


def scaled(data: Sequence[Choice], w: Array) -> tuple[float, Array]:
    """Return a bias and weights that give the probability that a passage is named (Platt 1999)."""
    x = np.concatenate([c.measures @ w for c in data])
    y = np.concatenate([c.named for c in data])
    scale, bias = fit(np.c_[x, np.ones(len(x))], y, np.ones(len(x)), 0.0, [1, 0])
    return float(bias), scale * w


def report(data: Sequence[Choice]) -> None:
    """Print by set how often a named passage comes first, and among the first three, left out by document."""
    by_fold = [weights([c for c in data if c.fold != k]) for k in range(FOLDS)]
    for name in dict.fromkeys(c.set for c in data):
        mine = [c for c in data if c.set == name]
        orders = [np.argsort(-(c.measures @ by_fold[c.fold]), kind="stable") for c in mine]
        ranked = [c.named[order] for c, order in zip(mine, orders, strict=True)]
        first, three = (np.mean([named[:most].any() for named in ranked]) for most in (1, 3))
        print(f"{name}: {len(mine)} claims; evidence first {first:.3f}, in three {three:.3f}")


def main() -> None:
    """Fit, print figures left out by document, and write the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    data = [*choices(gold(options.data)), *choices(written(options.data, "fit"))]
    report(data)
    bias, found = scaled(data, weights(data))
    lines = [f"{name} = {value:.4f}" for name, value in zip(NAMES, found, strict=True)]
    print(f"bias = {bias:.4f}", *lines, sep="\n")
    if options.write:
        head = "# Written by benchmarks/fit_ranking.py --write; do not edit."
        text = "\n".join([head, "", "[evidence]", f"bias = {bias:.4f}", "", "[evidence.weights]", *lines])
        (folder("rules") / RANKING).write_text(text + "\n", "utf8")


if __name__ == "__main__":
    main()
