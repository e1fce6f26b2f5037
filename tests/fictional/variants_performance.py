"""Variants and good documents of the performance-goal tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fictional.blocks import Cell, Heading, TableBlock
from fictional.model import build
from fictional.variants import Expectation, Good, Variant, place_of
from fictional.variants_form import table_edit

if TYPE_CHECKING:
    from fictional.variants import Change

GOALS = "绩效目标"
MONEY = "预算规模及资金用途"
PLAN = "资金支出计划（累计）"


def table_of(project: int) -> str:
    """The performance-goal table of a project of the department."""
    return f"dept/s5/goals{project}/table"


def printed(project: int, texts: dict[str, str], nth: int = 0) -> Change:
    """The table of a project with cells printed otherwise; ``nth`` is which of several equal ones
    of the first text, all others must be alone."""
    table_id = table_of(project)
    cells = [cell for row in build().table(table_id).rows for cell in row]
    for right in texts:
        equal = [cell.text for cell in cells].count(right)
        assert equal > nth if right == next(iter(texts)) else equal == 1, right

    def edit(table: TableBlock) -> TableBlock:
        left = dict.fromkeys(texts, 0) | {next(iter(texts)): nth}

        def text_of(cell: Cell) -> str:
            if cell.text not in left:
                return cell.text
            left[cell.text] -= 1
            return texts[cell.text] if left[cell.text] == -1 else cell.text

        rows = (tuple(replace(cell, text=text_of(cell)) for cell in row) for row in table.rows)
        return table.with_rows(tuple(rows))

    return table_edit(table_id, edit)


def without_row(project: int, first: str) -> Change:
    """The table of a project without the indicator row that begins so."""

    def edit(table: TableBlock) -> TableBlock:
        rows = tuple(row for row in table.rows if row[0].text != first)
        assert len(rows) == len(table.rows) - 1
        return table.with_rows(rows)

    return table_edit(table_of(project), edit)


def goals_of(project: int) -> str:
    """The goals of a project as its table prints them."""
    rows = build().table(table_of(project)).rows
    return next(row[1].text for row in rows if row[0].text == GOALS)


def found(
    name: str, kind: str, project: int, change: Change, wrong: str | None, row: str | None,
    severity: str = "warning", right: str | None = None,
) -> Variant:  # fmt: skip
    """A variant in the table of a project; the row is named by its label."""
    heading = build().find(table_of(project).removesuffix("/table"))
    assert isinstance(heading, Heading)
    place = replace(place_of(table_of(project)), table=heading.text, row=row)
    return Variant(name, change, Expectation(kind, place, wrong, right, severity))


def in_value(
    name: str, kind: str, project: int, values: tuple[str, str], row: str,
    severity: str = "warning", nth: int = 0,
) -> Variant:  # fmt: skip
    """The value of an indicator printed wrong."""
    right, wrong = values
    return found(name, kind, project, printed(project, {right: wrong}, nth), wrong, row, severity)


def in_goal(name: str, kind: str, project: int, wrong: str, severity: str = "warning") -> Variant:
    """Other goals."""
    change = printed(project, {goals_of(project): wrong})
    return found(name, kind, project, change, wrong, GOALS, severity)


AMOUNTS = (
    found(
        "project-budget", "project-amounts", 2, printed(2, {"13.00": "31.00"}), "31.00万元",
        MONEY, "error", "13.00万元",
    ),
    found(
        "project-fiscal", "project-amounts", 4, printed(4, {"145.20": "154.20"}, 1), "145.20万元",
        MONEY, "error",
    ),
    found(
        "project-purpose-budget", "project-amounts", 2,
        printed(2, {
            "用于执法记录仪、快检箱等装备的检修和耗材。":
            "预算数23万元。其中：财政资金23万元。主要用于装备检修。"
        }),
        "23万元", MONEY, "error",
    ),
    found(
        "project-purpose-items", "project-amounts", 2,
        printed(2, {
            "用于执法记录仪、快检箱等装备的检修和耗材。":
            "主要用于装备检修8万元、耗材3万元、运输1万元。"
        }),
        "13.00万元", MONEY,
    ),
    found(
        "project-purpose-excess", "project-amounts", 2,
        printed(2, {
            "用于执法记录仪、快检箱等装备的检修和耗材。":
            "主要用于装备检修8万元、耗材6万元等。"
        }),
        "6万元", MONEY,
    ),
    in_goal("product-result", "product", 2, "1.检修装备46台，每台0.2万元，共计92万元", "warning"),
    in_goal("product-formula", "product", 3, "1.培训农民360人×200元+2万元=9.4万元", "warning"),
    in_goal("product-above-budget", "product", 2, "1.检修装备46台，每台5000元", "warning"),
    in_value("goals-cost-bought", "goal-bought", 3, ("≤86.50万元", "≤4.50万元"), "成本控制数"),
    in_value("goals-cost", "goal-amount", 4, ("≤145.20万元", "≤154.20万元"), "成本控制数"),
)  # fmt: skip

PLANS = (
    in_value("goals-plan", "goal-plan", 4, ("95%", "80%"), PLAN, "error"),
    in_value("goals-plan-above", "goal-plan", 4, ("100%", "110%"), PLAN, "error"),
    in_value("goals-plan-open", "goal-plan", 4, ("100%", "98%"), PLAN),
    found(
        "goals-plan-quarters", "goal-plan", 2,
        printed(2, {"25%": "25%", "50%": "25%", "75%": "25%", "100%": "25%"}), "25%", PLAN,
    ),
)  # fmt: skip

FILLING = (
    found("goals-no-benefit", "goal-classes", 2, without_row(2, "效益指标"), None, None),
    found(
        "goals-no-satisfaction", "goal-classes", 2, without_row(2, "满意度指标"), None, None, "info"
    ),
    in_value("goals-no-value", "goal-cell", 5, ("600批次", ""), "定量检测批次"),
    in_value("goals-no-basis", "goal-cell", 5, ("问卷调查", ""), "消费者满意度", "info"),
    in_goal("goals-placeholder", "goal-placeholder", 5, "1.目标内容1", "error"),
    in_goal("goals-placeholder-left", "goal-placeholder", 5, "1.目标内容1完成定量检测六百批次"),
    in_goal("goals-gap", "goal-placeholder", 5, "1.完成定量检测XX批次"),
    in_value(
        "goals-bare", "goal-placeholder", 5, ("全年完成的定量检测批次", "1"), "定量检测批次"
    ),
    found(
        "goals-basis-copied", "goal-basis", 5,
        printed(5, {"监测工作方案": "全年完成的定量检测批次"}), "全年完成的定量检测批次",
        "定量检测批次",
    ),
    found(
        "goals-class-label", "goal-label", 5, printed(5, {"效益指标": "效果指标"}), "效果指标",
        None, "info",
    ),
)  # fmt: skip

VALUES = (
    in_value("goals-nothing", "goal-threshold", 2, ("≥90%", "≥0%"), "执法人员满意度"),
    in_value("goals-at-most", "goal-threshold", 2, ("≥98%", "≤100%"), "装备完好率"),
    in_value("goals-over", "goal-threshold", 2, ("≥90%", "≥900%"), "执法人员满意度"),
    in_value("goals-rate-months", "goal-name", 2, ("≥95%", "≤12个月"), "资金支付及时率"),
    in_value("goals-rate-money", "goal-name", 6, ("≥95%", "320.00万元"), "资金支付及时率"),
    in_value("goals-count-rate", "goal-name", 6, ("5处", "≥95%"), "新建基地数量"),
    in_value("goals-cost-date", "goal-class", 6, ("≤320.00万元", "2024年11月底前"), "成本控制数"),
    in_value("goals-cost-items", "goal-class", 5, ("≤58.00万元", "6项"), "成本控制数"),
    found(
        "goals-cost-count", "goal-class", 6,
        printed(6, {
            "成本控制数": "参展企业数量", "项目全年支出不超过批准的预算": "参加展会的企业",
            "≤320.00万元": "6家",
        }), "6家", "参展企业数量",
    ),
    found(
        "goals-dissatisfied", "goal-class", 6,
        printed(6, {
            "脱贫户满意度": "基地运行情况",
            "抽样调查中脱贫户表示满意和比较满意的比例": "基地正常运行",
        }), "≥90%", "基地运行情况",
    ),
    in_value("goals-quality-money", "goal-class", 4, ("≥85%", "50万元"), "防治效果"),
    in_goal(
        "goals-count-other", "goal-figure", 3,
        "1.培育高素质农民三百九十人\n2.建成小麦和谷子两类科技示范田",
    ),
    in_goal("goals-rate-other", "goal-figure", 3, "1.培育高素质农民，参训农民满意度达到80%以上"),
    in_value("value-unit", "value-unit", 1, ("12个", "12"), "回收站点数量"),
    in_value(
        "value-half-unit", "value-half-unit", 1, ("≤38.50万元", "≤38.50万"), "成本控制数", "info"
    ),
    in_value("value-no-sign", "value-sign", 1, ("≥90%", "90%"), "农户满意度", "info"),
    in_value(
        "value-sentence", "value-words", 1, ("≥95%", "≥95按进度支付应付的全部资金"),
        "资金支付及时率",
    ),
    in_value("value-words", "value-words", 1, ("12个", "12回收站点"), "回收站点数量", "info"),
)  # fmt: skip

PERFORMANCE: tuple[Variant, ...] = AMOUNTS + PLANS + FILLING + VALUES


def good(name: str, project: int, texts: dict[str, str]) -> Good:
    """A document with unusual but right words in the table of a project."""
    return Good(name, printed(project, texts))


PURPOSE = "用于执法记录仪、快检箱等装备的检修和耗材。"
GOOD: tuple[Good, ...] = (
    good(
        "purpose-told-and-itemised", 2,
        {PURPOSE: "预算数13万元。其中：财政资金13万元。主要用于装备检修8万元、耗材5万元。"},
    ),
    good("purpose-open-list", 2, {PURPOSE: "主要用于装备检修8万元、耗材3万元等。"}),
    good("purpose-unit-price", 2, {PURPOSE: "用于检修装备，每台补助0.2万元，历年累计投入96万元。"}),
    good("plan-stands-still", 4, {"85%": "30%", "95%": "30%"}),
    good("plan-begins-late", 4, {"30%": "", "85%": ""}),
    good("product-right", 3, {goals_of(3): "1.培育农民360人，每人200元，共计7.2万元"}),
    good("product-of-months", 3, {goals_of(3): "1.补助农技员30人，每人每月300元，共计10.8万元"}),
    good("product-of-periods", 3, {goals_of(3): "1.培训6期，每期60人，每人200元，共计7.2万元"}),
    good("goal-higher-than-value", 3, {goals_of(3): "1.培育农民，参训农民满意度达到95%以上"}),
    good("value-per-month", 5, {"600批次": "50批次/月"}),
    good("value-range", 5, {"600批次": "550-600批次"}),
    good("value-date", 2, {"资金支付及时率": "资金支付时间", "≥95%": "12月底前"}),
    good("efficiency-is-no-rate", 2, {"装备完好率": "检修效率", "≥98%": "≥2台/天"}),
    good("unit-in-the-name", 1, {"回收站点数量": "回收站点数量（个）", "12个": "12"}),
    good("cost-of-a-part", 4, {"≤145.20万元": "≤120万元"}),
)  # fmt: skip
