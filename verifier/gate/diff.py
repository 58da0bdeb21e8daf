"""Compare two reports: problems that are new or gone, claims whose verdict changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from verifier.errors import InputError

Record = Mapping[str, Any]


class Item(NamedTuple):
    """Hold a problem: its postmortem and id, its rule, severity and title, and the claims that it stands in."""

    postmortem: str
    id: str
    rule: str
    severity: str
    title: str
    claims: tuple[str, ...] = ()


class Turn(NamedTuple):
    """Hold a claim whose verdict changed."""

    postmortem: str
    id: str
    field: str
    text: str
    before: str
    after: str


class Rise(NamedTuple):
    """Hold a problem that is graded otherwise, or stands in more claims than before."""

    item: Item
    before: str
    more: tuple[str, ...]


class Diff(NamedTuple):
    """Hold what two reports do not have in common."""

    new: tuple[Item, ...]
    gone: tuple[Item, ...]
    changed: tuple[Turn, ...]
    risen: tuple[Rise, ...]
    claims_new: int
    claims_gone: int

    @property
    def worse(self) -> bool:
        """Say whether there is a new error: a new problem, or an old one that became an error or spread as one."""
        risen = any(rise.item.severity == "error" and (rise.before != "error" or rise.more) for rise in self.risen)
        return risen or any(item.severity == "error" for item in self.new)


def compare(old: Record, new: Record) -> Diff:
    """Compare two reports in JSON's form.

    Postmortems are matched by id; where both sides have one only, those two.
    Raises: InputError where one is no report.
    """
    pairs = list(_pairs(_reports(old, "the old report"), _reports(new, "the new report")))
    parts = [_one(name, a, b) for name, a, b in pairs]
    return Diff(
        new=tuple(item for part in parts for item in part.new),
        gone=tuple(item for part in parts for item in part.gone),
        changed=tuple(turn for part in parts for turn in part.changed),
        risen=tuple(rise for part in parts for rise in part.risen),
        claims_new=sum(part.claims_new for part in parts),
        claims_gone=sum(part.claims_gone for part in parts),
    )


def _reports(record: Record, name: str) -> dict[str, Record]:
    try:
        return {one["postmortem"]["id"]: one for one in record["reports"]}
    except (KeyError, TypeError) as error:
        raise InputError("is no report of verifier", name, "write one with: verifier check -f json") from error


def _pairs(old: dict[str, Record], new: dict[str, Record]) -> Iterable[tuple[str, Record, Record]]:
    empty: Record = {"claims": [], "problems": [], "findings": []}
    if len(old) == len(new) == 1:
        ((_, before),), ((name, after),) = old.items(), new.items()
        yield name, before, after
        return
    for name in (*new, *(name for name in old if name not in new)):
        yield name, old.get(name, empty), new.get(name, empty)


def _one(name: str, old: Record, new: Record) -> Diff:
    try:
        before, after = _problems(name, old), _problems(name, new)
        claims, now = ({c["id"]: c for c in report["claims"]} for report in (old, new))
        turned = [(claims[i], c) for i, c in now.items() if i in claims and claims[i]["verdict"] != c["verdict"]]
        changed = tuple(Turn(name, c["id"], c["field"], c["text"], b["verdict"], c["verdict"]) for b, c in turned)
    except (KeyError, TypeError) as error:
        raise InputError("is no complete report", name, "write one with: verifier check -f json") from error
    return Diff(
        new=tuple(item for i, item in after.items() if i not in before),
        gone=tuple(item for i, item in before.items() if i not in after),
        changed=changed,
        risen=tuple(_risen(before[i], item) for i, item in after.items() if i in before and _differs(before[i], item)),
        claims_new=len(now.keys() - claims.keys()),
        claims_gone=len(claims.keys() - now.keys()),
    )


def _problems(name: str, report: Record) -> dict[str, Item]:
    """Return the problems that are not waived, by id."""
    texts = {c["id"]: c["text"] for c in report["claims"]}
    found = (p for p in report["problems"] if not p.get("waived", False))
    return {
        p["id"]: Item(name, p["id"], p["rule"], p["severity"], p["title"], _said(p["claims"], texts)) for p in found
    }


def _said(claims: Sequence[str], texts: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(texts[i] for i in claims if i in texts)


def _differs(before: Item, after: Item) -> bool:
    return before.severity != after.severity or bool(set(after.claims) - set(before.claims))


def _risen(before: Item, after: Item) -> Rise:
    return Rise(after, before.severity, tuple(text for text in after.claims if text not in before.claims))
