"""Hold an answer to the clauses that it takes a claim apart into: support is what they show, not what is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, takewhile

from verifier.compare.link import cues
from verifier.facts.analysis import Analysis, analyse
from verifier.model import Verdict
from verifier.reader.provenance import Astray, part_of, places, unmarked
from verifier.reader.values import Answer, Clause, Quote
from verifier.text.tokens import lying_in
from verifier.words.tables import vocabulary

Stands = Callable[[Quote], object]
"""Raises Astray for a quotation that does not stand where it says."""
_STATING = frozenset({Verdict.SUPPORTED, Verdict.PARTIAL})


def borne_out(answer: Answer, claim: str, stands: Stands) -> Answer:
    """Return an answer as far as its clauses bear it out; one without clauses as it is.

    The quotations of clauses that count become the answer's own. Where a clause of a supported claim has none, or words
    of the claim are in no clause, the claim is partial, and they are the part not stated.

    Raises: Astray where the claim does not have the words of a clause, or where no clause of a supported claim counts.
    """
    _placed(answer.clauses, claim)
    if not answer.clauses or answer.verdict not in _STATING:
        return answer
    told = {clause: flaw(clause, stands) for clause in answer.clauses}
    lacking = [clause for clause in answer.clauses if told[clause]]
    counted = [clause.quote for clause in answer.clauses if clause.quote and clause not in lacking]
    found = replace(answer, quotes=tuple(dict.fromkeys((*answer.quotes, *counted))))
    if answer.verdict is Verdict.PARTIAL:
        return found
    if not counted:
        raise Astray(f'no clause is stated; of "{lacking[0].words}": {told[lacking[0]]}')
    left = left_out(answer.clauses, claim)
    lacking += [Clause(left)] if left else []
    if not lacking:
        return found
    return replace(found, verdict=Verdict.PARTIAL, part=lacking[0].words, kind=lacking[0].kind or "other")


def _placed(clauses: Sequence[Clause], claim: str) -> None:
    """Refuse clauses whose words the claim does not have.

    Raises: Astray that names the first.
    """
    for clause in clauses:
        part_of(clause.words, claim)


def flaw(clause: Clause, stands: Stands) -> Astray | None:
    """Return why a clause does not count as stated; None where it does."""
    if clause.kind or clause.quote is None:
        return Astray(f"not stated ({clause.kind})")
    try:
        stands(clause.quote)
    except Astray as reason:
        return reason
    akin = _akin(_read(clause.words), _read(clause.quote.text))
    return None if akin else Astray("its quotation shares no telling word with it")


def flaws(answer: Answer, claim: str, stands: Stands) -> Iterator[str]:
    """Yield why clauses do not show what an answer says, for whoever can still mend it."""
    try:
        _placed(answer.clauses, claim)
    except Astray as reason:
        yield str(reason)
    supported = answer.verdict is Verdict.SUPPORTED
    for clause in answer.clauses:
        told = flaw(clause, stands) if supported or not clause.kind else None
        if told:
            yield f'clause "{clause.words}": {told}'
    left = left_out(answer.clauses, claim) if supported and answer.clauses else ""
    if left:
        yield f'no clause has the words "{left}"'


def left_out(clauses: Sequence[Clause], claim: str) -> str:
    """Return the first words of a claim that carry meaning and stand in no clause; empty where there are none."""
    read = _read(unmarked(claim))
    spans = list(chain.from_iterable(places(clause.words, claim) for clause in clauses))
    held = set(chain.from_iterable(lying_in(read.tokens, *span) for span in spans))
    missing = [at for at in _meant(read) if at not in held]
    if not missing:
        return ""
    run = set(takewhile(lambda at: at not in held, range(missing[0], len(read.tokens))))
    last = max(at for at in missing if at in run)
    return claim[read.tokens[missing[0]].start : read.tokens[last].end]


def _meant(read: Analysis) -> list[int]:
    """Return the tokens that carry meaning: words that tell, values, and words that link, deny or say how much."""
    known = vocabulary()
    words = [(at, {token.key, read.lemmas[at]}) for at, token in enumerate(read.tokens)]
    telling = {at for at, forms in words if known.stop.isdisjoint(forms) and known.gloss.isdisjoint(forms)}
    linking = chain.from_iterable(range(*cue.tokens) for cue in cues(read))
    valued = chain(read.quantifiers, *read.values.values())
    counting = chain.from_iterable(lying_in(read.tokens, value.start, value.end) for value in valued)
    return sorted(telling.union(linking, counting, (n.cue for n in read.negations)))


def _akin(ours: Analysis, theirs: Analysis) -> bool:
    """Say whether words have a telling word in common, both link, or both hold a value of one type; or tell nothing."""
    telling, linking = _telling(ours), bool(cues(ours))
    typed = [name for name, values in ours.values.items() if values]
    if not (telling or linking or typed):
        return True
    common = not telling.isdisjoint(_telling(theirs)) or any(theirs.values[name] for name in typed)
    return common or (linking and bool(cues(theirs)))


def _telling(read: Analysis) -> frozenset[str]:
    """Return the keys that the telling words of a text match by."""
    pairs = zip(read.tokens, read.keys, strict=True)
    return frozenset(key for token, keys in pairs if token.key not in vocabulary().stop for key in keys)


@lru_cache(maxsize=1024)
def _read(text: str) -> Analysis:
    return analyse(text, vocabulary())
