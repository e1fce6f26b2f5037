"""Variants with text that is repeated word for word, or that speaks of what is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fictional.figures import Options
from fictional.final_figures import Options as FinalOptions
from fictional.variants import AnyOptions, Expectation, Variant, place_of

if TYPE_CHECKING:
    from fictional.blocks import Printed


def repeated(
    name: str,
    places: tuple[str, str],
    texts: tuple[str, str],
    severity: str = "warning",
    options: AnyOptions | None = None,
) -> Variant:
    """A paragraph that says what another one says already: the first and the changed one."""
    options = options or Options()
    first, changed = places
    place = place_of(first, options=options)
    expect = Expectation("repeated-sentence", place, severity=severity)

    def change(printed: Printed) -> Printed:
        return printed.edit_text(changed, *texts)

    return Variant(name, change, expect, options)


def over(
    name: str, block_id: str, texts: tuple[str, str], options: AnyOptions | None = None
) -> Variant:
    """A paragraph that speaks of what is over."""
    options = options or Options()
    place = place_of(block_id, options=options)
    severity = "info" if "小康" in texts[1] else "warning"
    expect = Expectation("ended", place, texts[1], severity=severity)
    old, new = texts

    def change(printed: Printed) -> Printed:
        return printed.edit_text(block_id, old, new)

    return Variant(name, change, expect, options)


_DISEASES = "负责农作物病虫害、动物疫病的监测预报和防控工作。"
_SAFETY = "监督管理农产品质量安全，开展农业综合行政执法。"
_CULTURE = "组织公共文化服务和群众文化活动，推动文艺作品创作演出。"
_SPORTS = "管理公共体育设施，组织全民健身活动和青少年体育训练。"
_MARKET = "规范文化和旅游市场经营秩序，督促行业落实安全责任。"

STALE: tuple[Variant, ...] = (
    repeated(
        "duty-of-the-item-before", ("dept/s1/duties/3", "dept/s1/duties/4"), (_SAFETY, _DISEASES)
    ),
    repeated(
        "duty-of-a-unit-twice", ("unit/s1/duties/3", "unit/s1/duties/4"), (_SAFETY, _DISEASES)
    ),
    repeated(
        "sentence-twice-in-one-duty", ("dept/s1/duties/3", "dept/s1/duties/3"),
        (_DISEASES, _DISEASES + _DISEASES),
    ),
    repeated(
        "duty-of-an-item-far-above", ("dept/s1/duties/2", "dept/s1/duties/4"),
        (_SAFETY, "指导粮食等主要农产品生产，牵头高标准农田建设和耕地质量保护。"), "info",
    ),
    over("poverty-still-fought", "dept/s1/duties/5", ("巩固脱贫成果", "打赢脱贫攻坚战")),
    over("land-office", "dept/s1/duties/4", ("农业综合行政执法", "国土资源局")),
    over("quality-office-of-a-unit", "unit/s1/duties/4", ("农业综合行政执法", "质监局")),
)  # fmt: skip

FINAL_STALE: tuple[Variant, ...] = (
    repeated(
        "final-duty-of-the-item-before", ("s/duties/2", "s/duties/3"), (_SPORTS, _CULTURE),
        options=FinalOptions(),
    ),
    repeated(
        "final-sentence-twice-in-one-duty", ("s/duties/3", "s/duties/3"),
        (_SPORTS, _SPORTS + _SPORTS), options=FinalOptions(),
    ),
    repeated(
        "final-duty-of-an-item-far-above", ("s/duties/2", "s/duties/4"), (_MARKET, _CULTURE),
        "info", FinalOptions(),
    ),
    over("final-trade-office", "s/duties/4", ("行业", "工商局"), FinalOptions()),
    over("final-society", "s/duties/5", ("推动文化", "确保全面建成小康社会"), FinalOptions()),
)  # fmt: skip
