"""BL203 without a table or a sum to hold an amount against: its neighbours speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linting import lint_text

if TYPE_CHECKING:
    from pathlib import Path

NARRATIVE = """三、机关运行经费安排情况
2024年机关运行经费安排20.00万元。
四、财政拨款“三公”经费预算情况及增减变化原因
2024年“三公”经费预算安排6.00万元。
六、政府采购预算情况
2024年安排政府采购预算{procurement}。
七、国有资产信息
上年末固定资产金额为50.30万元。
"""


def warnings(procurement: str, folder: Path) -> list[tuple[str, str, str | None]]:
    report = lint_text(NARRATIVE.format(procurement=procurement), folder)
    return [(f.severity, f.message, f.actual) for f in report.findings if f.rule == "BL203"]


def test_a_tiny_amount_in_yuan_among_amounts_in_wan_is_a_warning(tmp_path: Path) -> None:
    assert warnings("8.00元", tmp_path) == [
        (
            "warning",
            "情况说明中的“政府采购预算”写作8.00元，而同一部分其他金额都用万元，单位可能应为万元",
            "8.00元",
        )
    ]


def test_an_amount_in_yuan_of_the_size_of_a_budget_is_none(tmp_path: Path) -> None:
    assert warnings("80000.00元", tmp_path) == []


def test_nothing_in_yuan_is_none(tmp_path: Path) -> None:
    assert warnings("0元", tmp_path) == []
