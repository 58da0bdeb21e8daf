"""Check the rules: that they load, that their examples hold, and that bad ones are refused."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from verifier.data.folders import folder
from verifier.data.rulebook import Example, Rule, load
from verifier.data.tables import check, read
from verifier.errors import ConfigError, UsageError
from verifier.model import Severity
from verifier.rule_examples import ExampleResult, run_examples

RULES = [path for path in sorted(folder("rules").glob("*/*.toml")) if "id" in read(path)]
OWN = """
id = "round-number"
mechanism = "value"
fact = "quantity"
title = "a number that is too round"
severity = "note"
help = "Doubts\\n  round numbers."
[parameters]
digits = 3
[[example]]
expect = "near-miss"
claim = "The pump ran for 100 days."
source = "The pump ran for 100 days, the operator wrote."
why = "the source says the same"
published = "2021-03-08"
"""


def own(tmp_path: Path, text: str = OWN, name: str = "own.toml") -> Path:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_every_shipped_rule_satisfies_the_schema_and_shows_all_sorts_of_examples(path: Path) -> None:
    table = check(read(path), path, "rule")
    expected = Counter(example["expect"] for example in table["example"])
    assert expected["hit"] + expected["doubt"] >= 3
    assert expected["near-miss"] + expected["stand-down"] >= 3


def test_ids_are_unique_and_named_after_their_files() -> None:
    assert [rule.id for rule in load().rules] == [path.stem for path in RULES]


def test_every_example_holds() -> None:
    results = run_examples(load())
    assert len(results) == sum(len(rule.examples) for rule in load().rules) > 300
    assert [str(result) for result in results if not result.passed] == []


def test_a_rule_is_read_as_it_stands(tmp_path: Path) -> None:
    rule = load(own(tmp_path)).get("round-number")
    assert rule == Rule(
        id="round-number",
        mechanism="value",
        fact="quantity",
        title="a number that is too round",
        severity=Severity.NOTE,
        help="Doubts round numbers.",
        excuses=None,
        only_words=frozenset(),
        only_fields=frozenset(),
        parameters={"digits": 3},
        examples=(
            Example(
                expect="near-miss",
                claim="The pump ran for 100 days.",
                source="The pump ran for 100 days, the operator wrote.",
                why="the source says the same",
                published="2021-03-08",
            ),
        ),
        path=str(tmp_path / "own.toml"),
    )
    assert (rule.confidence, rule.precision) == (0.5, "not measured")


@pytest.mark.parametrize("name", ["own.toml", "pack/own.toml"])
def test_a_users_folder_adds_rules(tmp_path: Path, name: str) -> None:
    ids = [rule.id for rule in load(own(tmp_path, name=name)).rules]
    assert ids == [rule.id for rule in load().rules] + ["round-number"]


def test_a_users_file_adds_its_rule(tmp_path: Path) -> None:
    assert "round-number" in load(own(tmp_path) / "own.toml").titles


def test_a_users_rule_replaces_ours_of_the_same_id(tmp_path: Path) -> None:
    book = load(own(tmp_path, OWN.replace("round-number", "quantity")))
    assert book.get("quantity").severity is Severity.NOTE
    assert len(book.rules) == len(load().rules)


def test_rules_are_found_by_what_they_are_about(tmp_path: Path) -> None:
    book = load(own(tmp_path))
    assert book.about("value", "quantity") == (book.get("quantity"), book.get("round-number"))
    assert load(select=["quantity"]).about("document", "taxonomy") == ()


@pytest.mark.parametrize(
    ("narrowed", "field", "applies"),
    [
        ("", "Impacts", True),
        ('only_fields = ["impacts"]', "Impacts", True),
        ('only_fields = ["impacts"]', "Timeline", False),
    ],
)
def test_a_rule_may_be_about_some_fields_alone(tmp_path: Path, narrowed: str, field: str, *, applies: bool) -> None:
    text = OWN.replace("[parameters]", f"{narrowed}\n[parameters]")
    assert load(own(tmp_path, text)).get("round-number").applies(field) is applies


def test_what_was_measured_is_read_from_its_file_and_never_typed() -> None:
    measured = json.loads((folder("rules") / "precision.json").read_text("utf-8"))
    for rule in load().rules:
        table = measured.get(rule.id, measured.get(rule.fact))
        assert rule.precision == (
            f"{table['right']} of {table['of']} findings right ({table['data']})" if table else "not measured"
        )
        assert 0 < rule.confidence < 1


def test_rules_are_selected_and_left_out_by_id_or_name(tmp_path: Path) -> None:
    extra = own(tmp_path)
    assert set(load(extra, select=["round-number"]).titles) == {"round-number"}
    assert "round-number" not in load(extra, ignore=["round-number"]).titles
    assert set(load(extra, select=["quantity"], ignore=["round-number"]).titles) == {"quantity"}
    assert {rule.mechanism for rule in load(select=["value"]).rules} == {"value"}
    assert not load(extra, ignore=["quantity"]).titles.keys() & {"quantity", "round-number"}


@pytest.mark.parametrize("name", ["select", "ignore"])
def test_an_unknown_rule_is_refused_with_those_nearest_to_it(name: str) -> None:
    with pytest.raises(UsageError, match=r"quantty: no such rule; did you mean \"quantity\""):
        load(**{name: ["quantty"]})  # type: ignore[arg-type]


def test_an_unknown_id_is_refused_with_those_known() -> None:
    with pytest.raises(UsageError, match=r"^zzz: no such rule; known: .*quantity"):
        load().get("zzz")


def test_the_digest_changes_with_rules_and_lexicons_and_not_with_line_ends(tmp_path: Path) -> None:
    plain = own(tmp_path / "a")
    dos = own(tmp_path / "b" / "a", OWN.replace("\n", "\r\n"))
    other = own(tmp_path / "c" / "a", OWN.replace("too round", "too even"))
    words = own(own(tmp_path / "d" / "a"), "words = 'xyzzy'", "lexicon/stopwords.toml")
    digests = [load(path).digest for path in (None, plain, other, words)]
    assert len(set(digests)) == 4
    assert load(dos).digest == load(plain).digest
    assert all(len(digest) == 64 for digest in digests)


def test_the_digest_does_not_depend_on_what_is_selected() -> None:
    assert load(select=["quantity"]).digest == load().digest


def test_a_failed_example_says_so() -> None:
    example = Example("hit", "Two pumps failed.", "Two pumps failed.", "never fires")
    result = ExampleResult("quantity", 3, example, fired=False)
    assert not result.passed
    assert str(result) == 'quantity example 3 (hit): did not fire on "Two pumps failed."'


@pytest.mark.parametrize(
    ("expect", "fired", "lacks", "passed"),
    [
        ("hit", True, "", True),
        ("near-miss", True, "", False),
        ("near-miss", False, "", True),
        ("stand-down", False, "", True),
        ("stand-down", False, "no excuse is recorded", False),
        ("doubt", False, "", True),
        ("doubt", True, "", True),
        ("doubt", False, "it does not lower support", False),
    ],
)
def test_each_sort_of_example_has_its_own_proof(expect: str, lacks: str, *, fired: bool, passed: bool) -> None:
    example = Example(expect, "Two pumps failed.", "Three pumps failed.", "another number")
    result = ExampleResult("quantity", 3, example, fired, lacks)
    assert result.passed is passed
    assert lacks in str(result)


def example_rule(tmp_path: Path, expect: str, claim: str, source: str) -> ExampleResult:
    text = OWN.replace('"near-miss"', f'"{expect}"').replace("The pump ran for 100 days.", claim)
    text = text.replace("The pump ran for 100 days, the operator wrote.", source)
    rules = load(own(tmp_path, text))
    (result,) = run_examples(replace(rules, rules=(rules.get("round-number"),)))
    return result


@pytest.mark.parametrize(
    ("expect", "claim", "source", "lacks"),
    [
        ("doubt", "The pump ran for 90 days.", "The pump ran for 70 days.", ""),
        ("doubt", "The pump ran for 90 days.", "The pump ran for 90 days.", "it does not lower support"),
        ("stand-down", "Several pumps failed in May.", "Two pumps failed in May.", ""),
        ("stand-down", "The pump ran for 90 days.", "The pump ran for 90 days.", "no excuse is recorded"),
    ],
)
def test_an_example_says_what_it_did_not_show(tmp_path: Path, expect: str, claim: str, source: str, lacks: str) -> None:
    assert example_rule(tmp_path, expect, claim, source).lacks == lacks


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            ('"note"', '"fatal"'),
            "severity: 'fatal' is not one of ['error', 'warning', 'note']; legal values: error, warning",
        ),
        (('"value"', '"link"'), "fact: 'quantity' is not one of ['cause']; legal values: cause"),
        (('"value"', '"sums"'), "mechanism: 'sums' is not one of"),
        (('title = "a number that is too round"', ""), "'title' is a required property; required keys: id, mechanism"),
        (("[parameters]", "confidence = 0.5\n[parameters]"), "has unknown keys: confidence; legal keys: id, mechanism"),
        (("[parameters]", 'excuses = "all"\n[parameters]'), "excuses: 'all' is not of type 'array'"),
        (("[parameters]", 'only_words = ["a b"]\n[parameters]'), "only_words[0]: 'a b' has a form that is not allowed"),
        (('"near-miss"', '"maybe"'), "example[0].expect: 'maybe' is not one of"),
        (('"near-miss"', '"hit"\nwhen = 1'), "example[0]: has unknown keys: when; legal keys: expect, claim, source"),
        (("2021-03-08", "2021-13-08"), "example[0].published: '2021-13-08' is not a 'date'"),
        (('"round-number"', '"Round Number"'), "id: 'Round Number' has a form that is not allowed; lower-case words"),
        (("id =", "id"), "is no TOML"),
        (('"round-number"', '"\x00"'), "own.toml: is a binary file"),
    ],
)
def test_a_bad_rule_is_refused_with_file_key_and_what_is_legal(
    tmp_path: Path, change: tuple[str, str], message: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        load(own(tmp_path, OWN.replace(*change)))
    assert str(caught.value).startswith(str(tmp_path / "own.toml"))
    assert message in str(caught.value)


def test_a_rule_file_of_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_bytes(OWN.encode("utf-16"))
    with pytest.raises(ConfigError, match=r"own\.toml: is (UTF-16|not UTF-8)"):
        load(tmp_path)


def test_an_empty_rule_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"own\.toml: is empty"):
        load(own(tmp_path, ""))


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="nowhere: no such file or folder; name a folder of rules"):
        load(tmp_path / "nowhere")


def test_a_bad_lexicon_is_refused_with_the_rules(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"lexicon/verbs\.toml: is no lexicon that can be extended"):
        load(own(tmp_path, "words = 'a'", "lexicon/verbs.toml"))


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"own\.toml: is no TOML"):
        load(own(tmp_path, "id = " + "[" * 20_000))
