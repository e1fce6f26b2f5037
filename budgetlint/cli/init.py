"""``budgetlint init``."""

from __future__ import annotations

from pathlib import Path

import click

from budgetlint.cli.chinese import ChineseCommand
from budgetlint.cli.completion import FILE
from budgetlint.configuration import OWN_FILE, closest_file
from budgetlint.errors import Complaint
from budgetlint.paths import display
from budgetlint.starting_file import starting_file


@click.command(cls=ChineseCommand)
@click.argument("path", metavar="[文件夹或文件]", default=".", type=FILE)
def init(path: str) -> None:
    """写一个配置文件 budgetlint.toml，列出全部设置和说明。

    其中的设置都是注释，去掉行首的 # 才起作用。已有的文件不会被覆盖。
    """
    file = Path(path) / OWN_FILE if Path(path).is_dir() else Path(path)
    if file.suffix != ".toml":
        raise Complaint(f"没有这个文件夹：{display(path)}（要写成别的文件，文件名应以 .toml 结尾）")
    if file.exists():
        raise Complaint(f"已有 {display(file)}，没有改动它。")
    if file.name == OWN_FILE and (known := closest_file(file.parent)):
        if known.parent.samefile(file.parent):
            raise Complaint(
                f"{display(known)} 中已有 [tool.budgetlint]，再写 {OWN_FILE} 会使它失效，没有写。"
            )
        click.echo(f"注意：这里的文件此前以 {display(known)} 为准，以后以新的配置文件为准。")
    try:
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(starting_file())
    except OSError as error:
        raise Complaint(f"无法写入 {display(file)}：{error.strerror}") from error
    use = "" if file.name == OWN_FILE else f"。检查时用 --config {display(file)} 指定它"
    click.echo(f"已写入 {display(file)}，其中的设置都是注释，去掉行首的 # 才起作用{use}。")
