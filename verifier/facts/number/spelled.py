"""Read numbers in words: "twenty-five", "one hundred and twenty", "half a million", "two and a half"."""

from __future__ import annotations

from verifier.data.thresholds import DOZEN_STEP
from verifier.facts.number import parts
from verifier.words.tokens import Tokens

BELOW_HUNDRED = parts.ONES | parts.TENS


def article_number(t: Tokens, i: int) -> parts.Numeral | None:
    """Read "a million"."""
    j = parts.after_hyphen(t, i + 1)
    if t.lows[j] in parts.GROUPS:
        return parts.Numeral(i, j + 1, parts.GROUPS[t.lows[j]], DOZEN_STEP)
    return spelled(t, j, 1)._replace(first=i) if t.lows[j] in parts.SCALES else None


def part_of_scale(t: Tokens, i: int) -> parts.Numeral | None:
    """Read "half a million", "half-dozen", "a quarter million", "two-thirds of a billion"."""
    low = t.lows[i]
    count = 1 if low in ("a", "an", "half") else parts.ONES.get(low, 0)
    j = i if low == "half" else parts.after_hyphen(t, i + 1)
    part, j = t.lows[j], parts.after_hyphen(t, j + 1)
    whole = parts.FRACTIONS.get(part, 0)
    if not 0 < count < whole or (t.lows[j] != "of" and part in parts.ORDINALS):  # a third million signed up
        return None
    j += t.lows[j] == "of"
    j = parts.after_hyphen(t, j + 1) if t.lows[j] in ("a", "the") else j
    k, scale = parts.scale_behind(t, j)
    step = DOZEN_STEP if t.lows[j] in parts.GROUPS else scale
    return parts.Numeral(i, k, scale * count / whole, step / whole, scaled=step == scale) if scale > 1 else None


def spelled(t: Tokens, i: int, current: int = 0) -> parts.Numeral:
    """Read number words from token `i` on; `current` is what an article before them counts for."""
    total, j, scaled = 0, i, False
    while True:
        k = _next_word(t, j) if j > i else j
        low = t.lows[k]
        if low in parts.SCALES and (current or 0 < total < parts.SCALES[low]):
            current, total, scaled = _multiply(current, total, parts.SCALES[low])
        elif _fits(low, current):
            current += BELOW_HUNDRED[low]
        else:
            break
        j = k + 1
    return finished(t, parts.Numeral(i, j, float(total + current), parts.step_of(total + current), scaled=scaled))


def _multiply(current: int, total: int, factor: int) -> tuple[int, int, bool]:
    if factor == 100:
        return (current * 100, total, True) if current < 100 else (0, total + current, True)
    return 0, total + current * factor if current else total * factor, True  # three lakh crore


def _fits(low: str, current: int) -> bool:
    """Tell whether a word below a hundred continues a number: "twenty" + "five", "one hundred" + "twelve"."""
    if low in parts.TENS:
        return current % 100 == 0
    if low not in parts.ONES:
        return False
    rest = current % 100
    return rest == 0 or (rest >= 20 and rest % 10 == 0 and 0 < parts.ONES[low] < 10)


def _next_word(t: Tokens, j: int) -> int:
    """Step over a joining hyphen, or over "and" between hundreds and what is below them."""
    if t.lows[j] == "and" and t.lows[j - 1] in parts.SCALES and t.lows[j + 1] in BELOW_HUNDRED:
        return j + 1
    return parts.after_hyphen(t, j)


def finished(t: Tokens, number: parts.Numeral) -> parts.Numeral:
    """Add what may stand behind a number: a dozen, "point five", "and a half", and a scale behind them."""
    j = number.last
    k = parts.after_hyphen(t, j)
    if t.lows[k] in parts.GROUPS:
        return number._replace(last=k + 1, value=number.value * parts.GROUPS[t.lows[k]], step=DOZEN_STEP)
    if t.lows[k] == "point" and t.lows[k + 1] in BELOW_HUNDRED:
        return _with_decimals(t, number, k + 1)
    return _with_fraction(t, number, parts.after_hyphen(t, k + 1)) if t.lows[k] == "and" else number


def _with_decimals(t: Tokens, number: parts.Numeral, j: int) -> parts.Numeral:
    """Add the digits behind "point": "zero point zero five", "one point twenty-five"."""
    digits, tens = "", False
    while t.lows[j] in BELOW_HUNDRED:
        digits = (digits[:-1] if tens else digits) + str(BELOW_HUNDRED[t.lows[j]])
        tens = t.lows[j] in parts.TENS
        j = parts.after_hyphen(t, j + 1)
    end, scale = parts.scale_behind(t, j)
    step = scale / 10 ** len(digits)
    value = number.value * scale + int(digits) * step
    return number._replace(last=end, value=value, step=step, scaled=number.scaled or scale > 1)


def _with_fraction(t: Tokens, number: parts.Numeral, j: int) -> parts.Numeral:
    """Add "a half", "one-half", "three-quarter", but no share of something else: a third of the staff."""
    count = 1 if t.lows[j] in ("a", "an") else parts.ONES.get(t.lows[j], 0)
    place = parts.after_hyphen(t, j + 1)
    whole = parts.FRACTIONS.get(t.lows[place], 0)
    if not 0 < count < whole or t.lows[place + 1] == "of":
        return number
    unit = parts.SCALES.get(t.lows[number.last - 1], 1)
    end, scale = parts.scale_behind(t, place + 1)
    value = (number.value + count * unit / whole) * scale
    return number._replace(last=end, value=value, step=unit * scale / whole, scaled=number.scaled or scale > 1)
