"""Variants with something left behind by a template, a tool or a global replacement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fictional.figures import Options
from fictional.final_figures import Options as FinalOptions
from fictional.variants import Expectation, Place, Variant, place_of
from fictional.variants_good import said

if TYPE_CHECKING:
    from fictional.variants import AnyOptions, Good

ALONE = Options(unit_part=False)
FINAL = FinalOptions()


def left(
    kind: str, name: str, block: str, old: str, new: str, options: AnyOptions = ALONE
) -> Variant:
    """A paragraph that holds something left behind."""
    place = Place("department") if block == "cover" else place_of(block, options=options)
    return Variant(
        f"{kind}-{name}",
        lambda printed: printed.edit_text(block, old, new),
        Expectation(kind, place, severity="warning"),
        options,
    )


RESIDUE: tuple[Variant, ...] = (
    left("field-code", "reference", "dept/s9/text", "本部门", "见错误！未找到引用源。本部门"),
    left("field-code", "page", "dept/s9/text", "本部门", "PAGEREF _Toc25831 h 本部门"),
    left("placeholder", "sign", "dept/s1/duties/2", "高标准农田", "XX县高标准农田"),
    left("placeholder", "circles", "dept/s5/whole/measures/3", "县政府", "○○县政府"),
    left("placeholder", "prompt", "dept/s9/text", "的事项。", "的事项（待补充）。"),
    left("placeholder", "length", "dept/s5/special/text", "项目。", "项目（100字以内）。"),
    left("placeholder", "stump", "dept/s1/duties/1", "起草", "其的主要职责有起草"),
    left("replaced-word", "market", "dept/s8/8", "货物、工程", "县场、货物、工程"),
    left("replaced-word", "unit", "dept/s8/2", "利息收入", "附属部门上缴收入"),
    left("markup", "entity", "dept/s9/text", "本部门", "&nbsp;本部门"),
    left("markup", "tag", "dept/s1/duties/3", "病虫害、", "病虫害、<br/>"),
    left("draft-mark", "cover", "cover", "信息公开", "信息公开（征求意见稿）"),
)

FINAL_RESIDUE: tuple[Variant, ...] = (
    left("field-code", "final", "s/duties/2", "推动", "错误！未定义书签。推动", FINAL),
    left("placeholder", "final-sign", "s/duties/1", "全区", "××区", FINAL),
    left("placeholder", "final-mark", "g/1", "的拨款", "的拨款（单位公开范本）", FINAL),
    left(
        "placeholder", "final-choice", "s/public-expenditure/items/text",
        "大于年初预算数", "大于（小于）年初预算数", FINAL,
    ),
    left("replaced-word", "final-market", "s/duties/4", "市场", "县场", FINAL),
    left("replaced-word", "final-unit", "g/2", "事业单位开展", "事业部门专业业务", FINAL),
    left("markup", "final-tag", "s/duties/5", "旅游资源", "<span>旅游资源", FINAL),
    left("draft-mark", "final-cover", "cover", "部门决算", "部门决算（送审稿）", FINAL),
)  # fmt: skip

GOOD_RESIDUE: tuple[Good, ...] = (
    said(
        "residue-draft-cited", "dept/s5/special/text", "本部门",
        "按《办法（征求意见稿）》，本部门", ALONE,
    ),
    said(
        "residue-county-site", "dept/s1/duties/2", "高标准农田",
        "全县场馆和县场站、二〇〇〇年以来高标准农田", ALONE,
    ),
    said(
        "residue-other-departments", "dept/s1/duties/5", "统筹",
        "会同公布单位、价格部门、县政府各事业部门统筹", ALONE,
    ),
    said(
        "residue-change-column", "dept/s9/text", "本部门",
        "增加（减少）的主要原因见上表，本部门", ALONE,
    ),
)  # fmt: skip
