"""Measure typed facts against sets of texts in which people marked dates, numbers and measures."""

from __future__ import annotations

import argparse
import json
import math
import re
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from verifier.facts.date import DateFact
from verifier.facts.date import read as dates
from verifier.facts.quantity import Quantity
from verifier.facts.quantity import read as quantities

Fact = DateFact | Quantity
Gold = Mapping[str, Any]
_TIMES = frozenset({"duration"})
_PARTS = frozenset({"early", "mid", "late"})
_KINDS = {
    "CurrencyModel": {"money"},
    "PercentModel": {"percent", "ratio"},
    "AgeModel": {"age"},
    "TemperatureModel": {"measure"},
    "DimensionModel": {"measure"},
    "OrdinalModel": {"ordinal"},
}
"""What kinds of quantity the tests of a recognizer mark."""
_CLOSE = 0.01
_SECONDS = {"S": 1, "M": 60, "H": 3600, "D": 86400, "W": 604800, "Y": 31557600}
_SECONDS |= {"O": 2629800, "DE": 315576000}
_PERIOD = re.compile(r"PT?\d")
_PART = re.compile(r"(\d+(?:\.\d+)?)(DE|[SMOHDWY])")
"""A number and a unit of a period; O stands for months, which TimeML writes as it does minutes."""
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_ISO_WEEK = re.compile(r"(\d{4})-W(\d\d)$")
_BEYOND = 2


class Score(NamedTuple):
    """Count what was marked, what was found of it, what else was found, and whose value is right."""

    marked: int = 0
    found: int = 0
    else_found: int = 0
    exact: int = 0
    valued: int = 0
    right: int = 0

    def plus(self, other: Score) -> Score:
        """Return the sum of two counts."""
        return Score(*(a + b for a, b in zip(self, other, strict=True)))

    def line(self, name: str) -> str:
        """Return the figures as a line of a table."""
        precision = self.found / max(1, self.found + self.else_found)
        recall = self.found / max(1, self.marked)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        values = self.right / max(1, self.valued)
        shares = f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f} values {values:.3f} of {self.valued}"
        return f"{name:28} {self.marked:5} {shares}"


def days(value: str) -> tuple[date, date] | None:
    """Return the first and last day of a date as TimeML writes it; None for what is no date of the calendar."""
    week = _ISO_WEEK.match(value)
    if week:
        first = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return first, first + timedelta(days=6)
    day = _DAY.match(value)
    if day:
        return (date(int(day[1]), int(day[2]), int(day[3])),) * _BEYOND  # type: ignore[return-value]
    quarter = re.match(r"(\d{4})-Q([1-4])$", value)
    if quarter:
        year, last = int(quarter[1]), int(quarter[2]) * 3
        return date(year, last - 2, 1), date(year, last, monthrange(year, last)[1])
    month = re.match(r"(\d{4})-(\d\d)$", value)
    if month:
        year, number = int(month[1]), int(month[2])
        return date(year, number, 1), date(year, number, monthrange(year, number)[1])
    if re.match(r"\d{4}$", value):
        return date(int(value), 1, 1), date(int(value), 12, 31)
    return (date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31)) if re.match(r"\d{3}$", value) else None


def seconds(value: str) -> float | None:
    """Return how long a period lasts as TimeML writes it: P3D, PT2H, P2Y6M, P1DE."""
    if not _PERIOD.match(value):
        return None
    days, _, hours = value[1:].partition("T")
    parts = [*_PART.findall(days.replace("M", "O")), *_PART.findall(hours)]
    return sum(float(number) * _SECONDS[unit] for number, unit in parts) or None


def timex_right(gold: Gold, fact: Fact) -> bool | None:
    """Say whether a fact has the value of a TIMEX3 mark; None where that gives no day and no length."""
    if isinstance(fact, Quantity):
        length = seconds(gold["value"])
        return None if length is None else math.isclose(fact.value, length, rel_tol=_CLOSE)
    span = days(gold["value"])
    if span is None or (fact.clock is not None and fact.first is None):
        return None
    part = fact.modifier in _PARTS and fact.first is not None and fact.last is not None
    return (fact.first, fact.last) == span or (part and span[0] <= fact.first and fact.last <= span[1])  # type: ignore[operator]


def _resolved(option: Mapping[str, str]) -> set[tuple[str, str]]:
    """Return the first and last day of a value; the end of a range is given as its last day or as the next."""
    start = option.get("start", option.get("value", ""))[:10]
    end = option.get("end", start)[:10]
    if not (_DAY.match(start) and _DAY.match(end)):
        return set()
    before = (date.fromisoformat(end) - timedelta(days="end" in option)).isoformat()
    return {(start, end), (start, before)}


def recognizers_right(gold: Gold, fact: Fact) -> bool | None:
    """Say whether a fact has one of the values of a recognizer's test; None where the test gives none to compare."""
    if isinstance(gold["value"], list):
        return _option_right(gold["value"], fact)
    try:
        value = float(str(gold["value"].get("value")).rstrip("%"))
    except ValueError:
        return None
    if not isinstance(fact, Quantity):
        return False
    hundredth = fact.value / 100 if fact.unit == "percent" else None
    year = fact.value * 365.25
    written = (fact.value / fact.factor, hundredth, fact.part, fact.value, year / 7, year / 30.4375, year)
    return any(w is not None and math.isclose(w, value, rel_tol=_CLOSE) for w in written) or fact.unit == "celsius"


def _option_right(options: Iterable[Mapping[str, str]], fact: Fact) -> bool | None:
    if isinstance(fact, Quantity):
        lengths = [seconds(o.get("timex", "")) for o in options]
        return any(s is not None and math.isclose(fact.lower, s, rel_tol=_CLOSE) for s in lengths) or None
    spans = set().union(*map(_resolved, options))
    if not spans or fact.clock is not None:
        return None
    narrow = any("Mod" in o for o in options) or fact.modifier in _PARTS
    days_read = (str(fact.first), str(fact.last))
    return days_read in spans or (narrow and any(a <= days_read[1] and days_read[0] <= b for a, b in spans))


def quantulum_right(gold: Gold, fact: Fact) -> bool | None:
    """Say whether a quantity has the value of a mark."""
    value = gold["value"][0]
    if value is None or not isinstance(fact, Quantity):
        return None
    return any(math.isclose(v, value, rel_tol=_CLOSE) for v in (fact.value / fact.factor, fact.value))


Right = Callable[[Gold, Fact], bool | None]
SETS: dict[str, Right] = {"timex": timex_right, "recognizers": recognizers_right, "quantulum": quantulum_right}


def facts(row: Mapping[str, Any]) -> list[Fact]:
    """Return what a set of this kind would mark: dates and lengths of time, or quantities."""
    written = date.fromisoformat(row["published"][:10]) if row.get("published") else None
    counted = quantities(row["text"])
    if row["set"] == "timex" or row.get("model") == "DateTimeModel":
        return [*dates(row["text"], written), *(q for q in counted if q.kind in _TIMES)]
    kinds = _KINDS.get(row.get("model", ""), set())
    return [q for q in counted if q.kind in kinds or (not kinds and (q.kind != "ordinal" or row["set"] == "quantulum"))]


def score(row: Mapping[str, Any], right: Right) -> Iterator[tuple[str, Score, str]]:
    """Yield for each mark, and for what is found beyond them, its kind, its counts and what went wrong."""
    rest = facts(row)
    for gold in row["gold"]:
        near = [f for f in rest if f.start < gold["end"] and gold["start"] < f.end]
        kind, said = f"{row.get('model', row['set'])} {gold['type']}", row["text"][gold["start"] : gold["end"]]
        if not near:
            yield kind, Score(marked=1), f"missed {said!r} in {_around(row['text'], gold)!r}"
            continue
        verdicts = {f: right(gold, f) for f in (*_whole(near), *near)}
        best = next((f for f in verdicts if verdicts[f]), near[0])
        rest = [f for f in rest if f not in near]
        exact = (best.start, best.end) == (gold["start"], gold["end"])
        known = verdicts[best] is not None
        wrong = f"value {said!r} {gold['value']} read as {_value(best)} in {_around(row['text'], gold)!r}"
        yield kind, Score(1, 1, 0, exact, known, bool(verdicts[best])), wrong if verdicts[best] is False else ""
    for fact in rest:
        said = _around(row["text"], {"start": fact.start, "end": fact.end})
        yield "beyond", Score(else_found=1), f"beyond {fact.text!r} in {said!r}"


def _whole(found: list[Fact]) -> Iterator[Fact]:
    """Yield the dates that lie in one mark as one, up to the first or the last day of the last."""
    first, last = found[0], found[-1]
    if isinstance(first, DateFact) and isinstance(last, DateFact) and first.clock is None and last.clock is None:
        yield replace(first, last=last.last, end=last.end)
        yield replace(first, last=last.first, end=last.end)


def _around(text: str, gold: Gold) -> str:
    return text[max(0, gold["start"] - 30) : gold["end"] + 20]


def _value(fact: Fact) -> str:
    if isinstance(fact, DateFact):
        return f"{fact.text!r} {fact.first}..{fact.last} {fact.clock or ''}"
    return f"{fact.text!r} {fact.lower:g}..{fact.upper:g} {fact.unit}"


def main() -> None:
    """Print one table a file; with -v every miss."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, help="JSON lines with `text`, `gold` and `set`")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    for path in options.files:
        total, kinds = Score(), Counter[str]()
        by_kind: dict[str, Score] = {}
        for row in map(json.loads, path.read_text("utf-8").splitlines()):
            for kind, counts, wrong in score(row, SETS[row["set"]]):
                by_kind[kind] = by_kind.get(kind, Score()).plus(counts)
                total = total.plus(counts)
                kinds[kind] += 1
                if wrong and options.verbose:
                    print(f"{kind}: {wrong}")
        print(total.line(path.stem))
        for kind, _ in kinds.most_common():
            if kind != "beyond":
                print("  " + by_kind[kind].line(kind))


if __name__ == "__main__":
    main()
