import pytest

from verifier.claims.numbering import numbers


def _numbers(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in numbers(text, 0, len(text))]


def test_numbers_run_on_inside_a_line() -> None:
    assert _numbers("1. The pump failed [77]. 2. The tank ran dry [77]. 3. Alarms rang.") == ["1.", "2.", "3."]


def test_items_may_end_without_a_stop() -> None:
    assert _numbers("1. Replacing the pump [77] 2. Checking all tanks each week 3. Training") == ["1.", "2.", "3."]


@pytest.mark.parametrize(
    "text",
    [
        "1. The level fell by 1.8 m. It rose later.",
        "1. It ran version 2. The vendor had stopped selling it.",
        "1. It broke in No. 2. The other line ran on.",
        "1. The plant opened in 1999. 2.5 tonnes leaked.",
        "1. It reached tier 2. Nobody looked.",
    ],
)
def test_numbers_that_count_something_else_are_left_alone(text: str) -> None:
    assert _numbers(text) == ["1."]


def test_a_number_behind_a_stop_is_taken_before_one_in_a_phrase() -> None:
    text = "1. It ran on a console of kind 2. The maker knew [77]. 2. Users complained."
    found = numbers(text, 0, len(text))
    assert [text[start:end].strip() for start, end in found] == ["1.", "2."]
    assert text[found[1].end :] == "Users complained."


def test_numbers_must_run_on_without_a_gap() -> None:
    assert _numbers("1. One thing. 3. Another thing.") == ["1."]


def test_a_list_may_begin_behind_a_colon() -> None:
    assert _numbers("Two parts failed: 1. The pump. 2. The tank.") == ["1.", "2."]


def test_a_line_may_begin_with_a_later_number() -> None:
    assert _numbers("4. The tank ran dry. 5. Alarms rang.") == ["4.", "5."]


@pytest.mark.parametrize(
    "text", ["The pump failed. 1. It was old.", "2019. A year later it failed.", "It failed at 3. Why?"]
)
def test_text_that_does_not_open_with_a_number_is_no_list(text: str) -> None:
    assert _numbers(text) == []


def test_many_candidates_are_read_at_once() -> None:
    assert len(numbers("1. A. 2. B. " * 5_000, 0, 60_000)) == 2
