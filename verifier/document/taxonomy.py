"""Find options of a FAIL postmortem that exclude each other, or what it says of those responsible."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from verifier.data import lexicons as lexicon
from verifier.data.shipped import View
from verifier.document import options
from verifier.document.remark import Remark, Spot, at
from verifier.model import Claim, Kind, Postmortem
from verifier.text.normalise import level

CLASH = "option-clash"
_CAUSE = (
    r"(?:due to|caused by|because of|result(?:ed|ing)? (?:of|from)|(?:specifically|namely|primarily|i\.e\.|such as),?)"
)
_NEXT = 120
_BEHIND = re.compile(
    r"\s*(?:$|[^\w\s]|(?:who|that|which|whose|was|were|is|are|and|or|of|from|in|at|by|with|has|had|behind|using|known)\b)"
)


def check(postmortem: Postmortem, claims: Sequence[Claim], extra: Path | None = None) -> Iterator[Remark]:
    """Report options that exclude each other, or the attackers whom the postmortem holds responsible."""
    picked = options.chosen(postmortem)
    for exclusion in options.taxonomy()["exclusion"]:
        yield from _excluded(postmortem, claims, picked, exclusion, extra)


def _excluded(
    postmortem: Postmortem,
    claims: Sequence[Claim],
    picked: Mapping[str, Sequence[str]],
    rule: View,
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
    kinds = [k for k in lexicon.roles(extra) if wanted & {k.name, *k.broader} and not never & k.broader]
    return options.phrases(*data["words"], *(rf"{options.literal(term)}s?" for kind in kinds for term in kind.terms))


def _culprits(claims: Sequence[Claim], extra: Path | None) -> list[Spot]:
    """Return where attackers are held responsible: named first in an item of the field for those responsible."""
    fields = options.taxonomy()["fields"]["responsible"]
    spared = options.phrases(*options.taxonomy()["attackers"]["spared"])
    found = []
    for claim in (c for c in claims if c.field in fields and c.kind is not Kind.ABSENCE):
        text = level(claim.text)
        match = attackers(extra).search(text)
        if (
            match
            and _noun(text, match)
            and not spared.search(text, 0, match.start())
            and not options.denied(text, match)
        ):
            found.append(at(claim, match))
    return found


def _noun(text: str, match: re.Match[str]) -> bool:
    """Say whether what was found names somebody, and not the kind of what follows: "the criminal records office"."""
    return match[0].endswith("s") or bool(_BEHIND.match(text, match.end()))
