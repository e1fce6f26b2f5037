"""``budgetlint check``."""

from __future__ import annotations

import logging
import sys
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

import click

from budgetlint.batch import TIMEOUT, Effort, Input, check_files
from budgetlint.cache import opened
from budgetlint.catalogue import catalogue
from budgetlint.checked import Checked
from budgetlint.cli.accepted import Baselines, accept, baseline_options
from budgetlint.cli.chinese import AtLeast, ChineseCommand, Word
from budgetlint.cli.companions import companion_option, companions
from budgetlint.cli.completion import FILE
from budgetlint.cli.configured import configuration, configuration_options, failures, warn
from budgetlint.cli.language import speak_as_configured
from budgetlint.cli.overrides import exclusion_options, override_options, overrides, patterns
from budgetlint.cli.progress import bar
from budgetlint.cli.streams import (
    Destination,
    OutputError,
    destinations,
    print_report,
    stdout_canvas,
    write_file,
)
from budgetlint.discovery import Target, discover
from budgetlint.exclusion import Exclusion
from budgetlint.lang import say
from budgetlint.paths import display, identity
from budgetlint.reading_codes import RULE_CRASHED
from budgetlint.report import Report
from budgetlint.reporters import FORMATS, Canvas, render

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from budgetlint.entries import Entry
    from budgetlint.report import FileReport
    from budgetlint.settings import Settings


@click.command(
    cls=ChineseCommand,
    epilog=(
        "退出码：0 没有达到 --fail-on 级别的问题；1 有；2 用法有误、没有可检查的文件，"
        "或有文件、规则未能完成检查。"
    ),
)
@click.argument("paths", metavar="路径…", nargs=-1, required=True, type=FILE)
@click.option(
    "--format",
    "format_name",
    type=Word(FORMATS),
    default="terminal",
    help=(
        "在屏幕上输出的格式：terminal 供人阅读（默认），concise 一条一行，json、jsonl 供程序读取，"
        "其余供各种平台和工具使用。"
    ),
)
@click.option(
    "--output",
    "outputs",
    metavar="[格式=]文件",
    type=FILE,
    multiple=True,
    help="另把报告写入文件，可重复；不写格式时按扩展名判断（如 .json、.sarif、.xml、.txt）。",
)
@companion_option
@override_options
@exclusion_options
@click.option("--show-info", is_flag=True, help="也列出“提示”级的结果（默认只计数）。")
@click.option("--show-suppressed", is_flag=True, help="也列出已忽略的结果及其理由（默认只计数）。")
@click.option(
    "--show-checks", is_flag=True, help="也列出每条规则核对的情况：相符、不符、未能核对。"
)
@click.option("--statistics", is_flag=True, help="不列出结果，只统计每条规则的条数。")
@click.option("--color/--no-color", "colour", default=None, help="使用颜色或不使用；默认看终端。")
@baseline_options
@configuration_options("使用这个配置文件，而不从被检查文件所在文件夹向上查找。")
@click.option(
    "--jobs",
    metavar="N",
    type=AtLeast(1),
    help="同时检查的文件数，默认等于处理器的核数；1 表示不另开进程。",
)
@click.option(
    "--timeout",
    metavar="秒",
    type=AtLeast(1),
    default=TIMEOUT,
    help="每个文件的时限，默认 120 秒；超过的文件不再检查，其他文件照常。",
)
@click.option("--no-cache", is_flag=True, help="不使用以前的检查结果，也不保存这次的结果。")
@click.option("-v", "--verbose", is_flag=True, help="程序出错时在标准错误输出中给出详情。")
def check(
    paths: tuple[str, ...],
    format_name: str,
    outputs: tuple[str, ...],
    others: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    exclude: tuple[str, ...],
    config: str | None,
    baseline: str | None,
    new_baseline: str | None,
    *,
    force_exclude: bool,
    show_info: bool,
    show_suppressed: bool,
    show_checks: bool,
    statistics: bool,
    colour: bool | None,
    isolated: bool,
    jobs: int | None,
    timeout: int,
    no_cache: bool,
    verbose: bool,
) -> int:
    """检查文件、文件夹（含下级）或通配符指定的公开文件。

    能读 Word 文档（.docx）、PDF 和文本（.txt、.md）；文件夹中只检查这几种。
    """
    if verbose:
        logging.basicConfig(stream=sys.stderr, level=logging.DEBUG, format="%(message)s")
    written = destinations(outputs)
    entries = catalogue()
    configured = configuration(entries, config, isolated=isolated)
    exclusion = Exclusion(configured.settings_for, patterns(exclude), force=force_exclude)
    targets = _without_outputs(discover(paths, _suffixes(), exclusion), written)
    beside = companions(others, [target.path for target in targets])
    found = [configured.settings_for(target.path) for target in targets]
    if found:
        speak_as_configured(found[0])
    unloaded = failures(found)
    known = _known(found)
    given = overrides(
        known, select=select, ignore=ignore, fail_on=fail_on, incomplete=bool(unloaded)
    )
    settings = [given.apply(each) for each in found]
    baselines = Baselines(settings, baseline, new_baseline)
    warn(unloaded)
    if not targets:
        warn([say("给出的文件都被 exclude 排除，没有检查任何文件。")])
    inputs = [
        Input(target.path, target.shown, each, beside)
        for target, each in zip(targets, settings, strict=True)
    ]
    effort = Effort(jobs, timeout, None if no_cache else opened())
    # The report stays whole whatever a foreign rule prints.
    with redirect_stdout(sys.stderr), bar(len(inputs)) as progress:
        files = check_files(inputs, effort, progress)
    checked, notices = accept(
        [
            Checked(target.path, each, (*entries, *each.local.rules), file)
            for target, each, file in zip(targets, settings, files, strict=True)
        ],
        baselines,
    )
    files = [each.report for each in checked]
    code = 2 if unloaded else exit_code(files, settings)
    report = Report(tuple(files), unloaded, notices, known, code)
    canvas = Canvas(
        show_info=show_info,
        show_suppressed=show_suppressed,
        show_checks=show_checks,
        statistics=statistics,
    )
    for destination in written:
        write_file(destination.path, render(destination.format, report, canvas))
    shown = stdout_canvas(canvas, colour=colour)
    utf8 = FORMATS[format_name].utf8
    print_report(render(format_name, report, shown), colour=shown.colour, utf8=utf8)
    if sentence := baselines.write(checked):
        warn([sentence])
    return code


def exit_code(files: Sequence[FileReport], settings: Sequence[Settings]) -> int:
    """2 if something was not checked, else 1 if a finding fails its file's settings, else 0."""
    if any(file.error or any(f.rule == RULE_CRASHED for f in file.findings) for file in files):
        return 2
    return int(
        any(
            each.fails(finding.severity)
            for file, each in zip(files, settings, strict=True)
            for finding in file.findings
        )
    )


def _suffixes() -> Collection[str]:
    from budgetlint.readers import SUFFIXES  # noqa: PLC0415 (loads every reader)

    return SUFFIXES


def _known(found: Sequence[Settings]) -> tuple[Entry, ...]:
    """Everything that has a code, and the local rules of any of the settings."""
    local = {(rule.code, rule.name): rule for each in found for rule in each.local.rules}
    return (*catalogue(), *local.values())


def _without_outputs(targets: Sequence[Target], written: Sequence[Destination]) -> list[Target]:
    """The targets without the reports of an earlier run that lie in a folder to check.

    Raises:
        OutputError: a report would overwrite a document that was named to be checked.
    """
    own = {identity(each.path) for each in written}
    for target in targets:
        if target.named and identity(target.path) in own:
            raise OutputError(
                say(
                    "--output 会覆盖要检查的文件 {file}，请换一个文件名。",
                    file=display(target.path),
                )
            )
    left = [target for target in targets if identity(target.path) not in own]
    if targets and not left:
        raise OutputError(say("没有可检查的内容：找到的文件都是 --output 要写的报告。"))
    return left
