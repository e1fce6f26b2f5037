"""The PDF rendering holds the whole document and is as unkind as it says."""

from __future__ import annotations

import io
import re
import unicodedata
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import pytest
from fictional.blocks import Heading, Para, TableBlock
from fictional.figures import Options
from fictional.model import build
from fictional.pdf_fonts import RADICALS, disguised
from fictional.pdf_lines import NEVER_FIRST, wrapped
from fictional.render_pdf import PLAIN, UNKIND, Style, render_pdf
from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTComponent, LTContainer, LTCurve, LTFigure, LTPage
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MARGIN = 65  # page header and number stand outside


class Line(NamedTuple):
    """Characters drawn in succession on one baseline."""

    text: str
    x: float
    y: float


class Collector(PDFLayoutAnalyzer):
    """Keeps the pages as they are drawn."""

    def __init__(self) -> None:
        super().__init__(PDFResourceManager(), laparams=None)
        self.pages: list[LTPage] = []

    def receive_layout(self, ltpage: LTPage) -> None:
        self.pages.append(ltpage)


@cache
def opened(style: Style, options: Options) -> list[PDFPage]:
    return list(PDFPage.get_pages(io.BytesIO(render_pdf(build(options), style))))


@cache
def pages(style: Style = UNKIND, options: Options = Options()) -> tuple[LTPage, ...]:  # noqa: B008
    collector = Collector()
    interpreter = PDFPageInterpreter(collector.rsrcmgr, collector)
    for page in opened(style, options):
        interpreter.process_page(page)
    return tuple(collector.pages)


def items(page: LTContainer[LTComponent]) -> Iterator[LTComponent]:
    """What is drawn, in order, be it in a form."""
    for item in page:
        if isinstance(item, LTFigure):
            yield from items(item)
        else:
            yield item


def chars(page: LTPage) -> list[LTChar]:
    """The characters of the body, in the order in which they are drawn."""
    drawn = [item for item in items(page) if isinstance(item, LTChar)]
    turned = bool(drawn) and not drawn[0].upright
    low, high = MARGIN, (page.width if turned else page.height) - MARGIN
    return [c for c in drawn if low < (page.width - c.x0 if turned else c.matrix[5]) < high]


def drawn_lines(page: LTPage) -> list[Line]:
    lines: list[Line] = []
    end = 0.0
    for char in chars(page):
        y = char.matrix[5]
        if lines and lines[-1].y == y and char.x0 >= end - 1:
            lines[-1] = lines[-1]._replace(text=lines[-1].text + char.get_text())
        else:
            lines.append(Line(char.get_text(), char.x0, y))
        end = char.x1
    return lines


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def body(style: Style = UNKIND, options: Options = Options()) -> list[str]:  # noqa: B008
    """The text of each page in the order in which it is drawn."""
    return [squeezed("".join(c.get_text() for c in chars(p))) for p in pages(style, options)]


def assert_in_order(wanted: Sequence[str], text: str) -> None:
    at = 0
    for piece in wanted:
        assert piece in text[at:]
        at = text.index(piece, at) + len(piece)


def spots(table: TableBlock) -> list[str]:
    return [squeezed(cell.text) for row in (*table.header, *table.rows) for cell in row]


@pytest.mark.parametrize("style", [UNKIND, PLAIN], ids=["unkind", "plain"])
@pytest.mark.parametrize("options", [Options(), Options("元", unit_part=False)], ids=repr)
def test_every_text_is_drawn(style: Style, options: Options) -> None:
    blocks = build(options).blocks
    text = "".join(body(style, options))
    paras = [squeezed(block.line) for block in blocks if isinstance(block, (Heading, Para))]
    start = text.rindex("...") if "..." in text else 0  # behind the table of contents
    assert_in_order(paras[1:], text[start:])
    plain = "".join(body(PLAIN, options))  # cell after cell, none of them cut by a page
    for block in blocks:
        if isinstance(block, TableBlock):
            assert_in_order([squeezed(note) for note in block.notes], text)
            assert_in_order(spots(block)[-40:], plain)


def test_bytes_are_the_same_in_every_run() -> None:
    content = render_pdf(build())
    assert content == render_pdf(build())
    assert b"/FontFile" not in content


def test_contents_give_the_pages_of_the_body() -> None:
    texts = body()
    entries = re.findall(r"([^.]+?)\.{3,}([0-9]+)", "".join(texts[1:3]))
    assert len(entries) > 30
    for title, number in entries:
        assert title.removeprefix("目录目录") in texts[int(number) - 1]


def test_glyphs_on_one_baseline_have_boxes_at_different_heights() -> None:
    pairs = [
        (left, right)
        for page in pages()
        for left, right in pairwise(chars(page))
        if left.matrix[5] == right.matrix[5] and left.fontname != right.fontname
    ]
    apart = [abs(left.y0 - right.y0) for left, right in pairs]
    assert len(apart) > 1000
    assert max(apart) > 2


def test_numbers_are_cut_at_the_end_of_a_line() -> None:
    lines = [line for page in pages() for line in drawn_lines(page)]
    cut = [
        (first, second)
        for first, second in pairwise(lines)
        if first.text[-1:].isdecimal() and second.text[:1].isdecimal() and second.y < first.y
    ]
    assert any("万元" in first.text and "万元" in second.text for first, second in cut)  # in text
    assert any(re.fullmatch(r"[0-9.]{4,6}", first.text) for first, _ in cut)  # in cells


def test_paragraphs_are_cut_by_the_end_of_a_page() -> None:
    texts = body()
    paras = [squeezed(b.line) for b in build().blocks if isinstance(b, Para)]
    assert [text for text in paras if not any(text in page for page in texts)]


def test_rows_are_cut_by_the_end_of_a_page() -> None:
    """The last thing on the page is a row that is open below: its uprights end in no rule."""
    assert sum(map(has_open_row, pages())) >= 2
    assert not any(map(has_open_row, pages(PLAIN)))


def has_open_row(page: LTPage) -> bool:
    curves = [c for c in items(page) if isinstance(c, LTCurve) and c.y0 < page.height - MARGIN]
    uprights = [c for c in curves if c.height > 3 and c.width < 2]
    level = [c.y0 for c in curves if c.width > 3 and c.height < 2]
    low = min((c.y0 for c in uprights), default=None)
    return low is not None and all(abs(y - low) > 2 for y in level)


def test_pages_lie_in_every_way() -> None:
    shapes = {
        (page.rotate, shown.width > shown.height, chars(shown)[0].upright)
        for page, shown in zip(opened(UNKIND, Options()), pages(), strict=True)
    }
    assert (0, False, True) in shapes
    assert (0, True, True) in shapes
    assert (90, True, True) in shapes
    assert (0, False, False) in shapes


def test_titles_are_repeated_on_some_pages_and_not_on_others() -> None:
    texts = body()
    title = "部门预算收支总表"
    assert sum(text.count(title) >= 2 for text in texts[3:]) == 2  # bold: drawn twice
    titled = [squeezed(b.title) for b in build().blocks if isinstance(b, TableBlock) and b.title]
    assert any(not any(t in text for t in titled) and "本年支出合计" in text for text in texts[3:])


def test_two_tables_share_a_page() -> None:
    assert any(
        text.count("政府基金预算财政拨款支出表") >= 2
        and text.count("国有资本经营预算财政拨款支出表") >= 2
        for text in body()
    )


def test_bold_is_drawn_twice() -> None:
    def doubled(style: Style) -> int:
        lines = [line for page in pages(style) for line in drawn_lines(page)]
        return sum(a.text == b.text and a.y == b.y and b.x - a.x < 1 for a, b in pairwise(lines))

    assert doubled(UNKIND) > 50
    assert doubled(PLAIN) == 0


def test_radicals_stand_in_for_characters() -> None:
    def seen(style: Style) -> set[str]:
        return {c.get_text() for page in pages(style) for c in chars(page)}

    radicals = {radical for radical, _ in RADICALS.values()}
    assert radicals & seen(UNKIND) == radicals - {"⼩"} | (radicals & {"⼩"} & seen(UNKIND))
    assert not radicals & seen(PLAIN)
    assert unicodedata.normalize("NFKC", disguised("文人用")) == "文人用"


def test_a_password_encrypts_the_file() -> None:
    assert b"/Encrypt" not in render_pdf(build(), PLAIN)
    content = render_pdf(build(), PLAIN, password="")
    assert b"/Encrypt" in content
    assert content == render_pdf(build(), PLAIN, password="")


def test_no_line_begins_with_a_full_stop() -> None:
    text = "安排支出1181.03万元，增加（含上年结转）16.50万元。" * 5
    for room in range(60, 240, 7):
        lines = wrapped(text, room, 12, 24)
        assert "".join(lines) == text
        assert not any(line[0] in NEVER_FIRST for line in lines)
