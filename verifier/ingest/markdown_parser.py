"""Parse Markdown with markdown-it-py, and record where each inline mark stands in its block's content."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from verifier.errors import InputError
from verifier.ingest import markdown_highlight as highlight
from verifier.text.patterns import pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_Rule = Callable[["StateInline", bool], bool]
_RECORDED = frozenset(
    {"link", "autolink", "image", "html_inline", "backticks", "newline", "escape", "entity", "footnote_ref"}
)
_DELIMITERS = frozenset({"emphasis", "strikethrough", highlight.NAME})
_LATER = frozenset({"fragments_join", "text_join"})
_LONGEST = 2000
"""Longer URLs are kept as they are written: the parser takes four times as long over one of twice the length."""
_NOTE = pattern(r"\[\^([^\]\s]{1,200})\]")


class Mark(NamedTuple):
    """Hold an inline mark: the kind of its token, its span in the content, where its words end, what it points to.

    `seen` is what a reader sees of an entity or an escaped character; the kind of a delimiter of emphasis is
    "delimiter", with `target` the name of its element where it opens or closes one.
    """

    kind: str
    start: int
    end: int
    words_end: int
    target: str
    seen: str = ""


class Definition(NamedTuple):
    """Hold a link reference definition: the line it stands on, the line behind it, and its URL."""

    line: int
    url: str
    end: int


class Parsed(NamedTuple):
    """Hold a document's tokens and its link reference definitions."""

    tokens: tuple[Token, ...]
    definitions: tuple[Definition, ...]


def parse(text: str, where: str, *, prose: bool) -> Parsed:
    """Parse a document; in plain prose an indented paragraph is no code.

    Raises: InputError where it nests deeper than the parser goes, which would leave out the rest of it.
    """
    env: dict[str, dict[str, dict[str, tuple[int, int]]]] = {}
    parser = _parser(prose=prose)
    tokens = tuple(parser.parse(text, env))
    if any(token.level >= parser.options.maxNesting - 1 for token in tokens):
        raise InputError("nests lists or quotations too deeply", where, "flatten them")
    found = env.get("references", {}).values()
    return Parsed(tokens, tuple(Definition(each["map"][0], str(each["href"]), each["map"][1]) for each in found))


def marks(token: Token) -> tuple[Mark, ...]:
    """Return the recorded marks of an inline token, in order."""
    found = (child for child in token.children or () if "span" in child.meta)
    shown = (_mark(each) for each in found if each.type != "text" or not each.content)
    return tuple(sorted(shown, key=lambda each: (each.start, -each.end)))


def _mark(token: Token) -> Mark:
    start, end, words_end = token.meta["span"]
    if token.meta.get("delimiter"):
        return Mark("delimiter", start, end, words_end, token.type)
    return Mark(
        token.type, start, end, words_end, _target(token), token.content if token.type == "text_special" else ""
    )


def _target(token: Token) -> str:
    if token.type == "footnote_ref":
        return str(token.meta["label"])
    return str(token.attrGet("href") or "")


@cache
def _parser(*, prose: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    parser.inline.ruler.before("strikethrough", highlight.NAME, highlight.delimit)
    parser.inline.ruler2.before("strikethrough", highlight.NAME, highlight.pair)
    parser.normalizeLink = _bounded(parser.normalizeLink)  # type: ignore[method-assign,assignment]
    parser.normalizeLinkText = _bounded(parser.normalizeLinkText)  # type: ignore[method-assign,assignment]
    for rule in tuple(parser.inline.ruler.__rules__):
        if rule.name in _RECORDED:
            parser.inline.ruler.at(rule.name, _recorded(rule.name, rule.fn))
        elif rule.name in _DELIMITERS:
            parser.inline.ruler.at(rule.name, _delimiting(rule.fn))
    parser.disable(list(_LATER))
    return parser.disable("code") if prose else parser


def _bounded(encoded: Callable[[str], str]) -> Callable[[str], str]:
    return lambda url: encoded(url) if len(url) <= _LONGEST else url


def _recorded(name: str, rule: _Rule) -> _Rule:
    """Wrap a rule so that the token it makes keeps its span and the end of its words."""

    def run(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own signature
        start, before = state.pos, len(state.tokens)
        if (name == "footnote_ref" and not _is_note(state)) or not rule(state, silent):
            return False
        if not silent:
            token = next((each for each in state.tokens[before:] if each.type not in {"text", "softbreak"}), None)
            if token:
                words = state.md.helpers.parseLinkLabel(state, start, True) if name == "link" else start  # noqa: FBT003
                token.meta["span"] = (start, state.pos, words)
        return True

    return run


def _delimiting(rule: _Rule) -> _Rule:
    """Wrap a rule of emphasis so that each delimiter it finds keeps its span."""

    def run(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own signature
        at, before = state.pos, len(state.tokens) + bool(state.pending)
        if not rule(state, silent):
            return False
        for token in state.tokens[before:]:
            token.meta |= {"span": (at, at + len(token.content), at), "delimiter": True}
            at += len(token.content)
        return True

    return run


def _is_note(state: StateInline) -> bool:
    """Tell whether a footnote reference starts here: one that is defined, or a number (`[^a-z]` is none)."""
    match = _NOTE.match(state.src, state.pos)
    defined = state.env.get("footnotes", {}).get("refs", {})
    return bool(match and (match[1].isdecimal() or f":{match[1]}" in defined))
