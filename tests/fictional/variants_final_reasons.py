"""Final accounts: reasons that are missing, or speak of the opposite."""

from __future__ import annotations

from fictional.blocks import Para, Printed
from fictional.variants import Expectation, Variant, in_text, place_of
from fictional.variants_final_tables import NAT, SH

BUDGET, CHANGE = "s/three-public/overall/budget", "s/three-public/overall/change"
REASONS = (
    "决算数小于预算数的主要原因是从严控制接待批次和车辆维修费用。",
    "，主要原因是今年恢复出访交流",
    "，主要原因是更新一辆已到报废年限的公务用车",
    "，主要原因是上年仅接待一批次，今年承接区域交流活动",
)


def _without_reasons(printed: Printed) -> Printed:
    """The three public expenses without any reason."""
    for old, block in zip(REASONS, (BUDGET, CHANGE, CHANGE, CHANGE), strict=True):
        para = printed.find(block)
        assert isinstance(para, Para)
        printed = printed.edit_text(block, old, "")
    return printed


FINAL_REASONS: tuple[Variant, ...] = (
    Variant(
        "finals-no-reason", _without_reasons,
        Expectation("reason-missing", place_of(CHANGE, options=NAT), severity="warning"), NAT,
    ),
    in_text(
        "finals-reason-of-increase", BUDGET, "主要原因是{}。",
        ("从严控制接待批次和车辆维修费用", "接待批次和车辆维修费用增加"), "reason-contradicts",
        options=NAT, severity="warning",
    ),
    in_text(
        "finals-reason-of-cars", CHANGE, "主要原因是{}；",
        ("更新一辆已到报废年限的公务用车", "压减公务用车维修费用"), "reason-contradicts",
        options=SH, severity="warning",
    ),
    in_text(
        "finals-reason-labelled", CHANGE, "，{}是今年", ("主要原因", "下降的主要原因"),
        "reason-contradicts", options=SH, severity="warning",
    ),
)  # fmt: skip
