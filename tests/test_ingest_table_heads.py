"""Tests of what the head of a table is: decided once, whatever the format."""

import pytest

from verifier.ingest.table_heads import heads, marked


@pytest.mark.parametrize(
    ("cells", "named", "unnamed"),
    [
        (["Region", "Users"], (True, True), (True, True)),
        (["Region", "2031"], (True, True), (True, True)),
        (["Users hit", "3,000"], (), ()),
        (["Users hit", "3,000 in all"], (), (True, True)),
        (["Percentile", "50", "90"], (True, True, True), ()),
        (["Region", "09:40 first alert", "Users"], (True, False, True), (True, False, True)),
        (["Region", "What the crew on duty saw there"], (True, False), (True, False)),
    ],
)
def test_heads_are_told_from_cells_that_state_something(
    cells: list[str], named: tuple[bool, ...], unnamed: tuple[bool, ...]
) -> None:
    assert heads(cells) == named
    assert heads(cells, named=False) == unnamed


def test_a_table_without_heads_gets_empty_ones() -> None:
    rows = ["| Users hit | 3,000 |", "| Orders lost | 20 |"]
    assert marked(rows, ["Users hit", "3,000"]).splitlines() == ["|  |  |", "|---|---|", *rows]
    headed = ["| Region | Users |", "| North | 20 |"]
    assert marked(headed, ["Region", "Users"]).splitlines() == [headed[0], "|---|---|", headed[1]]
    assert marked(headed[:1], ["Region", "Users"]).splitlines() == ["|  |  |", "|---|---|", headed[0]]
