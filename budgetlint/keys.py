"""The keys of a configuration: one table that the reader, the pages and the schema are made from.

To add a key, add one :class:`Key` to :data:`KEYS`, a field of the same name (``_`` for ``-``) with
the same default to :class:`~budgetlint.settings.Settings`, and, where none fits, a reader to
:mod:`budgetlint.key_values`. Then ``PYTHONPATH=tests python -m config_page`` writes the table in
docs/config.md and the JSON schema anew; ``budgetlint init`` and ``budgetlint config`` know the key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from budgetlint import key_values as read
from budgetlint import slip_values as slips
from budgetlint import suppress_values as accepted
from budgetlint.finding import Severity
from budgetlint.key_values import FAIL_ON, SettingsError, Source, ignored, selectors
from budgetlint.lang import LANGUAGES, listed, say
from budgetlint.nearest import did_you_mean, nearest
from budgetlint.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

__all__ = [
    "EXTRA_CODES",
    "FAIL_ON",
    "KEYS",
    "REQUIRED_VERSION",
    "RULES_PATHS",
    "Key",
    "SettingsError",
    "Source",
    "ignored",
    "parse",
    "selectors",
    "spelled_out",
]

REQUIRED_VERSION = "required-version"
RULES_PATHS = "rules-paths"
EXTRA_CODES = "extra-codes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key of a configuration.

    ``kind`` names the type of its value, ``meaning`` says in one sentence (without a full stop)
    what it does. ``default`` is what holds without the key, as it would be written in TOML; None
    where there is no such value. ``example`` is a value worth showing where the default is empty.
    ``schema`` is the JSON schema of the value; it is as strict as the reader except for
    what depends on the rules installed and on the file system. ``read`` raises SettingsError.
    ``field`` is that of Settings, where it is not called like the key.
    """

    name: str
    kind: str
    default: Any
    meaning: str
    schema: Mapping[str, Any]
    read: Callable[[Any, Source], Any]
    example: Any = None
    field: str = ""

    @property
    def attribute(self) -> str:
        """The field of Settings that the key fills."""
        return self.field or self.name.replace("-", "_")


_SELECTOR = {"type": "string", "pattern": r"^\s*[A-Za-z0-9]+(-[A-Za-z0-9]+)*\s*$"}
_SELECTORS = {"type": "array", "items": _SELECTOR}
_TEXTS = {"type": "array", "items": {"type": "string", "minLength": 1}}
_GLOB = {"type": "string", "pattern": r"^[^\\]+$"}
_WORDS = {"type": "string", "pattern": r"\S"}
_SUPPRESSION = {
    "type": "object",
    "required": ["rule", "files", "reason"],
    "additionalProperties": False,
    "properties": {
        "rule": {**_SELECTOR, "description": "规则的编号、前缀或名称"},
        "files": {
            "anyOf": [_GLOB, {"type": "array", "items": _GLOB, "minItems": 1}],
            "description": "文件的通配符，一个或几个",
        },
        "place": {**_WORDS, "description": "报告中“位置”里有的文字"},
        "fingerprint": {
            "type": "string",
            "pattern": accepted.FINGERPRINT,
            "description": "JSON 报告中的 fingerprint，可只写开头 8 位以上",
        },
        "reason": {**_WORDS, "description": "为什么可以忽略"},
        "until": {
            "not": {"type": ["null", "boolean", "number", "array", "object"]},
            "pattern": accepted.DATE,
            "description": "有效的最后一天，如 2025-12-31",
        },
    },
}
_EXTRA_SLIP = {
    "anyOf": [
        _WORDS,
        {
            "type": "object",
            "required": ["right"],
            "additionalProperties": False,
            "properties": {
                "right": {**_WORDS, "description": "正确的写法"},
                "except": {
                    "anyOf": [_WORDS, {"type": "array", "items": _WORDS}],
                    "description": "含有这个写法而正确的词",
                },
                "message": {**_WORDS, "description": "报告中附带的说明"},
            },
        },
    ]
}

_ALL_KEYS = (
    Key(
        name="select",
        kind="规则的列表",
        default=["ALL"],
        meaning="只显示这些规则的结果",
        schema={**_SELECTORS, "minItems": 1},
        read=read.selection,
    ),
    Key(
        name="ignore",
        kind="规则的列表",
        default=[],
        example=["BL011"],
        meaning="不显示这些规则的结果",
        schema=_SELECTORS,
        read=read.ignored,
    ),
    Key(
        name="fail-on",
        kind="字符串",
        default="error",
        meaning='有这一级别及以上的结果时退出码为 1；`"never"` 表示总为 0',
        schema={"enum": list(FAIL_ON)},
        read=read.fail_on,
    ),
    Key(
        name="max-file-size",
        kind="字符串或整数",
        default="100MB",
        meaning="更大的文件不读；可写 KB、MB、GB 或字节数",
        schema={
            "anyOf": [
                {"type": "integer", "minimum": 1},
                {"type": "string", "pattern": r"^\s*0*[1-9][0-9]*\s*([KMGkmg]?[Bb]?)\s*$"},
            ]
        },
        read=read.size,
    ),
    Key(
        name="exclude",
        kind="通配符的列表",
        default=[],
        example=["存档", "**/*草稿*"],
        meaning="检查文件夹时不看这些文件和下级文件夹；直接写出的文件照常检查",
        schema={"type": "array", "items": _GLOB},
        read=read.globs,
    ),
    Key(
        name=REQUIRED_VERSION,
        kind="字符串",
        default=None,
        example=">=0.1",
        meaning="要求的 budgetlint 版本，不符合时不检查，退出码为 2",
        schema={"type": "string", "pattern": read.VERSIONS},
        read=read.required_version,
    ),
    Key(
        name=RULES_PATHS,
        kind="文件夹的列表",
        default=[],
        example=["本地规则"],
        meaning="自己的规则所在的文件夹，相对于配置文件所在的文件夹",
        schema=_TEXTS,
        read=read.folders,
    ),
    Key(
        name=EXTRA_CODES,
        kind="字符串",
        default=None,
        example="本地科目.csv",
        meaning="本地增设的科目：首行为“编码,名称”的 CSV 文件，相对于配置文件所在的文件夹",
        schema={"type": "string", "minLength": 1},
        read=read.file_name,
    ),
    Key(
        name="baseline",
        kind="字符串",
        default=None,
        example="基线.json",
        meaning="不显示这个基线中已有的结果，相对于配置文件所在的文件夹",
        schema={"type": "string", "minLength": 1},
        read=accepted.baseline,
    ),
    Key(
        name="cache",
        kind="true 或 false",
        default=True,
        example=False,
        meaning="`false` 表示不为这些文件保存检查结果，也不取用以前的",
        schema={"type": "boolean"},
        read=read.boolean,
    ),
    Key(
        name="lang",
        kind="字符串",
        default="zh",
        meaning="显示用的语言，zh（中文）或 en（英文）；命令行和环境变量中写明的优先",
        schema={"enum": list(LANGUAGES)},
        read=read.lang,
    ),
    Key(
        name="severity",
        kind="表：规则 → 级别",
        default={},
        example={"BL010": "error"},
        meaning="改变级别：`error`、`warning` 或 `info`",
        schema={
            "type": "object",
            "propertyNames": {"pattern": _SELECTOR["pattern"]},
            "additionalProperties": {"enum": list(Severity)},
        },
        read=read.severities,
    ),
    Key(
        name="per-file-ignores",
        kind="表：通配符 → 规则的列表",
        default={},
        example={"往年/**": ["BL1"]},
        meaning="对相符的文件不显示这些规则的结果",
        schema={"type": "object", "additionalProperties": _SELECTORS},
        read=read.per_file_ignores,
    ),
    Key(
        name="extra-slips",
        kind="表：错误写法 → 正确写法",
        default={},
        example={"年底钱": "年底前"},
        meaning="自己的错字表，由 BL933 报告；错误写法写成 `/……/` 的是正则表达式",
        schema={
            "type": "object",
            "propertyNames": {"pattern": r"\S"},
            "additionalProperties": _EXTRA_SLIP,
        },
        read=slips.extra_slips,
    ),
    Key(
        name="rules",
        kind="表：规则 → 选项",
        default={},
        example={"QH101": {"limit": 5}},
        meaning="规则的选项，写成 `[rules.编号]` 或 `[rules.名称]`",
        schema={"type": "object", "additionalProperties": {"type": "object"}},
        read=read.options,
        field="options",
    ),
    Key(
        name="suppress",
        kind="表的列表",
        default=[],
        example=[{"rule": "BL501", "files": "*.docx", "reason": "尾差，经财政局核对"}],
        meaning="已接受而忽略的结果，一处写一段 `[[suppress]]`",
        schema={"type": "array", "items": _SUPPRESSION},
        read=accepted.suppressions,
        field="suppressions",
    ),
)

KEYS: dict[str, Key] = {key.name: key for key in _ALL_KEYS}
"""Every key of a configuration by its name; those whose value is a table come last, for what
follows the heading of a table belongs to it."""


def spelled_out(table: dict[str, Any], source: Source) -> dict[str, Any]:
    """The table with its keys as documented, where they are written with ``_`` for ``-``."""
    found: dict[str, Any] = {}
    for written, value in table.items():
        hyphened = written.replace("_", "-")
        key = hyphened if hyphened in KEYS else written
        if key in found:
            source.fail(say("{key} 写了两次（- 与 _ 不分），请合并。", key=key))
        found[key] = value
    return found


def parse(table: dict[str, Any], source: Source, path: Path | None = None) -> Settings:
    """The settings in a table of TOML.

    Raises:
        SettingsError: a key, a type, a value or a rule is wrong.
    """
    values = {}
    for name, value in table.items():
        if name not in KEYS:
            near = nearest(name, KEYS)
            hint = did_you_mean(near) if near else say("可用的键：{keys}。", keys=listed(KEYS))
            source.fail(say("没有“{name}”这个键。", name=name) + hint)
        key = KEYS[name]
        values[key.attribute] = key.read(value, source.at(name))
    return Settings(**values, source=path, written=dict(table))
