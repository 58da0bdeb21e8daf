"""Define what command line options take: paths that name something, and numbers that are within bounds."""

from __future__ import annotations

import math
import os
from pathlib import Path
from typing import Any

import click


class _Named(click.Path):
    """Take a path that names something; what cannot be read is told, with its own exit status, by what reads it."""

    def convert(self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401  as its base
        """Return the path; an empty one would be the working folder."""
        if os.fspath(value) == "":
            self.fail("is empty; name a file or folder.", param, ctx)
        return super().convert(value, param, ctx)


class Within(click.FloatRange):
    """Take a number within bounds; no number is within any."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:  # noqa: ANN401
        """Return the number."""
        found = super().convert(value, param, ctx)
        if math.isnan(found):
            self.fail(f"{value} is no number.", param, ctx)
        return float(found)


PATH = _Named(path_type=Path, readable=False)
PLACE = _Named(readable=False)
"""A path or an address, as it was given."""
