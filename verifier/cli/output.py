"""Write reports: to standard output, or to files that are written whole or not at all."""

from __future__ import annotations

import io
import os
import re
import stat
import sys
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypedDict, TypeVar

import click

from verifier.data.writing import writing
from verifier.errors import OutputError, UsageError
from verifier.formats import FORMATS, format_of

if TYPE_CHECKING:
    from verifier.model import Trouble

F = TypeVar("F", bound=Callable[..., object])
_VERBOSITY = "verifier.verbosity"
_PREFIX = re.compile(r"([A-Za-z][\w-]+):(.+)", re.DOTALL)
_ALL = 0o666
_NAME = 100
_SHOWN = 20
_LEFT = 3600.0
_SUMMARY_BYTES = 1000 * 1024
_OTHER = "name another file"


class Looks(TypedDict, total=False):
    """Say how wide to draw, and whether in colour."""

    width: int
    color: bool


class Target(NamedTuple):
    """Name a file to be written and the format it gets."""

    format: str
    path: Path


def say(message: str) -> None:
    """Write one line to standard error."""
    from verifier.formats.visible import visible

    click.echo(f"verifier: {visible(message)}", err=True)


def verbosity() -> int:
    """Return how much is to be said on standard error: below 0 only errors, above 0 also how things came about."""
    context = click.get_current_context(silent=True)
    return int(context.meta.get(_VERBOSITY, 0)) if context else 0


def note(message: str, level: int = 0) -> None:
    """Write one line to standard error, unless less than that is asked for."""
    if verbosity() >= level:
        say(message)


def verbosity_options(command: F) -> F:
    """Add -v and -q."""
    quiet = click.option(
        "-q", "--quiet", is_flag=True, expose_value=False, callback=_hush, help="Say nothing but errors."
    )
    loud = click.option(
        "-v",
        "--verbose",
        is_flag=True,
        expose_value=False,
        callback=_talk,
        help="Say also which settings and rules were used.",
    )
    return loud(quiet(command))


def _hush(ctx: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001
    if asked:
        ctx.meta[_VERBOSITY] = -1


def _talk(ctx: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001
    if asked:
        ctx.meta[_VERBOSITY] = 1


def tell(troubles: Sequence[Trouble]) -> None:
    """Write the inputs that could not be used to standard error."""
    for trouble in troubles[:_SHOWN]:
        said = f"{trouble.where}: {trouble.what}" + (f"; {trouble.hint}" if trouble.hint else "")
        note(said) if trouble.slight else say(f"error: {said}")
    if len(troubles) > _SHOWN:
        say(f"error: {len(troubles) - _SHOWN} more inputs could not be used")


def open_streams() -> None:
    """Give every standard stream that is closed a place to go to; what would be lost with one raises an error."""
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  open while the program runs
    if sys.stdout is None:
        sys.stdout = _Closed(io.BytesIO(), encoding="utf-8")


class _Closed(io.TextIOWrapper):
    """Stand for a standard output that is closed."""


def emit(text: str | bytes) -> None:
    """Write text to standard output, always as UTF-8; bytes as they are.

    Raises: OutputError where it is closed; UsageError for bytes where it is a terminal.
    """
    if isinstance(sys.stdout, _Closed):
        raise OutputError("is closed", "standard output", "open it, or write to a file with -o")
    if isinstance(text, bytes) and sys.stdout.isatty():
        raise UsageError("this format is not for a terminal", "standard output", "name a file with -o")
    sys.stdout.buffer.write(text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def looks() -> Looks:
    """Return width and colour for standard output: fixed and plain unless it is a terminal, plain under NO_COLOR."""
    if not sys.stdout.isatty():
        return Looks()
    import shutil

    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Looks(width=shutil.get_terminal_size().columns, color=not plain)


def target(output: str) -> Target:
    """Read `[FORMAT:]FILE`.

    Raises: UsageError for an unknown format or ending.
    """
    prefix = _PREFIX.fullmatch(output)
    if not prefix:
        return Target(format_of(output), Path(output))
    if prefix[1] not in FORMATS:
        raise UsageError(f'unknown format "{prefix[1]}"', output, f"known are {', '.join(FORMATS)}")
    return Target(prefix[1], Path(prefix[2]))


def targets(outputs: Iterable[str], inputs: Collection[Path]) -> list[Target]:
    """Read all outputs and make sure, before any work is done, that they can be written.

    Raises: UsageError for an output named twice or one that would overwrite an input; OutputError for a folder.
    """
    found = [target(output) for output in outputs]
    from verifier.ingest.folder import is_folder
    from verifier.ingest.sources import keys, stands_for

    # What lies below a folder is refused by its place; by another name only a file of several names can be it.
    linked = any(_has_names(path) for _, path in found)
    files = (file for path in inputs for file in (stands_for(path) if linked or not is_folder(path) else [path]))
    read = {key for file in files for key in keys(file)}
    written: set[object] = set()
    folders = [os.path.realpath(path) for path in inputs if is_folder(path)]
    for _, path in found:
        if str(path) == "-":
            raise UsageError("is no file; standard output gets a report by -f", "-o -", "name a file, or use -f FORMAT")
        if not (read | written).isdisjoint(keys(path)):
            named = read.isdisjoint(keys(path))
            what = "is named twice" if named else "is read in this run, and would be overwritten"
            raise UsageError(what, str(path), "name another file")
        if any(os.path.realpath(path).startswith(os.path.join(folder, "")) for folder in folders):  # noqa: PTH118
            raise UsageError("lies in a folder of inputs, and would be read as one", str(path), "name a file elsewhere")
        written |= keys(path)
        _check(path)
    return found


def _has_names(path: Path) -> bool:
    """Say whether a file is there that has several names."""
    try:
        return path.stat().st_nlink > 1
    except (OSError, ValueError):
        return False


def write(files: Iterable[tuple[Path, str | bytes]]) -> None:
    """Write files: each is first written beside its place, and moved there only when all are complete.

    Raises: OutputError where one cannot be written; what was there before then stays as it was.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for path, text in files:
            with writing(path, _OTHER):
                staged.append((_stage(path, text), path))
        for temporary, path in staged:
            with writing(path, _OTHER):
                temporary.replace(os.path.realpath(path))
    finally:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)


def make(folder: Path) -> None:
    """Make a folder where there is none.

    Raises: OutputError where it cannot be made.
    """
    with writing(folder, _OTHER):
        folder.mkdir(exist_ok=True)


def require_own(folder: Path, names: Collection[str]) -> None:
    """Make sure that what has these names in a folder are reports, which may be overwritten.

    Raises: UsageError where anything else has one of them.
    """
    from verifier.ingest.foreign import is_report

    there = (folder / name for name in names if os.path.lexists(folder / name))
    if not all(map(is_report, there)):
        what = "holds a page that is no report, and would be overwritten"
        raise UsageError(what, str(folder), "move it away, or name another file")


def append(path: Path, text: str) -> None:
    """Append Markdown to the summary of a job, cut at a line where it is longer than hosts take.

    Raises: OutputError where it cannot be written.
    """
    data = text.encode("utf-8", "backslashreplace")
    if len(data) > _SUMMARY_BYTES:
        data = data[:_SUMMARY_BYTES].rpartition(b"\n")[0] + b"\n\nThe report goes on; see its file.\n"
    with writing(path, _OTHER), path.open("ab") as stream:
        stream.write(data)


def _stage(path: Path, text: str | bytes) -> Path:
    """Write a file beside the one it is to replace, with the permissions that one has or a new one would get."""
    import tempfile

    place = Path(os.path.realpath(path))
    _sweep(place)
    handle, name = tempfile.mkstemp(prefix=f".{place.name[:_NAME]}.", suffix=".tmp", dir=place.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace"))
        temporary.chmod(stat.S_IMODE(place.stat().st_mode) if place.exists() else _ALL & ~_umask())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _sweep(place: Path) -> None:
    """Take away what a run that was killed has left beside a file: temporary files that nobody can be writing still."""
    start = f".{place.name[:_NAME]}."
    for left in place.parent.iterdir():
        if left.name.startswith(start) and left.name.endswith(".tmp") and time.time() - left.stat().st_mtime > _LEFT:
            left.unlink(missing_ok=True)


def _check(path: Path) -> None:
    """Refuse what cannot become a file."""
    place = Path(os.path.realpath(path))
    if place.exists() and not place.is_file():
        raise OutputError("is no regular file", str(path), "name a file; -f writes to standard output")
    if not place.parent.is_dir():
        raise OutputError("its folder does not exist", str(path), f"make {place.parent} first")
    if not os.access(place.parent, os.W_OK):
        raise OutputError("its folder is not writable", str(path), "name a file in another folder")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
