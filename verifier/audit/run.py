"""Run an audit: postmortem by postmortem, each judged once, the reports written as they are done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from verifier.api import Verifier
from verifier.audit.catalogue import Catalogue
from verifier.audit.entries import Entry, Task, lost, unread, work
from verifier.audit.executors import Crew
from verifier.audit.folder import Folder
from verifier.audit.incidents import stream
from verifier.audit.jobs import Job, Terms
from verifier.audit.page import page
from verifier.audit.pool import Pool
from verifier.audit.reach import cited_by
from verifier.data.version import version
from verifier.model import Postmortem, Role, Source, Trouble

FEW = 50
Roles = Callable[[Source], Role]
Tell = Callable[[int, bool], None]


class Audit(NamedTuple):
    """Hold what is to be audited, on which terms, and in which formats reports are written."""

    postmortems: Sequence[Path]
    catalogue: Catalogue
    terms: Terms = Terms()
    formats: tuple[str, ...] = ("json", "html")
    role: Roles = lambda source: source.role


class Outcome(NamedTuple):
    """Hold the entries of an audit in the order of its input, and how many were there from an earlier run."""

    entries: tuple[Entry, ...]
    kept: int


def run(audit: Audit, folder: Folder, crew: Crew, tell: Tell = lambda _done, _fresh: None) -> Outcome:
    """Judge every postmortem that has not been judged on the same terms before; write reports, summary and index.

    `tell` is called for every postmortem that is done, with how many are, and whether it was judged anew.
    Raises: UsageError or ConfigError where the rules cannot be used; OutputError where the folder cannot be written.
    """
    going = _Run(audit, folder, tell)
    crew.load(partial(_warm, audit.terms.rules))
    for (job, _, _), judged in Pool(work, crew).run(going.tasks()):
        entry, files = (lost(job, judged), {}) if isinstance(judged, Exception) else judged
        folder.keep(entry, files)
        going.note(job.number, entry, fresh=True)
    entries = tuple(going.found[number] for number in sorted(going.found))
    folder.finish(entries, page(entries))
    return Outcome(entries, going.kept)


def jobs(audit: Audit) -> Iterator[Job | Trouble]:
    """Yield the jobs of an audit in the order of its input, each with the articles it cites, and what is unreadable."""
    for number, found in enumerate(stream(audit.postmortems)):
        if isinstance(found, Trouble):
            yield found
            continue
        names = reach_of(found, audit.catalogue)
        read = [item for name in names for item in audit.catalogue.article(name)]
        sources = (replace(item, role=audit.role(item)) for item in read if isinstance(item, Source))
        troubles = tuple(item for item in read if isinstance(item, Trouble))
        yield Job(number, found, tuple(s for s in sources if s.role is not Role.EXCLUDE), troubles, audit.terms)


def _warm(rules: Path | None) -> None:
    """Judge something small, so that word lists and weights are loaded."""
    Verifier([Source("1", "Two servers failed on Monday, an engineer said.")], rules=rules).check_text(
        "A server failed."
    )


def reach_of(postmortem: Postmortem, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the ids of the articles in a postmortem's reach: those it cites, or of a few articles all."""
    cited = catalogue.of(cited_by(postmortem), postmortem)
    return cited or (tuple(sorted(catalogue.ids())) if len(catalogue) <= FEW else ())


class _Run:
    """Hold how far an audit is."""

    def __init__(self, audit: Audit, folder: Folder, tell: Tell) -> None:
        self._audit, self._folder, self._tell = audit, folder, tell
        terms = audit.terms
        rules = Verifier((), rules=terms.rules, select=terms.select, ignore=terms.ignore).rulebook
        self._made_by = (version(), rules.digest, audit.formats)
        self.found: dict[int, Entry] = {}
        self.kept = 0

    def tasks(self) -> Iterator[Task]:
        """Yield what is to be judged, and note what need not be."""
        for number, item in enumerate(jobs(self._audit)):
            if isinstance(item, Trouble):
                self.note(number, unread(item), fresh=False)
                continue
            key = item.key(*self._made_by)
            entry = self._folder.done(item.postmortem.id, key)
            if entry is None:
                yield item, key, self._audit.formats
            else:
                self.kept += 1
                self.note(number, entry, fresh=False)

    def note(self, number: int, entry: Entry, *, fresh: bool) -> None:
        """Note what became of a postmortem."""
        self.found[number] = entry
        self._tell(len(self.found), fresh)
