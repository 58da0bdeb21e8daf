"""Check what postmortems and sources were at a git revision, to tell which claims have changed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from verifier.cli.common import STDIN, Engine, read_one, verifier_for
from verifier.cli.gating import gated
from verifier.cli.output import note
from verifier.errors import InputError, UsageError, VerifierError
from verifier.gate import changes, git
from verifier.model import Postmortem, Report

if TYPE_CHECKING:
    from verifier.api import Verifier
    from verifier.reader.stage import SecondReader


class Inputs(NamedTuple):
    """Hold what a run was called with."""

    postmortems: Sequence[Path]
    sources: Sequence[Path]
    incident: str | None
    engine: Engine
    second: SecondReader | None = None


def limited(report: Report, revision: str, inputs: Inputs) -> Report:
    """Return the report with only the claims whose text or evidence has changed since a revision.

    Files outside the repository count as unchanged, those that the revision lacks as new.
    Raises: UsageError where the revision or the repository is none.
    """
    if STDIN in inputs.postmortems:
        raise UsageError("has no past", "-", "name a file, or leave --changed-since out")
    commit = git.commit(Path.cwd(), revision)
    with tempfile.TemporaryDirectory(prefix="verifier-") as name:
        before = _before(report, _Past(Path(name), commit, [*inputs.postmortems, *inputs.sources]), inputs)
    return changes.limited(report, before, revision)


class _Past:
    """Find files as they were at a commit, laid out in a folder."""

    def __init__(self, folder: Path, commit: str, paths: Iterable[Path]) -> None:
        root = git.root(Path.cwd())
        self._root = (root or Path.cwd()).resolve()
        self._folder = folder
        inside = [found for path in paths if (found := self._relative(path))]
        git.extract(self._root, commit, inside, folder)

    def find(self, path: Path) -> Path | None:
        """Return where a file or folder is as it was; None where it was not there."""
        relative = self._relative(path)
        if relative is None:
            return path
        found = self._folder / relative
        return found if found.exists() else None

    def _relative(self, path: Path) -> Path | None:
        absolute = path.resolve()
        return absolute.relative_to(self._root) if absolute.is_relative_to(self._root) else None


def _before(report: Report, past: _Past, inputs: Inputs) -> Report | None:
    """Check the past state; None where there was nothing to check."""
    sources = [found for path in inputs.sources if (found := past.find(path))]
    old = [found for path in inputs.postmortems if (found := past.find(path))]
    try:
        verifier = verifier_for(sources, inputs.engine, old)
    except VerifierError as error:
        note(f"nothing to compare with: {error}", 1)
        return None
    postmortems = [postmortem for path in old for postmortem in _read(path, inputs.incident)]
    reports = [one for postmortem in postmortems for found in _checked(verifier, postmortem) for one in found.reports]
    before = replace(report, reports=tuple(reports))
    before = inputs.second.recorded(before) if inputs.second else before
    return gated(before, inputs.engine.settings, report.gate)


def _read(path: Path, incident: str | None) -> Sequence[Postmortem]:
    try:
        return read_one(path, incident)
    except VerifierError:
        return ()


def _checked(verifier: Verifier, postmortem: Postmortem) -> Sequence[Report]:
    try:
        return [verifier.check(postmortem)]
    except InputError:
        return []
