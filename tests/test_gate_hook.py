"""Try the pre-commit hook for real: pre-commit installs it from a copy of the checkout, offline, and runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import ferry
import pytest
import repository
import yaml  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with the files of the checkout, committed or not."""
    target = tmp_path_factory.mktemp("checkout")
    with pytest.MonkeyPatch.context() as patch:
        repository.isolate(patch)
        for folder in ("verifier", "rules", "reports"):
            shutil.copytree(ROOT / folder, target / folder, ignore=shutil.ignore_patterns("__pycache__", "seeds*"))
        for name in ("setup.cfg", "setup.py", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
            shutil.copy(ROOT / name, target)
        repository.begin(target)
    return target


@pytest.fixture
def project(tmp_path: Path, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with a postmortem, its articles and the hook."""
    repository.isolate(monkeypatch)
    ferry.write(tmp_path)
    (tmp_path / "postmortems").mkdir()
    (tmp_path / ferry.POSTMORTEM).rename(tmp_path / "postmortems" / ferry.POSTMORTEM)
    (tmp_path / "verifier.toml").write_text('sources = ["articles"]\n', encoding="utf-8")
    hooks = {"repo": str(checkout), "rev": repository.git("rev-parse", "HEAD", folder=checkout).strip()}
    settings = {"repos": [hooks | {"hooks": [{"id": "verifier"}]}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    repository.begin(tmp_path)
    return tmp_path


def hook(project: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Run the hook on all files; what it needs comes from this environment, so that nothing is downloaded."""
    offline = {"PIP_NO_DEPS": "1", "PIP_NO_INDEX": "1", "PIP_NO_BUILD_ISOLATION": "0"}
    paths = {"PYTHONPATH": sysconfig.get_path("purelib"), "PRE_COMMIT_HOME": str(home), "PRE_COMMIT_COLOR": "never"}
    words = [sys.executable, "-m", "pre_commit", "run", "verifier", "--all-files", "--verbose"]
    return subprocess.run(
        words, cwd=project, env=os.environ | offline | paths, capture_output=True, text=True, check=False
    )


def test_hook_fails_on_errors_and_passes_without(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    home = tmp_path_factory.mktemp("home")
    done = hook(project, home)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "- exit code: 1" in done.stdout
    assert "40,000" in done.stdout
    page = project / "postmortems" / ferry.POSTMORTEM
    page.write_text(ferry.PAGE.replace("40,000", "4,000"), encoding="utf-8")
    repository.commit(project, "mend")
    done = hook(project, home)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "claims of postmortems" in done.stdout
