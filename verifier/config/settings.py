"""Hold a project's settings: each value, and the policy, gate and options that follow from them."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from verifier.config.files import find, read
from verifier.config.values import checked
from verifier.gate.policy import Levels, Policy
from verifier.model import Role, Severity, Source

_PATHS = ("sources", "rules", "baseline")
OPTIONS = ("sources", "rules", "select", "ignore", "fail-on", "baseline")
DEFAULTS: dict[str, Any] = {
    "sources": [],
    "rules": "",
    "select": [],
    "ignore": [],
    "fail-on": "error",
    "baseline": "",
    "max-problems": {},
    "min-confidence": 0.0,
    "show-confidence": 0.0,
    "stand-in": True,
    "count-denials": True,
    "count-guesses": True,
    "severity": {},
    "roles": {},
}


@dataclass(frozen=True, slots=True)
class Settings:
    """Hold what a configuration file says, and the file; without one all holds as it is by default."""

    path: Path | None = None
    values: dict[str, Any] = field(default_factory=dict)

    def get(self, key: str) -> Any:  # noqa: ANN401  what a key holds is known by its name
        """Return the value that holds for a key."""
        return self.values.get(key, DEFAULTS[key])

    @property
    def options(self) -> dict[str, Any]:
        """Return the defaults for command line options, by the names that commands know them by."""
        return {key.replace("-", "_"): self.values[key] for key in OPTIONS if key in self.values}

    @property
    def policy(self) -> Policy:
        """Return the policy."""
        return Policy(
            rules=self._levels("rules"),
            fields=self._levels("fields"),
            verdicts=self._levels("verdicts"),
            min_confidence=float(self.get("min-confidence")),
            show_confidence=float(self.get("show-confidence")),
            stand_in=self.get("stand-in"),
            denials=self.get("count-denials"),
            guesses=self.get("count-guesses"),
        )

    @property
    def limits(self) -> tuple[tuple[Severity, int], ...]:
        """Return how many problems of a severity are let pass."""
        return tuple((Severity(name), most) for name, most in self.get("max-problems").items())

    def role(self, source: Source) -> Role:
        """Return the role of a source: the one its id is given here, else its own."""
        given = (role for pattern, role in self.get("roles").items() if fnmatchcase(source.id, pattern))
        return Role(next(given, source.role))

    def _levels(self, name: str) -> Levels:
        return tuple(self.get("severity").get(name, {}).items())


def load(path: Path | None = None, folder: Path | None = None) -> Settings:
    """Read the configuration file named, or the nearest one from a folder (the present one) upward.

    Raises: ConfigError where it is wrong.
    """
    found = path or find(folder or Path.cwd())
    if found is None:
        return Settings()
    values = checked(read(found), found)
    return Settings(found, {key: _located(value, found) if key in _PATHS else value for key, value in values.items()})


def _located(value: Any, path: Path) -> Any:  # noqa: ANN401  a path or a list of them
    """Return paths, which count from the file's folder, as they are to be used from the present one."""
    if isinstance(value, list):
        return [_located(item, path) for item in value]
    return os.path.relpath(path.parent / value) if not Path(value).is_absolute() else value
