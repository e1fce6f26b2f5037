"""``budgetlint cache``."""

from __future__ import annotations

import click

from budgetlint.cache import VARIABLE, Cache, location
from budgetlint.cli.chinese import ChineseCommand, ChineseGroup
from budgetlint.cli.streams import print_report
from budgetlint.errors import Complaint
from budgetlint.lang import say


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
    print_report(f"{_cache().folder}\n")
    return 0


@click.command(cls=ChineseCommand)
def clean() -> int:
    """删除全部缓存。"""
    found = _cache()
    count, size = found.clear()
    told = say(
        "已删除 {count} 个文件的检查结果（{size:.1f} MB）。", count=count, size=size / 1024 / 1024
    )
    print_report(f"{told}\n")
    return 0


def _cache() -> Cache:
    folder = location()
    if folder is None:
        raise Complaint(
            say("没有可以存放缓存的文件夹，可用环境变量 {variable} 指定一个。", variable=VARIABLE)
        )
    return Cache(folder)
