"""Variants with something that must be there left out: sections, chapters, what they must tell;
and laws cited by a wrong name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from fictional.blocks import Block, Para, Printed
from fictional.final_figures import Options as FinalOptions
from fictional.variants import AnyOptions, Change, Expectation, Variant, place_of

if TYPE_CHECKING:
    from collections.abc import Callable

NAT = FinalOptions()
SH = FinalOptions(layout="shanghai")
_OPENING = "根据预算法和预算公开的有关要求"
_KINDS = "，其中：政府采购[^。]*。|；[^；。]*采购授予[^。]*。"
_DUTY = "拟订全区文化、体育和旅游事业发展规划并组织落实。"


def without(*block_ids: str) -> Change:
    """A document without some blocks."""

    def change(printed: Printed) -> Printed:
        for block_id in block_ids:
            printed = printed.without(block_id)
        return printed

    return change


def rewritten(block_id: str, edit: Callable[[str], str]) -> Change:
    """A paragraph that says something else."""

    def change(block: Block) -> Block:
        assert isinstance(block, Para)
        assert edit(block.text) != block.text
        return replace(block, text=edit(block.text))

    return lambda printed: printed.edit(block_id, change)


def _found(
    name: str, kind: str, at: str, change: Change, options: AnyOptions | None = None
) -> Variant:
    place = place_of(at, options=options)
    expect = Expectation(kind, place, severity="warning")
    return Variant(name, change, expect, options) if options else Variant(name, change, expect)


def _cited(name: str, at: str, was: str, text: str, names: tuple[str, str]) -> Variant:
    """A text that cites a law, or its number, wrong."""
    wrong, right = names
    options = NAT if at.startswith("s/") else None
    change = rewritten(at, lambda told: told.replace(was, text.format(wrong)))
    place = place_of(at.replace("opening", "s1"), options=options)
    expect = Expectation("regulation-name", place, wrong, right, "warning")
    return Variant(name, change, expect, options) if options else Variant(name, change, expect)


EMPTY: tuple[Variant, ...] = (
    _found("section-empty", "section-empty", "dept/s3", without("dept/s3/text")),
    _found("section-empty-last", "section-empty", "unit/s9", without("unit/s9/text")),
    _found("section-empty-below", "section-empty", "dept/s5", without("dept/s5/special/text")),
)
FINAL_EMPTY: tuple[Variant, ...] = (
    _found("final-section-empty", "section-empty", "s/income", without("s/income/text"), SH),
    _found(
        "final-section-empty-agency", "section-empty", "s/agency", without("s/agency/text"), NAT
    ),
    _found(
        "final-section-empty-below", "section-empty", "s/other/agency",
        without("s/other/agency/text"), SH,
    ),
    _found("final-chapter-empty", "chapter-empty", "p/4", without("s/performance/text"), NAT),
)  # fmt: skip
UNTOLD: tuple[Variant, ...] = (
    _found(
        "untold-agency", "untold", "dept/s3",
        rewritten("dept/s3/text", lambda _: "机关运行经费主要用于日常办公和公务出行。"),
    ),
    _found(
        "untold-agency-unit", "untold", "unit/s3",
        rewritten("unit/s3/text", lambda _: "经费按照规定的标准安排，保障机关正常运转。"),
    ),
)  # fmt: skip
FINAL_UNTOLD: tuple[Variant, ...] = (
    _found(
        "final-untold-agency", "untold", "s/agency",
        rewritten("s/agency/text", lambda _: "本部门按照规定从严控制机关运行经费。"), NAT,
    ),
    _found(
        "final-untold-firms", "untold", "s/procurement",
        rewritten("s/procurement/text", lambda text: re.sub("授予中小企业.*", "", text)), NAT,
    ),
    _found(
        "final-untold-abroad", "untold", "s/three-public",
        rewritten("s/three-public/details/1", lambda text: re.sub("全年安排.*?人次。", "", text)),
        NAT,
    ),
    _found(
        "final-untold-receptions", "untold", "s/three-public",
        rewritten("s/three-public/details/3", lambda text: re.sub("全年国内公务接待.*", "", text)),
        SH,
    ),
    _found(
        "final-untold-kinds", "untold", "s/procurement",
        rewritten("s/procurement/text", lambda text: re.sub(_KINDS, "。", text)), NAT,
    ),
)  # fmt: skip
CITED: tuple[Variant, ...] = (
    _cited(
        "regulation-known", "dept/opening", _OPENING,
        "根据《中华人民共和国预算法》和《{}》的要求",
        ("地方预决算操作规程", "地方预决算公开操作规程"),
    ),
    _cited(
        "regulation-slip", "unit/opening", _OPENING, "根据《{}》的要求",
        ("中华人民共和国政府信息公开条列", "中华人民共和国政府信息公开条例"),
    ),
    _cited(
        "regulation-number", "dept/opening", _OPENING, "根据《地方预决算公开操作规程》（{}）的要求",
        ("财预〔2016〕134号", "财预〔2016〕143号"),
    ),
)  # fmt: skip
FINAL_CITED: tuple[Variant, ...] = (
    _cited(
        "final-regulation-nation", "s/duties/1", _DUTY, "贯彻执行《{}》。",
        ("中华人名共和国预算法", "中华人民共和国预算法"),
    ),
    _cited(
        "final-regulation-plain", "s/duties/1", _DUTY, "按照{}公开部门决算。",
        ("地方预决算公开规程", "地方预决算公开操作规程"),
    ),
)  # fmt: skip

CONTENT = EMPTY + UNTOLD + CITED
FINAL_CONTENT = FINAL_EMPTY + FINAL_UNTOLD + FINAL_CITED
