"""Read a text once: its tokens, the keys they match by, its clauses and its typed facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain, pairwise
from typing import Any, TypeVar

from verifier.data.word_lists import words
from verifier.facts.assertion.doubt import Hedge, doubts, hedges
from verifier.facts.assertion.polarity import Negation, negations
from verifier.facts.assertion.quantifier import Quantifier, quantifiers
from verifier.facts.date import DateFact
from verifier.facts.fact_type import Value
from verifier.facts.people.names import Name, names
from verifier.facts.people.titles import Title, parted, titles
from verifier.facts.quantity import Quantity
from verifier.facts.registry import TYPES
from verifier.model import Fact, Span
from verifier.text.tokens import Token, lying_in, tokenize
from verifier.words.acronyms import acronyms
from verifier.words.forms import graded_from
from verifier.words.texts import Text
from verifier.words.vocabulary import Vocabulary

_HYPHENS = frozenset("-\u2010\u2011")
_BREAKS = frozenset(";:()—–[]")
_CONJUNCTIONS = words("grammar", "clauses", "conjunctions")
V = TypeVar("V", bound=Value)
Keys = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, eq=False)
class Analysis:
    """Hold what one reading of a text found.

    `keys[i]` are the keys token i matches by, best first: its stem, then concepts (`=n` for words that may replace each
    other, `~n` for words that are near). `content` are the positions of the tokens that carry meaning and are no part
    of a quantity or date, `inside` of all that count. `clauses[i]` numbers the clause of token i, `phrases[i]` what is
    between punctuation, `gaps[i]` is the text between token i and the next, `values` has the facts of each type read.
    """

    text: str
    tokens: tuple[Token, ...]
    stems: tuple[str, ...]
    lemmas: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]
    content: tuple[int, ...]
    content_set: frozenset[int]
    inside: frozenset[int]
    clauses: tuple[int, ...]
    phrases: tuple[int, ...]
    gaps: tuple[str, ...]
    values: Mapping[str, tuple[Any, ...]]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateFact, ...]
    quantifiers: tuple[Quantifier, ...]
    names: tuple[Name, ...]
    name_tokens: frozenset[int]
    sure_name_tokens: frozenset[int]
    negations: tuple[Negation, ...]
    titles: tuple[Title, ...]
    hedges: tuple[Hedge, ...]
    doubts: tuple[Hedge, ...]

    @cached_property
    def forms(self) -> frozenset[str]:
        """Return the base forms of all words."""
        return frozenset(chain.from_iterable(graded_from(token.key) for token in self.tokens))

    @cached_property
    def positions(self) -> Mapping[str, tuple[int, ...]]:
        """Return the positions of the content tokens by key."""
        found: dict[str, tuple[int, ...]] = {}
        for position in self.content:
            here = (position,)
            for key in self.keys[position]:
                found[key] = found[key] + here if key in found else here
        return found


def _joined(text: str, tokens: Sequence[Token], gaps: Sequence[str]) -> list[bool]:
    """Say of each token but the last whether it may make one word with the next: by a hyphen, or in a name."""
    pairs = zip(gaps, pairwise([text[token.start].isupper() for token in tokens]), strict=True)
    return [(one and other) if gap == " " else gap in _HYPHENS for gap, (one, other) in pairs]


@lru_cache(maxsize=256)
def analyse(
    text: str,
    vocabulary: Vocabulary,
    published: date | None = None,
    within: Sequence[Span] = (),
    told: DateFact | None = None,
) -> Analysis:
    """Read a text of a document `published` on a day; spans `within` alone count, `told` is the last date before it."""
    tokens = tokenize(text)
    within = [Span(s.start, s.end + (text[s.end : s.end + 1] == ".")) for s in within]  # the stop of "a.m." counts
    gaps = tuple([text[one.end : other.start] for one, other in pairwise(tokens)])
    clauses, phrases = _divisions(tokens, gaps)
    values: dict[str, Any] = {kind.name: _inside(kind.read(text, published, told), within) for kind in TYPES}
    counted, dated = values["quantity"], values["date"]
    typed = _covered(tokens, [(q.start, q.end) for q in counted] + [(d.start, d.end) for d in dated])
    inside = _covered(tokens, within) if within else frozenset(range(len(tokens)))
    said, stop = [t.key for t in tokens], vocabulary.stop
    content = tuple([i for i, word in enumerate(said) if word not in stop and i in inside and i not in typed])
    entries = [*map(vocabulary.entry, said)]
    lemmas = tuple([entry.lemma for entry in entries])
    keys = vocabulary.keys_of(tokens, _joined(text, tokens, gaps), entries, lemmas)
    keys = _with_acronyms(keys, [text[t.start : t.end] for t in tokens], gaps)
    words_read = Text(text, tokens, gaps, lemmas, phrases, vocabulary)
    named = tuple(
        part
        for n in _inside(names(text, tokens, stop, typed), within)
        if typed.isdisjoint(range(n.first, n.last + 1))
        for part in parted(words_read, n)
    )
    return Analysis(
        text=text, tokens=tokens, stems=tuple([t.stem for t in tokens]), lemmas=lemmas, keys=keys,
        content=content, content_set=frozenset(content), inside=inside, clauses=clauses, phrases=phrases, gaps=gaps,
        values=values, quantities=counted, dates=dated, quantifiers=_inside(quantifiers(text), within), names=named,
        name_tokens=frozenset(i for n in named for i in range(n.first, n.last + 1)),
        sure_name_tokens=frozenset(i for n in named if n.sure for i in range(n.first, n.last + 1)),
        negations=tuple(
            n
            for n in negations(words_read)
            if n.cue in inside or any(t > n.cue and phrases[t] == phrases[n.cue] for t in content)
        ),
        titles=titles(words_read, named),
        hedges=tuple(h for h in hedges(words_read, vocabulary.hedges) if h.cue not in typed),
        doubts=tuple(d for d in doubts(words_read, entries) if d.cue not in typed),
    )  # fmt: skip


def _with_acronyms(keys: Keys, words_: Sequence[str], gaps: Sequence[str]) -> Keys:
    """Add to each acronym, and to each word of a name that may have one, a key by which they meet."""
    found = list(keys)
    for at, key in acronyms(words_, gaps):
        found[at] = (*found[at], key)
    return tuple(found)


def _inside(found: Iterable[V], within: Sequence[Span]) -> tuple[V, ...]:
    return tuple([f for f in found if any(s.start <= f.start and f.end <= s.end for s in within)] if within else found)


def _covered(tokens: Sequence[Token], spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return the positions of the tokens that lie inside one of the spans."""
    return frozenset(chain.from_iterable(lying_in(tokens, start, end) for start, end in spans))


def _divisions(tokens: Sequence[Token], gaps: Sequence[str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the number of each token's clause, and of its phrase.

    A new one begins at a conjunction, and behind strong punctuation; a phrase behind a comma or a full stop, too.
    """
    clauses: list[int] = []
    phrases: list[int] = []
    clause, phrase = 0, 0
    for token, gap in zip(tokens, (" ", *gaps), strict=False):
        if gap != " " or (clauses and token.key in _CONJUNCTIONS):
            parted = token.key in _CONJUNCTIONS or not _BREAKS.isdisjoint(gap)
            clause += parted or ". " in gap
            phrase += parted or "," in gap or "." in gap
        clauses.append(clause)
        phrases.append(phrase)
    return tuple(clauses), tuple(phrases)


def facts_of(analysis: Analysis) -> tuple[Fact, ...]:
    """Return the values of the registered types and the names of a text in order, as facts with JSON values."""
    typed = ((kind, v, analysis.text[v.start : v.end]) for kind in TYPES for v in analysis.values[kind.name])
    facts = [Fact(kind.name, v.start, v.end, said, kind.shown(v) if kind.shown else said) for kind, v, said in typed]
    named = ((n, analysis.text[n.start : n.end]) for n in analysis.names if n.sure)
    facts += [Fact("name", n.start, n.end, said, " ".join(n.parts)) for n, said in named]
    return tuple(sorted(facts, key=lambda f: (f.start, f.end, f.type)))
