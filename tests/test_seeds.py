"""Real documents, where they lie beside the project: read whole, and no false alarm.

Every error and warning they give was judged by a person; a new one here is either a better find
or a false alarm, and has to be looked at.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from linting import lint, serious

if TYPE_CHECKING:
    from budgetlint.report import FileReport

SEEDS = Path(__file__).parents[1].parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="没有真实文档 shared/seeds")

HUAIAN = "huaian-gongxin-2023.txt"
LIANCHI = "lianchi-gongxin-2023.txt"
LAOTING = "laoting-gongxin-2022.txt"
CHANGLI = "changli-zuzhibu-2020.txt"
HUAILAI = "huailai-gongxin-2023.txt"
ELSEWHERE = (
    ("BL105", "BL110"), ("BL121", "BL139"), ("BL714", "BL749"), ("BL821", "BL849"),
    ("BL901", "BL959"),
)  # fmt: skip


@cache
def report(name: str) -> FileReport:
    return lint(SEEDS / name)


def judged(name: str) -> list[tuple[str, str, str | None, str | None]]:
    """Errors and warnings on figures; those on goals and on words have tests of their own."""
    found = [
        finding
        for finding in serious(report(name))
        if not any(first <= finding.rule <= last for first, last in ELSEWHERE)
    ]
    return [(f.rule, f.severity, f.actual, f.expected) for f in found]


@pytest.mark.parametrize(
    ("name", "tables"), [(HUAIAN, 9), (LAOTING, 9), (LIANCHI, 18), (CHANGLI, 0), (HUAILAI, 0)]
)
def test_every_standard_table_is_recognised(name: str, tables: int) -> None:
    assert len(report(name).coverage.statements) == tables


def test_the_text_gives_the_total_for_this_years_income_and_nothing_for_the_carry_over() -> None:
    assert judged(HUAIAN) == [
        ("BL401", "warning", "空白", None),
        ("BL401", "warning", "空白", None),
        ("BL501", "error", "3440.3万元", "3365.3万元"),
        ("BL501", "error", "0万元", "75万元"),
    ]


def test_a_row_cut_by_a_page_break_and_an_explained_carry_over_are_no_findings() -> None:
    messages = " ".join(finding.message for finding in report(HUAIAN).findings)
    assert "2101101" not in messages
    assert "总计" not in messages


def test_the_last_digit_of_the_personnel_funds_is_wrong_in_both_parts() -> None:
    found = [finding for finding in serious(report(LIANCHI)) if finding.rule == "BL501"]
    assert [(f.actual, f.expected) for f in found] == [("347.37万元", "347.36万元")] * 2
    for finding, kind in zip(found, ("department", "unit"), strict=True):
        assert finding.location.part
        assert finding.location.part.kind == kind
        related = [place.text for place in finding.related]
        assert any("373.37" in text for text in related)
        assert any("26.01" in text for text in related)


def test_the_last_table_of_the_unit_carries_the_caption_of_the_department() -> None:
    assert [found for found in judged(LIANCHI) if found[0] not in ("BL501", "BL513")] == [
        (
            "BL711",
            "warning",
            "304保定市莲池区工业和信息化局",
            "304001保定市莲池区工业和信息化局本级",
        )
    ]


def test_the_list_of_agency_operating_expenses_goes_on_with_the_projects_in_both_parts() -> None:
    found = [finding for finding in serious(report(LIANCHI)) if finding.rule == "BL513"]
    assert [(f.actual, len(f.related)) for f in found] == [("项目支出", 1)] * 2


def test_a_heading_in_arabic_digits_is_the_only_error_of_a_list_that_omits_an_item() -> None:
    assert [found for found in judged(LAOTING) if found[0] != "BL803"] == [
        ("BL103", "error", "6、", "六、")
    ]


def test_a_procurement_table_has_no_code_of_the_catalogue() -> None:
    (found,) = (f for f in report(LAOTING).findings if f.rule == "BL803")
    assert found.message == (
        "《部门政府采购预算支出一览表》列了4项，“政府采购目录序号”一列却全部空白"
    )


def test_a_service_is_counted_in_a_unit_of_money() -> None:
    (found,) = (f for f in report(HUAILAI).findings if f.rule == "BL802")
    assert (found.location.row_code, found.actual) == ("C99000000", "万元")


def test_an_air_conditioner_is_to_be_bought_that_the_procurement_table_lacks() -> None:
    (found,) = (f for f in report(HUAILAI).findings if f.rule == "BL806")
    assert (found.severity, found.actual) == ("info", "空调")


def test_without_tables_the_narrative_is_held_against_itself() -> None:
    assert [found for found in judged(CHANGLI) if found[0] not in ("BL607", "BL702")] == []
    assert [found for found in judged(HUAILAI) if found[0] != "BL802"] == [
        ("BL502", "warning", "2.8万元", "56.89万元"),
        ("BL711", "warning", "471怀来县工业和信息化管理部门", None),
    ]
    for name in (CHANGLI, HUAILAI):
        assert "BL112" in {finding.rule for finding in report(name).findings}


def test_the_glossary_calls_a_class_by_its_name_of_two_years_before() -> None:
    assert [found for found in judged(CHANGLI) if found[0] == "BL607"] == [
        ("BL607", "warning", "医疗卫生与计划生育支出", "卫生健康支出")
    ]


def test_purchases_are_compared_with_the_year_before_last_all_else_with_last_year() -> None:
    assert [found for found in judged(CHANGLI) if found[0] == "BL702"] == [
        ("BL702", "warning", "2018", "2019")
    ]


def test_a_lost_number_is_a_hint_in_text() -> None:
    hints = [f for f in report(HUAILAI).findings if f.rule == "BL103"]
    assert [(f.severity, f.location.text) for f in hints] == [("info", "部门职责及机构设置情况")]
