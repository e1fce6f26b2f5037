"""The page docs/rules.md: every rule, drawn from the rules themselves.

``PYTHONPATH=tests python -m catalogue_page`` writes it anew after a change of a rule's page.
"""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from budgetlint.catalogue import catalogue, family
from budgetlint.registry import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.entries import Entry

PAGE = Path(__file__).resolve().parents[1] / "docs" / "rules.md"
INTRODUCTION = """# 全部规则

本页由规则自身的说明生成（`PYTHONPATH=tests python -m catalogue_page`），请勿手工修改。
正误示例用 `budgetlint explain 编号` 查看。

级别：**错误**可以证明，或缺少必须有的内容；**警告**很可能有错；**提示**值得看一眼。
编号的第一位数字是类别；配置和命令行中可以写编号（BL501）、名称（text-table）或前缀（BL5）。
"""
_EXAMPLES = ("错误示例", "正确示例")
_SECTION = re.compile(r"(?m)^## (.+)\n")


def page() -> str:
    """The whole page."""
    own = [entry for entry in catalogue() if entry.is_own]
    lines = [INTRODUCTION]
    for title, members in groupby(own, key=family):
        entries = list(members)
        lines += [f"## {title}\n", "| 编号 | 名称 | 级别 | 检查什么 |", "|---|---|---|---|"]
        lines += [f"| [{e.code}](#{e.code.lower()}) | {e.name} | {_row(e)} |" for e in entries]
        lines += ["", *(line for entry in entries for line in _entry(entry))]
    return "\n".join(lines)


def _row(entry: Entry) -> str:
    return f"{entry.severity.label} | {entry.title}"


def _entry(entry: Entry) -> Iterator[str]:
    yield f'<a id="{entry.code.lower()}"></a>\n'
    yield f"### {entry.code} {entry.title}\n"
    for heading, body in _sections(entry.page):
        if heading not in _EXAMPLES:
            yield f"**{heading}**　{_flat(body)}\n"
    if isinstance(entry, Rule):
        for name, option in entry.options.items():
            yield f"**选项** `{name}`　{option.help}（默认 {option.default}）\n"


def _sections(text: str) -> Iterator[tuple[str, str]]:
    """Each heading of a page and what stands below it."""
    _, *pieces = _SECTION.split(text)
    yield from zip(pieces[::2], pieces[1::2], strict=True)


def _flat(body: str) -> str:
    """A section as it follows its heading: its own lines, or a list below it."""
    stripped = body.strip()
    return f"\n\n{stripped}" if stripped.startswith(("-", "|", "    ", "1.")) else stripped


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
