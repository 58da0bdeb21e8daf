"""Define the one tree of exceptions; every message says what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Iterable


def from_clone(extra: str) -> str:
    """Return how an extra is installed: from the clone, since on the public index the name is another program's."""
    return f"in the clone of verifier: pip install '.[{extra}]'"


def like_named(wrong: str, known: Iterable[str], otherwise: str | None = None, alike: float = 0.6) -> str:
    """Return as a hint the known names likest to a wrong one, or else another hint: where none is given, all names."""
    from difflib import get_close_matches

    names = list(dict.fromkeys(known))
    near = [f'"{name}"' for name in get_close_matches(wrong, names, 3, alike)]
    told = f"known: {', '.join(names)}" if otherwise is None else otherwise
    return f"did you mean {' or '.join(near)}?" if near else told


class VerifierError(Exception):
    """Carry a message that can be shown to a user as it is.

    Args: `what` is wrong, `where` it is (a path, a line, a key), `hint` what to do about it.
    """

    exit_status = 2

    def __init__(self, what: str, where: str = "", hint: str = "") -> None:
        self.what, self.where, self.hint = what, where, hint
        super().__init__(": ".join(part for part in (where, what) if part) + (f"; {hint}" if hint else ""))


class UsageError(VerifierError):
    """Say that the call itself is wrong (exit status 2)."""


class UnknownIncidentError(UsageError):
    """Say that a file does not hold the incident that is asked for."""


class ConfigError(VerifierError):
    """Say that a rule, lexicon, manifest or configuration file is wrong (exit status 2)."""


class InputError(VerifierError):
    """Say that an input could not be read, or that nothing was left to check (exit status 3)."""

    exit_status = 3


class OutputError(VerifierError):
    """Say that an output could not be written (exit status 2)."""
