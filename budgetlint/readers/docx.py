"""Reads a Word document (.docx).

The XML is walked directly: python-docx hides insertions, content controls, text boxes, automatic
numbers and more, and its table cells take quadratic time. What is not body text is kept apart as
remarks; what cannot be read is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.document import NOWHERE, Document, Paragraph, Position, Remark
from budgetlint.lang import say
from budgetlint.readers.docx_graphics import UnreadParts
from budgetlint.readers.docx_metadata import metadata
from budgetlint.readers.docx_numbering import Definitions, Numbering
from budgetlint.readers.docx_package import MEBIBYTE, Package, load
from budgetlint.readers.docx_story import Story, plain
from budgetlint.readers.docx_styles import Styles
from budgetlint.readers.docx_text import Pages
from budgetlint.readers.docx_xml import W
from budgetlint.readers.errors import UNREADABLE, ReadError

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element as Element

    from budgetlint.document import Block
    from budgetlint.readers.docx_comments import CommentRanges

_RENDERED_BREAK = W + "lastRenderedPageBreak"
_WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"
_KEPT_ASIDE = {"tracked-change", "hidden-text"}
_NEARLY_EMPTY = 200
"""Characters; a document with fewer is likely to be a scan."""


def read_docx(path: Path, *, max_size: int = 100 * MEBIBYTE) -> Document:
    """The Word document in the file at ``path``.

    Raises ReadError where nothing of it can be read: it is damaged, protected, no Word document,
    larger than ``max_size`` bytes, or built to do harm.
    """
    package = load(path, max_size)
    body = package.document().find(W + "body")
    if body is None:
        raise ReadError(
            UNREADABLE, say("文件中没有正文，可能已损坏；请用 Word 打开并另存为 .docx 后再检查。")
        )
    return _Reader(package).read(body)


class _Reader:
    """Reads the parts of one package that belong to its document."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(_first(package.related("styles")))
        self._definitions = Definitions(_first(package.related("numbering")))
        self._remarks: list[Remark] = []
        self._seen: set[Remark] = set()

    def read(self, body: Element) -> Document:
        unread = UnreadParts()
        paged = next(body.iter(_RENDERED_BREAK), None) is not None
        story = self._story(body, unread, Pages(1 if paged else None))
        blocks = story.read()
        self._remarks += story.remarks
        self._read_notes(story.inline.references)
        self._read_comments(story.inline.comments)
        self._read_margins()
        self._remarks += metadata(self._package)
        return Document(
            format="docx",
            blocks=blocks,
            numbering_known=True,
            remarks=tuple(self._remarks),
            unread=unread.result(nearly_empty=_size(blocks) < _NEARLY_EMPTY),
        )

    def _story(self, root: Element, unread: UnreadParts, pages: Pages) -> Story:
        return Story(root, self._styles, Numbering(self._definitions), unread, pages)

    def _read_notes(self, references: dict[tuple[str, str], Position]) -> None:
        for kind, part in (("footnote", "footnotes"), ("endnote", "endnotes")):
            for root in self._package.related(part):
                for note in root.iterchildren(W + kind):
                    place = references.get((kind, note.get(W + "id", "")), NOWHERE)
                    self._remark("note", note, place)

    def _read_comments(self, ranges: CommentRanges) -> None:
        for root in self._package.related("comments"):
            for comment in root.iterchildren(W + "comment"):
                about = ranges.of(comment.get(W + "id", ""))
                self._remark("comment", comment, about.start, about.end, about.words)

    def _read_margins(self) -> None:
        for kind in ("header", "footer"):
            for root in self._package.related(kind):
                self._remark(kind, root, NOWHERE)
                for words in root.iter(_WATERMARK):
                    self._keep(Remark("watermark", (words.get("string") or "").strip()))

    def _remark(
        self, kind: str, root: Element, place: Position, end: Position = NOWHERE, about: str = ""
    ) -> None:
        """Keep the text of another story as one remark; the same text once."""
        story = self._story(root, UnreadParts(), Pages())
        text = plain(story.read())
        self._remarks += [r for r in story.remarks if r.kind in _KEPT_ASIDE]
        self._keep(Remark(kind, text, place, end, about))

    def _keep(self, remark: Remark) -> None:
        if remark.text and remark not in self._seen:
            self._seen.add(remark)
            self._remarks.append(remark)


def _first(roots: list[Element]) -> Element | None:
    return roots[0] if roots else None


def _size(blocks: tuple[Block, ...]) -> int:
    """The length of the text, as far as it matters."""
    return sum(
        len(block.text) if isinstance(block, Paragraph) else _NEARLY_EMPTY for block in blocks
    )
