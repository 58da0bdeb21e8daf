"""Tell the version of the installed package."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed


@cache
def version() -> str:
    """Return the version, or `0+unknown` where the package runs uninstalled."""
    try:
        return installed("verifier")
    except PackageNotFoundError:
        return "0+unknown"
