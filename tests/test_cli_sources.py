from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from verifier.cli.main import main

TEXT = "Gate opens early\n\nThe lock gate was opened too early, the canal office said on Friday.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "case").mkdir()
    for name in ("a.txt", "--force.txt"):
        (tmp_path / "case" / name).write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "case"


def run(*args: str) -> Result:
    return CliRunner().invoke(main, ["sources", *args])


def test_a_manifest_is_written_and_holds(folder: Path) -> None:
    written = run("init", "case")
    assert (written.exit_code, written.stdout) == (0, "")
    assert written.stderr == "verifier: case/manifest.json: 2 sources written\n"
    data = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert data["version"] == 1
    assert [(record["id"], record["file"], record["role"]) for record in data["sources"]] == [
        ("--force", "--force.txt", "cited"),
        ("a", "a.txt", "cited"),
    ]
    assert set(data["sources"][0]) == {"id", "file", "title", "url", "outlet", "published", "sha256", "role"}
    for path in ("case", "case/manifest.json"):
        checked = run("check", path)
        assert (checked.exit_code, checked.stdout) == (0, "")
        assert checked.stderr == "verifier: case/manifest.json: 2 sources, all as the manifest says\n"


def test_findings_are_one_line_each(folder: Path) -> None:
    run("init", "case")
    (folder / "a.txt").unlink()
    (folder / "b.txt").write_text(TEXT, encoding="utf-8")
    result = run("check", "case")
    assert result.exit_code == 1
    assert result.stdout == (
        "case/a.txt: no such file; check the path\n"
        'case/b.txt: is not named in the manifest; write the manifest anew with "verifier sources init --force", '
        "or move the file away\n"
    )
    assert result.stderr == "verifier: case/manifest.json: 2 sources, 2 findings\n"


def test_a_manifest_is_replaced_only_by_force_and_keeps_its_ids(folder: Path) -> None:
    run("init", "case")
    path = folder / "manifest.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"id": "a"', '"id": "95954"'), encoding="utf-8")
    (folder / "a.txt").write_text(TEXT + "More.\n", encoding="utf-8")
    before = path.read_bytes()
    refused = run("init", "case")
    assert refused.exit_code == 2
    assert refused.stderr == "verifier: error: case/manifest.json: is there already; add --force to replace it\n"
    assert path.read_bytes() == before
    assert run("check", "case").exit_code == 1
    assert run("init", "--force", "case").exit_code == 0
    assert run("check", "case").exit_code == 0
    assert '"id": "95954"' in path.read_text(encoding="utf-8")


def test_files_that_raise_doubts_are_said_when_a_manifest_is_written(folder: Path) -> None:
    (folder / "c.txt").write_bytes(b"\x00\x01")
    result = run("init", "case")
    assert result.exit_code == 0
    assert result.stderr.splitlines()[0].startswith("verifier: case/c.txt: is a binary file; ")
    assert result.stderr.splitlines()[1] == "verifier: case/manifest.json: 3 sources written"


@pytest.mark.parametrize(
    ("content", "status", "message"),
    [
        (None, 3, "case/manifest.json: no such file; write it with: verifier sources init case"),
        (b"\x00\x01", 3, "case/manifest.json: is a binary file; "),
        (b"{", 2, "case/manifest.json, line 1 column 2: is malformed JSON "),
        (b'{"version": 1}', 2, "case/manifest.json: $: 'sources' is a required property; "),
        (
            b'{"version": 1, "sources": [{"id": "1", "file": "../a.txt"}]}',
            2,
            "case/manifest.json: $.sources[0].file leaves the manifest's folder: ../a.txt; ",
        ),
    ],
)
def test_a_manifest_that_cannot_be_checked(folder: Path, content: bytes | None, status: int, message: str) -> None:
    if content is not None:
        (folder / "manifest.json").write_bytes(content)
    result = run("check", "case")
    assert (result.exit_code, result.stdout) == (status, "")
    assert result.stderr.startswith(f"verifier: error: {message}")


@pytest.mark.parametrize("command", ["init", "check"])
def test_a_path_that_leads_nowhere(folder: Path, command: str) -> None:
    for path in ("nowhere", "x" * 5000):
        result = run(command, "--", path)
        assert result.exit_code == 3
        assert result.stderr.startswith(f"verifier: error: {path}")


def test_an_empty_folder_has_no_manifest(folder: Path) -> None:
    (folder / "empty").mkdir()
    result = run("init", "case/empty")
    assert result.exit_code == 3
    assert "case/empty: holds no article" in result.stderr
    assert list((folder / "empty").iterdir()) == []


def test_names_that_would_act_on_the_terminal_are_shown_harmlessly(folder: Path) -> None:
    run("init", "case")
    (folder / "x\x1b[2J.txt").write_text(TEXT, encoding="utf-8")
    result = run("check", "case")
    assert result.exit_code == 1
    assert "\x1b" not in result.stdout
    assert "[2J.txt: is not named in the manifest" in result.stdout


def test_help_tells_the_exit_statuses() -> None:
    text = " ".join(run("check", "--help").stdout.split())
    assert "The exit status is 0 where all is well, 1 where a file changed" in text
