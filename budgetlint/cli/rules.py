"""``budgetlint rules`` and ``budgetlint explain``."""

from __future__ import annotations

import sys
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from budgetlint.catalogue import catalogue, family, find, nearest_entry
from budgetlint.cli.chinese import ChineseCommand, Word
from budgetlint.cli.streams import print_report
from budgetlint.errors import Complaint
from budgetlint.registry import Rule
from budgetlint.reporters.json_report import to_json
from budgetlint.reporters.wrapping import pad, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from budgetlint.registry import Entry


@click.command(cls=ChineseCommand)
@click.option(
    "--format",
    "format_name",
    type=Word(("text", "json")),
    default="text",
    help="text（默认）或 json。",
)
def rules(format_name: str) -> int:
    """列出全部规则：编号、名称、级别和检查内容。"""
    entries = catalogue()
    if format_name == "json":
        data = {"rules": [_as_dict(entry) for entry in entries]}
        print_report(to_json(data, sys.stdout.encoding or "utf-8"))
    else:
        print_report(_listing(entries))
    return 0


@click.command(cls=ChineseCommand)
@click.argument("word", metavar="编号或名称")
def explain(word: str) -> int:
    """说明一条规则：检查什么、为什么、正误示例、何时可以忽略。"""
    entries = catalogue()
    entry = find(word, entries)
    if entry is None:
        near = nearest_entry(word, entries)
        hint = f"您是不是想写 {near}？" if near else "可用 budgetlint rules 列出全部规则。"
        raise Complaint(f"没有“{word}”这条规则。{hint}")
    print_report(_page(entry))
    return 0


def _listing(entries: Sequence[Entry]) -> str:
    widest = max(width(entry.name) for entry in entries)
    lines: list[str] = []
    for title, members in groupby(entries, key=family):
        lines += ["", title] if lines else [title]
        lines += [
            f"  {entry.code}  {pad(entry.name, widest)}  {entry.severity.label}  {entry.title}"
            for entry in members
        ]
    return "\n".join(lines) + "\n"


def _page(entry: Entry) -> str:
    body = entry.page.partition("\n")[2].strip()
    lines = [f"{entry.code} {entry.name}：{entry.title}", "", f"级别：{entry.severity.label}"]
    lines.append(f"类别：{family(entry)}")
    if entry.aliases:
        lines.append(f"别名：{'、'.join(entry.aliases)}")
    lines += ["", body]
    if isinstance(entry, Rule) and entry.options:
        lines += ["", "## 选项"]
        lines += [
            f"- {name}：{option.help}（默认 {option.default}）"
            for name, option in entry.options.items()
        ]
    return "\n".join(lines) + "\n"


def _as_dict(entry: Entry) -> dict[str, Any]:
    options = entry.options if isinstance(entry, Rule) else {}
    return {
        "code": entry.code,
        "name": entry.name,
        "severity": entry.severity.value,
        "family": family(entry),
        "title": entry.title,
        "page": entry.page,
        "aliases": list(entry.aliases),
        "sources": list(entry.sources),
        "since": entry.since,
        "options": {
            name: {"default": str(option.default), "help": option.help}
            for name, option in options.items()
        },
    }
