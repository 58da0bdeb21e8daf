"""Check that every rendering of a number is read back as that number."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from verifier.facts.quantity import Quantity, relate, weigh
from verifier.facts.quantity import read as quantities
from verifier.facts.relation import Relation

ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
ONES += [f"{stem}teen" for stem in ("thir", "four", "fif", "six", "seven", "eigh", "nine")]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def spelled(n: int, *, link: str) -> str:
    """Write a whole number in words, with or without the British "and"."""
    for size, name in SCALES:
        if n >= size:
            rest = n % size
            joint = (link if rest < 100 else " ") if rest else ""
            return f"{spelled(n // size, link=link)} {name}" + (joint + spelled(rest, link=link) if rest else "")
    if n >= 100:
        return f"{ONES[n // 100]} hundred" + (link + spelled(n % 100, link=link) if n % 100 else "")
    if n >= 20:
        return TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else "")
    return ONES[n]


def only(text: str) -> Quantity:
    (found,) = quantities(text)
    return found


WHOLE = st.one_of(st.integers(2, 120), st.integers(2, 10**6), st.integers(2, 10**14))


@given(WHOLE, st.sampled_from((" ", " and ")))
def test_words_are_read_back(n: int, link: str) -> None:
    written = spelled(n, link=link)
    found = only(f"They lost {written} lamps.")
    assert (found.text, found.lower, found.upper, found.noun) == (written, n, n, ("lamps",))


@given(WHOLE.filter(lambda n: n != 911), st.sampled_from(("{:,}", "{}", "{:,}.0")))
def test_figures_are_read_back(n: int, form: str) -> None:
    found = only(f"They lost {form.format(n)} lamps.")
    assert (found.lower, found.noun) == (n, ("lamps",))


@given(st.integers(1, 9999), st.sampled_from(((10**6, " million"), (10**9, "bn"), (1000, "k"), (10**12, " trillion"))))
def test_scaled_decimals_are_read_back(tenths: int, scale: tuple[int, str]) -> None:
    size, name = scale
    found = only(f"They lost {tenths / 10}{name} lamps.")
    assert found.lower == tenths * size // 10


@given(st.integers(1, 10**9), st.sampled_from(("$", "£", "€", "US$")))
def test_money_is_read_back(n: int, sign: str) -> None:
    found = only(f"They lost {sign}{n:,}.")
    assert (found.lower, found.kind) == (n, "money")


@given(WHOLE, WHOLE)
def test_plain_counts_clash_both_ways_or_not_at_all(a: int, b: int) -> None:
    ours, theirs = only(f"They lost {a:,} lamps."), only(f"They lost {b:,} lamps.")
    there, back = relate(ours, theirs), relate(theirs, ours)
    assert (there is Relation.APART) == (back is Relation.APART)
    assert (there is Relation.EQUAL) == (a == b)


@given(
    WHOLE, st.sampled_from(("", "about ", "nearly ", "at least ", "at most ", "more than ", "fewer than ", "up to "))
)
def test_every_bound_equals_itself(n: int, bound: str) -> None:
    found = only(f"They lost {bound}{n:,} lamps.")
    assert relate(found, replace(found, start=99, end=120)) is Relation.EQUAL


@given(st.integers(2, 10**9), st.integers(11, 1000))
def test_another_order_of_magnitude_always_clashes(n: int, factor: int) -> None:
    for bound in ("", "about ", "nearly "):
        few, many = only(f"They lost {bound}{n:,} lamps."), only(f"They lost {n * factor:,} lamps.")
        assert weigh(few, many) is Relation.APART
        assert weigh(many, few) is Relation.APART


@given(st.integers(2, 10**9), st.integers(11, 1000))
def test_a_bound_far_below_says_little_and_another_scale_of_it_clashes(n: int, factor: int) -> None:
    few, many = only(f"They lost at least {n:,} lamps."), only(f"They lost {n * factor:,} lamps.")
    assert weigh(few, many) is (Relation.APART if factor in (100, 1000) else Relation.OPEN)
    assert weigh(many, few) is Relation.APART


@given(st.integers(1, 400), st.integers(1, 400))
def test_ratios_keep_their_figures(part: int, whole: int) -> None:
    found = only(f"It missed {part} out of {whole} lamps.")
    assert (found.part, found.whole, found.noun) == (part, whole, ("lamps",))


@given(
    st.sampled_from(("No ferry was", "Nobody ran", "None of the ferries had been", "Nothing came", "No one here got")),
    st.integers(2, 500),
    st.sampled_from((("more than", "at most"), ("over", "at most"), ("less than", "at least"), ("under", "at least"))),
)
def test_a_denied_bound_is_the_opposite_bound(denied: str, n: int, bounds: tuple[str, str]) -> None:
    bound, opposite = bounds
    turned, plain = only(f"{denied} {bound} {n} metres off."), only(f"It was {opposite} {n} metres off.")
    assert (turned.lower, turned.upper, turned.comparator) == (plain.lower, plain.upper, opposite)
    assert relate(turned, plain) is Relation.EQUAL


@given(st.integers(1, 9), st.integers(2, 10), st.sampled_from((" of a million", "-million", " of the million")))
def test_a_part_of_a_million_is_read(count: int, whole: int, behind: str) -> None:
    count %= whole
    part = ["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"][whole - 2]
    if count and (whole in (2, 4) or "of" in behind):
        found = only(f"They lost {ONES[count]}-{part}{'s' if count > 1 else ''}{behind} lamps.")
        assert (found.lower, found.noun) == (1e6 * count / whole, ("lamps",))


@given(st.integers(1, 99), st.sampled_from(("-and-a-half", " and a half", " and one-half")))
def test_a_half_may_be_joined_by_hyphens(n: int, behind: str) -> None:
    for written in (spelled(n, link=" "), str(n)):
        assert only(f"It lasted {written}{behind} days.").lower == (n + 0.5) * 86_400
