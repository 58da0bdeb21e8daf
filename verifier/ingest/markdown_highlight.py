"""Let the parser of Markdown read marks of highlighting, `==words==`, which CommonMark lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

NAME = "highlight"
_SIGN = "=="


def delimit(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own signature
    """Take two equals signs at the edge of a word for a delimiter, and any other run of them for text: `a == b`."""
    from markdown_it.rules_inline.state_inline import Delimiter

    if silent or state.src[state.pos] != _SIGN[0]:
        return False
    run = state.scanDelims(state.pos, False)  # noqa: FBT003
    if run.length == len(_SIGN) and (run.can_open or run.can_close):
        token = state.push("text", "", 0)
        token.content = _SIGN
        state.delimiters.append(Delimiter(ord(_SIGN[0]), 0, len(state.tokens) - 1, -1, run.can_open, run.can_close))
    else:
        state.pending += _SIGN[0] * run.length
    state.pos += run.length
    return True


def pair(state: StateInline) -> None:
    """Make marks of the delimiters that the parser found to be two halves of a pair."""
    inner = (meta["delimiters"] for meta in state.tokens_meta if meta and "delimiters" in meta)
    for delimiters in (state.delimiters, *inner):
        for each in delimiters:
            if each.marker == ord(_SIGN[0]) and each.end >= 0:
                for at, kind, nesting in ((each.token, "open", 1), (delimiters[each.end].token, "close", -1)):
                    token = state.tokens[at]
                    token.type, token.tag, token.content, token.nesting = f"mark_{kind}", "mark", "", nesting
