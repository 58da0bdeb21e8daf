"""Load single modules of NLTK without the rest of it, which takes longer to import than most checks to run."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nltk.stem.snowball import SnowballStemmer
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

_PACKAGES = ("nltk", "nltk.stem", "nltk.tokenize")
_UNUSED = tuple(
    f"nltk.{name}" for name in ("corpus", "internals", "pathsec", "picklesec", "probability", "tokenize.util")
)
"""What training, stop words, files of parameters, lists of sentences and spans of words call for: nothing here does."""

_GUARD = "nltk.redos"
"""Where there is one, it runs patterns by another engine and against the clock, as those of callers may need."""


def punkt(abbreviations: set[str], starters: set[str]) -> PunktSentenceTokenizer:
    """Return a tokenizer of sentences that knows these abbreviations and frequent first words, in lower case."""
    module = _part("nltk.tokenize.punkt")
    parameters: PunktParameters = module.PunktParameters()
    parameters.abbrev_types, parameters.sent_starters = abbreviations, starters
    tokenizer: PunktSentenceTokenizer = module.PunktSentenceTokenizer(parameters)
    return tokenizer


def snowball() -> SnowballStemmer:
    """Return the stemmer for English (Porter 2)."""
    stemmer: SnowballStemmer = _part("nltk.stem.snowball").SnowballStemmer("english")
    return stemmer


class _Unused(ModuleType):
    """Be a module of which nothing is called."""

    def __getattr__(self, name: str) -> None:
        if name.startswith("__"):
            raise AttributeError(name)


def _part(name: str) -> ModuleType:
    """Return a module of NLTK: the imported one where there is one, else a copy that is known here alone.

    Its packages stand empty while it is loaded; behind that nothing is left of them, so that `import nltk` works.
    """
    spec = find_spec("nltk") if "nltk" not in sys.modules else None
    if spec is None or not spec.submodule_search_locations:
        return import_module(name)
    try:
        for package in _PACKAGES:
            sys.modules[package] = _shell(package, spec.submodule_search_locations[0])
        sys.modules |= {module: _Unused(module) for module in _UNUSED} | {_GUARD: re}
        return import_module(name)
    finally:
        for loaded in [m for m in sys.modules if m.partition(".")[0] == "nltk"]:
            del sys.modules[loaded]


def _shell(package: str, home: str) -> ModuleType:
    """Return an empty package that finds its modules."""
    module = ModuleType(package)
    module.__path__ = ["/".join((home, *package.split(".")[1:]))]
    return module
