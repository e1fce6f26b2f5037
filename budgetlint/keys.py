"""What may stand in a configuration, key by key, and what is said where it is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NoReturn

from budgetlint.catalogue import find, is_fixed, is_selector, nearest_entry
from budgetlint.errors import Complaint
from budgetlint.finding import Severity
from budgetlint.nearest import nearest
from budgetlint.registry import Rule
from budgetlint.settings import MEGABYTE, PerFileIgnore, Settings, glob_regex, threshold
from budgetlint.suppressions import Suppression

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from budgetlint.entries import Entry

RULES_PATHS = "rules-paths"
FAIL_ON = (*(severity.value for severity in Severity), "never")
_REQUIRED = {
    "rule": "规则的编号、前缀或名称",
    "files": "文件的通配符",
    "reason": "为什么可以忽略，报告中会列出",
}
_SUPPRESS_TEXTS = ("rule", "reason", "place", "fingerprint")
_SUPPRESS_KEYS = ("rule", "files", "place", "fingerprint", "reason", "until")
_FINGERPRINT = re.compile(r"[0-9a-f]{8,64}")
_SIZES = {"": 1, "B": 1, "KB": 1024, "MB": MEGABYTE, "GB": 1024 * MEGABYTE}
_TYPES = {
    bool: "true 或 false",
    int: "整数",
    float: "数",
    Decimal: "数",
    str: "字符串",
    list: "列表",
    tuple: "列表",
    dict: "表",
}


class SettingsError(Complaint):
    """Something is wrong in a configuration; the message names file, key and the remedy."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value stands, for the message when it is wrong.

    ``entries`` are the rules that may be named; where ``incomplete``, some could not be loaded, and
    a word that names none may mean one of these.
    """

    where: str
    entries: Sequence[Entry]
    key: str = ""
    incomplete: bool = False

    def at(self, key: str) -> Source:
        """The place of a key inside this one."""
        return replace(self, key=f"{self.key}.{key}" if self.key else key)

    def fail(self, sentence: str) -> NoReturn:
        """Reject the value here."""
        place = f"{self.where}：{self.key} " if self.key else f"{self.where}："
        raise SettingsError(place + sentence)

    def wrong_type(self, wanted: str, value: object) -> NoReturn:
        """Reject a value of another type than ``wanted``."""
        self.fail(f"应为{wanted}，现在是{_TYPES.get(type(value), type(value).__name__)}。")

    def unknown(self, what: str, word: str) -> None:
        """Reject a word that names no rule, with the nearest that does."""
        if self.incomplete:
            return
        near = nearest_entry(word, self.entries)
        hint = f"您是不是想写 {near}？" if near else "可用 budgetlint rules 列出全部规则。"
        self.fail(f"中的“{word}”不是{what}。{hint}")


def selectors(value: object, source: Source) -> tuple[str, ...]:
    """A list of codes, prefixes and names.

    Raises:
        SettingsError: it is no list of texts, or one of them means no rule.
    """
    if isinstance(value, str):
        source.fail(f'应为列表，请写成 ["{value}"]。')
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        source.wrong_type('规则的列表（如 ["BL5", "BL301"]）', value)
    for word in value:
        if not is_selector(word, source.entries):
            source.unknown("规则的编号、前缀或名称", word)
    return tuple(word.strip() for word in value)


def _select(value: object, source: Source) -> tuple[str, ...]:
    words = selectors(value, source)
    if not words:
        source.fail("是空的，这样什么也不检查；要全部检查请删去这一行。")
    return words


def ignored(value: object, source: Source) -> tuple[str, ...]:
    """A list of selectors to ignore; what cannot be ignored may not be named in it."""
    words = selectors(value, source)
    for word in words:
        entry = find(word, source.entries)
        if entry and is_fixed(entry):
            source.fail(
                f"中的 {entry.code}（{entry.title}）不能关闭，否则未检查的文件会显得没有问题。"
            )
    return words


def _per_file_ignores(value: object, source: Source) -> tuple[PerFileIgnore, ...]:
    if not isinstance(value, dict):
        source.wrong_type('表（如 "旧文件/*.docx" = ["BL9"]）', value)
    found = []
    for pattern, words in value.items():
        _ensure_glob(pattern, source)
        found.append(PerFileIgnore(pattern, ignored(words, source.at(f'"{pattern}"'))))
    return tuple(found)


def _severity(value: object, source: Source) -> dict[str, Severity]:
    if not isinstance(value, dict):
        source.wrong_type('表（如 { BL501 = "warning" }）', value)
    found = {}
    for word, level in value.items():
        if not is_selector(word, source.entries):
            source.unknown("规则的编号、前缀或名称", word)
        entry = find(word, source.entries)
        if entry and is_fixed(entry):
            source.fail(f"中的 {entry.code}（{entry.title}）不能改变级别。")
        found[word] = Severity(_choice(level, tuple(Severity), source.at(word)))
    return found


def _choice(value: object, choices: tuple[str, ...], source: Source) -> str:
    if isinstance(value, str) and value in choices:
        return value
    near = nearest(value, choices) if isinstance(value, str) else None
    hint = f"您是不是想写 {near}？" if near else ""
    return source.fail(f"应为 {'、'.join(choices)} 之一，现在是 {value!r}。{hint}")


def _fail_on(value: object, source: Source) -> Severity | None:
    return threshold(_choice(value, FAIL_ON, source))


def _size(value: object, source: Source) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    match = re.fullmatch(r"\s*([0-9]+)\s*([KMG]?B?)\s*", str(value).upper())
    unit = match[2] if match else ""
    unit += "B" if unit in {"K", "M", "G"} else ""
    if not isinstance(value, str) or not match or int(match[1]) == 0:
        source.fail(f'应为大小（如 "100MB"）或字节数，现在是 {value!r}。')
    return int(match[1]) * _SIZES[unit]


def _options(value: object, source: Source) -> dict[str, dict[str, Any]]:
    if not isinstance(value, dict):
        source.wrong_type("表（如 [rules.BL501]）", value)
    found: dict[str, dict[str, Any]] = {}
    for word, table in value.items():
        rule = find(word, source.entries)
        if rule is None:
            source.unknown("规则的编号或名称", word)
            continue
        if not isinstance(table, dict):
            source.at(word).wrong_type(f"表（如 [rules.{rule.code}]）", table)
        if rule.code in found:
            source.fail(f"中 {rule.code}（{rule.name}）写了两次，请合并。")
        found[rule.code] = _options_of(rule, table, source.at(word))
    return found


def _options_of(rule: Entry, table: dict[str, Any], source: Source) -> dict[str, Any]:
    known = rule.options if isinstance(rule, Rule) else {}
    values = {}
    for name, value in table.items():
        if name not in known:
            near = nearest(name, known)
            listed = f"可用的选项：{'、'.join(known)}。" if known else "这条规则没有选项。"
            source.fail(f"没有“{name}”这个选项。{f'您是不是想写 {near}？' if near else listed}")
        values[name] = _as_option(value, known[name].default, source.at(name))
    return values


def _as_option(value: Any, default: Any, source: Source) -> Any:
    """``value`` in the type of the option's default."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if isinstance(default, Decimal) and is_number:
        return Decimal(str(value))
    if isinstance(default, float) and is_number:
        return float(value)
    if isinstance(default, tuple) and isinstance(value, list):
        if default and not all(isinstance(each, type(default[0])) for each in value):
            source.fail(f"中的每一项应为{_TYPES.get(type(default[0]), '同一类型')}。")
        return tuple(value)
    if type(value) is not type(default):
        source.wrong_type(_TYPES.get(type(default), type(default).__name__), value)
    return value


def folders(value: object, source: Source) -> tuple[str, ...]:
    """A list of folders, as written.

    Raises:
        SettingsError: it is no list of texts.
    """
    if isinstance(value, str):
        source.fail(f'应为列表，请写成 ["{value}"]。')
    if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
        source.wrong_type('文件夹的列表（如 ["本地规则"]）', value)
    return tuple(value)


def _baseline(value: object, source: Source) -> str:
    if not isinstance(value, str) or not value:
        source.wrong_type('文件名（如 "基线.json"）', value)
    return value


def _suppressions(value: object, source: Source) -> tuple[Suppression, ...]:
    if not isinstance(value, list) or not all(isinstance(table, dict) for table in value):
        source.fail("应写成 [[suppress]]，一处忽略一段。")
    return tuple(
        _suppression(table, replace(source, key=f"第 {number} 条 [[suppress]]"))
        for number, table in enumerate(value, start=1)
    )


def _suppression(table: dict[str, Any], source: Source) -> Suppression:
    for key in table:
        if key not in _SUPPRESS_KEYS:
            near = nearest(key, _SUPPRESS_KEYS)
            hint = f"您是不是想写 {near}？" if near else f"可用的键：{'、'.join(_SUPPRESS_KEYS)}。"
            source.fail(f"没有“{key}”这个键。{hint}")
    for key, what in _REQUIRED.items():
        if not table.get(key):
            source.fail(f"没有写 {key}（{what}）。")
    texts = {key: _text(table.get(key, ""), source.at(key)) for key in _SUPPRESS_TEXTS}
    if not texts["reason"]:
        source.fail(f"没有写 reason（{_REQUIRED['reason']}）。")
    [rule] = ignored([texts.pop("rule")], source.at("rule"))
    if texts["fingerprint"] and not _FINGERPRINT.fullmatch(texts["fingerprint"]):
        source.at("fingerprint").fail("应为 JSON 报告中的 fingerprint，可只写开头 8 位以上。")
    until = table.get("until")
    if until is not None and type(until) is not date:
        source.at("until").fail("应为日期，如 until = 2025-12-31（不加引号）。")
    return Suppression(rule, _globs(table["files"], source.at("files")), until=until, **texts)


def _text(value: object, source: Source) -> str:
    if not isinstance(value, str):
        source.wrong_type("字符串", value)
    return value.strip()


def _globs(value: object, source: Source) -> tuple[str, ...]:
    words = [value] if isinstance(value, str) else value
    if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
        source.wrong_type('通配符（如 "材料/*.docx"）或通配符的列表', value)
    for word in words:
        _ensure_glob(word, source)
    return tuple(words)


def _ensure_glob(pattern: str, source: Source) -> None:
    try:
        glob_regex(pattern)
    except re.error:
        source.fail(f"中的“{pattern}”不是合法的通配符。")


KEYS: dict[str, tuple[str, Callable[[Any, Source], Any]]] = {
    "select": ("select", _select),
    "ignore": ("ignore", ignored),
    "per-file-ignores": ("per_file_ignores", _per_file_ignores),
    "severity": ("severity", _severity),
    "fail-on": ("fail_on", _fail_on),
    "max-file-size": ("max_file_size", _size),
    "rules": ("options", _options),
    RULES_PATHS: ("rules_paths", folders),
    "suppress": ("suppressions", _suppressions),
    "baseline": ("baseline", _baseline),
}
"""Every key of a configuration: the field of Settings it fills, and how it is read."""


def spelled_out(table: dict[str, Any], source: Source) -> dict[str, Any]:
    """The table with its keys as documented, where they are written with ``_`` for ``-``."""
    found: dict[str, Any] = {}
    for written, value in table.items():
        hyphened = written.replace("_", "-")
        key = hyphened if hyphened in KEYS else written
        if key in found:
            source.fail(f"{key} 写了两次（- 与 _ 不分），请合并。")
        found[key] = value
    return found


def parse(table: dict[str, Any], source: Source, path: Path | None = None) -> Settings:
    """The settings in a table of TOML.

    Raises:
        SettingsError: a key, a type, a value or a rule is wrong.
    """
    values = {}
    for key, value in table.items():
        if key not in KEYS:
            near = nearest(key, KEYS)
            hint = f"您是不是想写 {near}？" if near else f"可用的键：{'、'.join(KEYS)}。"
            source.fail(f"没有“{key}”这个键。{hint}")
        field, reader = KEYS[key]
        values[field] = reader(value, source.at(key))
    return Settings(**values, source=path)
