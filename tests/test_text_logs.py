"""Tell log lines from prose."""

from __future__ import annotations

from pathlib import Path

import pytest

from verifier.claims.claims import claims_of
from verifier.ingest.postmortems import read_postmortems
from verifier.model import Source
from verifier.text.logs import is_log
from verifier.text.reading import read_source

LINES = [
    "2021-05-04 10:32:07,120 ERROR pump.control - pressure lost (3 tries left)",
    "[2021-05-04T10:32:07Z] WARN retrying in 5 s",
    "10:32:07 gate-3 main INFO opened 4 valves",
    "May  4 10:32:07 elm-1 pumpd[311]: valve 4 does not answer",
    "warning: network error (3 tries remaining): could not resolve host",
    "error[E0308]: mismatched types",
    "at org.elm.pump.Valve.open(Valve.java:31)",
    'File "/srv/pump.py", line 40, in open',
    "Traceback (most recent call last):",
]


@pytest.mark.parametrize("line", LINES)
def test_lines_of_machines(line: str) -> None:
    assert is_log(line)


@pytest.mark.parametrize(
    "line",
    [
        "On 2021-05-04 10:32 the pump stopped, an error that nobody saw.",
        "2021-05-04 10:32 - the pump stopped with an error",
        "10:32 | Alarm rang",
        "Warning: the water must be boiled.",
        "Error rates rose to 12 % at 10:32:07 UTC.",
        "ERROR messages filled the disk within an hour.",
        "At the plant (Elmford) two pumps stopped",
    ],
)
def test_lines_of_people(line: str) -> None:
    assert not is_log(line)


def test_logs_are_neither_claims_nor_evidence() -> None:
    text = "# Pumps\n\nThe pump stopped at noon.\n\n" + "\n\n".join(LINES[:3]) + "\n"
    (found,) = read_postmortems(Path("-"), stdin_text=text)
    claims, left = claims_of(found)
    assert [claim.text for claim in claims] == ["Pumps", "The pump stopped at noon."]
    assert [each.reason for each in left].count("log line") == 3
    reading = read_source(Source("a", "The pump stopped at noon.\n" + "\n".join(LINES[:3])))
    assert [sentence.text for sentence in reading.sentences] == ["The pump stopped at noon."]
    assert {each.reason for each in reading.excluded} == {"log line"}
