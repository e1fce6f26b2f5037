"""The three public expenses against the subjects of basic expenditure: never less, often more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from linting import lint_text

if TYPE_CHECKING:
    from pathlib import Path

BUDGET = """部门预算一般公共预算财政拨款基本支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 10.00 | | 10.00 |
| 2 | 302 | 商品和服务支出 | 10.00 | | 10.00 |
| 3 | 30201 | 办公费 | 2.00 | | 2.00 |
| 4 | 30216 | 培训费 | 1.00 | | 1.00 |
| 5 | 30217 | 公务接待费 | 3.00 | | 3.00 |
| 6 | 30231 | 公务用车运行维护费 | 4.00 | | 4.00 |

部门预算财政拨款“三公”经费支出表

| 304青禾县某某局 | 预算年度：2024 | 单位：元 |
| 序号 | 项目 | 资金性质 | | | |
| | | 合计 | 一般公共预算财政拨款 | 政府性基金预算拨款 | 国有资本经营预算财政拨款 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | 合计 | {total} | {total} | | |
| 2 | 一、因公出国（境）费 | | | | |
| 3 | 二、公务用车购置及运维费 | {cars} | {cars} | | |
| 4 | 其中：公务用车购置费 | | | | |
| 5 | 公务用车运行维护费 | {cars} | {cars} | | |
| 6 | 三、公务接待费 | {guests} | {guests} | | |
"""


def said(cars: int, guests: int, folder: Path) -> list[tuple[str, str, str]]:
    text = BUDGET.format(total=f"{cars + guests}.00", cars=f"{cars}.00", guests=f"{guests}.00")
    found = lint_text(text, folder).findings
    return [(f.rule, f.severity.value, f.message) for f in found if f.rule in ("BL303", "BL401")]


@pytest.mark.parametrize(("cars", "guests"), [(40000, 30000), (90000, 30000), (40000, 30001)])
def test_projects_may_pay_more(cars: int, guests: int, tmp_path: Path) -> None:
    assert said(cars, guests, tmp_path) == []


def test_less_than_basic_expenditure_is_very_probably_wrong(tmp_path: Path) -> None:
    ((rule, severity, message),) = said(40000, 25000, tmp_path)
    assert (rule, severity) == ("BL401", "warning")
    assert message == (
        "“三、公务接待费”的“合计”为25000.00元，小于其中"
        "《部门预算一般公共预算财政拨款基本支出表》“30217 公务接待费”“合计”3.00万元"
    )


def test_an_item_that_the_table_does_not_list_is_not_missed(tmp_path: Path) -> None:
    """The table of the three public expenses has no row for 培训费; basic expenditure has one."""
    assert "30216" in BUDGET
    assert said(40000, 30000, tmp_path) == []
