"""Three public expenses, procurement, assets and performance of the fictional final accounts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from fictional.final_data import ABROAD, CAR_PURCHASE, ZERO
from fictional.final_figures import Change, Figures, Options

D = Decimal


@dataclass(frozen=True, slots=True)
class Public:
    """One of the three public expenses, in 元: budget, final account, last year's final account."""

    id: str
    name: str
    budget: Decimal
    final: Decimal
    last: Decimal

    @property
    def change(self) -> Change:
        """Against last year."""
        return Change(self.final, self.last)


def _sum(key: str, name: str, items: tuple[Public, ...]) -> Public:
    budget, final, last = (
        sum((getattr(item, field) for item in items), ZERO) for field in ("budget", "final", "last")
    )
    return Public(key, name, budget, final, last)


@dataclass(frozen=True)
class ThreePublic:
    """The three public expenses; all zero if there are none."""

    figures: Figures

    def _item(self, key: str, name: str, amounts: tuple[str, Decimal, str]) -> Public:
        budget, final, last = amounts
        if not self.figures.options.three_public:
            return Public(key, name, ZERO, ZERO, ZERO)
        return Public(key, name, D(budget), final, self.figures.last(last))

    @property
    def abroad(self) -> Public:
        """因公出国（境）费: nothing last year."""
        return self._item("abroad", "因公出国（境）费", ("80000.00", ABROAD, "0.00"))

    @property
    def purchase(self) -> Public:
        """公务用车购置费."""
        amounts = ("180000.00", CAR_PURCHASE, "0.00")
        return self._item("vehicle-purchase", "公务用车购置费", amounts)

    @property
    def operation(self) -> Public:
        """公务用车运行维护费."""
        amounts = ("103000.00", self.figures.economic("30231"), "110452.68")
        return self._item("vehicle-operation", "公务用车运行维护费", amounts)

    @property
    def vehicles(self) -> Public:
        """公务用车购置及运行维护费."""
        return _sum("vehicles", "公务用车购置及运行维护费", (self.purchase, self.operation))

    @property
    def reception(self) -> Public:
        """公务接待费: almost nothing last year, so that its growth is enormous."""
        amounts = ("25000.00", self.figures.economic("30217"), "486.00")
        return self._item("reception", "公务接待费", amounts)

    @property
    def three(self) -> tuple[Public, Public, Public]:
        """The three, in their usual order."""
        return self.abroad, self.vehicles, self.reception

    @property
    def total(self) -> Public:
        """All three."""
        return _sum("total", "合计", self.three)

    @property
    def row(self) -> tuple[Public, ...]:
        """The columns of the standard table."""
        return (
            self.total, self.abroad, self.vehicles, self.purchase, self.operation, self.reception
        )  # fmt: skip


TRIPS = {"团组": 1, "人次": 2}
CARS = {"购置": 1, "保有": 4}
RECEPTIONS = {"批次": 9, "人次": 74}

# 政府采购: spent on goods, works and services, and what small and medium firms got of each.
PURCHASES = {
    "货物": (D("486320.00"), D("486320.00")),
    "工程": (D("935400.00"), D("612700.00")),
    "服务": (D("1274860.00"), D("907350.00")),
}
SMALL_FIRMS = D("1148200.00")  # of these, 小微企业
RESERVED = {"中小企业": D("1680000.00"), "小微企业": D("1050000.00")}
WON = (D("1553870.00"), D("981400.00"), D("452500.00"))

VEHICLES = {
    "national": (
        ("副部（省）级及以上领导用车", 0),
        ("主要负责人用车", 0),
        ("机要通信用车", 1),
        ("应急保障用车", 1),
        ("执法执勤用车", 2),
        ("特种专业技术用车", 0),
        ("离退休干部服务用车", 0),
        ("其他用车", 3),
    ),
    "shanghai": (
        ("部级领导干部用车", 0),
        ("主要领导干部用车", 0),
        ("机要通信用车", 1),
        ("应急保障用车", 1),
        ("执法执勤用车", 2),
        ("特种专业技术用车", 0),
        ("离退休干部用车", 0),
        ("其他用车", 3),
    ),
}
EQUIPMENT = 2  # devices of more than a million

# Self-evaluation of projects: how many got which grade, and the average of their points.
GRADES = {"优": 5, "良": 1, "合格": 0, "不合格": 0}
AVERAGE = "94.67"
PROBLEMS = (3, 2, 1)  # found, mended, being mended


def evaluated(options: Options) -> dict[str, int]:
    """The grades of all projects; the one of the government fund is graded 优 as well."""
    return GRADES | {"优": GRADES["优"] + options.fund}
