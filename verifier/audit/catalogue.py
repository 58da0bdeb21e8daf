"""Know where every article is, and read one only when it is asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from verifier.errors import InputError
from verifier.ingest.articles import article_at, rows
from verifier.ingest.document import read_document
from verifier.ingest.folder import MANIFEST, article_files, is_folder
from verifier.ingest.listed import change, file_digest, is_table, listed_sources
from verifier.ingest.manifest import Entry, Manifest, read_manifest
from verifier.ingest.namesakes import namesakes, of_rows
from verifier.model import Postmortem, Role, Source, Trouble

Read = Callable[[Path], Source]


class Spot(NamedTuple):
    """Say where an article is: a file, a row of a table, or an entry of a manifest."""

    id: str
    path: Path
    url: str = ""
    row: int | None = None
    entry: Entry | None = None
    manifest: Manifest | None = None

    def same_place(self, other: Spot) -> bool:
        """Say whether two spots are one file, or one row."""
        return self.row == other.row and os.path.realpath(self.path) == os.path.realpath(other.path)


class Catalogue:
    """Find articles by their ids and addresses; only the tables' ids are held, not their texts.

    Raises: ConfigError where a manifest is wrong or two different articles have one id.
    """

    def __init__(self, paths: Sequence[Path], exclude: Collection[Path] = (), read: Read = read_document) -> None:
        self._read = read
        self._skip = {os.path.realpath(path) for path in exclude}
        self._spots: dict[str, Spot] = {}
        self._urls: dict[str, str] = {}
        self._refused: set[str] = set()
        self.troubles: list[Trouble] = []
        for path in paths:
            for spot in self._safely(path, self._named(path)):
                self._add(spot)

    def __len__(self) -> int:
        return len(self._spots)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all articles, in the order they were named."""
        return tuple(self._spots)

    def holds(self, path: Path) -> bool:
        """Say whether a file is one of the articles, or a table of them."""
        return os.path.realpath(path) in self._files

    @cached_property
    def _files(self) -> set[str]:
        return {os.path.realpath(spot.path) for spot in self._spots.values()}

    def of(self, labels: Iterable[str], postmortem: Postmortem) -> tuple[str, ...]:
        """Return the ids of the articles that labels name: by id, by address, or by the list of references."""
        targets = dict(postmortem.references)
        found = (self._id(label) or self._id(targets.get(label, "")) for label in labels)
        return tuple(sorted({name for name in found if name}))

    def article(self, name: str) -> tuple[Source | Trouble, ...]:
        """Read an article, with what is wrong with it.

        Raises: KeyError for an id that no article has.
        """
        spot = self._spots[name]
        try:
            return tuple(self._open(spot))
        except InputError as error:
            return (Trouble(error.where or str(spot.path), error.what, error.hint),)

    def _open(self, spot: Spot) -> Iterator[Source | Trouble]:
        if spot.row is not None:
            found = article_at(spot.path, spot.row)
            role = spot.entry.role if spot.entry else Role.CITED
            yield replace(found, role=role) if isinstance(found, Source) else found
        elif spot.manifest and spot.entry:
            yield from listed_sources(spot.manifest._replace(entries=(spot.entry,)))
        else:
            yield self._read(spot.path)

    def _id(self, label: str) -> str | None:
        return label if label in self._spots else self._urls.get(label.rstrip("/"))

    def _add(self, spot: Spot) -> None:
        if spot.id in self._refused:
            return
        first = self._spots.setdefault(spot.id, spot)
        if first is not spot and not self._alike(first, spot):
            if first.path != spot.path or spot.row is None:
                raise namesakes(spot.id, first.path, spot.path)
            self._choose(first, spot)
        if spot.url:
            self._urls.setdefault(spot.url.rstrip("/"), spot.id)

    def _choose(self, first: Spot, other: Spot) -> None:
        """Keep that of two rows with one id whose text holds the other's; neither where they say different things."""
        read = [(spot, item) for spot in (first, other) for item in self._open(spot) if isinstance(item, Source)]
        meant, trouble = of_rows([source for _, source in read])
        self.troubles.append(trouble)
        kept = next((spot for spot, source in read if source is meant), None)
        if kept is None:
            del self._spots[first.id]
            self._refused.add(first.id)
        else:
            self._spots[first.id] = kept

    def _alike(self, first: Spot, other: Spot) -> bool:
        """Say whether two spots with one id hold the same; a table may repeat a row."""
        return first.same_place(other) or (first.path == other.path and [*self._open(first)] == [*self._open(other)])

    def _named(self, path: Path) -> Iterator[Spot]:
        if is_folder(path):
            for file in article_files(path):
                yield from self._safely(file, self._file(file))
        else:
            yield from self._file(path)

    def _file(self, path: Path) -> Iterator[Spot]:
        if os.path.realpath(path) in self._skip:
            return
        if path.name == MANIFEST or path.suffix.lower() == ".json":
            yield from self._listed(read_manifest(path))
        elif is_table(path):
            yield from (Spot(row.id, path, row.url, row.place) for row in rows(path) if row.id)
        elif path.exists():
            yield Spot(path.stem, path)
        else:
            raise InputError("no such file", str(path), "check the path")

    def _listed(self, manifest: Manifest) -> Iterator[Spot]:
        for entry in manifest.entries:
            path = manifest.locate(entry)
            if entry.role is Role.EXCLUDE or os.path.realpath(path) in self._skip:
                continue
            if not is_table(path):
                yield Spot(entry.id, path, entry.url, None, entry, manifest)
                continue
            trouble = change(path, entry.sha256, file_digest(path)) if entry.sha256 else None
            self.troubles += [trouble] if trouble else []
            yield from (Spot(row.id, path, row.url, row.place, entry) for row in rows(path) if row.id)

    def _safely(self, path: Path, spots: Iterator[Spot]) -> Iterator[Spot]:
        """Yield spots until one cannot be told; what is wrong is kept, wrong manifests are still raised."""
        try:
            yield from spots
        except InputError as error:
            self.troubles.append(Trouble(error.where or str(path), error.what, error.hint))
