"""The header rows of the tables, with their merged cells."""

from __future__ import annotations

from fictional.blocks import Cell, row
from fictional.figures import YEAR


def _tall(*labels: str) -> tuple[Cell, ...]:
    return tuple(Cell(label, 1, 2) for label in labels)


_CODES = row("科目编码", "科目名称")
T1 = (
    (Cell("序号", 1, 2), Cell("收入", 2), Cell("支出", 2)),
    row("项目", "预算数", "项目", "预算数"),
)
_INCOMES = ("财政拨款收入", "财政专户收入", "事业收入", "经营收入", "上级补助收入")
T2 = (
    (
        *(*_tall("序号"), Cell("功能分类科目", 2), *_tall("合计")),
        *(Cell("本年收入", 8), *_tall("上年结转")),
    ),
    _CODES + row("小计", *_INCOMES, "附属单位上缴收入", "其他收入"),
)
T5 = (
    (*_tall("序号"), Cell("功能分类科目", 2), *_tall("合计", "基本支出", "项目支出")),
    _CODES,
)
T3 = (T5[0] + _tall("经营支出", "上解上级支出", "对附属单位补助支出"), _CODES)
T4 = (
    (Cell("序号", 1, 2), Cell("收入", 2), Cell("支出", 5)),
    row("项目", "金额", "项目", "合计")
    + row("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"),
)
T6 = (
    (*_tall("序号"), Cell("支出部门经济分类科目", 2), Cell("一般公共预算基本支出", 3)),
    _CODES + row("合计", "人员经费", "公用经费"),
)
T9 = (
    (*_tall("序号", "项目"), Cell("资金性质", 4)),
    row("合计", "一般公共预算财政拨款", "政府性基金预算拨款", "国有资本经营预算财政拨款"),
)
PROCUREMENT = (
    (
        Cell("政府采购项目来源", 2),
        *_tall("采购物品名称", "政府采购目录序号", "计量单位", "数量", "单价"),
        Cell("政府采购金额（当年部门预算安排资金）", 8),
        *_tall(f"{YEAR}年预留中小微企业份额"),
    ),
    row("项目名称", "预算资金", "合计", "一般公共预算拨款", "基金预算拨款", "国有资本经营预算拨款")
    + row("财政专户核拨", "单位资金", "财政拨款结转", "非财政拨款结转结余"),
)
