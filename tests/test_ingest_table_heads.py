"""Tests of what the head of a table is: decided once, whatever the format."""

import pytest

from verifier.ingest.table_heads import headed, heads, marked


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


@pytest.mark.parametrize(
    ("cell", "head", "read"),
    [
        ("3", "Gates", "3 gates"),
        ("41", "Minutes", "41 minutes"),
        ("41", "Downtime (min)", "41 min downtime"),
        ("41", "Time in hours", "41 hours"),
        ("41", "Latency, ms", "41 ms latency"),
        ("45", "Cost (USD)", "45 USD cost"),
        ("$45", "Cost (USD)", "cost $45"),
        ("47", "Users (in thousands)", "47 thousand users"),
        ("48", "Errors [%]", "48 % errors"),
        ("3", "Gates (all)", "3 gates (all)"),
        ("10:40", "UTC", "10:40 UTC"),
        ("2:40 am", "Time (PST)", "2:40 am PST"),
        ("2024-03-05 10:40:03", "Start, UTC", "2024-03-05 10:40:03 UTC"),
        ("10:40", "Time", "10:40"),
        ("North", "UTC", "North"),
    ],
)
def test_a_cell_is_read_with_the_unit_or_the_zone_of_its_head(cell: str, head: str, read: str) -> None:
    before, behind = headed(cell, head)
    assert f"{before}{cell}{behind}" == read


def test_a_table_without_heads_gets_empty_ones() -> None:
    rows = ["| Users hit | 3,000 |", "| Orders lost | 20 |"]
    assert marked(rows, ["Users hit", "3,000"]).splitlines() == ["|  |  |", "|---|---|", *rows]
    headed = ["| Region | Users |", "| North | 20 |"]
    assert marked(headed, ["Region", "Users"]).splitlines() == [headed[0], "|---|---|", headed[1]]
    assert marked(headed[:1], ["Region", "Users"]).splitlines() == ["|  |  |", "|---|---|", headed[0]]
