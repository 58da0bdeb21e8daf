"""Run the action's script as GitHub would, and prove that it reports even when it fails."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import ferry
import pytest
import warm
import yaml  # type: ignore[import-untyped]

from verifier.formats import FORMATS

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / ".ci" / "action"
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
if not SCRIPT.exists():
    pytest.skip("the action's script is no part of this distribution", allow_module_level=True)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ferry.write(tmp_path)
    binaries = tmp_path / "bin"
    binaries.mkdir()
    warm.command(binaries / "verifier")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{binaries}{os.pathsep}{os.environ['PATH']}")
    for name in ("output", "summary"):
        (tmp_path / name).write_text("")
    monkeypatch.setenv("GITHUB_OUTPUT", str(tmp_path / "output"))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))


def action(**inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the script with inputs as action.yml hands them over, defaults where they are not given."""
    given = {name: str(spec.get("default", "")) for name, spec in ACTION["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in inputs.items()}
    step = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "check")
    assert step["run"] == 'bash "$GITHUB_ACTION_PATH/.ci/action"'
    environment = {
        name: given[value.removeprefix("${{ inputs.").removesuffix(" }}")] for name, value in step["env"].items()
    }
    return subprocess.run(
        ["bash", str(SCRIPT)], env=os.environ | environment, capture_output=True, text=True, check=False
    )


def outputs() -> dict[str, str]:
    return dict(line.split("=", 1) for line in Path("output").read_text().splitlines())


def test_failing_gate_leaves_annotations_summary_and_reports() -> None:
    done = action(paths="ferry.txt", sources="articles", formats="sarif,html json")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=ferry.txt,line=")
    assert "40,000" in Path("summary").read_text()
    assert outputs() == {
        "status": "1",
        "folder": "verifier-reports",
        "sarif": "verifier-reports/verifier.sarif",
    }
    assert json.loads(Path(outputs()["sarif"]).read_text())["version"] == "2.1.0"
    assert sorted(path.name for path in Path("verifier-reports").iterdir()) == [
        "verifier.html",
        "verifier.json",
        "verifier.sarif",
    ]


@pytest.mark.parametrize(
    ("inputs", "status"),
    [
        ({"fail_on": "never"}, "0"),
        ({"fail_on": "note"}, "1"),
        ({"fail_on": "fatal"}, "2"),
        ({"sources": ""}, "2"),
        ({"sources": "gone"}, "3"),
        ({"baseline": "gone"}, "2"),
        ({"config": "gone"}, "2"),
        ({"changed_since": "nope"}, "2"),
        ({"formats": ""}, "1"),
        ({"formats": "pdf"}, "2"),
        ({"paths": ""}, "2"),
        ({"paths": "gone*.txt"}, "2"),
        ({"paths": "gone.txt"}, "2"),
        ({"folder": "a b", "formats": " ".join(FORMATS)}, "1"),
    ],
)
def test_every_input_is_heard(inputs: dict[str, str], status: str) -> None:
    done = action(**({"paths": "ferry.txt", "sources": "articles"} | inputs))
    assert (outputs()["status"], done.returncode) == (status, int(status))
    assert ("sarif" in outputs()) == (status in "01" and inputs.get("formats") != "")


def test_patterns_are_expanded_and_names_with_blanks_kept() -> None:
    Path("deep/er").mkdir(parents=True)
    Path("ferry.txt").rename("deep/er/our ferry.txt")
    done = action(paths="deep/**/*.txt\n", sources="  articles  ")
    assert done.returncode == 1, done.stderr
    assert "file=deep/er/our ferry.txt," in done.stdout


def test_inputs_are_no_code() -> None:
    action(paths="$(touch broken)`touch broken`;touch broken", sources="$(touch broken)", formats="x;touch broken")
    assert not Path("broken").exists()


def test_only_reports_are_replaced() -> None:
    Path("verifier.toml").write_text('sources = ["articles"]\n')
    Path("verifier.sarif").write_text("old")
    done = action(paths="ferry.txt", fail_on="fatal", folder=".")
    assert done.returncode == 2
    assert Path("verifier.toml").exists()
    assert not Path("verifier.sarif").exists()


def test_uploading_goes_on_when_the_gate_fails() -> None:
    upload = ACTION["runs"]["steps"][-1]
    assert upload["if"].startswith("always() && ")
    assert upload["with"]["sarif_file"] == "${{ steps.check.outputs.sarif }}"
    named = {
        value["value"].removeprefix("${{ steps.check.outputs.").removesuffix(" }}")
        for value in ACTION["outputs"].values()
    }
    action(paths="ferry.txt", sources="articles")
    assert named == set(outputs())


def test_overlapping_patterns_are_one_file() -> None:
    Path("again.txt").symlink_to("ferry.txt")
    done = action(paths="ferry.txt\nferr*.txt\n./ferry.txt\nagain.txt", sources="articles")
    assert (done.returncode, outputs()["status"]) == (1, "1")
    assert "named twice" not in done.stdout + done.stderr


@pytest.mark.parametrize("name", ["-ferry.txt", "two\nlines.txt", "a  b.txt", "--help"])
def test_odd_names_are_whole(name: str) -> None:
    Path("odd").mkdir()
    (Path("odd") / name).write_text(Path("ferry.txt").read_text("utf-8"), "utf-8")
    done = action(paths="odd/*", sources="articles")
    assert (done.returncode, outputs()["status"]) == (1, "1")


def test_a_set_up_that_fails_does_not_look_like_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("verifier-reports").write_text("a file", encoding="utf-8")
    done = action(paths="ferry.txt", sources="articles")
    assert (done.returncode, outputs()["status"]) == (2, "2")
    (tmp_path / "bin" / "verifier").unlink()
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}/usr/bin{os.pathsep}/bin")
    (tmp_path / "output").write_text("")
    done = action(paths="ferry.txt", sources="articles")
    assert (done.returncode, outputs()["status"]) == (2, "2")
    assert "verifier is not installed" in done.stdout


def test_a_broken_installation_does_not_look_like_findings(tmp_path: Path) -> None:
    program = tmp_path / "bin" / "verifier"
    program.unlink()
    program.write_text("#!/bin/sh\necho 'ImportError: no module' >&2\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    done = action(paths="ferry.txt", sources="articles")
    assert (done.returncode, outputs()["status"]) == (2, "2")
    assert "verifier cannot be run" in done.stdout
