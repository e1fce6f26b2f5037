"""Tables of procurement and of fixed assets in final accounts, always in 元."""

from __future__ import annotations

from decimal import Decimal

from fictional.blocks import Caption, Printed, TableBlock, row
from fictional.final_facts import PURCHASES, SMALL_FIRMS, VEHICLES

KINDS, OWNED = "s/procurement/table", "s/assets/table"
_CARS, _OTHER = Decimal("1430600.00"), Decimal("1834200.00")


def with_purchase_tables(printed: Printed) -> Printed:
    """Final accounts that print what was bought and what is owned in tables as well."""
    printed = printed.insert_after("s/procurement/text", (_kinds(),))
    return printed.insert_after("s/assets/text", (_owned(),))


def _kinds() -> TableBlock:
    total = sum((amount for amount, _ in PURCHASES.values()), Decimal(0))
    small = sum((share for _, share in PURCHASES.values()), Decimal(0))
    lines = (
        ("政府采购支出合计", total),
        *((kind, amount) for kind, (amount, _) in PURCHASES.items()),
        ("授予中小企业合同金额", small),
        ("其中：授予小微企业合同金额", SMALL_FIRMS),
    )
    rows = tuple(row(label, f"{amount:.2f}") for label, amount in lines)
    return TableBlock(
        KINDS, "政府采购情况表", (row("项目", "金额"),), rows, Caption(unit="单位：元")
    )


def _owned() -> TableBlock:
    cars = sum(count for _, count in VEHICLES["national"])
    rows = (
        row("固定资产总额", "", f"{_CARS + _OTHER:.2f}"),
        row("1、车辆（辆）", str(cars), f"{_CARS:.2f}"),
        row("2、其他固定资产", "218", f"{_OTHER:.2f}"),
    )
    head = (row("项目", "数量", "价值"),)
    return TableBlock(OWNED, "固定资产占用情况表", head, rows, Caption(unit="单位：元"))
