"""``budgetlint extract``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from budgetlint.catalogue import catalogue
from budgetlint.cli.chinese import ChineseCommand, format_option
from budgetlint.cli.companions import companion_option, companions
from budgetlint.cli.completion import FILE
from budgetlint.cli.configured import configuration
from budgetlint.cli.language import speak_as_configured
from budgetlint.cli.streams import print_report
from budgetlint.cli.understood import readable
from budgetlint.errors import Complaint
from budgetlint.lang import say
from budgetlint.linter import understand_file
from budgetlint.paths import display
from budgetlint.readers.errors import ReadError
from budgetlint.report import SCHEMA_VERSION
from budgetlint.reporters.json_report import to_json


@click.command(cls=ChineseCommand)
@click.argument("file", metavar="文件", type=FILE)
@format_option()
@companion_option
def extract(file: str, format_name: str, others: tuple[str, ...]) -> int:
    """显示从文件中读懂的内容：单位与年度、结构、标准表格和数据。

    用来核实某张表是否被认出、某个数字被当作什么。
    """
    from budgetlint.disclosure.describe import describe  # noqa: PLC0415 (slow, not for --help)

    path = Path(file)
    beside = companions(others, [path])
    configured = configuration(catalogue(), None, isolated=False, with_rules=False)
    settings = configured.settings_for(path)
    speak_as_configured(settings)
    try:
        disclosure = understand_file(path, settings, beside)
    except ReadError as error:
        raise Complaint(
            say(
                "{file}：{message}（{code}）",
                file=display(path),
                message=error.message,
                code=error.code,
            )
        ) from error
    understood = describe(disclosure)
    if format_name == "json":
        data = {"schema_version": SCHEMA_VERSION, "path": display(path), **understood}
        print_report(to_json(data, sys.stdout.encoding or "utf-8"))
    else:
        print_report(readable(understood))
    return 0
