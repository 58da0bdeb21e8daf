"""Find evidence for a claim among all articles of an archive."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from verifier.api import Verifier
from verifier.archive.build import ABOUT, FORMAT, INDEX, NAME
from verifier.archive.index import Searcher
from verifier.archive.store import Spot, Store
from verifier.archive.terms import words
from verifier.errors import InputError
from verifier.model import Evidence, Part, Role, Source, Stance, Verdict

CANDIDATES = 50
NOTE = "found in the archive; the postmortem does not cite it"
_JUDGED = 12
_TOLD = frozenset({Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.DISPUTED})


class Passage(NamedTuple):
    """Hold a sentence of an archive that may bear on a claim: its article, where it stands there, and its score."""

    source: Source
    spot: Spot
    score: float

    @property
    def text(self) -> str:
        """Return the sentence."""
        whole = self.source.title if self.spot.part is Part.TITLE else self.source.text
        return whole[self.spot.start : self.spot.end]


class Found(NamedTuple):
    """Hold what an archive says of a claim: the verdict over its passages, the evidence, the articles it is from."""

    verdict: Verdict
    evidence: tuple[Evidence, ...]
    sources: tuple[Source, ...]


class Archive:
    """Search an archive that `verifier archive build` made.

    Raises: InputError where there is none, or it is damaged or of another version.
    """

    def __init__(self, folder: Path, rules: Path | None = None) -> None:
        home = folder / NAME
        hint = f"build it: verifier archive build {folder}"
        try:
            about = json.loads((home / ABOUT).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise InputError("holds no archive", str(folder), hint) from error
        if not isinstance(about, dict) or about.get("format") != FORMAT:
            raise InputError("holds an archive of another version", str(folder), hint)
        self._index, self._store, self._rules = Searcher(home / INDEX), Store(home), rules
        self._article = lru_cache(maxsize=256)(self._store.article)

    def passages(self, claim: str, limit: int = CANDIDATES) -> tuple[Passage, ...]:
        """Return the sentences that share most with a claim, best first."""
        return tuple(self._passages(claim, limit))

    def _passages(self, claim: str, limit: int) -> Iterator[Passage]:
        hits = self._index.find(words(claim), limit)
        spots = self._store.spots([number for number, _ in hits])
        yield from (Passage(self._article(spots[n].article), spots[n], score) for n, score in hits if n in spots)

    def look_up(self, claim: str, without: frozenset[str] = frozenset()) -> Found:
        """Judge a claim by the passages found, those of some articles left out; never as if it cited them."""
        others = (p for p in self._passages(claim, CANDIDATES) if p.source.id not in without)
        near = list(islice(others, _JUDGED))
        if not near:
            return Found(Verdict.UNSUPPORTED, (), ())
        told = Verifier(masked(near), rules=self._rules).check_text(claim)
        shown = (e for a in told.assessments for e in a.evidence if e.stance is not Stance.CONTEXT)
        evidence = {(e.source, e.part, e.start, e.end): e for e in shown}
        if told.verdict not in _TOLD or not evidence:
            return Found(told.verdict, (), ())
        named = {e.source for e in evidence.values()}
        articles = {p.source.id: replace(p.source, role=Role.CONTEXT) for p in near if p.source.id in named}
        return Found(told.verdict, tuple(evidence.values()), tuple(articles.values()))


def masked(passages: Sequence[Passage]) -> list[Source]:
    """Return the articles of passages, all but the passages blank, so that only these are read and offsets stay."""
    spots: defaultdict[str, list[Spot]] = defaultdict(list)
    sources = {}
    for passage in passages:
        sources[passage.source.id] = passage.source
        spots[passage.source.id].append(passage.spot)
    return [_mask(sources[name], spots[name]) for name in sorted(sources)]


def _mask(source: Source, spots: Sequence[Spot]) -> Source:
    titled = any(spot.part is Part.TITLE for spot in spots)
    pieces, at = [], 0
    for spot in sorted(s for s in spots if s.part is Part.BODY):
        if spot.start >= at:
            pieces += ["\n" * (spot.start - at), source.text[spot.start : spot.end]]
            at = spot.end
    return replace(source, text="".join(pieces), title=source.title if titled else "", notes=())
