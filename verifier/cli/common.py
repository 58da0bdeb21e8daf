"""Share what several commands need: options, reading of inputs, progress."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Sized
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TypeVar

import click

from verifier.cli.output import verbosity, verbosity_options
from verifier.cli.parameters import PATH
from verifier.config.settings import Settings, load
from verifier.data.walking import files_below
from verifier.errors import ConfigError, InputError, UnknownIncidentError, UsageError
from verifier.gate.outcome import BROKEN, CLEAN, FOUND
from verifier.model import Postmortem, Role, Trouble

if TYPE_CHECKING:
    from verifier.api import Verifier
    from verifier.ingest.sources import SourceSet

__all__ = ["BROKEN", "CLEAN", "FOUND", "PATH"]
F = TypeVar("F", bound=Callable[..., object])
T = TypeVar("T")
STDIN = Path("-")
_STDIN = "standard input"
_TERMINAL_QUIET, _TERMINAL_PAUSE, _LOG_PAUSE = 1.0, 0.1, 10.0


class Engine(NamedTuple):
    """Hold the options that choose rules, and the project's settings."""

    rules: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    settings: Settings = Settings()


def sources_option(*, required: bool = True) -> Callable[[F], F]:
    """Return the option that names sources."""
    text = "Articles: a file, a folder, a manifest or an article table. May be repeated."
    return click.option("--sources", "sources", multiple=True, required=required, type=PATH, metavar="PATH", help=text)


def incident_option(command: F) -> F:
    """Add the option that picks one incident of a table."""
    return click.option("--incident", metavar="ID", help="Only this incident of a table of incidents.")(command)


def rule_options(command: Callable[..., object]) -> Callable[..., object]:
    """Add the options that choose rules and settings, which the command gets as `engine`."""

    @wraps(command)
    def run(
        *, rules: Path | None, select: tuple[str, ...], ignore: tuple[str, ...], settings: Settings, **others: object
    ) -> object:
        return command(engine=Engine(rules, select, ignore, settings), **others)

    ignored = click.option(
        "--ignore", multiple=True, metavar="RULE", shell_complete=_rules, help="Leave this rule out. May be repeated."
    )
    selected = click.option(
        "--select", multiple=True, metavar="RULE", shell_complete=_rules, help="Use only this rule. May be repeated."
    )
    folder = click.option(
        "--rules", type=PATH, callback=holding, metavar="PATH", help="A file or folder of further rules."
    )
    return folder(selected(ignored(config_option(verbosity_options(run)))))


def config_option(command: F) -> F:
    """Add the option that names a configuration file; its values become the defaults of other options."""
    return click.option(
        "--config",
        "settings",
        type=PATH,
        is_eager=True,
        callback=_configure,
        metavar="FILE",
        help="Settings. By default the nearest verifier.toml, pyproject.toml or setup.cfg upward.",
    )(command)


def holding(ctx: click.Context, _: click.Parameter, path: Path | None) -> Path | None:
    """Make sure that a path of rules can hold some.

    Raises: ConfigError for what is neither file nor folder, and for a folder without any.
    """
    if path is None or ctx.resilient_parsing or not path.exists():
        return path
    if not (path.is_file() or path.is_dir()):
        raise ConfigError("is neither a file nor a folder", str(path), "name a file or folder of rules")
    if path.is_dir() and not any(found.suffix == ".toml" for found in files_below(path)):
        raise ConfigError("holds no rule", str(path), "put rules there (.toml), or leave --rules out")
    return path


def _configure(ctx: click.Context, _: click.Parameter, path: Path | None) -> Settings:
    if ctx.resilient_parsing:
        return Settings()
    settings = load(path)
    ctx.default_map = {**(ctx.default_map or {}), **settings.options}
    return settings


def _rules(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    from verifier.data.rulebook import load as load_rules

    return [rule.id for rule in load_rules().rules if rule.id.startswith(incomplete)]


def read_postmortems(paths: Sequence[Path], incident: str | None) -> tuple[tuple[Postmortem, ...], tuple[Trouble, ...]]:
    """Read postmortems in the order of their paths; of several files, those that cannot be read become troubles.

    Raises: InputError where none can be read; UsageError where one is named twice, or none holds the incident.
    """
    twice = next((path for path, times in Counter(map(str, paths)).items() if times > 1), None)
    if twice is not None:
        raise UsageError("is named twice", twice, "name each postmortem once")
    found: list[Postmortem] = []
    errors: list[InputError] = []
    elsewhere: list[UnknownIncidentError] = []
    for path in sorted(paths):
        try:
            found += read_one(path, incident)
        except InputError as error:
            errors.append(error)
        except UnknownIncidentError as error:
            elsewhere.append(error)
    if not found and (errors or elsewhere):
        raise next((e for e in elsewhere if e.hint.startswith("did you mean")), [*errors, *elsewhere][0])
    return tuple(found), tuple(Trouble(error.where, error.what, error.hint) for error in errors)


def read_one(path: Path, incident: str | None) -> tuple[Postmortem, ...]:
    """Read the postmortems of one file, or of standard input for `-`."""
    from verifier.ingest import postmortems

    if path != STDIN:
        return postmortems.read_postmortems(path, incident)
    try:
        return postmortems.read_postmortems(path, incident, _standard_input())
    except InputError as error:
        raise InputError(error.what, error.where.replace(str(STDIN), _STDIN, 1), error.hint) from error


def _standard_input() -> str:
    """Read standard input; bytes that are no UTF-8 stay recognisable as such.

    Raises: InputError where it is larger than a file may be.
    """
    from verifier.data.decode import MAX_BYTES

    data = standard_input().read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputError(f"is larger than {MAX_BYTES // 2**20} MiB", _STDIN, "supply less at a time")
    return data.decode("utf-8", "surrogateescape")


def standard_input() -> BinaryIO:
    """Return standard input.

    Raises: InputError where it is closed.
    """
    if sys.stdin is None:
        raise InputError("is closed", _STDIN, "name a file, or open standard input")
    return sys.stdin.buffer


def sources_for(sources: Sequence[Path], engine: Engine, exclude: Collection[Path] = ()) -> SourceSet:
    """Read the sources, but for the postmortems themselves, with the roles that the settings give; by their ids.

    Raises: InputError where the roles in the settings leave no source.
    """
    from verifier.ingest.sources import SourceSet, read_sources

    found = read_sources(sorted(sources), exclude=exclude)
    listed = sorted(found.sources, key=lambda source: source.id)
    given = tuple(replace(source, role=engine.settings.role(source)) for source in listed)
    if all(source.role is not Role.CITED for source in given):
        raise InputError(
            "no source may serve as evidence",
            ", ".join(map(str, sources)),
            'see [roles] in the settings: one must be "cited"',
        )
    return SourceSet(given, found.troubles)


def verifier_for(sources: Sequence[Path], engine: Engine, exclude: Collection[Path] = ()) -> Verifier:
    """Read the sources, but for the postmortems themselves, and set up a verifier; their order does not matter.

    Raises: InputError where the roles in the settings leave no source.
    """
    return verifier_of(sources_for(sources, engine, exclude), engine)


def verifier_of(given: SourceSet, engine: Engine) -> Verifier:
    """Set up a verifier for sources that were read."""
    from verifier.api import Verifier

    return Verifier(
        given.sources, rules=engine.rules, select=engine.select, ignore=engine.ignore, troubles=given.troubles
    )


def progress(items: Iterable[T], what: str) -> Iterator[T]:
    """Yield items and tell on standard error how far it is: on a terminal after a second, in a log every ten."""
    terminal = sys.stderr.isatty()
    total = f" of {len(items)}" if isinstance(items, Sized) else ""
    due, drawn = time.monotonic() + (_TERMINAL_QUIET if terminal else _LOG_PAUSE), False
    for number, item in enumerate(items, 1):
        if time.monotonic() > due and verbosity() >= 0:
            due, drawn = time.monotonic() + (_TERMINAL_PAUSE if terminal else _LOG_PAUSE), True
            _tell(f"{what} {number}{total}", terminal=terminal)
        yield item
    if drawn and terminal:
        _tell("", terminal=True)


def _tell(line: str, *, terminal: bool) -> None:
    click.echo(f"\r\x1b[K{line}" if terminal else f"verifier: {line}", err=True, nl=not terminal)
