"""Prove that baselines are read as merges leave them, written the same way every time, and refuse what is wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import repository
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import FERRY, REPORT

from verifier.config.baseline import KEYS, Terms, line_of, missing, read, text_of
from verifier.errors import ConfigError
from verifier.gate.fingerprint import fingerprint
from verifier.gate.waived import every
from verifier.model import Gate, Severity, Waiver

ONE = Waiver("0" * 16, "quantity", "ferry", "About 40,000", "a typing error of the paper", "Ada", date(2030, 1, 31))
TWO = Waiver("f" * 16, "unsupported", "ferry", "Rats", "seen by the editor", "Bo")
TEXT = st.text(st.characters(codec="utf-8"), max_size=30)
WAIVERS = st.builds(
    Waiver,
    st.text("0123456789abcdef", min_size=16, max_size=16),
    TEXT,
    TEXT,
    TEXT,
    TEXT.filter(str.strip),
    TEXT,
    st.none() | st.dates(),
)


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_one_waiver_a_line_sorted() -> None:
    text = text_of([TWO, ONE, TWO])
    assert [line for line in text.splitlines() if not line.startswith("#")] == [line_of(ONE), line_of(TWO)]
    assert f"\n# 0\n{line_of(ONE)}\n# 1\n" in text
    assert text.endswith(f"\n# f\n{line_of(TWO)}\n")
    assert text == text_of([ONE, TWO])
    assert [key for key in KEYS if f'"{key}"' in line_of(ONE)] == list(KEYS)


@settings(deadline=None)
@given(st.lists(WAIVERS, max_size=5))
def test_what_is_written_is_read(waivers: list[Waiver]) -> None:
    import tempfile

    wanted = {(w.fingerprint, w.postmortem): w for w in sorted(waivers, key=line_of)}
    with tempfile.TemporaryDirectory() as folder:
        found = read(written(Path(folder) / "b", text_of(waivers)))
    assert set(found) == set(wanted.values())


def test_order_repetition_and_blank_lines_do_not_matter(tmp_path: Path) -> None:
    path = written(tmp_path / "b", f"\n{line_of(TWO)}\n\n{line_of(ONE)}\r\n{line_of(TWO)}\n")
    assert read(path) == (ONE, TWO)
    with pytest.raises(ConfigError, match="is empty"):
        read(written(tmp_path / "empty", ""))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("<<<<<<< HEAD", "line 1: is left over from a merge"),
        ("nonsense", "line 1: is no JSON"),
        ("[" * 100_000, "line 1: is nested too deeply"),
        (line_of(ONE).replace('"Ada"', "Infinity"), "line 1: holds Infinity, which is no JSON number"),
        ("[]", "line 1: is no waiver"),
        (line_of(ONE).replace('"reason"', '"reasn"'), 'unknown key "reasn"; did you mean "reason"?'),
        (line_of(ONE).replace("a typing error of the paper", "  "), "has no reason; say why"),
        (line_of(ONE).replace('"author": "Ada"', '"author": 7'), '"author" is no text'),
        (line_of(ONE).replace('"author": "Ada", ', ""), 'has no "author"'),
        (line_of(ONE).replace("2030-01-31", "2030-02-31"), '"expires" is no day: 2030-02-31'),
        (line_of(ONE).replace("0" * 16, "0"), '"fingerprint" is none'),
    ],
)
def test_wrong_lines_are_named(line: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        read(written(tmp_path / "b", f"{line}\n"))
    assert said in str(caught.value)


@pytest.mark.parametrize("data", [b"\x00\x01", b"\xff\xfe\xfd"])
def test_other_files_are_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(data)
    with pytest.raises(ConfigError, match="verifier baseline write"):
        read(tmp_path / "b")
    with pytest.raises(ConfigError, match="cannot be read"):
        read(tmp_path / "gone")


@pytest.mark.parametrize(("fail_on", "rules"), [(Severity.ERROR, 3), (Severity.WARNING, 4), (None, 0)])
def test_what_fails_is_what_is_waived(fail_on: Severity | None, rules: int) -> None:
    found = missing(replace(REPORT, gate=Gate(fail_on)), Terms("known", "Ada"))
    assert len(found) == rules
    assert {w.fingerprint for w in found} <= {fingerprint(f) for f in every(FERRY)}
    assert {w.postmortem for w in found} <= {"ferry"}


@pytest.mark.parametrize(
    ("attributes", "third"), [("", "e"), ("* merge=union\n", "e"), ("* merge=union\n", "fe"), ("* merge=union\n", "ff")]
)
def test_branches_that_each_add_a_waiver_merge(
    attributes: str, third: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.isolate(monkeypatch)
    path = written(tmp_path / "waivers", text_of([ONE]))
    written(tmp_path / ".gitattributes", attributes)
    repository.begin(tmp_path)
    other = replace(TWO, fingerprint=third.ljust(16, "0"))
    for branch, waiver in (("left", TWO), ("right", other)):
        repository.git("switch", "-q", "-c", branch, "main", folder=tmp_path)
        written(path, text_of([ONE, waiver]))
        repository.commit(tmp_path, branch)
    repository.git("merge", "-q", "left", folder=tmp_path)
    assert set(read(path)) == {ONE, TWO, other}
