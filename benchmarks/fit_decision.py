"""Fit the weights of the decision: python benchmarks/fit_decision.py --data ../shared [--write]

Two kinds of logistic models, all with signs fixed beforehand (a word that no source has can only make an error
likelier): one for each kind of clash (value.quantity, stance.polarity ...), from the measures of an observation to the
probability that source and claim really clash; and `error`, from the plain features of a claim to the probability that
people find it wrong.

Fitted on: gold (real postmortems, people's verdicts), pairs of a true sentence and its wrong twin (those of the data
and the `fit` half of benchmarks/pairs; twins count by their difference alone), altered sentences, invented incidents,
the rules' examples, and public sets with a free licence. Never on: the sealed half of the pairs, sets for measuring
only. Every figure printed is left out by document: the fold of an item is that of its document, and no model sees it.
`--write` fits on all of it and writes rules/weights.toml and rules/precision.json.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from judging_data import PAIRS, Item, altered, examples, gold, invented, mutants, pairs, public, unlabelled, written
from scipy.optimize import minimize

from verifier.compare.case import Observation, Outcome
from verifier.compare.mechanisms import MECHANISMS
from verifier.data.folders import folder
from verifier.data.models import quantile
from verifier.decide import features
from verifier.decide.case import repeated, set_beside
from verifier.decide.verdict import held_values
from verifier.decide.verdict import weigh as weigh_claim
from verifier.decide.weights import clash_features, clash_kind, may_clash, weakening

Array = np.ndarray[Any, np.dtype[np.float64]]

FOLDS = 12
REAL = ("gold", "unlabelled", "written")
NATURAL = (*REAL, "pairs", "fit", "invented", "bump", "defacto", "wice", "factcheckgpt")
ALARMS, PRECISION, FALSE, MARGIN = 0.0012, 0.9, 0, 0.05
"""Of a kind of clash: alarms on natural texts, share of the flagged that is right, alarms on real postmortems, also of
those that are less likely by a margin: the surest false alarm of texts unseen is surer than that of those seen."""
FOUND, PRIOR = (*(name for name in NATURAL if name != "invented"), "vitaminc_more"), 10
"""Sets whose errors nobody made by rule. On these alone the share must be as high, others counting as so many texts:
what was altered by rule is far easier to tell than what people get wrong."""
LOST, EVEN = 0.012, 0.4
KEPT = 0.876
MET = ("anywhere", "one_window")
UNTOUCHED, UNMET = 0.014, 0.01
"""Shares of true claims whose words no passage has together, or nearly anywhere: below, no source speaks of them."""
SHARE = {"altered": 0.5, "examples": 0.5, "vitaminc_more": 0.3, "bump": 0.5}
FACTS = {
    "number": {"quantity"},
    "scale": {"quantity"},
    "transplant_number": {"quantity"},
    "unit": {"quantity"},
    "bound": {"quantity", "quantifier"},
    "quantity": {"quantity"},
    "quantifier": {"quantifier", "quantity"},
    "date": {"date"},
    "month": {"date"},
    "year": {"date"},
    "weekday": {"date"},
    "reported_date": {"date"},
    "name": {"name"},
    "transplant_name": {"name"},
    "role": {"role"},
    "agent": {"name", "role"},
    "attribution": {"name"},
    "medium": {"medium"},
    "word": {"term", "role"},
    "term": {"term"},
    "polarity": {"polarity", "opposite"},
    "negation": {"polarity"},
    "affirmation": {"polarity"},
    "antonym": {"opposite"},
    "opposite": {"opposite"},
    "certainty": {"certainty"},
}
"""Which facts an error of a kind lies in."""
UP = (
    "absent", "absent_deeds", "cause_reversed", "cause_half_linked", "classifies", "blames",
    "compares", "concludes", "achieves", "only_source_hedges",
    "only_claim_hedges",
    "displaced_names", "uncited",
)  # fmt: skip
DOWN = (
    "length",
    "anywhere",
    "one_sentence",
    "copied",
    "possible",
    "says",
    "field_reference",
)
CLASH_UP = (
    "slot",
    "sure",
    "alike",
    "first",
    "slot_in_order",
    "slot_anchored",
    "surer_than_rival",
    "beside_lead",
    "held_nowhere",
    "close",
    "same_verb",
    "same_subject",
)
CLASH_DOWN = ("rival", "held_here", "beside_rival")
PLAIN = (
    "cause_half_linked",
    *(name for name in features.RESTS_ON if name.startswith("only_")),
    "classifies",
    "blames",
    "compares",
    "concludes",
    "achieves",
    "possible",
    "says",
    "field_reference",
    "uncited",
)
"""Features that are no quantity to be ranked: they enter as they are."""
RIDGE, CLASH_RIDGE, TWINS = 3.0, 1.0, 0.3
COUNTS = {"gold": 1.0, "written": 0.5} | dict.fromkeys(
    ("pairs", "fit", "mutants-claim", "mutants-quote", "bump", "defacto", "wice"), 0.04
)
"""How much a text counts in the model of errors: most where it is a claim of a real postmortem."""
LIKELY, SURE = 0.2, 0.75
"""How much of its support a likely clash costs, and how much one that is surer than its line of doubt: errors are rarer
among real claims than among those fitted to."""
LEAST = 0.003


@dataclass(frozen=True, slots=True)
class Row:
    """Hold an item with the features and observations of its claims, and what share of them its sources have.

    That share is 1 for a claim of which a source holds a value: it is never called untouched.
    """

    item: Item
    fold: int
    features: dict[str, float]
    met: dict[str, float]
    observations: tuple[Observation, ...]
    verbatim: bool


def fold_of(group: str) -> int:
    """Return the fold of a document."""
    return int(sha256(group.encode()).hexdigest(), 16) % FOLDS


def read(item: Item) -> Row | None:
    """Read an item; its features are those of its claims, the worst of each."""
    found, met, seen, verbatim = [], [], [], True
    for claim in item.claims:
        if claim.reason:
            continue
        allowed = item.index.of_sources(claim.citations) or item.index.of_sources(item.index.by_source)
        case = set_beside(claim, item.index, allowed, item.index.of_sources(item.index.by_source))
        observations = [o for mechanism in MECHANISMS.values() for o in mechanism(case)]
        found.append(weigh_claim(case, observations, claim))
        met.append(dict.fromkeys(MET, 1.0) if held_values(observations) else features.met(case))
        seen += observations
        verbatim &= repeated(case) >= 0

    if not found:
        return None
    worst = {n: (min if n in DOWN else max)(f.get(n, 0.0) for f in found) for n in (*UP, *DOWN)}
    least = {n: min(m[n] for m in met) for n in MET}
    return Row(item, fold_of(item.group), worst, least, tuple(seen), verbatim)


def label(row: Row, observation: Observation) -> int | None:
    """Return 1 where an observation is a real clash, 0 where it is none, nothing where that is unknown."""
    item = row.item
    if not item.error:
        return 0
    if item.set == "vitaminc_more":
        return 1 if item.clash else None
    if item.set in {"gold", "written", "pairs", "fit", "invented", "examples"}:
        return 1 if observation.fact in FACTS.get(item.kind, ()) else None
    if not item.set.startswith(("mutants", "altered")) or observation.fact not in FACTS.get(item.kind, ()):
        return None
    said, now = observation.said.casefold(), item.altered[1].casefold()
    return 1 if item.kind in {"negation", "affirmation"} or not now or said in now or now in said else None


def fit(
    x: Array,
    y: Array,
    weight: Array,
    ridge: float,
    signs: Sequence[int],
    twins: Array | None = None,
    share: float = 0.0,
) -> Array:
    """Fit a logistic model by its penalised likelihood, each weight of a given sign (1, -1; 0: free), the bias last.

    `twins` are differences of features (wrong less true) whose sign alone is to be told.
    """
    limits: list[tuple[float | None, float | None]] = [{1: (0, None), -1: (None, 0), 0: (None, None)}[s] for s in signs]

    def loss(w: Array) -> tuple[float, Array]:
        z = x @ w
        value = float((weight * (np.logaddexp(0, z) - y * z)).sum()) + ridge * float(w[:-1] @ w[:-1]) / 2
        slope = x.T @ (weight * (1 / (1 + np.exp(-z)) - y)) + ridge * np.r_[w[:-1], 0.0]
        if twins is not None and len(twins):
            d = twins @ w
            value += share * float(np.logaddexp(0, -d).sum())
            slope -= share * twins.T @ (1 / (1 + np.exp(d)))
        return value, slope

    found: Array = minimize(loss, np.zeros(x.shape[1]), jac=True, bounds=limits, method="L-BFGS-B").x
    return found


class Clashes:
    """Fit and weigh the models of clashes."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.labelled: dict[str, list[tuple[Row, dict[str, float], int]]] = defaultdict(list)
        seen = set[tuple[str, str, str, str]]()
        for row in rows:
            for o in row.observations:
                known = label(row, o) if o.outcome is Outcome.CLASH and o.excuse is None else None
                if known is None or row.verbatim:
                    continue
                mistake = (row.item.set, row.item.group, o.said, o.found)
                if known or mistake not in seen:  # variants of one claim about one document make one mistake
                    self.labelled[clash_kind(o)].append((row, clash_features(dict(o.measures)), known))
                    seen.add(mistake)

    def model(self, kind: str, without: int | None = None) -> dict[str, float]:
        """Return the weights for a kind of clash with their bias, fitted without a fold."""
        mine = [(r, f, y) for r, f, y in self.labelled[kind] if r.fold != without]
        names = [*CLASH_UP, *CLASH_DOWN]
        x = np.array([[f[n] for n in names] + [1.0] for _, f, _ in mine])
        y = np.array([float(known) for *_, known in mine])
        weight = np.array([SHARE.get(r.item.set, 1.0) for r, *_ in mine])
        if y.sum() < 8:
            return {}
        w = fit(x, y, weight, CLASH_RIDGE, [1] * len(CLASH_UP) + [-1] * len(CLASH_DOWN) + [0])
        return dict(zip([*names, "bias"], map(float, w), strict=True))

    def left_out(self, kind: str, models: Sequence[Mapping[str, float]]) -> list[tuple[Row, float, int]]:
        """Return each labelled observation with the probability by the model that has not seen its fold."""
        return [(r, weigh(models[r.fold], f), y) for r, f, y in self.labelled[kind]]


def weigh(model: Mapping[str, float], values: Mapping[str, float]) -> float:
    """Return the probability that a model gives."""
    if not model:
        return 0.0
    return float(1 / (1 + np.exp(-(model["bias"] + sum(w * values[n] for n, w in model.items() if n != "bias")))))


def line_of(scored: Sequence[tuple[Row, float, int]], natural: int) -> float:
    """Return the least probability from which a clash is reported: few alarms on natural texts, nine of ten right."""
    for line in np.arange(0.5, 0.99, 0.01):
        above = [(r, y) for r, p, y in scored if p >= line]
        alarms = len({(r.item.set, r.item.group) for r, y in above if not y and r.item.set in NATURAL})
        right = min(share_right(above), share_of_found(above))
        false = len(
            {(r.item.set, r.item.id) for r, p, y in scored if p >= line - MARGIN and not y and r.item.set in REAL}
        )
        if alarms <= ALARMS * natural and right >= PRECISION and false <= FALSE:
            return round(float(line), 2)
    return 0.99


def share_right(above: Sequence[tuple[Row, int]]) -> float:
    """Return the weighted share of clashes that are right, 0 where there are none."""
    weights = [SHARE.get(r.item.set, 1.0) for r, _ in above]
    return sum(w * y for w, (_, y) in zip(weights, above, strict=True)) / (sum(weights) or 1.0)


def share_of_found(above: Sequence[tuple[Row, int]]) -> float:
    """Return the share of clashes that are right in texts whose errors nobody made by rule; that of others is prior."""
    found, made = [y for r, y in above if r.item.set in FOUND], [(r, y) for r, y in above if r.item.set not in FOUND]
    return (sum(found) + PRIOR * share_right(made)) / (len(found) + PRIOR)


def doubt_of(scored: Sequence[tuple[Row, float, int]], natural: int) -> float:
    """Return the least probability from which a claim is not supported: few true claims lost, about as many wrong."""
    for line in np.arange(0.25, 0.99, 0.01):
        above = {(r.item.id, y): r.item.set for r, p, y in scored if p >= line}
        lost = sum(not y and name in NATURAL for (_, y), name in above.items())
        found = sum(y and name in NATURAL for (_, y), name in above.items())
        if lost <= LOST * natural and found >= EVEN * (lost + found):
            return round(float(line), 2)
    return 0.99


def knots_of(rows: Iterable[Row], name: str) -> list[float]:
    """Return the deciles of a feature over real claims."""
    found = np.quantile([r.features[name] for r in rows], np.linspace(0, 1, 11))
    return [round(float(v), 4) for v in found]


def auc(right: Sequence[float], wrong: Sequence[float]) -> float:
    """Return how often something wrong scores above something right."""
    r = np.sort(np.array(right))
    return float((np.searchsorted(r, wrong) + np.searchsorted(r, wrong, "right")).mean() / 2 / len(r))


class Errors:
    """Fit the model of errors on real claims, on other texts that count little, and on twins."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = [r for r in rows if r.item.set == "gold"]
        self.names = [*UP, *DOWN]
        self.knots = {n: knots_of(self.rows, n) for n in self.names if n not in PLAIN}
        twins: dict[tuple[str, str], dict[bool, Row]] = defaultdict(dict)
        for row in rows:
            if row.item.set in {"pairs", "fit"}:
                twins[row.item.set, row.item.twin][row.item.error] = row
        self.twins = [(t[True], t[False]) for t in twins.values() if len(t) == 2]
        self.fitted = [r for r in rows if r.item.set in COUNTS]

    def vector(self, row: Row) -> list[float]:
        """Return the features of a row as the model takes them, with a 1 for the bias."""
        values = ((n, row.features[n]) for n in self.names)
        return [quantile(self.knots[n], v) if n in self.knots else v for n, v in values] + [1.0]

    def model(self, without: int | None = None) -> Array:
        """Return the weights, fitted without a fold."""
        mine = [r for r in self.fitted if r.fold != without]
        x = np.array([self.vector(r) for r in mine])
        y = np.array([float(r.item.error) for r in mine])
        weight = np.array([COUNTS[r.item.set] for r in mine])
        two = [(a, b) for a, b in self.twins if a.fold != without]
        d = np.array([np.subtract(self.vector(a), self.vector(b)) for a, b in two])
        return fit(x, y, weight, RIDGE, [1] * len(UP) + [-1] * len(DOWN) + [0], d, TWINS)

    def support(self, row: Row, weights: Array, clash: float) -> float:
        """Return the support of a claim by weights and by what its clashes cost."""
        error = 1 / (1 + np.exp(-float(np.array(self.vector(row)) @ weights)))
        return float((1 - error) * (1 - clash))


def costs(
    rows: Sequence[Row], models: Mapping[str, list[dict[str, float]]], table: Mapping[str, Any]
) -> dict[str, float]:
    """Return by item what share of its support its clashes cost, by models that have not seen its document."""
    found = {}
    for row in rows:
        live = [o for o in row.observations if o.outcome is Outcome.CLASH and o.excuse is None and not row.verbatim]
        kinds = ((clash_kind(o), o) for o in live)
        known = [(k, o) for k, o in kinds if k in models]
        sure = [(k, o, weigh(models[k][row.fold], clash_features(dict(o.measures)))) for k, o in known]
        costly = ((k, p) for k, o, p in sure if may_clash(o, p, table[f"clash.{k}"]["line"]))
        found[row.item.id] = max(
            (weakening(p, table[f"clash.{k}"]["doubt"], LIKELY, SURE) for k, p in costly), default=0.0
        )
    return found


def load(data: Path) -> list[Row]:
    """Read all data that is fitted to."""
    items = [
        *gold(data),
        *unlabelled(data),
        *written(data, "fit"),
        *pairs(data, "pairs", [data / "fail-dev" / "pairs.jsonl"]),
        *pairs(data, "fit", sorted(PAIRS.glob("fit-*.jsonl"))),
        *mutants(data),
        *invented(),
        *altered(i for i in gold(data) if not i.error and i.certain and len(i.claims) == 1),
        *altered(i for i in written(data, "fit") if not i.error and i.certain and len(i.claims) == 1),
        *altered(i for i in pairs(data, "fit", sorted(PAIRS.glob("fit-*.jsonl"))) if not i.error),
        *examples(),
        *public(data, "vitaminc_more", 5000),
        *public(data, "bump"),
        *public(data, "defacto"),
        *public(data, "wice"),
        *public(data, "factcheckgpt"),
    ]
    return [row for row in map(read, items) if row is not None]


def report_clashes(kind: str, scored: Sequence[tuple[Row, float, int]], line: float) -> dict[str, Any]:
    """Print how a kind of clash fares left out, and return what stands in precision.json."""
    above = [(r.item.set, y) for r, p, y in scored if p >= line]
    count = Counter(above)
    shown = {s: f"{count[s, 1]}+{count[s, 0]}" for s in dict.fromkeys(s for s, _ in above)}
    print(f"{kind}: line {line}; right + wrong by set: {shown}")
    return {"right": sum(y for _, y in above), "of": len(above)}


def main() -> None:
    """Fit, print figures left out by document, and write the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows = load(options.data)
    natural = sum(r.item.set in NATURAL and not r.item.error for r in rows)
    clashes = Clashes(rows)
    table: dict[str, Any] = {}
    measured, folds = {}, {}
    for kind in sorted(clashes.labelled):
        whole = clashes.model(kind)
        if not whole:
            continue
        folds[kind] = [clashes.model(kind, k) for k in range(FOLDS)]
        scored = clashes.left_out(kind, folds[kind])
        line = line_of(scored, natural)
        measured[kind] = report_clashes(kind, scored, line)
        doubt = doubt_of(scored, natural)
        table[f"clash.{kind}"] = {"bias": whole.pop("bias"), "line": line, "doubt": doubt, "weights": whole}
    table |= fit_errors(Errors(rows), costs(rows, folds, table))
    if options.write:
        write(table, measured)


def fit_errors(errors: Errors, clash: Mapping[str, float]) -> dict[str, Any]:
    """Fit the model of errors; print its figures left out by document."""
    support: dict[str, float] = {}
    for k in range(FOLDS):
        w = errors.model(k)
        for row in (*errors.rows, *(r for pair in errors.twins for r in pair)):
            if row.fold == k:
                support[row.item.id] = errors.support(row, w, clash[row.item.id])

    def scores(*, error: bool, certain: bool = False) -> list[float]:
        chosen = (r.item for r in errors.rows if r.item.error == error and (r.item.certain or not certain))
        return [-support[item.id] for item in chosen]

    true, wrong = scores(error=False), scores(error=True)
    sure = auc(scores(error=False, certain=True), scores(error=True, certain=True))
    betrayed = np.mean(np.array(wrong) <= np.quantile(true, KEPT))
    higher = np.mean([support[a.item.id] < support[b.item.id] for a, b in errors.twins])
    print(f"auc {auc(true, wrong):.3f}, certain {sure:.3f}; at kept {KEPT} betrayed {betrayed:.3f}; twins {higher:.3f}")
    w = errors.model()
    kept = {n: round(float(v), 4) for n, v in zip(errors.names, w, strict=False) if abs(v) > LEAST}
    print(dict(sorted(kept.items(), key=lambda each: -abs(each[1]))))
    whole = [1 - errors.support(r, w, clash[r.item.id]) for r in errors.rows if not r.item.error]
    met = [r.met["anywhere"] for r in errors.rows if not r.item.error]
    windows = [r.met["one_window"] for r in errors.rows if not r.item.error]
    knots = {n: k for n, k in errors.knots.items() if n in kept}
    return {
        "error": {
            "bias": float(w[-1]),
            "line": round(float(np.quantile(whole, KEPT)), 4),
            "weights": kept,
            "knots": knots,
        },
        "clashes": {"bias": 0.0, "line": SURE, "doubt": LIKELY, "weights": {}},
        "unmet": {"bias": 0.0, "line": round(float(np.quantile(met, UNMET)), 4), "weights": {}},
        "untouched": {"bias": 0.0, "line": round(float(np.quantile(windows, UNTOUCHED)), 4), "weights": {}},
    }


def write(table: Mapping[str, Any], measured: Mapping[str, Mapping[str, Any]]) -> None:
    """Write rules/weights.toml and rules/precision.json."""
    lines = ["# Written by benchmarks/fit_decision.py --write; do not edit."]
    for name, model in table.items():
        lines += ["", f'["{name}"]', f"bias = {model['bias']:.4f}", f"line = {model['line']}"]
        lines += [f"doubt = {model['doubt']}"] if "doubt" in model else []
        lines += [
            "",
            f'["{name}".weights]',
            *(f"{n} = {float(v):.4f}" for n, v in model["weights"].items() if abs(v) > 0.0005),
        ]
        if model.get("knots"):
            lines += ["", f'["{name}".knots]', *(f"{n} = {k}" for n, k in model["knots"].items())]
    rules = folder("rules")
    (rules / "weights.toml").write_text("\n".join(lines) + "\n", "utf8")
    data = "labelled development data, left out by document"
    found: dict[str, dict[str, Any]] = {}
    for kind, each in measured.items():
        of_fact = found.setdefault(kind.split(".")[1], {"right": 0, "of": 0, "data": data})
        of_fact |= {name: of_fact[name] + count for name, count in each.items()}
    (rules / "precision.json").write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", "utf8")


if __name__ == "__main__":
    main()
