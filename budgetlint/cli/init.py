"""``budgetlint init``."""

from __future__ import annotations

from pathlib import Path

import click

from budgetlint.cli.chinese import ChineseCommand
from budgetlint.cli.completion import FILE
from budgetlint.configuration import OWN_FILE, closest_file
from budgetlint.errors import Complaint
from budgetlint.lang import say
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
        raise Complaint(
            say(
                "没有这个文件夹：{path}（要写成别的文件，文件名应以 .toml 结尾）",
                path=display(path),
            )
        )
    if file.exists():
        raise Complaint(say("已有 {file}，没有改动它。", file=display(file)))
    if file.name == OWN_FILE and (known := closest_file(file.parent)):
        if known.parent.samefile(file.parent):
            raise Complaint(
                say(
                    "{file} 中已有 [tool.budgetlint]，再写 {new} 会使它失效，没有写。",
                    file=display(known),
                    new=OWN_FILE,
                )
            )
        click.echo(
            say(
                "注意：这里的文件此前以 {file} 为准，以后以新的配置文件为准。",
                file=display(known),
            )
        )
    try:
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(starting_file())
    except OSError as error:
        raise Complaint(
            say("无法写入 {file}：{why}", file=display(file), why=error.strerror)
        ) from error
    said = say("已写入 {file}，其中的设置都是注释，去掉行首的 # 才起作用。", file=display(file))
    if file.name != OWN_FILE:
        said += say("检查时用 --config {file} 指定它。", file=display(file))
    click.echo(said)
