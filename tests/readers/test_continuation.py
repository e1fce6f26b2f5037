"""Tables and paragraphs that a page break has cut."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers.text_shape import shape

from budgetlint.document import Anchor, Block, Cell, Paragraph, Position, Table, Text
from budgetlint.readers.continuation import fold, join_paragraphs, join_tables
from budgetlint.readers.spans import table_of

HEADER = ["序号|科目||合计|上年结转", "|编码|名称||", "栏次|1|2|3|4"]


def text(words: str, line: int) -> Text:
    return Text(words, (Anchor(0, Position(line=line, column=1)),))


def table(*rows: str, line: int = 1) -> Table:
    """A table; ``|`` stands between the cells of a row, each row on a line of its own."""
    return table_of([[text(w, line + n) for w in row.split("|")] for n, row in enumerate(rows)])


def para(words: str) -> Paragraph:
    return Paragraph(words)


def joined(*blocks: Block) -> list[str | list[list[str]]]:
    return shape(join_tables(blocks).blocks)


def rows(*rows: str) -> list[list[str]]:
    return [row.split("|") for row in rows]


def test_pages_of_a_table_become_one_table() -> None:
    assert joined(
        para("部门预算收入总表"),
        para("318 青禾县水务局"),
        para("单位：元"),
        table(*HEADER, "1||合计|9.00|", "2|213|农林水支出|9.00|"),
        para("318 青禾县水务局"),
        para("单位：元"),
        table(*HEADER, "3|21303|水利|9.00|"),
        para("单位：元"),
        table(*HEADER, "4|2130301|行政运行|9.00|"),
        para("部门预算支出总表"),
    ) == [
        "部门预算收入总表",
        "318 青禾县水务局",
        "单位：元",
        rows(
            *HEADER,
            "1||合计|9.00|",
            "2|213|农林水支出|9.00|",
            "3|21303|水利|9.00|",
            "4|2130301|行政运行|9.00|",
        ),
        "部门预算支出总表",
    ]


def test_repeated_captions_and_page_numbers_are_handed_back() -> None:
    result = join_tables(
        [
            para("318 青禾县水务局"),
            table(*HEADER, "1||合计|9.00|"),
            para("- 4 -"),
            para("318　青禾县水务局"),
            table(*HEADER, "2|213|农林水支出|9.00|"),
        ]
    )
    assert [item.text for item in result.repeated] == ["- 4 -", "318　青禾县水务局"]
    assert len(result.blocks) == 2


def test_cells_keep_their_own_places_and_rows_count_on() -> None:
    blocks = (table(*HEADER, "1||合计|9|", line=10), table(*HEADER, "2|213|农林|9|", line=30))
    (whole,) = join_tables(blocks).blocks
    assert isinstance(whole, Table)
    assert [row[0].row for row in whole.rows] == [0, 1, 2, 3, 4]
    assert [row[0].position().line for row in whole.rows] == [10, 11, 12, 13, 33]
    assert whole.position.line == 10


def test_a_title_between_makes_two_tables() -> None:
    first, second = table(*HEADER), table(*HEADER, "1||合计|9.00|")
    blocks = (para("甲表"), para("单位：元"), first, para("乙表"), para("单位：元"), second)
    assert list(join_tables(blocks).blocks) == list(blocks)


def test_a_repeated_title_is_a_caption() -> None:
    assert (
        len(
            joined(
                para("部门预算收入总表"),
                table(*HEADER, "1||合计|9.00|"),
                para("部门预算收入总表（续）"),
                table(*HEADER, "2|213|农林水支出|9.00|"),
            )
        )
        == 2
    )


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(["序号|科目|||合计|上年结转", "|编 码|名 称||", "栏次|1|2|3|4"], id="shifted"),
        pytest.param(
            ["序 号|科　目||合 计|上 年 结 转", "|编码|名称||", "栏次|1|2|3|4"], id="spaced"
        ),
        pytest.param(["序号|科目||合计|上年结转", "|编码|名称||", "档次|1|2|3|4"], id="slip"),
        pytest.param(["序号|科目||合计|上年结转"], id="first row only"),
    ],
)
def test_a_header_repeats_in_spite_of_shifts_spaces_and_a_slip(page: list[str]) -> None:
    blocks = joined(table(*HEADER, "1||合计|9|"), table(*page, "2|213|农林|9|"))
    assert blocks == [rows(*HEADER, "1||合计|9|", "2|213|农林|9|")]


def test_full_and_half_width_brackets_are_the_same_header() -> None:
    blocks = joined(
        table("项目|数量|价值（单位：元）", "1、房屋|20|9.00"),
        table("项 目|数 量|价 值 (单 位 : 元)", "2、车辆|1|3.00"),
    )
    assert blocks == [rows("项目|数量|价值（单位：元）", "1、房屋|20|9.00", "2、车辆|1|3.00")]


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (table(*HEADER, "1||合计|9|"), "numbers begin anew"),
        (table("4|213|农林|9|"), "no header, and numbers that do not run on"),
        (table("序号|单位|数量", "2|头|3"), "another header of another width"),
        (table("序号|单位|数量|单价|金额", "甲|头|3|1|3"), "another header"),
        (table(*HEADER), "a form without content"),
    ],
)
def test_different_tables_are_not_joined(second: Table, why: str) -> None:
    blocks = (table(*HEADER, "1||合计|9|", "2|208|社保|9|"), second)
    assert list(join_tables(blocks).blocks) == list(blocks), why


def test_rows_that_differ_in_one_word_are_content() -> None:
    assert joined(
        table("项目|数量|金额", "公务用车|1|9.00"), table("项目|数量|金额", "摩托车|1|9.00")
    ) == [rows("项目|数量|金额", "公务用车|1|9.00", "摩托车|1|9.00")]


def test_two_empty_forms_are_two_forms() -> None:
    blocks = (table(*HEADER), table(*HEADER))
    assert list(join_tables(blocks).blocks) == list(blocks)


def test_a_table_may_begin_right_after_its_header() -> None:
    assert joined(table(*HEADER), table(*HEADER, "1||合计|9|")) == [rows(*HEADER, "1||合计|9|")]


def test_numbers_that_run_on_do_without_a_header() -> None:
    assert joined(table("序号|项目|金额", "1|办公费|9"), table("2|水费|3", "3|电费|2")) == [
        rows("序号|项目|金额", "1|办公费|9", "2|水费|3", "3|电费|2")
    ]


def test_a_row_cut_by_the_page_break_is_put_together() -> None:
    (whole,) = join_tables(
        [
            table(*HEADER, "1||合计|560000.00|", "2|213030|行政运行|560000.0|", line=1),
            table(*HEADER, "|1||0|", "3|214|交通运输支出|1.00|", line=11),
        ]
    ).blocks
    assert isinstance(whole, Table)
    assert shape([whole]) == [
        rows(
            *HEADER,
            "1||合计|560000.00|",
            "2|213030\n1|行政运行|560000.0\n0|",
            "3|214|交通运输支出|1.00|",
        )
    ]
    code = whole.rows[4][1]
    assert [code.position(offset).line for offset in range(len(code.text))] == [5] * 7 + [14]


@pytest.mark.parametrize(
    "fragment",
    [
        pytest.param("|1||0|7", id="a cell that is blank above"),
        pytest.param("合计|1||0|", id="words in the first column"),
    ],
)
def test_a_row_without_number_that_does_not_fit_stays_a_row(fragment: str) -> None:
    first = table(*HEADER, "1|213030|行政运行|560000.0|")
    assert joined(first, table(*HEADER, fragment, "2|214|交通|1|")) == [
        rows(*HEADER, "1|213030|行政运行|560000.0|", fragment, "2|214|交通|1|")
    ]


def test_a_gap_in_the_numbers_is_no_new_table_but_what_stands_before_it_no_fragment() -> None:
    first, second = table(*HEADER, "1|21|甲|5|"), table(*HEADER, "|1||0|", "5|22|乙|1|")
    assert joined(first, second) == [rows(*HEADER, "1|21|甲|5|", "|1||0|", "5|22|乙|1|")]


def test_known_spans_move_with_their_rows() -> None:
    def page(number: str) -> Table:
        head = Cell("支出", row=0, col=1, colspan=2), Cell("序号", row=0, col=0)
        body = Cell(number, row=1, col=0), Cell("合计", row=1, col=1, colspan=2)
        return Table((head[::-1], body))

    (whole,) = join_tables((page("1"), page("2"))).blocks
    assert isinstance(whole, Table)
    assert whole.spans_known
    assert whole.grid[2][0] is not None
    assert whole.grid[2][0].text == "2"
    assert whole.grid[2][1] is whole.grid[2][2]


@given(st.lists(st.integers(1, 6), min_size=1, max_size=6))
def test_wherever_pages_break_the_whole_comes_back(sizes: list[int]) -> None:
    body = [f"{n}|{200 + n}|科目{n}|{n}.00|" for n in range(1, sum(sizes) + 1)]
    pages: list[Block] = []
    for size in sizes:
        start = sum(len(page.rows) - 3 for page in pages if isinstance(page, Table))
        pages += [para("单位：元"), table(*HEADER, *body[start : start + size])]
    assert joined(*pages) == ["单位：元", rows(*HEADER, *body)]


LONG = "要加强预算管理，优先保障重点项目支出，做好灌区改造和水库除险加固，妥善安排工程建"


def test_a_paragraph_cut_by_the_page_break_is_joined_without_a_separator() -> None:
    begun = Paragraph(LONG, (Anchor(0, Position(line=3, column=1)),))
    rest = Paragraph("设资金，按期完成任务。", (Anchor(0, Position(line=5, column=1)),))
    (whole,) = join_paragraphs([begun, rest]).blocks
    assert isinstance(whole, Paragraph)
    assert whole.text == LONG + "设资金，按期完成任务。"
    assert whole.position(len(LONG) - 1).line == 3
    assert whole.position(len(LONG)).line == 5


def test_a_page_number_may_stand_in_the_cut() -> None:
    result = join_paragraphs([para(LONG), para("— 12 —"), para("设资金，按期完成任务。")])
    assert shape(result.blocks) == [LONG + "设资金，按期完成任务。"]
    assert [item.text for item in result.repeated] == ["— 12 —"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(LONG + "设。", "继续做好节水工作。", id="a finished sentence"),
        pytest.param("青禾县水务局2024年部门预算", "本部门收支如下。", id="a title"),
        pytest.param(
            "一、关于青禾县农业农村局2024年度收入支出决算总体情况的说明",
            "青禾县农业农村局2024年度收入支出总计100.00万元。",
            id="a long heading with a number",
        ),
        pytest.param("（一）" * 8 + LONG.replace("，", ""), "本部门收支如下。", id="no sentence"),
        pytest.param(LONG + "（附后）", "负责水库管理。", id="a closing bracket"),
        pytest.param(LONG, "二、机构设置。", id="a heading"),
        pytest.param(LONG, "（二）机构设置。", id="a list item in brackets"),
        pytest.param(LONG, "2、机构设置。", id="a numbered item"),
        pytest.param(LONG, "注：本表为空。", id="a note"),
        pytest.param(LONG, "机构设置情况", id="a title that ends without a mark"),
    ],
)
def test_paragraphs_are_kept_apart_in_doubt(first: str, second: str) -> None:
    assert shape(join_paragraphs([para(first), para(second)]).blocks) == [first, second]


def test_a_table_between_keeps_paragraphs_apart() -> None:
    blocks: list[Block] = [para(LONG), table("甲|乙", "1|2"), para("设资金，按期完成任务。")]
    assert list(join_paragraphs(blocks).blocks) == blocks


def test_entries_of_a_table_of_contents_are_not_joined() -> None:
    entry = replace(para(LONG), contents_entry=True)
    assert len(join_paragraphs([entry, para("设资金，按期完成任务。")]).blocks) == 2


def test_folding_ignores_width_and_white_space() -> None:
    assert fold(" 资 金　性\u00a0质（１） ") == "资金性质(1)"
