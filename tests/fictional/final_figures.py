"""The figures of the final accounts of the fictional 沧浦区文化体育和旅游局.

All amounts are in 元 with two decimals and are printed in 万元: honest rounding, so that printed
parts may differ from their printed total by a last digit.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Literal

D = Decimal
ZERO = D("0.00")
YEAR = 2024
ENTITY = "沧浦区文化体育和旅游局"
UNITS = (f"{ENTITY}（本级）", "沧浦区文化馆")
AGENCY = "2070101"  # 行政运行: whose public funds are the 机关运行经费; 文化馆 is no agency

CLASSES = (
    "201一般公共服务支出",
    "202外交支出",
    "203国防支出",
    "204公共安全支出",
    "205教育支出",
    "206科学技术支出",
    "207文化旅游体育与传媒支出",
    "208社会保障和就业支出",
    "210卫生健康支出",
    "211节能环保支出",
    "212城乡社区支出",
    "213农林水支出",
    "214交通运输支出",
    "215资源勘探工业信息等支出",
    "216商业服务业等支出",
    "217金融支出",
    "219援助其他地区支出",
    "220自然资源海洋气象等支出",
    "221住房保障支出",
    "222粮油物资储备支出",
    "223国有资本经营预算支出",
    "224灾害防治及应急管理支出",
    "229其他支出",
    "231债务还本支出",
    "232债务付息支出",
    "234抗疫特别国债安排的支出",
)
FUNCTIONS = {line[:3]: line[3:] for line in CLASSES} | {
    "20701": "文化和旅游",
    "2070101": "行政运行",
    "2070102": "一般行政管理事务",
    "2070109": "群众文化",
    "2070112": "文化和旅游市场管理",
    "2070113": "旅游宣传",
    "20703": "体育",
    "2070307": "体育场馆",
    "2070308": "群众体育",
    "20805": "行政事业单位养老支出",
    "2080501": "行政单位离退休",
    "2080505": "机关事业单位基本养老保险缴费支出",
    "2080506": "机关事业单位职业年金缴费支出",
    "21011": "行政事业单位医疗",
    "2101101": "行政单位医疗",
    "2101102": "事业单位医疗",
    "22102": "住房改革支出",
    "2210201": "住房公积金",
    "2210203": "购房补贴",
    "22960": "彩票公益金安排的支出",
    "2296003": "用于体育事业的彩票公益金支出",
}


@dataclass(frozen=True, slots=True)
class Economic:
    """A leaf of basic expenditure: economic code, amount, and the function it is spent on."""

    code: str
    function: str
    amount: Decimal


ECONOMICS = tuple(
    Economic(code, function, D(amount))
    for code, function, amount in (
        ("30101", "2070101", "2164380.00"),
        ("30101", "2070109", "1387215.50"),
        ("30102", "2070101", "2871604.25"),
        ("30102", "2210203", "418236.00"),
        ("30103", "2070101", "1032477.38"),
        ("30107", "2070109", "1966842.17"),
        ("30108", "2080505", "1021865.92"),
        ("30109", "2080506", "510932.96"),
        ("30110", "2101101", "402718.44"),
        ("30110", "2101102", "236509.81"),
        ("30112", "2070109", "48371.36"),
        ("30113", "2210201", "1184926.00"),
        ("30199", "2070101", "26135.70"),
        ("30201", "2070101", "187634.29"),
        ("30201", "2070109", "64218.55"),
        ("30202", "2070101", "31406.00"),
        ("30205", "2070109", "18237.46"),
        ("30206", "2070101", "53820.17"),
        ("30206", "2070109", "142913.08"),
        ("30207", "2070101", "46158.93"),
        ("30209", "2070101", "236400.00"),
        ("30211", "2070101", "58713.64"),
        ("30213", "2070109", "97452.83"),
        ("30215", "2070101", "12386.00"),
        ("30216", "2070101", "34127.50"),
        ("30217", "2070101", "12725.50"),
        ("30226", "2070109", "83640.00"),
        ("30227", "2070101", "65180.00"),
        ("30228", "2070101", "96374.82"),
        ("30229", "2070101", "71254.36"),
        ("30231", "2070101", "96418.27"),
        ("30239", "2070101", "268340.00"),
        ("30299", "2070101", "27916.14"),
        ("30302", "2080501", "683214.40"),
        ("30309", "2070109", "4860.00"),
        ("31002", "2070101", "118965.00"),
    )
)
THREE_PUBLIC_CODES = ("30217", "30231")


@dataclass(frozen=True, slots=True)
class Project:
    """A project: what is spent, and from what other than this year's fiscal appropriation.

    ``undertaking`` (事业收入) and ``other`` (其他收入) count only with ``other_income``; ``start``
    (年初结转和结余), ``end`` (年末结转和结余) and ``surplus`` (使用非财政拨款结余) only with
    ``carry_over``. ``fund``: paid from the government fund instead of the general public budget.
    """

    name: str
    function: str
    amount: Decimal
    undertaking: Decimal = ZERO
    other: Decimal = ZERO
    start: Decimal = ZERO
    end: Decimal = ZERO
    surplus: Decimal = ZERO
    fund: bool = False


ABROAD = D("76214.33")
CAR_PURCHASE = D("179836.00")
MANAGEMENT = Project("机关专项业务", "2070102", D("512640.27"))
PROJECTS = (
    Project(
        "文化惠民演出与节庆活动", "2070109", D("4826317.45"),
        undertaking=D("315240.00"), surplus=D("58930.25"),
    ),
    Project("文化旅游市场巡查与行业安全", "2070112", D("692380.14")),
    Project("旅游线路推广", "2070113", D("1738425.60")),
    Project(
        "公共体育设施维护", "2070307", D("2315704.88"),
        start=D("286500.00"), end=D("134218.36"),
    ),
    Project("全民健身赛事", "2070308", D("963218.70"), other=D("87450.00")),
)  # fmt: skip
LOTTERY = Project(
    "社区健身苑点更新", "2296003", D("1284560.90"),
    start=D("164320.00"), end=D("92185.45"), fund=True,
)  # fmt: skip
DISTRIBUTED = D("23615.80")  # 结余分配, from the 事业收入 of 文化馆
DISTRIBUTED_AT = "2070109"

# Budget at the start of the year and after adjustments, of the general public budget by 项.
BUDGETS = {
    code: (D(initial), D(annual))
    for code, initial, annual in (
        ("2070101", "7286400.00", "7604200.00"),
        ("2070102", "810000.00", "781200.00"),
        ("2070109", "8450000.00", "8731500.00"),
        ("2070112", "710000.00", "694000.00"),
        ("2070113", "1500000.00", "1752000.00"),
        ("2070307", "2400000.00", "2350000.00"),
        ("2070308", "980000.00", "971300.00"),
        ("2080501", "0.00", "683214.40"),
        ("2080505", "1035000.00", "1026400.00"),
        ("2080506", "418500.00", "517500.00"),
        ("2101101", "415600.00", "406900.00"),
        ("2101102", "241300.00", "238700.00"),
        ("2210201", "1196000.00", "1188400.00"),
        ("2210203", "418236.00", "418236.00"),
    )
}
FUND_BUDGET = (D("1100000.00"), D("1310000.00"))


@dataclass(frozen=True, slots=True)
class Options:
    """What kind of good document to build.

    ``layout``: the national form or Shanghai's. ``carry_over``: money comes from last year and
    goes to the next, and surplus that is no fiscal appropriation is used. ``other_income``:
    事业收入 and 其他收入 pay for part of two projects (with ``carry_over`` some 事业收入 is left
    and distributed). ``fund``: a government fund pays for a project. Without ``three_public``
    there are no three public expenses at all. ``new_department``: it did not exist last year.
    """

    layout: Literal["national", "shanghai"] = "national"
    carry_over: bool = False
    other_income: bool = False
    fund: bool = False
    three_public: bool = True
    new_department: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the tables by functions, in 元: what is spent, and where it comes from."""

    code: str
    name: str
    basic: Decimal = ZERO
    project: Decimal = ZERO
    undertaking: Decimal = ZERO
    other: Decimal = ZERO
    surplus: Decimal = ZERO
    distributed: Decimal = ZERO
    fund: Decimal = ZERO
    start: Decimal = ZERO
    end: Decimal = ZERO
    fund_start: Decimal = ZERO
    fund_end: Decimal = ZERO

    def __add__(self, more: Line) -> Line:
        sums = (getattr(self, name) + getattr(more, name) for name in _AMOUNTS)
        return Line(self.code, self.name, *sums)

    @property
    def total(self) -> Decimal:
        """All expenditure."""
        return self.basic + self.project

    @property
    def own(self) -> Decimal:
        """Expenditure that no fiscal appropriation pays for."""
        return self.undertaking + self.other + self.surplus

    @property
    def general_project(self) -> Decimal:
        """Project expenditure of the general public budget."""
        return self.project - self.own - self.fund

    @property
    def general(self) -> Decimal:
        """Expenditure of the general public budget."""
        return self.basic + self.general_project

    @property
    def general_income(self) -> Decimal:
        """This year's appropriation of the general public budget."""
        return self.general - self.start + self.end

    @property
    def fund_income(self) -> Decimal:
        """This year's appropriation of the government fund."""
        return self.fund - self.fund_start + self.fund_end

    @property
    def fiscal_income(self) -> Decimal:
        """This year's fiscal appropriation."""
        return self.general_income + self.fund_income

    @property
    def undertaking_income(self) -> Decimal:
        """This year's 事业收入: what it paid for and what is left of it."""
        return self.undertaking + self.distributed

    @property
    def income(self) -> Decimal:
        """This year's income."""
        return self.fiscal_income + self.undertaking_income + self.other


_AMOUNTS = tuple(name for name in Line.__dataclass_fields__ if name not in ("code", "name"))


@dataclass(frozen=True, slots=True)
class Change:
    """A quantity this year and last year, in 元."""

    now: Decimal
    last: Decimal

    @property
    def by(self) -> Decimal:
        """The signed change."""
        return self.now - self.last

    @property
    def rate(self) -> str:
        """The size of the change in percent of last year; 100.00% of nothing, as is usual."""
        return percent(abs(self.by), self.last) if self.last else "100.00%"


def wan(amount: Decimal) -> Decimal:
    """An amount in 元 as printed in 万元."""
    return (amount / 10000).quantize(D("0.01"), ROUND_HALF_UP)


def plain(amount: Decimal) -> str:
    """An amount in 元 as the text prints it in 万元: zero is a bare 0."""
    return f"{wan(amount):.2f}" if amount else "0"


def percent(part: Decimal, whole: Decimal, rounding: str = ROUND_HALF_UP) -> str:
    """A share or rate as printed."""
    return f"{(part * 100 / whole).quantize(D('0.01'), rounding)}%"


def truncated(part: Decimal, whole: Decimal) -> str:
    """A share whose further digits were cut off, which is usual too."""
    return percent(part, whole, ROUND_DOWN)


@dataclass(frozen=True)
class Figures:
    """Every number of the disclosure."""

    options: Options = Options()

    @cached_property
    def economics(self) -> tuple[Economic, ...]:
        """The leaves of basic expenditure."""
        if self.options.three_public:
            return ECONOMICS
        return tuple(item for item in ECONOMICS if item.code not in THREE_PUBLIC_CODES)

    @cached_property
    def projects(self) -> tuple[Project, ...]:
        """The projects."""
        three = ABROAD + CAR_PURCHASE if self.options.three_public else ZERO
        management = Project(MANAGEMENT.name, MANAGEMENT.function, MANAGEMENT.amount + three)
        return (management, *PROJECTS, *((LOTTERY,) if self.options.fund else ()))

    @cached_property
    def items(self) -> tuple[Line, ...]:
        """The 项 in the order of the codes."""
        codes = {item.function for item in self.economics} | {p.function for p in self.projects}
        return tuple(self._item(code) for code in sorted(codes))

    def _item(self, code: str) -> Line:
        line = Line(
            code,
            FUNCTIONS[code],
            sum((item.amount for item in self.economics if item.function == code), ZERO),
        )
        for project in self.projects:
            if project.function == code:
                line += self._project(project)
        return line

    def _project(self, project: Project) -> Line:
        own, carried = self.options.other_income, self.options.carry_over
        start, end = (project.start, project.end) if carried else (ZERO, ZERO)
        both = own and carried and project.function == DISTRIBUTED_AT
        return Line(
            project.function,
            project.name,
            project=project.amount,
            undertaking=project.undertaking if own else ZERO,
            other=project.other if own else ZERO,
            surplus=project.surplus if carried else ZERO,
            distributed=DISTRIBUTED if both else ZERO,
            fund=project.amount if project.fund else ZERO,
            start=ZERO if project.fund else start,
            end=ZERO if project.fund else end,
            fund_start=start if project.fund else ZERO,
            fund_end=end if project.fund else ZERO,
        )

    def function(self, prefix: str) -> Line:
        """The row of a function; the empty prefix gives the grand total."""
        mine = (item for item in self.items if item.code.startswith(prefix))
        return sum(mine, Line(prefix, FUNCTIONS.get(prefix, "合计")))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The rows of the tables by functions: 类, 款 and 项 in the order of the codes."""
        return tuple(line for code in sorted(FUNCTIONS) if (line := self.function(code)).total)

    @cached_property
    def total(self) -> Line:
        """The grand total by functions."""
        return self.function("")

    def economic(self, prefix: str) -> Decimal:
        """The basic expenditure of an economic class or item."""
        return sum((item.amount for item in self.economics if item.code.startswith(prefix)), ZERO)

    @property
    def personnel(self) -> Decimal:
        """人员经费."""
        return self.economic("301") + self.economic("303")

    @property
    def operating(self) -> Decimal:
        """公用经费."""
        return self.economic("302") + self.economic("310")

    def last(self, amount: str) -> Decimal:
        """An amount of last year."""
        return ZERO if self.options.new_department else D(amount)

    @property
    def grand(self) -> Change:
        """收入总计, which equals 支出总计."""
        total = self.total
        now = total.income + total.surplus + total.start + total.fund_start
        return Change(now, self.last("24318562.77"))

    @property
    def fiscal(self) -> Change:
        """财政拨款收、支总计."""
        total = self.total
        now = total.fiscal_income + total.start + total.fund_start
        return Change(now, self.last("23964118.52"))

    @property
    def general(self) -> Change:
        """Expenditure of the general public budget."""
        return Change(self.total.general, self.last("23812640.33"))

    @property
    def agency(self) -> Change:
        """机关运行经费: the public funds of the agency alone."""
        now = sum(
            (
                item.amount
                for item in self.economics
                if item.function == AGENCY and item.code[:3] in ("302", "310")
            ),
            ZERO,
        )
        return Change(now, self.last("1502836.19"))
