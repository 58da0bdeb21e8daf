"""Lay texts beside their files."""

from hypothesis import given
from hypothesis import strategies as st

from verifier.layout import Edit, laid_out, unchanged


def test_offsets_lead_from_the_text_to_the_file_and_back() -> None:
    raw = "The **40** pumps &amp; valves"
    seen, layout = laid_out(raw, [Edit(4, 6), Edit(8, 10), Edit(17, 22, "&")])
    assert seen == "The 40 pumps & valves"
    assert layout is not None
    at = seen.index("40 pumps")
    assert layout.excerpt(at, at + 8) == "40** pumps"
    assert layout.excerpt(*_span(seen, "& valves")) == "&amp; valves"
    assert layout.excerpt(*_span(seen, "&")) == "&amp;"
    assert layout.shown(raw.index("40")) == at
    assert layout.written(3, 3) == (3, 3)


def test_what_is_added_stands_nowhere_in_the_file() -> None:
    raw = "Pumps | 40 |"
    seen, layout = laid_out(raw, [Edit(10, 10, " lost")])
    assert (seen, layout and layout.excerpt(*_span(seen, "40 lost"))) == ("Pumps | 40 lost |", "40")


def test_of_edits_that_overlap_the_first_and_longest_counts() -> None:
    assert laid_out("abcdef", [Edit(2, 3, "x"), Edit(1, 4), Edit(1, 2, "y")])[0] == "aef"


def test_a_text_without_edits_needs_no_layout() -> None:
    assert laid_out("as it is", [Edit(0, 2, "as")]) == ("as it is", None)
    assert unchanged("as it is").excerpt(3, 5) == "it"
    assert unchanged("").written(0, 0) == (0, 0)


@given(
    st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.text(max_size=3)), max_size=6)
)
def test_every_span_has_a_place_in_order(raw: str, found: list[tuple[int, int, str]]) -> None:
    size = len(raw)
    edits = [Edit(min(a, b, size), min(max(a, b), size), text) for a, b, text in found]
    seen, layout = laid_out(raw, edits)
    if layout is None:
        return
    places = [layout.written(at, at + 1) for at in range(len(seen))]
    assert all(0 <= start <= end <= size for start, end in places)
    assert places == sorted(places)
    assert [layout.shown(at) for at in range(size + 1)] == sorted(layout.shown(at) for at in range(size + 1))


def _span(text: str, words: str) -> tuple[int, int]:
    at = text.index(words)
    return at, at + len(words)
