"""Load the rules: those shipped and, over them, those of a user's folder."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from verifier.data import lexicon_files
from verifier.data.folders import folder
from verifier.data.tables import Table, check, read
from verifier.errors import ConfigError, UsageError
from verifier.model import Severity
from verifier.rule_examples import ExampleResult, run_examples

__all__ = ["Example", "ExampleResult", "Rule", "Rulebook", "load", "run_examples"]


@dataclass(frozen=True, slots=True)
class Example:
    """Hold a claim and a source, or parts of a postmortem, and whether the rule must fire on them.

    `expect` is `hit` (it must), `near-miss` (close, but it must not) or `stand-down` (it looks wrong, but is excused).
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
class Rule:
    """Hold a rule: what it is about, how grave and how sure its findings are, and its examples."""

    id: str
    family: str
    title: str
    severity: Severity
    confidence: float
    help: str
    precision: str
    parameters: Mapping[str, object]
    examples: tuple[Example, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Hold the rules in force, a digest of all rule and lexicon files, and the user's folder."""

    rules: tuple[Rule, ...]
    digest: str
    extra: Path | None = None

    @property
    def titles(self) -> dict[str, str]:
        """Return the title of each rule by its id."""
        return {rule.id: rule.title for rule in self.rules}

    def of_family(self, family: str) -> Rule | None:
        """Return the first rule of a family; None where no rule in force belongs to it."""
        return next((rule for rule in self.rules if rule.family == family), None)

    def get(self, rule_id: str) -> Rule:
        """Return a rule by its id.

        Raises: UsageError that names the ids nearest to it.
        """
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise _unknown(rule_id, self.rules)


def load(extra: Path | None = None, select: Collection[str] = (), ignore: Collection[str] = ()) -> Rulebook:
    """Load the rules, those of a user's file or folder over ours: a rule replaces one of the same id.

    Args: `select` and `ignore` name rules or families to use alone, or to leave out.
    Raises: ConfigError for a bad rule or lexicon file, UsageError for a name that no rule has.
    """
    known, digest = _known(extra)
    chosen = _ids(known, select) if select else {rule.id for rule in known}
    left_out = _ids(known, ignore)
    return Rulebook(tuple(rule for rule in known if rule.id in chosen - left_out), digest, extra)


def _ids(rules: tuple[Rule, ...], names: Collection[str]) -> set[str]:
    """Return the ids of the rules that go by one of the names, as their id or their family."""
    found: set[str] = set()
    for name in names:
        fitting = {rule.id for rule in rules if name in {rule.id, rule.family}}
        if not fitting:
            raise _unknown(name, rules)
        found |= fitting
    return found


def _unknown(name: str, rules: tuple[Rule, ...]) -> UsageError:
    known = [rule.id for rule in rules]
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    return UsageError(
        "no such rule", name, f"did you mean {', '.join(near)}?" if near else f"known: {', '.join(known)}"
    )


@cache
def _known(extra: Path | None) -> tuple[tuple[Rule, ...], str]:
    """Return all rules, and the digest of the files they and the lexicons stand in."""
    shipped = folder("rules")
    found = {}
    for path in sorted(shipped.glob("*/*.toml")):
        if path.parent.name != "lexicon" and "id" in (table := read(path)):
            found[table["id"]] = _rule(table, path.relative_to(shipped).as_posix())
    for path in _users(extra):
        table = check(read(path), path, "rule")
        found[table["id"]] = _rule(table, str(path))
    if extra:
        lexicon_files.check_all(extra)
    return tuple(found.values()), _digest(shipped, extra)


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


def _rule(table: Table, path: str) -> Rule:
    return Rule(
        id=table["id"],
        family=table["family"],
        title=table["title"],
        severity=Severity(table["severity"]),
        confidence=float(table["confidence"]),
        help=" ".join(table["help"].split()),
        precision=table.get("precision", "not measured"),
        parameters=MappingProxyType(table.get("parameters", {})),
        examples=tuple(map(_example, table.get("example", ()))),
        path=path,
    )


def _example(table: Table) -> Example:
    return Example(**{"source": "", **table, "options": tuple(table.get("options", ()))})


def _digest(shipped: Path, extra: Path | None) -> str:
    """Hash the files by name and content; line ends do not count."""
    files = {path.relative_to(shipped).as_posix(): path for path in shipped.rglob("*.toml")}
    if extra:
        own = [extra] if extra.is_file() else extra.rglob("*.toml")
        files |= {f"extra/{path.relative_to(extra.parent).as_posix()}": path for path in own}
    whole = sha256()
    for name in sorted(files):
        text = files[name].read_bytes().replace(b"\r\n", b"\n")
        whole.update(b"%s\0%d\0%s" % (name.encode(), len(text), text))
    return whole.hexdigest()
