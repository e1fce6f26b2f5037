"""The reader of the user's own slips of the pen: ``extra-slips`` in a configuration."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from budgetlint.fold import fold
from budgetlint.lang import listed, say
from budgetlint.nearest import did_you_mean, nearest
from budgetlint.taxonomy.slips import Slip, expression

if TYPE_CHECKING:
    from budgetlint.key_values import Source

_KEYS = ("right", "except", "message")


def extra_slips(value: object, source: Source) -> tuple[Slip, ...]:
    """A table from wrong forms to right ones, or to tables with more about them.

    Raises:
        SettingsError: it is none, or a form in it is empty, is no regular expression or is right.
    """
    if not isinstance(value, dict):
        source.wrong_type(say('表（如 "年底钱" = "年底前"）'), value)
    return tuple(
        _slip(
            wrong,
            entry,
            replace(source, key=say("{key} 中的“{wrong}”", key=source.key, wrong=wrong)),
        )
        for wrong, entry in value.items()
    )


def _slip(wrong: str, entry: object, source: Source) -> Slip:
    table = {"right": entry} if isinstance(entry, str) else entry
    if not isinstance(table, dict):
        source.wrong_type(say('正确的写法（如 "年底前"）'), entry)
    for key in table:
        if key not in _KEYS:
            near = nearest(key, _KEYS)
            hint = did_you_mean(near) if near else say("可用的键：{keys}。", keys=listed(_KEYS))
            source.fail(say("没有“{name}”这个键。", name=key) + hint)
    if "right" not in table:
        source.fail(say("没有写 right（正确的写法）。"))
    right = _text(table, "right", source)
    found = expression(wrong)
    slip = Slip(
        wrong=wrong if found else fold(wrong),
        right=right if found else fold(right),
        pattern=_pattern(found, right, source) if found else None,
        unless=_unless(table.get("except", []), source),
        message=_text(table, "message", source).strip() if "message" in table else "",
    )
    if not slip.wrong:
        source.fail(say("是空的，请写明错误的写法。"))
    if slip.wrong == slip.right:
        source.fail(say("两边是一样的（空白、引号和全角半角不算），请改正或删去。"))
    return slip


def _pattern(found: str, right: str, source: Source) -> re.Pattern[str]:
    try:
        pattern = re.compile(found)
        pattern.sub(right, "")
    except (re.error, IndexError) as error:
        source.fail(say("不是合法的正则表达式（{why}）。", why=error))
    if pattern.fullmatch(""):
        source.fail(say("什么也不写也能匹配，请写得更明确。"))
    return pattern


def _text(table: dict[str, Any], key: str, source: Source) -> str:
    value = table[key]
    if not isinstance(value, str):
        source.at(key).wrong_type(say("字符串"), value)
    if not value.strip():
        source.at(key).fail(say("是空的。"))
    return value


def _unless(value: object, source: Source) -> tuple[str, ...]:
    words = [value] if isinstance(value, str) else value
    if not isinstance(words, list) or not all(
        isinstance(word, str) and fold(word) for word in words
    ):
        source.at("except").fail(say('应为词的列表（如 ["化学反应", "应急反应"]）。'))
    return tuple(map(fold, words))
