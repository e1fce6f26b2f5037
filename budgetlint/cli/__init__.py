"""The command line: a thin front that loads nothing before it is needed."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import click

from budgetlint._version import __version__
from budgetlint.cli.chinese import ChineseGroup, sentence
from budgetlint.cli.language import choose_language
from budgetlint.errors import Complaint
from budgetlint.lang import say

PROGRAM = "budgetlint"
USAGE_ERROR = 2
INTERRUPTED = 130


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001
    if value and not ctx.resilient_parsing:
        click.echo(f"{PROGRAM} {__version__}")
        ctx.exit()


@click.group(
    cls=ChineseGroup,
    commands={},
    lazy={
        "check": "budgetlint.cli.check:check",
        "rules": "budgetlint.cli.rules:rules",
        "explain": "budgetlint.cli.rules:explain",
        "extract": "budgetlint.cli.extract:extract",
        "codes": "budgetlint.cli.codes:codes",
        "config": "budgetlint.cli.config:config",
        "init": "budgetlint.cli.init:init",
        "cache": "budgetlint.cli.cache:cache",
    },
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="例：budgetlint check 部门预算.docx",
)
@click.option(
    "-V",
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="显示版本后退出。",
)
def group() -> None:
    """检查部门预算、决算公开文件：数字是否一致、表格是否平衡、内容是否完整。"""


def run(arguments: list[str] | None = None) -> int:
    """Run a command line and return its exit code.

    0: nothing to complain of; 1: findings; 2: wrong usage, nothing to check, or something that
    could not be checked; 130: interrupted.
    """
    _never_fail_to_print()
    choose_language(sys.argv[1:] if arguments is None else arguments, os.environ)
    try:
        code = group.main(arguments, prog_name=PROGRAM, standalone_mode=False)
    except Complaint as complaint:
        return _complain(str(complaint))
    except click.UsageError as error:
        return _complain(sentence(error))
    except (click.Abort, KeyboardInterrupt):
        click.echo(say("已中断。"), err=True)
        return INTERRUPTED
    except Exception as error:
        import traceback  # noqa: PLC0415 (slow, and hopefully never needed)

        click.echo(traceback.format_exc(), err=True)
        return _complain(
            say("程序出错（{error}），请把以上内容反馈给维护者。", error=type(error).__name__)
        )
    return code if isinstance(code, int) else 0


def main() -> NoReturn:
    """The entry point of the command ``budgetlint``."""
    sys.exit(run())


def _complain(message: str) -> int:
    click.echo(say("{program}：{message}", program=PROGRAM, message=message), err=True)
    return USAGE_ERROR


def _never_fail_to_print() -> None:
    """A sign that the console does not have becomes ``?`` instead of an exception."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
