"""The dialect with one table row per line."""

from __future__ import annotations

import pytest
from readers.text_shape import characters_in_place, document, only_table, place, read_shape

from budgetlint.document import Paragraph, Table


def test_tabs_separate_cells_and_empty_cells_keep_their_places() -> None:
    source = (
        "部门预算收支总表\n\n"
        "序号\t收入\t\t支出\t\n"
        "\t项目\t金额\t项目\t金额\n"
        "1\t\t\t农林水支出\t3.00\n"
    )
    assert read_shape(source) == [
        "部门预算收支总表",
        [
            ["序号", "收入", "", "支出", ""],
            ["", "项目", "金额", "项目", "金额"],
            ["1", "", "", "农林水支出", "3.00"],
        ],
    ]


def test_every_cell_knows_its_line_and_column_even_an_empty_one() -> None:
    table = only_table("序号\t项目\t金额\n1\t\t3.00")
    assert [[place(cell) for cell in row] for row in table.rows] == [
        [(1, 1), (1, 4), (1, 7)],
        [(2, 1), (2, 3), (2, 4)],
    ]
    assert place(table.rows[1][2], 3) == (2, 7)
    assert (table.position.line, table.position.column) == (1, 1)


def test_stray_blanks_inside_a_cell_stay() -> None:
    table = only_table("1\t208099 9\t其他退役安置 支出\t3440300 0.00\n2\t213\t农林\t1.00\n")
    assert [cell.text for cell in table.rows[0]] == [
        "1",
        "208099 9",
        "其他退役安置 支出",
        "3440300 0.00",
    ]


def test_a_blank_line_or_a_paragraph_ends_a_table() -> None:
    assert read_shape("甲\t乙\n1\t2\n说明文字\n丙\t丁\n3\t4\n") == [
        [["甲", "乙"], ["1", "2"]],
        "说明文字",
        [["丙", "丁"], ["3", "4"]],
    ]


def test_pages_of_a_table_are_joined_and_furniture_is_remembered() -> None:
    result = document(
        "部门预算支出总表\n\n单位：元\n\n序号\t科目\t金额\n栏次\t1\t2\n1\t农林\t9.00\n2\t水利\t9.0\n\n"
        "单位：元\n\n序号\t科 目\t金 额\n档次\t1\t2\n\t\t0\n3\t水文\t9.00"
    )
    (table,) = (block for block in result.blocks if isinstance(block, Table))
    assert table.rows[-2][2].text == "9.0\n0"
    assert [(remark.kind, remark.text) for remark in result.remarks] == [("header", "单位：元")]


def test_entries_of_a_table_of_contents_are_paragraphs() -> None:
    blocks = document(
        "目录\n\n部门预算收支总表.....\t3\n--------------------\t----\n\n一、部门职责……\t12\n二、其他......13\n"
    ).blocks
    assert [
        (block.text, block.contents_entry) for block in blocks if isinstance(block, Paragraph)
    ] == [
        ("目录", False),
        ("部门预算收支总表.....\t3", True),
        ("一、部门职责……\t12", True),
        ("二、其他......13", True),
    ]
    assert len(blocks) == 4


def test_entries_without_leaders_are_entries_only_below_the_title_of_the_contents() -> None:
    blocks = document(
        "目　录\n\n一、部门职责\t3\n二、总体情况\t12\n\n项目\t数量\n公务用车\t3\n"
    ).blocks
    assert [isinstance(block, Paragraph) and block.contents_entry for block in blocks] == [
        False,
        True,
        True,
        False,
    ]
    assert isinstance(blocks[-1], Table)


def test_leaders_in_a_row_of_amounts_make_no_entry() -> None:
    assert read_shape("项目\t上年\t本年\n略...\t0\t0\n...\t1\n") == [
        [["项目", "上年", "本年"], ["略...", "0", "0"], ["...", "1"]]
    ]


@pytest.mark.parametrize("rule", ["---", "--------------------\t----", "|---|:---:|", "- - - ---"])
def test_rules_of_dashes_are_markup(rule: str) -> None:
    assert read_shape(f"甲\t乙\n{rule}\n1\t2\n") == [[["甲", "乙"], ["1", "2"]]]


def test_a_row_of_single_dashes_is_a_row() -> None:
    assert read_shape("甲\t乙\n-\t--\n") == [[["甲", "乙"], ["-", "--"]]]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("- 1、**事业收入**：指开展业务活动的收入。", "1、事业收入：指开展业务活动的收入。"),
        ("- 其中：本级支出", "其中：本级支出"),
        ("  * 节水宣传", "节水宣传"),
        ("## 二、总体情况", "二、总体情况"),
        ("**注**：本表为空。**", "注：本表为空。**"),
        ("- 3.5万元", "- 3.5万元"),
        ("-3.5万元", "-3.5万元"),
        ("- 120万元为上年结转", "- 120万元为上年结转"),
        ("5*3**2", "5*3**2"),
        ("#1 机组", "#1 机组"),
    ],
)
def test_residue_of_markdown_is_taken_out_only_where_it_is_plain(line: str, text: str) -> None:
    (block,) = document(line).blocks
    assert isinstance(block, Paragraph)
    assert block.text == text
    assert characters_in_place(line, block)


def test_a_markdown_heading_has_its_level() -> None:
    (block,) = document("### 三、机关运行经费").blocks
    assert isinstance(block, Paragraph)
    assert block.level == 3


def test_pipe_tables_are_tables() -> None:
    source = "部门收支\n\n| 项目 | 金额 |\n|------|-----:|\n| 办公费 | 3.00 |\n|  | -1.50 |\n"
    assert read_shape(source) == [
        "部门收支",
        [["项目", "金额"], ["办公费", "3.00"], ["", "-1.50"]],
    ]
    table = only_table(source)
    assert place(table.rows[1][1]) == (5, 9)
    assert all(characters_in_place(source, cell) for row in table.rows for cell in row)


def test_an_escaped_pipe_is_part_of_its_cell() -> None:
    table = only_table("| 甲 | 乙 |\n|---|---|\n| 一\\|二 | 3 |\n")
    assert [cell.text for cell in table.rows[1]] == ["一|二", "3"]
    assert place(table.rows[1][0], 1) == (3, 5)


def test_an_indented_sentence_is_a_paragraph() -> None:
    sentence = "2024年，本部门预算安排三百万元，详见下表所列各项内容。"
    assert read_shape(f"\t{sentence}\n项目\t2024年\t备注\n办公费\t3\t无\n") == [
        sentence,
        [["项目", "2024年", "备注"], ["办公费", "3", "无"]],
    ]


def test_indented_lines_are_paragraphs() -> None:
    assert read_shape("\t一、职责\n\t负责水库管理\n\n甲\t乙\t丙\n1\t2\t3\n") == [
        "一、职责",
        "负责水库管理",
        [["甲", "乙", "丙"], ["1", "2", "3"]],
    ]


def test_a_lone_line_of_captions_is_a_paragraph() -> None:
    assert read_shape("318水务局\t预算年度：2024\t单位：元\n\n甲\t乙\n1\t2\n") == [
        "318水务局\t预算年度：2024\t单位：元",
        [["甲", "乙"], ["1", "2"]],
    ]


def test_a_header_without_rows_is_a_table() -> None:
    assert read_shape("序号\t科目\t金额\n\n注：本表为空。\n") == [
        [["序号", "科目", "金额"]],
        "注：本表为空。",
    ]


def test_lines_of_tabs_alone_are_rows_only_beside_words() -> None:
    assert read_shape("说明\n\t\t\n\n甲\t乙\t丙\n\t\t\n") == [
        "说明",
        [["甲", "乙", "丙"], ["", "", ""]],
    ]


def test_a_paragraph_cut_by_a_page_break_is_joined() -> None:
    begun = "一是完善制度，明确项目负责人；二是加强监督，确保资金安全；三是做好水库移民安置和补"
    assert read_shape(f"甲\t乙\n1\t2\n\n{begun}\n\n偿工作，按期完成各项任务。") == [
        [["甲", "乙"], ["1", "2"]],
        begun + "偿工作，按期完成各项任务。",
    ]
