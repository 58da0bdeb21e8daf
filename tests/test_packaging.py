"""Build the wheel and the sdist from a copy of the checkout and compare them with its folders."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DATA = ("rules", "reports")
SHIPPED = (*DATA, "seeds", "tests", "docs", "benchmarks")
SETUPTOOLS = 77  # the first that writes the licence as an expression
BUILD = "import sys; from setuptools import build_meta as b; to = sys.argv[1]; b.build_sdist(to); b.build_wheel(to)"
LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "build", "dist", "*.egg-info")


def files(folder: str) -> set[str]:
    """Return the files below a folder of the checkout, as paths from the root."""
    found = (path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(ROOT).as_posix() for path in found if path.name != ".DS_Store"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a wheel and an sdist."""
    present = version("setuptools")
    if int(present.split(".")[0]) < SETUPTOOLS:
        pytest.skip(f"setuptools {present} is too old to build with: pip install 'setuptools>={SETUPTOOLS}'")
    folder = tmp_path_factory.mktemp("build")
    copy = folder / "checkout"
    shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
    shutil.copy(ROOT / ".pre-commit-config.yaml", copy)
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(folder)], cwd=copy, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> zipfile.ZipFile:
    (path,) = built.glob("*.whl")
    return zipfile.ZipFile(path)


@pytest.fixture(scope="module")
def sdist(built: Path) -> set[str]:
    """Return the files of the sdist, without its one top-level folder."""
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = [member.name for member in archive.getmembers() if member.isfile()]
    assert len({name.split("/")[0] for name in names}) == 1
    return {name.partition("/")[2] for name in names}


def test_wheel_has_every_file_of_the_package(wheel: zipfile.ZipFile) -> None:
    assert files("verifier") - set(wheel.namelist()) == set()


@pytest.mark.parametrize("folder", DATA)
def test_wheel_has_exactly_the_files_of_a_data_folder(wheel: zipfile.ZipFile, folder: str) -> None:
    inside = {name for name in wheel.namelist() if name.startswith(f"verifier/{folder}/")}
    assert inside == {f"verifier/{name}" for name in files(folder)}


def test_wheel_installs_one_package(wheel: zipfile.ZipFile) -> None:
    top = {name.split("/")[0] for name in wheel.namelist()}
    assert {name for name in top if not name.endswith(".dist-info")} == {"verifier"}


def test_wheel_says_what_it_is(wheel: zipfile.ZipFile) -> None:
    (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    metadata = wheel.read(name).decode()
    assert "\nLicense-Expression: Apache-2.0\n" in metadata
    assert "\nRequires-Python: >=3.11\n" in metadata
    assert (ROOT / "README.md").read_text(encoding="utf-8") in metadata
    assert any(name.endswith("/LICENSE") for name in wheel.namelist())


@pytest.mark.parametrize("folder", SHIPPED)
def test_sdist_has_every_file_of_a_folder(sdist: set[str], folder: str) -> None:
    assert files(folder) - sdist == set()


def test_sdist_has_the_files_at_the_root(sdist: set[str]) -> None:
    wanted = {
        "README.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "Makefile",
        "setup.cfg",
        "pyproject.toml",
        "setup.py",
    }
    assert wanted - sdist == set()


def test_sdist_has_no_rubbish(sdist: set[str]) -> None:
    assert [name for name in sdist if name.endswith(".pyc") or name.startswith((".venv", ".git/", "build/"))] == []


def test_installed_wheel_checks_the_worked_case_from_another_folder(built: Path, tmp_path: Path) -> None:
    (path,) = built.glob("*.whl")
    target = tmp_path / "site"
    shutil.unpack_archive(path, target, "zip")
    call = "import sys, verifier; print(verifier.__file__, file=sys.stderr); import verifier.cli.main as m; m.main()"
    check = ["check", str(ROOT / "seeds/postmortem.txt"), "--sources", str(ROOT / "seeds"), "-f", "json"]
    done = subprocess.run(
        [sys.executable, "-c", call, *check],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(target)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr.startswith(str(target)), "another installation was imported"
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["reports"]
