import subprocess
import sys

import pytest

import verifier


@pytest.mark.parametrize("name", verifier.__all__)
def test_every_public_name_can_be_imported(name: str) -> None:
    assert getattr(verifier, name).__name__ == name


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_sort"):
        getattr(verifier, "nothing_of_the_sort")  # noqa: B009


def test_public_names_are_listed() -> None:
    assert set(verifier.__all__) <= set(dir(verifier))


def test_importing_the_package_imports_nothing_of_the_engine() -> None:
    code = "import sys, verifier; print(*(m for m in sys.modules if m.startswith(('verifier.', 'nltk', 'rapidfuzz'))))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert found.strip() == ""


def test_a_check_runs_from_the_public_names_alone() -> None:
    text = "The ferry sank in the harbour, and 40 passengers were rescued."
    outcome = verifier.Verifier([verifier.Source("a", text)]).check_text(
        "The ferry sank, and 50 passengers were rescued."
    )
    assert outcome.verdict is verifier.Verdict.CONTRADICTED
