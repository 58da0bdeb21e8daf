"""Make git repositories for tests, apart from whatever configuration there is."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest


def git(*arguments: str, folder: Path | None = None) -> str:
    """Run git and return what it prints."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def isolate(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let git see no configuration but its own, and sign as Ada."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    fixed = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    for role in ("AUTHOR", "COMMITTER"):
        fixed |= {f"GIT_{role}_NAME": "Ada", f"GIT_{role}_EMAIL": "ada@example.org"}
    for name, value in fixed.items():
        monkeypatch.setenv(name, value)


def begin(folder: Path) -> None:
    """Make a repository of a folder and commit what is in it."""
    git("init", "-q", "-b", "main", folder=folder)
    commit(folder, "begin")


def commit(folder: Path, message: str) -> None:
    """Commit everything."""
    git("add", "-A", folder=folder)
    git("commit", "-q", "-m", message, folder=folder)
