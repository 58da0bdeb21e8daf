"""Turn the figures of benchmarks/accuracy.json into the tables of docs/accuracy.md."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

Figures = dict[str, Any]
REAL = {
    "true": "true claims",
    "errors": "errors",
    "kept": "kept: true claims called `supported`",
    "alarms": "alarms: true claims flagged",
    "betrayed": "betrayed: errors called `supported`",
    "balanced": "balanced: mean of kept and of errors not called `supported`",
    "flagged": "flagged",
    "red": "red: of the flagged, errors",
    "contradicted_flagged": "of the errors that a source contradicts, flagged",
    "ambers": "called `partial`, `unsupported` or `misattributed`",
    "amber": "amber: of these, errors",
    "auc": "AUC of support",
    "reading_20": "errors in the fifth most doubted of a postmortem",
    "evidence_first": "the evidence that people named comes first",
    "evidence_three": "it is among the first three",
}
PAIR = {"n": "pairs", **{k: k for k in ("higher", "kept", "alarms", "flagged", "caught", "right")}}
ALTERED = {
    "flagged": "scale, number, date, denial, opposite, quantity word, unit altered: flagged",
    "caught": "any fact altered: not called `supported`",
    "kept": "untouched or reworded: kept",
    "alarms": "of these, flagged",
    "foreign_supported": "beside the articles of another incident: called `supported`",
    "foreign_alarms": "of these, flagged",
    "auc_foreign": "AUC, own articles against foreign ones",
}
SETS = ("items", "auc", "kept", "caught", "pairs", "macro_f1", "alarms", "flagged", "red")


def number(value: object) -> str:
    """Return a figure as it stands in a table."""
    return "" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a Markdown table."""
    lines: list[Sequence[object]] = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(number, line)) + " |" for line in lines)


def stamp(f: Figures) -> str:
    """Return which program the figures are of."""
    rules = f["stamp"]["rules"]
    earlier = sorted(f"{part.replace('_', ' ')} (`{of}`)" for part, of in f.get("of_rules", {}).items() if of != rules)
    note = f" Measured with earlier rules and weights: {', '.join(earlier)}." if earlier else ""
    return f"Version {f['stamp']['version']}, rules and lexicons `{rules}`.{note}"


def checked(found: Figures) -> str:
    """Return the figures on postmortems, for all claims and for those of which the reader was certain."""
    columns = [found[part] for part in ("all", "certain")]
    known = [{**each, "red": each["red"] if each["flagged"] else "nothing flagged"} for each in columns]
    return table(("", "all", "certain"), [(what, *(each[k] for each in known)) for k, what in REAL.items()])


def doubted(f: Figures) -> str:
    """Return what else was measured on real postmortems, as a list."""
    found = f["real"]
    shares = ", ".join(f"{value:.2f} of the {n} least supported" for n, value in found["least"].items())
    moved = f"{found['moved']} of {found['claims']}"
    bare = found["bare"]
    return "\n".join((
        f"- Errors are {shares}.",
        f"- Verdicts that change when articles that a postmortem does not cite are loaded beside: {moved}.",
        f"- The bare search: AUC {bare['auc']:.3f}; keeping as many true claims, it betrays {bare['betrayed']:.3f}.",
    ))  # fmt: skip


def kinds(f: Figures) -> str:
    """Return what errors of each kind are called."""
    found = f["real"]["kinds"]
    flagged, supported = ("contradicted", "disputed"), ("supported",)
    rows = [
        (kind, sum(each.values()), *(sum(each.get(v, 0) for v in group) for group in (flagged, supported)))
        for kind, each in sorted(found.items(), key=lambda item: -sum(item[1].values()))
    ]
    return table(("error", "claims", "flagged", "called `supported`"), rows)


def pairs_of(found: Figures) -> str:
    """Return the figures on pairs by kind of error, all first."""
    order = sorted(found, key=lambda kind: (kind != "all", -found[kind]["n"]))
    return table(("error", *PAIR.values()), [(kind, *(found[kind][k] for k in PAIR)) for kind in order])


def mutants(f: Figures) -> str:
    """Return the figures on altered sentences."""
    found = f["mutants"]
    return table(
        ("", "claims", "quotes"), [(what, found["claim"][k], found["quote"][k]) for k, what in ALTERED.items()]
    )


def public(f: Figures) -> str:
    """Return the figures on public sets."""
    head = ("set", "items", "AUC", "kept", "caught", "pairs", "macro-F1", "alarms", "flagged", "red")
    return table(head, [(f"`{name}`", *(found[k] for k in SETS)) for name, found in f["public"].items()])


def left_out(f: Figures) -> str:
    """Return the figures left out by document."""
    found = f["left_out"]
    rows = [
        (f"`{kind}`", f"{each['line']:.2f}", each["right"], each["wrong"], f"{each['real'][0]} + {each['real'][1]}")
        for kind, each in found["clashes"].items()
    ]
    head = ("kind of clash", "line", "right above it", "wrong above it", "of these on real postmortems, right + wrong")
    lines = (
        f"- Real claims: AUC {found['auc']:.3f}, certain ones {found['certain']:.3f}.",
        f"- Keeping {found['at']:.3f} of the true ones, {found['betrayed']:.3f} of the errors are called `supported`.",
        f"- Pairs that are fitted on: the true one higher in {found['twins']:.3f}.",
    )
    return "\n".join(lines) + f"\n\n{table(head, rows)}"


def verbatim(f: Figures) -> str:
    """Return what becomes of sentences beside the articles that they stand in."""
    found = dict(f["verbatim"])
    articles = found.pop("articles")
    rows = [(f"`{verdict}`", n, n / sum(found.values())) for verdict, n in sorted(found.items(), key=lambda v: -v[1])]
    return (
        f"{sum(found.values())} sentences of {articles} articles:\n\n{table(('verdict', 'sentences', 'share'), rows)}"
    )


def typed(f: Figures) -> str:
    """Return how typed facts are read, as the benchmarks print it."""
    return "```text\n" + "\n".join(f["typed"]["lines"]) + "\n```"


class Goal(NamedTuple):
    """Hold a figure with what it should reach at least and what is aimed at; at most where `below`."""

    what: str
    value: float
    least: float
    aim: float
    below: bool = False

    def row(self) -> tuple[str, str, str, str, str]:
        """Return the goal as a row, with how far the figure comes."""
        sign = -1 if self.below else 1
        far = (
            "aim"
            if sign * self.value >= sign * self.aim
            else "met"
            if sign * self.value >= sign * self.least
            else "**short**"
        )
        limits = (f"at most {v:.3f}" if self.below else f"{v:.3f}" for v in (self.least, self.aim))
        least, aim = limits
        return self.what, least, aim, f"{self.value:.3f}", far


def on_real(f: Figures) -> list[Goal]:
    """Return the targets on real postmortems and on pairs."""
    found, apart = f["real"]["all"], f["left_out"]
    goals = [
        Goal("real claims: alarms", found["alarms"], 0.010, 0.005, below=True),
        Goal(f"real claims: red (of {found['flagged']} flagged)", found["red"], 0.70, 0.90),
        Goal("real claims: amber", found["amber"], 0.45, 0.60),
        Goal("real claims: kept", found["kept"], 0.83, 0.88),
        Goal("real claims: betrayed", found["betrayed"], 0.55, 0.35, below=True),
        Goal("real claims: balanced", found["balanced"], 0.64, 0.75),
        Goal("real claims: AUC, left out by document", apart["auc"], 0.73, 0.82),
        Goal("real claims, certain: AUC, left out by document", apart["certain"], 0.78, 0.86),
        Goal("real claims: errors in the fifth most doubted", found["reading_20"], 0.42, 0.55),
        Goal("real claims: evidence first", found["evidence_first"], 0.90, 0.95),
        Goal("real claims: evidence in three", found["evidence_three"], 0.96, 0.99),
    ]
    for name, each in (("pairs of the data", f["real"]["pairs"]["all"]), ("sealed pairs", f["sealed"]["all"])):
        goals += [
            Goal(f"{name}: higher", each["higher"], 0.74, 0.85),
            Goal(f"{name}: right", each["right"], 0.40, 0.60),
            Goal(f"{name}: alarms", each["alarms"], 0.02, 0.01, below=True),
        ]
    return goals


def on_others(f: Figures) -> list[Goal]:
    """Return the targets on public sets, altered sentences, typed facts and small cases."""
    sets, altered, lines = f["public"], f["mutants"]["claim"], f["typed"]["lines"]
    others = {name: each["alarms"] for name, each in sets.items() if name != "numhg"}
    worst = max(others, key=lambda name: others[name])
    goals = [
        Goal("`vitaminc_more`: macro-F1", sets["vitaminc_more"]["macro_f1"], 0.62, 0.68),
        Goal("`vitaminc_more`: red", sets["vitaminc_more"]["red"], 0.80, 0.90),
        Goal("`numhg`: pairs", sets["numhg"]["pairs"], 0.90, 0.95),
        Goal("`numhg`: alarms", sets["numhg"]["alarms"], 0.015, 0.01, below=True),
        Goal(f"the worst of the other sets (`{worst}`): alarms", others[worst], 0.02, 0.01, below=True),
        Goal("altered claims: flagged", altered["flagged"], 0.85, 0.90),
        Goal("altered claims: caught", altered["caught"], 0.92, 0.95),
        Goal("altered claims: kept", altered["kept"], 0.92, 0.97),
    ]
    for name in ("timex", "recognizers"):
        line = next(each for each in lines if each.startswith(f"{name} "))
        spans, values = (float(v) for v in re.findall(r"(?:F1|values) (\S+)", line))
        goals += [
            Goal(f"`{name}`: F1 of spans", spans, 0.88, 0.92),
            Goal(f"`{name}`: values right", values, 0.90, 0.95),
        ]
    right, of = f["cases"]["right"], f["cases"]["of"]
    return [*goals, Goal(f"{of} small claims: right", right / of, 29 / 32, 1.0)]


def goals(f: Figures) -> str:
    """Return what is asked for beside what was reached."""
    rows = [goal.row() for goal in (*on_real(f), *on_others(f))]
    return table(("measure", "at least", "aim", "measured", ""), rows)


TABLES: dict[str, tuple[Callable[[Figures], str], tuple[str, ...]]] = {
    "stamp": (stamp, ("stamp",)),
    "real": (lambda f: checked(f["real"]), ("real",)),
    "written": (lambda f: checked(f["written"]), ("written",)),
    "doubted": (doubted, ("real",)),
    "kinds": (kinds, ("real",)),
    "pairs": (lambda f: pairs_of(f["real"]["pairs"]), ("real",)),
    "sealed": (lambda f: pairs_of(f["sealed"]), ("sealed",)),
    "left-out": (left_out, ("left_out",)),
    "mutants": (mutants, ("mutants",)),
    "public": (public, ("public",)),
    "verbatim": (verbatim, ("verbatim",)),
    "typed": (typed, ("typed",)),
    "goals": (goals, ("real", "sealed", "left_out", "mutants", "public", "typed", "cases")),
}
"""How each table of the page is made, and of which figures."""


def filled(page: str, figures: Figures) -> str:
    """Return the page with every table that the figures suffice for.

    Raises: SystemExit where the marks of a table are missing.
    """
    for name, (make, needed) in TABLES.items():
        if not set(needed) <= set(figures):
            continue
        start, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
        new = f"{start}\n\n{make(figures)}\n\n{end}"
        page, found = re.subn(f"{start}.*?{end}", lambda _, new=new: new, page, flags=re.DOTALL)  # type: ignore[misc]
        if found != 1:
            raise SystemExit(f'the marks of "{name}" stand {found} times in docs/accuracy.md; write them once')
    return page
