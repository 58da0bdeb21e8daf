"""Read a document from a file, and tell what of it is judged, for the tests of how postmortems are cut."""

from __future__ import annotations

from pathlib import Path

from verifier.claims.claims import claims_of
from verifier.ingest.postmortems import read_postmortems
from verifier.model import Kind, Postmortem


def document(folder: Path, text: str, name: str = "pm.md") -> Postmortem:
    """Return the one postmortem of a text, written to a file of a folder."""
    (folder / name).write_text(text, encoding="utf-8")
    (found,) = read_postmortems(folder / name)
    return found


def told(folder: Path, text: str, name: str = "pm.md") -> list[str]:
    """Return the texts of all claims of a document."""
    return [claim.text for claim in claims_of(document(folder, text, name))[0]]


def judged(folder: Path, text: str, name: str = "pm.md") -> list[str]:
    """Return the texts of its claims that are neither about the document nor advice."""
    claims, _ = claims_of(document(folder, text, name))
    return [claim.text for claim in claims if claim.kind not in {Kind.META, Kind.ADVICE}]
