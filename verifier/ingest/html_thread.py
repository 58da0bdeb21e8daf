"""Find the posts of a thread, which an extractor takes for comments: they are what a forum's page is about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from verifier.ingest.html_blocks import ENDED, PROSE, Block, names
from verifier.text.patterns import pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ANSWERS = pattern(
    r"comment|repl(?:y|ies)|respon[sd]|discuss|disqus|related|widget|recommend|teaser|card", re.IGNORECASE
)
_LINKED, _LEAST, _LITTLE = 0.5, 2, 100


def posts(blocks: Sequence[Block], taken: Sequence[bool], offers: Callable[[HtmlElement], bool]) -> frozenset[int]:
    """Return the blocks of boxes of one class that hold more prose than the little that was taken of a page."""
    words = sum(
        len(block.words) for block, mine in zip(blocks, taken, strict=True) if mine and len(block.words) >= PROSE
    )
    if words >= _LITTLE:
        return frozenset()
    found: dict[str, list[int]] = defaultdict(list)
    for at, block in enumerate(blocks):
        look = " ".join(sorted((block.box.get("class") or "").split()))
        if look and len(block.words) >= PROSE and ENDED.search(block.text) and block.links < _LINKED:
            found[look].append(at)
    size = Counter({look: sum(len(blocks[at].words) for at in lying if not taken[at]) for look, lying in found.items()})
    for look, lost in size.most_common(1):
        boxes = {blocks[at].box for at in found[look]}
        told = not any(_is_answer(box) or offers(box) for box in boxes)
        if len(boxes) >= _LEAST and lost > words and told:
            return frozenset(at for at in found[look] if not taken[at])
    return frozenset()


def _is_answer(box: HtmlElement) -> bool:
    """Tell whether a box is named, or stands in one that is named, as those are that hold what readers say."""
    return any(_ANSWERS.search(names(each)) for each in (box, *box.iterancestors()) if each.tag not in {"body", "html"})
