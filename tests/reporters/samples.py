"""Reports with everything in them that a format has to cope with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from doubles import DEPARTMENT, HINT, PERSONNEL, file_report

from budgetlint.document import Position
from budgetlint.entries import Entry
from budgetlint.finding import Severity
from budgetlint.location import Location, PartRef, TableRef
from budgetlint.report import FileError, FileReport, Means, Notice, Report, Suppressed

UNIT = PartRef("unit", "青禾县种子站", "304001")
ENTRIES = (
    Entry(
        code="BL301",
        name="row-total",
        severity=Severity.ERROR,
        title="同一行的合计与各列之和不符",
        page="BL301: 同一行\n\n## 检查什么\n合计等于各列之和。\n\n## 为什么\n因为。",
    ),
    Entry(
        code="BL501",
        name="text-against-table",
        severity=Severity.ERROR,
        title="正文与表格不一致",
        page="BL501: 正文与表格不一致\n\n## 检查什么\n正文与表。",
    ),
    Entry(
        code="BL002",
        name="unsupported-format",
        severity=Severity.ERROR,
        title="暂不支持的文件格式",
        page="BL002: 暂不支持的文件格式\n\n## 含义\n旧格式。",
    ),
)
CELL = Location(
    part=UNIT,
    table=TableRef(6, "基本支出表"),
    row=3,
    row_code="30201",
    row_label="办公费",
    column_label="公用经费",
    text="16.85",
    mark=(0, 5),
    position=Position(line=1709, column=2),
    key="t6/30201/public",
)
IN_A_CELL = replace(
    PERSONNEL,
    rule="BL301",
    name="row-total",
    title="同一行的合计与各列之和不符",
    message="“办公费”为16.85万元，应为18.65万元。",
    location=CELL,
    related=(replace(CELL, column_label="合计", text="18.65", position=Position(line=1707)),),
    expected="18.65万元",
    actual="16.85万元",
    fingerprint="a" * 64,
)
DOUBTFUL = replace(
    IN_A_CELL,
    severity=Severity.WARNING,
    message="只差尾数。",
    related=(),
    expected=None,
    actual=None,
    fingerprint="b" * 64,
)
AGREED = Suppressed(
    replace(PERSONNEL, fingerprint="c" * 64),
    Means.CONFIG,
    "尾差经财政局核对",
    date(2025, 6, 30),
)
KNOWN = Suppressed(replace(HINT, fingerprint="d" * 64), Means.BASELINE)
REMARKED = Suppressed(replace(PERSONNEL, fingerprint="e" * 64), Means.COMMENT, "见附注")
UNREADABLE = FileReport("旧 文件.doc", error=FileError("BL002", "请另存为 .docx 后再检查。"))
UNLOADED = "规则文件 本地规则/qh101.py 无法加载：第3行。其余规则照常检查。"
STALE = Notice("基线.json", "其中 1 条已不存在。")

TEXT_FILE = file_report(IN_A_CELL, DOUBTFUL, path="材料/预算.txt", parts=(DEPARTMENT, UNIT))
WORD_FILE = replace(
    file_report(PERSONNEL, HINT, path="材料/预算 [终稿].docx"),
    suppressed=(AGREED, KNOWN, REMARKED),
)
UNKNOWN = FileReport("说明.txt")
EVERYTHING = Report(
    files=(TEXT_FILE, WORD_FILE, file_report(path="净.pdf"), UNREADABLE, UNKNOWN),
    unloaded=(UNLOADED,),
    notices=(STALE,),
    rules=ENTRIES,
    exit_code=2,
)

HOSTILE = "甲\x00\x1b[31m\ud800]]>\u202e<b>&\"'\r\n::error::[a](1)\\\uffff\U0001f642"
HOSTILE_FINDING = replace(
    PERSONNEL,
    message=HOSTILE,
    title=HOSTILE,
    expected=HOSTILE,
    actual=HOSTILE,
    location=Location(
        part=PartRef("unit", HOSTILE, HOSTILE),
        section=HOSTILE,
        table=TableRef(None, HOSTILE),
        row=1,
        row_label=HOSTILE,
        column_label=HOSTILE,
        text=HOSTILE,
        mark=(0, len(HOSTILE)),
        position=Position(page=1, line=3, column=4),
    ),
    related=(Location(text=HOSTILE, section=HOSTILE),),
)
HOSTILE_REPORT = Report(
    files=(
        replace(
            file_report(HOSTILE_FINDING, path="材\\料/预:算#%20?.docx", unread=(HOSTILE,)),
            suppressed=(
                Suppressed(replace(HOSTILE_FINDING, fingerprint="f" * 64), Means.COMMENT, HOSTILE),
            ),
        ),
        FileReport("b.docx", error=FileError("BL001", HOSTILE)),
    ),
    unloaded=(HOSTILE,),
    notices=(Notice("a.docx", HOSTILE),),
)
LONG = replace(
    PERSONNEL,
    message="很长。" * 50_000,
    location=replace(PERSONNEL.location, text="长" * 200_000, mark=(100_000, 100_006)),
)
