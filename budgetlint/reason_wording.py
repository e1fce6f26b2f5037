"""How changes and their reasons are put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Unit
from budgetlint.wording import change_text, quoted

if TYPE_CHECKING:
    from budgetlint.disclosure.narrative.reasons import Change

_BASES = {"initial": "年初预算", "annual": "全年预算", "budget": "预算"}


def moved_text(change: Change) -> str:
    """What has changed, and by how much: “公务接待费”比上年减少0.20万元."""
    name, by = quoted(change.name), change.by
    base = _BASES.get(change.base, "上年")
    if by.unit is Unit.DIRECTION and by.value:
        return f"{name}决算数{'大于' if by.value > 0 else '小于'}{base}数"
    if by.value:
        return f"{name}比{base}{change_text(by)}"
    return f"{name}与{base}持平" if change.level else f"{name}与{base}相比增减为0"
