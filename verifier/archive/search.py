"""Find evidence for a claim among all articles of an archive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from verifier.api import Verifier
from verifier.archive.build import ABOUT, FORMAT, INDEX, NAME
from verifier.archive.index import Searcher
from verifier.archive.nearest import Nearness
from verifier.archive.store import Spot, Store
from verifier.data.json_text import parse_json
from verifier.errors import InputError
from verifier.model import Evidence, Part, Role, Source, Stance, Verdict
from verifier.words.tables import vocabulary

CANDIDATES = 50
_COMPARED, _COMPARED_MOST, _CELLS = 250, 400, 800
"""So many sentences are ranked at least and at most; more for claims of few words, whose words many have alike."""
NOTE = "found in the archive, not among the sources supplied"
_JUDGED = 12
_SHOWN = 3


class Passage(NamedTuple):
    """Hold where a sentence that may bear on a claim stands, how likely it is evidence, and how to read its article.

    The likelihood is 0 where the engine would not ask for it.
    """

    spot: Spot
    score: float
    article: Callable[[int], Source]

    @property
    def source(self) -> Source:
        """Return its article."""
        return self.article(self.spot.article)

    @property
    def text(self) -> str:
        """Return the sentence."""
        source = self.source
        whole = source.title if self.spot.part is Part.TITLE else source.text
        return whole[self.spot.start : self.spot.end]


class Found(NamedTuple):
    """Hold where an archive states a claim: the evidence, and the articles it is from."""

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
            about = parse_json((home / ABOUT).read_text(encoding="utf-8"), "")
        except (InputError, OSError, ValueError) as error:
            raise InputError("holds no archive", str(folder), hint) from error
        if not isinstance(about, dict) or about.get("format") != FORMAT:
            raise InputError("holds an archive of another version", str(folder), hint)
        self._index, self._store, self._rules = Searcher(home / INDEX), Store(home), rules
        self._nearness = Nearness(vocabulary(rules))
        self._article = lru_cache(maxsize=256)(self._store.article)

    def passages(self, claim: str, limit: int = CANDIDATES) -> tuple[Passage, ...]:
        """Return the sentences nearest to a claim in the order of the engine's own ranking, best first."""
        return tuple(self._passages(claim, limit))

    def _passages(self, claim: str, limit: int) -> Iterator[Passage]:
        read = self._nearness.read(claim)
        words = self._nearness.words(read)
        compared = max(limit, _COMPARED, min(_COMPARED_MOST, _CELLS // max(1, len(words))))
        found = self._index.find(words, compared)
        near = islice(self._nearness.nearest(read, self._store.sentences(found)), limit)
        yield from (Passage(kept.spot, score, self._article) for kept, score in near)

    def look_up(self, claim: str, without: frozenset[str] = frozenset()) -> Found:
        """Return the articles that state a claim, those of some ids left out.

        Each is judged by itself. That another article gives another figure says nothing: it may tell of another
        incident.
        """
        others = (p for p in self._passages(claim, CANDIDATES) if p.source.id not in without)
        by_article: defaultdict[int, list[Passage]] = defaultdict(list)
        for passage in islice(others, _JUDGED):
            by_article[passage.spot.article].append(passage)
        stating = ((near[0].source, self._evidence(claim, near)) for near in by_article.values())
        chosen = list(islice(((source, shown) for source, shown in stating if shown), _SHOWN))
        return Found(
            tuple(evidence for _, shown in chosen for evidence in shown),
            tuple(replace(source, role=Role.CONTEXT) for source, _ in chosen),
        )

    def _evidence(self, claim: str, near: Sequence[Passage]) -> tuple[Evidence, ...]:
        """Return the evidence for a claim in the passages of one article; none where they do not state all of it."""
        told = Verifier(masked(near), rules=self._rules).check_text(claim)
        if told.verdict is not Verdict.SUPPORTED:
            return ()
        shown = (e for a in told.assessments for e in a.evidence if e.stance is Stance.SUPPORTS)
        return tuple({(e.part, e.start, e.end): e for e in shown}.values())


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
