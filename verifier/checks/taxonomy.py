"""Find where a FAIL postmortem's options, their rationales and the rest of it do not go together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from verifier import lexicon
from verifier.checks import options
from verifier.checks.remark import Remark, Spot, at, spot
from verifier.ingest.fields import holds_text
from verifier.model import Claim, Kind, Postmortem
from verifier.tables import Table
from verifier.text.normalise import level

CLASH, RATIONALE = "option-clash", "option-rationale"
_NEVER = frozenset({"unknown", "other"})
_CAUSE = (
    r"(?:due to|caused by|because of|result(?:ed|ing)? (?:of|from)|(?:specifically|namely|primarily|i\.e\.|such as),?)"
)
_QUOTED, _NEXT = 80, 120


def check(postmortem: Postmortem, claims: Sequence[Claim], extra: Path | None = None) -> Iterator[Remark]:
    """Report options that exclude each other, options whose rationale denies them, and options without a rationale."""
    picked = options.chosen(postmortem)
    for exclusion in options.taxonomy()["exclusion"]:
        yield from _excluded(postmortem, claims, picked, exclusion, extra)
    for row, names in picked.items():
        yield from _against(postmortem, claims, row, names)
    yield from _without(postmortem, picked)


def _excluded(
    postmortem: Postmortem,
    claims: Sequence[Claim],
    picked: Mapping[str, Sequence[str]],
    rule: Table,
    extra: Path | None,
) -> Iterator[Remark]:
    """Report an option beside what its meaning excludes: attackers held responsible, or an option of another row."""
    row = _row_of(rule["option"], picked)
    if row is None:
        return
    alone = rule["without"] not in picked[row]
    theirs = _culprits(claims, extra) if rule["attackers"] else []
    theirs += [_option(postmortem, claims, other, name) for other, name in _chosen_alone(picked, rule["against"])]
    ours = _named(postmortem, claims, row, rule["option"])
    if not alone:
        ours = (
            [s for s in ours if s.claim and _caused(postmortem, s.claim, rule["option"])] if rule["attackers"] else []
        )
    if ours and theirs:
        yield Remark(CLASH, tuple(ours), tuple(theirs))


def _row_of(option: str, picked: Mapping[str, Sequence[str]]) -> str | None:
    rows: Mapping[str, Sequence[str]] = options.taxonomy()["rows"]
    return next((row for row, names in picked.items() if option in names and option in rows.get(row, ())), None)


def _chosen_alone(picked: Mapping[str, Sequence[str]], names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the rows in which one of these options is chosen, and not its opposite beside it."""
    for name in names:
        row = _row_of(name, picked)
        if row and not {f"non-{name}", name.removeprefix("non-")} - {name} & set(picked[row]):
            yield row, name


def _named(postmortem: Postmortem, claims: Sequence[Claim], row: str, option: str) -> list[Spot]:
    """Return the places of a row's rationale that assert an option; the option itself where none does."""
    field = options.rationale(postmortem, row)
    pattern = options.naming(option)
    found = [(c, options.asserted(c, pattern)) for c in (options.within(claims, field.name) if field else ())]
    return [at(c, m) for c, m in found if m] or [Spot(row, option.replace("_", " "))]


def _option(postmortem: Postmortem, claims: Sequence[Claim], row: str, option: str) -> Spot:
    return _named(postmortem, claims, row, option)[0]


def _caused(postmortem: Postmortem, claim: Claim, option: str) -> bool:
    """Say whether an option is named with an attack for its cause: "non-human actions, namely a ransomware attack"."""
    acts = "|".join(options.taxonomy()["attackers"]["acts"])
    pattern = options.phrases(rf"{options.naming(option).pattern}[^.;]{{0,90}}? {_CAUSE} (?:an? |the )?(?:{acts})")
    text = next(f.text for f in postmortem.fields if f.name == claim.field)
    return bool(pattern.search(level(text[claim.start : claim.end + _NEXT])))


@cache
def attackers(extra: Path | None = None) -> re.Pattern[str]:
    """Return the pattern of the words for those who act against a system on purpose."""
    data = options.taxonomy()["attackers"]
    wanted, never = set(data["roles"]), set(data["never"])
    kinds = [k for k in lexicon.roles(extra).roles if wanted & {k.name, *k.broader} and not never & k.broader]
    return options.phrases(*data["words"], *(rf"{options.literal(term)}s?" for kind in kinds for term in kind.terms))


def _culprits(claims: Sequence[Claim], extra: Path | None) -> list[Spot]:
    """Return where attackers are held responsible: named first in an item of the field for those responsible."""
    fields = options.taxonomy()["fields"]["responsible"]
    spared = options.phrases(*options.taxonomy()["attackers"]["spared"])
    found = []
    for claim in (c for c in claims if c.field in fields and c.kind is not Kind.ABSENCE):
        text = level(claim.text)
        match = attackers(extra).search(text)
        if match and not spared.search(text, 0, match.start()) and not options.denied(text, match):
            found.append(at(claim, match))
    return found


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
                words = first.text if len(first.text) <= _QUOTED else f"{first.text[:_QUOTED].rsplit(' ', 1)[0]} ..."
                message = f'{row}: "{part.option}" is chosen, but {field.name} says "{words}"'
                yield Remark(RATIONALE, (spot(first),), message=message)


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
        yield Remark(RATIONALE, (), message=f"chosen without a rationale: {', '.join(found)}")


def _unspoken(postmortem: Postmortem, row: str, option: str) -> bool:
    field = options.rationale(postmortem, row)
    if option in _NEVER or option not in options.taxonomy()["rows"].get(row, ()):
        return False
    if field is None or not holds_text(field.value):
        return True
    return bool(options.parts(row, field)) and not options.speaking(option).search(level(field.value))
