"""The standard tables: found by title and header, read into rows."""

from __future__ import annotations

import pytest
from disclosure.builders import (
    CAPTION,
    Budget,
    cell,
    consistent,
    document,
    hebei,
    spec_of,
    statement_text,
    understood,
)

from budgetlint.disclosure.amount import MONEY, Unit
from budgetlint.disclosure.structure.outline import find_outline
from budgetlint.disclosure.tables.captions import read_caption
from budgetlint.disclosure.tables.rows import find_row
from budgetlint.disclosure.tables.statements import Statement, find_statements
from budgetlint.document import NOWHERE, Position

PUBLIC = "public-expenditure"
TITLE = spec_of(PUBLIC).title
ROWS = [["", "合计", "9.00", "5.00", "4.00"], ["205", "教育支出", "9.00", "5.00", "4.00"]]
BODY = statement_text(PUBLIC, ROWS, caption="").split("\n", 1)[1]


def statements(text: str) -> list[Statement]:
    made = document(text)
    return find_statements(made, find_outline(made, (hebei(),))).statements


def only(text: str) -> Statement:
    (statement,) = statements(text)
    return statement


# ------------------------------------------------------------------ finding them
def test_the_nine_standard_tables_are_found_in_order() -> None:
    found = consistent().statements
    assert [statement.spec.number for statement in found] == list(range(1, 10))
    assert all(statement.part is consistent().outline.parts[0] for statement in found)
    assert consistent().unread == ()


def test_a_title_in_a_paragraph_names_the_table_below_it() -> None:
    statement = only(statement_text(PUBLIC, ROWS))
    assert (statement.spec.id, statement.title) == (PUBLIC, TITLE)
    assert statement.position == Position(line=1, column=1, paragraph=1)
    assert [(row.number, row.label) for row in statement.rows] == [(1, "合计"), (2, "教育支出")]


def test_an_ordinal_before_the_title_is_no_part_of_it() -> None:
    assert only(statement_text(PUBLIC, ROWS, title=f"五、{TITLE}")).title == TITLE


def test_a_title_in_the_first_row_names_its_table() -> None:
    caption = f"| {TITLE} |\n{CAPTION}"
    statement = only(statement_text(PUBLIC, ROWS, caption=caption, title="正文。"))
    assert (statement.spec.id, statement.title) == (PUBLIC, TITLE)
    assert statement.position == Position(line=2, column=1)
    assert [row.number for row in statement.rows] == [1, 2]
    assert statement.caption.entity == "青禾县农业农村局"


def test_a_title_in_the_table_of_contents_names_no_table() -> None:
    contents = f"目录\n{TITLE}\n"
    assert [s.block for s in statements(contents + statement_text(PUBLIC, ROWS))] == [2]
    assert statements(contents + "正文。") == []


def test_a_title_without_a_table_is_a_statement_without_one() -> None:
    statement = only(f"{TITLE}\n正文。\n")
    assert statement.table is None
    assert statement.is_empty
    assert statement.note == ""


def test_of_two_titles_the_one_with_a_table_is_kept() -> None:
    statement = only(f"{TITLE}\n正文。\n{statement_text(PUBLIC, ROWS)}")
    assert statement.table is not None
    assert statement.block == 2


def test_of_two_titles_without_a_table_one_is_kept() -> None:
    assert only(f"{TITLE}\n正文。\n{TITLE}\n").block == 0


def test_two_tables_under_one_title_are_both_kept() -> None:
    found = statements(statement_text(PUBLIC, ROWS) + statement_text(PUBLIC, ROWS))
    assert [statement.block for statement in found] == [0, 2]


def test_a_table_far_below_a_title_is_not_its_table() -> None:
    text = "\n".join([TITLE, *["正文。"] * 8, "| 1 | 2 |"])
    assert only(text).table is None


def test_prose_between_ends_the_search_for_the_table() -> None:
    assert only(f"{TITLE}\n{'本部门的职责是管理农业农村事务，' * 6}\n{BODY}").table is None


def test_tables_that_are_not_checked_are_named_in_what_was_not_read() -> None:
    text = "青禾县固定资产占用情况表\n| 项目 | 数量 |\n| 房屋 | 5 |\n"
    (note,) = understood(text).unread
    assert "固定资产占用情况表1个" in note


def test_tables_that_are_unknown_are_counted_in_what_was_not_read() -> None:
    (note,) = understood("附件\n| 甲 | 乙 |\n| 1 | 2 |\n正文。\n| 丙 |\n").unread
    assert "2个表没有认出" in note


def test_empty_layout_tables_are_not_counted_as_unread() -> None:
    assert understood("附件\n| | |\n").unread == ()


def test_columns_that_are_not_recognised_are_named_in_what_was_not_read() -> None:
    header = "| 序号 | 科目编码 | 科目名称 | 合计 | 工资 | 项目支出 | 备注 |"
    text = f"{TITLE}\n{header}\n| 栏次 | 1 | 2 | 3 | 4 | 5 | 6 |\n| 1 | | 合计 | 9 | 5 | 4 | |\n"
    (note,) = understood(text).unread
    assert "没有认出的列：第5、7列" in note
    assert "没有找到的列：基本支出" in note


def test_text_among_the_amounts_is_named_in_what_was_not_read() -> None:
    disclosure = Budget().with_cell(PUBLIC, "2130101", "basic", "约280").understood()
    (note,) = disclosure.unread
    assert note == f"《{TITLE}》第7行“基本支出”列的“约280”不是数字"
    assert cell(disclosure, PUBLIC, "2130101", "basic").value is None


# ------------------------------------------------------------------ captions
@pytest.mark.parametrize(
    "above",
    [
        f"{TITLE}\n304青禾县农业农村局      预算年度：2024      单位：元\n{BODY}",
        f"{TITLE}\n304青禾县农业农村局\n预算年度：2024\n金额单位：元\n{BODY}",
        f"{TITLE}\n部门名称：304 青禾县农业农村局\u3000预算年度： 2024\u3000（单位： 元）\n{BODY}",
        statement_text(PUBLIC, ROWS, caption="| 304青禾县农业农村局 | 预算年度：2024 | 单位：元 |"),
        statement_text(
            PUBLIC, ROWS,
            caption="| 编制部门：304青禾县农业农村局 |\n| 预算年度：2024 | 单位：人民币元 |",
        ),
    ],
)  # fmt: skip
def test_the_caption_tells_entity_code_year_and_unit(above: str) -> None:
    statement = only(above)
    caption = statement.caption
    assert (caption.entity, caption.code) == ("青禾县农业农村局", "304")
    assert (caption.year, caption.unit) == (2024, Unit.YUAN)
    assert statement.unit is Unit.YUAN
    assert len(statement.rows) == 2


@pytest.mark.parametrize("unit", MONEY)
def test_every_unit_is_read_from_the_caption_with_its_place(unit: Unit) -> None:
    caption = only(statement_text(PUBLIC, ROWS, caption=f"| 304青禾县 | 单位：{unit} |")).caption
    assert caption.unit is unit
    assert caption.unit_text == f"单位:{unit}"
    assert caption.unit_position == Position(line=2, column=8)


def test_a_caption_may_name_the_entity_without_its_code() -> None:
    caption = "| 编制单位：青禾县农业农村局 | 2024年度 | 单位：万元 |"
    disclosure = understood(statement_text(PUBLIC, ROWS, caption=caption))
    assert (disclosure.entity, disclosure.year) == ("青禾县农业农村局", 2024)


def test_a_year_in_a_caption_is_no_entity() -> None:
    caption = read_caption([("2024年度", NOWHERE)])
    assert (caption.entity, caption.code, caption.year) == (None, None, 2024)


def test_a_table_without_caption_has_none() -> None:
    caption = only(statement_text(PUBLIC, ROWS, caption="")).caption
    assert (caption.entity, caption.code, caption.year, caption.unit) == (None, None, None, None)


# ------------------------------------------------------------------ rows
def test_blank_rows_are_not_counted() -> None:
    lines = statement_text(PUBLIC, ROWS).splitlines()
    lines.insert(-1, "| | | | | | |")
    statement = only("\n".join(lines))
    assert [(row.number, row.label) for row in statement.rows] == [(1, "合计"), (2, "教育支出")]


def test_a_row_with_nothing_but_its_serial_number_is_no_row() -> None:
    disclosure = understood(statement_text(PUBLIC, [*ROWS, ["", "", "", "", ""]]))
    (statement,) = disclosure.statements
    assert [row.number for row in statement.rows] == [1, 2]
    assert disclosure.code_defects == ()


def test_a_table_with_nothing_but_a_serial_number_is_empty() -> None:
    disclosure = understood(statement_text("fund-expenditure", [["", "", "", "", ""]]))
    assert disclosure.statements[0].is_empty
    assert disclosure.code_defects == ()


def test_a_note_in_a_row_is_kept_as_printed() -> None:
    text = statement_text("fund-expenditure", []).rstrip() + "\n| 注：本表为空表 |\n"
    assert only(text).note == "注：本表为空表"


def test_a_note_in_the_last_row_is_no_row() -> None:
    text = statement_text(PUBLIC, ROWS).rstrip() + "\n| 注:本表含上年结转 |\n"
    statement = only(text)
    assert len(statement.rows) == 2
    assert statement.note == "注:本表含上年结转"


@pytest.mark.parametrize("text", ["合计", "合 计"])
def test_the_total_row_is_known_by_its_name_or_in_place_of_the_code(text: str) -> None:
    by_name = only(statement_text(PUBLIC, [["", text, "9.00", "", ""]])).rows[0]
    by_code = only(statement_text(PUBLIC, [[text, "", "9.00", "", ""]])).rows[0]
    assert by_name.is_total
    assert by_code.is_total
    assert by_name.printed_code == by_code.printed_code == ""


def test_wrapped_codes_and_names_are_read_whole() -> None:
    rows = [["208099 9", "其他退役安置 支出", "9.00", "", ""]]
    row = only(statement_text(PUBLIC, rows)).rows[0]
    assert (row.printed_code, row.label) == ("2080999", "其他退役安置支出")


@pytest.mark.parametrize(
    "note",
    ["注：无政府性基金预算财政拨款，空表列示。", "说明：本部门无政府性基金预算支出",
     "本部门2024年无政府性基金预算拨款。", "空表"],
)  # fmt: skip
def test_the_note_of_an_empty_table_is_found_below_the_table_or_the_bare_title(note: str) -> None:
    with_table = only(statement_text("fund-expenditure", [], notes=["", note]))
    bare = only(f"{spec_of('fund-expenditure').title}\n{note}\n")
    assert with_table.table is not None
    assert bare.table is None
    assert with_table.note == bare.note == note
    assert with_table.is_empty
    assert bare.is_empty


def test_a_paragraph_below_an_empty_table_that_says_nothing_of_it_is_no_note() -> None:
    text = statement_text("fund-expenditure", [], notes=["", "下一页继续。"])
    assert only(text).note == ""


def test_a_cell_knows_its_logical_and_its_physical_place() -> None:
    statement = understood(statement_text(PUBLIC, ROWS)).statements[0]
    place = statement.location(statement.rows[1], statement.spec.column("basic"))
    assert place.key == f"{PUBLIC}/205/basic"
    assert (place.row, place.row_code, place.row_label) == (2, "205", "教育支出")
    assert (place.column_label, place.text) == ("基本支出", "5.00")
    assert place.table is not None
    assert (place.table.number, place.table.title) == (5, TITLE)
    assert place.position == Position(line=6, column=17)


def test_the_place_of_a_two_sided_cell_names_its_own_side() -> None:
    fact = cell(consistent(), "summary", "expenditure.current", "expenditure")
    assert fact.location.row_label == "本年支出合计"
    assert fact.location.column_label == "支出预算数"
    assert fact.location.key == "summary/expenditure.current/expenditure"


# ------------------------------------------------------------------ labels
@pytest.mark.parametrize(
    ("vocabulary", "label", "key"),
    [
        ("summary-income", "一、一般公共预算拨款收入", "income.general-public"),
        ("summary-income", "二、政府性基金预算拨款收入", "income.government-fund"),
        ("summary-income", "政府基金预算", "income.government-fund"),
        ("summary-income", "四、财政专户管理资金收入", "income.special-account"),
        ("summary-income", "六、事业单位经营收入", "income.operating"),
        ("summary-income", "本年收入 合计", "income.current"),
        ("summary-income", "上年结转结余", "income.carry-over"),
        ("summary-income", "收入总计", "income.total"),
        ("summary-income", "动用预算稳定调节基金", "line:动用预算稳定调节基金"),
        ("summary-expenditure", "一、一般公共服务支出", "201"),
        ("summary-expenditure", "十二、农林水支出", "213"),
        ("summary-expenditure", "医疗卫生与计划生育支出", "210"),
        ("summary-expenditure", "年末结转结余", "expenditure.carry-over"),
        ("summary-expenditure", "支出总计", "expenditure.total"),
        ("summary-expenditure", "三十、不明支出", "line:不明支出"),
        ("fiscal-expenditure", "年末财政拨款结转和结余", "expenditure.carry-over"),
        ("three-public", "合计", "total"),
        ("three-public", "“三公”经费小计", "subtotal"),
        ("three-public", "一、因公出国（境）费", "abroad"),
        ("three-public", "二、公务用车购置及运行维护费", "vehicles"),
        ("three-public", "其中：公务用车购置费", "vehicle-purchase"),
        ("three-public", "公务用车运维费", "vehicle-operation"),
        ("three-public", "公务用车运行费", "vehicle-operation"),
        ("three-public", "三、公务接待费", "reception"),
        ("three-public", "五、培训费", "training"),
    ],
)
def test_a_printed_label_means_a_row_of_the_vocabulary(
    vocabulary: str, label: str, key: str
) -> None:
    assert find_row(vocabulary, label, set())[1] == key


def test_the_same_label_below_the_carry_over_is_a_part_of_it() -> None:
    label = "一、一般公共预算财政拨款"
    before, after = set[str](), {"income.carry-over"}
    assert find_row("fiscal-income", label, before)[1] == "income.general-public"
    assert find_row("fiscal-income", label, after)[1] == "carry-over.general-public"
    disclosure = consistent()
    assert cell(disclosure, "fiscal-summary", "income.general-public", "income").text == "470.00"
    assert cell(disclosure, "fiscal-summary", "carry-over.general-public", "income").text == "30.00"


def test_a_table_that_does_not_resemble_the_standard_table_is_not_taken_for_it() -> None:
    text = """部门预算支出总表
部门机构设置情况
| 单位名称 | 单位性质 | 单位规格 | 经费保障形式 |
| 青禾县农业农村局 | 行政 | 正科级 | 财政拨款 |
"""
    disclosure = understood(text)
    assert disclosure.statements == ()
    assert disclosure.unread == ()


def test_a_known_table_with_numbers_is_said_to_be_unchecked() -> None:
    text = """部门预算支出总表
部门机构设置情况
| 单位名称 | 单位性质 | 编制 |
| 青禾县农业农村局 | 行政 | 26 |
"""
    assert understood(text).unread == ("机构设置情况表1个：本版本不核对其中的数字",)


def test_a_table_with_an_unknown_head_is_said_to_be_unrecognised() -> None:
    text = "部门预算支出总表\n| 类别 | 数额 | 占比 |\n| 甲 | 1.00 | 100 |\n"
    disclosure = understood(text)
    assert disclosure.statements == ()
    assert disclosure.unread == ("另有1个表没有认出是什么表，未核对",)
