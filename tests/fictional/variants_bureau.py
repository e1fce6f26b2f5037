"""Variants with the name of another body, and with words left out of the own name."""

from __future__ import annotations

from dataclasses import replace

from fictional.figures import Options
from fictional.final_figures import Options as FinalOptions
from fictional.variants import AnyOptions, Expectation, Variant, place_of
from fictional.variants_form import caption

_OWN = "青禾县农业农村局"
_FINAL_OWN = "沧浦区文化体育和旅游局"


def _body(
    name: str, where: str, texts: tuple[str, str], marked: str, right: str | None = _OWN,
    options: AnyOptions | None = None,
) -> Variant:  # fmt: skip
    """A paragraph that says ``texts[1]``, which calls the part ``marked``."""
    return _named("other-body", name, where, texts, marked, "warning" if right else "info", right,
                  options)  # fmt: skip


def _dropped(
    name: str, where: str, texts: tuple[str, str], marked: str, severity: str = "warning",
    right: str = _OWN, options: AnyOptions | None = None,
) -> Variant:  # fmt: skip
    return _named("dropped-words", name, where, texts, marked, severity, right, options)


def _named(
    kind: str, name: str, where: str, texts: tuple[str, str], marked: str, severity: str,
    right: str | None, options: AnyOptions | None,
) -> Variant:  # fmt: skip
    place = place_of(where, options=options)
    expect = Expectation(kind, place, marked, right, severity)
    return Variant(
        name, lambda printed: printed.edit_text(where, *texts), expect, options or Options()
    )


BUREAU: tuple[Variant, ...] = (
    _body(
        "other-body-department", "dept/s1/lead",
        ("部门职责：", "按《青禾县农村经济部门职能配置规定》，青禾县农村经济部门的主要职责是："),
        "青禾县农村经济部门",
    ),
    _body(
        "other-body-bureau", "dept/s1/lead", ("部门职责：", "青禾县畜牧水产局主要职责是："),
        "青禾县畜牧水产局",
    ),
    _body(
        "other-body-described", "dept/s1/structure",
        ("机构设置：", "青禾县畜牧水产局是县政府工作部门，机构设置如下："), "青禾县畜牧水产局",
    ),
    _body(
        "other-body-unit", "unit/s1/lead", ("单位职责：", "青禾县乡村建设局的主要职责为："),
        "青禾县乡村建设局",
    ),
    _body(
        "other-body-regulation", "dept/s1/lead",
        ("部门职责：", "部门职责见《青禾县畜牧水产局职能配置、内设机构和人员编制规定》："),
        "青禾县畜牧水产局", None,
    ),
    Variant(
        "caption-department", caption("dept/s6/table", entity="316青禾县农业农村管理部门"),
        Expectation(
            "caption-entity", replace(place_of("dept/s6"), table="部门政府采购预算"),
            "316青禾县农业农村管理部门", f"316{_OWN}", "warning",
        ),
    ),
    _dropped(
        "dropped-end", "dept/s1/structure",
        ("机构设置：", "青禾县农业农村属于行政单位，机构设置如下："), "青禾县农业农村",
    ),
    _dropped(
        "dropped-end-unit", "unit/s1/structure",
        ("机构设置：", "青禾县农业农村隶属县政府，机构设置如下："), "青禾县农业农村",
    ),
    _dropped(
        "dropped-function", "dept/s6/text",
        ("青禾县农业农村局安排", "青禾县局机关安排"), "青禾县局", "info",
    ),
)  # fmt: skip

FINAL_BUREAU: tuple[Variant, ...] = (
    _body(
        "final-other-body-duties", "s/duties/1",
        ("拟订全区", "沧浦区广播电视局的主要职责是：拟订全区"), "沧浦区广播电视局",
        _FINAL_OWN, FinalOptions(),
    ),
    _body(
        "final-other-body-department", "s/duties/2",
        ("组织公共", "沧浦区文化市场管理部门的主要职能是：组织公共"), "沧浦区文化市场管理部门",
        _FINAL_OWN, FinalOptions(),
    ),
    _body(
        "final-other-body-regulation", "s/duties/3",
        ("管理公共", "按照《沧浦区广播电视局主要职责、内设机构和人员编制规定》，管理公共"),
        "沧浦区广播电视局", None, FinalOptions(),
    ),
    _dropped(
        "final-dropped-end", "s/structure/text",
        ("沧浦区文化", "沧浦区文化体育和旅游隶属区政府。沧浦区文化"), "沧浦区文化体育和旅游",
        right=_FINAL_OWN, options=FinalOptions(),
    ),
    _dropped(
        "final-dropped-function", "s/duties/5",
        ("组织旅游", "沧浦区局机关组织旅游"), "沧浦区局", "info", _FINAL_OWN, FinalOptions(),
    ),
)  # fmt: skip
