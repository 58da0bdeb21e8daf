"""Fit the weights of rules/support.toml: `python benchmarks/fit_support.py --data DIR [--also ITEMS] [--write MODEL]`.

Two logistic regressions (L2, scikit-learn, extra `bench`) over the named features of verifier/likeness.py and
verifier/support.py, on the altered and unaltered sentences of dev-items/mutants.jsonl; to `support` also on alterations
made on the fly (benchmarks/alterations.py), which stand for words and names in the wrong place, and on true and untrue
summaries of made-up stories (benchmarks/summaries.toml), which stand for free wording. Summaries count twice as much as
all sentences, made alterations less. The weights of `support` are held small: the rules were made beside these
articles, and fire less surely on others. Then all are stretched alike, so that the numbers tell true from false again.
Cross-validated by incident and by story: each is scored by weights fitted without it. Other items may be scored, never
fitted to. Verdicts rest on `stated` and on thresholds set for its weights: write these only with all other figures
measured again.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from alterations import Item, items
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from verifier.judge import Judgement
from verifier.likeness import likeness
from verifier.support import models

from verifier.api import Verifier
from verifier.data import folders as assets
from verifier.ingest.sources import read_sources
from verifier.model import Source

_RARE = 4.0
_MADE = 0.03
_STATED, _SUPPORT, _FREE = 3.5, 0.024, 1e6
_SUMMARIES = 2.0
_FOREIGN = "swap_source"
_STORIES = Path(__file__).with_name("summaries.toml")
_SUMMARY = "summary"
Table = np.ndarray[Any, Any]


class Row(NamedTuple):
    """Hold an item with the features of its weakest claim, of both models, and how much it counts."""

    item: Item
    stated: dict[str, float]
    support: dict[str, float]
    weight: float


class Judge:
    """Judge items against the articles they name, reading each set of articles once."""

    def __init__(self, data: Path) -> None:
        articles = read_sources([data / "fail-dev" / "articles.csv"]).sources
        self._sources = {s.id: s for s in (*articles, *(Source(k, story["text"]) for k, story in _stories()))}
        self._verifiers: dict[tuple[str, ...], Verifier] = {}

    def weakest(self, item: Item) -> Judgement | None:
        """Return the judgement on the claim of an item whose words are stated least."""
        if item.articles not in self._verifiers:
            self._verifiers[item.articles] = Verifier([self._sources[i] for i in item.articles])
        judged = [j for j in self._verifiers[item.articles].judgements(item.text) if j.features]
        return min(judged, key=lambda j: j.case.alignment.reach if j.case else 0.0, default=None)

    def rows(self, found: Iterable[Item], weight: float) -> Iterator[Row]:
        """Yield the items that have a claim, with their features; sentences of postmortems count more."""
        for item in found:
            judged = self.weakest(item)
            if judged is not None and judged.case is not None:
                measured = {f.name: f.value for f in judged.features}
                yield Row(item, likeness(judged.case), measured, weight * (_RARE if item.base == "claim" else 1.0))


def read(path: Path) -> Iterator[Item]:
    """Yield the items of a file."""
    for item in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        true = item["expected"] == "supported"
        yield Item(item["claim"], tuple(item["articles"]), item.get("incident", ""), item["base"], item["op"], true)


def _stories() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the made-up stories, each with a name."""
    stories = tomllib.loads(_STORIES.read_text(encoding="utf-8"))["story"]
    yield from ((f"story {number}", story) for number, story in enumerate(stories))


def summaries() -> Iterator[Item]:
    """Yield the summaries of the made-up stories, the true ones and the others."""
    for name, story in _stories():
        for true in (True, False):
            for text in story["true" if true else "false"]:
                yield Item(text, (name,), name, _SUMMARY, "none" if true else "untrue", true)


def fitted(rows: list[Row], of: Callable[[Row], dict[str, float]], strength: float) -> dict[str, float]:
    """Fit one model, print how it ranks the incidents and stories it was not fitted to, and return its weights."""
    names = list(of(rows[0]))
    x, y, weight = np.array([list(of(r).values()) for r in rows]), _truth(rows), _balanced(rows)
    scores, groups = np.zeros(len(y)), np.array([r.item.incident for r in rows])
    for group in sorted(set(groups)):
        rest = groups != group
        model = LogisticRegression(C=strength, max_iter=5000).fit(x[rest], y[rest], weight[rest])
        scores[~rest] = model.decision_function(x[~rest])
    tell("cross-validated", rows, scores)
    model = LogisticRegression(C=strength, max_iter=5000).fit(x, y, weight)
    return {"bias": model.intercept_[0], **dict(zip(names, model.coef_[0], strict=True))}


def stretched(rows: list[Row], weights: dict[str, float]) -> dict[str, float]:
    """Return the weights times one number, with the bias moved, as a free fit of both to the rows has them."""
    scores = _scores(rows, weights)
    free = LogisticRegression(C=_FREE, max_iter=5000).fit(scores[:, None], _truth(rows), _balanced(rows))
    longer = {name: w * free.coef_[0][0] for name, w in weights.items()}
    return {**longer, "bias": longer["bias"] + free.intercept_[0]}


def _balanced(rows: list[Row]) -> Table:
    """Return what each row counts: summaries more than sentences in all, and true items as much as false ones."""
    weight, truth = np.array([r.weight for r in rows]), _truth(rows)
    summary = np.array([r.item.base == _SUMMARY for r in rows])
    for part, share in ((summary, _SUMMARIES), (~summary, 1.0)):
        for true in (True, False):
            chosen = part & (truth == true)
            if chosen.any():
                weight[chosen] *= share / weight[chosen].sum()
    weight *= len(rows) / weight.sum()
    return weight


def tell(what: str, rows: list[Row], scores: Table) -> None:
    """Print how well scores part the true items from the false ones: given ones and made ones, by what they are."""
    truth, parts = _truth(rows), []
    for base, plural in (("claim", "claims"), ("quote", "quotes"), (_SUMMARY, "summaries")):
        for name, kept in (
            ("given", [r.weight >= 1 and r.item.op != _FOREIGN for r in rows]),
            ("made", [r.weight < 1 for r in rows]),
            ("foreign", [r.weight >= 1 and r.item.op in {"none", _FOREIGN} for r in rows]),
        ):
            chosen = np.array(kept) & np.array([r.item.base == base for r in rows])
            if 0 < truth[chosen].sum() < chosen.sum():
                parts.append(f"{plural} {name} {roc_auc_score(truth[chosen], scores[chosen]):.4f}")
    print(f"  {what}, AUC: {', '.join(parts)}")


def _truth(rows: list[Row]) -> Table:
    return np.array([r.item.true for r in rows])


def _scores(rows: list[Row], weights: dict[str, float]) -> Table:
    return np.array([weights["bias"] + sum(v * weights[n] for n, v in r.support.items()) for r in rows])


def main() -> None:
    """Fit both models, print and optionally write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--also", type=Path, help="more items on the same articles, to score only")
    parser.add_argument("--write", action="append", default=[], choices=("stated", "support"))
    args = parser.parse_args()
    judge = Judge(args.data)
    given = list(judge.rows(read(args.data / "dev-items" / "mutants.jsonl"), 1.0))
    print("stated: own against foreign sentences")
    stated = fitted([r for r in given if r.item.op in {"none", _FOREIGN}], lambda r: r.stated, _STATED)
    print("support: unaltered against altered and foreign sentences")
    rows = [*given, *judge.rows(items(args.data), _MADE), *judge.rows(summaries(), 1.0)]
    support = stretched(rows, fitted(rows, lambda r: r.support, _SUPPORT))
    if args.also:
        also = list(judge.rows(read(args.also), 1.0))
        tell(f"{args.also.name}, not fitted to", also, _scores(also, support))
    found = {"stated": stated, "support": support}
    print(_text(found))
    if args.write:
        kept = {**models(), **{name: found[name] for name in args.write}}
        (assets.folder("rules") / "support.toml").write_text(_text(kept), encoding="utf-8")


def _text(weights: Mapping[str, Mapping[str, float]]) -> str:
    """Return the weights of all models as rules/support.toml has them."""
    text = "# Weights of the two logistic models of verifier/support.py, fitted by benchmarks/fit_support.py.\n"
    for title, mine in weights.items():
        text += f"\n[{title}]\n" + "".join(f"{n} = {w:.3f}\n" for n, w in mine.items())
    return text


if __name__ == "__main__":
    main()
