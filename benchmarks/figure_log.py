"""Print figures, and keep them in a file as they come, so that a run that is ended early leaves those that it has."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path


class FigureLog:
    """Print lines, and append what they tell to a file, one JSON object a line."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._begun = time.perf_counter()

    def keep(self, **values: object) -> None:
        """Append values to the file alone."""
        when = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "since": round(self._clock(), 1)}
        rounded = {name: round(value, 4) if isinstance(value, float) else value for name, value in values.items()}
        with self._path.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(when | rounded) + "\n")

    def tell(self, line: str, values: Mapping[str, object]) -> None:
        """Print a line, and append its values."""
        print(line, flush=True)
        self.keep(**values)

    def _clock(self) -> float:
        return time.perf_counter() - self._begun


def add_option(parser: argparse.ArgumentParser, name: str) -> None:
    """Add the option that names the file."""
    told = "file that figures are appended to as they come (default: %(default)s)"
    parser.add_argument("--figures", type=Path, default=Path(f"figures-{name}.jsonl"), help=told)
