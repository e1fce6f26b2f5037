"""The dialect with one table cell per line."""

from __future__ import annotations

import pytest
from readers.text_shape import characters_in_place, document, only_table, place, read_shape

from budgetlint.document import Paragraph, Table


def lines(*rows: str) -> str:
    """Rows of cells in the dialect: a tab begins a cell, a blank line ends a row."""
    return "".join("".join(f"\t{cell}\n" for cell in row.split("|")) + "\n" for row in rows)


HEADER = lines("序号|科目|合计", "|编码|名称|", "栏次|1|2|3")
"""A header with merged cells, so that its rows have 3, 4 and 4 cells."""
BODY = lines("1||合计|9.00", "2|213|农林水支出|9.00")


def test_a_line_with_a_tab_is_a_cell_and_a_blank_line_ends_the_row() -> None:
    assert read_shape("部门预算支出总表\n" + HEADER + BODY) == [
        "部门预算支出总表",
        [
            ["序号", "科目", "合计"],
            ["", "编码", "名称", ""],
            ["栏次", "1", "2", "3"],
            ["1", "", "合计", "9.00"],
            ["2", "213", "农林水支出", "9.00"],
        ],
    ]


def test_every_cell_knows_its_place_even_an_empty_one() -> None:
    table = only_table("标题\n" + lines("甲|乙", "|3.00"))
    assert [[place(cell) for cell in row] for row in table.rows] == [
        [(2, 2), (3, 2)],
        [(5, 2), (6, 2)],
    ]


def test_captions_in_the_first_rows_belong_to_the_table() -> None:
    (title, table) = read_shape(
        "部门预算支出总表\n" + lines("318水务局|预算年度：2024|单位：元") + HEADER + BODY
    )
    assert title == "部门预算支出总表"
    assert table[0] == ["318水务局", "预算年度：2024", "单位：元"]
    assert len(table) == 6


def test_captions_in_one_spaced_paragraph_stay_a_paragraph() -> None:
    caption = "     318水务局            预算年度：2024            单位：元"
    assert read_shape(f"部门预算支出总表\n{caption}\n{HEADER}{BODY}")[:2] == [
        "部门预算支出总表",
        caption,
    ]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("\t反映满意的\n比例\n", "反映满意的\n比例"),
        ("\t反映满意的\n\n比例\n", "反映满意的\n比例"),
        ("\t\n反映满意的比例\n", "反映满意的比例"),
        ("\t项\t目\n", "项\t目"),
        ("\t   12.00\n", "   12.00"),
        ("\t \n", ""),
        ("\t\n", ""),
    ],
)
def test_what_a_cell_may_look_like(cell: str, text: str) -> None:
    source = lines("甲|乙|丙", "1|2|3") + f"\t一\n{cell}\t三\n\n" + lines("4|5|6")
    table = only_table(source)
    assert [len(row) for row in table.rows] == [3, 3, 3, 3]
    assert table.rows[2][1].text == text
    assert characters_in_place(source, table.rows[2][1])


def test_a_header_cell_may_go_on_in_the_last_column_too() -> None:
    source = (
        "\t\n序号\n\t\n项\t目\n\t资 金 性 质\n\n"
        "\t\n\t\n\t合计\n\t一般公共预算\n财政拨款\n\t政府性基金\n预算拨款\n\n"
        + lines("栏次|1|2|3|4", "1|合计|9|9|")
    )
    assert read_shape(source) == [
        [
            ["序号", "项\t目", "资 金 性 质"],
            ["", "", "合计", "一般公共预算\n财政拨款", "政府性基金\n预算拨款"],
            ["栏次", "1", "2", "3", "4"],
            ["1", "合计", "9", "9", ""],
        ]
    ]


def test_the_last_cell_of_a_complete_row_may_be_wrapped() -> None:
    source = "\t甲\n\t乙\n\n\t1\n\t行业历史标\n准\n\n\t2\n\t历史标准\n\n"
    assert read_shape(source) == [[["甲", "乙"], ["1", "行业历史标\n准"], ["2", "历史标准"]]]


@pytest.mark.parametrize("blank", ["", "\n"])
def test_a_number_torn_at_its_point_is_one_number(blank: str) -> None:
    torn = f"1977.\n{blank}50"
    source = lines("甲|乙|丙", "1|2|3") + f"\t合计\n\t{torn}\n\t{torn}\n\n" + lines("7|8|9")
    assert [[cell.text for cell in row] for row in only_table(source).rows] == [
        ["甲", "乙", "丙"],
        ["1", "2", "3"],
        ["合计", "1977.\n50", "1977.\n50"],
        ["7", "8", "9"],
    ]


@pytest.mark.parametrize(
    "between",
    [
        pytest.param("2.完成清淤\n3.加固堤防\n\n\n\n", id="next lines"),
        pytest.param("\n2.完成清淤\n\n3.加固堤防\n\n", id="after blank lines"),
        pytest.param("2.完成清淤\n\n3.加固堤防\n\n\n", id="both"),
    ],
)
def test_a_list_inside_a_cell_may_hold_blank_lines(between: str) -> None:
    source = (
        lines("318水务局|单位：元")
        + f"\t绩效目标\n\t1.落实巡查\n{between}"
        + lines("一级指标|二级指标|指标值", "产出指标|数量指标|3处", "|质量指标|≥95%")
    )
    table = only_table(source)
    assert [cell.text for cell in table.rows[1]] == [
        "绩效目标",
        "1.落实巡查\n2.完成清淤\n3.加固堤防",
    ]
    assert [len(row) for row in table.rows] == [2, 2, 3, 3, 3]
    assert characters_in_place(source, table.rows[1][1])


def test_a_row_torn_by_blank_lines_inside_a_cell_is_one_row() -> None:
    source = lines("甲|乙|丙", "1|2|3") + "\t4\n\t五\n\n\n\t6\n\n" + lines("7|8|9")
    assert [[cell.text for cell in row] for row in only_table(source).rows] == [
        ["甲", "乙", "丙"],
        ["1", "2", "3"],
        ["4", "五", "6"],
        ["7", "8", "9"],
    ]


def test_ghost_cells_of_half_a_row_are_not_taken_for_a_torn_row() -> None:
    source = lines("甲|乙", "1|2") + "\t\n\n\n\t\n\n" + lines("3|4")
    assert [len(row) for row in only_table(source).rows] == [2, 2, 1, 1, 2]


@pytest.mark.parametrize(
    "heading",
    [" 八、名词解释", "名词解释", "（二）机构设置", "注：本表为空。", "[bookmark: a]八、名词解释"],
)
def test_a_heading_may_follow_the_last_cell_without_a_blank_line(heading: str) -> None:
    source = (
        lines("项目|金额", "房屋|20.00").rstrip("\n")
        + f"\n{heading}\n1、基本支出：指人员和公用支出。\n"
    )
    assert read_shape(source) == [
        [["项目", "金额"], ["房屋", "20.00"]],
        heading.removeprefix("[bookmark: a]"),
        "1、基本支出：指人员和公用支出。",
    ]


def test_figures_without_words_go_on_the_last_cell() -> None:
    source = "\t项目\n\t金额\n\n\t房屋\n\t34403000.\n00\n\n\n八、名词解释\n"
    assert read_shape(source) == [
        [["项目", "金额"], ["房屋", "34403000.\n00"]],
        "八、名词解释",
    ]


def test_a_title_between_makes_two_tables() -> None:
    source = HEADER + BODY + "\n\n单位收入表\n" + HEADER + BODY
    assert [isinstance(block, Table) for block in document(source).blocks] == [True, False, True]


def test_a_title_right_after_the_last_cell_makes_two_tables() -> None:
    source = (HEADER + BODY).rstrip("\n") + "\n单位收入表\n" + HEADER + BODY
    assert [isinstance(block, Table) for block in document(source).blocks] == [True, False, True]


def test_a_title_in_a_cell_of_its_own_above_a_table_is_a_paragraph() -> None:
    source = (
        HEADER
        + BODY
        + "\n\n"
        + lines("资产占用情况表")
        + lines("|截止时间：2023年末", "项目|数量|金额", "房屋|1|2")
    )
    assert read_shape(source)[1:] == [
        "资产占用情况表",
        [["", "截止时间：2023年末"], ["项目", "数量", "金额"], ["房屋", "1", "2"]],
    ]


SENTENCE = "2024年，本部门“三公”经费预算安排3万元（详见下表），与上年持平。"


@pytest.mark.parametrize("gap", ["", "\n", "\n\n\n"])
def test_a_narrative_paragraph_that_begins_with_a_tab_is_no_cell(gap: str) -> None:
    table = lines("|||单位：元", "项目|上年|本年|增减", "公务接待费|3|3|0", "合计|3|3|0")
    assert read_shape(f"四、说明\n\t{SENTENCE}\n{gap}{table}") == [
        "四、说明",
        SENTENCE,
        [
            ["", "", "", "单位：元"],
            ["项目", "上年", "本年", "增减"],
            ["公务接待费", "3", "3", "0"],
            ["合计", "3", "3", "0"],
        ],
    ]


def test_indented_paragraphs_among_themselves_are_paragraphs() -> None:
    assert read_shape(
        f"\t一、职责\n\n\t{SENTENCE}\n\n\t二、机构\n\n\t{SENTENCE}\n\t{SENTENCE}\n"
    ) == [
        "一、职责",
        SENTENCE,
        "二、机构",
        SENTENCE,
        SENTENCE,
    ]


def test_a_note_in_a_cell_of_its_own_below_a_table_is_a_paragraph() -> None:
    source = lines("甲|乙", "1|2", "注：单价因规格不同而异。")
    assert read_shape(source) == [[["甲", "乙"], ["1", "2"]], "注：单价因规格不同而异。"]


def test_a_sentence_merged_over_the_columns_inside_a_table_is_a_row() -> None:
    source = lines("甲|乙", "1|2", SENTENCE, "3|4")
    assert [len(row) for row in only_table(source).rows] == [2, 2, 1, 2]


def test_a_sentence_apart_separates_two_tables() -> None:
    source = lines("甲|乙", "1|2") + "\n\n\n\t" + SENTENCE + "\n\n\n" + lines("丙|丁", "3|4")
    assert read_shape(source) == [[["甲", "乙"], ["1", "2"]], SENTENCE, [["丙", "丁"], ["3", "4"]]]


def test_ghost_rows_around_a_table_are_no_rows_but_an_empty_row_of_full_width_is() -> None:
    source = lines("|") + HEADER + lines("|||", "|", "|")
    assert [[cell.text for cell in row] for row in only_table(source).rows] == [
        ["序号", "科目", "合计"],
        ["", "编码", "名称", ""],
        ["栏次", "1", "2", "3"],
        ["", "", "", ""],
    ]


def test_cells_without_any_words_are_nothing() -> None:
    assert read_shape("一段\n\n\t\n\t\n\n二段\n\t\n\n" + lines("甲|乙", "1|2")) == [
        "一段",
        "二段",
        [["甲", "乙"], ["1", "2"]],
    ]


def test_a_lone_row_of_captions_is_a_paragraph() -> None:
    assert read_shape(lines("318水务局|单位：元") + "\n本表为空。\n" + lines("甲|乙", "1|2")) == [
        "318水务局\t单位：元",
        "本表为空。",
        [["甲", "乙"], ["1", "2"]],
    ]


def test_entries_below_the_title_of_the_contents() -> None:
    blocks = document(
        "目录\n一、部门职责\t3\n二、其他\t12\n" + lines("甲|乙", "1|2") + "共计\t30\n"
    ).blocks
    assert [block.contents_entry for block in blocks if isinstance(block, Paragraph)] == [
        False,
        True,
        True,
        False,
    ]


def test_the_last_line_may_lack_its_newline() -> None:
    assert read_shape("\t甲\n\t乙\n\n\t1\n\t2") == [[["甲", "乙"], ["1", "2"]]]
