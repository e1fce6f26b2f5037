"""``[[suppress]]`` in a configuration: what may be written, what it accepts, what is said of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from doubles import DEPARTMENT, PERSONNEL, file_report, make_rule

from budgetlint.checked import Checked
from budgetlint.configuration import load
from budgetlint.finding import Finding, Severity
from budgetlint.keys import SettingsError
from budgetlint.location import Location, PartRef, TableRef
from budgetlint.reading_codes import READING_CODES, RULE_CRASHED
from budgetlint.report import CheckCoverage, FileError, Means, Suppressed
from budgetlint.settings import Settings
from budgetlint.suppressions import Suppression, suppress

if TYPE_CHECKING:
    from pathlib import Path

RULES = (
    make_rule(code="BL301", name="row-total"),
    make_rule(code="BL501", name="text-against-table"),
    *READING_CODES,
)
TODAY = date(2025, 6, 30)
RIGHT = """
[[suppress]]
rule = "text-against-table"
files = ["材料/*.docx", "决算.docx"]
place = "六、机关运行经费"
fingerprint = "00000000"
reason = " 尾差，经财政局核对 "
until = 2025-12-31
"""


def loaded(folder: Path, text: str) -> Settings:
    path = folder / "budgetlint.toml"
    path.write_text(text, encoding="utf-8")
    return load(path, RULES)


# What may be written


def test_every_key_of_a_suppression_is_understood(tmp_path: Path) -> None:
    assert loaded(tmp_path, RIGHT).suppressions == (
        Suppression(
            rule="text-against-table",
            files=("材料/*.docx", "决算.docx"),
            reason="尾差，经财政局核对",
            place="六、机关运行经费",
            fingerprint="00000000",
            until=date(2025, 12, 31),
        ),
    )


def test_one_pattern_needs_no_list_and_a_date_may_be_quoted(tmp_path: Path) -> None:
    text = '[[suppress]]\nrule = "BL5"\nfiles = "*.docx"\nreason = "尾差"\nuntil = "2025-12-31"'
    assert loaded(tmp_path, text).suppressions == (
        Suppression("BL5", ("*.docx",), "尾差", until=date(2025, 12, 31)),
    )


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"reason": None}, "没有写 reason（为什么可以忽略，报告中会列出）。"),
        ({"files": None}, "没有写 files（文件的通配符）。"),
        ({"rule": None}, "没有写 rule（规则的编号、前缀或名称）。"),
        ({"reason": '" "'}, ".reason 是空的，请写明为什么可以忽略，报告中会列出。"),
        ({"reason": "5"}, ".reason 应为字符串，现在是整数。"),
        ({"place": '""'}, ".place 是空的，不需要时请删去这一行。"),
        ({"rule": '"BL599"'}, ".rule 中的“BL599”不是规则的编号、前缀或名称。"),
        ({"rule": '"BL090"'}, ".rule 中的 BL090（某条规则运行出错）不能关闭"),
        ({"files": "[]"}, ".files 是空的，请写明文件的通配符。"),
        ({"files": r"'材料\*.docx'"}, r".files 中的“材料\*.docx”含有 \，文件夹之间请用 / 分隔。"),
        ({"fingerprint": '"xyz"'}, ".fingerprint 应为 JSON 报告中的 fingerprint，可只写开头 8 位"),
        ({"until": '"明年"'}, ".until 应为日期，如 until = 2025-12-31。"),
        ({"until": "2025-12-31T08:00:00"}, ".until 应为日期，如 until = 2025-12-31。"),
        ({"until": '"2025-02-30"'}, ".until 中的 2025-02-30 不是日历上的日期。"),
        ({"reasn": '"尾差"'}, "没有“reasn”这个键。您是不是想写 reason？"),
        ({"by": '"张某"'}, "没有“by”这个键。可用的键：rule、files、place、fingerprint、reason、"),
    ],
)
def test_a_wrong_suppression_is_named_with_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, str], sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    written: dict[str, Any] = {"rule": '"BL501"', "files": '"*.docx"', "reason": '"尾差"', **change}
    lines = [f"{key} = {value}" for key, value in written.items() if value]
    good = '[[suppress]]\nrule = "BL5"\nfiles = "*.docx"\nreason = "尾差"\n'
    with pytest.raises(SettingsError) as caught:
        loaded(tmp_path, good + "[[suppress]]\n" + "\n".join(lines))
    assert str(caught.value).startswith("配置文件 budgetlint.toml：第 2 条 [[suppress]]")
    assert sentence in str(caught.value)


def test_a_single_table_is_told_to_be_a_list(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"suppress 应写成 \[\[suppress\]\]，忽略一处写一段。"):
        loaded(tmp_path, RIGHT.replace("[[suppress]]", "[suppress]"))


# What it accepts


TOTAL = Finding(
    rule="BL301",
    name="row-total",
    severity=Severity.ERROR,
    message="合计不符。",
    location=Location(
        part=DEPARTMENT,
        table=TableRef(10, "项目支出表"),
        row_code="30201",
        row_label="办公费",
        column_label="公用经费",
        key="t10/30201",
    ),
    fingerprint="a" * 64,
)
CRASH = Finding(
    rule=RULE_CRASHED,
    name="rule-crashed",
    severity=Severity.ERROR,
    message="规则 BL501 运行时出错。",
    location=Location(),
    subject="BL501",
)


def accepting(**given: Any) -> Suppression:
    return Suppression(**{"rule": "BL301", "files": ("*.docx",), "reason": "尾差", **given})


class Office:
    """A folder whose configuration has these suppressions, and files that were checked in it."""

    def __init__(self, folder: Path, *suppressions: Suppression) -> None:
        self.folder = folder
        self.settings = Settings(suppressions=suppressions, source=folder / "budgetlint.toml")

    def checked(self, *findings: Finding, path: str = "材料/预算.docx", **changes: Any) -> Checked:
        report = replace(file_report(*findings, path=path), **changes)
        return Checked(self.folder / path, self.settings, RULES, report)


def outcome(*files: Checked, today: date = TODAY) -> tuple[list[str], list[str], list[str]]:
    """The rules of the findings left, the reasons of those accepted, and what is noticed."""
    left, notices = suppress(files, today)
    return (
        [finding.rule for file in left for finding in file.report.findings],
        [each.reason for file in left for each in file.report.suppressed],
        [notice.message for notice in notices],
    )


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"rule": "row-total"},
        {"rule": "BL3"},
        {"files": ("材料/*.docx",)},
        {"files": ("无.docx", "**/预算.docx")},
        {"place": "表10 项目支出表"},
        {"place": "表10 项目支出表 › “30201 办公费”行 › “公用经费”栏"},
        {"place": "表10 项目支出表 > 30201 办公费行>公用经费栏"},
        {"place": "办公费"},
        {"fingerprint": "a" * 64},
        {"fingerprint": "a" * 8},
        {"until": TODAY},
    ],
)
def test_a_finding_that_is_meant_is_accepted_with_its_reason(
    tmp_path: Path, given: dict[str, Any]
) -> None:
    office = Office(tmp_path, accepting(**given))
    assert outcome(office.checked(PERSONNEL, TOTAL)) == (["BL501"], ["尾差"], [])


@pytest.mark.parametrize(
    "given",
    [
        {"rule": "BL5", "place": "表10"},
        {"files": ("*.txt",)},
        {"files": ("预算/*.docx",)},
        {"place": "表1"},
        {"place": "表10 项目支出表 › 公用经费"},
        {"place": "0201"},
        {"fingerprint": "b" * 64},
        {"place": "办公费", "fingerprint": "b" * 64},
    ],
)
def test_a_finding_that_is_not_meant_is_left(tmp_path: Path, given: dict[str, Any]) -> None:
    left, reasons, _ = outcome(Office(tmp_path, accepting(**given)).checked(PERSONNEL, TOTAL))
    assert (left, reasons) == (["BL501", "BL301"], [])


def test_the_place_names_the_part_where_the_report_does(tmp_path: Path) -> None:
    office = Office(tmp_path, accepting(place="单位 › 表10"))
    unit = PartRef("unit", "青禾县种子站")
    document = replace(file_report().document, parts=(DEPARTMENT, unit))
    of_unit = replace(TOTAL, location=replace(TOTAL.location, part=unit))
    left, notices = suppress([office.checked(TOTAL, of_unit, document=document)], TODAY)
    assert left[0].report.findings == (TOTAL,)
    assert left[0].report.suppressed == (Suppressed(of_unit, Means.CONFIG, "尾差"),)
    assert notices == ()


def test_what_was_not_checked_can_never_be_accepted(tmp_path: Path) -> None:
    office = Office(tmp_path, accepting(rule="BL0"), accepting(rule="ALL"))
    left, _, _ = outcome(office.checked(CRASH))
    assert left == [RULE_CRASHED]
    unreadable = office.checked(error=FileError("BL001", "文件是空的。"))
    assert suppress([unreadable], TODAY)[0] == [unreadable]


def test_each_file_has_the_suppressions_of_its_own_configuration(tmp_path: Path) -> None:
    first, second = Office(tmp_path / "甲", accepting()), Office(tmp_path / "乙")
    assert outcome(first.checked(TOTAL), second.checked(TOTAL))[0] == ["BL301"]


# What is said of it


def test_an_expired_one_accepts_nothing_and_is_told(tmp_path: Path) -> None:
    office = Office(tmp_path, accepting(until=date(2025, 6, 29)))
    left, accepted, [notice] = outcome(office.checked(TOTAL))
    assert (left, accepted) == (["BL301"], [])
    over = "第 1 条 [[suppress]]（BL301，*.docx）已于 2025-06-29 到期，"
    assert notice == f"{over}有 1 条结果重新列出；请处理后删去这一条。"
    assert outcome(office.checked())[2] == [f"{over}所指的结果也没有了，可以删去。"]


def test_an_expired_one_does_not_count_what_a_comment_accepts(tmp_path: Path) -> None:
    accepted = (Suppressed(TOTAL, Means.COMMENT, "批注的理由"),)
    file = Office(tmp_path, accepting(until=date(2025, 6, 29))).checked(suppressed=accepted)
    assert outcome(file)[2] == [
        "第 1 条 [[suppress]]（BL301，*.docx）已于 2025-06-29 到期，所指的结果也没有了，可以删去。"
    ]


def test_an_unused_one_is_told_once_with_its_file_for_all_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    office = Office(tmp_path, accepting(rule="BL501"), accepting(place="表1"))
    files = [office.checked(PERSONNEL), office.checked(path="甲.docx"), office.checked(TOTAL)]
    _, [notice] = suppress(files, TODAY)
    assert notice.path == "budgetlint.toml"
    assert notice.message == (
        "第 2 条 [[suppress]]（BL301，*.docx，表1）没有用到：检查的文件中没有相符的结果，可以删去。"
    )


def test_one_that_meets_what_a_comment_accepts_already_is_not_unused(tmp_path: Path) -> None:
    accepted = (Suppressed(TOTAL, Means.COMMENT, "批注的理由"),)
    file = Office(tmp_path, accepting()).checked(suppressed=accepted)
    assert outcome(file) == ([], ["批注的理由"], [])


SKIPPED = CheckCoverage(skipped=3, reasons=["没有政府性基金表"])


@pytest.mark.parametrize("today", [TODAY, date(2099, 1, 1)])
def test_nothing_is_said_where_the_run_says_nothing_about_it(tmp_path: Path, today: date) -> None:
    office = Office(tmp_path, accepting(rule="BL501", until=date(2030, 1, 1)))
    coverage = file_report().coverage
    silent = [
        office.checked(path="预算.txt"),
        office.checked(error=FileError("BL001", "文件是空的。")),
        office.checked(CRASH),
        office.checked(coverage=replace(coverage, checks={"BL501": SKIPPED})),
        replace(office.checked(), settings=replace(office.settings, select=("BL3",))),
    ]
    for file in silent:
        assert suppress([file], today)[1] == ()
    assert suppress([*silent, office.checked()], today)[1] != ()
