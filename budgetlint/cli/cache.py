"""``budgetlint cache``."""

from __future__ import annotations

import click

from budgetlint.cache import VARIABLE, Cache, location
from budgetlint.cli.chinese import ChineseCommand, ChineseGroup
from budgetlint.cli.streams import print_report
from budgetlint.errors import Complaint


@click.group(
    cls=ChineseGroup,
    commands={},
    lazy={
        "dir": "budgetlint.cli.cache:directory",
        "clean": "budgetlint.cli.cache:clean",
    },
    context_settings={"help_option_names": ["-h", "--help"]},
)
def cache() -> None:
    """查看或清空缓存：以前检查过的文件的结果。"""


@click.command(cls=ChineseCommand)
def directory() -> int:
    """显示缓存所在的文件夹。"""
    print_report(f"{_existing_or_not().folder}\n")
    return 0


@click.command(cls=ChineseCommand)
def clean() -> int:
    """删除全部缓存。"""
    found = _existing_or_not()
    count, size = found.clear()
    print_report(f"已删除 {count} 个文件的检查结果（{size / 1024 / 1024:.1f} MB）。\n")
    return 0


def _existing_or_not() -> Cache:
    folder = location()
    if folder is None:
        raise Complaint(f"没有可以存放缓存的文件夹，可用环境变量 {VARIABLE} 指定一个。")
    return Cache(folder)
