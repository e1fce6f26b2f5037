"""The amounts of a project: what the table and the text on the purpose say must agree."""

from __future__ import annotations

from decimal import Decimal

import pytest
from disclosure.builders import document, table
from hypothesis import given, settings
from hypothesis import strategies as st

from budgetlint.disclosure import Disclosure, understand
from budgetlint.disclosure.diagnosis.relations import Kind
from budgetlint.disclosure.projects.purpose import read_purpose
from budgetlint.document import Document


def project(budget: str, fiscal: str, other: str, purpose: str) -> Disclosure:
    return understand(
        document(f"""1、站点运行绩效目标表
| 项目编码 | P01 | 项目名称 | 站点运行 |
| 预算规模及资金用途 | 预算数 | {budget} | 其中：财政资金 | {fiscal} | 其他资金 | {other} |
| | {purpose} |
| 绩效目标 | 1.站点正常开放 |
""")
    )


def defects(found: Disclosure) -> list[tuple[str, str | None]]:
    return [
        (defect.suspect.text, str(defect.expected) if defect.expected else None)
        for defect in found.diagnosis.of_kind(Kind.PROJECT)
    ]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("13.00", "13.00", "", "用于站点运行。"), []),
        (("13.00", "10.00", "3.00", "用于站点运行。"), []),
        (("13.00", "10.00", "2.00", "用于站点运行。"), [("13.00", None)]),
        (("13.00", "13.00", "", "预算数13万元，其中：财政资金13万元。"), []),
        (("20.00", "20.00", "", "预算数30万元。其中：财政资金30万元。"), [("30万元", None)]),
        (("13.00", "13.00", "", "主要用于租金8万元，运输5万元。"), []),
        (("13.00", "13.00", "", "主要用于租金8万元，运输3万元等。"), []),
        (("13.00", "13.00", "", "主要用于租金8万元，运输和其他开支。"), []),
        (("13.00", "13.00", "", "项目总投资300万元，已支付200万元。"), []),
        (("13.00", "13.00", "", "补助每站8万元，运输每次7万元。"), []),
    ],
)
def test_an_arithmetic_slip_is_one_defect(
    texts: tuple[str, str, str, str], expected: list[tuple[str, str | None]]
) -> None:
    assert defects(project(*texts)) == expected


def test_the_items_of_a_list_have_their_names() -> None:
    found = project("13.00", "13.00", "", "主要用于站点租金8万元；其他运输费5.00万元。")
    items = read_purpose(found.projects[0]).items
    assert [(item.name, item.text) for item in items] == [
        ("站点租金", "8万元"), ("其他运输费", "5.00万元"),
    ]  # fmt: skip


AMOUNTS = st.decimals(Decimal("0.01"), 999, places=2)


@settings(max_examples=30, deadline=None)
@given(st.lists(AMOUNTS, min_size=2, max_size=6))
def test_a_complete_list_that_adds_up_is_no_defect(amounts: list[Decimal]) -> None:
    items = "、".join(f"开支{'甲乙丙丁戊己'[n]}{amount}万元" for n, amount in enumerate(amounts))
    total = f"{sum(amounts)}"
    assert defects(project(total, total, "", f"主要用于{items}。")) == []


@settings(max_examples=30, deadline=None)
@given(AMOUNTS, AMOUNTS, st.decimals(Decimal("0.05"), 99, places=2))
def test_a_list_that_is_more_than_the_budget_is_one_defect(
    one: Decimal, other: Decimal, excess: Decimal
) -> None:
    found = project(
        f"{one + other}",
        f"{one + other}",
        "",
        f"主要用于租金{one + excess}万元、运输{other}万元等。",
    )
    assert len(defects(found)) == 1


LABELS = (
    *("项目编码", "项目名称", "预算规模及资金用途", "预算数", "其中：财政资金", "其他资金："),
    *("资金用途", "资金支出计划（%）", "3月底", "12月底", "绩效目标", "一级指标", "二级指标"),
    *("三级指标", "指标值", "指标值确定依据", "产出指标", "数量指标", "≥95%", "100", "", "12.00"),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.sampled_from(LABELS), min_size=1, max_size=7), min_size=1, max_size=9))
def test_any_arrangement_of_labels_can_be_read(rows: list[list[str]]) -> None:
    found = understand(Document(format="docx", blocks=(table(rows),)))
    assert all(project.name is not None for project in found.projects)
    for each in found.projects:
        assert all(indicator.number > 0 for indicator in each.indicators)
