"""Measure how texts are read to assert: whether events happened (factuality), and what negations deny (scopes)."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import correlation, fmean
from typing import Any

from verifier.compare.certainty import denials, doubt_of
from verifier.facts.analysis import Analysis, analyse
from verifier.words.tables import vocabulary

_VALUES = {1.0: 3.0, 0.8: 2.0, 0.5: 1.5, 0.3: 1.0}
"""How far along the scale of factuality what is so sure lies; what is less sure lies at 0."""
_SURE = 2.0
"""From here on an event is told as one that happened, below its negative as one that did not."""


def value(analysis: Analysis, token: int) -> float:
    """Return how factual a text tells a word, as the mechanism `stance` weighs it, on a scale from -3 to 3."""
    return _VALUES.get(doubt_of(analysis, token)[0], 0.0) * (-1 if token in denials(analysis) else 1)


def kind(number: float) -> str:
    """Return which of three classes a value of factuality belongs to."""
    return "yes" if number >= _SURE else "no" if number <= -_SURE else "open"


def token_at(analysis: Analysis, start: int, end: int) -> int:
    """Return the last token of a span; -1 where none begins in it."""
    return max((i for i, t in enumerate(analysis.tokens) if start <= t.start < end), default=-1)


def factuality(row: Mapping[str, Any]) -> Iterator[tuple[float, float, str]]:
    """Yield what people and the reading say of each event, and the sentence."""
    analysis = analyse(row["text"], vocabulary())
    for gold in row["gold"]:
        token = token_at(analysis, gold["start"], gold["end"])
        if token >= 0:
            said = f"{row['text'][gold['start'] : gold['end']]} {gold['value']} {value(analysis, token)}"
            yield gold["value"], value(analysis, token), f"{said} | {row['text']}"


def f1(pairs: list[tuple[str, str]], wanted: str) -> float:
    """Return the F1 of a class among pairs of what is right and what is read."""
    both = sum(a == b == wanted for a, b in pairs)
    return 2 * both / max(1, sum(a == wanted for a, _ in pairs) + sum(b == wanted for _, b in pairs))


def report_factuality(rows: list[Mapping[str, Any]], *, verbose: bool) -> None:
    """Print mean error, correlation and the F1 of the three classes, a corpus a line."""
    for corpus in sorted({r["corpus"] for r in rows}):
        found = [one for r in rows if r["corpus"] == corpus for one in factuality(r)]
        gold, read = [g for g, _, _ in found], [v for _, v, _ in found]
        pairs = [(kind(g), kind(v)) for g, v, _ in found]
        scores = " ".join(f"{c} {f1(pairs, c):.3f}" for c in ("yes", "open", "no"))
        error, always = fmean(abs(a - b) for a, b in zip(gold, read, strict=True)), fmean(abs(3 - g) for g in gold)
        fit = correlation(gold, read)
        print(f"{corpus:9} {len(found):5} events, MAE {error:.3f} (all sure: {always:.3f}), r {fit:.3f}, F1 {scores}")
        for g, v, said in found if verbose else ():
            if kind(g) != kind(v):
                print(f"  {kind(g)} read as {kind(v)}: {said[:240]}")


def report_scopes(rows: list[Mapping[str, Any]], *, verbose: bool) -> None:
    """Print the F1 of cues, and how many of the words that are read as denied lie in the scope of a cue."""
    counts = Counter[str]()
    for row in rows:
        analysis = analyse(row["text"], vocabulary())
        cues = [(g["start"], g["end"]) for g in row["gold"] if g["type"] == "cue"]
        scopes = [(g["start"], g["end"]) for g in row["gold"] if g["type"] == "scope"]
        found = [analysis.tokens[n.cue] for n in analysis.negations]
        counts["cues"] += len(cues)
        counts["read"] += len({t.start for t in found})
        hit = {c for c in cues if any(c[0] < t.end and t.start < c[1] for t in found)}
        counts["both"] += len(hit)
        heads = {h for n in analysis.negations for h in n.heads}
        counts["heads"] += len(heads)
        inside = {h for h in heads if any(a <= analysis.tokens[h].start < b for a, b in scopes)}
        counts["inside"] += len(inside)
        if verbose and len(hit) < len(cues):
            print("  missed", [row["text"][a:b] for a, b in cues if (a, b) not in hit], row["text"][:160])
    cue = 2 * counts["both"] / (counts["cues"] + counts["read"])
    print(
        f"scopes    {counts['cues']} cues, F1 {cue:.3f}; of {counts['heads']} words denied in scope {counts['inside']}"
    )


def main() -> None:
    """Print one table a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, help="JSON lines with `text` and `gold`")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    for path in options.files:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        report = report_factuality if rows[0]["set"] == "factuality" else report_scopes
        report(rows, verbose=options.verbose)


if __name__ == "__main__":
    main()
