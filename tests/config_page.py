"""What is made from the keys of a configuration: the table in docs/config.md, the JSON schema.

``PYTHONPATH=tests python -m config_page`` writes both anew after a change of budgetlint/keys.py.
"""

from __future__ import annotations

import json
import re
from typing import Any

from project import ROOT

from budgetlint.keys import KEYS, Key
from budgetlint.toml_text import value_text

PAGE = ROOT / "docs" / "config.md"
SCHEMA = ROOT / "budgetlint" / "schemas" / "config.schema.json"
_HEAD = "| 键 | 类型 | 默认值 | 含义 |\n|---|---|---|---|\n"
_TABLE = re.compile(re.escape(_HEAD) + r"(?:\|.*\n)*")


def page() -> str:
    """The page with the table as it should be."""
    return _TABLE.sub(lambda _: table(), PAGE.read_text(encoding="utf-8"))


def table() -> str:
    """The table of all keys."""
    return _HEAD + "".join(_row(key) for key in KEYS.values())


def _row(key: Key) -> str:
    default = f"`{value_text(key.default)}`" if key.default not in (None, {}) else "空"
    return f"| `{key.name}` | {key.kind} | {default} | {key.meaning} |\n"


def schema() -> dict[str, Any]:
    """The JSON schema of budgetlint.toml, in the draft that TOML editors know.

    ``_`` for ``-`` is allowed, but not both at once.
    """
    spellings = {name: name.replace("-", "_") for name in KEYS if "-" in name}
    properties = {key.name: _described(key) for key in KEYS.values()}
    for name, spelling in spellings.items():
        properties[spelling] = {
            "allOf": [{"$ref": f"#/properties/{name}"}],
            "x-taplo": {"hidden": True},
        }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:budgetlint:config:1",
        "title": "budgetlint 配置",
        "description": "budgetlint.toml，或 pyproject.toml 中的 [tool.budgetlint]。",
        "type": "object",
        "properties": properties,
        "allOf": [{"not": {"required": list(pair)}} for pair in spellings.items()],
        "additionalProperties": False,
    }


def _described(key: Key) -> dict[str, Any]:
    found: dict[str, Any] = {"description": f"{key.meaning.replace('`', '')}。", **key.schema}
    if key.default is not None:
        found["default"] = key.default
    if key.example is not None:
        found["examples"] = [key.example]
    return found


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    SCHEMA.write_text(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
