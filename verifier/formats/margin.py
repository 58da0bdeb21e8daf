"""Build a Word document paragraph by paragraph, with comments in its margin, in time that grows with its length.

The library itself looks through all paragraphs and comments there are before it adds another.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from docx.comments import Comment
    from docx.document import Document
    from docx.parts.comments import CommentsPart
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

AUTHOR, _INITIALS = "verifier", "v"


class Sheet:
    """Hold a document that grows at its end."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._end = document.add_paragraph()
        self._comments = 0

    def paragraph(self, text: str = "", style: str | None = None) -> Paragraph:
        """Add a paragraph."""
        return self._end.insert_paragraph_before(text, style)

    def comment(self, first: Run, last: Run, paragraphs: Sequence[str]) -> None:
        """Add a comment from one run to another."""
        comment = self._comment()
        comment.paragraphs[0].add_run(paragraphs[0])
        for paragraph in paragraphs[1:]:
            comment.add_paragraph(paragraph)
        first.mark_comment_range(last, comment.comment_id)

    def close(self) -> None:
        """Take away what only marked the ends of the text and of the comments."""
        ends = [self._end._p, *([self._blank._comment_elm] if self._comments else [])]  # noqa: SLF001
        for end in ends:
            end.getparent().remove(end)

    @cached_property
    def _blank(self) -> Comment:
        """Return an empty comment of ours without a date, since a report has no clock."""
        comment = self._document.comments.add_comment(author=AUTHOR, initials=_INITIALS)
        element = comment._comment_elm  # noqa: SLF001
        for name in [name for name in element.attrib if name.endswith("}date")]:
            del element.attrib[name]
        return comment

    def _comment(self) -> Comment:
        """Return a new comment behind those there are."""
        from docx.comments import Comment

        blank = self._blank._comment_elm  # noqa: SLF001
        element = deepcopy(blank)
        element.id = self._comments
        blank.addprevious(element)
        self._comments += 1
        return Comment(element, cast("CommentsPart", self._blank.part))
