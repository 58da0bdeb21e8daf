"""Prove that readers of other packages are found without a change here, and that bad ones are told."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from verifier.errors import ConfigError, UsageError
from verifier.reader import registry
from verifier.reader.values import Options

MODULE = """
class Reader:
    def __init__(self, options):
        self.model = options.model or "parrot-1"

    def ask(self, question):
        return '{"verdict": "unsupported", "part": "' + question.text.split()[0] + '", "kind": "other"}'


def broken(options):
    raise RuntimeError(options.url)


def refusing(options):
    from verifier.errors import UsageError
    raise UsageError("needs a perch", "--reader-model")
"""


@pytest.fixture
def _parrots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install a package with readers of its own."""
    install(tmp_path, monkeypatch)


def install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "parrots.py").write_text(MODULE, encoding="utf-8")
    info = folder / "parrots-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: parrots\nVersion: 1.0\n", encoding="utf-8")
    points = {"parrot": "Reader", "broken": "broken", "refusing": "refusing", "missing": "nothing", "openai": "Reader"}
    listed = "".join(f"{name} = parrots:{value}\n" for name, value in points.items())
    (info / "entry_points.txt").write_text(
        f"[verifier.readers]\n{listed}gone = no_such_parrot:make\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(str(folder))


@pytest.mark.usefixtures("_parrots")
def test_a_reader_of_another_package_is_found() -> None:
    assert registry.names()["parrot"] == "parrots:Reader"
    assert registry.reader("parrot", Options()).model == "parrot-1"


@pytest.mark.usefixtures("_parrots")
def test_no_other_package_takes_the_place_of_ours() -> None:
    assert registry.names()["openai"] == "verifier.reader.openai:make"


@pytest.mark.usefixtures("_parrots")
@pytest.mark.parametrize(
    ("name", "error", "told"),
    [
        ("broken", ConfigError, r"broken: cannot be set up \(RuntimeError\)"),
        ("missing", ConfigError, "missing: cannot be"),
        ("gone", ConfigError, r"gone: cannot be loaded \(needs no_such_parrot\)"),
        ("refusing", UsageError, "--reader-model: needs a perch"),
    ],
)
def test_a_reader_that_cannot_be_set_up_is_told_without_its_own_words(
    name: str, error: type[Exception], told: str
) -> None:
    with pytest.raises(error, match=told) as failed:
        registry.reader(name, Options(url="http://secret"))
    assert "secret" not in str(failed.value)


@pytest.mark.parametrize(
    ("name", "library", "extra"), [("openai", "httpx", "reader"), ("entailment", "onnxruntime", "entailment")]
)
def test_a_library_that_is_missing_is_named_with_the_extra(
    name: str, library: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ConfigError, match=rf"needs {library}.; in the clone of verifier: pip install '.\[{extra}\]'"):
        registry.reader(name, Options(model=str(tmp_path), url="http://localhost/v1"))


def test_ours_are_there_and_an_unknown_one_is_told_with_the_next_best() -> None:
    assert {"file", "openai", "entailment"} <= set(registry.names())
    with pytest.raises(UsageError, match='no such reader; did you mean "openai"'):
        registry.reader("opneai", Options())
    with pytest.raises(UsageError, match="known: file, entailment, openai"):
        registry.reader("x", Options())
