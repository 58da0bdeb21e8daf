"""Read the mails that people forward and paste as sources."""

from pathlib import Path

from verifier.ingest.document import read_document
from verifier.text.mails import MAILED
from verifier.text.reading import read_source

HEAD = (
    "-------- Forwarded Message --------\n"
    "Subject: \tStatement on the bills\n"
    "Date: \tFri, 3 Feb 2023 15:10:04 +0100\n"
    "From: \tPress Office <press@canal.example>\n"
    "To: \tUndisclosed recipients\n\n"
)


def told(folder: Path, text: str) -> tuple[list[str], list[str]]:
    """Return the sentences of a source as one line each, and why the rest of it is left out."""
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    found = read_source(read_document(path))
    return [" ".join(each.text.split()) for each in found.sentences], [each.reason for each in found.excluded]


def test_a_quoted_mail_is_wrapped_text(tmp_path: Path) -> None:
    quoted = "> The canal board has sent 7,800 boats bills that were ten times too\n> high. Nobody paid.\n"
    quoted += ">\n> It is sorry.\n"
    sentences = [
        "The canal board has sent 7,800 boats bills that were ten times too high.",
        "Nobody paid.",
        "It is sorry.",
    ]
    assert told(tmp_path, quoted) == (sentences, [])
    assert told(tmp_path, HEAD + quoted) == (sentences, [MAILED])


def test_lines_that_only_begin_as_a_mail_does_are_evidence(tmp_path: Path) -> None:
    assert told(tmp_path, "To: the keepers of all locks.\n\nFrom: 10:40 the lock was shut.\n")[1] == []
