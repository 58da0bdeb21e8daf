"""Read claims that people have labelled: spans of postmortems, or single claims with what is expected of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from verifier.cli.items import Item, item, parse
from verifier.data.json_text import parse_json
from verifier.errors import InputError
from verifier.model import Evidence, Part, Postmortem, Verdict

NOT_SUPPORTED = "not_supported"
_EXPECTED = frozenset({*(verdict.value for verdict in Verdict), NOT_SUPPORTED})


class GoldEvidence(NamedTuple):
    """Mark a span of an article's body that people named."""

    article: str
    start: int
    end: int

    def touches(self, evidence: Evidence) -> bool:
        """Say whether a span of evidence overlaps."""
        same = evidence.source == self.article and evidence.part == Part.BODY
        return same and evidence.start < self.end and evidence.end > self.start


class GoldSpan(NamedTuple):
    """Hold a labelled span of a postmortem; offsets count as the report does."""

    id: str
    incident: str
    field: str
    start: int
    end: int
    expected: str
    evidence: tuple[GoldEvidence, ...]
    certain: bool

    def lies_in(self, postmortem: Postmortem) -> bool:
        """Say whether a postmortem has the field, and text at these offsets."""
        return any(field.name == self.field and self.end <= len(field.text) for field in postmortem.fields)


class Gold(NamedTuple):
    """Hold what a file of labels holds: spans of postmortems, or single claims."""

    spans: tuple[GoldSpan, ...] = ()
    items: tuple[Item, ...] = ()


def read_gold(path: Path) -> Gold:
    """Read labels: a JSON list of spans, or JSON lines of claims with `expected`.

    Raises: InputError that names the entry that is wrong.
    """
    from verifier.data.decode import read_text

    text = read_text(path).text
    if text.lstrip()[:1] == "[":
        return Gold(spans=tuple(_span(entry, where) for where, entry in _entries(text, path)))
    return Gold(items=tuple(_items(text, path)))


def _entries(text: str, path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    found: Any = parse_json(text, str(path), hint="write a list of objects")
    if not found:
        raise InputError("holds no label", str(path), "label some claims")
    for number, entry in enumerate(found):
        if not isinstance(entry, dict):
            raise InputError("is no object", f"{path}[{number}]", "write an object for each label")
        yield f"{path}[{number}]", entry


def _span(entry: dict[str, Any], where: str) -> GoldSpan:
    return GoldSpan(
        id=str(entry.get("id", where)),
        incident=str(entry.get("incident", "")),
        field=_get(entry, "field", str, where),
        **_bounds(entry, where),
        expected=_expected(entry.get("verdict"), where),
        evidence=tuple(_evidence(entry.get("evidence") or [], where)),
        certain=entry.get("certain", True) is not False,
    )


def _evidence(entries: object, where: str) -> Iterator[GoldEvidence]:
    for entry in entries if isinstance(entries, list) else []:
        if not isinstance(entry, dict):
            raise InputError("holds evidence that is no object", where, 'write {"article", "start", "end"}')
        yield GoldEvidence(_get(entry, "article", str, where), **_bounds(entry, where))


def _bounds(entry: dict[str, Any], where: str) -> dict[str, int]:
    found = {key: _get(entry, key, int, where) for key in ("start", "end")}
    if not 0 <= found["start"] < found["end"]:
        what = f"has a span that is none: from {found['start']} to {found['end']}"
        raise InputError(what, where, "write offsets from 0, the end behind the start")
    return found


def _items(text: str, path: Path) -> Iterable[Item]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                found = item(parse(line.encode("utf-8", "surrogatepass")))
            except InputError as error:
                raise InputError(f"{error.where} {error.what}", f"{path}:{number}", error.hint) from error
            yield found._replace(expected=_expected(found.expected, f"{path}:{number}"))


def _expected(value: object, where: str) -> str:
    found = value.lower() if isinstance(value, str) else ""
    if found not in _EXPECTED:
        known = ", ".join(sorted(_EXPECTED))
        raise InputError(f'has no verdict that is known: "{value}"', where, f"write one of {known}")
    return found


def _get(entry: dict[str, Any], key: str, kind: type, where: str) -> Any:  # noqa: ANN401
    found = entry.get(key)
    if isinstance(found, bool) or not isinstance(found, kind):
        raise InputError(f'has no "{key}", or a wrong one', where, f"write it as {kind.__name__}")
    return found
