"""The user's own subjects: a CSV file with codes and names, as a spreadsheet saves it.

The first row names the columns: 编码 (科目编码, code), 名称 (科目名称, name) and, where wanted,
起始年度 (from) and 终止年度 (to). Which classification a code belongs to is plain from its form.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from budgetlint.fold import fold
from budgetlint.lang import say
from budgetlint.taxonomy.subjects import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.key_values import Source

_COLUMNS = {
    "code": ("编码", "科目编码", "code"),
    "name": ("名称", "科目名称", "name"),
    "first": ("起始年度", "from"),
    "last": ("终止年度", "to"),
}
_AXES = {
    "function": re.compile(r"2[0-9]{2}([0-9]{2}){0,2}"),
    "economic": re.compile(r"3[0-9]{2}([0-9]{2})?"),
    "government-economic": re.compile(r"5[0-9]{2}([0-9]{2})?"),
    "revenue": re.compile(r"1[0-9]{2}([0-9]{2}){0,3}"),
    "procurement": re.compile(r"[ABC]([0-9]{2}){0,4}"),
}
_YEAR = re.compile(r"[0-9]{4}年?")


def local_subjects(text: str, source: Source) -> Iterator[tuple[str, Subject]]:
    """Each subject of the file and the classification that it belongs to.

    Raises:
        SettingsError: a column is missing, or a row has no such code, no name or no such year.
    """
    lines = text.splitlines()
    separator = "\t" if lines and "\t" in lines[0] else ","
    rows = csv.reader(lines, delimiter=separator)
    places = _places([fold(word).lower() for word in next(rows, [])], source)
    for row in rows:
        values = {column: row[at].strip() for column, at in places.items() if at < len(row)}
        if any(values.values()):
            yield _subject(values, rows.line_num, source)


def _places(head: list[str], source: Source) -> dict[str, int]:
    """Which column stands where."""
    found = {
        column: next(head.index(word) for word in words if word in head)
        for column, words in _COLUMNS.items()
        if any(word in head for word in words)
    }
    for column in ("code", "name"):
        if column not in found:
            source.fail(
                say(
                    "首行应写明各列的名称，其中要有“编码”和“名称”，现在没有“{column}”。",
                    column=_COLUMNS[column][0],
                )
            )
    return found


def _subject(values: dict[str, str], row: int, source: Source) -> tuple[str, Subject]:
    code = fold(values.get("code", "")).upper()
    axis = next((axis for axis, form in _AXES.items() if form.fullmatch(code)), None)
    if axis is None:
        source.fail(
            say(
                "第{row}行的编码“{code}”不是科目编码"
                "（如 2010199、30299）；在表格软件中请把这一列设为文本再保存。",
                row=row,
                code=code,
            )
        )
    if not values.get("name"):
        source.fail(say("第{row}行的编码 {code} 没有名称。", row=row, code=code))
    first, last = (_year(values.get(column, ""), row, source) for column in ("first", "last"))
    return axis, Subject(code, values["name"], first, last)


def _year(word: str, row: int, source: Source) -> int | None:
    if not word:
        return None
    if not _YEAR.fullmatch(fold(word)):
        source.fail(say("第{row}行的年度“{year}”应为四位数字。", row=row, year=word))
    return int(fold(word)[:4])
