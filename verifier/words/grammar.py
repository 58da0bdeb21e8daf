"""Name the words of grammar by what they do in a sentence (rules/lexicon/grammar.toml)."""

from __future__ import annotations

from verifier.data.word_lists import words

BE = words("grammar", "auxiliaries", "be")
HAVE = words("grammar", "auxiliaries", "have")
BE_OR_HAVE = BE | HAVE
"""Behind these a participle tells what is done: has taken, were used."""
PLAIN_AUXILIARIES = BE_OR_HAVE | words("grammar", "auxiliaries", "do") | words("grammar", "auxiliaries", "modal")
"""The auxiliaries that neither guess nor oblige."""
MODALS = words("grammar", "auxiliaries", "modal") | words("grammar", "auxiliaries", "mood")
"""Behind these a verb tells what can, may or will be done, not what was."""
AUXILIARIES = BE | words("grammar", "auxiliaries", "get") | PLAIN_AUXILIARIES | MODALS

ARTICLES = words("grammar", "determiners", "articles")
DEMONSTRATIVES = words("grammar", "determiners", "demonstrative")
POSSESSIVES = words("grammar", "determiners", "possessive")
DEFINING = ARTICLES | DEMONSTRATIVES | POSSESSIVES
"""The determiners that say which, not how many."""
AMOUNTS = words("grammar", "determiners", "amount") | words("grammar", "determiners", "number")
DETERMINERS = DEFINING | AMOUNTS | {"whose"}

RELATIVE = words("grammar", "pronouns", "relative")
SUBJECTS = words("grammar", "pronouns", "subject") | RELATIVE
PRONOUNS = SUBJECTS | DEMONSTRATIVES | words("grammar", "pronouns", "object")

DENIALS = words("grammar", "denials", "words")
