"""Leave what trackers, wikis and templates write around an incident out of the claims, and nothing that is told."""

from pathlib import Path

import pytest
from documents import judged


@pytest.mark.parametrize(
    "line",
    [
        "CVE ID: CVE-2021-40999",
        "Posted by aelm at Feb 12, 2019 10:02",
        "Click here to expand...",
        "Internal - do not share",
        "This issue has been automatically marked as stale because nothing happened on it.",
        "author:\tann\nassociation:\tnone\nedited:\tfalse\nstatus:\tnone",
        "Watch our talk on the lock: https://talks.example/lock",
        "You can rate this review in our survey.",
        "(Estimated completion: January 2023)",
        "End of report",
    ],
)
def test_lines_of_trackers_and_templates_are_no_claims(tmp_path: Path, line: str) -> None:
    text = f"# Lock 4 shut\n\nThe lock shut at noon.\n\n{line}\n\nTwo boats sank.\n"
    assert judged(tmp_path, text) == ["Lock 4 shut", "The lock shut at noon.", "Two boats sank."]


@pytest.mark.parametrize(
    "line",
    [
        "Posted guards at the lock were hurt.",
        "The gate was completed in 1999.",
        "You can see the crack from the road.",
        "This issue was closed too early by the harbour, which cost it 4 boats.",
        "The end of the report names two divers.",
        "Internal seals had rotted.",
    ],
)
def test_what_only_looks_like_them_is_a_claim(tmp_path: Path, line: str) -> None:
    assert line in judged(tmp_path, f"# Lock 4 shut\n\nThe lock shut at noon.\n\n{line}\n\nTwo boats sank.\n")


@pytest.mark.parametrize("line", ["Freigabe: K. Reed", "Stand | 14.05.2020", "Tracking ID: VN7K-990", "Lock review"])
def test_lines_at_the_head(tmp_path: Path, line: str) -> None:
    assert judged(tmp_path, f"# Lock 4 shut\n\n{line}\n\nTwo boats sank.\n") == ["Lock 4 shut", "Two boats sank."]
