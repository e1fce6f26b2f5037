"""Readers of what a configuration says about accepted findings: ``suppress`` and ``baseline``."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from budgetlint.key_values import globs, ignored
from budgetlint.lang import listed, say
from budgetlint.nearest import did_you_mean, nearest
from budgetlint.suppressions import Suppression

if TYPE_CHECKING:
    from budgetlint.key_values import Source

FINGERPRINT = r"^[0-9a-f]{8,64}$"
DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_KEYS = ("rule", "files", "place", "fingerprint", "reason", "until")
_REQUIRED = {
    "rule": "规则的编号、前缀或名称",
    "files": "文件的通配符",
    "reason": "为什么可以忽略，报告中会列出",
}


def baseline(value: object, source: Source) -> str:
    """The name of a baseline, as written.

    Raises:
        SettingsError: it is no text.
    """
    if not isinstance(value, str) or not value:
        source.wrong_type(say('文件名（如 "基线.json"）'), value)
    return value


def suppressions(value: object, source: Source) -> tuple[Suppression, ...]:
    """A list of tables, each a suppression.

    Raises:
        SettingsError: it is none, or one of them lacks something or has something wrong.
    """
    if not isinstance(value, list) or not all(isinstance(table, dict) for table in value):
        source.fail(say("应写成 [[suppress]]，忽略一处写一段。"))
    return tuple(
        _suppression(table, replace(source, key=say("第 {number} 条 [[suppress]]", number=number)))
        for number, table in enumerate(value, start=1)
    )


def _suppression(table: dict[str, Any], source: Source) -> Suppression:
    for key in table:
        if key not in _KEYS:
            near = nearest(key, _KEYS)
            hint = did_you_mean(near) if near else say("可用的键：{keys}。", keys=listed(_KEYS))
            source.fail(say("没有“{name}”这个键。", name=key) + hint)
    for key, what in _REQUIRED.items():
        if key not in table:
            source.fail(say("没有写 {key}（{what}）。", key=key, what=say(what)))
    [rule] = ignored([_text(table, "rule", source)], source.at("rule"))
    return Suppression(
        rule=rule,
        files=_globs(table["files"], source.at("files")),
        reason=_text(table, "reason", source),
        place=_text(table, "place", source),
        fingerprint=_fingerprint(table, source),
        until=_until(table.get("until"), source.at("until")),
    )


def _text(table: dict[str, Any], key: str, source: Source) -> str:
    """A text; "" where there is no such key, never where there is."""
    if key not in table:
        return ""
    value = table[key]
    if not isinstance(value, str):
        source.at(key).wrong_type(say("字符串"), value)
    if not value.strip():
        if key in _REQUIRED:
            source.at(key).fail(_empty(key))
        source.at(key).fail(say("是空的，不需要时请删去这一行。"))
    return value.strip()


def _empty(key: str) -> str:
    return say("是空的，请写明{what}。", what=say(_REQUIRED[key]))


def _fingerprint(table: dict[str, Any], source: Source) -> str:
    value = _text(table, "fingerprint", source)
    if value and not re.match(FINGERPRINT, value):
        source.at("fingerprint").fail(say("应为 JSON 报告中的 fingerprint，可只写开头 8 位以上。"))
    return value


def _globs(value: object, source: Source) -> tuple[str, ...]:
    found = globs([value] if isinstance(value, str) and value else value, source)
    if not found:
        source.fail(_empty("files"))
    return found


def _until(value: object, source: Source) -> date | None:
    if value is None or type(value) is date:
        return value
    if isinstance(value, str) and re.match(DATE, value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            source.fail(say("中的 {value} 不是日历上的日期。", value=value))
    return source.fail(say("应为日期，如 until = 2025-12-31。"))
