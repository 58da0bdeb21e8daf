"""Find by what medium a text says that something was said: in a letter, tweeted, told a radio station."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from verifier.data import lexicons as lexicon
from verifier.facts.analysis import Analysis
from verifier.facts.people import Name
from verifier.words.vocabulary import Vocabulary

_LONGEST = 4
_BEFORE, _AROUND, _OWNER = 4, 9, 6
_BY = frozenset("in via by through on with using over at during from".split())
_FROM = frozenset({"by", "from", "of"})
_CALLS = frozenset({"call", "calls"})
_TOLD = frozenset({"told", "tell", "tells", "telling", "addressed", "addressing"})


class Channel(NamedTuple):
    """Hold the tokens [first, last) that name a medium, and the medium."""

    first: int
    last: int
    medium: str


@lru_cache(maxsize=1024)
def channels(analysis: Analysis, vocabulary: Vocabulary) -> tuple[Channel, ...]:
    """Return the words for how something was said; not `email accounts`, nor a letter that was lost."""
    return tuple(_channels(analysis, vocabulary))


def _channels(analysis: Analysis, vocabulary: Vocabulary) -> Iterator[Channel]:
    openers, last = vocabulary.media_openers, 0
    for at, (token, lemma) in enumerate(zip(analysis.tokens, analysis.lemmas, strict=True)):
        if at >= last and (lemma in openers or token.key in openers):
            found = _named(analysis, vocabulary, at)
            if found is not None and _says(analysis, vocabulary, found):
                yield found
                last = found.last


def _named(analysis: Analysis, vocabulary: Vocabulary, at: int) -> Channel | None:
    """Return the longest name of a medium that begins at a token."""
    word = (analysis.tokens[at].key,)
    if analysis.lemmas[at] in vocabulary.media_openers:
        for last in range(min(at + _LONGEST, len(analysis.tokens)), at, -1):
            medium = vocabulary.media.get(analysis.lemmas[at:last])
            if medium and (last > at + 1 or word not in vocabulary.media):
                return Channel(at, last, medium)
    return Channel(at, at + 1, vocabulary.media[word]) if word in vocabulary.media else None


def _says(analysis: Analysis, vocabulary: Vocabulary, found: Channel) -> bool:
    first, last, medium = found
    word = analysis.tokens[first].key
    if last == first + 1 and (word,) not in vocabulary.media and word.endswith(("ed", "ing")):
        return word.endswith("ed") and analysis.lemmas[first] in vocabulary.tell_by
    if analysis.tokens[last - 1].key.endswith("s") and any(medium in a for a in vocabulary.media_above.values()):
        return False  # with reports that: somebody's word, no medium
    if _modifies(analysis, vocabulary, last) or (word in _CALLS and _asks(analysis, last)):
        return False
    if owner(analysis, found):
        return True
    before = {t.key for t in analysis.tokens[max(0, first - _BEFORE) : first]}
    before -= {"by"} - {analysis.tokens[first - 1].key}  # by letter; not: seen by this paper
    if not _TOLD.isdisjoint(before):
        return True
    phrase = analysis.lemmas[first:last] in vocabulary.media_phrases
    return (phrase or not _BY.isdisjoint(before)) and _told(analysis, vocabulary, found)


def _asks(analysis: Analysis, last: int) -> bool:
    """Say whether what follows tells what is called for: calls from the union for a strike."""
    behind = range(last, min(last + _OWNER, len(analysis.tokens)))
    return any(analysis.tokens[t].key == "for" and analysis.phrases[t] == analysis.phrases[last - 1] for t in behind)


def _modifies(analysis: Analysis, vocabulary: Vocabulary, last: int) -> bool:
    """Say whether a noun follows which the medium modifies: email accounts; not: a letter seen by us."""
    if last not in analysis.content_set or analysis.text[analysis.tokens[last - 1].end] != " ":
        return False
    word = analysis.tokens[last].key
    verbal = word.endswith(("ed", "ing", "ly")) or word in lexicon.irregular() or vocabulary.tells(word)
    return not verbal and last not in analysis.name_tokens


def _told(analysis: Analysis, vocabulary: Vocabulary, found: Channel) -> bool:
    """Say whether a verb of saying stands near a medium."""
    near = range(max(0, found.first - _AROUND), min(len(analysis.tokens), found.last + _AROUND))
    return any(vocabulary.tells(analysis.tokens[t].key) for t in near if not found.first <= t < found.last)


def owner(analysis: Analysis, found: Channel) -> Name | None:
    """Return whose tweet or letter it is: Ann Lee's tweet, a tweet by Ann Lee."""
    behind = found.last < len(analysis.tokens) and analysis.tokens[found.last].key in _FROM
    for name in analysis.names:
        if name.last == found.first - 1 or (behind and found.last <= name.first < found.last + _OWNER):
            return name
    return None
