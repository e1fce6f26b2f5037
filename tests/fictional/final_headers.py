"""The header rows of the tables of final accounts, in the national form and in Shanghai's.

``Form`` says all in which the two forms of the nine tables differ besides their headers.
"""

from __future__ import annotations

from dataclasses import dataclass

from fictional.blocks import Cell, Row, row

Header = tuple[Row, ...]
FUNDS = ("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")
INCOMES = ("财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")
SPENDING = ("基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出")
TITLES = {
    "summary": "收入支出决算总表",
    "income": "收入决算表",
    "expenditure": "支出决算表",
    "fiscal-summary": "财政拨款收入支出决算总表",
    "public-expenditure": "一般公共预算财政拨款支出决算表",
    "public-basic": "一般公共预算财政拨款基本支出决算表",
    "three-public": "财政拨款“三公”经费支出决算表",
    "fund-expenditure": "政府性基金预算财政拨款收入支出决算表",
    "capital-expenditure": "国有资本经营预算财政拨款收入支出决算表",
}
NATIONAL_TITLES = TITLES | {
    "public-basic": "一般公共预算财政拨款基本支出决算明细表",
    "capital-expenditure": "国有资本经营预算财政拨款支出决算表",
}


def _tall(height: int, *labels: str) -> Row:
    return tuple(Cell(label, 1, height) for label in labels)


def _wide(*labels: str) -> Row:
    return tuple(Cell(label, 2) for label in labels)


def _national(*amounts: str) -> Header:
    """Codes in three columns; the amounts' labels stand beside all three rows."""
    return _under(_tall(3, *amounts), (), ())


def _under(top: Row, middle: Row, bottom: Row) -> Header:
    return (
        (Cell("项目", 4), *top),
        (Cell("功能分类科目编码", 3), *_tall(2, "科目名称"), *middle),
        row("类", "款", "项") + bottom,
    )


def _shanghai(*amounts: str) -> Header:
    return ((Cell("项目", 2), *_tall(2, *amounts)), row("功能分类科目编码", "科目名称"))


_BASIC_PROJECT = ("基本支出", "项目支出")
_FLOWS = ("年初结转和结余", "本年收入", "年末结转和结余")

NATIONAL: dict[str, Header] = {
    "summary": (
        (Cell("收入", 3), Cell("支出", 3)),
        row("项目", "行次", "金额", "项目", "行次", "金额"),
    ),
    "income": _national("本年收入合计", *INCOMES),
    "expenditure": _national("本年支出合计", *SPENDING),
    "fiscal-summary": (
        (Cell("收入", 3), Cell("支出", 6)),
        row("项目", "行次", "金额", "项目", "行次", "合计", *FUNDS),
    ),
    "public-expenditure": _under(
        (Cell("本年支出", 3),), _tall(2, "小计", *_BASIC_PROJECT), ()
    ),
    "public-basic": (
        (Cell("人员经费", 3), Cell("公用经费", 6)),
        row(*("科目编码", "科目名称", "金额") * 3),
    ),
    "three-public": (
        (Cell("预算数", 6), Cell("决算数", 6)),
        (
            *_tall(2, "合计", "因公出国（境）费"),
            *(Cell("公务用车购置及运行维护费", 3), *_tall(2, "公务接待费")),
        )
        * 2,
        row(*("小计", "公务用车购置费", "公务用车运行维护费") * 2),
    ),
    "fund-expenditure": _under(
        (*_tall(3, *_FLOWS[:2]), Cell("本年支出", 3), *_tall(3, _FLOWS[2])),
        _tall(2, "小计", *_BASIC_PROJECT),
        (),
    ),
    "capital-expenditure": _under(
        (Cell("本年支出", 3),), _tall(2, "小计", *_BASIC_PROJECT), ()
    ),
}  # fmt: skip
_SHANGHAI_FLOWS = (
    (
        *(Cell("项目", 2), *_tall(2, *_FLOWS[:2])),
        *(Cell("本年支出", 3), *_tall(2, _FLOWS[2])),
    ),
    row("功能分类科目编码", "科目名称", "合计", *_BASIC_PROJECT),
)
SHANGHAI: dict[str, Header] = {
    "summary": (
        (Cell("收入", 2), Cell("支出", 2)),
        row("项目", "决算数", "项目", "决算数"),
    ),
    "income": _shanghai("本年收入合计", *INCOMES),
    "expenditure": _shanghai("本年支出合计", *SPENDING),
    "fiscal-summary": (
        (Cell("收入", 2), Cell("支出", 5)),
        row("项目", "决算数", "项目", "合计", *FUNDS),
    ),
    "public-expenditure": _shanghai("合计", *_BASIC_PROJECT),
    "public-basic": (row(*("经济分类科目编码", "科目名称", "决算数") * 2),),
    "three-public": (
        (Cell("财政拨款“三公”经费", 12),),
        (
            *(Cell("合计", 2, 2), Cell("因公出国（境）费", 2, 2)),
            *(Cell("公务用车购置及运行维护费", 6), Cell("公务接待费", 2, 2)),
        ),
        _wide("小计", "公务用车购置费", "公务用车运行维护费"),
        row(*("预算数", "决算数") * 6),
    ),
    "fund-expenditure": _SHANGHAI_FLOWS,
    "capital-expenditure": _SHANGHAI_FLOWS,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """The form of the nine tables: their headers and titles in order, and how they are filled in.

    ``numbered_lines``: a column 行次 beside the items of the two summaries, and a row 栏次.
    ``total_last``: the row 合计 of the public expenditure stands last. ``zero``: what an economic
    item without any amount shows. ``basic``: which economic codes stand side by side.
    """

    headers: dict[str, Header]
    titles: dict[str, str]
    order: tuple[str, ...]
    numbered_lines: bool
    total_last: bool
    zero: str
    basic: tuple[tuple[str, ...], ...]


_FIRST_SIX = tuple(TITLES)[:6]
FORMS = {
    "national": Form(
        NATIONAL,
        NATIONAL_TITLES,
        (*_FIRST_SIX, "fund-expenditure", "capital-expenditure", "three-public"),
        numbered_lines=True,
        total_last=False,
        zero="",
        basic=(("301", "303"), ("302",), ("307", "310", "399")),
    ),
    "shanghai": Form(
        SHANGHAI,
        TITLES,
        tuple(TITLES),
        numbered_lines=False,
        total_last=True,
        zero="0.00",
        basic=(("301", "303"), ("302", "310")),
    ),
}
ECONOMIC_CLASSES = {
    "301": "工资福利支出",
    "302": "商品和服务支出",
    "303": "对个人和家庭的补助",
    "307": "债务利息及费用支出",
    "310": "资本性支出",
    "399": "其他支出",
}
ECONOMIC_NAMES = {
    "30101": "基本工资",
    "30102": "津贴补贴",
    "30103": "奖金",
    "30106": "伙食补助费",
    "30107": "绩效工资",
    "30108": "机关事业单位基本养老保险缴费",
    "30109": "职业年金缴费",
    "30110": "职工基本医疗保险缴费",
    "30111": "公务员医疗补助缴费",
    "30112": "其他社会保障缴费",
    "30113": "住房公积金",
    "30114": "医疗费",
    "30199": "其他工资福利支出",
    "30201": "办公费",
    "30202": "印刷费",
    "30203": "咨询费",
    "30204": "手续费",
    "30205": "水费",
    "30206": "电费",
    "30207": "邮电费",
    "30208": "取暖费",
    "30209": "物业管理费",
    "30211": "差旅费",
    "30212": "因公出国（境）费用",
    "30213": "维修（护）费",
    "30214": "租赁费",
    "30215": "会议费",
    "30216": "培训费",
    "30217": "公务接待费",
    "30218": "专用材料费",
    "30224": "被装购置费",
    "30225": "专用燃料费",
    "30226": "劳务费",
    "30227": "委托业务费",
    "30228": "工会经费",
    "30229": "福利费",
    "30231": "公务用车运行维护费",
    "30239": "其他交通费用",
    "30240": "税金及附加费用",
    "30299": "其他商品和服务支出",
    "30301": "离休费",
    "30302": "退休费",
    "30303": "退职（役）费",
    "30304": "抚恤金",
    "30305": "生活补助",
    "30306": "救济费",
    "30307": "医疗费补助",
    "30308": "助学金",
    "30309": "奖励金",
    "30310": "个人农业生产补贴",
    "30311": "代缴社会保险费",
    "30399": "其他对个人和家庭的补助",
    "30701": "国内债务付息",
    "30702": "国外债务付息",
    "31001": "房屋建筑物购建",
    "31002": "办公设备购置",
    "31003": "专用设备购置",
    "31007": "信息网络及软件购置更新",
    "31013": "公务用车购置",
    "31019": "其他交通工具购置",
    "31021": "文物和陈列品购置",
    "31022": "无形资产购置",
    "31099": "其他资本性支出",
    "39999": "其他支出",
}
