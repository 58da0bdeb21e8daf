"""Measure on each sort of labelled data; every function returns figures as plain JSON."""

from __future__ import annotations

import csv
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
from ast import literal_eval
from collections import Counter
from collections.abc import Iterable
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Any

from invented import FLAGGED
from judging_data import PAIRS, WRITTEN, articles, records

from verifier.cli.claims import answer_lines
from verifier.data.rulebook import load
from verifier.data.version import version
from verifier.text.reading import read_source

Figures = dict[str, Any]
PUBLIC = (
    "vitaminc_more", "numhg", "bump", "defacto", "wice", "summedits", "fm2", "breaking_nli", "conj_nli", "negation_nli",
    "function_words", "xsumfaith", "frank_xsum", "cliff", "attribution", "lfqa", "factcheckgpt", "commitmentbank",
)  # fmt: skip
LEAST = (20, 50, 100)
"""Of so many claims with the least support the share of errors is given."""
_TABLES = ("fail-dev/articles.csv", "more-articles.csv")
_CLASH = re.compile(r"(\S+): line (\S+); right \+ wrong by set: (\{.*\})")
_ERROR = re.compile(r"auc (\S+), certain (\S+); at kept (\S+) betrayed (\S+); twins (\S+)")


def tool(data: Path, name: str) -> ModuleType:
    """Load a tool that comes with the data.

    Raises: SystemExit where there is none.
    """
    path = data / "tools" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None or not path.exists():
        raise SystemExit(f"{path}: not found; name the folder of the data with --data")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def stamp() -> Figures:
    """Return which program is measured."""
    return {"version": version(), "rules": load().digest[:12]}


def figures_of(by: ModuleType, items: list[Figures]) -> Figures:
    """Return the figures of checked claims: of all, and of those that the reader was certain of."""
    return {"all": by.figures(items), "certain": by.figures([g for g in items if g["certain"]])}


def written(data: Path) -> Figures:
    """Measure on the sealed postmortems of this project, as on those of the data."""
    by = tool(data, "real")
    rows, gold = [], []
    for path in sorted((WRITTEN / "sealed").glob("*.json")):
        incident = json.loads(path.read_text("utf-8"))
        cited = {"Incident ID": incident["id"], "Related Article IDs": f"[{', '.join(incident['cited'])}]"}
        rows.append({**cited, "Published": "", "Title": incident["title"], **incident["fields"]})
        for number, claim in enumerate(records(path.with_suffix(".claims.jsonl"))):
            gold.append({**claim, "id": f"{path.stem}-{number}", "incident": incident["id"], "table": "new"})
    columns = list(dict.fromkeys(name for row in rows for name in row))
    with tempfile.TemporaryDirectory() as scratch:
        for name, content in (("incidents.csv", rows), ("incidents-older.csv", [])):
            with (Path(scratch) / name).open("w", encoding="utf-8", newline="") as stream:
                table = csv.DictWriter(stream, columns, restval="")
                table.writeheader()
                table.writerows(content)
        (Path(scratch) / "gold.json").write_text(json.dumps(gold), "utf-8")
        (Path(scratch) / "articles.csv").symlink_to((data / "more-articles.csv").resolve())
        items, moved, claims = by.answers(scratch)
    return {
        **figures_of(by, items),
        "moved": moved,
        "claims": claims,
        "bare": by.bare(items, by.figures(items)["kept"]),
    }


def real(data: Path) -> Figures:
    """Measure on the hand-checked claims of real postmortems and on the pairs that come with them."""
    by = tool(data, "real")
    items, moved, claims = by.answers(data / "fail-dev")
    figures = figures_of(by, items)
    doubted = sorted((g for g in items if g["verdict"] != "NOT_CHECKABLE"), key=lambda g: float(g["support"]))
    kinds: dict[str, Counter[str]] = {}
    for g in items:
        if g["verdict"] in by.ERRORS:
            kinds.setdefault(g["error_kind"] or "other", Counter())[g["ours"]] += 1
    return {
        **figures,
        "moved": moved,
        "claims": claims,
        "bare": by.bare(items, figures["all"]["kept"]),
        "least": {str(n): by.rate(doubted[:n], lambda g: g["verdict"] in by.ERRORS) for n in LEAST},
        "kinds": {kind: dict(found) for kind, found in sorted(kinds.items())},
        "pairs": by.pairs(data / "fail-dev"),
    }


def sealed(data: Path) -> Figures:
    """Measure on the sealed pairs of this project, as on those of the data."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "fail-dev"
        folder.mkdir()
        for name in _TABLES:
            (Path(scratch) / name).symlink_to((data / name).resolve())
        lines = [path.read_text("utf-8") for path in sorted(PAIRS.glob("sealed-*.jsonl"))]
        (folder / "pairs.jsonl").write_text("".join(lines), "utf-8")
        found: Figures = tool(data, "real").pairs(folder)
        return found


def answers(items: Path, sources: Iterable[Path], out: Path) -> list[Figures]:
    """Answer the lines of a file as `verifier claims` does, write the answers, and return them."""
    with items.open("rb") as lines:
        found = list(answer_lines(lines, list(sources)))
    out.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in found), "utf-8")
    return found


def scored(data: Path, name: str, sources: Iterable[Path] = ()) -> tuple[list[tuple[str, str]], Figures]:
    """Return what is expected and answered for each item of a set, and the figures of the scorer."""
    items = data / "dev-items" / f"{name}.jsonl"
    with tempfile.TemporaryDirectory() as scratch, redirect_stdout(StringIO()):
        out = Path(scratch) / "answers.jsonl"
        found = {a["id"]: a.get("verdict", "error") for a in answers(items, sources, out)}
        figures = tool(data, "score").main(str(items), str(out))
    with items.open(encoding="utf-8") as stream:
        expected = [(each["expected"], found[each["id"]]) for each in map(json.loads, stream)]
    return expected, figures


def mutants(data: Path) -> Figures:
    """Measure on altered sentences of postmortems and articles."""
    return scored(data, "mutants", [data / "fail-dev" / "articles.csv"])[1]


def public(data: Path) -> Figures:
    """Measure on every public set."""
    return {name: one_set(data, name) for name in PUBLIC}


def one_set(data: Path, name: str) -> Figures:
    """Return the figures of a set: those of the scorer, and what is kept, caught and flagged."""
    print(f"  {name}", file=sys.stderr, flush=True)
    pairs, figures = scored(data, name)
    true = [verdict for expected, verdict in pairs if expected == "supported"]
    other = [verdict for expected, verdict in pairs if expected not in {"supported", "partial"}]
    flagged = [expected for expected, verdict in pairs if verdict in FLAGGED]
    return {
        "items": len(pairs),
        "auc": figures["auc"],
        "kept": share(v == "supported" for v in true),
        "caught": share(v != "supported" for v in other),
        "pairs": figures.get("pairs", {}).get("all"),
        "macro_f1": figures.get("macro_f1"),
        "alarms": share(v in FLAGGED for v in true),
        "flagged": len(flagged),
        "red": share(e != "supported" for e in flagged) if flagged else None,
    }


def share(held: Iterable[bool]) -> float:
    """Return how many of some statements hold; 0 where there are none."""
    each = list(held)
    return sum(each) / max(1, len(each))


def left_out(data: Path) -> Figures:
    """Fit anew and return the figures in which each document was judged by weights that had not seen it."""
    text = printed("fit_decision.py", "--data", str(data))
    error = _ERROR.search(text)
    if error is None:
        raise SystemExit("fit_decision.py: prints no line of figures; run it alone")
    names = ("auc", "certain", "at", "betrayed", "twins")
    clashes = [(m[1], float(m[2]), literal_eval(m[3])) for m in map(_CLASH.match, text.splitlines()) if m]
    return {
        **dict(zip(names, map(float, error.groups()), strict=True)),
        "clashes": {kind: {"line": line, **counted(sets)} for kind, line, sets in clashes},
    }


def counted(sets: dict[str, str]) -> Figures:
    """Return how many clashes above a line were right and wrong, in all and on real postmortems."""
    each = {name: [int(n) for n in found.split("+")] for name, found in sets.items()}
    right, wrong = (sum(n[i] for n in each.values()) for i in (0, 1))
    return {"right": right, "wrong": wrong, "real": each.get("gold", [0, 0])}


def printed(script: str, *arguments: str) -> str:
    """Return what another benchmark prints.

    Raises: SystemExit where it fails.
    """
    command = [sys.executable, str(Path(__file__).with_name(script)), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{script}: failed: {done.stderr.strip()[-300:]}")
    return done.stdout


def verbatim(data: Path) -> Figures:
    """Check every sentence of every article against its own article."""
    with tempfile.TemporaryDirectory() as scratch:
        items = Path(scratch) / "items.jsonl"
        with items.open("w", encoding="utf-8") as stream:
            for source in articles(data).values():
                for number, sentence in enumerate(s for s in read_source(source).sentences if s.part == "body"):
                    item = {"id": f"{source.id}-{number}", "claim": sentence.text, "articles": [source.id]}
                    stream.write(json.dumps(item, ensure_ascii=False) + "\n")
        found = answers(items, [data / name for name in _TABLES], Path(scratch) / "answers.jsonl")
    return {"articles": len(articles(data)), **Counter(a.get("verdict", "error") for a in found)}


def typed(data: Path) -> Figures:
    """Measure how dates, figures, denials and the factuality of events are read, and how sentences are cut."""
    names = {"typed.py": ("timex", "recognizers", "quantulum"), "stances.py": ("factuality", "cdsco")}
    lines = []
    for script, sets in names.items():
        lines += printed(script, *(str(data / "dev-items" / f"{name}.jsonl") for name in sets)).splitlines()
    lines += printed("sentences.py").splitlines()[:2]
    return {"lines": [line.rstrip() for line in lines if not line.startswith(" ")]}


def cases(data: Path) -> Figures:
    """Count the small claims that are judged rightly."""
    with redirect_stdout(StringIO()):
        right, of = tool(data, "cases").main(str(data / "cases" / "claims.jsonl"))
    return {"right": right, "of": of}


def prepare() -> None:
    """Let the tools of the data find this `verifier`, and long cells be read."""
    csv.field_size_limit(2**30)
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
