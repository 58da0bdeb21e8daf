"""Measure the alignment of claims with sentences: `python benchmarks/alignment.py --data DIR`.

The gold is alignment_gold.jsonl beside this script: pairs of a claim and a sentence, judged by reading. It holds no
text. `claim` is [incident, field, start, end] in DIR/fail-dev/incidents.csv, `sentence` is [article, part, start, end]
in DIR/fail-dev/articles.csv. `links` are [start, end, start, end] of a word of the claim and of the word in the
sentence that says the same; `without` are the words of the claim that have no counterpart; all count from the start of
their text. Whoever judged saw the aligner's links beside each pair: what both overlooked is not counted as missed, so
recall is an upper bound. Links of words that are in neither list were not judged and are not counted.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from verifier.evidence.align import CONCEPT, NEAR, SAME, match_tokens
from verifier.evidence.index import Passage

from verifier.facts.analysis import analyse
from verifier.ingest.postmortems import read_postmortems
from verifier.ingest.sources import read_sources
from verifier.model import Sentence
from verifier.words.tables import vocabulary

GOLD = Path(__file__).with_name("alignment_gold.jsonl")
GRADES = {SAME: "same word", CONCEPT: "equal term", NEAR: "near term"}
Link = tuple[int, int, int, int]


class Pair(NamedTuple):
    """Hold a claim and a sentence, the links judged right between their words, and the claim's words judged."""

    claim: str
    sentence: Sentence
    links: frozenset[Link]
    words: frozenset[tuple[int, int]]


def pairs(data: Path) -> Iterator[Pair]:
    """Read the judged pairs and cut their texts from the data."""
    fields = {(p.id, f.name): f.text for p in read_postmortems(data / "fail-dev" / "incidents.csv") for f in p.fields}
    sources = {s.id: s for s in read_sources([data / "fail-dev" / "articles.csv"]).sources}
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        incident, field, start, end = row["claim"]
        article, part, first, last = row["sentence"]
        text = sources[article].title if part == "title" else sources[article].text
        links = frozenset((a, b, c, d) for a, b, c, d in row["links"])
        words = {(a, b) for a, b, _, _ in links} | {(a, b) for a, b in row["without"]}
        sentence = Sentence(article, part, first, last, text[first:last])
        yield Pair(fields[incident, field][start:end], sentence, links, frozenset(words))


def aligned(pair: Pair) -> dict[Link, float]:
    """Return the aligner's links of the words that were judged, with their grades."""
    claim = analyse(pair.claim, vocabulary())
    passage = Passage(0, pair.sentence, analyse(pair.sentence.text, vocabulary()), (), None, None)
    found = {}
    for match in match_tokens(claim, passage).values():
        ours, theirs = claim.tokens[match.token], passage.analysis.tokens[match.at]
        if (ours.start, ours.end) in pair.words:
            found[ours.start, ours.end, theirs.start, theirs.end] = match.grade
    return found


def main() -> None:
    """Print precision and recall, of all links and of each grade."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with fail-dev/")
    known = [*pairs(parser.parse_args().data)]
    right, made = Counter[str](), Counter[str]()
    for pair in known:
        for link, grade in aligned(pair).items():
            made[GRADES[grade]] += 1
            right[GRADES[grade]] += link in pair.links
    gold = sum(len(pair.links) for pair in known)
    words = sum(len(pair.words) for pair in known)
    print(f"{len(known)} pairs, {words} words of claims, {gold} of them with a counterpart")
    for name in GRADES.values():
        print(f"  {name:10} {made[name]:5} links, precision {right[name] / made[name]:.1%}")
    telling = [name for name in GRADES.values() if name != GRADES[NEAR]]
    sure, sure_right = sum(made[n] for n in telling), sum(right[n] for n in telling)
    row = "{:26} precision {:.1%}, recall {:.1%}"
    print(row.format("same words and equal terms", sure_right / sure, sure_right / gold))
    print(row.format("with near terms", right.total() / made.total(), right.total() / gold))


if __name__ == "__main__":
    csv.field_size_limit(2**24)
    main()
