"""The tables of final accounts: codes in three columns, columns side by side, lying tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from disclosure.builders import document, merged_table, paragraph
from fictional.final_figures import Options
from fictional.final_model import build_final
from fictional.render_docx import render_docx

from budgetlint.disclosure import Disclosure, understand
from budgetlint.disclosure.structure.headings import find_statement
from budgetlint.document import Document
from budgetlint.fold import fold
from budgetlint.linter import understand_file
from budgetlint.settings import Settings
from budgetlint.taxonomy import template

if TYPE_CHECKING:
    from pathlib import Path

TITLES = {
    "income": "收入决算表",
    "public-expenditure": "一般公共预算财政拨款支出决算表",
    "public-basic": "一般公共预算财政拨款基本支出决算表",
    "three-public": "财政拨款“三公”经费支出决算表",
    "fund-expenditure": "政府性基金预算财政拨款收入支出决算表",
    "summary": "收入支出决算总表",
    "fiscal-summary": "财政拨款收入支出决算总表",
}
Cells = tuple[tuple[str, int, int], ...]


def row(*texts: str) -> Cells:
    return tuple((text, 1, 1) for text in texts)


def merged(statement: str, *rows: Cells) -> Disclosure:
    """A document with one table as Word has it."""
    blocks = (paragraph(TITLES[statement]), paragraph("金额单位：万元"), merged_table(rows))
    return understand(Document("docx", blocks))


def printed(statement: str, text: str, *, below: str = "") -> Disclosure:
    """A document with one table as plain text has it."""
    return understand(document(f"{TITLES[statement]}\n单位：万元\n{text.strip()}\n{below}"))


def cells(disclosure: Disclosure, column: str) -> dict[str, str]:
    """The printed amounts of a column by row key."""
    (part,) = disclosure.outline.parts
    return {
        key[1]: fact.text
        for key, fact in disclosure.facts.cells[part.start].items()
        if key[2] == column and not fact.absent
    }


def columns(disclosure: Disclosure) -> list[str | None]:
    (statement,) = disclosure.statements
    return [column.role if column else None for column in statement.columns]


# ------------------------------------------------------------------ titles
@pytest.mark.parametrize(
    ("title", "statement"),
    [
        ("收入支出决算总表", "summary"),
        ("一、收入支出决算表", "summary"),
        ("青禾县农业农村局2024年度收支决算总表", "summary"),
        ("公开02表 收入决算表", "income"),
        ("《支出决算总表》", "expenditure"),
        ("财政拨款收支决算总表", "fiscal-summary"),
        ("一般公共预算财政拨款收入支出决算表", "public-expenditure"),
        ("一般公共预算财政拨款基本支出决算明细表", "public-basic"),
        ("一般公共预算基本支出决算表（经济科目）", "public-basic"),
        ("一般公共预算财政拨款“三公”经费支出决算表", "three-public"),
        ("“三公”经费、会议费、培训费支出决算表", "three-public"),
        ("政府性基金预算财政拨款支出决算表", "fund-expenditure"),
        ("国有资本经营预算财政拨款收入支出决算表", "capital-expenditure"),
        ("收入决算情况说明", None),
        ("收入决算表（分单位）", None),
        ("收入决算表（分科目）", "income"),
        ("财政拨款支出决算表（功能科目）", None),
        ("非财政拨款收入支出决算总表", None),
        ("政府性基金预算财政拨款基本支出决算表", None),
        ("一般公共预算财政拨款项目支出决算表", None),
        ("部门决算表", None),
    ],
)
def test_a_table_is_known_by_its_title(title: str, statement: str | None) -> None:
    found = find_statement(template("national-final"), fold(title))
    assert (found.id if found else None) == statement


# ------------------------------------------------------------------ codes in three columns
HEAD = (
    (("项目", 1, 4), ("小计", 3, 1), ("基本支出", 3, 1), ("项目支出", 3, 1)),
    (("功能分类科目编码", 1, 3), ("科目名称", 2, 1)),
    row("类", "款", "项"),
)


@pytest.mark.parametrize(
    "codes",
    [
        [("201", "", ""), ("201", "01", ""), ("201", "01", "01")],
        [("201", "", ""), ("201", "20101", ""), ("201", "20101", "2010101")],
        [("201", "", ""), ("", "01", ""), ("", "", "01")],
    ],
    ids=["parts", "whole", "own-level-only"],
)
def test_a_code_in_three_columns_is_put_together(codes: list[tuple[str, str, str]]) -> None:
    names = ("一般公共服务支出", "人大事务", "行政运行")
    rows = [row(*code, name, "9.00", "9.00", "") for code, name in zip(codes, names, strict=True)]
    disclosure = merged("public-expenditure", *HEAD, *rows)
    assert cells(disclosure, "basic") == {"201": "9.00", "20101": "9.00", "2010101": "9.00"}
    assert disclosure.code_defects == ()


def test_a_code_merged_over_the_three_columns_is_whole() -> None:
    total = (("合计", 1, 4), *row("9.00", "9.00", "0.00"))
    item = (("2010101", 1, 3), *row("行政运行", "9.00", "9.00", "0.00"))
    disclosure = merged("public-expenditure", *HEAD, total, item)
    assert cells(disclosure, "total") == {"total": "9.00", "2010101": "9.00"}


def test_in_text_a_merged_code_and_a_merged_total_take_one_cell() -> None:
    disclosure = printed(
        "public-expenditure",
        """
| 项目 | 小计 | 基本支出 | 项目支出 |
| 功能分类科目编码 | 科目名称 |
| 类 | 款 | 项 | 栏次 | 1 | 2 | 3 |
| 合计 | 9.00 | 6.00 | 3.00 |
| 2010101 | 行政运行 | 9.00 | 6.00 | 3.00 |
""",
    )
    assert cells(disclosure, "total") == {"total": "9.00", "2010101": "9.00"}
    assert cells(disclosure, "project") == {"total": "3.00", "2010101": "3.00"}


def test_a_missing_digit_in_one_of_three_columns_is_a_faulty_code() -> None:
    rows = [row("201", "", "", "一般公共服务支出", "9.00", "9.00", ""),
            row("201", "1", "", "人大事务", "9.00", "9.00", "")]  # fmt: skip
    (defect,) = merged("public-expenditure", *HEAD, *rows).code_defects
    assert (defect.row.printed_code, defect.fault.value) == ("2011", "length")


# ------------------------------------------------------------------ headings over columns
def test_a_subtotal_is_known_by_the_heading_over_it() -> None:
    disclosure = merged(
        "income",
        (("项目", 1, 2), ("本年收入合计", 2, 1), ("财政拨款收入", 2, 1), ("事业收入", 1, 2)),
        row("科目编码", "科目名称", "小计", "其中：教育收费"),
        row("205", "教育支出", "9.00", "5.00", "4.00", "3.00"),
    )
    assert columns(disclosure)[2:] == ["total", "fiscal", "undertaking", "education-fees"]
    assert cells(disclosure, "undertaking") == {"205": "4.00"}


def test_of_columns_with_one_label_those_under_this_years_spending_are_taken() -> None:
    groups = ("年初结转和结余", "本年收入", "本年支出", "年末结转和结余")
    disclosure = merged(
        "public-expenditure",
        (("项目", 1, 2), *((group, 1, 3) for group in groups)),
        row("科目编码", "科目名称", *("合计", "基本支出", "项目支出") * 4),
        row("205", "教育支出", *(f"{n}.00" for n in range(1, 13))),
    )
    roles = ("carry-over-start", "income", "total", "basic", "project", "carry-over-end")
    for column, amount in zip(roles, (1, 4, 7, 8, 9, 10), strict=True):
        assert cells(disclosure, column) == {"205": f"{amount}.00"}


def test_a_total_printed_among_the_labels_of_columns_is_not_taken_for_missing() -> None:
    disclosure = merged(
        "fund-expenditure",
        (("项目", 1, 2), ("年初结转和结余", 2, 1), ("本年收入", 2, 1), ("本年支出", 1, 3),
         ("年末结转和结余", 2, 1)),
        (*row("功能分类科目编码", "科目名称"), ("", 1, 3)),
        (("合计", 1, 2), *row("", "9.00", "合计", "基本支出", "项目支出", "")),
        row("212", "城乡社区支出", "", "9.00", "9.00", "", "9.00", ""),
    )  # fmt: skip
    assert columns(disclosure) == ["code", "name", "carry-over-start", "income", "total", "basic",
                                   "project", "carry-over-end"]  # fmt: skip
    assert cells(disclosure, "total") == {"212": "9.00"}
    assert "total" in disclosure.statements[0].missing_codes
    assert not disclosure.diagnosis.defects


# ------------------------------------------------------------------ two sides with 行次
def test_line_numbers_beside_the_items_are_no_amounts() -> None:
    disclosure = printed(
        "summary",
        """
| 收入 | 支出 |
| 项目 | 行次 | 金额 | 项目 | 行次 | 金额 |
| 栏次 | | 1 | 栏次 | | 2 |
| 一、一般公共预算财政拨款收入 | 1 | 9.00 | 一、教育支出 | 14 | 9.00 |
| 本年收入合计 | 2 | 9.00 | 本年支出合计 | 15 | 9.00 |
| 使用非财政拨款结余（含专用结余） | 3 | 2.00 | 结余分配 | 16 | 1.00 |
| 年初结转和结余 | 4 | | 年末结转和结余 | 17 | 1.00 |
| 其中：项目支出结转和结余 | 5 | 0.50 | | 18 | |
| 总计 | 6 | 11.00 | 总计 | 19 | 11.00 |
""",
    )
    assert cells(disclosure, "income") == {
        "income.general-public": "9.00", "income.current": "9.00", "income.surplus-used": "2.00",
        "income.carry-over": "", "income.detail": "0.50", "income.total": "11.00",
    }  # fmt: skip
    assert cells(disclosure, "expenditure") == {
        "205": "9.00", "expenditure.current": "9.00", "expenditure.distribution": "1.00",
        "expenditure.carry-over": "1.00", "expenditure.total": "11.00",
    }  # fmt: skip
    assert not disclosure.diagnosis.defects


def test_what_stands_below_this_years_spending_is_no_class_of_it() -> None:
    disclosure = printed(
        "summary",
        """
| 项目 | 行次 | 决算数 | 项目 | 行次 | 决算数 |
| 一、财政拨款收入 | 1 | 9.00 | 一、教育支出 | 29 | 8.00 |
| 其中：政府性基金预算财政拨款 | 2 | 1.00 | | 30 | |
| 二、上级补助收入 | 3 | 1.00 | | 31 | |
| 本年收入合计 | 4 | 10.00 | 本年支出合计 | 32 | 8.00 |
| 用事业基金弥补收支差额 | 5 | 1.00 | 结余分配 | 33 | 2.00 |
| 年初结转和结余 | 6 | 2.00 | 其中：提取职工福利基金 | 34 | 0.50 |
| 基本支出结转 | 7 | 2.00 | 转入事业基金 | 35 | 1.00 |
| | 8 | | 其他 | 36 | 0.50 |
| | 9 | | 年末结转和结余 | 37 | 3.00 |
| 总计 | 10 | 13.00 | 总计 | 38 | 13.00 |
""",
    )
    assert not disclosure.diagnosis.defects
    reasons = {reason for _, reason in disclosure.diagnosis.skipped}
    assert "《收入支出决算总表》有不认识的项目“其他”" in reasons


# ------------------------------------------------------------------ side by side
BASIC = (
    (("人员经费", 1, 3), ("公用经费", 1, 6)),
    row(*("科目编码", "科目名称", "金额") * 3),
    row(
        "301", "工资福利支出", "8.00", "302", "商品和服务支出", "5.00", "310", "资本性支出", "1.00"
    ),
    row("30101", "基本工资", "8.00", "30201", "办公费", "5.00", "31002", "办公设备购置", "1.00"),
    row("303", "对个人和家庭的补助", "2.00", "", "", "", "", "", ""),
    (("人员经费合计", 1, 2), ("10.00", 1, 1), ("公用经费合计", 1, 5), ("6.00", 1, 1)),
)
READ = {
    "301": "8.00", "30101": "8.00", "303": "2.00", "personnel": "10.00", "302": "5.00",
    "30201": "5.00", "operating": "6.00", "310": "1.00", "31002": "1.00",
}  # fmt: skip


def test_columns_side_by_side_are_read_one_block_after_the_other() -> None:
    disclosure = merged("public-basic", *BASIC)
    assert cells(disclosure, "total") == READ
    assert columns(disclosure) == ["code", "name", "total"]
    (statement,) = disclosure.statements
    assert [row.number for row in statement.rows] == list(range(1, 10))
    assert disclosure.code_defects == ()
    assert not disclosure.diagnosis.defects


def test_in_text_the_sums_of_the_last_row_stand_one_after_the_other() -> None:
    lines = [f"| {' | '.join(text for text, _, _ in line)} |" for line in BASIC]
    assert lines[-1] == "| 人员经费合计 | 10.00 | 公用经费合计 | 6.00 |"
    assert cells(printed("public-basic", "\n".join(lines)), "total") == READ


def test_a_sum_may_stand_in_one_block_while_another_goes_on() -> None:
    disclosure = printed(
        "public-basic",
        """
| 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 |
| 301 | 工资福利支出 | 8.00 | 302 | 商品和服务支出 | 3.00 |
| 人员经费合计 | | 8.00 | 30201 | 办公费 | 1.00 |
| | | | 30202 | 印刷费 | 2.00 |
| | | | 公用经费合计 | | 3.00 |
""",
    )
    assert cells(disclosure, "total") == {
        "301": "8.00", "personnel": "8.00", "302": "3.00", "30201": "1.00", "30202": "2.00",
        "operating": "3.00",
    }  # fmt: skip


def test_one_list_with_a_column_for_each_kind_of_funds_is_understood_too() -> None:
    disclosure = printed(
        "public-basic",
        """
| 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
| | 合计 | 9.00 | 8.00 | 1.00 |
| 301 | 工资福利支出 | 8.00 | 8.00 | |
| 302 | 商品和服务支出 | 1.00 | | 1.00 |
""",
    )
    assert cells(disclosure, "operating") == {"total": "1.00", "301": "", "302": "1.00"}


# ------------------------------------------------------------------ lying tables
NAMES = ("合计", "因公出国（境）费", "公务用车购置及运行维护费", "公务接待费")
ITEMS = ("小计", "公务用车购置费", "公务用车运行维护费")
AMOUNTS = [f"{n}.00" for n in range(1, 13)]
SHANGHAI = (
    (("财政拨款“三公”经费", 1, 12),),
    ((NAMES[0], 2, 2), (NAMES[1], 2, 2), (NAMES[2], 1, 6), (NAMES[3], 2, 2)),
    tuple((item, 1, 2) for item in ITEMS),
    row(*("预算数", "决算数") * 6),
    row(*AMOUNTS),
)
NATIONAL = (
    (("预算数", 1, 6), ("决算数", 1, 6)),
    ((NAMES[0], 2, 1), (NAMES[1], 2, 1), (NAMES[2], 1, 3), (NAMES[3], 2, 1)) * 2,
    row(*ITEMS * 2),
    row(*(str(n) for n in range(1, 13))),
    row(*AMOUNTS),
)
KEYS = ("total", "abroad", "vehicles", "vehicle-purchase", "vehicle-operation", "reception")


def as_text(rows: tuple[Cells, ...]) -> str:
    return "\n".join(f"| {' | '.join(text for text, _, _ in line)} |" for line in rows)


@pytest.mark.parametrize("in_text", [False, True], ids=["merged", "packed"])
@pytest.mark.parametrize(
    ("rows", "budget", "final"),
    [(SHANGHAI, AMOUNTS[::2], AMOUNTS[1::2]), (NATIONAL, AMOUNTS[:6], AMOUNTS[6:])],
    ids=["pairs", "blocks"],
)
def test_a_lying_table_is_read_as_rows(
    rows: tuple[Cells, ...], budget: list[str], final: list[str], *, in_text: bool
) -> None:
    disclosure = (
        printed("three-public", as_text(rows)) if in_text else merged("three-public", *rows)
    )
    assert cells(disclosure, "budget") == dict(zip(KEYS, budget, strict=True))
    assert cells(disclosure, "final") == dict(zip(KEYS, final, strict=True))
    assert columns(disclosure) == ["item", "budget", "final"]
    (statement,) = disclosure.statements
    assert statement.rows[2].label == "公务用车购置及运行维护费"
    measures = {fact.context.column: fact.context.measure for fact in disclosure.facts}
    assert measures == {"budget": "budget", "final": "final"}


def test_a_lying_table_without_budget_shows_final_accounts() -> None:
    disclosure = merged(
        "three-public",
        ((NAMES[0], 2, 1), (NAMES[1], 2, 1), (NAMES[2], 1, 3), (NAMES[3], 2, 1)),
        row(*ITEMS),
        row("6.00", "1.00", "3.00", "", "3.00", "2.00"),
    )
    assert cells(disclosure, "final")["vehicle-operation"] == "3.00"
    assert cells(disclosure, "budget") == {}


def test_a_lying_table_without_amounts_is_empty() -> None:
    disclosure = merged("three-public", *SHANGHAI[:-1], row(*[""] * 12))
    (statement,) = disclosure.statements
    assert statement.is_empty
    assert columns(disclosure) == ["item", "budget", "final"]


def test_a_standing_table_is_read_as_before_and_counts_are_no_money() -> None:
    disclosure = printed(
        "three-public",
        """
| 项目 | 行次 | 预算数 | 决算数 |
| 栏次 | | 1 | 2 |
| （一）支出合计 | 1 | 5.00 | 4.00 |
| 1．因公出国（境）费 | 2 | | |
| 2．公务用车购置及运行维护费 | 3 | 3.00 | 3.00 |
| 3．公务接待费 | 4 | 2.00 | 1.00 |
| （1）国内接待费 | 5 | — | 1.00 |
| （二）相关统计数 | 6 | — | — |
| 1．国内公务接待批次（个） | 7 | — | 12 |
""",
    )
    assert cells(disclosure, "final") == {
        "total": "4.00", "abroad": "", "vehicles": "3.00", "reception": "1.00",
        "reception-domestic": "1.00",
    }  # fmt: skip
    assert not disclosure.diagnosis.defects


# ------------------------------------------------------------------ empty tables
EMPTY = (
    "| 科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 合计 | 基本支出 | 项目支出 "
    "| 年末结转和结余 |"
)
PURPOSE = "注：本表反映部门本年度政府性基金预算财政拨款收入支出及结转和结余情况。"
INSTRUCTION = "无政府性基金预算财政拨款收入支出的，仍保留该表格式，并在本表下方作下述说明："
REASON = "说明：青禾县农业农村局本年度没有政府性基金预算财政拨款收入和支出，故本表无数据。"


@pytest.mark.parametrize(
    ("below", "note"),
    [
        (REASON, REASON),
        (f"{PURPOSE}\n{INSTRUCTION}\n{REASON}", REASON),
        (PURPOSE, ""),
        (f"{PURPOSE}\n{INSTRUCTION}", ""),
    ],
)
def test_only_the_reason_is_the_note_of_an_empty_table(below: str, note: str) -> None:
    (statement,) = printed(
        "fund-expenditure", f"{EMPTY}\n| 合计 | | | | | | |", below=below
    ).statements
    assert statement.is_empty
    assert statement.note == note


def test_rows_of_dots_are_no_rows() -> None:
    text = (
        f"{EMPTY}\n| 212 | 城乡社区支出 | | | | | | |\n| … | … | | | | | | |\n| … | | | | | | | |"
    )
    (statement,) = printed("fund-expenditure", text).statements
    assert [row.code for row in statement.rows] == ["212"]


# ------------------------------------------------------------------ the model
@pytest.mark.parametrize("options", [Options(fund=True), Options("shanghai", fund=True)])
def test_every_table_of_the_model_is_complete(options: Options, tmp_path: Path) -> None:
    path = tmp_path / "final.docx"
    path.write_bytes(render_docx(build_final(options)))
    disclosure = understand_file(path, Settings())
    ids = {statement.spec.id for statement in disclosure.statements}
    assert ids == {spec.id for spec in template("national-final").statements}
    assert all(all(statement.columns) for statement in disclosure.statements)
    assert not [note for note in disclosure.unread if "列" in note]
