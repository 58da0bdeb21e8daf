"""Tell lines about the document from those about the incident."""

from pathlib import Path

import pytest
from documents import document

from verifier.claims.claims import claims_of
from verifier.model import Claim, Kind


def claims(tmp_path: Path, text: str) -> tuple[Claim, ...]:
    return claims_of(document(tmp_path, text))[0]


def facts(tmp_path: Path, lines: str) -> list[str]:
    return [c.text for c in claims(tmp_path, f"# The canal gate stuck\n\n{lines}\n") if c.kind == Kind.FACT][1:]


ABOUT = (
    "Version: 1.3",
    "Last updated: 9 March 2021",
    "Classification: Internal",
    "Authors: Ann Lee, Bo Chen",
    "Reviewers: Platform team, Team 7",
    "Status: Complete, action items in progress",
    "Prepared for: Board of the Dalwich Canal",
    "Date of report: 4 March 2021",
    "Ticket number: CAN-204",
    "Revision: 12",
    "Owner: Ann Lee",
    "Incident commander: B. Holm",
    "Reviewed by: A. Lee, B. Holm",
    "Incident #: 5512",
    "Reference: IR/2017/03",
)
TOLD = (
    "Impact: 3,000 users could not log in",
    "Cause: a bad configuration push",
    "Root cause: expired certificate",
    "Users affected: 3,000",
    "Affected locks: Dalwich, Elm",
    "Duration: 2 hours",
    "Incident date: 3 March 2021",
    "Incident type: Outage",
    "Location: Dalwich",
    "Boats turned back: 12",
    "Keeper: Bo closed the gate by hand",
    "Gate: it was open all night",
    "Start of outage: 13:40",
    "Warden: resigned",
    "Toll: Waived",
    "Owner: lost the key",
    "Tickets: 400",
    "Version: two gates instead of one",
    "Updated: 300 maps",
    "Visibility: 20 metres",
    "Issue: CO2",
    "Modified: Novel",
    "Reporter: fled",
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


@pytest.mark.parametrize("above", ["## The lock\n\n", "The gate was stuck all night.\n\n", "WHAT BROKE\n\n"])
def test_below_the_head_such_lines_tell_of_what_broke(tmp_path: Path, above: str) -> None:
    told = ["Version: 1.3", "Reference: IR/2017/03", "Owner: Bluewater Boats", "Status: open", "Approved."]
    lines = "".join(f"- {line}\n" for line in (*told, "Author: Ann Lee"))
    assert [text for text in facts(tmp_path, above + lines) if text in (*told, "Author: Ann Lee")] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Do not distribute.", []),
        ("Confidential. Internal use only.", []),
        ("This report is a draft.", []),
        ("The review is complete.", ["The review is complete."]),
        ("Do not forward this report outside the canal.", []),
        ("Do not forward the keys to the boatmen.", ["Do not forward the keys to the boatmen."]),
        ("The gate is confidential.", ["The gate is confidential."]),
    ],
)
def test_notices_on_who_may_read_the_document(tmp_path: Path, text: str, told: list[str]) -> None:
    assert facts(tmp_path, text) == told


def test_a_line_about_the_document_says_so(tmp_path: Path) -> None:
    found = claims(tmp_path, "# Gates\n\nVersion: 1.3\nAuthor: Ann Lee\n")[1:]
    assert {(each.text, each.kind, each.reason) for each in found} == {
        ("Version: 1.3", Kind.META, "about the document, not about the incident"),
        ("Author: Ann Lee", Kind.META, "about the document, not about the incident"),
    }
