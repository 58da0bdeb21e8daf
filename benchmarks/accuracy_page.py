"""Write the tables of docs/accuracy.md anew: `python benchmarks/accuracy_page.py --data DIR [--speed]`.

Every table stands between two marks in the page, named by what it shows; what is not between marks stays as it is.
"""

from __future__ import annotations

import argparse
import collections
import csv
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple

from accuracy import GOLD, ORDER, PUBLIC, Judged, run_gold, run_set, scored
from accuracy_goals import altered_goals, gold_goals, percent, public_goals

from verifier.data.rulebook import load
from verifier.data.version import version
from verifier.model import Verdict

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "accuracy.md"
BARE = 70
TITLES = {"bump": "BUMP", "defacto": "DeFacto", "summedits": "SummEdits", "vitaminc": "VitaminC", "wice": "WiCE"}
COMPARED = {
    "caught": "altered, caught",
    "kept": "untouched or reworded, kept",
    "foreign_supported": "foreign, supported",
    "auc_foreign": "AUC, own against foreign",
}
Row = Sequence[object]


class Measured(NamedTuple):
    """Hold the figures of every set, those of the bare search on the same sets, and the hand-checked claims."""

    sets: Mapping[str, dict[str, Any]]
    bare: Mapping[str, dict[str, Any]]
    gold: Sequence[Judged]


def measure(data: Path) -> Measured:
    """Answer and score every set, with the engine and with the bare search."""
    with tempfile.TemporaryDirectory() as scratch, redirect_stdout(sys.stderr):
        keep = Path(scratch)
        sets = {name: run_set(data, name, keep) for name in ("mutants", *PUBLIC)}
        bare = {name: search(data, name, keep) for name in ("mutants", *PUBLIC)}
        return Measured(sets, bare, run_gold(data, verbose=False))


def search(data: Path, name: str, keep: Path) -> dict[str, Any]:
    """Score a bare search: a text is as well supported as its likest source sentence (token_set_ratio) is like it."""
    from rapidfuzz import fuzz, process

    from verifier.text.sentences import sentences

    with (data / "fail-dev" / "articles.csv").open(encoding="utf-8", newline="") as stream:
        articles = {r["Article ID"]: r["Body"] for r in csv.DictReader(stream)}
    out = keep / f"{name}.bare.jsonl"
    with out.open("w", encoding="utf-8") as stream:
        for line in (data / "dev-items" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            texts = [s["text"] for s in item.get("sources", ())] + [articles[i] for i in item.get("articles", ())]
            known = [t[a:b] for t in texts for a, b in sentences(t)]
            best = process.extractOne(item["claim"], known, scorer=fuzz.token_set_ratio)
            score = best[1] if best else 0.0
            verdict = Verdict.SUPPORTED if score >= BARE else Verdict.UNSUPPORTED
            stream.write(json.dumps({"id": item["id"], "verdict": verdict, "support": score / 100}) + "\n")
    return scored(data, name, out)[1]


def table(head: Row, rows: Iterable[Row]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def goals(m: Measured) -> str:
    """Return what is asked for beside what was reached."""
    found = [*altered_goals(m.sets["mutants"]), *gold_goals(m.gold), *public_goals(m.sets)]
    return table(("measure", "at least", "aim", "measured", ""), [g.row for g in found])


def altered(m: Measured) -> str:
    """Return the altered sentences by kind of alteration."""
    rows = []
    for name, figures in m.sets["mutants"].items():
        base, _, kind = name.partition(".")
        if kind:
            shares = (percent(figures[k]) for k in ("flagged", "caught", "supported"))
            rows.append((base, kind.replace("_", " "), figures["n"], *shares))
    return table(("sentence", "alteration", "items", "flagged", "caught", "supported"), rows)


def confusion(m: Measured) -> str:
    """Return people's verdicts on the real claims beside ours, in brackets the certain ones."""
    counts = collections.Counter((j.gold["verdict"], j.verdict, bool(j.gold["certain"])) for j in m.gold)
    used = [v for v in ORDER if any(found == v for _, found, _ in counts)]
    rows = [
        (expected.lower(), *(_counted(counts[expected, v, True], counts[expected, v, False]) for v in used))
        for expected in GOLD
    ]
    return table(("people say", *(f"`{v}`" for v in used)), rows)


def _counted(certain: int, doubtful: int) -> str:
    return f"{certain + doubtful} ({certain})" if certain + doubtful else ""


def wrong(m: Measured) -> str:
    """Return what the report says of each claim that people call contradicted."""
    rows = [
        (j.gold["id"], j.gold["error_kind"], "yes" if j.gold["certain"] else "no", f"`{j.verdict}`", _reason(j))
        for j in m.gold
        if j.gold["verdict"] == "CONTRADICTED"
    ]
    return table(("claim", "error", "certain", "verdict", "reason given"), rows)


def _reason(judged: Judged) -> str:
    return next((a.reason for a in judged.mine if a.verdict is judged.verdict), "").replace("|", "/")


def public(m: Measured) -> str:
    """Return the figures of the public sets beside those of the bare search."""
    rows = []
    for name, title in TITLES.items():
        for figure, what in (("auc", "AUC"), ("balanced_accuracy", "balanced accuracy"), ("macro_f1", "macro-F1")):
            if figure in m.sets[name]:
                rows.append((title, what, f"{m.sets[name][figure]:.3f}", f"{m.bare[name][figure]:.3f}"))
        if "pairs" in m.sets[name]:
            ours, theirs = m.sets[name]["pairs"]["all"], m.bare[name]["pairs"]["all"]
            rows.append((title, "true text scores higher", f"{ours:.3f}", f"{theirs:.3f}"))
    return table(("set", "figure", "verifier", "bare search"), rows)


def kinds(m: Measured) -> str:
    """Return how often the true text of a BUMP pair scores higher, by kind of error."""
    pairs = m.sets["bump"]["pairs"]
    known = sorted(k for k in pairs if k not in {"all", "number", "other"})
    rows = [(k, percent(pairs[k]), percent(m.bare["bump"]["pairs"][k])) for k in known]
    return table(("error", "verifier", "bare search"), rows)


def plain(m: Measured) -> str:
    """Return the bare search's figures on the altered sentences beside ours."""
    rows = []
    for base in ("claim", "quote"):
        ours, theirs = m.sets["mutants"][base], m.bare["mutants"][base]
        rows += [(f"{base}s", name, f"{ours[key]:.3f}", f"{theirs[key]:.3f}") for key, name in COMPARED.items()]
    return table(("sentences", "figure", "verifier", "bare search"), rows)


def stamp(_: Measured) -> str:
    """Return which program the figures are of."""
    return f"Version {version()}, rules and lexicons `{load().digest[:12]}`."


def printed(script: str, *arguments: str) -> str:
    """Return what a benchmark prints, as a block."""
    command = [sys.executable, str(Path(__file__).with_name(script)), *arguments]
    found = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT).stdout
    return f"```text\n{found.strip()}\n```"


TABLES: dict[str, Callable[[Measured], str]] = {
    "stamp": stamp,
    "goals": goals,
    "confusion": confusion,
    "wrong": wrong,
    "altered": altered,
    "plain": plain,
    "public": public,
    "kinds": kinds,
}


def filled(page: str, name: str, text: str) -> str:
    """Return the page with a text between the marks of a name.

    Raises: SystemExit where a mark is missing.
    """
    start, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    new = f"{start}\n\n{text}\n\n{end}".replace("\\", r"\\")
    page, found = re.subn(f"{start}.*?{end}", new, page, flags=re.DOTALL)
    if found != 1:
        raise SystemExit(f'{PAGE.name}: the marks of "{name}" stand {found} times; write them once')
    return page


def main() -> None:
    """Measure what is asked for and write the page; the scores show on standard error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--speed", action="store_true", help="only time and memory, on a machine at rest")
    arguments = parser.parse_args()
    page = PAGE.read_text(encoding="utf-8")
    if arguments.speed:
        page = filled(page, "speed", printed("speed.py", "--data", str(arguments.data)))
    else:
        measured = measure(arguments.data)
        for name, make in TABLES.items():
            page = filled(page, name, make(measured))
        page = filled(page, "sentences", printed("sentences.py"))
        page = filled(page, "news", printed("news.py", "--data", str(arguments.data)))
        page = filled(page, "invented", printed("invented.py"))
        page = filled(page, "postmortems", printed("postmortems.py", "--data", str(arguments.data)))
        page = filled(page, "alignment", printed("alignment.py", "--data", str(arguments.data)))
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    csv.field_size_limit(2**24)
    main()
