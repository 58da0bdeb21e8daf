"""Build the tables of cues: of denial, of certainty, and of who says what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from verifier.data import lexicons as lexicon
from verifier.words.forms import Lemmas, bases, lemmas_of
from verifier.words.grammar import DENIALS

CUES = ("particle", "subject", "implicative", "object", "clause", "none", "affirmative", "back", "weak")
_LONGEST_CUE = 3
_HEDGING = frozenset({("possible", "modal"), ("possible", "adverb"), ("likely", "adverb"), ("likely", "adjective")})
_NEGATIVE = ("particle", "subject", "implicative", "weak")
SAYING = ("neutral", "claim", "warn", "suggest", "evaluate")
_BOUNDS = frozenset({"less than", "more than"})


def negators(extra: Path | None, known: frozenset[str]) -> dict[Lemmas, str]:
    """Return the negating cues; what only looks like a negation is `none`."""
    found = {}
    for kind in CUES:
        for term in lexicon.negators(extra).get(kind, ()):
            if term not in _BOUNDS:
                words = bases(lemmas_of(term), known)
                if kind != "weak" or len(words) > 1:
                    plain = "none" if kind in {"affirmative", "weak"} else kind
                    found[words[:-1] if kind == "implicative" else words] = plain
    return found


def negative(extra: Path | None) -> frozenset[str]:
    """Return the words that deny or imply a denial: the telling first words of all cues, and words of concession."""
    cues, stop = lexicon.negators(extra), lexicon.stopwords(extra)
    weak = lexicon.weak_denials(extra)
    found = {*weak.implying, *weak.conceding}
    for kind in _NEGATIVE:
        for words in map(lemmas_of, cues.get(kind, ())):
            if len(words) == 1 or (words[0] not in stop and words[0] not in weak.plain):
                found.add(words[0])
    return frozenset(found | DENIALS)


def hedges(extra: Path | None, known: frozenset[str]) -> dict[Lemmas, str]:
    """Return the cues that make what follows less than asserted, by level."""
    return {
        bases(lemmas_of(h.cue), known): h.level
        for h in lexicon.hedges(extra).cues
        if (h.level, h.part) in _HEDGING and len(lemmas_of(h.cue)) <= _LONGEST_CUE
    }


def links(extra: Path | None) -> dict[str, tuple[tuple[Lemmas, str], ...]]:
    """Return the cues with a link by their first word: the other words of each, and the link."""
    found: defaultdict[str, dict[tuple[Lemmas, str], None]] = defaultdict(dict)
    for link, cues in lexicon.hedges(extra).links.items():
        for first, *rest in map(lemmas_of, cues):
            found[first][tuple(rest), link] = None
    return {k: tuple(v) for k, v in found.items()}


def reporting(extra: Path | None, stances: Iterable[str]) -> frozenset[str]:
    """Return the verbs of one word by which somebody is reported to say something, of these stances."""
    verbs = lexicon.reporting(extra)
    return frozenset(v for stance in stances for v in verbs.get(stance, ()) if " " not in v)
