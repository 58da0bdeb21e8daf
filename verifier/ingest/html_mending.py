"""Mend what an extractor made of a page: bring back paragraphs it lost, leave out teasers and offers it kept."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from verifier.ingest.html_around import common, nearest, totals
from verifier.ingest.html_beside import columns_beside
from verifier.ingest.html_blocks import ENDED, PROSE, Block, fold, names
from verifier.ingest.html_offers import EDGE, HUMP, calling, is_furniture, names_offers, under_headings
from verifier.ingest.html_parts import other_parts
from verifier.ingest.html_thread import posts
from verifier.text.patterns import pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEADS = pattern(
    EDGE.format(
        r"lead|lede|standfirst|summary|intro\w*|dek|deck|descriptions?|subhead\w*|subtitle|excerpt|abstract|key-?points?"
        r"|highlights?|chap[oô]|vorspann|ingress|entradilla|sommario"
    ),
    re.IGNORECASE,
)
_NOTES = pattern(
    EDGE.format(
        r"call-?outs?|notes?|info(?:-?box)?|fact-?(?:box|file)|tl-?dr|admonition|alert|warning|tips?|highlight\w*"
        r"|in-?brief|explainer|key-?(?:facts?|takeaways?)|update"
    ),
    re.IGNORECASE,
)
_POSTS = pattern(r"twitter|instagram|mastodon|bluesky", re.IGNORECASE)
_ASKS = pattern(
    r"(?:sign up|subscribe|follow (?:us|him|her|them|me|the|\w+ on)|click here|read (?:more|also)|see more|also read"
    r"|related|more:|more on|most read|listen to|listen:?$|download|get the|join our|copyright|©|\(?c\) \d{4}"
    r"|this copy is for|to order|if you enjoyed|write to|e-?mail|reach the|contact|advertisement|image credit|photo:"
    r"|watch\b|tell us what|want more|don't miss|have a tip)",
    re.IGNORECASE,
)
_SHORT, _GRAM, _ITEM = 5, 4, 3
_SMALL_PART, _LINKED, _HALF = 0.25, 0.85, 0.5
_CARDS = {"article": _SMALL_PART, "a": _HALF}
"""The elements that show another story, each with what share of what was taken it holds at most."""
_MOST_LINKS = 50
_LEADING = ("a", "button", "form", "input", "img", "figure")
_HEAD, _TAIL, _ASKING, _ASKING_LATE, _ABOVE = 3, 0.7, 15, 40, 4
_FAR_ABOVE = 12
_LITTLE = 100
"""Of an article with fewer words taken, any part is worth bringing back that is built as one taken."""
_TAKEN, _ABOVE_HEAD = 0.8, 0.1
_SITE = 0.05
"""A page with a larger share of links, offers and text elsewhere is one of a site, and no document."""
_LOST_SHARE, _LOST_WORDS = 0.4, 60


class Mended(NamedTuple):
    """Hold the lines of an article, those of them that lead to other stories, and a note where much seems lost."""

    lines: tuple[str, ...]
    teasers: frozenset[int]
    note: str = ""


def mend(lines: Sequence[str], blocks: Sequence[Block], title: str, *, whole: bool = False) -> Mended:
    """Return an article's lines with those of the page's blocks that belong to it.

    `lines` are what the extractor took. A block that it lost belongs to the article where its box looks like a box of
    the article, or is one; a line is left out where it stands in a box of offers, is all link, or repeats the title.
    Of a document that is to be read `whole` all blocks belong to it that stand in the box around those taken.
    """
    found = _Matched(lines, blocks, fold(title))
    thread = posts(blocks, found.taken, found.offers)
    if not found.prose:
        return Mended((*lines, *(blocks[at].text for at in sorted(thread))), frozenset(), found.note({}))
    dropped = {number for number, line in enumerate(lines) if found.is_offer(number, line, fold(title))}
    parts = other_parts(blocks, found.prose, found.offers, fold(title))
    added = dict(found.lost()) | dict.fromkeys(
        (i for i in (*parts, *thread) if not found.taken[i] and not found.is_around(i)), "text"
    )
    if whole and (texts := found.whole(added, dropped)):
        return Mended(texts, frozenset())
    merged = list(found.merged(added, dropped))
    teasers = frozenset(at for at, (number, _) in enumerate(merged) if number >= 0 and added.get(number) == "teaser")
    return Mended(tuple(line for _, line in merged), teasers, found.note(added))


class _Matched:
    """Match the blocks of a page with the lines that an extractor took of it."""

    def __init__(self, lines: Sequence[str], blocks: Sequence[Block], title: tuple[str, ...] = ()) -> None:
        self._lines, self._blocks = lines, blocks
        self._folded = [fold(line) for line in lines]
        self._grams: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, words in enumerate(self._folded):
            for gram in set(_grams(words)):
                self._grams[gram].append(number)
        self.taken = [self._is_taken(block.words) for block in blocks]
        self.prose = [i for i, block in enumerate(blocks) if self.taken[i] and len(block.words) >= PROSE]
        self._boxes = Counter(blocks[i].box for i in self.prose)
        self._look = cache(_look)
        self._looks = {self._look(box) for box, number in self._boxes.items() if number > 1 and self._look(box)[1]}
        self._names = {name for box in self._boxes for name in names(box).split()}
        self._share = self._shares()
        self._least = _SHORT if self._whole >= _LITTLE else _GRAM
        self._cards = self._cards_of_others()
        top = blocks[0].element.getroottree().getroot() if blocks else None
        self._aside = calling(top) | columns_beside(top, self._share, self._whole) if top is not None else frozenset()
        self._under = under_headings(blocks)
        self._headline = self._headline_of(title)
        self._offer = nearest(self._holds_offers)
        self._post = nearest(lambda each: each.tag == "blockquote" and bool(_POSTS.search(names(each))))
        self._crowded = nearest(lambda each: self._boxes[each] > _GRAM)
        self._leads = cache(lambda each: next(each.iter(*_LEADING), None) is not None)
        self._own = self._owned()

    def _is_taken(self, words: tuple[str, ...]) -> bool:
        grams = list(_grams(words))
        return len(words) > 1 and sum(gram in self._grams for gram in grams) >= _TAKEN * len(grams)

    def _shares(self) -> Counter[HtmlElement]:
        """Count the words taken within each element."""
        own: Counter[HtmlElement] = Counter()
        for block, taken in zip(self._blocks, self.taken, strict=True):
            if taken:
                own[block.element] += len(block.words)
        self._whole = own.total()
        return totals(own)

    def _owned(self) -> dict[int, list[int]]:
        """Return for each line the numbers of the blocks that have its very words, or it as one of several links."""
        numbers: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, words in enumerate(self._folded):
            numbers[words].append(number)
        found: dict[int, list[int]] = defaultdict(list)
        links = cache(_links)
        for at, block in enumerate(self._blocks):
            for words in dict.fromkeys((block.words, *(links(block.element) if block.links > _HALF else ()))):
                for number in numbers.get(words, ())[:_HEAD]:
                    found[number].append(at)
        return found

    def _headline_of(self, title: tuple[str, ...]) -> int:
        """Return the number of the block that is the headline of the page, above nearly all of its text; else 0."""
        heads = [at for at, block in enumerate(self._blocks) if block.element.tag == "h1"]
        head = next((at for at in heads if self._blocks[at].words == title), heads[0] if len(heads) == 1 else 0)
        above = sum(len(self._blocks[at].words) for at in self.prose if at < head)
        return head if above < _ABOVE_HEAD * self._whole else 0

    def offers(self, element: HtmlElement) -> bool:
        """Tell whether an element stands in a small part of the page that holds offers or other stories."""
        return self._offer(element) is not None

    def _holds_offers(self, element: HtmlElement) -> bool:
        small = self._share[element] < _CARDS.get(element.tag, _SMALL_PART) * self._whole
        return small and (
            element.tag == "aside" or element in self._cards or element in self._aside or names_offers(element)
        )

    def _cards_of_others(self) -> frozenset[HtmlElement]:
        """Return the articles and links with a headline that leads elsewhere, where they hold little of what was taken.

        A page whose text is mostly in such boxes is a list of entries, each with a link to itself.
        """
        headlines = dict.fromkeys(
            block.element
            for block in self._blocks
            if block.headed and block.links > _LINKED and _leads_elsewhere(block)
        )
        around = nearest(lambda each: each.tag in _CARDS or each.tag in {"main", "body"})
        boxes = {box for each in headlines if (box := around(each)) is not None and box.tag in _CARDS}
        held: Counter[str] = Counter()
        for box in boxes:
            held[box.tag] += self._share[box]
        return frozenset(box for box in boxes if held[box.tag] < _CARDS[box.tag] * self._whole)

    def is_around(self, at: int) -> bool:
        """Tell whether a block stands above the headline, or under a heading of links."""
        return at in self._under or (at < self._headline and not _is_lead(self._blocks[at]))

    def is_offer(self, number: int, line: str, title: tuple[str, ...]) -> bool:
        """Tell whether a line that was taken is none of the article's text."""
        words, places = self._folded[number], self._own.get(number, [])
        own = [self._blocks[at] for at in places]
        if own and all(self.offers(self._blocks[at].element) or self.is_around(at) for at in places):
            return True
        if own and len(words) >= _GRAM and not ENDED.search(line) and all(map(_is_link, own)):
            return True
        if len(words) >= _GRAM and (words == title or (number < _HEAD and _repeats(words, title, line))):
            return True
        if is_furniture(line):
            return True
        late = number >= len(self._lines) * _TAIL
        return bool(_ASKS.match(line)) and len(words) < (_ASKING_LATE if late else _ASKING)

    def lost(self) -> Iterator[tuple[int, str]]:
        """Yield the blocks that belong to the article and were not taken, with what they are: text or a teaser."""
        first, last = self.prose[0], self.prose[-1]
        for i, block in enumerate(self._blocks):
            listed = block.element.tag == "li" and len(block.words) >= _ITEM and ENDED.search(block.text)
            long = listed or len(block.words) >= self._least
            if not self.taken[i] and long and not self.is_around(i) and (what := self._belongs(i, block, first, last)):
                yield i, what

    def whole(self, added: Collection[int], dropped: set[int]) -> tuple[str, ...]:
        """Return the texts of all blocks in the box around those of the article; none where it is no document."""
        around = common([each.element for i, each in enumerate(self._blocks) if self.taken[i] or i in added])
        inside, caption = nearest(lambda each: each is around), nearest(lambda each: each.tag == "figcaption")
        cell = nearest(lambda each: each.tag in {"td", "th"})
        dropped_words = {self._folded[number] for number in dropped}
        kept, left = [], 0
        for block, taken in zip(self._blocks, self.taken, strict=True):
            if block.words in dropped_words:
                continue
            within = inside(block.element) is not None
            listed = block.links > _LINKED and not block.headed and _leads_within(block)
            text = block.links < _HALF and caption(block.element) is None
            own = (taken and not listed) or cell(block.element) is not None or text
            if within and own and (not self.offers(block.element) or self._is_callout(block)):
                kept.append(block)
            elif not _leads_within(block):
                left += len(block.words)
        words = sum(len(block.words) for block in kept)
        enough = words >= _TAKEN * sum(map(len, self._folded)) and left <= _SITE * words
        return tuple(block.text for block in kept) if enough else ()

    def _is_callout(self, block: Block) -> bool:
        """Tell whether a block stands in a box beside the text, has nothing of an offer, and leads nowhere."""
        box = self._offer(block.element)
        if box is None or box.tag != "aside" or box in self._cards or names_offers(box):
            return False
        return next(box.iter("a", "button", "form"), None) is None

    def _belongs(self, i: int, block: Block, first: int, last: int) -> str:
        if self._post(block.element) is not None:
            return "text" if i > first - _HEAD else ""
        if is_furniture(block.text):
            return ""
        if self.offers(block.element):
            amid = first < i < last and len(block.words) >= _SHORT and bool(ENDED.search(block.text))
            return "text" if amid and self._is_callout(block) else ""
        box = block.box
        if box not in self._boxes and self._look(box) in self._looks and block.links < _HALF:
            return "text"
        if self._boxes[box] > 1 and first - 1 <= i < last and block.links < _LINKED:
            return "text" if i > first or ENDED.search(block.text) else ""
        prose = block.element.tag == "p" and bool(ENDED.search(block.text))
        if first - (_FAR_ABOVE if prose else _ABOVE) <= i < first and _is_lead(block):
            return "text"
        if first < i <= first + _FAR_ABOVE and block.element.tag == "li" and _is_lead(block):
            return "text"
        if self._whole < _LITTLE and block.links < _HALF and self._is_like_taken(block):
            return "text"
        if first < i < last and self._is_boxed(block):
            return "text"
        return "teaser" if first < i < last and self._is_teaser(block) else ""

    def _is_boxed(self, block: Block) -> bool:
        """Tell whether a block is prose in a small box of its own within that of the story, and leads nowhere."""
        if len(block.words) < _SHORT or not ENDED.search(block.text) or block.links or self._share[block.box]:
            return False
        named = next((each for each in (block.box, *islice(block.box.iterancestors(), 2)) if _is_note(each)), None)
        if named is None or self._crowded(named.getparent()) is None:
            return False
        return not self._leads(named)

    def _is_like_taken(self, block: Block) -> bool:
        """Tell whether a block that ends as prose does stands in a box with text taken, or in one of its name."""
        named = block.box in self._boxes or not self._names.isdisjoint(names(block.box).split())
        return named and bool(ENDED.search(block.text))

    def _is_teaser(self, block: Block) -> bool:
        heading = block.element.tag in {"h2", "h3", "h4"}
        return heading and self._crowded(block.element.getparent()) is not None

    def merged(self, added: dict[int, str], dropped: set[int]) -> Iterator[tuple[int, str]]:
        """Yield the lines kept (as -1) and the blocks added (with their numbers), in the order of the page."""
        at, done = 0, 0
        for i, block in enumerate(self._blocks):
            if self.taken[i]:
                at = self._after(block.words, at)
            elif i in added:
                yield from ((-1, self._lines[n]) for n in range(done, at) if n not in dropped)
                done = max(done, at)
                yield i, block.text
        yield from ((-1, self._lines[n]) for n in range(done, len(self._lines)) if n not in dropped)

    def _after(self, words: tuple[str, ...], at: int) -> int:
        """Return the number behind the next line, from the one before `at` on, that has the words."""
        numbers = self._grams.get(next(_grams(words)), [])
        k = bisect_left(numbers, max(0, at - 1))
        return numbers[k] + 1 if k < len(numbers) else at

    def note(self, added: dict[int, str]) -> str:
        """Return a note where paragraphs of the page that read like prose were not taken, and are many."""
        left = [
            block
            for i, block in enumerate(self._blocks)
            if not self.taken[i]
            and i not in added
            and len(block.words) >= 2 * PROSE
            and block.links < _HALF
            and ENDED.search(block.text)
            and not self.offers(block.element)
        ]
        lost, taken = sum(len(block.words) for block in left), max(1, self._whole)
        if lost < _LOST_WORDS or lost < _LOST_SHARE * taken:
            return ""
        return f"much of the page was not read: {len(left)} of its {len(left) + len(self.prose)} paragraphs"


def _grams(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the runs of four words; of fewer words all of them, marked as such."""
    if len(words) < _GRAM:
        yield words
    for at in range(len(words) - _GRAM + 1):
        yield words[at : at + _GRAM]


def _look(box: HtmlElement) -> tuple[str, str]:
    return str(box.tag), " ".join(sorted((box.get("class") or "").split()))


def _repeats(words: tuple[str, ...], title: tuple[str, ...], line: str) -> bool:
    return not ENDED.search(line) and f" {' '.join(words)} " in f" {' '.join(title)} "


def _links(element: HtmlElement) -> tuple[tuple[str, ...], ...]:
    """Return the words of the links in an element, the first of them where there are very many."""
    return tuple(fold("".join(link.itertext())) for link in islice(element.iter("a"), _MOST_LINKS))


def _is_note(element: HtmlElement) -> bool:
    return element.tag in {"div", "section"} and bool(_NOTES.search(names(element)))


def _is_link(block: Block) -> bool:
    """Tell whether a block is all link, or mostly one to another story (`Read also: ...`)."""
    return block.links > _LINKED or (block.links > _HALF and is_furniture(block.text))


def _leads_elsewhere(block: Block) -> bool:
    """Tell whether a link in a block, or around it, leads to another page."""
    links = chain(block.element.iter("a"), block.element.iterancestors("a"))
    return any(map(_leaves, links))


def _leads_within(block: Block) -> bool:
    """Tell whether the links of a block lead to places of its own page, as those of a table of contents do."""
    return not any(map(_leaves, block.element.iter("a")))


def _leaves(link: HtmlElement) -> bool:
    return not (link.get("href") or "#").startswith("#")


def _is_lead(block: Block) -> bool:
    around = (block.element, *islice(block.element.iterancestors(), 2))
    told = block.element.tag == "li" or len(block.words) >= PROSE
    return bool(told) and block.links < _HALF and any(_LEADS.search(HUMP.sub("-", names(each))) for each in around)
