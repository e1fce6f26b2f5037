"""Ruled tables of a PDF become true grids, however their rules are drawn and pages cut them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from readers.pdf_files import Page, pdf

from budgetlint.document import Document, Paragraph, Position, Table
from budgetlint.readers.pdf import read_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

XS = [90.0, 200.0, 300.0, 400.0]
YS = [120.0, 140.0, 160.0, 180.0]
ROWS = [["科目", "预算数", "决算数"], ["办公费", "3.78", "3.70"], ["水费", "", "1.20"]]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def of(*pages: Page) -> list[Table]:
    return tables(read_pdf(pdf(*pages)))


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def spans(table: Table) -> list[tuple[str, int, int, int, int]]:
    """The cells that cover more than one place: text, row, column, rows, columns."""
    return [
        (cell.text, cell.row, cell.col, cell.rowspan, cell.colspan)
        for row in table.rows
        for cell in row
        if cell.rowspan + cell.colspan > 2
    ]


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def lines(page: Page) -> None:
    page.grid(XS, YS)


def thin_areas(page: Page) -> None:
    for y in YS:
        page.box(XS[0], y - 0.3, XS[-1], y + 0.3, "f")
    for x in XS:
        page.box(x - 0.3, YS[0], x + 0.3, YS[-1], "f")


def boxes(page: Page) -> None:
    """A rectangle around each cell: inner rules are double."""
    for x0, x1 in itertools.pairwise(XS):
        for y0, y1 in itertools.pairwise(YS):
            page.box(x0 + 0.4, y0 + 0.4, x1 - 0.4, y1 - 0.4)


def filled_boxes(page: Page) -> None:
    page.raw("0.9 g").box(XS[0], YS[0], XS[-1], YS[1], "f").raw("0 g")
    for x0, x1 in itertools.pairwise(XS):
        for y0, y1 in itertools.pairwise(YS):
            page.raw("0.95 g").box(x0, y0, x1, y1, "B").raw("0 g")


def cell_edges(page: Page) -> None:
    """One stroke for each edge of a cell, a little too short or too long."""
    for n, y in enumerate(YS):
        for x0, x1 in itertools.pairwise(XS):
            page.line(x0 + 0.7, y + 0.2 * (n % 2), x1 - 1.2, y)
    for x in XS:
        for n, (y0, y1) in enumerate(itertools.pairwise(YS)):
            page.line(x + 0.3 * (n % 2), y0 - 0.5, x, y1 + 0.8)


def double_lines(page: Page) -> None:
    for y in YS:
        page.line(XS[0], y - 0.9, XS[-1], y - 0.9).line(XS[0], y + 0.9, XS[-1], y + 0.9)
    for x in XS:
        page.line(x - 0.9, YS[0], x - 0.9, YS[-1]).line(x + 0.9, YS[0], x + 0.9, YS[-1])


def dashes(page: Page) -> None:
    for y in YS:
        for step in range(int(XS[0]), int(XS[-1]), 8):
            page.line(step, y, step + 4, y)
    for x in XS:
        for step in range(int(YS[0]), int(YS[-1]), 8):
            page.line(x, step, x, step + 4)


def straight_curves(page: Page) -> None:
    """Rectangles whose edges are curves that are straight."""
    h = page.height
    for x0, x1 in itertools.pairwise(XS):
        for y0, y1 in itertools.pairwise(YS):
            low, high = h - y1, h - y0
            page.raw(
                f"{x0} {low} m {x0} {low} {x1} {low} {x1} {low} c {x1} {high} l "
                f"{x0} {high} {x0} {high} v {x0} {low} l S"
            )


def open_sides(page: Page) -> None:
    """No outer rule on the left and on the right."""
    for y in YS:
        page.line(XS[0], y, XS[-1], y)
    for x in XS[1:-1]:
        page.line(x, YS[0], x, YS[-1])


def one_path(page: Page) -> None:
    """All rectangles in one path, closed and painted at the end."""
    h = page.height
    cells = " ".join(
        f"{x0} {h - y1} {x1 - x0} {y1 - y0} re"
        for x0, x1 in itertools.pairwise(XS)
        for y0, y1 in itertools.pairwise(YS)
    )
    page.raw(f"{cells} s")


@pytest.mark.parametrize(
    "rule",
    [
        lines, thin_areas, boxes, filled_boxes, cell_edges, double_lines, dashes, straight_curves,
        open_sides, one_path,
    ],
)  # fmt: skip
def test_a_grid_is_a_grid_however_it_is_ruled(rule: Callable[[Page], None]) -> None:
    page = Page()
    rule(page)
    page.cells(XS, YS, ROWS)
    (table,) = of(page)
    assert rows(table) == ROWS
    assert spans(table) == []
    assert table.spans_known


def test_header_cells_span_rows_and_columns() -> None:
    page = Page()
    for y in (100, 160, 180):
        page.line(90, y, 490, y)
    page.line(190, 120, 490, 120).line(290, 140, 490, 140)
    for x, top in ((90, 100), (190, 100), (290, 120), (390, 140), (490, 100)):
        page.line(x, top, x, 180)
    page.text(100, 130, "科目").text(300, 113, "本年支出").text(200, 142, "合计")
    page.text(350, 133, "基本支出").text(300, 153, "人员").text(400, 153, "公用")
    page.text(100, 173, "总计").text(200, 173, "9.00").text(300, 173, "5.00").text(400, 173, "4.00")
    (table,) = of(page)
    assert spans(table) == [
        ("科目", 0, 0, 3, 1),
        ("本年支出", 0, 1, 1, 3),
        ("合计", 1, 1, 2, 1),
        ("基本支出", 1, 2, 1, 2),
    ]
    assert rows(table)[2:] == [["人员", "公用"], ["总计", "9.00", "5.00", "4.00"]]


def test_a_rule_that_is_not_quite_straight_makes_no_column_of_its_own() -> None:
    page = Page()
    for y in YS:
        page.line(90, y, 400, y)
    page.line(90, 120, 90, 180).line(400, 120, 400, 180)
    page.line(200, 120, 200, 140).line(204, 140, 204, 180)
    page.cells([90, 204], YS, [["科目", "预算数"], ["办公费", "3.78"], ["水费", "1.20"]])
    (table,) = of(page)
    assert table.width == 2
    assert rows(table) == [["科目", "预算数"], ["办公费", "3.78"], ["水费", "1.20"]]


def test_wrapped_cells_are_whole_again() -> None:
    page = Page().grid([90, 136, 250], [100, 130, 160, 190])
    page.text(93, 112, "208099", 12).text(93, 125, "9", 12)
    page.text(139, 112, "其他行政事业单位养", 12).text(139, 125, "老支出", 12)
    page.text(93, 142, "344030", 12).text(93, 155, "0.00", 12)
    page.text(139, 142, "1.保障运转", 12).text(139, 155, "2.完成任务", 12)
    page.text(139, 172, "合", 12).text(220, 172, "计", 12)
    (table,) = of(page)
    assert rows(table) == [
        ["2080999", "其他行政事业单位养老支出"],
        ["3440300.00", "1.保障运转\n2.完成任务"],
        ["", "合 计"],
    ]


def test_text_that_reaches_over_the_edge_of_its_cell_stays_whole() -> None:
    page = Page().grid(XS, YS).cells(XS, YS, ROWS[:1])
    page.text(93, 153, "办公费及印刷费共计八个字", 10).text(270, 173, "1234567.89", 10, "Latin")
    (table,) = of(page)
    assert rows(table)[1:] == [["办公费及印刷费共计八个字", "", ""], ["", "1234567.89", ""]]


def test_numbers_in_adjacent_cells_stay_apart_even_when_set_in_one_go() -> None:
    page = Page().grid([90, 124, 158, 192], [100, 120, 140])
    shown = "(123.45) -300 (678.90) -300 (111.11)"
    page.raw(f"BT /Latin 10 Tf 1 0 0 1 92 728 Tm [{shown}] TJ ET")
    (table,) = of(page)
    assert rows(table)[0] == ["123.45", "678.90", "111.11"]


def test_turned_text_in_a_cell_is_read() -> None:
    page = Page().grid([90, 120, 300], [100, 180, 200])
    shown = "收入".encode("utf-16-be").hex()
    page.raw(f"BT /Han 12 Tf 0 1 -1 0 110 680 Tm <{shown}> Tj ET").text(130, 140, "财政拨款")
    (table,) = of(page)
    assert rows(table)[0] == ["收入", "财政拨款"]


def test_cells_know_their_places() -> None:
    (table,) = of(Page().table(XS, YS, ROWS))
    cell = table.rows[1][1]
    assert cell.position() == Position(page=1, table=1, row=2, col=2, bbox=(203, 144.4, 223, 154.4))
    assert table.rows[2][1].position() == Position(page=1, table=1, row=3, col=2)
    assert table.position == Position(page=1, table=1, row=1, col=1, bbox=(93, 124.4, 113, 134.4))


def test_blocks_stand_in_reading_order_and_are_counted() -> None:
    page = Page().text(200, 100, "收支总表").text(350, 115, "单位：万元").table(XS, YS, ROWS)
    page.text(90, 195, "注：本表没有说明。").table(XS, [y + 100 for y in YS], ROWS)
    document = read_pdf(pdf(page))
    kinds = [type(block).__name__ for block in document.blocks]
    assert kinds == ["Paragraph", "Paragraph", "Table", "Paragraph", "Table"]
    places = [t.position.table for t in tables(document)]
    assert places == [1, 2]
    assert [b.position().paragraph for b in document.blocks if isinstance(b, Paragraph)] == [
        1,
        2,
        3,
    ]


def test_two_tables_side_by_side_are_two() -> None:
    left, right = Page().table([60, 150, 250], YS, ROWS), [330.0, 420.0, 520.0]
    assert [t.width for t in of(left.table(right, YS, ROWS))] == [2, 2]


def test_a_frame_around_text_is_no_table() -> None:
    page = Page().box(80, 80, 500, 300).text(90, 100, "填报说明").text(90, 120, "按实际填写。")
    document = read_pdf(pdf(page))
    assert texts(document) == ["填报说明", "按实际填写。"]
    assert tables(document) == []


def test_a_table_in_a_frame_is_a_table() -> None:
    page = Page().box(50, 60, 550, 800).text(90, 100, "收支总表").table(XS, YS, ROWS)
    document = read_pdf(pdf(page))
    assert texts(document) == ["收支总表"]
    assert [rows(table) for table in tables(document)] == [ROWS]


def test_a_table_inside_a_cell_belongs_to_the_cell() -> None:
    page = Page().grid([50, 80, 500], [100, 110, 260]).text(60, 150, "明细")
    (table,) = of(page.table(XS, YS, ROWS))
    assert table.rows[1][0].text == "明"[:1] + "细"
    (inner,) = table.rows[1][1].tables
    assert rows(inner) == ROWS
    assert inner.rows[1][1].position().page == 1


def test_rules_without_text_and_shapes_with_curves_are_no_tables() -> None:
    page = Page().text(90, 90, "图一").grid(XS, YS)
    page.raw("100 500 m 100 560 l 130 590 160 590 190 560 c 190 500 l s 145 500 m 145 590 l S")
    assert of(page.text(120, 300, "单位")) == []


def test_underlines_and_leaders_are_no_tables() -> None:
    page = Page().text(90, 100, "填报人：").line(140, 103, 260, 103).text(300, 100, "电话：")
    assert of(page.line(340, 103, 460, 103)) == []


def many(count: int, first: int = 1) -> list[list[str]]:
    return [[f"30{n:03}", f"科目第{n}项", f"{n}.00"] for n in range(first, first + count)]


def steps(top: float, count: int) -> list[float]:
    return [top + 20 * n for n in range(count + 1)]


def long_table(page: Page, body: list[list[str]], top: float, *, header: bool) -> Page:
    whole = [*(ROWS[:1] if header else []), *body]
    return page.table(XS, steps(top, len(whole)), whole)


@pytest.mark.parametrize(
    ("title", "header"),
    [(False, False), (False, True), (True, True)],
    ids=["bare", "header", "all"],
)
def test_a_table_goes_on_on_the_next_page(title: bool, header: bool) -> None:
    first = Page().text(200, 90, "基本支出表").text(350, 105, "单位：万元")
    long_table(first, many(30), 110, header=True)
    second = Page()
    if title:
        second.text(200, 90, "基本支出表").text(350, 105, "单位：万元")
    long_table(second, many(5, 31), 110, header=header).text(90, 300, "注：完。")
    document = read_pdf(pdf(first, second))
    (table,) = tables(document)
    assert rows(table) == [ROWS[0], *many(35)]
    assert texts(document) == ["基本支出表", "单位：万元", "注：完。"]
    cell = table.rows[31][0]
    assert (cell.row, cell.position().page, cell.position().row) == (31, 2, 32)
    assert [r.text for r in document.remarks] == ["基本支出表", "单位：万元"][: 2 * title]


def test_a_mark_that_the_table_goes_on_is_no_text_of_its_own() -> None:
    first = Page().text(200, 90, "基本支出表").text(350, 105, "单位：万元")
    long_table(first, many(30), 110, header=True)
    second = Page().text(200, 90, "基本支出表（续表）").text(350, 105, "单位：万元")
    document = read_pdf(pdf(first, long_table(second, many(5, 31), 110, header=False)))
    assert [len(table.rows) for table in tables(document)] == [36]
    assert texts(document) == ["基本支出表", "单位：万元"]


def test_a_page_may_hold_nothing_but_the_repeated_header() -> None:
    first = long_table(Page(), many(32), 110, header=True)
    second = Page().table(XS, steps(90, 1), ROWS[:1])
    (table,) = of(first, second)
    assert rows(table) == [ROWS[0], *many(32)]


def test_pages_may_be_shifted_against_each_other() -> None:
    first = long_table(Page(), many(32), 110, header=True)
    shifted = [x + 14 for x in XS]
    second = Page().table(shifted, steps(90, 5), many(5, 33))
    (table,) = of(first, second)
    assert rows(table) == [ROWS[0], *many(37)]


def test_a_piece_without_all_columns_goes_on_in_the_right_ones() -> None:
    first = long_table(Page(), many(32), 110, header=True)
    second = Page().table([90, 300, 400], [90, 110], [["合计", "528.00"]])
    (table,) = of(first, second)
    last = [(c.text, c.col, c.colspan) for c in table.rows[-1]]
    assert last == [("合计", 0, 2), ("528.00", 2, 1)]


@pytest.mark.parametrize(
    "second",
    [
        Page().text(90, 80, "支出表").table(XS, steps(90, 2), ROWS[:2]),
        Page().table([90, 180, 300, 400], steps(90, 2), many(2, 33)),
        Page().text(90, 300, "正文。").table(XS, steps(400, 2), ROWS[:2]),
    ],
    ids=["title", "columns", "text between"],
)
def test_another_table_on_the_next_page_is_another(second: Page) -> None:
    assert len(of(long_table(Page(), many(32), 110, header=True), second)) == 2


def test_a_table_that_ends_high_on_its_page_does_not_go_on() -> None:
    first, second = Page().table(XS, YS, ROWS), Page().table(XS, steps(90, 2), many(2))
    assert len(of(first, second)) == 2


def test_the_next_form_of_the_same_kind_is_another_table() -> None:
    def form(page: Page, top: float, code: str, filler: int) -> Page:
        return page.table(XS, steps(top, filler + 1), [["项目编码", code, "甲"], *many(filler)])

    first = form(Page().text(350, 100, "单位：万元"), 110, "P001", 31)
    second = form(Page().text(350, 100, "单位：万元"), 110, "P002", 3)
    assert len(of(first, second)) == 2


def test_a_row_that_the_page_break_cuts_is_whole_again() -> None:
    first = Page()
    for y in (700, 720, 740):
        first.line(90, y, 400, y)
    for x in XS:
        first.line(x, 700, x, 760)
    first.cells(XS, [700, 720], [ROWS[0], ["2080505", "", "6.18"]]).text(
        203, 753, "机关事业单位", 10
    )
    first.text(93, 753, "30108", 10)
    second = Page()
    for y in (105, 125):
        second.line(90, y, 400, y)
    for x in XS:
        second.line(x, 90, x, 125)
    second.text(203, 102, "养老保险缴费", 10).cells(XS, [105], [["30109", "职业年金", "4.64"]])
    (table,) = of(first, second)
    assert rows(table)[2:] == [
        ["30108", "机关事业单位养老保险缴费", ""],
        ["30109", "职业年金", "4.64"],
    ]
    pages = {anchor.position.page for anchor in table.rows[2][1].anchors}
    assert pages == {1, 2}


def test_a_closed_row_goes_on_where_only_the_rest_of_its_texts_follows() -> None:
    xs = [90.0, 150.0, 212.0, 300.0]
    first = Page().table(xs, steps(700, 3), [ROWS[0], many(1)[0], ["30108", "", "6.18"]])
    first.text(153, 753, "机关事业单", 11)
    second = Page().table(xs, steps(90, 2), [["", "", ""], ["30109", "职业年金", "4.64"]])
    second.text(153, 103, "位养老缴费", 11)
    (table,) = of(first, second)
    assert rows(table)[2:] == [
        ["30108", "机关事业单位养老缴费", "6.18"],
        ["30109", "职业年金", "4.64"],
    ]


def test_a_cell_over_several_rows_is_not_cut_in_two() -> None:
    xs = [90.0, 150.0, 300.0]
    first = Page().line(90, 700, 300, 700).line(90, 720, 300, 720).line(150, 740, 300, 740)
    for x in xs:
        first.line(x, 700, x, 740)
    first.cells(xs, [700, 720], [["指标", "内容"], ["产出", "数量"]])
    second = Page().line(150, 90, 300, 90).line(150, 110, 300, 110).line(90, 130, 300, 130)
    for x in xs:
        second.line(x, 90, x, 130)
    second.cells(xs, [90, 110], [["", "质量"], ["", "时效"]])
    (table,) = of(first, second)
    assert spans(table) == [("产出", 1, 0, 3, 1)]
    assert rows(table) == [["指标", "内容"], ["产出", "数量"], ["质量"], ["时效"]]


def test_several_numbers_in_each_cell_are_said() -> None:
    page = Page().grid([90, 200, 400], steps(100, 4))
    for n in range(4):
        page.text(93, 113 + 20 * n, f"科目{n}", 10).text(210, 113 + 20 * n, f"{n}1.25", 10)
        page.text(300, 113 + 20 * n, f"{n}2.50", 10)
    document = read_pdf(pdf(page))
    assert [u.reason for u in document.unread] == [
        "第 1 页的表格缺少竖线，有 4 个单元格中连着几个数字，未能按列核对。"
    ]


def test_columns_of_numbers_without_rules_are_said_and_not_made_a_table() -> None:
    page = Page().text(90, 100, "支出表")
    for n in range(5):
        y = 130 + 20 * n
        page.text(90, y, f"科目{n}").text(240, y, f"{n}1.25").text(340, y, f"{n}2.50")
    document = read_pdf(pdf(page))
    assert tables(document) == []
    assert texts(document)[1] == "科目0\t01.25\t02.50"
    assert [(u.reason, u.position.page) for u in document.unread] == [
        (
            "第 1 页有像表格而没有表格线的内容，按普通文字读取，其中的数字未按表格核对。",
            1,
        )
    ]
