"""Check that parts of NLTK load without the rest of it, and leave no trace."""

from __future__ import annotations

import subprocess
import sys

from verifier.text.nltk_parts import punkt, snowball


def printed(code: str) -> str:
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return run.stdout.strip()


def test_the_tokenizer_knows_its_abbreviations_alone() -> None:
    text = "The quay at no. 4 broke. Boats waited."
    assert list(punkt({"no"}, set()).span_tokenize(text)) == [(0, 24), (25, 38)]
    assert len(list(punkt(set(), {"boats"}).span_tokenize("At approx. Boats waited."))) == 2


def test_the_stemmer_is_porters_second() -> None:
    assert [snowball().stem(word) for word in ("flooded", "generously", "ferries")] == ["flood", "generous", "ferri"]


def test_nothing_of_it_stays_behind_and_it_can_be_imported_afterwards() -> None:
    load = "from verifier.text.nltk_parts import punkt, snowball; punkt(set(), set()); snowball(); import sys; "
    assert printed(load + "print([m for m in sys.modules if m.split('.')[0] in {'nltk', 'numpy'}])") == "[]"
    assert printed(load + "import nltk; print(nltk.PorterStemmer().stem('flooded'))") == "flood"


def test_no_other_engine_is_loaded_for_its_patterns() -> None:
    load = "from verifier.text.nltk_parts import punkt; import sys; list(punkt(set(), set()).span_tokenize('A. B.')); "
    assert printed(load + "print('regex' in sys.modules)") == "False"


def test_what_is_imported_already_is_used() -> None:
    code = "import nltk; from verifier.text.nltk_parts import snowball; print(type(snowball()) is nltk.SnowballStemmer)"
    assert printed(code) == "True"
