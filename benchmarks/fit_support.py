"""Fit the weights of rules/support.toml: `python benchmarks/fit_support.py --data DIR [--write]`.

A logistic regression (L2, scikit-learn, extra `bench`) over the named features of verifier/support.py, on the altered
and unaltered sentences of dev-items/mutants.jsonl; cross-validated by incident: every incident is scored by weights
fitted without it. The public sets are reported only, never fitted to.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from verifier import assets
from verifier.api import Verifier
from verifier.ingest.sources import read_sources

RARE = 4.0
Table = np.ndarray[Any, Any]
STRENGTH = 2.0
LIKENESS = frozenset({"reach", "exact", "pairs", "order", "score", "length"})


def rows(data: Path) -> list[tuple[dict[str, Any], dict[str, float]]]:
    """Return each item with the features of its weakest claim."""
    sources = {s.id: s for s in read_sources([data / "fail-dev" / "articles.csv"]).sources}
    verifiers: dict[tuple[str, ...], Verifier] = {}
    found = []
    for line in (data / "dev-items" / "mutants.jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        ids = tuple(item["articles"])
        if ids not in verifiers:
            verifiers[ids] = Verifier([sources[i] for i in ids])
        judged = verifiers[ids].judgements(item["claim"])
        measured = [{f.name: f.value for f in j.features} for j in judged if j.features]
        if measured:
            found.append((item, min(measured, key=lambda m: m["reach"])))
    return found


def fitted(names: list[str], x: Table, y: Table, groups: Table, weight: Table) -> dict[str, float]:
    """Fit one model, print its cross-validated AUC, and return its weights."""
    scores = np.zeros(len(y))
    for incident in sorted(set(groups)):
        rest = groups != incident
        scores[~rest] = _model().fit(x[rest], y[rest], weight[rest]).decision_function(x[~rest])
    claims = weight > 1
    print(
        f"  cross-validated by incident: AUC {roc_auc_score(y, scores):.4f}, "
        f"claims {roc_auc_score(y[claims], scores[claims]):.4f}"
    )
    model = _model().fit(x, y, weight)
    return {"bias": model.intercept_[0], **dict(zip(names, model.coef_[0], strict=True))}


def _model() -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=5000)


def main() -> None:
    """Fit both models, print and optionally write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    table = rows(args.data)
    names = list(table[0][1])
    x = np.array([[m[n] for n in names] for _, m in table])
    y = np.array([item["expected"] == "supported" for item, _ in table])
    groups = np.array([item["incident"] for item, _ in table])
    weight = np.array([RARE if i["base"] == "claim" else 1.0 for i, _ in table])
    own = np.array([i["op"] in {"none", "swap_source"} for i, _ in table])
    like = [n for n in names if n in LIKENESS]
    at = [names.index(n) for n in like]
    print("stated: own against foreign sentences")
    stated = fitted(like, x[own][:, at], y[own], groups[own], weight[own])
    print("support: unaltered against altered and foreign sentences")
    support = fitted(names, x, y, groups, weight)
    text = "# Weights of the two logistic models of verifier/support.py, fitted by benchmarks/fit_support.py.\n"
    for title, weights in (("stated", stated), ("support", support)):
        text += f"\n[{title}]\n" + "".join(f"{n} = {w:.3f}\n" for n, w in weights.items())
    print(text)
    if args.write:
        (assets.folder("rules") / "support.toml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
