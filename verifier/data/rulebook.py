"""Load the rules: those shipped and, over them, those of a user's folder."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from verifier.data import lexicon_files
from verifier.data.folders import folder
from verifier.data.shipped import View, shipped
from verifier.data.tables import check, read
from verifier.data.walking import files_below
from verifier.errors import ConfigError, UsageError, like_named
from verifier.model import Severity

PRECISION = "precision.json"


@dataclass(frozen=True, slots=True)
class Example:
    """Hold a claim and a source, or parts of a postmortem, and whether the rule must fire on them.

    `expect` is `hit` (it must), `doubt` (it must lower support), `near-miss` (close, but it must not) or
    `stand-down` (it looks wrong, but an excuse is recorded).
    Without a source, `claim` is the text of `field` and `other` that of `other_field`; `options` are rows with what
    is chosen in them ("Nature: human_actions").
    """

    expect: str
    claim: str
    source: str
    why: str
    title: str = ""
    published: str = ""
    field: str = ""
    other: str = ""
    other_field: str = ""
    options: tuple[str, ...] = ()
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """Hold how a rule fared on labelled data: how many of its findings were right, of how many, and on what."""

    right: int
    of: int
    data: str

    @property
    def share(self) -> float:
        """Return the share of findings that were right, careful with few (rule of succession)."""
        return (self.right + 1) / (self.of + 2)

    def __str__(self) -> str:
        return f"{self.right} of {self.of} findings right ({self.data})"


@dataclass(frozen=True, slots=True)
class Rule:
    """Hold a rule: the mechanism and the type of fact it is about, what it applies to, and its examples.

    `excuses` are the names of those that count for it (all where the rule names none); `only_words` (one of them must
    stand in the same clause, in any form) and `only_fields` narrow it.
    """

    id: str
    mechanism: str
    fact: str
    title: str
    severity: Severity
    help: str
    excuses: frozenset[str] | None
    only_words: frozenset[str]
    only_fields: frozenset[str]
    parameters: Mapping[str, object]
    examples: tuple[Example, ...]
    path: str
    measured: Measured | None = None

    @property
    def confidence(self) -> float:
        """Return how sure its findings are, as measured; a half where nothing is known."""
        return self.measured.share if self.measured else 0.5

    @property
    def precision(self) -> str:
        """Return in words how precise it was found to be."""
        return str(self.measured) if self.measured else "not measured"

    def applies(self, field: str) -> bool:
        """Say whether the rule is about a field."""
        return not self.only_fields or field.casefold() in self.only_fields


@dataclass(frozen=True, eq=False)
class Rulebook:
    """Hold the rules in force, a digest of all rule and lexicon files, and the user's folder."""

    rules: tuple[Rule, ...]
    digest: str
    extra: Path | None = None

    @property
    def titles(self) -> dict[str, str]:
        """Return the title of each rule by its id."""
        return {rule.id: rule.title for rule in self.rules}

    def about(self, mechanism: str, fact: str) -> tuple[Rule, ...]:
        """Return the rules in force about a type of fact."""
        return self._by_fact.get((mechanism, fact), ())

    @cached_property
    def _by_fact(self) -> Mapping[tuple[str, str], tuple[Rule, ...]]:
        keys = dict.fromkeys((rule.mechanism, rule.fact) for rule in self.rules)
        return {key: tuple(rule for rule in self.rules if (rule.mechanism, rule.fact) == key) for key in keys}

    def find(self, rule_id: str) -> Rule | None:
        """Return the rule in force with an id, if there is one."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    def get(self, rule_id: str) -> Rule:
        """Return a rule by its id.

        Raises: UsageError that names the ids nearest to it.
        """
        rule = self.find(rule_id)
        if rule is None:
            raise _unknown(rule_id, self.rules)
        return rule


def load(extra: Path | None = None, select: Collection[str] = (), ignore: Collection[str] = ()) -> Rulebook:
    """Load the rules, those of a user's file or folder over ours: a rule replaces one of the same id.

    Args: `select` and `ignore` name rules, types of fact or mechanisms to use alone, or to leave out.
    Raises: ConfigError for a bad rule or lexicon file, UsageError for a name that no rule has.
    """
    known, digest = _known(extra)
    chosen = _ids(known, select) if select else {rule.id for rule in known}
    left_out = _ids(known, ignore)
    return Rulebook(tuple(rule for rule in known if rule.id in chosen - left_out), digest, extra)


def _ids(rules: tuple[Rule, ...], names: Collection[str]) -> set[str]:
    """Return the ids of the rules that go by one of the names, as their id, type of fact or mechanism."""
    found: set[str] = set()
    for name in names:
        fitting = {rule.id for rule in rules if name in {rule.id, rule.fact, rule.mechanism}}
        if not fitting:
            raise _unknown(name, rules)
        found |= fitting
    return found


def _unknown(name: str, rules: tuple[Rule, ...]) -> UsageError:
    return UsageError("no such rule", name, like_named(name, (rule.id for rule in rules)))


@cache
def _known(extra: Path | None) -> tuple[tuple[Rule, ...], str]:
    """Return all rules, and the digest of the files they and the lexicons stand in."""
    home = folder("rules")
    measured = _measured()
    found = {}
    for name in sorted(path.relative_to(home).as_posix() for path in home.glob("*/*.toml")):
        if not name.startswith("lexicon/") and "id" in (table := shipped(name)):
            found[table["id"]] = _rule(table, name, measured.get(table["id"], measured.get(table["fact"])))
    for path in _users(extra):
        table = check(read(path), path, "rule")
        found[table["id"]] = _rule(table, str(path), None)
    if extra:
        lexicon_files.check_all(extra)
    return tuple(found.values()), _digest(home, extra)


@cache
def _measured() -> Mapping[str, Measured]:
    """Return how the shipped rules fared, as the benchmark wrote it."""
    path = folder("rules") / PRECISION
    table = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return {rule: Measured(each["right"], each["of"], each["data"]) for rule, each in table.items()}


def _users(extra: Path | None) -> Iterator[Path]:
    """Yield the rule files of a user's folder, or the one file it is."""
    if extra is None:
        return
    if not extra.exists():
        raise ConfigError("no such file or folder", str(extra), "name a folder of rules")
    if extra.is_file():
        yield extra
    for pattern in ("*.toml", "*/*.toml"):
        yield from sorted(path for path in extra.glob(pattern) if path.parent != extra / "lexicon")


def _rule(table: View, path: str, measured: Measured | None) -> Rule:
    return Rule(
        id=table["id"],
        mechanism=table["mechanism"],
        fact=table["fact"],
        title=table["title"],
        severity=Severity(table["severity"]),
        help=" ".join(table["help"].split()),
        excuses=frozenset(table["excuses"]) if "excuses" in table else None,
        only_words=frozenset(word.casefold() for word in table.get("only_words", ())),
        only_fields=frozenset(name.casefold() for name in table.get("only_fields", ())),
        parameters=MappingProxyType(table.get("parameters", {})),
        examples=tuple(map(_example, table.get("example", ()))),
        path=path,
        measured=measured,
    )


def _example(table: View) -> Example:
    return Example(**{"source": "", **table, "options": tuple(table.get("options", ()))})


def _digest(shipped: Path, extra: Path | None) -> str:
    """Hash the files by name and content; line ends do not count."""
    files = {path.relative_to(shipped).as_posix(): path for path in shipped.rglob("*.t*") if path.is_file()}
    if extra:
        own = [extra] if extra.is_file() else (path for path in files_below(extra) if path.name.endswith(".toml"))
        files |= {f"extra/{path.relative_to(extra.parent).as_posix()}": path for path in own}
    whole = sha256()
    for name in sorted(files):
        text = files[name].read_bytes().replace(b"\r\n", b"\n")
        whole.update(b"%s\0%d\0%s" % (name.encode(), len(text), text))
    return whole.hexdigest()
