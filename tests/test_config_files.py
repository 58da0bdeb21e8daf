"""Prove that settings are found, read in all forms, and refused with a hint where they are wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from verifier.config.files import find
from verifier.config.settings import DEFAULTS, Settings, load
from verifier.config.values import schema
from verifier.errors import ConfigError
from verifier.gate.policy import Policy
from verifier.model import Role, Severity, Source

TOML = """
sources = ["articles"]
fail-on = "warning"
min-confidence = 0.5
stand-in = false
select = ["quantity", "missing-source"]
[max-problems]
note = 3
[severity.rules]
quantity = "note"
[severity.fields]
"* Rationale" = "off"
[roles]
"old-*" = "context"
"""
INI = """
[metadata]
name = other
[verifier]
sources = articles
fail-on = warning
min-confidence = 0.5
stand-in = no
select =
    quantity
    missing-source
[verifier.max-problems]
note = 3
[verifier.severity.rules]
quantity = note
[verifier.severity.fields]
* Rationale = off
[verifier.roles]
old-* = context
"""
TOOL = "[tool.verifier]\n" + TOML.replace("[max", "[tool.verifier.max").replace("[sev", "[tool.verifier.sev").replace(
    "[roles", "[tool.verifier.roles"
)
FORMS = {"verifier.toml": TOML, "pyproject.toml": TOOL, "setup.cfg": INI}


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", FORMS)
def test_all_forms_say_the_same(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = load(write(tmp_path, name, FORMS[name]))
    assert settings.options == {
        "sources": ["articles"],
        "fail_on": "warning",
        "select": ["quantity", "missing-source"],
    }
    assert settings.policy == Policy(
        rules=(("quantity", "note"),), fields=(("* Rationale", "off"),), min_confidence=0.5, stand_in=False
    )
    assert settings.limits == ((Severity.NOTE, 3),)
    assert [settings.role(Source(name, "x")) for name in ("old-1", "new")] == [Role.CONTEXT, Role.CITED]


def test_a_table_for_tools_may_stand_in_verifier_toml(tmp_path: Path) -> None:
    assert load(write(tmp_path, "verifier.toml", TOOL)).get("fail-on") == "warning"


def test_the_nearest_file_upward_counts(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert find(inner) is None or tmp_path not in find(inner).parents  # type: ignore[union-attr]
    outer = write(tmp_path, "setup.cfg", INI)
    assert find(inner) == outer
    write(tmp_path / "a", "pyproject.toml", "[tool.other]\nverifier = 1\n")
    assert find(inner) == outer
    nearer = write(tmp_path / "a", "pyproject.toml", TOOL)
    assert find(inner) == nearer
    assert find(write(tmp_path / "a", "verifier.toml", TOML).parent) == tmp_path / "a" / "verifier.toml"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("pyproject.toml", "[tool]\nverifier = 3\n", 'has "verifier" under .tool., but no table of that name'),
        ("pyproject.toml", "[[tool.verifier]]\nfail-on = 'note'\n", "but no table of that name"),
        ("verifier.toml", "[tool.other]\nfail-on = 'note'\n", "says nothing of verifier"),
    ],
)
def test_settings_that_were_meant_are_never_passed_over(name: str, text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    write(tmp_path, name, text)
    with pytest.raises(ConfigError, match=said):
        load(folder=tmp_path / "inner")


def test_paths_count_from_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    write(tmp_path, "verifier.toml", 'sources = ["articles", "/else"]\nbaseline = "w"\n')
    monkeypatch.chdir(inner)
    assert load().options == {"sources": ["../articles", "/else"], "baseline": "../w"}


def test_nothing_is_set_without_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verifier.config.settings.find", lambda folder: None)
    assert load(folder=tmp_path) == Settings()
    assert Settings().policy == Policy()
    assert Settings().options == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"[{'.'.join(['roles'] * 3000)}]\nx = 1", "verifier.toml: is nested too deeply"),
        ("fail_on = 'note'", 'unknown key "fail_on"; did you mean "fail-on"?'),
        ("[zzz]\nx = 1", 'unknown key "zzz"; known: '),
        ("selct = []", 'unknown key "selct"; did you mean "select"?'),
        ("[severity]\nfeilds = {}", 'severity: unknown key "feilds"; did you mean "fields"?'),
        ("[severity.verdicts]\ncontradictd = 'note'", 'unknown key "contradictd"; did you mean "contradicted"?'),
        ("fail-on = 'fatal'", 'fail-on: "fatal" is not legal; legal are error, warning, note, never'),
        ("[severity.rules]\nquantity = 'loud'", 'severity.rules.quantity: "loud" is not legal'),
        ("min-confidence = 2", "min-confidence: 2 does not fit; expected a number from 0 to 1"),
        ("stand-in = 'perhaps'", 'stand-in: "perhaps" does not fit; expected true or false'),
        ("max-problems = {error = -1}", "max-problems.error: -1 does not fit; expected a number from 0"),
        ("roles = {a = 'proof'}", 'roles.a: "proof" is not legal; legal are cited, context, exclude'),
        ("fail-on = ", "is no TOML"),
    ],
)
def test_wrong_settings_are_named(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load(write(tmp_path, "verifier.toml", text))
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("name", "text"),
    [("setup.cfg", "[metadata]\n"), ("pyproject.toml", "[tool]\n"), ("setup.cfg", "no section"), ("a.toml", "\x00")],
)
def test_named_files_without_settings_are_refused(name: str, text: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError):
        load(write(tmp_path, name, text))
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path / "gone.toml")


def test_the_schema_knows_every_setting() -> None:
    Draft202012Validator.check_schema(schema())
    assert set(schema()["properties"]) == set(DEFAULTS)
    known = {key: rule["default"] for key, rule in schema()["properties"].items() if "default" in rule}
    assert known == {key: DEFAULTS[key] for key in known}
    assert all(rule["description"] for rule in schema()["properties"].values())
    assert json.dumps(schema())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("verifier.toml", "min-confidence = nan"),
        ("verifier.toml", "show-confidence = +inf"),
        ("pyproject.toml", "[tool.verifier]\nmin-confidence = -nan"),
        ("setup.cfg", "[verifier]\nmin-confidence = NaN"),
    ],
)
def test_what_is_no_number_is_within_no_bounds(name: str, text: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"confidence: .* does not fit; expected a number from 0 to 1"):
        load(write(tmp_path, name, text))
