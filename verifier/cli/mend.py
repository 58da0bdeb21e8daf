"""Write sure suggestions into postmortems, or print them as a patch."""

from __future__ import annotations

import codecs
import hashlib
import os
from pathlib import Path

from verifier.cli.output import note, write
from verifier.data.decode import read_bytes
from verifier.errors import InputError
from verifier.formats.mending import Edit, edits, mended, patch
from verifier.formats.words import count
from verifier.model import PostmortemReport, Report


def patches(report: Report) -> str:
    """Return the patch that mends the postmortems of a run."""
    return "".join(
        patch(one.postmortem.path, one.postmortem.raw, mended(one.postmortem.raw, changes))
        for one in report.reports
        if (changes := edits(one))
    )


def mend(report: Report) -> int:
    """Write the sure suggestions into the files of a run, each whole; return how many there were.

    Raises: InputError where a file has changed since it was read; OutputError where one cannot be written.
    """
    done = [(one, changes) for one in report.reports if (changes := edits(one))]
    write([_file(one, changes) for one, changes in done])
    for one, changes in done:
        note(f"{one.postmortem.path}: {count(len(changes), 'place')} mended")
    if not done:
        note("nothing to mend: no suggestion is sure enough to be written without an editor")
    return sum(len(changes) for _, changes in done)


def _file(report: PostmortemReport, changes: tuple[Edit, ...]) -> tuple[Path, bytes]:
    path = Path(os.path.realpath(report.postmortem.path))
    data = read_bytes(path)
    if hashlib.sha256(data).hexdigest() != report.postmortem.sha256:
        raise InputError("has changed since it was read", report.postmortem.path, "check it again")
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return path, mark + mended(report.postmortem.raw, changes).encode("utf-8")
