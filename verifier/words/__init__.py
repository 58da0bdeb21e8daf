"""Know words: vocabulary, base forms, phrases, words of grammar, and tokens for grammars."""
