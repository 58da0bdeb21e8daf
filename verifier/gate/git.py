"""Ask git what files were like at a revision."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from verifier.errors import UsageError


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
        raise UsageError("git cannot be run", hint="install it") from error
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
        raise UsageError("names no commit", revision, "fetch it first, for example with fetch-depth: 0")
    return said.decode().strip()


def extract(repository: Path, commit_id: str, paths: Iterable[Path], target: Path) -> None:
    """Write the files of a commit that lie under the paths (relative to the repository) below a target folder."""
    chosen = list(paths)
    if not chosen:
        return
    listed = ask(repository, "ls-tree", "-r", "-z", "--full-tree", commit_id, "--", *_spelled(chosen)) or b""
    for entry in listed.split(b"\0"):
        facts, _, name = entry.partition(b"\t")
        mode, _, rest = facts.partition(b" ")
        if name and mode.startswith(b"100"):
            data = ask(repository, "cat-file", "blob", rest.split()[1].decode())
            place = target / os.fsdecode(name)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data or b"")


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
