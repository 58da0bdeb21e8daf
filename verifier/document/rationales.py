"""Find options of a FAIL postmortem that are chosen without a rationale, or against it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from verifier.document import options
from verifier.document.remark import Remark, spot
from verifier.ingest.fields import holds_text
from verifier.model import Claim, Kind, Postmortem
from verifier.text.normalise import level

RULE = "option-rationale"
_NEVER = frozenset({"unknown", "other"})


def check(postmortem: Postmortem, claims: Sequence[Claim]) -> Iterator[Remark]:
    """Report the options whose rationale denies them and, once for the document, those that none speaks for."""
    picked = options.chosen(postmortem)
    for row, names in picked.items():
        yield from _against(postmortem, claims, row, names)
    yield from _without(postmortem, picked)


def _against(postmortem: Postmortem, claims: Sequence[Claim], row: str, names: Sequence[str]) -> Iterator[Remark]:
    """Report the options chosen whose own part of the rationale denies them, or says that the articles are silent."""
    field = options.rationale(postmortem, row)
    if field is None:
        return
    cut = options.parts(row, field)
    for part in cut:
        mine = [c for c in options.within(claims, field.name, part) if c.kind is not Kind.META]
        again = [p for p in cut if p.option == part.option]
        if part.option in names and part.option not in _NEVER and mine and len(again) == 1:
            first = _denial(mine, options.naming(part.option))
            if first:
                message = f'{row}: "{part.option}" is chosen, but {field.name} says "{first.text}"'
                yield Remark(RULE, (spot(first),), message=message)


def _denial(claims: Sequence[Claim], pattern: re.Pattern[str]) -> Claim | None:
    """Return the first claim that denies an option, where all that name it do."""
    if any(options.asserted(claim, pattern) for claim in claims):
        return None
    silent = [c for c in claims if c.kind is Kind.ABSENCE]
    denying = [c for c in claims if c.kind is not Kind.ABSENCE and pattern.search(level(c.text))]
    if len(silent) == len(claims) or denying:
        return (denying or silent)[0]
    return None


def _without(postmortem: Postmortem, picked: Mapping[str, Sequence[str]]) -> Iterator[Remark]:
    """Report, once for the document, the options chosen that no word of their rationale speaks for."""
    found = [f'{row} "{name}"' for row, names in picked.items() for name in names if _unspoken(postmortem, row, name)]
    if found:
        yield Remark(RULE, (), message=f"chosen without a rationale: {', '.join(found)}")


def _unspoken(postmortem: Postmortem, row: str, option: str) -> bool:
    field = options.rationale(postmortem, row)
    if option in _NEVER or option not in options.taxonomy()["rows"].get(row, ()):
        return False
    if field is None or not holds_text(field.value):
        return True
    return not options.speaking(option).search(level(field.value)) and bool(options.parts(row, field))
