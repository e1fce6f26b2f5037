"""Variants that call an office by two names, or mistype a name or a word in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fictional.final_figures import Options as FinalOptions
from fictional.variants_names import said

if TYPE_CHECKING:
    from fictional.variants import Variant

_STAFF = ("dept/s1/staff", "人。")
_UNIT = ("unit/s1/staff", "人。")
_MEASURES = ("dept/s5/whole/measures/2", "分别签字负责。")
_OTHERS = ("dept/s9/text", "说明的事项。")
_DUTIES = ("s/duties/2", "创作演出。")
_CULTURE = ("s/duties/4", "落实安全责任。")


def _listed(*names: str) -> str:
    return f"本局内设{'、'.join(names)}四个股室。"


OFFICES: tuple[Variant, ...] = (
    said(
        "office-word-left-out", _STAFF,
        _listed("办公室", "种植业管理股", "质量安全监管股", "乡村产业股"),
        ("office-name", "warning", "质量安全监管股", None),
    ),
    said(
        "office-misprinted", _STAFF,
        _listed("办公室", "种植业管里股", "质量监管股", "乡村产业股"),
        ("office-name", "warning", "种植业管里股", None),
    ),
    said(
        "office-of-a-longer-list", _UNIT,
        "设有办公室、种植业管理股、质量监管股、乡村特色产业股、综合执法大队。",
        ("office-name", "info", "乡村特色产业股", None),
    ),
    said(
        "word-of-the-same-sound", _MEASURES,
        "组织高素质农民培育工作，公开高素质农民培育名单，高素质农民配育按季通报。",
        ("word-varied", "info", "高素质农民配育", None),
    ),
    said(
        "name-of-the-same-sound", _OTHERS,
        "开展耕地质量保护提升行动，耕地质量保护提升行动由专人负责，耕地质量包护提升行动按季通报。",
        ("word-varied", "info", "耕地质量包护提升行动", None),
    ),
    said(
        "word-that-looks-alike", _OTHERS,
        "推广绿色防控技术示范面积，绿色防控技术示范按季通报，绿色防控技木示范由专人负责。",
        ("word-varied", "info", "绿色防控技木示范", None),
    ),
    said(
        "word-turned", _MEASURES,
        "开展秸秆综合利用宣传，检查秸秆综合利用台账，秸秆综利合用按月通报。",
        ("word-varied", "info", "秸秆综利合用", None),
    ),
)  # fmt: skip

FINAL_OFFICES: tuple[Variant, ...] = (
    said(
        "final-office-misprinted", _DUTIES,
        "内设办公室、公共服务科、市场监管科、产业发展科四个科室。各科室为：办公室、公共服务科、市场兼管科、产业发展科。",
        ("office-name", "info", "市场兼管科", None), FinalOptions(),
    ),
    said(
        "final-word-of-the-same-sound", _DUTIES,
        "承办全民阅读推广活动，组织全民阅读推广人培训，评选全民阅毒推广优秀案例。",
        ("word-varied", "info", "全民阅毒推广", None), FinalOptions(),
    ),
    said(
        "final-word-turned", _CULTURE,
        "开展文化市场专项整治，公布文化市场专项整治结果，文化市场专整项治按季通报。",
        ("word-varied", "info", "文化市场专整项治", None), FinalOptions(),
    ),
)  # fmt: skip
