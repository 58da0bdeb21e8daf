"""Check each of many postmortems by itself, in one process or several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from verifier.cli.common import Engine, progress
from verifier.errors import InputError
from verifier.model import Postmortem, Report, Role, Source

if TYPE_CHECKING:
    from verifier.ingest.sources import SourceSet

Outcome = Report | InputError


def checked_apart(
    given: SourceSet, engine: Engine, postmortems: tuple[Postmortem, ...], jobs: int
) -> Iterator[Outcome]:
    """Yield the outcome of every postmortem in order, each checked against the sources in its own reach alone."""
    from verifier.audit.executors import processes
    from verifier.audit.jobs import Job, Terms, report_of
    from verifier.audit.pool import Pool

    terms = Terms(engine.rules, engine.select, engine.ignore)
    work = (Job(n, p, reach(p, given.sources), given.troubles, terms) for n, p in enumerate(postmortems))
    done: dict[int, Report | Exception] = {}
    for job, outcome in progress(Pool(report_of, processes(jobs)).run(work), "checking postmortem"):
        done[job.number] = outcome
    for number in range(len(postmortems)):
        found = done[number]
        if not isinstance(found, Report | InputError):
            raise found
        yield found


def reach(postmortem: Postmortem, sources: Sequence[Source]) -> tuple[Source, ...]:
    """Return the sources that may bear on a postmortem: those it cites and context, or all where it lists none.

    A postmortem that lists its articles leans on these and on the ones its markers name; any other on all supplied.
    """
    from verifier.audit.reach import cited_by

    known = {source.id for source in sources} | {source.url.rstrip("/") for source in sources if source.url}
    if known.isdisjoint(label.rstrip("/") for label in postmortem.cited):
        return tuple(sources)
    labels = cited_by(postmortem)
    named = {label.rstrip("/") for label in labels}
    named |= {target.rstrip("/") for label, target in postmortem.references if label in labels}
    return tuple(s for s in sources if s.role is Role.CONTEXT or s.id in named or s.url.rstrip("/") in named)
