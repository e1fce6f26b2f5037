"""What the rules of year, date, name and code tell the officer, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from disclosure.builders import CAPTION, Budget, statement_text
from linting import lint_text

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "青禾县农业农村局2024年部门预算公开"
SECTION = "二、部门预算安排的总体情况"
FINAL = "青禾县水利局2024年度部门决算"
UNIT = "| 304001青禾县农业农村局本级 | 预算年度：2024 | 单位：万元 |"

Told = list[tuple[str, str, str | None, int]]


def told(folder: Path, rule: str, *lines: str) -> Told:
    """Severity, message, right value and number of related places of a rule's findings."""
    report = lint_text("\n\n".join(lines), folder)
    return [
        (f.severity.value, f.message, f.expected, len(f.related))
        for f in report.findings
        if f.rule == rule
    ]


def tables(*wrong: tuple[str, str]) -> str:
    """Title and tables, in which the captions of some tables are replaced."""
    budget = Budget()
    for statement, caption in wrong:
        budget = budget.with_caption(statement, caption)
    return f"{TITLE}\n\n{budget.text()}"


# ------------------------------------------------------------------ BL701 年度
def test_captions_of_another_year_are_one_finding(tmp_path: Path) -> None:
    old = CAPTION.replace("2024", "2023")
    assert told(tmp_path, "BL701", tables(("income", old), ("expenditure", old))) == [
        (
            "error",
            "《部门预算收入总表》上方的年度是2023年，应为2024年（同样的共2处）",
            "2024",
            1,
        )
    ]


def test_a_title_of_another_year(tmp_path: Path) -> None:
    text = f"青禾县农业农村局2023年部门预算公开\n\n{Budget().text()}"
    assert told(tmp_path, "BL701", text) == [
        (
            "error",
            "“青禾县农业农村局2023年部门预算公开”中的年度是2023年，应为2024年",
            "2024",
            0,
        )
    ]


def test_a_sentence_of_another_year_is_a_warning(tmp_path: Path) -> None:
    sentence = "2023年，我部门财政拨款“三公”经费预算安排40.00万元。"
    assert told(tmp_path, "BL701", tables(), SECTION, sentence) == [
        ("warning", "正文中“‘三公’经费”的年度是2023年，应为2024年", "2024", 0)
    ]


def test_where_the_year_is_open_no_right_year_is_told(tmp_path: Path) -> None:
    text = tables().replace("预算年度：2024", "预算年度：2023")
    sentence = "2024年部门预算收入500.00万元。"
    assert told(tmp_path, "BL701", text, SECTION, sentence) == [
        (
            "warning",
            "全文的年度不一致：表上方9处写的是2023年，标题2处、正文1处写的是2024年，请核对",
            None,
            9,
        )
    ]


@pytest.mark.parametrize(
    ("year", "severity", "message"),
    [
        ("20242024年", "error", "年度写作“20242024年”，数字有误，应为2024年"),
        ("2024", "warning", "年度写作“2024”，缺少“年”字，应为2024年"),
        ("2024度", "warning", "年度写作“2024度”，缺少“年”字，应为2024年"),
    ],
)
def test_a_misprinted_year(tmp_path: Path, year: str, severity: str, message: str) -> None:
    title = f"青禾县水利局{year}部门决算"
    assert told(tmp_path, "BL701", title) == [(severity, message, "2024年", 0)]


# ------------------------------------------------------------------ BL702 对比年度
def test_a_comparison_with_an_earlier_year_is_told_once(tmp_path: Path) -> None:
    sentences = ("基本支出比2022年减少1.00万元。", "项目支出较2022年预算增加2.00万元。")
    assert told(tmp_path, "BL702", TITLE, SECTION, *sentences) == [
        (
            "warning",
            (
                "“基本支出比2022年减少1.00万元”是与2022年对比，"
                "应与上一年（2023年）对比（同样的共2处）"
            ),
            "2023",
            1,
        )
    ]


@pytest.mark.parametrize(
    ("title", "sentence", "severity"),
    [
        (TITLE, "支出比2024年增加2.00万元。", "error"),
        (TITLE, "支出较2024年预算增加2.00万元。", "warning"),
        (TITLE, "支出比2025年增加2.00万元。", "error"),
        (FINAL, "支出比2024年度增加2.00万元。", "error"),
        (TITLE, "支出比2023年增加2.00万元。", None),
        (TITLE, "支出比2022年决算增加2.00万元。", None),
        (FINAL, "支出比2022年决算增加2.00万元。", "warning"),
        (TITLE, "支出比2019年增加2.00万元。", None),
        (TITLE, "支出较2024年年初预算增加2.00万元。", None),
        (TITLE, "按同口径计算，支出比2021年增加2.00万元。", None),
        (FINAL, "支出决算比2024年预算增加2.00万元。", None),
        ("青禾县水利局概况", "支出比2021年增加2.00万元。", None),
    ],
)
def test_what_may_be_compared_with(
    tmp_path: Path, title: str, sentence: str, severity: str | None
) -> None:
    found = told(tmp_path, "BL702", title, SECTION, sentence)
    assert [item[0] for item in found] == ([severity] if severity else [])


# ------------------------------------------------------------------ BL703 日期
@pytest.mark.parametrize(
    ("title", "day", "severity", "message"),
    [
        (TITLE, "2022年12月31日", "warning", "资产截止日期写的是2022年末，2024年预算应为2023年末"),
        (
            TITLE, "2024年12月31日", "error",
            "资产截止日期写的是2024年末，2024年预算应为2023年末，2024年末还没有到",
        ),
        (FINAL, "2023年末", "warning", "资产截止日期写的是2023年末，2024年决算应为2024年末"),
        (TITLE, "2023年末", "", ""),
        (TITLE, "2022年9月30日", "", ""),
        (FINAL, "2024年12月31日", "", ""),
    ],
)  # fmt: skip
def test_the_date_of_assets(
    tmp_path: Path, title: str, day: str, severity: str, message: str
) -> None:
    sentence = f"截至{day}，青禾县水利局固定资产金额为35.00万元。"
    found = told(tmp_path, "BL703", title, "七、国有资产信息", sentence)
    assert [item[:2] for item in found] == ([(severity, message)] if message else [])


def test_an_impossible_date(tmp_path: Path) -> None:
    assert told(tmp_path, "BL703", TITLE, "项目于2024年2月30日完成。") == [
        ("error", "日期“2024年2月30日”不存在", None, 0)
    ]


@pytest.mark.parametrize(
    ("title", "day", "reason"),
    [
        (TITLE, "2022年2月20日", "早于2024年预算可能公开、批复的时间（2023年）"),
        (FINAL, "2024年9月20日", "早于2024年决算可能公开、批复的时间（2025年）"),
        (TITLE, "2024年2月20日", ""),
        (TITLE, "2023年12月30日", ""),
        (FINAL, "2025年9月20日", ""),
    ],
)
def test_the_date_of_publication(tmp_path: Path, title: str, day: str, reason: str) -> None:
    found = told(tmp_path, "BL703", title, f"公开时间：{day}")
    message = f"“公开时间：{day}”{reason}"
    assert found == ([("error", message, None, 0)] if reason else [])


# ------------------------------------------------------------------ BL711 至 BL713 名称与编码
def test_a_caption_of_another_department(tmp_path: Path) -> None:
    other = CAPTION.replace("304青禾县农业农村局", "305青禾县水利局")
    assert told(tmp_path, "BL711", tables(("income", other))) == [
        (
            "warning",
            (
                "《部门预算收入总表》上方的名称是“305青禾县水利局”，"
                "而这一部分是部门“304青禾县农业农村局”的"
            ),
            "304青禾县农业农村局",
            0,
        )
    ]


def test_tables_of_a_unit_with_the_departments_caption_are_one_finding(tmp_path: Path) -> None:
    unit = "\n\n".join(
        statement_text(table, [], caption=caption, title=title)
        for table, title, caption in (
            ("summary", "单位预算收支总表", UNIT),
            ("income", "单位预算收入总表", CAPTION),
            ("expenditure", "单位预算支出总表", UNIT),
            ("fiscal-summary", "单位预算财政拨款收支总表", CAPTION),
            ("public-basic", "单位预算一般公共预算财政拨款基本支出表", UNIT),
        )
    )
    region = "第二部分 部门所属单位预算\n\n一、青禾县农业农村局本级收支预算"
    assert told(tmp_path, "BL711", tables(), region, unit) == [
        (
            "warning",
            (
                "《单位预算收入总表》上方的名称是“304青禾县农业农村局”，"
                "而这一部分是单位“304001青禾县农业农村局本级”的（同样的共2处）"
            ),
            "304001青禾县农业农村局本级",
            1,
        )
    ]


def test_a_name_mistyped_in_the_text(tmp_path: Path) -> None:
    right = ["青禾县农业农村局负责指导生产。"] * 3
    text = (*right, "由青禾县农业农局组织实施。")
    assert told(tmp_path, "BL711", TITLE, *text) == [
        (
            "warning",
            "“青禾县农业农局”应为“青禾县农业农村局”，全文其他各处都是“青禾县农业农村局”",
            "青禾县农业农村局",
            0,
        )
    ]


def test_a_code_with_two_digits_in_each_others_place(tmp_path: Path) -> None:
    assert told(tmp_path, "BL712", tables(("income", CAPTION.replace("304", "340")))) == [
        (
            "error",
            "《部门预算收入总表》上方的单位编码是340，而这一部分的其他表是304",
            "304",
            0,
        )
    ]


def test_a_quite_different_code_is_not_certain(tmp_path: Path) -> None:
    found = told(tmp_path, "BL712", tables(("income", CAPTION.replace("304", "517"))))
    assert [item[0] for item in found] == ["warning"]


def test_an_abbreviated_name_is_a_hint(tmp_path: Path) -> None:
    short = CAPTION.replace("304青禾县农业农村局", "304农业农村局")
    assert told(tmp_path, "BL713", tables(("income", short), ("expenditure", short))) == [
        (
            "info",
            (
                "《部门预算收入总表》上方的名称“农业农村局”与这一部分的名称"
                "“青禾县农业农村局”不完全一致（同样的共2处）"
            ),
            None,
            1,
        )
    ]


def test_without_a_year_the_coverage_says_what_was_not_checked(tmp_path: Path) -> None:
    report = lint_text("七、国有资产信息\n\n截至2022年12月31日，固定资产5.00万元。", tmp_path)
    checks = report.coverage.checks
    assert checks["BL702"].reasons == ["没有认出是哪一年的预算或决算"]
    assert checks["BL703"].reasons == ["没有认出是哪一年的预算或决算，未核对资产的截止日期"]
