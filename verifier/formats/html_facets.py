"""Index a run by what a reader can filter: verdict, rule, field and source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from verifier.formats.html_passages import Library
from verifier.formats.visible import visible
from verifier.formats.words import HELD, section
from verifier.model import Assessment, Verdict


@dataclass(frozen=True, slots=True)
class Keys:
    """Hold what an element answers to in each filter: keys with blanks between them."""

    verdict: str = ""
    rule: str = ""
    field: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """Hold one choice of a filter and how many claims answer to it."""

    key: str
    label: str
    claims: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Hold the keys of all rules, fields and sources of a run, and the choices of every filter."""

    rules: dict[str, str]
    fields: dict[str, str]
    sources: dict[str, str]
    options: dict[str, tuple[Option, ...]]

    @classmethod
    def of(cls, libraries: Iterable[Library]) -> Facets:
        """Collect what a run holds, in the order it turns up."""
        listed = list(libraries)
        desks = [library.desk for library in listed]
        pairs = [(library, a) for library in listed for a in library.desk.assessments.values()]
        rules = Counter(rule for library, a in pairs for rule in _rules(library, a))
        rules |= Counter(p.rule for desk in desks for p in desk.report.problems if p.rule not in rules)
        fields = Counter(a.claim.field for _, a in pairs)
        sources = Counter(source for _, a in pairs for source in _sources(a))
        named = {key: desk.source(key) for desk in reversed(desks) for key in sources if key in desk.readings}
        verdicts = Counter(a.verdict for _, a in pairs)
        options = {
            "verdict": tuple(Option(v, HELD[v], verdicts[v]) for v in Verdict if verdicts[v]),
            "rule": _options("r", rules, {}),
            "field": _options("f", fields, {name: section(name) for name in fields}),
            "source": _options("s", sources, named),
        }
        return cls(_keys("r", rules), _keys("f", fields), _keys("s", sources), options)

    def keys(self, library: Library, assessments: Iterable[Assessment], rules: Iterable[str] = ()) -> Keys:
        """Return what some claims answer to together."""
        listed = list(assessments)
        mine = [*rules, *(rule for a in listed for rule in _rules(library, a))]
        return Keys(
            _together(a.verdict for a in listed),
            _together(self.rules[rule] for rule in mine),
            _together(self.fields[a.claim.field] for a in listed),
            _together(self.sources[source] for a in listed for source in _sources(a)),
        )


def _rules(library: Library, assessment: Assessment) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f.rule for f in library.found(assessment.claim.id)))


def _sources(assessment: Assessment) -> tuple[str, ...]:
    found = (*assessment.evidence, *(e for f in assessment.findings for e in f.evidence))
    return tuple(dict.fromkeys(e.source for e in found))


def _keys(letter: str, names: Iterable[str]) -> dict[str, str]:
    return {name: f"{letter}{number}" for number, name in enumerate(names)}


def _options(letter: str, names: Counter[str], labels: dict[str, str]) -> tuple[Option, ...]:
    keys = _keys(letter, names)
    return tuple(Option(keys[name], labels.get(name) or visible(name), number) for name, number in names.items())


def _together(keys: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(keys))
