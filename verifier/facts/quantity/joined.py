"""Join neighbouring numbers into ranges, ratios, scores and compound measures."""

from __future__ import annotations

from verifier.data.thresholds import CHANCE_MOST, CHANCE_STEP, JOINED_MOST, OWNED_MOST, SAME_WITHIN, SCORE_MOST, WIDEST
from verifier.data.word_lists import words
from verifier.facts.number.parts import Expression
from verifier.words.tokens import Tokens

_RANGE = frozenset((("to",), ("-",), ("–",), ("—",), ("or",), ("and",)))
_RATIO = frozenset(
    tuple(phrase.split())
    for phrase in (
        "of", "of the", "of its", "of their", "of our", "of these", "of those", "of all", "of every",
        "out of", "out of the", "out of its", "out of every", "in", "in every", "over",
    )
)  # fmt: skip
_HANGING = frozenset((("-", "to"), ("-", "or")))
_LAST = frozenset((("and",), ("or",), ("to",), (",", "and"), (",", "or")))
_COMMA = frozenset(((",",),))
_ADDED = frozenset(("measure", "duration", "money"))
_SCORED = words("counting", "names", "scored")


def join(t: Tokens, found: list[Expression]) -> list[Expression]:
    """Return the expressions with those joined that make one value."""
    joined: list[Expression] = []
    for e in found:
        pair = _pair(t, joined[-1], e) if joined else None
        if pair:
            joined[-1] = pair
        else:
            _share_back(t, joined, e)
            joined.append(e)
    return joined


def _share_back(t: Tokens, found: list[Expression], e: Expression) -> None:
    """Give the figures of a list the scale and unit that stand only behind the last: "2.5 and 2.4 million"."""
    links = _LAST
    for k in range(len(found) - 1, -1, -1):
        a = found[k]
        plain = a.bare or (a.kind == e.kind == "money" and a.unit == e.unit and not a.vague)
        if tuple(t.lows[a.last : e.first]) not in links or not plain or a.scaled or not (a.figure and e.figure):
            return
        both = shared(a, e)
        if both == a:
            return
        found[k], e, links = both, both._replace(factor=e.factor), _COMMA


def _pair(t: Tokens, a: Expression, b: Expression) -> Expression | None:
    gap = tuple(t.lows[a.last : b.first])
    if "ordinal" in (a.kind, b.kind):
        return None
    owned = JOINED_MOST < len(gap) <= OWNED_MOST and gap[0] == "of" and gap[-1] == "'s"  # 48 of the clinic's 400
    if gap in _RATIO or owned:
        return _ratio(t, a, b)
    if len(gap) > JOINED_MOST:
        return None
    if gap in _HANGING and b.joint:  # a 1- to 15-year sentence
        return _range(t, a, b, gap[1])
    if gap in _RANGE:
        return _score(t, a, b, gap) or _range(t, a, b, gap[0]) or _compound(a, b)
    if gap == ("(",) and t.lows[b.last] == ")":
        return _equivalent(a, b)
    return _compound(a, b) if gap in ((), (",",)) else None


def _ratio(t: Tokens, a: Expression, b: Expression) -> Expression | None:
    """Join "44 of the 45", "one in five"."""
    over = t.lows[a.last] == "over" and (t.words[b.last][:1].isalnum() or t.lows[b.last] in ("%", "-", "/"))
    if not (a.bare and b.bare) or b.lower <= 0 or over:
        return None
    chance = t.lows[a.last] == "in"
    if chance and (a.lower > CHANCE_MOST or a.lower >= b.lower or a.scaled):
        return None
    percent = 100 * a.lower / b.lower
    step = min(CHANCE_STEP, 100 / b.lower) if chance else 0.01
    share = a._replace(last=b.last, lower=percent, upper=percent, step=step, part=a.lower, whole=b.lower)
    return share._replace(kind="ratio", unit="percent", written="ratio")


def _score(t: Tokens, a: Expression, b: Expression, gap: tuple[str, ...]) -> Expression | None:
    """Join "3-2" where no range can be meant."""
    if gap[0] not in "-–—" or not (a.bare and b.bare) or not (a.figure and b.figure) or a.scaled or b.scaled:
        return None
    near = {t.lows[a.first - 1], t.lows[a.first - 2], t.lows[b.last], t.lows[b.last + 1]}
    if max(a.lower, b.lower) > SCORE_MOST or (a.lower < b.lower and not near & _SCORED):
        return None
    low, high = sorted((a.lower, b.lower))
    return a._replace(last=b.last, lower=low, upper=high, kind="score", part=a.lower, whole=b.lower, noun_follows=False)


def _range(t: Tokens, a: Expression, b: Expression, link: str) -> Expression | None:
    """Join "3 to 5 percent", "between 10 and 20"; "from 3 to 5" may be a change and is left apart."""
    between = t.lows[a.first - 1] == "between"
    changes = link == "to" and t.lows[a.first - 1] in ("from", "by")
    if (link == "and" and not between) or a.vague or b.vague or changes:
        return None
    opens = a.kind == "age" or (a.kind == "money" and (b.scaled or link in "-–—"))
    if opens and b.bare:  # aged 16 to 24, $2-3 million
        b = b._replace(kind=a.kind, unit=a.unit, written=a.written)
    a = shared(a, b)
    if a.unit != b.unit or a.kind != b.kind or a.kind == "ratio" or not a.lower < b.lower or a.lower != a.upper:
        return None
    wide = b.lower > 3 * a.lower if link == "or" else b.lower > WIDEST * max(a.lower, WIDEST * b.factor)
    if wide and link in ("or", "to"):  # up 75 to 2,669
        return None
    return b._replace(first=a.first - between, lower=a.lower, step=min(a.step, b.step))


def shared(a: Expression, b: Expression) -> Expression:
    """Give the first number of a pair the scale and unit that stand only behind or before the second."""
    figure = b.lower / b.factor
    if b.scaled and not a.scaled and a.lower < 1000 and b.step > b.factor:
        scale = 10 ** (3 * int((len(str(int(figure))) - 1) // 3))
        a = a.times(scale)._replace(scaled=True)
    if a.kind == "count" and b.kind not in ("count", "ratio", "money"):
        a = a.times(b.factor)
    elif a.kind != "count" or b.kind != "money":
        return a
    return a._replace(kind=b.kind, unit=b.unit, written=b.written)


def _equivalent(a: Expression, b: Expression) -> Expression | None:
    """Drop "(5.9ft)" behind "1.8m"."""
    same = a.unit and a.unit == b.unit and abs(a.lower - b.lower) <= SAME_WITHIN * abs(a.lower)
    return a if same else None


def _compound(a: Expression, b: Expression) -> Expression | None:
    """Add "10 inches" to "5 feet", 50 cents to 3 dollars."""
    if not a.unit or a.unit != b.unit or a.kind not in _ADDED or b.kind not in (a.kind, "age"):
        return None
    if b.factor >= a.factor or b.upper >= a.factor or a.vague or b.vague or a.lower != a.upper:
        return None
    return b._replace(first=a.first, lower=a.lower + b.lower, upper=a.lower + b.lower, factor=a.factor)
