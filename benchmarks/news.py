"""Alter sentences of news of all sorts: `python benchmarks/news.py --data DIR [--verbose]`.

The articles are those of DIR/dev-items/defacto.jsonl (BBC news of all sorts). Each sentence is taken as it stands, put
in another form that says the same, or altered in one fact by an expression; nothing is stored. The same data gives the
same sentences. Printed is how many are called contradicted or disputed, and how many supported. The expressions know no
grammar: some sentences come out odd, and a few say the same or another thing than meant.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from accuracy import FLAGGED

from verifier.api import Verifier
from verifier.model import Source, Verdict

SEED, MOST = 7, 100
LONG = range(60, 221)
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTH = rf"(?:{'|'.join(MONTHS)})"
END = re.compile(r'(?<=[a-z0-9"][.!?])"? (?=[A-Z"])')
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?: [A-Z][a-z]{2,})*")
FIGURE = re.compile(rf"(?<![\w.,£$:/-])\d{{1,3}}(?:,\d{{3}})*(?![\w.:/%-]|,\d| {MONTH})")
AUXILIARY = "was|were|is|are|will|would|could|can|had|has|have"
LEADS = frozenset("The A An In On At There Some Many His Her Its Their".split())
PRONOUNS = frozenset("He She It They But And I We That This".split())
Draw = random.Random
Change = Callable[[str, str, Draw], str | None]


class Item(NamedTuple):
    """Hold a sentence, what was done to it, whether it stays true, and the number of its article."""

    text: str
    sort: str
    true: bool
    article: int


def swapped(pattern: str, *replacements: str) -> Change:
    """Return a change of the first match into one of the replacements."""
    found = re.compile(pattern)

    def change(sentence: str, _article: str, draw: Draw) -> str | None:
        return found.sub(draw.choice(replacements), sentence, count=1) if found.search(sentence) else None

    return change


def another(pattern: str, words: Sequence[str]) -> Change:
    """Return a change of the first match into another of the words."""
    found = re.compile(pattern)

    def change(sentence: str, _article: str, draw: Draw) -> str | None:
        match = found.search(sentence)
        if match is None:
            return None
        new: str = draw.choice([w for w in words if w != match[0]])
        return sentence[: match.start()] + new + sentence[match.end() :]

    return change


def names(text: str) -> list[str]:
    """Return the names of a text that are no dates."""
    return [n for n in NAME.findall(text) if not {*n.split()} & {*MONTHS, *DAYS}]


def renamed(sentence: str, article: str, draw: Draw) -> str | None:
    """Put another name of the article for one of the sentence."""
    own = names(sentence)
    others = [n for n in names(article) if n not in sentence and not {*n.split()} & {*sentence.split()}]
    return sentence.replace(draw.choice(own), draw.choice(others), 1) if own and others else None


def exchanged(sentence: str, _article: str, _draw: Draw) -> str | None:
    """Exchange two names of the sentence that are no members of one list."""
    own = names(sentence)
    if len(own) < 2 or own[0] == own[-1] or re.search(rf"{own[0]}(?:,? and|,) {own[-1]}", sentence):
        return None
    return re.sub(f"{own[0]}|{own[-1]}", lambda m: own[-1] if m[0] == own[0] else own[0], sentence)


def figures(sentence: str) -> list[re.Match[str]]:
    """Return where a sentence has numbers that are no days of a month."""
    return [m for m in FIGURE.finditer(sentence) if not re.search(rf"{MONTH} $", sentence[: m.start()])]


def figure(sentence: str, _article: str, draw: Draw) -> str | None:
    """Put another number for one of the sentence."""
    found = figures(sentence)
    if not found:
        return None
    match = draw.choice(found)
    old = int(match[0].replace(",", ""))
    new: int = max(2, round(old * draw.choice((0.4, 0.6, 1.7, 2.5)))) + (old < 4)
    return f"{sentence[: match.start()]}{new:,}{sentence[match.end() :]}" if new != old else None


def transplanted(sentence: str, article: str, draw: Draw) -> str | None:
    """Put another number of the article for one of the sentence."""
    found = figures(sentence)
    others: list[str] = [n for n in FIGURE.findall(article) if n not in sentence and n not in {"0", "1"}]
    if not found or not others:
        return None
    match = draw.choice(found)
    return sentence[: match.start()] + draw.choice(others) + sentence[match.end() :]


def year(sentence: str, _article: str, draw: Draw) -> str | None:
    """Put another year for the first of the sentence."""
    found = re.search(r"\b(?:19|20)\d\d\b(?!-)", sentence)
    shift = draw.choice((-4, -2, -1, 1, 2, 3))
    return sentence.replace(found[0], str(int(found[0]) + shift), 1) if found else None


def wrapped(sentence: str, _article: str, draw: Draw) -> str | None:
    """Say that the article says it."""
    first = sentence.split(maxsplit=1)[0]
    if (
        first in PRONOUNS
        or sentence[0] == '"'
        or first[0].islower()
        or re.match(r"[A-Z]\w+-|[A-Z][a-z]+ \w+s\b", sentence)
    ):
        return None
    lead = draw.choice(("The article mentions that ", "According to the article, "))
    return lead + (sentence[0].lower() + sentence[1:] if first in LEADS else sentence)


SAME: dict[str, Change] = {
    "as it stands": lambda sentence, _article, _draw: sentence,
    "reported": wrapped,
    "percent in words": swapped(r"(?<=\d)%", " percent", " per cent"),
    "thousands in words": swapped(r"(?<=\d),000\b(?!,)", " thousand"),
    "month first": swapped(rf"\b(\d{{1,2}}) ({MONTH}) (?=\d{{4}})", r"\2 \1, "),
    "contracted": swapped(r"\b(did|was|were|is|has|have|could|had|would) not\b", r"\1n't"),
    "shortened": swapped(r"^(.{60,}?), (?:which|who|while|although|but|where|as) [^,\"]+\.$", r"\1."),
}
ALTERED: dict[str, Change] = {
    "figure": figure,
    "figure of the article": transplanted,
    "scale": swapped(r"\bmillion\b", "billion", "thousand"),
    "year": year,
    "month": another(rf"\b{MONTH}\b(?= \d|\.|,)", MONTHS),
    "weekday": another(rf"\b(?:{'|'.join(DAYS)})\b", DAYS),
    "bound": swapped(r"\b(?:more than|over|at least) (?=\d|£)", "fewer than ", "less than "),
    "denial put in": swapped(rf"\b({AUXILIARY})\b(?! not| no| never|n't)(?= [a-z]+(?:ed|en|ing)\b)", r"\1 not"),
    "denial left out": swapped(r" (?:not|never)\b(?! only)", ""),
    "opposite": swapped(r"\b(?:increased|rose|increase)\b", "fell", "decreased"),
    "doubt left out": swapped(r"\b(?:may|might) (?=[a-z]+\b(?! not))", "will "),
    "all and none": swapped(r"\b(?:all of|most of|many of|some of)\b", "none of"),
    "name of the article": renamed,
    "names exchanged": exchanged,
}  # fmt: skip


def items(articles: Sequence[str]) -> Iterator[Item]:
    """Yield sentences as they stand and altered, at most so many of each sort."""
    draw, made = Draw(SEED), Counter[str]()
    order = [(number, s) for number, text in enumerate(articles) for s in END.split(text) if len(s) in LONG]
    draw.shuffle(order)
    whole = [(n, s.strip()) for n, s in order if s.count('"') % 2 == 0 and s.strip()[-1] in '."!?']
    for number, sentence in whole:
        for sort, change in {**SAME, **ALTERED}.items():
            text = change(sentence, articles[number], draw) if made[sort] < MOST else None
            if text is not None and (text != sentence or sort == "as it stands"):
                made[sort] += 1
                yield Item(text, sort, sort in SAME, number)


def main() -> None:
    """Print a line for each sort of change."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--verbose", action="store_true", help="list what is judged otherwise than meant")
    arguments = parser.parse_args()
    lines = (arguments.data / "dev-items" / "defacto.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [json.loads(line)["sources"][0]["text"] for line in lines]
    sizes, flagged, kept = Counter[str](), Counter[str](), Counter[str]()
    for item in items(articles):
        found = Verifier([Source("s1", articles[item.article], "")]).check_text(item.text)
        alarm, held = found.verdict in FLAGGED, found.verdict is Verdict.SUPPORTED
        sizes[item.sort] += 1
        flagged[item.sort] += alarm
        kept[item.sort] += held
        if arguments.verbose and (not held if item.true else not alarm):
            print(f"{item.sort}: {item.text} [{found.verdict}: {'; '.join(a.reason for a in found.assessments)}]")
    print(f"{len(articles)} articles, {sizes.total()} sentences")
    for kind, sorts in (("true", SAME), ("altered", ALTERED)):
        print(f"{kind:24} {'n':>5} {'flagged':>8} {'supported':>10}")
        for sort in sorts:
            print(f"  {sort:22} {sizes[sort]:5} {flagged[sort] / sizes[sort]:8.1%} {kept[sort] / sizes[sort]:10.1%}")


if __name__ == "__main__":
    main()
