"""Find readers: entry points of the group `verifier.readers`, ours and those of other packages."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points

from verifier.errors import ConfigError, UsageError, VerifierError, from_clone, like_named
from verifier.reader.values import Options, Reader

GROUP = "verifier.readers"
_EXTRAS = {"openai": "reader", "entailment": "entailment"}
FILE = "file"
"""The reader that has nothing but recorded answers, by whomever."""


def names() -> dict[str, str]:
    """Return the names of all readers with what they are loaded from, sorted by name."""
    return {FILE: "recorded answers"} | {name: point.value for name, point in sorted(_points().items())}


def reader(name: str, options: Options) -> Reader:
    """Return a reader by its name.

    Raises: UsageError where none has the name; ConfigError where it cannot be loaded; what the reader itself finds
    wrong with its options.
    """
    points = _points()
    if name not in points:
        raise UsageError("no such reader", name, like_named(name, names()))
    try:
        made: Callable[[Options], Reader] = points[name].load()
        return made(options)
    except VerifierError:
        raise
    except ImportError as error:
        hint = from_clone(_EXTRAS[name]) if _ours(points[name]) else "install it again"
        raise ConfigError(f"cannot be loaded (needs {error.name or 'a missing package'})", name, hint) from error
    except Exception as error:
        raise ConfigError(f"cannot be set up ({type(error).__name__})", name, "see its documentation") from error


def _ours(point: EntryPoint) -> bool:
    return point.value.startswith("verifier.")


def _points() -> dict[str, EntryPoint]:
    """Return the entry points by name; ours go first."""
    found = sorted(entry_points(group=GROUP), key=lambda point: (not _ours(point), point.value))
    return {point.name: point for point in reversed(found)}
