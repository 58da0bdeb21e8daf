"""Answer single claims, reading sources and building verifiers no more than once for the same sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.cli.common import Engine
from verifier.cli.items import Item
from verifier.errors import InputError
from verifier.model import Source, TextAssessment

if TYPE_CHECKING:
    from verifier.api import Verifier
    from verifier.ingest.sources import SourceSet

_KEPT = 32


class Answerer:
    """Check items against their own sources or against articles under `paths`; the last few verifiers are kept."""

    def __init__(self, paths: Sequence[Path], engine: Engine | None = None) -> None:
        self._engine = engine or Engine()
        self._verifier = lru_cache(maxsize=_KEPT)(self._build)
        self._named = bool(paths)
        found = _read(paths)
        self.troubles = found.troubles
        self._articles = {source.id: source for source in found.sources}

    def answer(self, item: Item) -> TextAssessment:
        """Check an item.

        Raises: InputError where an article is not among the sources.
        """
        return self._verifier(self.sources(item)).check_text(item.claim)

    def sources(self, item: Item) -> tuple[Source, ...]:
        """Return the sources of an item.

        Raises: InputError where an article is not among the sources.
        """
        return item.sources or tuple(self._find(item.articles))

    def _find(self, ids: Iterable[str]) -> Iterable[Source]:
        if not self._named:
            raise InputError("name ids, but no sources are given", "articles", "name them with --sources")
        for identity in dict.fromkeys(ids):
            if identity not in self._articles:
                raise InputError(f'no source has the id "{identity}"', "articles", "check the id and --sources")
            yield self._articles[identity]

    def _build(self, sources: tuple[Source, ...]) -> Verifier:
        from verifier.api import Verifier

        return Verifier(sources, rules=self._engine.rules, select=self._engine.select, ignore=self._engine.ignore)


def _read(paths: Sequence[Path]) -> SourceSet:
    from verifier.ingest.sources import SourceSet, read_sources

    return read_sources(paths) if paths else SourceSet((), ())
