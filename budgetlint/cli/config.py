"""``budgetlint config``."""

from __future__ import annotations

import json
import os
import sys
from datetime import date, datetime, time
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from budgetlint.catalogue import catalogue
from budgetlint.cli.chinese import ChineseCommand, format_option
from budgetlint.cli.completion import FILE
from budgetlint.cli.configured import configuration, configuration_options, failures, warn
from budgetlint.cli.language import speak_as_configured
from budgetlint.cli.overrides import override_options, overrides
from budgetlint.cli.streams import print_report
from budgetlint.errors import Complaint
from budgetlint.exclusion import Exclusion
from budgetlint.in_force import in_force
from budgetlint.keys import KEYS
from budgetlint.lang import CHINESE, language, listed, say
from budgetlint.paths import display
from budgetlint.reporters.json_report import to_json
from budgetlint.reporters.wording import printable
from budgetlint.reporters.wrapping import break_lines, pad, width
from budgetlint.starting_file import plain
from budgetlint.toml_text import assignment, has_heading, headed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from budgetlint.in_force import InForce

_COLUMNS = 80
_REMARK = 40
"""The column in which the origins stand, where the values leave room for it."""


def _show_schema(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001
    if value and not ctx.resilient_parsing:
        schema = files("budgetlint") / "schemas" / "config.schema.json"
        print_report(_translated(schema.read_text(encoding="utf-8")), utf8=True)
        ctx.exit()


def _translated(schema: str) -> str:
    """The schema with its descriptions in the language in force."""
    if language() == CHINESE:
        return schema
    sentences = {f"{plain(key.meaning)}。": plain(say(key.meaning)) for key in KEYS.values()}

    def described(node: dict[str, Any]) -> dict[str, Any]:
        texts = {key: node[key] for key in ("title", "description") if key in node}
        return node | {key: sentences.get(text) or say(text) for key, text in texts.items()}

    return to_json(json.loads(schema, object_hook=described), "utf-8")


@click.command(cls=ChineseCommand)
@click.argument("file", metavar="[文件或文件夹]", default=".", type=FILE)
@format_option("text（默认，可直接用作配置文件）或 json。")
@override_options
@configuration_options("使用这个配置文件，而不从文件所在文件夹向上查找。")
@click.option(
    "--schema",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_schema,
    help="输出配置文件的 JSON 模式（供编辑器使用）后退出。",
)
def config(
    file: str,
    format_name: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    config: str | None,
    *,
    isolated: bool,
) -> int:
    """显示对一个文件起作用的设置，以及每个值来自哪里。

    可以加上 check 的 --select 等选项，看它们起什么作用。不写文件时看当前文件夹。
    不运行 rules-paths 中的规则。
    """
    path = Path(file)
    if not os.path.lexists(path):
        raise Complaint(say("没有找到文件或文件夹：{path}", path=display(path)))
    configured = configuration(catalogue(), config, isolated=isolated, with_rules=False)
    settings = configured.settings_in(path) if path.is_dir() else configured.settings_for(path)
    speak_as_configured(settings)
    unloaded = failures([settings])
    given = overrides(
        catalogue(),
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        incomplete=bool(unloaded or settings.rules_paths),
    )
    warn(unloaded)
    after = given.apply(settings)
    place = path / "*" if path.is_dir() else path
    hidden = [e.code for e in catalogue() if not after.shows(e, place)]
    excluded = Exclusion(configured.settings_for).covers(path)
    source = display(settings.source) if settings.source else None
    values = list(in_force(settings, given))
    if format_name == "json":
        data = {
            "path": display(path),
            "configuration": source,
            "settings": {each.key: _as_dict(each) for each in values},
            "hidden_rules": hidden,
            "excluded": excluded,
        }
        print_report(to_json(data, sys.stdout.encoding or "utf-8"))
    else:
        lines = _readable(display(path), source, values, hidden, excluded=excluded)
        print_report("".join(f"{line}\n" for line in lines))
    return 2 if unloaded else 0


def _as_dict(value: InForce) -> dict[str, Any]:
    return {"value": _plain(value.value), "sources": [str(origin) for origin in value.origins]}


def _plain(value: Any) -> Any:
    """A value of TOML as JSON has it: dates and times become text."""
    match value:
        case dict():
            return {key: _plain(each) for key, each in value.items()}
        case list():
            return [_plain(each) for each in value]
        case datetime() | date() | time():
            return value.isoformat()
    return value


def _readable(
    shown: str,
    source: str | None,
    values: Sequence[InForce],
    hidden: Sequence[str],
    *,
    excluded: bool,
) -> Iterator[str]:
    """The settings as TOML: whole tables last, for what follows a heading belongs to it."""
    yield "# " + printable(say("对 {path} 起作用的设置", path=shown))
    yield "# " + printable(say("配置文件：{file}", file=source or say("没有")))
    yield ""
    for each in (value for value in values if not has_heading(value.value)):
        yield from _remarked(_lines(each), each)
    for each in (value for value in values if has_heading(value.value)):
        yield ""
        yield from _remarked(headed(each.key, each.value, _COLUMNS), each)
    yield ""
    yield from _comment(say("不显示结果的规则：{codes}", codes=listed(hidden) or say("没有")))
    if excluded:
        yield from _comment(say("检查文件夹时不看它（exclude）；直接写出时照常检查。"))


def _lines(each: InForce) -> list[str]:
    if each.value is None:
        return ["# " + say("{key} 没有设置", key=each.key)]
    return assignment(each.key, each.value, _REMARK - 2)


def _remarked(lines: Sequence[str], each: InForce) -> Iterator[str]:
    """The lines, the first with the origins of the value."""
    origins = listed(origin.label for origin in each.origins)
    yield f"{pad(lines[0], max(_REMARK, width(lines[0]) + 2))}# {origins}"
    yield from lines[1:]


def _comment(text: str) -> Iterable[str]:
    return (f"# {text[start:end]}" for start, end in break_lines(text, _COLUMNS - 2))
