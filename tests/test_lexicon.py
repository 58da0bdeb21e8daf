"""Check the word lists: their form, that they do not contradict each other, and that users may lay theirs over them."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.data import lexicons as lexicon
from verifier.data.folders import folder
from verifier.data.lexicon_files import NAMES, check_all
from verifier.data.lexicon_forms import check_lines
from verifier.data.lexicon_values import Kind, Terms
from verifier.data.tables import check, read
from verifier.errors import ConfigError
from verifier.text.tokens import tokenize
from verifier.words.forms import lemmas_of
from verifier.words.tables import vocabulary

FOLDER = folder("rules") / "lexicon"


def grades(one: str, other: str) -> set[str]:
    return {g.grade for g in lexicon.equal_terms().groups if one in g.terms and other in g.terms}


def own(tmp_path: Path, name: str, text: str) -> Path:
    (tmp_path / "lexicon").mkdir(exist_ok=True)
    (tmp_path / "lexicon" / f"{name}.toml").write_text(text, "utf-8")
    return tmp_path


def by_name(kinds: tuple[Kind, ...]) -> dict[str, Kind]:
    return {kind.name: kind for kind in kinds}


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_lexicon_satisfies_its_schema_and_form(name: str) -> None:
    path = FOLDER / f"{name}.toml"
    table = check_lines(check(read(path), path, "lexicon", name), path, name)
    assert table


@pytest.mark.parametrize("name", NAMES)
def test_a_users_list_of_each_name_changes_what_words_are_known(tmp_path: Path, name: str) -> None:
    text = {
        "antonyms": "verbs = 'frobnicate / unglue'",
        "equal_terms": "[same]\nours = 'widget, gizmo'",
        "gloss": "verbs = 'frobnicate'",
        "hedges": "[possible]\nadverb = 'frobnicably'",
        "media": "[media]\nmessage = 'frobnogram'",
        "nations": "nations = 'ruritania / ruritanian'",
        "negators": "[cues]\nparticle = 'nevermore'",
        "reporting": "[verbs]\nneutral = 'frobnicate'",
        "roles": "[holder]\nexpert = 'runologist'",
        "stopwords": "words = 'frobnicate'",
    }[name]
    ours, theirs = vocabulary(), vocabulary(own(tmp_path, name, text))
    assert [f.name for f in fields(ours) if getattr(ours, f.name) != getattr(theirs, f.name)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hacker", "intruder"),
        ("hacker", "threat actor"),
        ("vulnerability", "security hole"),
        ("breach", "break-in"),
        ("company", "firm"),
        ("phone", "handset"),
        ("car", "vehicle"),
        ("flight", "plane"),
        ("allow", "enable"),
        ("say", "state"),
        ("steal", "exfiltrate"),
        ("steal", "theft"),
        ("fix", "patch"),
        ("outage", "downtime"),
        ("begin", "commence"),
        ("buy", "purchase"),
        ("show", "reveal"),
        ("expose", "leak"),
        ("customer", "client"),
        ("worker", "employee"),
        ("crash", "collision"),
        ("united states", "america"),
        ("new jersey", "nj"),
        ("georgia", "ga"),
        ("uk", "britain"),
        ("china", "chinese"),
        ("spokesman", "spokeswoman"),
        ("ceo", "chief executive"),
        ("press release", "news release"),
        ("die", "death"),
        ("lose", "loss"),
        ("decide", "decision"),
        ("sell", "sale"),
        ("plaintext", "clear text"),
        ("organisation", "organization"),
    ],
)
def test_words_for_one_thing_are_equal(one: str, other: str) -> None:
    assert "same" in grades(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("user", "customer"),
        ("problem", "glitch"),
        ("incident", "attack"),
        ("government", "official"),
        ("update", "upgrade"),
        ("money", "fund"),
    ],
)
def test_words_that_fit_in_context_are_near(one: str, other: str) -> None:
    assert "near" in grades(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("million", "billion"),
        ("analyst", "strategist"),
        ("hacker", "employee"),
        ("customer", "shareholder"),
        ("researcher", "journalist"),
        ("owner", "tenant"),
        ("tweet", "statement"),
        ("letter", "statement"),
        ("china", "japan"),
        ("england", "scotland"),
        ("steal", "return"),
        ("encrypted", "plaintext"),
        ("kill", "injure"),
        ("profit", "revenue"),
        ("upload", "download"),
        ("delay", "cancel"),
        ("north", "south"),
        ("internal", "external"),
    ],
)
def test_different_facts_share_no_group(one: str, other: str) -> None:
    assert grades(one, other) == set()


def test_groups_hold_several_terms_each_once_in_lower_case() -> None:
    for _, terms in lexicon.equal_terms().groups:
        assert len(terms) > 1
        assert len(set(terms)) == len(terms), terms
        assert all(term == term.lower().strip() and "  " not in term for term in terms), terms


def test_no_group_holds_opposites_or_distinct_terms() -> None:
    opposed = {frozenset((a, b)) for left, right in lexicon.antonyms().pairs for a in left for b in right}
    distinct = {frozenset(pair) for line in lexicon.equal_terms().distinct for pair in combinations(line, 2)}
    held = {frozenset(pair) for group in lexicon.equal_terms().groups for pair in combinations(group.terms, 2)}
    assert held & (opposed | distinct) == set()


def test_no_term_is_its_own_opposite() -> None:
    assert [pair for pair in lexicon.antonyms().pairs if set(pair[0]) & set(pair[1])] == []


def test_the_lists_are_broad() -> None:
    groups, _ = lexicon.equal_terms()
    nouns = {term for role in lexicon.roles() for term in role.terms}
    assert Counter(group.grade for group in groups)["same"] > 1500
    assert len(nouns) > 1000
    assert len(lexicon.antonyms().pairs) > 400
    assert len(lexicon.nations()) > 150
    assert len(lexicon.gloss()) > 250
    assert len(lexicon.stopwords()) > 250


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("stole", "steal"),
        ("stolen", "steal"),
        ("found", "find"),
        ("lost", "lose"),
        ("sent", "send"),
        ("said", "say"),
        ("left", "leave"),
        ("went", "go"),
        ("drove", "drive"),
        ("flew", "fly"),
        ("broke", "break"),
        ("took", "take"),
        ("held", "hold"),
        ("knew", "know"),
        ("withdrew", "withdraw"),
        ("were", "be"),
        ("people", "person"),
        ("children", "child"),
        ("spokesmen", "spokesman"),
        ("analyses", "analysis"),
    ],
)
def test_irregular_forms_lead_to_their_base(form: str, base: str) -> None:
    assert lexicon.irregular()[form] == base


def test_irregular_forms_lead_to_bases_at_once() -> None:
    assert set(lexicon.irregular()) & set(lexicon.irregular().values()) == set()


def test_maps_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        lexicon.irregular()["stole"] = "buy"  # type: ignore[index]


@pytest.mark.parametrize(
    ("role", "broader"),
    [
        ("researcher", "expert"),
        ("analyst", "expert"),
        ("engineer", "expert"),
        ("mayor", "official"),
        ("senator", "politician"),
        ("minister", "official"),
        ("chief executive", "executive"),
        ("president", "executive"),
        ("director", "executive"),
        ("supplier", "company"),
        ("carmaker", "manufacturer"),
        ("carmaker", "company"),
        ("airline", "company"),
        ("security researcher", "person"),
        ("customer", "user"),
        ("owner", "customer"),
        ("hacker", "criminal"),
        ("prosecutor", "lawyer"),
        ("surgeon", "doctor"),
    ],
)
def test_a_broader_word_for_a_role_is_known(role: str, broader: str) -> None:
    assert broader in by_name(lexicon.roles())[role].broader


@pytest.mark.parametrize(
    ("role", "other"),
    [
        ("analyst", "strategist"),
        ("strategist", "analyst"),
        ("analyst", "researcher"),
        ("employee", "customer"),
        ("expert", "researcher"),
        ("mayor", "minister"),
        ("patient", "doctor"),
        ("journalist", "researcher"),
    ],
)
def test_another_role_is_not_broader(role: str, other: str) -> None:
    found = by_name(lexicon.roles())[role]
    assert other not in found.broader
    assert other not in found.terms


@pytest.mark.parametrize("kinds", [lexicon.roles(), lexicon.media().media], ids=["roles", "media"])
def test_broader_words_name_kinds_and_never_the_kind_itself(kinds: tuple[Kind, ...]) -> None:
    known = set(by_name(kinds))
    assert len(known) == len(kinds)
    for kind in kinds:
        assert kind.broader <= known
        assert kind.name not in kind.broader


@pytest.mark.parametrize("kinds", [lexicon.roles(), lexicon.media().media], ids=["roles", "media"])
def test_a_word_names_one_kind(kinds: tuple[Kind, ...]) -> None:
    named = Counter(term for kind in kinds for term in kind.terms)
    assert {term for term, times in named.items() if times > 1} <= {"carrier"}  # of passengers, and of calls


@pytest.mark.parametrize(
    ("medium", "broader", "holds"),
    [
        ("press release", "statement", True),
        ("tweet", "post", True),
        ("tweet", "statement", False),
        ("letter", "statement", False),
        ("letter", "document", True),
        ("lawsuit", "filing", True),
        ("statement", "press release", False),
        ("interview", "statement", False),
    ],
)
def test_media_know_what_they_may_be_called(medium: str, broader: str, *, holds: bool) -> None:
    assert (broader in by_name(lexicon.media().media)[medium].broader) is holds


def test_verbs_tell_the_medium() -> None:
    found = lexicon.media()
    assert found.verbs["tweet"] == "tweet"
    assert set(found.verbs.values()) <= set(by_name(found.media))


def test_each_cue_of_negation_has_one_scope() -> None:
    named = Counter(cue for cues in lexicon.negators().values() for cue in cues)
    assert [cue for cue, times in named.items() if times > 1] == []


@pytest.mark.parametrize(
    ("cue", "scope"),
    [
        ("not", "particle"),
        ("without", "particle"),
        ("far from", "particle"),
        ("nobody", "subject"),
        ("fail to", "implicative"),
        ("unable to", "implicative"),
        ("rule out", "object"),
        ("no evidence that", "clause"),
        ("prevent from", "from"),
        ("to no avail", "back"),
        ("hardly", "weak"),
        ("not only", "none"),
        ("no later than", "none"),
        ("without doubt", "none"),
        ("not necessarily", "none"),
        ("not uncommon", "affirmative"),
    ],
)
def test_cues_of_negation_have_their_scope(cue: str, scope: str) -> None:
    assert cue in lexicon.negators()[scope]


def test_each_cue_of_certainty_has_one_level() -> None:
    levels: dict[str, set[str]] = {}
    for hedge in lexicon.hedges().cues:
        levels.setdefault(hedge.cue, set()).add(hedge.level)
    assert {cue: found for cue, found in levels.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("cue", "level"),
    [
        ("may", "possible"),
        ("potentially", "possible"),
        ("suspected", "likely"),
        ("alleged", "reported"),
        ("plan to", "planned"),
        ("proof of concept", "tested"),
        ("is being investigated", "open"),
        ("unclear whether", "open"),
        ("no evidence that", "denied"),
        ("confirm", "asserted"),
        ("if", "hypothetical"),
    ],
)
def test_cues_of_certainty_have_their_level(cue: str, level: str) -> None:
    assert level in {hedge.level for hedge in lexicon.hedges().cues if hedge.cue == cue}


def test_negative_prefixes_have_their_exceptions() -> None:
    found = lexicon.antonyms()
    assert {"un", "in", "im", "non", "dis"} <= set(found.prefixes)
    assert {
        "understand",
        "unit",
        "indeed",
        "increase",
        "information",
        "uncle",
        "discover",
        "display",
    } <= found.exceptions
    assert not {"unsafe", "inactive", "impossible", "disconnected", "unencrypted"} & found.exceptions


def test_gloss_keeps_off_words_of_fact() -> None:
    facts = {"vulnerability", "accidental", "intentional", "hacker", "internal", "external", "before", "after", "first"}
    assert not facts & lexicon.gloss()
    assert {"highlight", "underscore", "robust", "furthermore"} <= lexicon.gloss()


@pytest.mark.parametrize(
    ("word", "american"),
    [
        ("organisation", "organization"),
        ("realised", "realized"),
        ("analysed", "analyzed"),
        ("behaviour", "behavior"),
        ("defence", "defense"),
        ("travelled", "traveled"),
        ("rise", "rise"),
        ("exercise", "exercise"),
        ("compromised", "compromised"),
        ("colleague", "colleague"),
        ("advertising", "advertising"),
        ("wise", "wise"),
    ],
)
def test_british_spellings_become_american(word: str, american: str) -> None:
    assert lexicon.spellings().american(word) == american


@given(st.text("abeginorstuyzlc", min_size=1, max_size=14))
def test_an_american_spelling_stays(word: str) -> None:
    once = lexicon.spellings().american(word)
    assert lexicon.spellings().american(once) == once


def test_nations_know_their_people() -> None:
    found = {nation.names[0]: nation for nation in lexicon.nations()}
    assert "british" in found["united kingdom"].people


def test_a_folder_of_rules_alone_has_our_words(tmp_path: Path) -> None:
    assert vocabulary(tmp_path) is vocabulary()


def test_a_users_list_extends_ours(tmp_path: Path) -> None:
    extra = own(tmp_path, "equal_terms", "[same]\nours = '''\nwidget, gizmo\n'''\n")
    groups: list[Terms] = [group.terms for group in lexicon.equal_terms(extra).groups]
    assert ("widget", "gizmo") in groups
    assert len(groups) == len(lexicon.equal_terms().groups) + 1


def test_a_users_topic_of_a_name_we_have_adds_to_it(tmp_path: Path) -> None:
    extra = own(tmp_path, "roles", "[holder]\nexpert = 'rune reader, runologist'\n")
    found = by_name(lexicon.roles(extra))
    assert found["rune reader"].broader == {"expert", "person"}
    assert "analyst" in found


def test_a_users_list_replaces_ours(tmp_path: Path) -> None:
    extra = own(tmp_path, "stopwords", "extend = false\nwords = 'the a'\n")
    assert lexicon.stopwords(extra) == {"the", "a"}


def test_terms_that_a_user_holds_distinct_share_no_group(tmp_path: Path) -> None:
    extra = own(tmp_path, "equal_terms", "[distinct]\nours = 'hacker, intruder, attacker'\n")
    groups = [set(group.terms) for group in lexicon.equal_terms(extra).groups]
    assert not [group for group in groups if len(group & {"hacker", "intruder", "attacker"}) > 1]
    for word in ("hacker", "intruder", "attacker"):
        assert any({word, "threat actor"} <= group for group in groups)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("stopwords", "words = [1]", "stopwords.toml: words: [1] is not of type 'string'; expected: string"),
        ("stopwords", "word = 'a'", "stopwords.toml: has unknown keys: word; legal keys: extend, words"),
        (
            "stopwords",
            "words = '''\nThe\n'''",
            'stopwords.toml: words: the line "The" has capitals; write it in lower case',
        ),
        ("stopwords", "words = ", "stopwords.toml: is no TOML"),
        ("equal_terms", "[same]\nours = 'a,b'", 'equal_terms.toml: same.ours: the line "a,b" has not the right form'),
        ("equal_terms", "extend = 'no'", "equal_terms.toml: extend: 'no' is not of type 'boolean'; expected: boolean"),
        ("equal_terms", "[sames]", "legal keys: extend, same, near, distinct"),
        (
            "antonyms",
            "verbs = 'gain, win'",
            'verbs: the line "gain, win" has not the right form; expected: terms, a stroke',
        ),
        ("media", "[verbs]\nours = 'ring / bell, gong'", "verbs.ours: the line"),
        ("nations", "regions = 'wales'", "regions: the line"),
        ("negators", "[cues]\nnever = 'not'", "legal keys: particle, subject, implicative"),
        ("hedges", "[sure]\nverb = 'know'", "legal keys: extend, asserted"),
        ("spellings", "words = 'a b'", "spellings.toml: is no lexicon that can be extended; legal names: antonyms"),
        (
            "synonyms",
            "words = 'a'",
            "synonyms.toml: is no lexicon that can be extended; legal names: antonyms, equal_terms",
        ),
    ],
)
def test_a_bad_list_is_refused_with_its_place_and_what_is_legal(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    extra = own(tmp_path, name, text)
    with pytest.raises(ConfigError) as caught:
        check_all(extra)
    assert str(caught.value).startswith(str(extra / "lexicon" / f"{name}.toml"))
    assert message in str(caught.value)


@pytest.mark.parametrize("line", ["a" * 50_000, ", " * 20_000, "a, " * 20_000 + "/", " / " * 20_000, "a b, " * 20_000])
def test_long_lines_are_judged_at_once(tmp_path: Path, line: str) -> None:
    for name, top in (("antonyms", "verbs"), ("media", "phrases"), ("nations", "regions"), ("gloss", "nouns")):
        try:
            check_lines({top: line}, tmp_path, name)
        except ConfigError as error:
            assert len(str(error)) < 500


def test_words_that_may_deny_are_told_from_those_that_only_begin_a_cue() -> None:
    found = lexicon.weak_denials()
    assert {"despite", "until"} <= found.conceding
    assert {"ignore", "prevent"} <= found.implying
    assert found.implying.isdisjoint(found.conceding)
    assert {"leave", "vote"} <= found.plain
    assert found.conceding.isdisjoint(found.plain)


def test_every_term_is_written_as_the_words_of_a_text_are_read() -> None:
    terms = {term for group in lexicon.equal_terms().groups for term in group.terms}
    assert [term for term in sorted(terms) if lemmas_of(term) != tuple(t.key for t in tokenize(term))] == []
