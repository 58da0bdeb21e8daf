"""Tell a phase and its time from what is told of it."""

from pathlib import Path

import pytest

from verifier.claims.claims import claims_of
from verifier.ingest.postmortems import read_postmortems
from verifier.text.phases import begins_with_head, is_state, is_time


@pytest.mark.parametrize(
    "text",
    [
        "Detected: 14:05 UTC.",
        "Mitigated at 14:55",
        "**Resolved** (16:20)",
        "Resolved at 3:05 p.m. EST.",
        "Start of repair: 2021-03-03 13:40 UTC",
        "14:05 - Detection",
        "(14:05) Detected:",
        "Repair: 14:05 - 14:20",
        "14:05",
        "Mar 3, 14:05 UTC",
    ],
)
def test_heads(text: str) -> None:
    assert begins_with_head(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("14:05 UTC.", True),
        ("(Mar 3, 16:20)", True),
        ("**14:05**", True),
        ("Detected: 14:05 UTC.", False),
        ("Fire at 14:05.", False),
        ("14:05 The gate stuck.", False),
        ("At noon.", False),
    ],
)
def test_a_time_alone(text: str, *, alone: bool) -> None:
    assert is_time(text) == alone


def test_states_of_a_notice() -> None:
    found = ["14:05 UTC - Investigating", "**Monitoring** (14:05)", "Update - Mar 3, 14:05 UTC"]
    assert all(map(is_state, found))
    assert not any(
        map(is_state, ["Monitoring", "14:05 UTC - Resolved", "14:07 Flooding", "Monitoring at the gate (14:05)"])
    )


def test_entries_of_a_timeline(tmp_path: Path) -> None:
    entries = [
        "- **Detected:** 14:05 UTC. The keeper saw the gate. He rang.",
        "- Mitigated at 14:55",
        "- 14:05 UTC - Investigating",
        "",
        "Mended at 15:00",
        "Resolved at 16:20",
        "",
        "**Closed** - The gate was closed.",
        "Mar 3, 16:20 UTC",
    ]
    (tmp_path / "pm.md").write_text("# Gate stuck\n\n## Timeline\n\n" + "\n".join(entries), encoding="utf-8")
    (found,) = read_postmortems(tmp_path / "pm.md")
    claims, left = claims_of(found)
    assert [claim.text for claim in claims[1:]] == [
        "Detected: 14:05 UTC.",
        "The keeper saw the gate.",
        "He rang.",
        "Mitigated at 14:55",
        "Mended at 15:00",
        "Resolved at 16:20",
        "Closed - The gate was closed.",
    ]
    assert {"says when it was posted", "a date or a time alone"} <= {each.reason for each in left}


def test_the_states_of_a_notice_are_no_claims_where_there_are_several_or_it_says_when(tmp_path: Path) -> None:
    body = "Resolved\n\nThe gate moves.\n\n{}\n\n{}\n\nThe rope was cut.\n"
    for beside, states in (
        (("Posted Mar 3, 2021 - 16:20 UTC", "It rained."), []),
        (("It rained.", "Monitoring"), []),
        (("It rained.", "It snowed."), ["Resolved"]),
    ):
        (tmp_path / "pm.md").write_text(f"# Gate stuck\n\n{body.format(*beside)}", encoding="utf-8")
        (found,) = read_postmortems(tmp_path / "pm.md")
        said = [claim.text for claim in claims_of(found)[0]]
        assert [text for text in said if text in {"Resolved", "Monitoring"}] == states
