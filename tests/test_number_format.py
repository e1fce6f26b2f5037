"""Numbers in a wrong form, where a small document shows it better than a variant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fictional.figures import Options
from fictional.variants import document
from fictional.variants_numbers import LEAF, TOTAL
from linting import lint_printed, lint_text

if TYPE_CHECKING:
    from pathlib import Path

    from fictional.blocks import Printed, TableBlock

    from budgetlint.finding import Finding

TABLE = """部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
{rows}

二、部门预算安排的总体情况

{text}
"""


def found(folder: Path, *rows: str, text: str = "") -> list[tuple[str, str, str | None]]:
    """Rule, message and expected value of what is said of a table with these rows."""
    printed = "\n".join(f"| {n} | {row} |" for n, row in enumerate(rows, 1))
    report = lint_text(TABLE.format(rows=printed, text=text), folder)
    return [(f.rule, f.message, f.expected) for f in report.findings]


def in_word(change: Printed, kind: str, folder: Path) -> list[Finding]:
    report = lint_printed(change, kind, folder)
    return [f for f in report.findings if f.rule.startswith("BL2")]


# ------------------------------------------------------------------ one defect, one finding
def test_a_misprint_that_fits_the_sum_is_only_a_misprint(tmp_path: Path) -> None:
    assert found(tmp_path, "| 合计 | 120.00 | 8O.00 | 40.00") == [
        ("BL206", "“合计”的“基本支出”写作“8O.00”，数字中有字母，按80.00核对", "80.00万元")
    ]


def test_a_misprint_that_does_not_fit_tells_what_the_sum_proves(tmp_path: Path) -> None:
    rows = (
        "| 合计 | 120.00 | 80.00 | 40.00",
        "205 | 教育支出 | 120.00 | 8,00.00 | 40.00",
    )
    (only,) = found(tmp_path, *rows)
    assert only == (
        "BL207",
        (
            "“205 教育支出”的“基本支出”写作“8,00.00”，千分位的逗号位置不对，按800.00核对，"
            "但与有关的数不符"
        ),
        "80.00万元",
    )


def test_of_a_sum_that_does_not_hold_the_misprint_is_the_culprit(tmp_path: Path) -> None:
    (only,) = found(tmp_path, "| 合计 | 120.00 | 8,00.00 | 40.00")
    assert (only[0], only[2]) == ("BL207", "80.00万元")


def test_what_cannot_be_read_breaks_no_sum(tmp_path: Path) -> None:
    assert found(tmp_path, "| 合计 | 120.00 | 8.0.00 | 40.00") == [
        ("BL206", "“合计”的“基本支出”写作“8.0.00”，小数点不对，无法确定是多少", None)
    ]
    assert found(tmp_path, "| 合计 | 120.00 | 待定 | 40.00") == [
        (
            "BL205",
            "“合计”的“基本支出”写的是“待定”，不是金额；没有金额的，应留空或填0",
            None,
        )
    ]


def test_a_doubled_unit_in_a_sentence_is_no_wrong_unit(tmp_path: Path) -> None:
    assert found(
        tmp_path, "| 合计 | 120.00 | 80.00 | 40.00",
        text="2024年安排基本支出80.00元万元，项目支出40.00万元。",
    ) == [("BL213", "金额的单位重复：“元万元”", None)]  # fmt: skip


# ------------------------------------------------------------------ what is no defect
@pytest.mark.parametrize(
    "nil", ["", "—", "－－", "/", "无", "（无）", "暂无", "不涉及", "未安排", "0", "0.00", "N/A"]
)
def test_a_cell_may_say_in_many_ways_that_there_is_no_amount(nil: str, tmp_path: Path) -> None:
    assert found(tmp_path, f"| 合计 | 80.00 | 80.00 | {nil}") == []


@pytest.mark.parametrize("amount", ["80.00万元", "800000元", "¥80.00", "８０.00"])
def test_an_amount_may_bring_its_unit(amount: str, tmp_path: Path) -> None:
    said = found(tmp_path, f"| 合计 | 120.00 | {amount} | 40.00")
    assert [rule for rule, _, _ in said] == (["BL210"] if "８" in amount else [])


@pytest.mark.parametrize("word", ["无", "—", "/"])
def test_a_row_that_says_nothing_is_no_row(word: str, tmp_path: Path) -> None:
    row = " | ".join([word] * 5)
    assert found(tmp_path, "| 合计 | 120.00 | 80.00 | 40.00", row) == []


@pytest.mark.parametrize(
    "text",
    [
        "2024年安排基本支出80.00万元，春节发放慰问金5万元，元旦前完成。",
        "2024年安排基本支出80.00 万元，项目支出 40.00 万元。",
        "2024年安排基本支出80.00万元，用于5万元元旦慰问。",
        "金额单位：万元，保留两位小数。",
        "年收入超过万元，属于规模以上；万元产值能耗下降3%。",
        "每亩增收千元，户均增收万元。",
    ],
)
def test_units_in_sentences_that_are_right(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, "| 合计 | 120.00 | 80.00 | 40.00", text=text) == []


def test_a_table_full_of_words_was_not_understood(tmp_path: Path) -> None:
    rows = [f"2050{n} | 教育{n} | 甲 | 乙 | 丙" for n in range(1, 4)]
    said = found(tmp_path, "| 合计 | 120.00 | 80.00 | 40.00", *rows)
    assert "BL205" not in {rule for rule, _, _ in said}


# ------------------------------------------------------------------ negative amounts
def test_a_negative_amount_of_a_budget_is_told_once_a_table(tmp_path: Path) -> None:
    rows = (
        "| 合计 | 35.00 | 80.00 | -45.00",
        "205 | 教育支出 | 35.00 | 80.00 | -45.00",
    )
    assert found(tmp_path, *rows) == [
        ("BL212", "“合计”的“项目支出”为-45.00万元，这里不应有负数（同样的共2处）", None)
    ]


def test_a_wrong_sign_is_a_broken_sum_and_nothing_more(tmp_path: Path) -> None:
    said = found(tmp_path, "| 合计 | 120.00 | 80.00 | -40.00")
    assert [rule for rule, _, _ in said] == ["BL301"]


# ------------------------------------------------------------------ whole tables
def test_the_fewer_are_told_where_separators_are_mixed(tmp_path: Path) -> None:
    (only,) = found(tmp_path, "| 合计 | 4,200.00 | 1800.00 | 2,400.00")
    assert only[:2] == (
        "BL208",
        "《部门预算支出总表》的金额有的用千分位逗号（4,200.00、2,400.00等2处），有的不用（1800.00）",
    )


def test_small_numbers_say_nothing_of_separators(tmp_path: Path) -> None:
    assert found(tmp_path, "| 合计 | 1,200.00 | 800.00 | 400.00") == []


def test_decimals_are_compared_of_amounts_that_are_not_nothing(tmp_path: Path) -> None:
    assert found(tmp_path, "| 合计 | 80.00 | 80.00 | 0") == []
    assert found(tmp_path, "| 合计 | 120 | 80 | 40") == []
    (only,) = found(tmp_path, "| 合计 | 120.00 | 80.5 | 39.50")
    assert only[:2] == ("BL209", "《部门预算支出总表》的金额大多保留2位小数，80.5不是")


def _with_a_longer_amount(table: TableBlock) -> TableBlock:
    last = len(table.rows) - 1
    at = next(n for n, cell in enumerate(table.rows[last]) if "." in cell.text)
    return table.with_text(last, at, f"{table.rows[last][at].text}0")


def test_many_tables_alike_are_one_finding(tmp_path: Path) -> None:
    printed = document(Options())
    for number in (1, 2, 3, 5):
        printed = printed.edit_table(f"dept/t{number}", _with_a_longer_amount)
    hints = [f for f in lint_printed(printed, "rows", tmp_path).findings if f.rule == "BL209"]
    assert [f.message for f in hints] == [
        "《部门预算收支总表》《部门预算收入总表》《部门预算支出总表》等4张表的金额小数位数不一致"
    ]
    assert len(hints[0].related) == 3


# ------------------------------------------------------------------ blanks, which only Word proves
def with_blanks() -> Printed:
    printed = document(Options())
    table = printed.table(LEAF[0])
    index = table.index(LEAF[1])
    position = table.position(index, table.column(LEAF[2]))
    printed = printed.edit_table(LEAF[0], lambda t: t.with_text(index, position, "8 57.52"))
    return printed.edit_text("dept/s4/text", "14.25万元", "14. 25万元")


def test_blanks_inside_amounts_are_a_hint_in_word(tmp_path: Path) -> None:
    (only,) = in_word(with_blanks(), "docx", tmp_path)
    assert (only.rule, only.severity) == ("BL211", "info")
    assert only.message == "金额“8 57.52”的数字中间有空格（同样的共2处）"
    assert only.location.row_code == LEAF[1]
    assert [place.text[slice(*(place.mark or ()))] for place in only.related] == ["14.25"]


@pytest.mark.parametrize("kind", ["pdf", "cells", "rows"])
def test_blanks_inside_amounts_prove_nothing_elsewhere(kind: str, tmp_path: Path) -> None:
    assert in_word(with_blanks(), kind, tmp_path) == []


@pytest.mark.parametrize("printed", ["19\n77.50", "1 977.50", "  1977.50  "])
def test_wrapped_and_spaced_amounts_are_no_hint(printed: str, tmp_path: Path) -> None:
    budget = document(Options())
    table = budget.table(TOTAL[0])
    index = table.index(TOTAL[1])
    position = table.position(index, table.column(TOTAL[2]))
    budget = budget.edit_table(TOTAL[0], lambda t: t.with_text(index, position, printed))
    assert in_word(budget, "docx", tmp_path) == []
