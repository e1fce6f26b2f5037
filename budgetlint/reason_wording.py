"""How changes and their reasons are put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Unit
from budgetlint.lang import say
from budgetlint.wording import change_text, quoted

if TYPE_CHECKING:
    from budgetlint.disclosure.narrative.reasons import Change

_BASES = {"initial": "年初预算", "annual": "全年预算", "budget": "预算"}


def moved_text(change: Change) -> str:
    """What has changed, and by how much: “公务接待费”比上年减少0.20万元."""
    name, by = quoted(change.name), change.by
    base = say(_BASES.get(change.base, "上年"))
    if by.unit is Unit.DIRECTION and by.value:
        more, less = "{name}决算数大于{base}数", "{name}决算数小于{base}数"
        return say(more if by.value > 0 else less, name=name, base=base)
    if by.value:
        return say("{name}比{base}{change}", name=name, base=base, change=change_text(by))
    level, nothing = "{name}与{base}持平", "{name}与{base}相比增减为0"
    return say(level if change.level else nothing, name=name, base=base)
