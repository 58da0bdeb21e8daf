"""Trace the claims of a postmortem to its sources and flag what they do not say, or say otherwise."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verifier.api import Verifier
    from verifier.errors import ConfigError, InputError, OutputError, UsageError, VerifierError
    from verifier.formats import renderer
    from verifier.ingest.postmortems import read_postmortems
    from verifier.ingest.sources import SourceSet, read_sources
    from verifier.model import (
        Assessment,
        Choice,
        Claim,
        Evidence,
        Explanation,
        Fact,
        Field,
        Finding,
        Kind,
        Place,
        Postmortem,
        PostmortemReport,
        Problem,
        Report,
        Role,
        Severity,
        Source,
        SourceConflict,
        SourceReading,
        Span,
        Stance,
        TextAssessment,
        Trouble,
        Verdict,
    )

__all__ = [
    "Assessment",
    "Choice",
    "Claim",
    "ConfigError",
    "Evidence",
    "Explanation",
    "Fact",
    "Field",
    "Finding",
    "InputError",
    "Kind",
    "OutputError",
    "Place",
    "Postmortem",
    "PostmortemReport",
    "Problem",
    "Report",
    "Role",
    "Severity",
    "Source",
    "SourceConflict",
    "SourceReading",
    "SourceSet",
    "Span",
    "Stance",
    "TextAssessment",
    "Trouble",
    "UsageError",
    "Verdict",
    "Verifier",
    "VerifierError",
    "read_postmortems",
    "read_sources",
    "renderer",
]

_VALUES = "verifier.model"
_HOMES = {
    "Verifier": "verifier.api",
    "read_postmortems": "verifier.ingest.postmortems",
    "read_sources": "verifier.ingest.sources",
    "SourceSet": "verifier.ingest.sources",
    "renderer": "verifier.formats",
    **dict.fromkeys(("ConfigError", "InputError", "OutputError", "UsageError", "VerifierError"), "verifier.errors"),
}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import a public name when it is first asked for, so that `import verifier` itself costs nothing (PEP 562)."""
        if name not in __all__:
            raise AttributeError(f"module 'verifier' has no attribute {name!r}")
        return getattr(import_module(_HOMES.get(name, _VALUES)), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
