"""Tests of the one reader of JSON."""

import pytest

from verifier.data.json_text import parse_json
from verifier.errors import ConfigError, InputError


def test_values_are_read_as_they_are_written() -> None:
    text = '{"gate": [1, -2.5, 3e2, true, null, "open"], "id": 340282366920938463463374607431768211456}'
    assert parse_json(text, "x") == {"gate": [1, -2.5, 300.0, True, None, "open"], "id": 2**128}
    assert parse_json("[" * 100 + "]" * 100, "x")
    assert parse_json("1" * 100, "x") == int("1" * 100)
    assert parse_json("-" + "1" * 100, "x") == -int("1" * 100)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("NaN", "x: holds NaN, which is no JSON number; correct it there"),
        ("[1, Infinity]", "x: holds Infinity, which is no JSON number; correct it there"),
        ('{"a": -Infinity}', "x: holds -Infinity, which is no JSON number; correct it there"),
        ("[1e400]", "x: holds 1e400, which is too large a number; correct it there"),
        ("1" * 101, "x: holds a number too long to read; shorten it, or write it as text"),
        ("-" + "1" * 101, "x: holds a number too long to read; shorten it, or write it as text"),
        ("-" + "1" * 9000, "x: holds a number too long to read; shorten it, or write it as text"),
        ("[" * 101 + "]" * 101, "x: is nested too deeply; check that it is the right file"),
        ('{"a":' * 101 + "1" + "}" * 101, "x: is nested too deeply; check that it is the right file"),
        ("[" * 200_000, "x: is nested too deeply; check that it is the right file"),
        ('{"a": 1,\n"b"}', "x, line 2 column 4: is malformed JSON (Expecting ':' delimiter); correct it there"),
        ("", "x, line 1 column 1: is malformed JSON (Expecting value); correct it there"),
    ],
)
def test_what_cannot_be_used_is_refused(text: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_json(text, "x")
    assert str(caught.value) == said


def test_callers_say_what_is_wrong_in_their_own_words() -> None:
    with pytest.raises(ConfigError) as caught:
        parse_json("gate", "x", ConfigError, malformed="is no list of gates")
    assert str(caught.value) == "x: is no list of gates"
    with pytest.raises(ConfigError) as caught:
        parse_json("NaN", "x", ConfigError, malformed="is no list of gates", hint="write one gate a line")
    assert str(caught.value) == "x: holds NaN, which is no JSON number; write one gate a line"


def test_keys_that_stand_twice_and_halves_of_characters_are_refused_by_who_asks_for_it() -> None:
    for text, said in (('{"a": {"b": 1, "b": 2}}', "the key 'b' twice"), ('["\\ud83d"]', "half of an escaped")):
        assert parse_json(text, "x")
        with pytest.raises(InputError, match=said):
            parse_json(text, "x", strict=True)
    assert parse_json('["\\ud83d\\ude00"]', "x", strict=True) == ["\U0001f600"]
