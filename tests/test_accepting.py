"""Accepting findings on the command line: by baseline, by configuration and by comment."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from commenting import write_commented
from fictional.variants import document, variants
from linting import FORMATS, write_printed
from project import ROOT

from budgetlint.cli import accepted, run

if TYPE_CHECKING:
    from pathlib import Path

    from fictional.variants import Variant

EXAMPLES = ROOT / "examples"
CONFIGURATION = """
baseline = "基线.json"

[[suppress]]
rule = "row-total"
files = "材料/*.docx"
place = "“30201 办公费”行"
reason = "按批复数列示"
until = 2025-06-30

[[suppress]]
rule = "BL6"
files = "材料/*.docx"
reason = "编码由财政局核定"
"""


@dataclass
class Office:
    """A folder with documents, and the command line in it; the day is 1 June 2025."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    def put(self, source: str, name: str = "材料/预算.docx") -> Path:
        target = self.folder / name
        target.parent.mkdir(exist_ok=True)
        shutil.copy(EXAMPLES / source, target)
        return target

    def configure(self, text: str) -> None:
        (self.folder / "budgetlint.toml").write_text(text, encoding="utf-8")

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        code = run(["check", *arguments])
        out, err = self.capsys.readouterr()
        return code, out, err

    def report(self, *arguments: str) -> dict[str, Any]:
        """The JSON report."""
        data: dict[str, Any] = json.loads(self(*arguments, "--format", "json")[1])
        return data

    def found(self, *arguments: str) -> list[str]:
        """The codes of the findings."""
        files = self.report(*arguments)["files"]
        return [finding["rule"] for file in files for finding in file["findings"]]


@pytest.fixture
def office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Office:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(accepted, "today", lambda: date(2025, 6, 1))
    return Office(tmp_path, capsys)


# The baseline


def test_a_new_baseline_changes_neither_report_nor_exit_code(office: Office) -> None:
    office.put("faulty.docx")
    plain = office("材料")
    code, out, err = office("材料", "--write-baseline", "基线.json")
    assert (code, out) == plain[:2]
    assert code == 1
    assert err == "budgetlint：基线已写入 基线.json：共 12 条（新增 12 条）。\n"


def test_with_its_baseline_a_run_is_clean_and_says_what_it_hides(office: Office) -> None:
    office.put("faulty.docx")
    office("材料", "--write-baseline", "基线.json")
    code, out, err = office("材料", "--baseline", "基线.json")
    assert (code, err) == (0, "")
    assert "材料/预算.docx  未发现其他问题，已忽略 12 条（标准表格 " in out
    assert "已忽略 12 条（基线 12 条，加 --show-suppressed 列出）" in out
    report = office.report("材料", "--baseline", "基线.json")
    assert report["summary"]["findings"] == {"error": 0, "warning": 0, "info": 0}
    assert {each["by"] for each in report["files"][0]["suppressed"]} == {"baseline"}


CHECKED = variants()
ONE_DEFECT = [
    pytest.param(variant, kind, id=f"{variant.name}-{kind}")
    for variant, kind in zip(CHECKED[:: len(CHECKED) // 4], FORMATS, strict=False)
]


@pytest.mark.parametrize(("variant", "kind"), ONE_DEFECT)
def test_one_defect_more_than_in_the_baseline_is_the_one_that_is_shown(
    office: Office, variant: Variant, kind: str
) -> None:
    path = write_printed(document(variant.options), kind, office.folder)
    name = path.name
    before = office.found(name)
    office(name, "--write-baseline", "基线.json")
    write_printed(variant.printed(), kind, office.folder)
    after = office.found(name)
    assert len(after) == len(before) + 1
    assert len(office.found(name, "--baseline", "基线.json")) == 1


def test_what_is_mended_is_told_and_the_new_baseline_is_without_it(office: Office) -> None:
    office.put("faulty.docx")
    office("材料", "--write-baseline", "基线.json")
    office.put("clean.docx")
    code, out, _ = office("材料", "--baseline", "基线.json")
    assert code == 0
    assert (
        "注意  基线.json：材料/预算.docx 有 11 条已不存在（BL103 1 条、BL113 1 条、BL201 1 条、"
        "BL203 1 条、BL301 1 条、BL501 1 条、BL601 1 条、BL742 1 条、BL922 1 条、BL931 1 条、"
        "BL951 1 条），可用 --write-baseline 更新基线。\n"
    ) in out
    _, out, err = office("材料", "--baseline", "基线.json", "--write-baseline", "基线.json")
    assert "注意" not in out
    assert err == "budgetlint：基线已写入 基线.json：共 1 条（去掉 11 条）。\n"
    assert office.report("材料", "--baseline", "基线.json")["notices"] == []


def test_updating_a_baseline_shows_what_is_new_in_it(office: Office) -> None:
    office.put("clean.docx")
    office("材料", "--write-baseline", "基线.json")
    office.put("faulty.docx")
    arguments = ("材料", "--baseline", "基线.json", "--write-baseline", "基线.json")
    code, out, err = office(*arguments)
    assert code == 1
    assert "共 1 个文件：8 个错误" in out
    assert err == "budgetlint：基线已写入 基线.json：共 12 条（新增 11 条）。\n"
    unchanged = "budgetlint：基线已写入 基线.json：共 12 条，没有变化。\n"
    assert office(*arguments)[::2] == (0, unchanged)


def test_checking_one_of_many_documents_says_and_changes_nothing_of_the_others(
    office: Office,
) -> None:
    office.put("faulty.docx", "材料/甲.docx")
    office.put("final-faulty.docx", "材料/乙.docx")
    office("材料", "--write-baseline", "基线.json")
    before = (office.folder / "基线.json").read_bytes()
    assert office.report("材料/甲.docx", "--baseline", "基线.json")["notices"] == []
    _, _, err = office("材料/甲.docx", "--write-baseline", "基线.json")
    assert err == "budgetlint：基线已写入 基线.json：共 26 条（未检查而保留 14 条）。\n"
    assert (office.folder / "基线.json").read_bytes() == before


def test_selecting_rules_makes_nothing_stale(office: Office) -> None:
    office.put("faulty.docx")
    office("材料", "--write-baseline", "基线.json")
    arguments = ("材料", "--baseline", "基线.json", "--select", "BL5")
    assert office.found(*arguments) == []
    assert office.report(*arguments)["notices"] == []


def test_a_file_that_cannot_be_read_fails_the_run_in_spite_of_any_baseline(office: Office) -> None:
    path = office.put("faulty.docx")
    office("材料", "--write-baseline", "基线.json")
    path.write_bytes(b"PK\x03\x04")
    for arguments in (("--baseline", "基线.json"), ("--write-baseline", "基线.json")):
        assert office("材料", *arguments)[0] == 2
    assert json.loads((office.folder / "基线.json").read_text("utf-8"))["files"].keys() == {
        "材料/预算.docx"
    }


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--baseline", "无.json"), "没有找到基线文件 无.json；"),
        (("--baseline", "材料/预算.docx"), "材料/预算.docx 不是 budgetlint 的基线文件；"),
        (("--write-baseline", "材料/预算.docx"), "材料/预算.docx 不是 budgetlint 的基线文件；"),
        (("--write-baseline", "材料"), "--write-baseline 指定的 材料 是文件夹，请给出文件名。"),
        (("--write-baseline", "无/基线.json"), "--write-baseline 指定的文件夹不存在：无"),
    ],
)
def test_a_wrong_baseline_stops_the_run_before_anything_is_checked(
    office: Office, arguments: tuple[str, str], sentence: str
) -> None:
    document = office.put("faulty.docx")
    before = document.read_bytes()
    code, out, err = office("材料", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"budgetlint：{sentence}")
    assert document.read_bytes() == before


# The configuration


def test_the_configuration_names_baseline_and_suppressions(office: Office) -> None:
    office.put("faulty.docx")
    office.configure(CONFIGURATION)
    assert office("材料")[::2] == (
        2,
        "budgetlint：没有找到基线文件 基线.json；请检查文件名，或用 --write-baseline 生成。\n",
    )
    code, out, err = office("材料", "--write-baseline", "基线.json")
    assert code == 1
    assert "已忽略 2 条（配置 2 条，加 --show-suppressed 列出）" in out
    assert err == "budgetlint：基线已写入 基线.json：共 10 条（新增 10 条）。\n"
    code, out, _ = office("材料", "--show-suppressed")
    assert code == 0
    assert "已忽略 12 条（基线 10 条、配置 2 条）" in out
    assert "  理由  按批复数列示（配置，至 2025-06-30）\n" in out
    assert office("材料", "--isolated")[0] == 1


def test_an_expired_suppression_lets_its_finding_fail_the_run_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.put("faulty.docx")
    office.configure(CONFIGURATION)
    office("材料", "--write-baseline", "基线.json")
    monkeypatch.setattr(accepted, "today", lambda: date(2025, 7, 1))
    code, out, _ = office("材料")
    assert code == 1
    assert office.found("材料") == ["BL301"]
    assert (
        "注意  budgetlint.toml：第 1 条 [[suppress]]（row-total，材料/*.docx，“30201 办公费”行）"
        "已于 2025-06-30 到期，有 1 条结果重新列出；请处理后删去这一条。\n"
    ) in out


def test_an_unused_suppression_is_told_where_its_files_were_checked(office: Office) -> None:
    office.put("clean.docx")
    office.put("clean.docx", "其他/预算.docx")
    office.configure(CONFIGURATION.replace('baseline = "基线.json"', ""))
    assert [notice["path"] for notice in office.report("材料")["notices"]] == [
        "budgetlint.toml"
    ] * 2
    assert office.report("其他")["notices"] == []


# Comments


def test_comments_are_accepted_and_complained_of_on_the_command_line(office: Office) -> None:
    path = office.put("faulty.docx", "原稿.docx")
    write_commented(
        path,
        office.folder / "预算.docx",
        ("1181.04", "budgetlint：忽略 BL501 尾差，经财政局核对"),
        ("16.85", "budgetlint：忽略 BL301"),
    )
    report = office.report("预算.docx")
    [suppressed] = report["files"][0]["suppressed"]
    assert (suppressed["by"], suppressed["reason"]) == ("comment", "尾差，经财政局核对")
    assert report["notices"] == [
        {
            "path": "预算.docx",
            "message": "“16.85”上的批注“budgetlint：忽略 BL301”不起作用：没有写原因，"
            "应写成“budgetlint: 忽略 规则编号 原因”。",
        }
    ]
    assert "BL301" in office.found("预算.docx")
    assert "BL501" not in office.found("预算.docx")
