import pytest

from verifier.claims.leftovers import left_out
from verifier.model import Field, Span


def _left(text: str, *blocks: tuple[int, int]) -> list[tuple[str, str]]:
    field = Field("Impact", text, blocks[0][0], blocks[-1][1], tuple(Span(*block) for block in blocks))
    return [(each.reason, text[each.start : each.end]) for each in left_out((field,))]


def test_an_open_fence_runs_to_the_end() -> None:
    text = "The dam broke.\n~~~\nclose(gate)\n"
    assert _left(text, (0, 14)) == [("code", "~~~\nclose(gate)\n")]


def test_headings_and_list_marks_are_no_loss() -> None:
    text = "The dam broke.\n\n## Causes\n\n1. The gate froze."
    assert _left(text, (0, 14), (text.index("The gate"), len(text))) == []


def test_fields_with_texts_of_their_own_have_nothing_between_them() -> None:
    fields = tuple(Field(name, f"{name} https://example.org", 0, len(name) + 20) for name in ("Impact", "Cause"))
    assert list(left_out(fields)) == []


@pytest.mark.parametrize("run", ["```\n", "http://", "\n", " ", "http://a\n", "~~~ "])
def test_long_runs_are_read_at_once(run: str) -> None:
    text = "The dam broke.\n" + run * 20_000
    assert isinstance(_left(text, (0, 14)), list)
