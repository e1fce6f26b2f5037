"""``budgetlint codes``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from budgetlint.cli.chinese import ChineseCommand, Word, format_option
from budgetlint.cli.configured import configuration, configuration_options
from budgetlint.cli.language import speak_as_configured
from budgetlint.cli.streams import print_report, stdout_canvas
from budgetlint.cli.subject_page import AXIS_NAMES, answer_data, answer_page
from budgetlint.lang import listed, say
from budgetlint.reporters import Canvas
from budgetlint.reporters.json_report import to_json
from budgetlint.subject_search import nearest_entries, search, split_year
from budgetlint.taxonomy.subjects import FIRST_YEAR, LAST_YEAR, CodeBook

_NOTHING = 1


def _year(_ctx: click.Context, _param: click.Parameter, value: str | None) -> int | None:
    if value is None:
        return None
    if not value.isascii() or not value.isdigit() or not FIRST_YEAR <= int(value) <= LAST_YEAR:
        raise click.BadParameter(
            say("应为 {first} 至 {last} 之间的预算年度。", first=FIRST_YEAR, last=LAST_YEAR)
        )
    return int(value)


@click.command(cls=ChineseCommand, epilog="退出码：0 找到了；1 没有找到；2 用法有误。")
@click.argument("terms", metavar="编码或文字…", nargs=-1, required=True)
@click.option("--year", callback=_year, metavar="年度", help="只看这一预算年度使用的科目。")
@click.option(
    "--in",
    "axes",
    type=Word(AXIS_NAMES),
    multiple=True,
    help=(
        "只在这种分类中查：function 支出功能分类、economic 部门预算支出经济分类、"
        "government-economic 政府预算支出经济分类、revenue 收入分类、procurement 政府采购品目"
    ),
)
@format_option()
@configuration_options("使用这个配置文件，而不从当前文件夹向上查找。")
def codes(
    terms: tuple[str, ...],
    year: int | None,
    axes: tuple[str, ...],
    format_name: str,
    config: str | None,
    *,
    isolated: bool,
) -> int:
    """查政府收支分类科目：编码、名称、上下级和各年度的变化。

    编码可以只写前几位；文字可以写几个词，上级科目名称中的词也算，例如 codes 人大 行政运行。
    常用的简称（低保、医保、车补）也能查到；词后可以写年度，例如 codes 住房公积金 2019。
    配置文件的 extra-codes 中的本地科目也在内。
    """
    settings = configuration((), config, isolated=isolated, with_rules=False).settings_in(Path())
    speak_as_configured(settings)
    book = CodeBook(settings.subjects)
    within = axes or tuple(AXIS_NAMES)
    if year is None:
        terms, year = split_year(terms)
    answer = search(book, terms, year=year, axes=within)
    if format_name == "json":
        print_report(to_json(answer_data(answer, year), sys.stdout.encoding or "utf-8"))
    else:
        canvas = stdout_canvas(Canvas(), colour=None)
        print_report(answer_page(answer, year, canvas.width))
    if answer.is_empty:
        click.echo(_nothing(book, terms, year, within), err=True)
    return 0 if answer.entries else _NOTHING


def _nothing(
    book: CodeBook, terms: tuple[str, ...], year: int | None, axes: tuple[str, ...]
) -> str:
    """That nothing was found, and what is spelt most like it."""
    wanted = " ".join(terms)
    if year:
        said = say("在{year}年的科目中没有找到“{wanted}”。", year=year, wanted=wanted)
    else:
        said = say("在科目中没有找到“{wanted}”。", wanted=wanted)
    near = nearest_entries(book, terms, year=year, axes=axes)
    if not near:
        return said + say("可以少写几个字，或只写编码的前几位再查。")
    return said + say("相近的有：{near}", near=listed(f"{e.code} {e.name(year)}" for e in near))
