"""Check what postmortems and sources were at a git revision, to tell which claims have changed."""

from __future__ import annotations

import os
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
        raise UsageError("has no past", "standard input", "name a file, or leave --changed-since out")
    commit = git.commit(Path.cwd(), revision)
    with tempfile.TemporaryDirectory(prefix="verifier-") as name:
        before = _before(report, _Past(Path(name), commit, [*inputs.postmortems, *inputs.sources]), inputs)
    return changes.limited(report, before, revision)


class _Past:
    """Find files as they were at a commit, laid out in a folder; those of a submodule as the commit records it."""

    def __init__(self, folder: Path, commit: str, paths: Iterable[Path]) -> None:
        self._folder = folder
        self._top = git.Tree((git.root(Path.cwd()) or Path.cwd()).resolve(), commit)
        self._trees: dict[Path, git.Tree | None] = {self._top.root: self._top}
        self._places = {path: found for path in paths if (found := self._place(path))}
        for tree in {tree.root: tree for tree, _ in self._places.values()}.values():
            inside = [relative for mine, relative in self._places.values() if mine.root == tree.root]
            git.extract(tree.root, tree.commit, inside, self._laid(tree))

    def find(self, path: Path) -> Path | None:
        """Return where a file or folder is as it was; None where it was not there."""
        place = self._places.get(path)
        if place is None:
            return None if self._in_unknown(path) else path
        tree, relative = place
        found = self._laid(tree) / relative
        return found if found.exists() else None

    def _laid(self, tree: git.Tree) -> Path:
        return self._folder / str([*self._trees].index(tree.root))

    def _place(self, path: Path) -> tuple[git.Tree, Path] | None:
        """Return the tree that a path lies in, and where it was there: behind the links of then, under its old name.

        A link that is new stands for the file that it leads to.
        """
        tree = self._tree(path)
        relative = tree and git.within(tree.root, path)
        if tree is None or relative is None:
            return None
        relative = git.followed(tree, relative)
        led_to = git.within(tree.root, path.resolve()) or relative
        names = (relative, git.renamed(tree).get(relative, relative), git.followed(tree, led_to))
        return tree, next((name for name in names if git.holds(tree, name)), relative)

    def _tree(self, path: Path) -> git.Tree | None:
        """Return the tree of the repository that a path lies in, itself or by its links; None outside ours."""
        for each in (Path(os.path.abspath(path)), path.resolve()):  # noqa: PTH100  links are followed as they were then
            root = git.root(each if each.is_dir() else each.parent)
            if root and root not in self._trees and root.is_relative_to(self._top.root):
                self._trees[root] = git.submodule(self._top, root)
            if root in self._trees:
                return self._trees[root]
        return None

    def _in_unknown(self, path: Path) -> bool:
        """Tell whether a path lies in a submodule that the commit did not have."""
        return any(tree is None and path.resolve().is_relative_to(root) for root, tree in self._trees.items())


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
