"""A real department's final accounts, where they lie beside the project: every amount of the text
is a fact, in its place, and what is wrong in it is found and nothing else."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from disclosure.final_builders import what_of
from linting import lint, serious

from budgetlint.disclosure import Disclosure, understand
from budgetlint.document import Paragraph
from budgetlint.fold import fold
from budgetlint.readers import read

if TYPE_CHECKING:
    from budgetlint.disclosure.facts import Fact

PDF = Path(__file__).parents[1].parent / "shared" / "pdf"
REAL = PDF / "putuo-shehui-gongzuobu-2024-final.pdf"
FORM = PDF / "final-accounts-template-2024.pdf"
pytestmark = pytest.mark.skipif(not PDF.is_dir(), reason="没有真实文档 shared/pdf")

# Page, quantity, value; and what is said where it is no amount of the final accounts.
FACTS = """
17 total 307.82万元
17 total 307.82万元 change last
17 total 100.00% rate last
17 income 307.82万元
17 income.fiscal 307.82万元
17 income.fiscal 100.00% share
17 expenditure 307.82万元
17 expenditure.basic 105.58万元
17 expenditure.basic 34.30% share
17 expenditure.project 202.24万元
17 expenditure.project 65.70% share
17 fiscal 307.82万元
17 fiscal 307.82万元 change last
17 fiscal 100.00% rate last
17 public 307.82万元
18 public 100.00% share expenditure
18 public 307.82万元 change last
18 public 100.00% rate last
18 public 307.82万元
18 item:一般公共服务支出// 264.87万元
18 item:一般公共服务支出// 86.05% share
18 item:社会保障和就业支出// 10.82万元
18 item:社会保障和就业支出// 3.52% share
18 item:卫生健康支出// 2.71万元
18 item:卫生健康支出// 0.88% share
18 item:住房保障支出// 29.42万元
18 item:住房保障支出// 9.55% share
18 public 0万元 initial
18 public 321.02万元 annual
18 public 307.82万元
18 public 95.89% completion initial
18 public -1 direction budget
18 item:一般公共服务支出/社会工作事务/行政运行 52.00万元 annual
18 item:一般公共服务支出/社会工作事务/行政运行 51.32万元
18 item:一般公共服务支出/社会工作事务/行政运行 98.69% completion annual
18 item:一般公共服务支出/社会工作事务/行政运行 -1 direction annual
18 item:一般公共服务支出/社会工作事务/事业运行 17.68万元 annual
18 item:一般公共服务支出/社会工作事务/事业运行 11.31万元
18 item:一般公共服务支出/社会工作事务/事业运行 -1 direction annual
19 item:一般公共服务支出/社会工作事务/其他社会工作事务支出 202.24万元 annual
19 item:一般公共服务支出/社会工作事务/其他社会工作事务支出 202.24万元
19 item:一般公共服务支出/社会工作事务/其他社会工作事务支出 0 direction annual
19 item:社会保障和就业支出/行政事业单位养老支出/机关事业单位基本养老保险缴费支出 9.00万元 annual
19 item:社会保障和就业支出/行政事业单位养老支出/机关事业单位基本养老保险缴费支出 6.18万元
19 item:社会保障和就业支出/行政事业单位养老支出/机关事业单位基本养老保险缴费支出 -1 direction annual
19 item:社会保障和就业支出/行政事业单位养老支出/机关事业单位职业年金缴费支出 5.74万元 annual
19 item:社会保障和就业支出/行政事业单位养老支出/机关事业单位职业年金缴费支出 4.64万元
19 item:社会保障和就业支出/行政事业单位养老支出/机关事业单位职业年金缴费支出 -1 direction budget
19 item:卫生健康支出/行政事业单位医疗/行政单位医疗 2.23万元 annual
19 item:卫生健康支出/行政事业单位医疗/行政单位医疗 2.22万元
19 item:卫生健康支出/行政事业单位医疗/行政单位医疗 99.55% completion annual
19 item:卫生健康支出/行政事业单位医疗/行政单位医疗 -1 direction annual
19 item:卫生健康支出/行政事业单位医疗/事业单位医疗 2.29万元 annual
19 item:卫生健康支出/行政事业单位医疗/事业单位医疗 0.49万元
19 item:卫生健康支出/行政事业单位医疗/事业单位医疗 -1 direction annual
20 item:住房保障支出/住房改革支出/住房公积金 18.12万元 annual
20 item:住房保障支出/住房改革支出/住房公积金 17.70万元
20 item:住房保障支出/住房改革支出/住房公积金 97.68% completion annual
20 item:住房保障支出/住房改革支出/住房公积金 -1 direction annual
20 item:住房保障支出/住房改革支出/购房补贴 11.72万元 annual
20 item:住房保障支出/住房改革支出/购房补贴 11.72万元
20 item:住房保障支出/住房改革支出/购房补贴 0 direction annual
20 public-basic 105.58万元
20 personnel 95.36万元
20 operating 10.23万元
20 three-public 0万元
20 fund.income 0万元
20 fund 0万元
21 capital.income 0万元
21 capital 0万元
21 performance.goals 1个
21 performance.goals-amount 175.52万元
21 performance.monitored 1个
21 performance.monitored-amount 175.52万元
21 performance.evaluated 1个
21 performance.evaluated-amount 175.52万元
21 performance.graded 1个
21 performance.graded 0个
21 performance.graded 0个
21 performance.graded 0个
21 performance.problems 0个
21 agency 10.23万元
21 agency 10.23万元 change last
21 agency 100.00% rate
22 procurement 21.07万元
22 procurement.goods 21.07万元
22 procurement.works 0万元
22 procurement.services 0万元
22 procurement.reserved-smaller 21.07万元
22 procurement.reserved-micro 21.07万元
22 procurement.won-smaller 21.07万元
22 procurement.won-micro 21.07万元
22 procurement.won-other 21.07万元
22 assets.vehicles 0辆
22 assets.kinds 0辆
22 assets.kinds 0辆
22 assets.kinds 0辆
22 assets.kinds 0辆
22 assets.kinds 0辆
22 assets.kinds 0辆
22 assets.kinds 0辆
22 assets.other-vehicles 0辆
22 assets.equipment 0台
"""
_PRINTED = re.compile(
    r"(?<!单价)(?<![0-9.])(?:增长)?(?P<number>[0-9]+(?:\.[0-9]+)?)(?:万元|%|辆|个|台)"
)


@cache
def real() -> Disclosure:
    return understand(read(REAL))


def stated() -> list[Fact]:
    return [fact for fact in real().facts if not fact.context.is_cell]


def test_every_statement_of_the_text_is_read() -> None:
    lines = [
        " ".join(
            str(word)
            for word in (fact.location.position.page, fact.concept, fact.value, what_of(fact))
            if word != "level"
        )
        for fact in stated()
    ]
    assert lines == FACTS.split("\n")[1:-1]


def test_every_printed_amount_is_a_fact() -> None:
    part = real().outline.parts[0]
    sections = [s for s in part.sections if s.spec.id not in ("duties", "structure", "glossary")]
    printed = {
        (index, match.start()): fold(block.text)[: match.end()][-20:]
        for section in sections
        for index, block in enumerate(real().document.blocks)
        if section.start < index < section.end and isinstance(block, Paragraph)
        for match in _PRINTED.finditer(fold(block.text))
    }
    marked = {(index, mark) for index, _, mark in (fact.order for fact in stated())}
    assert [text for place, text in printed.items() if place not in marked] == []
    assert len(printed) > 80


def test_the_mark_of_a_fact_is_its_number() -> None:
    for fact in stated():
        if fact.value and fact.context.kind != "direction" and not fact.text.startswith("无"):
            marked = fact.location.text[slice(*(fact.location.mark or ()))]
            assert f"{abs(fact.value.value)}" in marked


def test_what_is_wrong_is_found_and_nothing_else() -> None:
    found = [(f.rule, f.severity, f.location.section, f.actual) for f in serious(lint(REAL))]
    assert found == [
        (
            "BL506", "warning", "五、一般公共预算财政拨款支出决算情况说明", "完成年初预算",
        ),
        ("BL503", "warning", "（二）政府采购支出情况", "21.07万元"),
    ]  # fmt: skip


def test_the_blank_form_has_no_finding() -> None:
    assert serious(lint(FORM)) == []
