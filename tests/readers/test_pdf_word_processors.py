"""What word processors do when they print: how they break lines, cut rows and repeat headers."""

from __future__ import annotations

import pytest
from readers.pdf_files import Page, pdf

from budgetlint.document import Document, Paragraph, Table
from budgetlint.readers.pdf import read_pdf

LONG = "根据预算法和预算公开的有关要求现将本部门全年的各项收支安排情况说明"  # 33 characters
LEFT, RIGHT = 90.0, 486.0  # 33 characters of 12 points
XS = [90.0, 150.0, 250.0, 330.0]
HEAD = ["编码", "科目名称", "合计"]
NUMBERS = ["栏次", "1", "2"]


def read(*pages: Page) -> Document:
    return read_pdf(pdf(*pages))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def rows(document: Document) -> list[list[str]]:
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    return [[cell.text for cell in row] for row in table.rows]


def steps(bottom: float, count: int) -> list[float]:
    return [bottom - 20 * n for n in range(count, -1, -1)]


def paragraph(page: Page, *lines: str, y: float, indent: float = 24) -> Page:
    for number, text in enumerate(lines):
        page.text(LEFT if number else LEFT + indent, y + 20 * number, text)
    return page


def foot(*last: list[str]) -> Page:
    """A table that fills the foot of its page."""
    whole = [HEAD, NUMBERS, ["30101", "基本工资", "12.50"], *last]
    return Page().table(XS, steps(760, len(whole)), whole)


@pytest.mark.parametrize("shown", ["据2", "2据"], ids=["before", "behind"])
def test_words_of_a_repeated_header_may_run_over_into_the_row_below(shown: str) -> None:
    first = Page().table(XS, steps(760, 3), [["编码", "科目名称", "合计数据"], NUMBERS, HEAD])
    top = [["编码", "科目名称", "合计数"], ["栏次", "1", shown], ["30102", "津贴", "3.20"]]
    second = Page().table(XS, [80, 100, 120, 140], top)
    assert rows(read(first, second))[2:] == [HEAD, ["30102", "津贴", "3.20"]]


def test_the_end_of_a_word_of_a_repeated_header_may_be_lost() -> None:
    second = Page().table(XS, [80, 100, 120, 140], [HEAD, NUMBERS, ["30102", "津贴", "3.20"]])
    first = Page().table(XS, steps(760, 3), [["编码", "科目名称", "合计数"], NUMBERS, HEAD])
    assert rows(read(first, second))[2:] == [HEAD, ["30102", "津贴", "3.20"]]


def test_rows_that_only_resemble_the_first_ones_are_no_header() -> None:
    body = [["编码", "科目名称", "合计"], ["栏次", "津贴", "21"], ["30102", "津贴", "3.20"]]
    second = Page().table(XS, [80, 100, 120, 140], body)
    assert rows(read(foot(), second))[3:] == body[1:]


def test_a_header_with_merged_cells_may_stand_alone_at_the_foot_of_a_page() -> None:
    xs = [90.0, 150.0, 210.0, 270.0, 330.0]
    first = Page().grid([90, 210, 330], steps(760, 3))
    first.cells([90, 210], steps(760, 3), [["合计", "出国"], ["一", "二"], ["三", "四"]])
    second = Page().table(xs, [80, 100, 120], [["预算数", "决算数"] * 2, ["1", "2", "3", "4"]])
    (table,) = read(first, second).blocks
    assert isinstance(table, Table)
    assert [(cell.text, cell.col, cell.colspan) for cell in table.rows[0]] == [
        ("合计", 0, 2),
        ("出国", 2, 2),
    ]
    assert [cell.text for cell in table.rows[4]] == ["1", "2", "3", "4"]


NARROW = [90.0, 130.0, 164.0, 208.0, 252.0]
NEXT = [["2", "2080505", "养老缴费", "1200.50"], ["3", "2080506", "职业年金", "1500.00"]]


def narrow(begun: list[str], rest: list[str]) -> list[list[str]]:
    """The rows of a table whose narrow cells the end of a page cuts, below the header."""
    first = Page().table(NARROW, steps(760, 2), [["序号", "编码", "科目", "合计"], begun])
    second = Page().table(NARROW, [80, 100, 120, 140], [rest, *NEXT])
    return rows(read(first, second))[1:]


def test_codes_and_amounts_that_a_page_break_cuts_are_whole_again() -> None:
    found = narrow(["1", "2080", "行政单", "96540"], ["", "501", "位", "0.00"])
    assert found == [["1", "2080501", "行政单位", "965400.00"], *NEXT]


@pytest.mark.parametrize(
    "row",
    [["", "2080502", "事业单", ""], ["", "501", "位", "86.50"]],
    ids=["another code", "another amount"],
)
def test_numbers_that_make_none_of_their_column_together_stay_apart(row: list[str]) -> None:
    begun = ["1", "2080501", "行政单", "96.50"]
    assert narrow(begun, row) == [begun, row, *NEXT]


def test_a_word_in_brackets_has_no_room_where_its_first_character_would_have() -> None:
    second = Page().table(XS, [80, 100, 120], [["", "（2024）9号", ""], ["30103", "奖金", "3.20"]])
    first = foot(["30102", "依据青农办发", "8.00"])
    assert rows(read(first, second))[3:] == [
        ["30102", "依据青农办发（2024）9号", "8.00"],
        ["30103", "奖金", "3.20"],
    ]


def test_a_numbered_heading_or_item_begins_a_paragraph_after_a_full_line() -> None:
    page = paragraph(Page(), LONG[:31], LONG[:32] + "。", y=100)
    for number, line in enumerate(("二、收入决算情况说明", "1、" + LONG[:30] + "。", "2、其他。")):
        page.text(LEFT, 140 + 20 * number, line)
    paragraph(page, LONG[:31], LONG, y=200)
    assert texts(read(page))[1:4] == ["二、收入决算情况说明", "1、" + LONG[:30] + "。", "2、其他。"]


def test_captions_against_the_right_margin_are_apart() -> None:
    pages = [paragraph(Page(), LONG[:31], LONG, LONG, y=100) for _ in range(2)]
    table = (
        Page().text(RIGHT - 60, 100, "公开02表").text(RIGHT - 156, 120, "部门：青禾县农业农村局")
    )
    table.text(RIGHT - 84, 140, "单位：万元，元")
    captions = ["公开02表", "部门：青禾县农业农村局", "单位：万元，元"]
    assert texts(read(*pages, table))[-3:] == captions


def test_a_sentence_goes_on_after_a_line_with_hanging_punctuation() -> None:
    page = paragraph(Page(), LONG[:31], LONG + "，", LONG + "，", LONG + "，", y=100)
    page.text(LEFT, 180, LONG[:32]).text(LEFT, 200, "万元。")
    assert texts(read(page)) == [LONG[:31] + (LONG + "，") * 3 + LONG[:32] + "万元。"]


def test_a_bracket_stays_with_the_word_in_it_and_the_number_behind_it() -> None:
    page = paragraph(Page(), LONG[:31], LONG, LONG[:27], "（类）160.32万元。", y=100)
    paragraph(page, LONG[:31], LONG, LONG, y=180)
    assert texts(read(page))[0].endswith(LONG[:27] + "（类）160.32万元。")


def test_the_contents_do_not_go_on_a_title_that_fills_its_line() -> None:
    page = Page().text(LEFT, 90, LONG[:22], 18).text(270, 117, "目录", 18)
    paragraph(page, LONG[:31], LONG, LONG, y=150)
    assert texts(read(page))[:2] == [LONG[:22], "目录"]


def test_the_header_of_a_page_on_its_side_stands_as_deep_as_that_of_others() -> None:
    pages = []
    for number in "一二三":
        page = Page(842, 595).text(380, 52, "部门预算信息公开", 9)
        pages.append(page.text(90, 200, f"第{number}页的正文。"))
    assert texts(read(*pages)) == ["第一页的正文。", "第二页的正文。", "第三页的正文。"]
