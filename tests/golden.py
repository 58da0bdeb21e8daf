"""Write the golden reports anew: `python -m tests.golden`; then read `git diff` before you commit."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

SWITCH = "VERIFIER_WRITE_GOLDEN"


def compare(path: Path, text: str) -> None:
    """Assert that the text is what the file holds; with the environment variable VERIFIER_WRITE_GOLDEN write it."""
    if os.environ.get(SWITCH):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    assert path.read_bytes().decode("utf-8") == text


if __name__ == "__main__":
    os.environ[SWITCH] = "1"
    sys.exit(pytest.main([str(Path(__file__).parent), "-k", "golden", "-p", "no:cacheprovider"]))
