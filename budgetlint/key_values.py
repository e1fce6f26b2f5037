"""Readers of the values in a configuration, and what is said where one is wrong.

A reader takes the value as TOML gave it and where it stands, and returns what :class:`Settings`
holds. Which key has which reader is in :mod:`budgetlint.keys`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NoReturn

from budgetlint._version import __version__
from budgetlint.catalogue import find, is_fixed, is_selector, nearest_entry
from budgetlint.errors import Complaint
from budgetlint.finding import Severity
from budgetlint.lang import LANGUAGES, listed, say
from budgetlint.nearest import did_you_mean, nearest
from budgetlint.registry import Rule
from budgetlint.settings import MEGABYTE, PerFileIgnore, glob_regex, threshold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from budgetlint.entries import Entry

_VERSION = r"(===?|~=|!=|<=?|>=?)\s*[0-9A-Za-z][^\s,]*\s*"
VERSIONS = rf"^\s*{_VERSION}(,\s*{_VERSION})*$"
"""What a version specifier looks like."""
FAIL_ON = (*(severity.value for severity in Severity), "never")
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
        if self.key:
            where = say("{where}：{key} ", where=self.where, key=self.key)
        else:
            where = say("{where}：", where=self.where)
        raise SettingsError(where + sentence)

    def wrong_type(self, wanted: str, value: object) -> NoReturn:
        """Reject a value of another type than ``wanted``."""
        self.fail(say("应为{wanted}，现在是{type}。", wanted=wanted, type=_type_name(type(value))))

    def unknown(self, what: str, word: str) -> None:
        """Reject a word that names no rule, with the nearest that does."""
        if self.incomplete:
            return
        near = nearest_entry(word, self.entries)
        hint = did_you_mean(near) if near else say("可用 budgetlint rules 列出全部规则。")
        self.fail(say("中的“{word}”不是{what}。", word=word, what=what) + hint)


def _type_name(kind: type) -> str:
    return say(_TYPES[kind]) if kind in _TYPES else kind.__name__


def selectors(value: object, source: Source) -> tuple[str, ...]:
    """A list of codes, prefixes and names.

    Raises:
        SettingsError: it is no list of texts, or one of them means no rule.
    """
    if isinstance(value, str):
        source.fail(say('应为列表，请写成 ["{value}"]。', value=value))
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        source.wrong_type(say('规则的列表（如 ["BL5", "BL301"]）'), value)
    for word in value:
        if not is_selector(word, source.entries):
            source.unknown(say("规则的编号、前缀或名称"), word)
    return tuple(word.strip() for word in value)


def selection(value: object, source: Source) -> tuple[str, ...]:
    """Like :func:`selectors`, but not empty."""
    words = selectors(value, source)
    if not words:
        source.fail(say("是空的，这样什么也不检查；要全部检查请删去这一行。"))
    return words


def ignored(value: object, source: Source) -> tuple[str, ...]:
    """A list of selectors to ignore; what cannot be ignored may not be named in it."""
    words = selectors(value, source)
    for word in words:
        entry = find(word, source.entries)
        if entry and is_fixed(entry):
            source.fail(
                say(
                    "中的 {code}（{title}）不能关闭，否则未检查的文件会显得没有问题。",
                    code=entry.code,
                    title=entry.shown_title,
                )
            )
    return words


def per_file_ignores(value: object, source: Source) -> tuple[PerFileIgnore, ...]:
    """A table from globs to lists of selectors."""
    if not isinstance(value, dict):
        source.wrong_type(say('表（如 "旧文件/*.docx" = ["BL9"]）'), value)
    found = []
    for pattern, words in value.items():
        _ensure_glob(pattern, source)
        found.append(PerFileIgnore(pattern, ignored(words, source.at(f'"{pattern}"'))))
    return tuple(found)


def severities(value: object, source: Source) -> dict[str, Severity]:
    """A table from selectors to severities."""
    if not isinstance(value, dict):
        source.wrong_type(say('表（如 { BL501 = "warning" }）'), value)
    found = {}
    for word, level in value.items():
        if not is_selector(word, source.entries):
            source.unknown(say("规则的编号、前缀或名称"), word)
        entry = find(word, source.entries)
        if entry and is_fixed(entry):
            source.fail(
                say(
                    "中的 {code}（{title}）不能改变级别。",
                    code=entry.code,
                    title=entry.shown_title,
                )
            )
        found[word] = Severity(_choice(level, tuple(Severity), source.at(word)))
    return found


def _choice(value: object, choices: tuple[str, ...], source: Source) -> str:
    if isinstance(value, str) and value in choices:
        return value
    near = nearest(value, choices) if isinstance(value, str) else None
    wrong = say("应为 {choices} 之一，现在是 {value!r}。", choices=listed(choices), value=value)
    return source.fail(wrong + (did_you_mean(near) if near else ""))


def fail_on(value: object, source: Source) -> Severity | None:
    """One of :data:`FAIL_ON`."""
    return threshold(_choice(value, FAIL_ON, source))


def lang(value: object, source: Source) -> str:
    """One of the languages."""
    return _choice(value, LANGUAGES, source)


def size(value: object, source: Source) -> int:
    """A number of bytes, as such or with a unit of 1024 or its powers."""
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    match = re.fullmatch(r"\s*([0-9]+)\s*([KMG]?B?)\s*", str(value).upper())
    unit = match[2] if match else ""
    unit += "B" if unit in {"K", "M", "G"} else ""
    if not isinstance(value, str) or not match or int(match[1]) == 0:
        source.fail(say('应为大小（如 "100MB"）或字节数，现在是 {value!r}。', value=value))
    return int(match[1]) * _SIZES[unit]


def boolean(value: object, source: Source) -> bool:
    """Yes or no."""
    if not isinstance(value, bool):
        source.wrong_type(say(" true 或 false"), value)
    return value


def options(value: object, source: Source) -> dict[str, dict[str, Any]]:
    """A table from rules to their options, by code and in the types of the defaults."""
    if not isinstance(value, dict):
        source.wrong_type(say("表（如 [rules.BL501]）"), value)
    found: dict[str, dict[str, Any]] = {}
    for word, table in value.items():
        rule = find(word, source.entries)
        if rule is None:
            source.unknown(say("规则的编号或名称"), word)
            continue
        if not isinstance(table, dict):
            source.at(word).wrong_type(say("表（如 [rules.{code}]）", code=rule.code), table)
        if rule.code in found:
            source.fail(
                say("中 {code}（{name}）写了两次，请合并。", code=rule.code, name=rule.name)
            )
        found[rule.code] = _options_of(rule, table, source.at(word))
    return found


def _options_of(rule: Entry, table: dict[str, Any], source: Source) -> dict[str, Any]:
    known = rule.options if isinstance(rule, Rule) else {}
    values = {}
    for name, value in table.items():
        if name not in known:
            near = nearest(name, known)
            hint = did_you_mean(near) if near else _options_there_are(known)
            source.fail(say("没有“{name}”这个选项。", name=name) + hint)
        values[name] = _as_option(value, known[name].default, source.at(name))
    return values


def _options_there_are(names: Iterable[str]) -> str:
    if shown := listed(names):
        return say("可用的选项：{options}。", options=shown)
    return say("这条规则没有选项。")


def _as_option(value: Any, default: Any, source: Source) -> Any:
    """``value`` in the type of the option's default."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if isinstance(default, Decimal) and is_number:
        return Decimal(str(value))
    if isinstance(default, float) and is_number:
        return float(value)
    if isinstance(default, tuple) and isinstance(value, list):
        if default and not all(isinstance(each, type(default[0])) for each in value):
            wanted = say(_TYPES.get(type(default[0]), "同一类型"))
            source.fail(say("中的每一项应为{type}。", type=wanted))
        return tuple(value)
    if type(value) is not type(default):
        source.wrong_type(_type_name(type(default)), value)
    return value


def folders(value: object, source: Source) -> tuple[str, ...]:
    """A list of folders, as written.

    Raises:
        SettingsError: it is no list of texts.
    """
    return _texts(value, say('文件夹的列表（如 ["本地规则"]）'), source)


def file_name(value: object, source: Source) -> str:
    """The name of a file, as written.

    Raises:
        SettingsError: it is no text.
    """
    if not isinstance(value, str) or not value:
        source.wrong_type(say('文件名（如 "本地科目.csv"）'), value)
    return value


def globs(value: object, source: Source) -> tuple[str, ...]:
    """A list of globs over paths with ``/``; a ``/`` at the end, as for folders, is dropped.

    Raises:
        SettingsError: it is no list of texts, or one of them is no glob.
    """
    patterns = _texts(value, say('通配符的列表（如 ["存档", "*草稿*"]）'), source)
    for pattern in patterns:
        if "\\" in pattern:
            source.fail(say("中的“{pattern}”含有 \\，文件夹之间请用 / 分隔。", pattern=pattern))
        _ensure_glob(pattern, source)
    return tuple(pattern.removeprefix("./").rstrip("/") for pattern in patterns)


def required_version(value: object, source: Source) -> str:
    """A version specifier that this version meets.

    Raises:
        SettingsError: it is none, or this version does not meet it.
    """
    if not isinstance(value, str):
        source.wrong_type(say('版本要求（如 ">=0.2,<1"）'), value)
    from packaging.specifiers import (  # noqa: PLC0415 (only where it is asked for)
        InvalidSpecifier,
        SpecifierSet,
    )

    try:
        wanted = SpecifierSet(value if re.match(VERSIONS, value) else "?")
    except InvalidSpecifier:
        source.fail(say('应为版本要求（如 ">=0.2,<1"），现在是 {value!r}。', value=value))
    if not wanted.contains(__version__, prereleases=True):
        source.fail(
            say(
                "要求 budgetlint {wanted}，现在安装的是 {installed}。"
                "请安装符合要求的版本，或修改这一行。",
                wanted=value,
                installed=__version__,
            )
        )
    return value


def _texts(value: object, wanted: str, source: Source) -> tuple[str, ...]:
    if isinstance(value, str):
        source.fail(say('应为列表，请写成 ["{value}"]。', value=value))
    if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
        source.wrong_type(wanted, value)
    return tuple(value)


def _ensure_glob(pattern: str, source: Source) -> None:
    try:
        glob_regex(pattern)
    except re.error:
        source.fail(say("中的“{pattern}”不是合法的通配符。", pattern=pattern))
