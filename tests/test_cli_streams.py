"""Run the program where a stream is closed, a disk is full or the folder is gone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import ferry
import pytest

FULL = Path("/dev/full")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ferry.write(tmp_path)
    monkeypatch.chdir(tmp_path)


def run(line: str) -> tuple[int, str]:
    """Run a shell line in which `verifier` is the program; return its status and what it says."""
    script = f'verifier() {{ "{sys.executable}" -m verifier "$@"; }}; {line}'
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


CHECK = f"verifier check {ferry.POSTMORTEM} --sources {ferry.ARTICLES}"


GONE = (
    f'mkdir gone; here="$PWD"; cd gone; rmdir ../gone; verifier check "$here/{ferry.POSTMORTEM}" '
    f'--sources "$here/{ferry.ARTICLES}" >/dev/null'
)


@pytest.mark.parametrize(
    ("line", "status", "said"),
    [
        (f"{CHECK} >&-", 2, "standard output: is closed; open it, or write to a file with -o"),
        (f"{CHECK} -o r.json >&-", 1, "r.json written"),
        (
            f"verifier check - --sources {ferry.ARTICLES} <&-",
            3,
            "standard input: is closed; name a file, or open standard input",
        ),
        ("verifier claims - <&-", 3, "standard input: is closed; name a file, or open standard input"),
        (f"{CHECK} 2>&- >/dev/null", 1, ""),
        (
            GONE,
            3,
            "the working folder: No such file or directory; see to it, and run this again",
        ),
    ],
)
def test_a_message_and_no_traceback(line: str, status: int, said: str) -> None:
    code, error = run(line)
    assert said in error
    assert "Traceback" not in error
    assert code == status


@pytest.mark.skipif(not FULL.exists(), reason="has no /dev/full")
@pytest.mark.parametrize("line", [CHECK, "verifier --help", "verifier --version", "verifier rules --help"])
def test_a_full_disk_gets_a_message(line: str) -> None:
    code, error = run(f"{line} >/dev/full")
    assert (code, "Traceback" in error) == (3, False)
    assert "standard output: No space left on device" in error


@pytest.mark.parametrize(
    ("line", "status"),
    [
        (f"check pipe --sources {ferry.ARTICLES}", 3),
        (f"check {ferry.POSTMORTEM} --sources pipe", 3),
        (f"check {ferry.POSTMORTEM} --sources {ferry.ARTICLES} --baseline pipe", 2),
        (f"check {ferry.POSTMORTEM} --sources {ferry.ARTICLES} --config pipe", 2),
        (f"check {ferry.POSTMORTEM} --sources {ferry.ARTICLES} --rules pipe", 2),
        (f"check {ferry.POSTMORTEM} --sources {ferry.ARTICLES} --reader file --reader-answers pipe", 2),
        (f"explain pipe c-1 --sources {ferry.ARTICLES}", 3),
        ("claims pipe", 3),
        ("review pipe --baseline b.json", 3),
        (f"audit pipe --sources {ferry.ARTICLES} -o out", 3),
        ("diff pipe pipe", 3),
        ("baseline add x pipe --reason y --baseline b.json", 3),
        (f"eval pipe --sources {ferry.ARTICLES}", 3),
        ("sources check pipe", 3),
        ("sources fetch pipe -o out", 3),
        ("reader answers pipe", 3),
        ("rules test --rules pipe", 2),
    ],
)
def test_nothing_waits_for_a_pipe_in_place_of_a_file(line: str, status: int) -> None:
    os.mkfifo("pipe")
    code, error = run(f"timeout 60 {sys.executable} -m verifier {line} </dev/null >/dev/null")
    assert (code, error.startswith("verifier: error: pipe: is ")) == (status, True)
