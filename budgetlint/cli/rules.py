"""``budgetlint rules`` and ``budgetlint explain``."""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from budgetlint.catalogue import catalogue, family, find, nearest_entry
from budgetlint.cli.chinese import ChineseCommand, format_option
from budgetlint.cli.completion import complete_rules
from budgetlint.cli.configured import configuration, configuration_options, failures, warn
from budgetlint.cli.language import speak_as_configured
from budgetlint.cli.streams import print_report
from budgetlint.entries import by_code
from budgetlint.errors import Complaint
from budgetlint.lang import headed, listed, say
from budgetlint.nearest import did_you_mean
from budgetlint.registry import Rule
from budgetlint.reporters.json_report import to_json
from budgetlint.reporters.wrapping import pad, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from budgetlint.entries import Entry


@click.command(cls=ChineseCommand)
@format_option()
@configuration_options("使用这个配置文件，而不从当前文件夹向上查找。")
def rules(format_name: str, config: str | None, *, isolated: bool) -> int:
    """列出全部规则：编号、名称、级别和检查内容。

    包括已安装的扩展和配置文件的 rules-paths 中的规则。
    """
    entries, unloaded = _known(config, isolated=isolated)
    warn(unloaded)
    if format_name == "json":
        data = {"rules": [_as_dict(entry) for entry in entries]}
        print_report(to_json(data, sys.stdout.encoding or "utf-8"))
    else:
        print_report(_listing(entries))
    return 2 if unloaded else 0


@click.command(cls=ChineseCommand)
@click.argument("word", metavar="编号或名称", shell_complete=complete_rules)
@configuration_options("使用这个配置文件，而不从当前文件夹向上查找。")
def explain(word: str, config: str | None, *, isolated: bool) -> int:
    """说明一条规则：检查什么、为什么、正误示例、何时可以忽略。"""
    entry = find(word, catalogue())
    if entry is None:
        entries, unloaded = _known(config, isolated=isolated)
        warn(unloaded)
        entry = find(word, entries)
    if entry is None:
        near = nearest_entry(word, entries)
        hint = did_you_mean(near) if near else say("可用 budgetlint rules 列出全部规则。")
        raise Complaint(say("没有“{word}”这条规则。", word=word) + hint)
    print_report(_page(entry))
    return 0


def _known(config: str | None, *, isolated: bool) -> tuple[list[Entry], tuple[str, ...]]:
    """Every rule that would run in the current folder, and what could not be loaded."""
    settings = configuration(catalogue(), config, isolated=isolated).settings_in(Path())
    speak_as_configured(settings)
    entries = sorted((*catalogue(), *settings.local.rules), key=by_code)
    return entries, failures([settings])


def _listing(entries: Sequence[Entry]) -> str:
    codes = max(width(entry.code) for entry in entries)
    names = max(width(entry.name) for entry in entries)
    levels = max(width(entry.severity.label) for entry in entries)
    lines: list[str] = []
    for title, members in groupby(entries, key=family):
        lines += ["", title] if lines else [title]
        for entry in members:
            named = f"{pad(entry.code, codes)}  {pad(entry.name, names)}"
            level = pad(entry.severity.label, levels)
            lines.append(f"  {named}  {level}  {entry.shown_title}")
    return "\n".join(lines) + "\n"


def _page(entry: Entry) -> str:
    lines = [headed(f"{entry.code} {entry.name}", entry.shown_title), ""]
    lines.append(headed(say("级别"), entry.severity.label))
    lines.append(headed(say("类别"), family(entry)))
    if entry.origin:
        lines.append(headed(say("来源"), entry.origin))
    if entry.aliases:
        lines.append(headed(say("别名"), listed(entry.aliases)))
    lines += ["", entry.shown_page]
    if isinstance(entry, Rule) and entry.options:
        lines += ["", f"## {say('选项')}"]
        lines += [
            say(
                "- {name}：{help}（默认 {default}）",
                name=name,
                help=say(option.help),
                default=option.default,
            )
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
        "origin": entry.origin or None,
        "title": entry.shown_title,
        "page": entry.whole_page,
        "aliases": list(entry.aliases),
        "sources": list(entry.sources),
        "since": entry.since,
        "options": {
            name: {"default": str(option.default), "help": say(option.help)}
            for name, option in options.items()
        },
    }
