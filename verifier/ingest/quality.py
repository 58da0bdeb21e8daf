"""Note in plain words what makes an article's text doubtful evidence."""

from __future__ import annotations

import re

from verifier.text.patterns import pattern

EMPTY = "empty"
VERY_SHORT = "very short"
TRUNCATED = "truncated"
PAYWALL = "paywall"
NOT_ENGLISH = "not in English"

_SHORT_WORDS = 50
_LANGUAGE_WORDS, _LANGUAGE_LETTERS = 40, 100
_ENGLISH_SHARE, _LATIN_SHARE = 0.06, 0.5
_SAMPLE = 100_000
_FREE_WORDS, _PROSE_WORDS, _LINE_WORDS = 250, 20, 8
_WORD = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FUNCTION_WORDS = frozenset(
    _WORD.findall(
        "the and of to a that it with by from this have has which were been their they but not are be or who his her "
        "said would could about after as at for he is its more she than was we what when where will you"
    )
)
_CUT_LENGTHS = frozenset(
    {255, 256, 500, 1000, 1024, 2000, 2048, 4000, 4096, 5000, 8192, 10_000, 32_767, 65_535, 65_536}
)
_REST_COUNT = pattern(r"\[\+\d{1,9} char\w{0,8}\]$")
_OPEN_END = pattern(
    r"[,;–—-]$|(?:…|\.\.\.)[\s\])\"'”’]{0,4}$"
    r"|\b(?:an?|the|of|and|or|with|from|their|its|her|his|which|than|into|between|because|whose|has|had|was|were)$",
    re.IGNORECASE,
)
_MORE = pattern(
    r"[\W_]{0,4}(?:read more|(?:continue|keep) reading|read the (?:full|rest|whole|entire)"
    r"|click here to (?:read|continue))\b",
    re.IGNORECASE,
)
_READERS = r"(?:\w{1,20} )?(?:subscribers|members)"
_PROMPTS = (
    r"subscribe(?: now)? to (?:continue|read|keep reading|unlock)",
    r"already an? (?:\w{1,20} )?(?:subscriber|member)\b",
    r"(?:sign|log) in to (?:continue|read|keep reading)",
    r"to (?:continue|keep) reading[,.]? (?:please|you|this|subscribe|sign|log)\b",
    rf"(?:article|story|content|page) is (?:only )?(?:available )?(?:for|to|reserved for) {_READERS}",
    rf"(?:for|to) {_READERS} only|(?:subscriber|member)s? exclusive|exclusive to {_READERS}",
    r"(?:reached|used) (?:your|the) (?:\w{1,20} ){0,3}(?:limit|free articles?)\b",
    r"unlock (?:this|the full) (?:article|story)",
    r"create (?:a|your) free account to",
    r"register (?:for free )?to (?:continue|keep) reading",
    r"start your (?:\w{1,20} )?(?:free )?trial",
)
_PROMPT = pattern(rf"\b(?:{'|'.join(_PROMPTS)})", re.IGNORECASE)


def notes(text: str) -> tuple[str, ...]:
    """Return what stands against relying on an article's text, in plain words; nothing where all is well."""
    if is_empty(text):
        return (EMPTY,)
    found = ((VERY_SHORT, _is_short), (TRUNCATED, _is_truncated), (PAYWALL, _is_paywalled), (NOT_ENGLISH, _is_foreign))
    return tuple(note for note, test in found if test(text))


def is_empty(text: str) -> bool:
    """Tell whether a text holds nothing to read ("nan" is how tables write an empty cell)."""
    return text.strip().casefold() in {"", "nan", "none", "null"} or not any(map(str.isalnum, text))


def _is_short(text: str) -> bool:
    sample = text[:_SAMPLE]
    return len(sample.split()) < _SHORT_WORDS and sum(map(str.isalpha, sample)) < _SHORT_WORDS * 10


def _is_truncated(text: str) -> bool:
    """Tell whether a text breaks off: an ellipsis, a link to the rest, or an end in the middle of a sentence."""
    before, last = ["", *_lines(text[-_SAMPLE:])][-2:]
    if _MORE.match(last) and len(last.split()) <= _LINE_WORDS:
        return _breaks_off(before) or len(text.split()) < _FREE_WORDS
    return _breaks_off(last) or (len(text) in _CUT_LENGTHS and last[-1].isalnum())


def _breaks_off(line: str) -> bool:
    """Tell whether a line ends in the middle of a sentence; a short one (a heading, a link) says nothing."""
    return bool(_REST_COUNT.search(line) or (len(line.split()) >= _LINE_WORDS and _OPEN_END.search(line)))


def _is_paywalled(text: str) -> bool:
    """Tell whether a prompt to subscribe or sign in follows the first lines, with no more of the article after it."""
    lines = _lines(text[:_SAMPLE])
    for number, line in enumerate(lines):
        if len(line.split()) < 2 * _PROSE_WORDS and _PROMPT.search(line):
            before, after = (sum(map(_prose, part)) for part in (lines[:number], lines[number + 1 :]))
            return before < _FREE_WORDS and after < 2 * _PROSE_WORDS
    return False


def _prose(line: str) -> int:
    """Count the words of a line of prose; a line that asks or offers something is none."""
    words = len(line.split())
    return words if words >= _PROSE_WORDS and not _PROMPT.search(line) else 0


def _is_foreign(text: str) -> bool:
    """Tell whether a text is in another script, or has hardly any of the words that English cannot do without."""
    sample = text[:_SAMPLE]
    letters = "".join(filter(str.isalpha, sample))
    if len(letters) < _LANGUAGE_LETTERS:
        return False
    if sum(map("ɐ".__gt__, letters)) < _LATIN_SHARE * len(letters):
        return True
    words = _WORD.findall(sample.lower())
    return len(words) >= _LANGUAGE_WORDS and sum(w in _FUNCTION_WORDS for w in words) < _ENGLISH_SHARE * len(words)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
