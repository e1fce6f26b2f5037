"""What of a page could not be read, in sentences: what was not read must not look checked."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from budgetlint.document import Position, Unread
from budgetlint.lang import say
from budgetlint.readers.pdf_cells import RuledTable
from budgetlint.readers.pdf_fonts import UNKNOWN
from budgetlint.readers.pdf_lines import GAP, Line, middle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from budgetlint.readers.pdf_file import Box
    from budgetlint.readers.pdf_marks import Glyph, Marks
    from budgetlint.readers.pdf_page import PageLayout

_FEW = 12
_BARE = 60
_PAGE_SHARE = 0.35
_LOST_SHARE = 0.2
_MANY = 5
_OUTLINES = 300
_LARGE_WIDTH = 227.0
_LARGE_HEIGHT = 113.0
"""8 cm by 4 cm: logos, stamps and signatures are smaller, pictures of tables larger."""
_CAPTION = 3
_NUMBER = re.compile(r"[-+]?[0-9][0-9,，]*(?:\.[0-9]+)?%?")
_CROWDED = re.compile(r"[0-9]\.[0-9]+ +-?[0-9][0-9,]*\.[0-9]")
_COLUMNS = 3
_ROWS = 4
_ALIGNED = 3.0
_PROSE = 16
"""What is as long, and in one piece, is no cell."""

Edges = tuple[float, float]


class UnreadPages:
    """Collects what could not be read of which page."""

    def __init__(self) -> None:
        self._reasons: dict[str, list[int]] = {}

    def say(self, page: int, reason: str) -> None:
        """Note a reason, which goes on the number of its page."""
        self._reasons.setdefault(reason, []).append(page)

    def result(self) -> list[Unread]:
        """A sentence for each reason and each run of pages, in order."""
        found = []
        for reason, pages in self._reasons.items():
            for _, run in groupby(enumerate(pages), key=lambda pair: pair[1] - pair[0]):
                numbers = [page for _, page in run]
                first, last = numbers[0], numbers[-1]
                page = "第 {first} 页{reason}"
                several = "第 {first}–{last} 页{reason}"
                words = page if first == last else several
                sentence = say(words, first=first, last=last, reason=reason)
                found.append((first, Unread(sentence, Position(page=first))))
        return [note for _, note in sorted(found, key=lambda pair: pair[0])]


def unreadable(page: PageLayout, marks: Marks) -> str | None:
    """Why nothing of a page can be relied on, going on its number; None if it can."""
    glyphs = page.glyphs
    lost = sum(map(_is_lost, glyphs))
    if lost and lost >= min(len(glyphs), max(_MANY, _LOST_SHARE * len(glyphs))):
        return say("的字体没有提供文字编码，文字无法读取，未检查。")
    if len(glyphs) > _FEW:
        return None
    if _covered(page) >= _PAGE_SHARE:
        recognised = "是图片（扫描件）（其中隐藏的文字由识别得来，不可靠），其中的文字未检查。"
        return say(recognised if marks.invisible else "是图片（扫描件），其中的文字未检查。")
    if marks.invisible and not glyphs:
        return say("只有隐藏的文字，未检查。")
    if marks.outlines >= _OUTLINES:
        return say("的文字已转成图形，无法读取，未检查。")
    return None


def partly_unread(page: PageLayout) -> list[str]:
    """What on a page that was read could not be read, going on its number."""
    reasons = []
    lost = sum(map(_is_lost, page.glyphs))
    if lost:
        reasons.append(
            say(
                "有 {count} 个字符没有文字编码，无法读取（显示为 {mark}）。",
                count=lost,
                mark=UNKNOWN,
            )
        )
    # A cover may have a picture for its ground; a page with hardly more than its header has not.
    bare = page.number > 1 and len(page.glyphs) <= _BARE and _covered(page) >= _PAGE_SHARE
    if bare or any(_is_picture(box, page.glyphs) for box in page.pictures):
        reasons.append(say("有图片，图片中的文字未检查。"))
    crowded = sum(
        _CROWDED.search(text.text) is not None
        for item in page.items
        if isinstance(item, RuledTable)
        for text in item.texts
    )
    if crowded >= _ROWS - 1:
        reasons.append(
            say(
                "的表格缺少竖线，有 {count} 个单元格中连着几个数字，未能按列核对。",
                count=crowded,
            )
        )
    if _has_open_table([item for item in page.items if isinstance(item, Line)]):
        reasons.append(say("有像表格而没有表格线的内容，按普通文字读取，其中的数字未按表格核对。"))
    return reasons


def _is_lost(glyph: Glyph) -> bool:
    """Whether it is not known which character was painted."""
    text = glyph.text
    return UNKNOWN in text or text >= "\U000f0000" or text < " "


def _covered(page: PageLayout) -> float:
    """The share of a page that pictures cover; a scan may come in strips."""
    area = sum(
        max(0.0, min(x1, page.width) - max(x0, 0.0)) * max(0.0, min(y1, page.height) - max(y0, 0.0))
        for x0, y0, x1, y1 in page.pictures
    )
    return area / (page.width * page.height)


def _is_picture(box: Box, glyphs: Sequence[Glyph]) -> bool:
    """Whether a picture is large and no ground for text."""
    if box[2] - box[0] < _LARGE_WIDTH or box[3] - box[1] < _LARGE_HEIGHT:
        return False
    inside = 0
    for glyph in glyphs:
        x, y = middle(glyph)
        inside += box[0] <= x <= box[2] and box[1] <= y <= box[3]
    return inside <= _CAPTION


def _has_open_table(lines: Sequence[Line]) -> bool:
    """Whether several lines below each other have numbers in the same columns.

    Between them may stand short lines: cells whose text is wrapped.
    """
    run: list[list[Edges]] = []
    for line in lines:
        numbers = _numbers(line)
        if len(numbers) >= _COLUMNS - 1 and line.text.count(GAP) >= _COLUMNS - 1:
            if run and not _aligned(run[-1], numbers):
                run = []
            run.append(numbers)
            if len(run) >= _ROWS:
                return True
        elif GAP not in line.text and len(line.text) >= _PROSE:
            run = []
    return False


def _numbers(line: Line) -> list[Edges]:
    """Where the numbers begin and end that stand apart in a line."""
    found = []
    at = 0
    for piece in line.text.split(GAP):
        start, count = at, 0
        bare = piece.replace(" ", "")
        while count < len(bare):
            count += len(line.glyphs[at].text)
            at += 1
        if _NUMBER.fullmatch(bare):
            found.append((line.glyphs[start].x0, line.glyphs[at - 1].x1))
    return found


def _aligned(one: Sequence[Edges], other: Sequence[Edges]) -> bool:
    """Whether at least two numbers of two lines begin or end at the same places."""
    pairs = sum(
        any(abs(a[side] - b[side]) <= _ALIGNED for b in other for side in (0, 1)) for a in one
    )
    return pairs >= _COLUMNS - 1
