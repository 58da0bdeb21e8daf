"""Tell the version of this program."""

from __future__ import annotations

VERSION = "0.1.0"
"""Read by setup.cfg as well: asking what is installed takes as long as reading a postmortem."""


def version() -> str:
    """Return the version."""
    return VERSION
