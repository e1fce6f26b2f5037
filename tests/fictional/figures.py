"""The figures of the fictional 青禾县农业农村局: a few leaf amounts and everything derived.

All amounts are in 万元 with two decimals and therefore exact in 元 as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from fictional.projects import PROJECTS, Project

if TYPE_CHECKING:
    from collections.abc import Callable

D = Decimal
ZERO = D("0.00")
YEAR = 2024
ENTITY = "青禾县农业农村局"
CODE = "316"
UNIT_ENTITY = "青禾县农业农村局本级"
UNIT_CODE = "316001"

# Lines of the 收支总表, in the order of the codes; 类 not used here stay blank.
CLASSES = (
    "201一般公共服务支出",
    "202外交支出",
    "203国防支出",
    "204公共安全支出",
    "205教育支出",
    "206科学技术支出",
    "207文化旅游体育与传媒支出",
    "208社会保障和就业支出",
    "209社会保险基金支出",
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
    "227预备费",
    "229其他支出",
    "230转移性支出",
    "231债务还本支出",
    "232债务付息支出",
    "233债务发行费用支出",
    "234抗疫特别国债安排的支出",
)

FUNCTIONS = {line[:3]: line[3:] for line in CLASSES} | {
    "20805": "行政事业单位养老支出",
    "2080501": "行政单位离退休",
    "2080505": "机关事业单位基本养老保险缴费支出",
    "2080506": "机关事业单位职业年金缴费支出",
    "20808": "抚恤",
    "2080801": "死亡抚恤",
    "20899": "其他社会保障和就业支出",
    "2089999": "其他社会保障和就业支出",
    "21011": "行政事业单位医疗",
    "2101101": "行政单位医疗",
    "2101103": "公务员医疗补助",
    "21104": "自然生态保护",
    "2110402": "农村环境保护",
    "21301": "农业农村",
    "2130101": "行政运行",
    "2130106": "科技转化与推广服务",
    "2130108": "病虫害控制",
    "2130109": "农产品质量安全",
    "2130110": "执法监管",
    "21305": "巩固脱贫攻坚成果衔接乡村振兴",
    "2130505": "生产发展",
    "22102": "住房改革支出",
    "2210201": "住房公积金",
}


@dataclass(frozen=True, slots=True)
class Economic:
    """A leaf of basic expenditure: economic code, name, amount, and the function it is spent on."""

    code: str
    name: str
    amount: Decimal
    function: str


ECONOMIC_CLASSES = {
    "301": "工资福利支出",
    "302": "商品和服务支出",
    "303": "对个人和家庭的补助",
    "310": "资本性支出",
}
ECONOMICS = tuple(
    Economic(code, name, D(amount), function)
    for code, name, amount, function in (
        ("30101", "基本工资", "326.48", "2130101"),
        ("30102", "津贴补贴", "214.75", "2130101"),
        ("30103", "奖金", "61.37", "2130101"),
        ("30107", "绩效工资", "118.93", "2130101"),
        ("30108", "机关事业单位基本养老保险缴费", "112.36", "2080505"),
        ("30109", "职业年金缴费", "56.18", "2080506"),
        ("30110", "职工基本医疗保险缴费", "61.72", "2101101"),
        ("30111", "公务员医疗补助缴费", "24.08", "2101103"),
        ("30112", "其他社会保障缴费", "3.86", "2089999"),
        ("30113", "住房公积金", "98.76", "2210201"),
        ("30201", "办公费", "18.65", "2130101"),
        ("30202", "印刷费", "3.24", "2130101"),
        ("30205", "水费", "1.58", "2130101"),
        ("30206", "电费", "7.91", "2130101"),
        ("30207", "邮电费", "6.80", "2130101"),
        ("30208", "取暖费", "8.46", "2130101"),
        ("30211", "差旅费", "9.67", "2130101"),
        ("30213", "维修（护）费", "4.35", "2130101"),
        ("30215", "会议费", "2.49", "2130101"),
        ("30216", "培训费", "3.12", "2130101"),
        ("30217", "公务接待费", "1.85", "2130101"),
        ("30228", "工会经费", "11.27", "2130101"),
        ("30229", "福利费", "8.43", "2130101"),
        ("30231", "公务用车运行维护费", "12.40", "2130101"),
        ("30239", "其他交通费用", "26.88", "2130101"),
        ("30299", "其他商品和服务支出", "2.17", "2130101"),
        ("30302", "退休费", "96.54", "2080501"),
        ("30304", "抚恤金", "5.28", "2080801"),
        ("30309", "奖励金", "0.72", "2130101"),
        ("31002", "办公设备购置", "6.00", "2130101"),
    )
)


@dataclass(frozen=True, slots=True)
class Options:
    """What kind of good document to build.

    ``unit_tables``: the unit of the nine tables and of the procurement and asset tables (the text
    stays in 万元). ``carry_over``: part of a project is paid by last year's carry-over.
    ``other_income``: part of a project is paid by the unit's 其他收入. ``split_postage``: the text
    names two items that share the one table row 邮电费. ``meeting_rows``: table 9 goes on with
    会议费 and 培训费, so that its 合计 is more than the three public expenses. Without
    ``standard_tables`` the nine tables are published as a separate file. ``shares``: the text
    tells what part of the budget is basic and what part project expenditure.
    """

    unit_tables: Literal["万元", "元"] = "万元"
    unit_part: bool = True
    carry_over: bool = False
    other_income: bool = False
    split_postage: bool = False
    meeting_rows: bool = False
    standard_tables: bool = True
    shares: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table by functions: what is spent, and what pays for it."""

    code: str
    name: str
    basic: Decimal
    project: Decimal
    carry: Decimal
    other: Decimal

    @property
    def total(self) -> Decimal:
        """All expenditure."""
        return self.basic + self.project

    @property
    def income(self) -> Decimal:
        """This year's income."""
        return self.total - self.carry

    @property
    def general(self) -> Decimal:
        """This year's general public budget appropriation."""
        return self.income - self.other


@dataclass(frozen=True)
class Change:
    """A quantity this year and last year."""

    now: Decimal
    last: Decimal

    @property
    def by(self) -> Decimal:
        """The signed change."""
        return self.now - self.last

    @property
    def rate(self) -> Decimal:
        """The size of the change in percent of last year, two decimals."""
        return (abs(self.by) * 100 / self.last).quantize(D("0.01"), ROUND_HALF_UP)


@dataclass(frozen=True)
class Figures:
    """Every number of the disclosure.

    ``wrong_side``: economic codes counted to 人员经费 instead of 公用经费, or the other way round.
    """

    options: Options = Options()
    economics: tuple[Economic, ...] = ECONOMICS
    projects: tuple[Project, ...] = PROJECTS
    wrong_side: tuple[str, ...] = ()

    def _economic(self, test: Callable[[Economic], bool]) -> Decimal:
        return sum((item.amount for item in self.economics if test(item)), ZERO)

    def function(self, prefix: str) -> Line:
        """The row of a function; the empty prefix gives the grand total."""
        mine = [p for p in self.projects if p.function.startswith(prefix)]
        carry = sum((p.carry for p in mine), ZERO) if self.options.carry_over else ZERO
        other = sum((p.other for p in mine), ZERO) if self.options.other_income else ZERO
        return Line(
            prefix,
            FUNCTIONS.get(prefix, "合计"),
            self._economic(lambda item: item.function.startswith(prefix)),
            sum((p.amount for p in mine), ZERO),
            carry,
            other,
        )

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The rows of the tables by functions: 类, 款 and 项 in the order of the codes."""
        return tuple(line for code in sorted(FUNCTIONS) if (line := self.function(code)).total)

    def economic(self, prefix: str) -> Decimal:
        """The basic expenditure of an economic class or item."""
        return self._economic(lambda item: item.code.startswith(prefix))

    @property
    def total(self) -> Line:
        """The grand total by functions."""
        return self.function("")

    def sides(self, prefix: str) -> tuple[Decimal, Decimal]:
        """The 人员经费 and the 公用经费 of an economic class or item."""

        def is_personnel(item: Economic) -> bool:
            return (item.code[:3] in ("301", "303")) != (item.code in self.wrong_side)

        personnel = self._economic(lambda x: x.code.startswith(prefix) and is_personnel(x))
        return personnel, self.economic(prefix) - personnel

    @property
    def personnel(self) -> Decimal:
        """人员经费."""
        return self.sides("")[0]

    @property
    def public(self) -> Decimal:
        """公用经费, which is what 机关运行经费 is in a department without 参公 units."""
        return self.sides("")[1]

    @property
    def fiscal(self) -> Decimal:
        """Expenditure paid by fiscal appropriation, carry-over included."""
        return self.total.total - self.total.other

    @property
    def all_change(self) -> Change:
        """The whole budget against last year's."""
        return Change(self.total.total, self.basic_change.last + self.project_change.last)

    @property
    def basic_change(self) -> Change:
        """Basic expenditure against last year's."""
        return Change(self.total.basic, D("1289.74"))

    @property
    def project_change(self) -> Change:
        """Project expenditure against last year's."""
        return Change(self.total.project, D("705.36"))

    @property
    def abroad(self) -> Change:
        """因公出国（境）费."""
        return Change(ZERO, ZERO)

    @property
    def car_purchase(self) -> Change:
        """公务用车购置费."""
        return Change(ZERO, ZERO)

    @property
    def car_running(self) -> Change:
        """公务用车运行维护费."""
        return Change(self.economic("30231"), D("13.90"))

    @property
    def cars(self) -> Change:
        """公务用车购置及运维费."""
        return _sum(self.car_purchase, self.car_running)

    @property
    def reception(self) -> Change:
        """公务接待费."""
        return Change(self.economic("30217"), D("2.05"))

    @property
    def three(self) -> Change:
        """The three public expenses."""
        return _sum(self.abroad, self.cars, self.reception)


def _sum(*changes: Change) -> Change:
    return Change(sum((c.now for c in changes), ZERO), sum((c.last for c in changes), ZERO))
