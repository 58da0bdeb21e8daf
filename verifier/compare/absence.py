"""Mechanism `absent`: what a claim says that the articles do not mention, and one of them plainly does."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from verifier.claims.phrases import MARK, prepare, says
from verifier.compare.case import Observation, Outcome, words
from verifier.data.word_tables import rarity
from verifier.evidence.passages import Index, numbers
from verifier.facts.analysis import Analysis
from verifier.model import Span
from verifier.text.patterns import pattern
from verifier.text.tokens import lying_in

MECHANISM, FACT = "absent", "silence"
_TELL = r"(?:mention|specify|state|name|report|disclose|reveal|identify|describe|say|give|provide|contain|discuss)"
_ABOUT = r"(?:information|details?|mention|references?|word)"
_LEAD = pattern(
    rf"(?:(?:does|do|did)(?: not|n't)(?: [a-z]{{1,20}}ly)? {_TELL}"
    rf"|(?:says?|said|mentions?|gives?) nothing (?:of|about|on)"
    rf"|(?:is|are|was|were) no(?: [a-z]{{1,20}})? {_ABOUT})"
    rf"(?:[\s{MARK}]+(?:any |specific |explicit |further ){{0,3}}{_ABOUT})?"
    rf"(?:[\s{MARK}]+(?:(?:is|was) )?(?:provided |given )?(?:in|from|by)[^,;]{{1,40}}?(?:articles?|sources?|reports?))?"
    rf"(?:[\s{MARK}]+(?:of|about|on|regarding|to|concerning))?"
)
_BACKWARD = pattern(
    r"[^a-z]{0,9}no (?P<thing>[^.;:]{3,80}?) (?:is|are|was|were) (?:[a-z]{1,20}ly )?"
    r"(?:mentioned|named|reported|stated|described|given)"
)
_TAIL = pattern(
    r"\b(?:resulting|due to|because of|caused by|related to|relating to|linked to|contributing|that|which|who|as|in"
    rf"|during|from|by|whether|if|when|why)\b|[.;:({MARK}]"
)
_OR = pattern(r",|\b(?:or|and|nor)\b")
_COUNTING = frozenset({"many", "much", "number", "amount", "count", "sum", "exact"})
_MANY = pattern(r"\b(?:how (?:many|much)|(?:the |a |any )?(?:exact )?(?:numbers?|amounts?|count|sum) of)\b")


def refuted(claim: Analysis, index: Index, allowed: int, generic: Collection[str] = ()) -> Observation | None:
    """Return the first thing of which a claim says that the articles are silent, and the passage that asserts it.

    `allowed` is the set of passages that count; `generic` are base forms of words that name nothing by themselves.
    """
    low = prepare(claim.text).low
    for thing in _things(low):
        counted = bool(_MANY.search(low, *thing))
        tokens = _asked(claim, thing) if counted else _telling(claim, thing, generic)
        if tokens and (counted or len(tokens) > 1 or claim.sure_name_tokens.issuperset(tokens)):
            found = _stated(claim, tokens, index, allowed, counted=counted)
            if found:
                return found
    return None


def _things(low: str) -> Iterator[Span]:
    """Yield the things of which a sentence says that nothing is said: "names, addresses or a ransom" are three."""
    lead, backward = _LEAD.search(low), _BACKWARD.match(low)
    if lead:
        start = lead.end()
        tail = _TAIL.search(low, start + 1)
        end = tail.start() if tail else len(low)
    elif backward:
        start, end = backward.span("thing")
    else:
        return
    while found := _OR.search(low, start, end):
        yield Span(start, found.start())
        start = found.end()
    yield Span(start, end)


def _asked(claim: Analysis, thing: Span) -> list[int]:
    """Return the content tokens of a thing, without the words that ask for a figure."""
    inside = lying_in(claim.tokens, *thing)
    return [t for t in inside if t in claim.content_set and claim.lemmas[t] not in _COUNTING]


def _telling(claim: Analysis, thing: Span, generic: Collection[str]) -> list[int]:
    """Return the content tokens of a thing; none where one of them only classifies."""
    content = _asked(claim, thing)
    plain = all(claim.lemmas[t] not in generic and says(claim.tokens[t].key, generic=True) for t in content)
    return content if plain else []


def _stated(claim: Analysis, tokens: Sequence[int], index: Index, allowed: int, *, counted: bool) -> Observation | None:
    """Return the first passage that asserts all the words close together; with a figure where one is asked for."""
    rarest = max(tokens, key=lambda t: (rarity(claim.stems[t]), -t))
    for number in numbers(index.postings.get(claim.stems[rarest], 0) & allowed):
        theirs = index.passages[number].analysis
        at = _place(claim, theirs, tokens)
        if at and (not counted or _figure(theirs, at)):
            span = (tokens[0], tokens[-1] + 1)
            return Observation(MECHANISM, FACT, Outcome.CLASH, span, words(claim, span), number, at, words(theirs, at))
    return None


def _place(claim: Analysis, theirs: Analysis, tokens: Sequence[int]) -> tuple[int, int] | None:
    """Return where a passage asserts all the words, in whatever form, close together and in one phrase."""
    found = [theirs.positions.get(claim.stems[t], ()) for t in tokens]
    if not all(found) or theirs.text.rstrip("\"'”’ ").endswith("?"):
        return None
    places = sorted(min(at, key=lambda p: abs(p - found[0][0])) for at in found)
    first, last = places[0], places[-1] + 1
    if theirs.phrases[first] != theirs.phrases[last - 1]:
        return None
    governed = {t for hedge in theirs.hedges for t in hedge.governed}
    denied = any(
        (n.cue < last and theirs.clauses[n.cue] == theirs.clauses[first]) or any(first <= h < last for h in n.heads)
        for n in theirs.negations
    )
    return None if denied or governed.intersection(places) else (first, last)


def _figure(theirs: Analysis, at: tuple[int, int]) -> bool:
    """Say whether a figure counts what stands at a place."""
    start, end = theirs.tokens[at[0]].start, theirs.tokens[at[1] - 1].end
    counted = (q.noun_span for q in theirs.quantities if q.kind == "count" and q.noun_span)
    return any(noun.start < end and start < noun.end for noun in counted)
