"""The catalogue: everything that has a code, and how a word of the user finds it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from budgetlint.entries import Entry, by_code, ensure_distinct
from budgetlint.lang import say
from budgetlint.nearest import nearest
from budgetlint.reading_codes import READING_CODES
from budgetlint.registry import all_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

FAMILIES = {
    "0": "读取",
    "1": "结构与完整性",
    "2": "单位与数字格式",
    "3": "表内计算",
    "4": "表间一致",
    "5": "正文与表格",
    "6": "分类科目编码",
    "7": "年度与单位名称",
    "8": "绩效、采购与资产",
    "9": "用语、残留与隐私",
}
"""What the first digit of a code of budgetlint stands for."""
FOREIGN = "扩展规则"
"""The family of every rule that is not part of budgetlint."""

_OWN_FAMILY = re.compile(r"(?i)ALL|BL[0-9]?")


@cache
def catalogue() -> tuple[Entry, ...]:
    """Every registered rule and every reading code, sorted by code.

    Raises:
        RegistryError: a rule cannot be loaded, or two entries share a word.
    """
    entries = sorted((*all_rules(), *READING_CODES), key=by_code)
    ensure_distinct(entries)
    return tuple(entries)


def family(entry: Entry) -> str:
    """The name of the family an entry belongs to."""
    return say(FAMILIES[entry.code[2]] if entry.is_own else FOREIGN)


def find(word: str, entries: Sequence[Entry]) -> Entry | None:
    """The entry with this code, name or alias, or None."""
    return next((entry for entry in entries if entry.is_called(word)), None)


def is_selector(word: str, entries: Sequence[Entry]) -> bool:
    """Whether ``word`` is ALL, a family, or a prefix, code or name of a known entry."""
    return bool(_OWN_FAMILY.fullmatch(word.strip())) or any(
        entry.matches(word) for entry in entries
    )


def is_fixed(entry: Entry) -> bool:
    """Whether an entry cannot be deselected nor given another severity."""
    return entry in READING_CODES


def nearest_entry(word: str, entries: Sequence[Entry]) -> str | None:
    """The code or name most like ``word``; never a code of quite another prefix."""
    initial = word.strip()[:1].upper()
    codes = [entry.code for entry in entries if entry.code.startswith(initial)]
    return nearest(word, (*codes, *(entry.name for entry in entries)))
