"""``--with``: tables and text that were published apart are checked as one disclosure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from project import ROOT

from budgetlint.cli import run

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "青禾县某某局2024年部门预算\n\n"
TABLE = """部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
| 2 | 205 | 教育支出 | 120.00 | 80.00 | 40.00 |
"""
TEXT = TITLE + "二、部门预算安排的总体情况\n\n2024年安排基本支出80.10万元。\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the text and the tables, in which the command runs."""
    (tmp_path / "说明.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "表.txt").write_text(TITLE + TABLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any, str]:
    code = run(["check", "--format", "json", *arguments])
    out, err = capsys.readouterr()
    return code, json.loads(out) if out else None, err


def _text_findings(report: Any) -> list[Any]:
    return [f for f in report["files"][0]["findings"] if f["rule"] == "BL501"]


@pytest.mark.usefixtures("folder")
def test_the_text_is_held_against_the_tables_of_the_other_file(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, report, _ = _checked(capsys, "说明.txt", "--with", "表.txt")
    assert code == 1
    assert [file["path"] for file in report["files"]] == ["说明.txt"]
    (finding,) = _text_findings(report)
    assert finding["message"].startswith("“基本支出”为80.10万元，与《部门预算支出总表》“合计”")
    assert finding["location"]["file"] is None
    assert finding["related"][0]["file"] == "表.txt"


@pytest.mark.usefixtures("folder")
def test_files_in_one_folder_are_not_put_together_by_themselves(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, report, _ = _checked(capsys, ".")
    assert all(f["rule"] != "BL501" for file in report["files"] for f in file["findings"])


@pytest.mark.usefixtures("folder")
def test_it_is_for_one_file(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = _checked(capsys, "说明.txt", "表.txt", "--with", "表.txt")
    assert code == 2
    assert err.startswith("budgetlint：用 --with 时只能检查一个文件，它们是同一份公开材料。")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("word", "complaint"),
    [
        ("没有.txt", "--with 指定的 没有.txt 不是文件。"),
        (".", "--with 指定的 . 不是文件。"),
        ("说明.txt", "--with 指定的 说明.txt 重复了。"),
    ],
)
def test_it_must_be_another_file(
    capsys: pytest.CaptureFixture[str], word: str, complaint: str
) -> None:
    code, _, err = _checked(capsys, "说明.txt", "--with", word)
    assert code == 2
    assert err.startswith(f"budgetlint：{complaint}")


def test_one_that_cannot_be_read_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "坏.docx").write_bytes(b"")
    code, report, _ = _checked(capsys, "说明.txt", "--with", "坏.docx")
    assert code == 2
    assert report["files"][0]["error"]["message"].startswith("一并检查的 坏.docx：")


def test_a_change_of_the_other_file_is_seen(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _checked(capsys, "说明.txt", "--with", "表.txt")
    (folder / "表.txt").write_text(TITLE + TABLE.replace("80.00", "80.10"), encoding="utf-8")
    _, report, _ = _checked(capsys, "说明.txt", "--with", "表.txt")
    assert _text_findings(report) == []


@pytest.mark.usefixtures("folder")
def test_extract_shows_both_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", "说明.txt", "--with", "表.txt"]) == 0
    out = capsys.readouterr().out
    assert "标准表格（1）" in out
    assert "部门预算安排的总体情况" in out


def test_word_and_pdf_go_together(capsys: pytest.CaptureFixture[str]) -> None:
    """A document with itself in another format says everything twice, and is no crash."""
    examples = ROOT / "examples"
    code, report, _ = _checked(
        capsys, str(examples / "clean.docx"), "--with", str(examples / "clean.pdf")
    )
    assert code in (0, 1)
    assert report["files"][0]["error"] is None
