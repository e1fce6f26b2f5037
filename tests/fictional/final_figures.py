"""The figures of the final accounts of the fictional 沧浦区文化体育和旅游局.

All amounts are in 元 with two decimals and are printed in 万元: honest rounding, so that printed
parts may differ from their printed total by a last digit.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Literal

from fictional.final_data import (
    ABROAD,
    AGENCY,
    CAR_PURCHASE,
    DISTRIBUTED,
    DISTRIBUTED_AT,
    ECONOMICS,
    FUNCTIONS,
    LOTTERY,
    MANAGEMENT,
    PROJECTS,
    THREE_PUBLIC_CODES,
    ZERO,
    Economic,
    Project,
)

D = Decimal


@dataclass(frozen=True, slots=True)
class Options:
    """What kind of good document to build.

    ``layout``: the national form or Shanghai's. ``carry_over``: money comes from last year and
    goes to the next, and surplus that is no fiscal appropriation is used. ``other_income``:
    事业收入 and 其他收入 pay for part of two projects (with ``carry_over`` some 事业收入 is left
    and distributed). ``fund``: a government fund pays for a project. Without ``three_public``
    there are no three public expenses at all. ``new_department``: it did not exist last year.
    ``merged_codes``: a code stands in one cell across the columns 类, 款 and 项 (national form).
    ``unit_tables``: the unit of the nine tables; the text stays in 万元. ``purchase_tables``: what
    was bought and what is owned stands in tables as well (national form).
    """

    layout: Literal["national", "shanghai"] = "national"
    carry_over: bool = False
    other_income: bool = False
    fund: bool = False
    three_public: bool = True
    new_department: bool = False
    merged_codes: bool = False
    unit_tables: Literal["万元", "元"] = "万元"
    purchase_tables: bool = False


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
