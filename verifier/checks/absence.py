"""Find what a claim says that the articles do not mention, and one of them plainly does."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from verifier.checks.case import Case, Observation, Outcome, words
from verifier.claims.phrases import MARK, prepare, says
from verifier.evidence.align import CONCEPT, match_tokens
from verifier.evidence.index import Passage
from verifier.facts.analysis import Analysis
from verifier.model import Span

FAMILY = "absence"
NEAR = 6
_TELL = r"(?:mention|specify|state|name|report|disclose|reveal|identify|describe|say|give|provide|contain|discuss)"
_ABOUT = r"(?:information|details?|mention|references?|word)"
_LEAD = re.compile(
    rf"(?:(?:does|do|did)(?: not|n't)(?: [a-z]+ly)? {_TELL}"
    rf"|(?:says?|said|mentions?|gives?) nothing (?:of|about|on)"
    rf"|(?:is|are|was|were) no(?: [a-z]+)? {_ABOUT})"
    rf"(?:[\s{MARK}]+(?:any |specific |explicit |further )*{_ABOUT})?"
    rf"(?:[\s{MARK}]+(?:(?:is|was) )?(?:provided |given )?(?:in|from|by)[^,;]{{1,40}}?(?:articles?|sources?|reports?))?"
    rf"(?:[\s{MARK}]+(?:of|about|on|regarding|to|concerning))?"
)
_BACKWARD = re.compile(
    rf"^(?:[^a-z]{{0,9}})no (?P<thing>[^.;:]{{3,80}}?) (?:is|are|was|were) (?:[a-z]+ly )?(?:mentioned|named|reported|stated|described|given)"
)
_TAIL = re.compile(
    r"\b(?:resulting|due to|because of|caused by|related to|relating to|linked to|contributing|that|which|who|as|in|during|from|by|whether|if|when|why)\b"
    rf"|[.;:({MARK}]"
)
_OR = re.compile(r",|\b(?:or|and|nor)\b")
_MANY = re.compile(r"\b(?:how (?:many|much)|(?:the |a |any )?(?:exact )?(?:numbers?|amounts?|count|sum) of)\b")


def check(case: Case, generic: Collection[str] = ()) -> Iterator[Observation]:
    """Report the first thing of which a claim says that the articles are silent, and that a passage asserts.

    `generic` are base forms of words that name nothing by themselves.
    """
    low = prepare(case.claim.text).low
    for thing in _things(low):
        tokens = _telling(case.claim, thing, generic)
        counted = bool(_MANY.search(low, *thing))
        if tokens and (counted or _specific(case.claim, tokens)):
            yield from _stated(case, tokens, counted=counted)
            return


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


def _telling(claim: Analysis, thing: Span, generic: Collection[str]) -> list[int]:
    """Return the content tokens of a thing; none where one of them only classifies."""
    inside = [t for t, token in enumerate(claim.tokens) if thing.start <= token.start and token.end <= thing.end]
    content = [t for t in inside if t in claim.content_set and not _counting(claim, t)]
    if any(claim.lemmas[t] in generic or not says(claim.tokens[t].key, generic=True) for t in content):
        return []
    return content


def _counting(claim: Analysis, token: int) -> bool:
    return claim.lemmas[token] in {"number", "amount", "count", "sum", "exact"}


def _specific(claim: Analysis, tokens: Sequence[int]) -> bool:
    """Say whether words pin down what they name: two of them, or a name."""
    return len(tokens) > 1 or claim.sure_name_tokens.issuperset(tokens)


def _stated(case: Case, tokens: Sequence[int], *, counted: bool) -> Iterator[Observation]:
    """Yield the first passage that asserts the thing, all its words close together; with a figure where one is asked for."""
    span = (tokens[0], tokens[-1] + 1)
    rarest = max(tokens, key=lambda t: (case.index.weight(case.claim.stems[t]), -t))
    for number in sorted({n for key in case.claim.keys[rarest] for n in case.index.postings.get(key, ())}):
        passage = case.passage(number)
        at = _place(case, passage, tokens) if case.may_use(number) else None
        if at and (not counted or _figure(passage.analysis, at)):
            said, found = words(case.claim, *span), words(passage.analysis, *at)
            yield Observation(FAMILY, Outcome.CLASH, span, said, number, at, found, 1.0)
            return


def _place(case: Case, passage: Passage, tokens: Sequence[int]) -> tuple[int, int] | None:
    """Return where a passage asserts all the words close together."""
    theirs = passage.analysis
    view = match_tokens(case.claim, passage, tokens)
    if any(t not in view or view[t].grade < CONCEPT for t in tokens) or theirs.text.rstrip("\"'”’ ").endswith("?"):
        return None
    places = sorted(view[t].at for t in tokens)
    at = (places[0], places[-1] + 1)
    if at[1] - at[0] > len(tokens) + NEAR or theirs.denied(at) or theirs.phrases[at[0]] != theirs.phrases[at[1] - 1]:
        return None
    governed = {t for hedge in theirs.hedges for t in hedge.governed}
    negated = {theirs.clauses[n.cue] for n in theirs.negations}
    return None if governed.intersection(places) or theirs.clauses[at[0]] in negated else at


def _figure(theirs: Analysis, at: tuple[int, int]) -> bool:
    """Say whether a figure counts what stands at a place."""
    start, end = theirs.tokens[at[0]].start, theirs.tokens[at[1] - 1].end
    return any(
        q.kind == "count" and q.noun_span and q.noun_span[0] < end and start < q.noun_span[1] for q in theirs.quantities
    )
