"""Try the workflow, the job and the hook that docs/gate.md shows, on the worked case."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import warm
import yaml  # type: ignore[import-untyped]
from test_docs import FENCE, ROOT

PAGE, README = ROOT / "docs" / "gate.md", ROOT / "README.md"


def read(page: Path) -> list[Any]:
    """Return the YAML blocks of a page."""
    return [yaml.safe_load(match[2]) for match in FENCE.finditer(page.read_text("utf-8")) if match[1] == "yaml"]


BLOCKS = read(PAGE)
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))


def block(key: str) -> dict[str, Any]:
    """Return the block with a key."""
    (found,) = (found for found in BLOCKS if key in found)
    return found  # type: ignore[no-any-return]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay the worked case out as the page has it, with `verifier` on the path, and a `pip` that installs nothing."""
    for name in ("postmortems", "bin"):
        (tmp_path / name).mkdir()
    shutil.copy(ROOT / "seeds" / "postmortem.txt", tmp_path / "postmortems")
    shutil.copytree(ROOT / "seeds", tmp_path / "articles", ignore=shutil.ignore_patterns("postmortem.txt"))
    warm.command(tmp_path / "bin" / "verifier")
    (tmp_path / "bin" / "pip").write_text('#!/bin/sh\ntest "$1" = install\n')
    (tmp_path / "bin" / "pip").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")


def run(script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-e", "-c", script], env=os.environ | environment, capture_output=True, text=True, check=False
    )


def test_github_workflow() -> None:
    steps = block("jobs")["jobs"]["verifier"]["steps"]
    (step,) = (step for step in steps if "/verifier@" in step["uses"])
    assert set(step["with"]) <= set(ACTION["inputs"])
    given = {name: str(spec.get("default", "")) for name, spec in ACTION["inputs"].items()} | step["with"]
    environment = {f"VERIFIER_{name.upper().replace('-', '_')}": value for name, value in given.items()}
    done = run(f'bash "{ROOT}/.ci/action"', GITHUB_OUTPUT="out", GITHUB_STEP_SUMMARY="summary", **environment)
    assert done.returncode == 1, done.stderr
    assert "::error " in done.stdout
    assert f"folder={given['folder']}\n" in Path("out").read_text()
    assert {path.name for path in Path(given["folder"]).iterdir()} == {"verifier.sarif", "verifier.html"}
    assert Path("summary").read_text().startswith("# hold: ")


def test_gitlab_job() -> None:
    job = block("verifier")["verifier"]
    done = run("\n".join(job["script"]))
    assert done.returncode == 1, done.stderr
    assert Path(job["artifacts"]["reports"]["junit"]).read_text().startswith("<?xml")
    assert all(Path(path).exists() for path in job["artifacts"]["paths"])


def test_pre_commit_lines() -> None:
    (repo,) = block("repos")["repos"]
    (hook,) = repo["hooks"]
    (known,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["id"] == known["id"]
    Path("config.yaml").write_text(yaml.safe_dump(block("repos")))
    assert run(f'"{sys.executable}" -m pre_commit validate-config config.yaml').returncode == 0
    done = run(" ".join([known["entry"], *hook["args"], "postmortems/postmortem.txt"]))
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("hold: ")


def test_readme_shows_the_same() -> None:
    hooks, steps = read(README)
    (hook,) = hooks["repos"][0]["hooks"]
    (known,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    done = run(" ".join([known["entry"], *hook["args"], "postmortems/postmortem.txt"]))
    assert (hook["id"], done.returncode) == (known["id"], 1)
    (step,) = steps
    given = {name: str(spec.get("default", "")) for name, spec in ACTION["inputs"].items()}
    assert set(step["with"]) <= set(given)
    environment = {f"VERIFIER_{n.upper().replace('-', '_')}": v for n, v in (given | step["with"]).items()}
    assert run(f'bash "{ROOT}/.ci/action"', GITHUB_OUTPUT="out", **environment).returncode == 1
