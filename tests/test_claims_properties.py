"""Tell lines about the document from those about the incident."""

from pathlib import Path

import pytest

from verifier.claims.claims import claims_of
from verifier.ingest.postmortems import read_postmortems
from verifier.model import Claim, Kind


def claims(tmp_path: Path, text: str) -> tuple[Claim, ...]:
    (tmp_path / "pm.md").write_text(text, encoding="utf-8")
    (found,) = read_postmortems(tmp_path / "pm.md")
    return claims_of(found)[0]


def facts(tmp_path: Path, lines: str) -> list[str]:
    return [c.text for c in claims(tmp_path, f"# The canal gate stuck\n\n{lines}\n") if c.kind == Kind.FACT][1:]


ABOUT = (
    "Version: 1.3",
    "Created: 2021-03-04",
    "Last updated: 9 March 2021",
    "Classification: Internal",
    "Authors: Ann Lee, Bo Chen",
    "Reviewers: Platform team, Team 7",
    "Status: Complete, action items in progress",
    "Prepared for: Board of the Dalwich Canal",
    "Date of report: 4 March 2021",
    "Ticket: CAN-204",
    "Revision: 12",
    "Incident #: 5512",
    "Reference no.: IR/2017/03",
    "Incident type: Outage",
)
TOLD = (
    "Impact: 3,000 users could not log in",
    "Cause: a bad configuration push",
    "Root cause: expired certificate",
    "Users affected: 3,000",
    "Affected locks: Dalwich, Elm",
    "Duration: 2 hours",
    "Incident date: 3 March 2021",
    "Location: Dalwich",
    "Boats turned back: 12",
    "Keeper: Bo closed the gate by hand",
    "Gate: it was open all night",
    "Start of outage: 13:40",
)


@pytest.mark.parametrize("form", ["{}: {}", "**{}:** {}", "- {}: {}", "- **{}**: {}"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_lines_at_the_head_about_the_document_are_no_claims(tmp_path: Path, form: str, gap: str) -> None:
    lines = gap.join(form.format(*line.split(": ")) for line in (*ABOUT, *TOLD))
    assert facts(tmp_path, lines + "\n\nIt rained.") == [*TOLD, "It rained."]


def test_rows_of_a_table_at_the_head_are_read_alike(tmp_path: Path) -> None:
    rows = "\n".join(f"| {' | '.join(line.split(': '))} |" for line in (*ABOUT, *TOLD))
    found = facts(tmp_path, f"| Field | Value |\n|---|---|\n{rows}")
    assert [text.split(" | ")[0] for text in found] == [line.split(": ")[0] for line in TOLD]


def test_a_line_alone_or_behind_prose_is_a_claim(tmp_path: Path) -> None:
    assert facts(tmp_path, "Version: 1.3\n\nThe gate of the canal stuck.") == [
        "Version: 1.3",
        "The gate of the canal stuck.",
    ]
    behind = "The gate of the canal stuck.\n\nFirmware: 1.3\n\nDriver: 2.0"
    assert facts(tmp_path, behind)[1:] == ["Firmware: 1.3", "Driver: 2.0"]


def test_a_line_about_the_document_says_so(tmp_path: Path) -> None:
    found = claims(tmp_path, "# Gates\n\nVersion: 1.3\nTeam: Locks\n")[1:]
    assert {(each.text, each.kind, each.reason) for each in found} == {
        ("Version: 1.3", Kind.META, "about the document, not about the incident"),
        ("Team: Locks", Kind.META, "about the document, not about the incident"),
    }
