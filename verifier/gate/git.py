"""Ask git what files were like at a revision."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from verifier.errors import UsageError

_LINKS = 8


def ask(folder: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """Return what git prints; None where it fails.

    Raises: UsageError where there is no git.
    """
    fixed = os.environ | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(  # noqa: S603  arguments are ours, revisions come behind --end-of-options
            ["git", "-C", str(folder), *arguments],  # noqa: S607
            input=given,
            capture_output=True,
            check=False,
            env=fixed,
        )
    except OSError as error:
        raise UsageError("git cannot be run", hint="install git") from error
    return done.stdout if done.returncode == 0 else None


def root(folder: Path) -> Path | None:
    """Return the top folder of the repository that a folder lies in; None where it lies in none."""
    said = ask(folder, "rev-parse", "--show-toplevel")
    return Path(os.fsdecode(said.removesuffix(b"\n"))) if said else None


def commit(folder: Path, revision: str) -> str:
    """Return the commit that a revision names.

    Raises: UsageError where it names none, or the folder lies in no repository.
    """
    if root(folder) is None:
        raise UsageError("is in no git repository", str(folder), "run it in one, or leave --changed-since out")
    said = ask(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if said is None:
        raise UsageError(
            "names no commit here", revision, "check the name, or fetch it first (in CI with fetch-depth: 0)"
        )
    return said.decode().strip()


class Tree(NamedTuple):
    """Name a commit of a repository: the repository's top folder and the commit's id."""

    root: Path
    commit: str


def submodule(top: Tree, root: Path) -> Tree | None:
    """Return a submodule as a commit of its parent records it; None where it has none there."""
    mode, name = _entry(top, root.relative_to(top.root))
    return Tree(root, name) if mode == "160000" else None


def within(root: Path, path: Path) -> Path | None:
    """Return a path relative to a folder, by its own spelling or behind its links; None where it lies outside."""
    spelled = Path(os.path.abspath(path))  # noqa: PTH100  links inside the folder are not followed
    for parent in (spelled, *spelled.parents):
        if parent.resolve() == root:
            return spelled.relative_to(parent)
    real = path.resolve()
    return real.relative_to(root) if real.is_relative_to(root) else None


def followed(tree: Tree, path: Path) -> Path:
    """Return a path of a tree behind the links that it had then, as far as they lead inside."""
    for _ in range(_LINKS):
        done = Path()
        for part in path.parts:
            done /= part
            mode, name = _entry(tree, done)
            if mode == "120000":
                break
        else:
            return path
        target = os.fsdecode(ask(tree.root, "cat-file", "blob", name) or b"")
        inside = os.path.normpath(os.path.join(done.parent, target))  # noqa: PTH118  no such files here
        if os.path.isabs(target) or inside.startswith(".."):  # noqa: PTH117
            return path
        path = Path(inside, *path.parts[len(done.parts) :])
    return path


def holds(tree: Tree, path: Path) -> bool:
    """Tell whether a tree has a file or folder."""
    return path == Path() or bool(_entry(tree, path)[0])


def renamed(tree: Tree) -> dict[Path, Path]:
    """Return the old names of files that have another one now, by their present names."""
    said = ask(tree.root, "diff", "--name-status", "--find-renames", "--diff-filter=R", "-z", tree.commit, "--") or b""
    parts = [os.fsdecode(part) for part in said.split(b"\0")]
    return {Path(new): Path(old) for old, new in zip(parts[1::3], parts[2::3], strict=False)}


def _entry(tree: Tree, path: Path) -> tuple[str, str]:
    """Return mode and object of an entry of a tree, empty where it has none."""
    if path == Path():
        return "", ""
    said = ask(tree.root, "ls-tree", "-z", "--full-tree", tree.commit, "--", path.as_posix()) or b""
    mode, _, rest = said.partition(b"\t")[0].decode().partition(" ")
    return mode, rest.rpartition(" ")[2]


def extract(repository: Path, commit_id: str, paths: Iterable[Path], target: Path) -> None:
    """Write the files of a commit that lie under the paths (relative to the repository) below a target folder."""
    chosen = list(paths)
    if not chosen:
        return
    listed = ask(repository, "ls-tree", "-r", "-z", "--full-tree", commit_id, "--", *_spelled(chosen)) or b""
    for entry in listed.split(b"\0"):
        facts, _, name = entry.partition(b"\t")
        mode, _, rest = facts.partition(b" ")
        if name and mode.startswith((b"100", b"120000")):
            data = ask(repository, "cat-file", "blob", rest.split()[1].decode())
            if mode == b"120000":
                there = followed(Tree(repository, commit_id), Path(os.fsdecode(name)))
                data = ask(repository, "cat-file", "blob", f"{commit_id}:{there.as_posix()}")
            if data is None:
                continue
            place = target / os.fsdecode(name)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)


def merges_as_union(path: Path) -> bool | None:
    """Say whether git joins the lines of both sides where it merges a file; None outside a repository."""
    if root(path.parent) is None:
        return None
    said = ask(path.parent, "check-attr", "merge", "--", path.name)
    return said is not None and said.rstrip().endswith(b": union")


def _spelled(paths: Iterable[Path]) -> list[str]:
    """Return paths as ls-tree takes them; none of them means all files."""
    listed = [path.as_posix() for path in paths]
    return [] if "." in listed else listed
