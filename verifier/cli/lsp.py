"""Start the language server for an editor."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

import click

from verifier.cli.common import PATH, Engine, rule_options, sources_option, verifier_for
from verifier.cli.gating import against, gated
from verifier.cli.reading import Wish, read_again, reader_options, second_reader
from verifier.data.decode import MAX_BYTES, read_text
from verifier.data.walking import files_below
from verifier.errors import InputError, UsageError
from verifier.model import Gate, PostmortemReport, Report

if TYPE_CHECKING:
    from verifier.api import Verifier

Stamp = tuple[tuple[str, int, int], ...]
_HEAD = 1000
_AN_EDITOR = "let an editor start the language server"


@click.command()
@sources_option(required=False)
@click.option("--baseline", type=PATH, metavar="FILE", help="A file of waivers: what it lists is not shown.")
@reader_options
@rule_options
def lsp(*, sources: tuple[Path, ...], baseline: Path | None, engine: Engine, wish: Wish) -> None:
    """Show problems in an editor, as a language server.

    Editors start it. It checks postmortems as they are opened, changed and saved; hovering shows the evidence of a
    claim, quick fixes write what is sure. A second reader is asked about what is saved; while you write, answers that
    are recorded count.
    """
    try:
        from verifier.lsp.server import create
    except ImportError as error:
        raise UsageError("the language server needs pygls", hint="pip install pygls") from error
    if not sources:
        raise UsageError("no source is named", "--sources", "name the articles, there or in verifier.toml")
    second_reader(wish)
    create(Checker(sources, baseline, engine, wish).check).start_io(cast("BinaryIO", Messages(sys.stdin.buffer)))


class Messages:
    """Read an editor's messages from a stream, their heads line by line; refuse what is longer than any is."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readline(self) -> bytes:
        """Return the next line of a message's head.

        Raises: InputError where it is longer than a head is.
        """
        line = self._stream.readline(_HEAD + 1)
        if len(line) > _HEAD:
            raise InputError(
                f"has a line longer than {_HEAD:,} bytes in a message's head", "standard input", _AN_EDITOR
            )
        return line

    def read(self, size: int) -> bytes:
        """Return a message of so many bytes.

        Raises: InputError where it would be longer than a file may be.
        """
        if size > MAX_BYTES:
            what = f"announces a message longer than {MAX_BYTES // 2**20} MiB"
            raise InputError(what, "standard input", _AN_EDITOR)
        return self._stream.read(size)


class Checker:
    """Check postmortems against the same sources; these are read again where one of them has changed."""

    def __init__(self, sources: Sequence[Path], baseline: Path | None, engine: Engine, wish: Wish) -> None:
        self._sources, self._baseline, self._engine, self._wish = tuple(sources), baseline, engine, wish
        self._kept: dict[Path, tuple[Stamp, Verifier]] = {}

    def check(self, path: Path, text: str) -> PostmortemReport | None:
        """Return the report of a file with the text that an editor has of it; None for a source or an empty text.

        Raises: VerifierError where the text or the sources cannot be read.
        """
        from verifier.ingest.postmortems import read_postmortems

        if not text.strip() or any(_is_source(path, text, source) for source in self._sources):
            return None
        found = read_postmortems(path, None, text)
        report = self._read_again(self._verifier(path).check(found[0]), saved=_saved(path, text))
        report = gated(report, self._engine.settings, Gate())
        return against(report, self._baseline).reports[0]

    def _read_again(self, report: Report, *, saved: bool) -> Report:
        second = second_reader(self._wish)
        if second is None:
            return report
        return read_again(report, second) if saved else second.recorded(report)

    def _verifier(self, path: Path) -> Verifier:
        stamp = _stamp(self._sources)
        known = self._kept.get(path)
        if known is None or known[0] != stamp:
            known = self._kept[path] = stamp, verifier_for(self._sources, self._engine, [path])
        return known[1]


def _is_source(path: Path, text: str, source: Path) -> bool:
    """Say whether a file is a source, or lies among the articles of a folder and does not look like a postmortem."""
    from verifier.ingest.page_rows import is_page

    real, place = Path(os.path.realpath(path)), Path(os.path.realpath(source))
    if not place.is_dir():
        return real == place
    return real.is_relative_to(place) and not (is_page(text) or "postmortem" in real.stem.casefold())


def _saved(path: Path, text: str) -> bool:
    """Say whether a file holds what an editor has of it."""
    try:
        return read_text(path).text == text
    except InputError:
        return False


def _stamp(sources: Sequence[Path]) -> Stamp:
    """Return what changes when a source does."""
    return tuple(sorted(found for source in sources for found in _stamps(source)))


def _stamps(source: Path) -> Iterator[tuple[str, int, int]]:
    for path in files_below(source) if source.is_dir() else [source]:
        try:
            status = path.stat()
        except OSError:
            continue
        yield str(path), status.st_mtime_ns, status.st_size
