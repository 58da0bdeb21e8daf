"""Find the configuration file and read its table, whichever of the three forms it has."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from verifier.data.decode import read_text
from verifier.errors import ConfigError, InputError

Table = dict[str, Any]
_SECTION = "verifier"


def find(folder: Path) -> Path | None:
    """Return the nearest configuration file, in a folder or one above it; None where there is none.

    In one folder verifier.toml goes before pyproject.toml and that before setup.cfg; the latter two count only where
    they have a section for verifier.
    """
    for place in (folder, *folder.parents):
        for name, reader in _READERS.items():
            path = place / name
            if _is_there(path) and (name == "verifier.toml" or (_mentions(path) and reader(path) is not None)):
                return path
    return None


def _is_there(path: Path) -> bool:
    """Tell whether a configuration file is there.

    Raises: ConfigError where something else has its name, or it is empty: settings that were meant would not hold.
    """
    if not os.path.lexists(path):
        return False
    try:
        size = path.stat().st_size if path.is_file() else -1
    except OSError as error:
        raise ConfigError(f"cannot be read ({error.strerror})", str(path), "check its permissions") from error
    if size < 1:
        what = "is empty" if size == 0 else "is no regular file"
        raise ConfigError(what, str(path), "write settings into it, or move it away")
    return True


def read(path: Path) -> Table:
    """Read the table of a configuration file that was named or found.

    Raises: ConfigError where it cannot be read, is malformed, or has no section for verifier.
    """
    reader = _READERS.get(path.name) or (_ini if path.suffix == ".cfg" else _own)
    table = reader(path)
    if table is None:
        raise ConfigError("says nothing of verifier", str(path), "add [tool.verifier], or [verifier] in setup.cfg")
    return table


def _mentions(path: Path) -> bool:
    try:
        return b"verifier" in path.read_bytes()
    except OSError as error:
        raise ConfigError(f"cannot be read ({error.strerror})", str(path), "check its permissions") from error


def _text(path: Path) -> str:
    try:
        return read_text(path).text
    except InputError as error:
        what = error.what if path.exists() else f"cannot be read ({error.what})"
        raise ConfigError(what, str(path), "check the path") from error


def _toml(path: Path) -> Table:
    import tomllib

    try:
        return tomllib.loads(_text(path))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"is no TOML ({error})", str(path), "mend it") from error
    except ValueError as error:
        raise ConfigError("holds a number too long to read", str(path), "shorten it") from error


def _pyproject(path: Path) -> Table | None:
    tool = _toml(path).get("tool")
    table = tool.get(_SECTION) if isinstance(tool, dict) else None
    if not isinstance(table, dict | None):
        raise ConfigError(
            f'has "{_SECTION}" under [tool], but no table of that name', str(path), "write [tool.verifier]"
        )
    return table


def _own(path: Path) -> Table | None:
    """Return a whole file, or its [tool.verifier]."""
    table = _toml(path)
    return _pyproject(path) if "tool" in table else table


def _ini(path: Path) -> Table | None:
    """Return [verifier] and, as tables in it, [verifier.severity.rules] and the like; all values are text."""
    import configparser

    parser = configparser.RawConfigParser(delimiters=("=",), strict=True)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    try:
        parser.read_string(_text(path), str(path))
    except configparser.Error as error:
        said = " ".join(str(error).split())
        raise ConfigError(f"is malformed ({said})", str(path), "mend it") from error
    sections = {name: dict(parser[name]) for name in _ours(parser)}
    if not sections:
        return None
    found: Table = {}
    for name, values in sections.items():
        table = found
        for part in name.split(".")[1:]:
            table = table.setdefault(part, {})
            if not isinstance(table, dict):
                raise ConfigError(f'has "{part}" both as a value and as a section', str(path), "keep one of them")
        table.update(values)
    return found


def _ours(parser: Mapping[str, object]) -> Iterator[str]:
    return (name for name in sorted(parser) if name.split(".")[0] == _SECTION)


_READERS: dict[str, Callable[[Path], Table | None]] = {
    "verifier.toml": _own,
    "pyproject.toml": _pyproject,
    "setup.cfg": _ini,
}
