"""What must be there: headings with something below them, and what sections must tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from linting import lint_text

from budgetlint.finding import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from budgetlint.finding import Finding

TABLE = "\n\n| 项目 | 金额 |\n| 水费 | 1.00 |\n"
BUDGET = """青禾县档案馆2024年部门预算
一、部门职责及机构设置情况
负责全县档案的收集和保管。
二、部门预算安排的总体情况
2024年收入预算50万元，支出预算50万元，比上年增加2万元。
三、机关运行经费安排情况
{agency}
四、财政拨款“三公”经费预算情况及增减变化原因
本部门没有“三公”经费预算。
五、预算绩效信息
{performance}
六、政府采购预算情况
{procurement}
七、国有资产信息
{assets}
"""
GOOD = {
    "agency": "2024年安排机关运行经费12万元。",
    "performance": "绩效目标：全年接待查档群众不少于500人次。",
    "procurement": "没有安排政府采购预算。",
    "assets": "上年末固定资产金额30万元。",
}


def budget(**texts: str) -> str:
    return BUDGET.format(**(GOOD | texts)) + TABLE


def found(text: str, folder: Path, *rules: str) -> list[Finding]:
    return [f for f in lint_text(text, folder).findings if f.rule in rules]


def test_an_empty_section_names_what_follows(tmp_path: Path) -> None:
    (finding,) = found(budget(agency=""), tmp_path, "BL121", "BL123")
    assert finding.rule == "BL121"
    assert finding.severity is Severity.WARNING
    assert finding.message == (
        "“三、机关运行经费安排情况”下面没有内容，"
        "紧接着就是“四、财政拨款‘三公’经费预算情况及增减变化原因”；"
        "没有这项内容也应写明“无”或者原因"
    )


def test_without_any_table_the_content_may_have_been_one(tmp_path: Path) -> None:
    text = budget(performance="").removesuffix(TABLE)
    (finding,) = found(text, tmp_path, "BL121")
    assert finding.severity is Severity.INFO


@pytest.mark.parametrize(
    "agency",
    [
        "无。",
        "详见附表。",
        "略。",
        "（一）主要职责情况\n（二）机构设置情况\n（三）人员构成情况\n2024年12万元。",
        (
            "1、贯彻有关档案工作的方针政策，拟订全县档案事业发展规划，组织落实并且每年检查各单位的执行情况\n"
            "2、指导档案保管情况\n3、完成县委交办的其他事项"
        ),
    ],
    ids=["none", "annex", "omitted", "list of names", "items of a list"],
)
def test_what_is_no_empty_heading(agency: str, tmp_path: Path) -> None:
    assert found(budget(agency=agency), tmp_path, "BL121", "BL122") == []


def test_a_section_told_together_with_the_next_is_not_empty(tmp_path: Path) -> None:
    text = budget(procurement="", assets="本单位没有政府采购预算，也没有占用国有资产。")
    assert found(text, tmp_path, "BL121") == []


def test_a_section_without_its_amount_is_a_hint_where_the_tables_are_published_apart(
    tmp_path: Path,
) -> None:
    text = budget(agency="机关运行经费按照规定的标准安排。")
    (finding,) = found(text, tmp_path, "BL123")
    assert finding.severity is Severity.INFO
    assert finding.message == (
        "“三、机关运行经费安排情况”没有写明机关运行经费的金额（没有的，写明原因），全文别处也没有"
    )


def test_what_is_disclosed_step_by_step_is_a_hint(tmp_path: Path) -> None:
    text = budget(assets="资产按照规定管理和使用。").removesuffix(TABLE)
    (finding,) = found(text, tmp_path, "BL123")
    assert finding.severity is Severity.INFO
    assert "没有写明占用资产的数量或者金额（没有占用的，写明没有）" in finding.message


def test_what_another_section_tells_is_told(tmp_path: Path) -> None:
    text = budget(
        agency="机关运行经费按照规定的标准安排。",
        procurement="没有安排政府采购预算。机关运行经费为12万元，全部用于日常办公。",
    )
    assert found(text, tmp_path, "BL123") == []


def test_what_only_the_glossary_mentions_is_not_told(tmp_path: Path) -> None:
    glossary = "八、名词解释\n政府采购：使用财政性资金采购货物、工程和服务的行为。\n"
    text = budget(procurement="政府采购预算30万元。").removesuffix(TABLE) + glossary
    (finding,) = found(text, tmp_path, "BL123")
    assert "没有写明货物、工程、服务各多少（没有政府采购预算的，写明没有）" in finding.message


def test_a_wrong_name_is_told_once_with_all_its_places(tmp_path: Path) -> None:
    text = "根据《地方预决算操作规程》公开。\n\n按照《地方预决算操作规程》的规定执行。\n"
    (finding,) = found(text, tmp_path, "BL124")
    assert finding.message == (
        "《地方预决算操作规程》应为《地方预决算公开操作规程》（同样的共2处）"
    )
    assert len(finding.related) == 1


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (
            "财预〔2016〕134号",
            ["《地方预决算公开操作规程》的文号是财预〔2016〕143号，写的是财预〔2016〕134号"],
        ),
        ("财预[2016]143号", []),
        ("青财预〔2017〕26号", []),
    ],
)
def test_a_number_is_held_against_that_of_the_same_office(
    number: str, told: list[str], tmp_path: Path
) -> None:
    text = f"根据《地方预决算公开操作规程》（{number}）公开。\n"
    assert [f.message for f in found(text, tmp_path, "BL124")] == told


def test_a_heading_that_comes_again_with_its_content_is_not_empty(tmp_path: Path) -> None:
    again = "三、机关运行经费安排情况\n2024年安排机关运行经费12万元。"
    assert found(budget(agency=again), tmp_path, "BL121", "BL123") == []
