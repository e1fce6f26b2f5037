"""Choosing a format: by name, by the suffix of a file, several in one run."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from project import ROOT
from reporters.samples import EVERYTHING, HOSTILE_REPORT

from budgetlint.cli import run
from budgetlint.hiding import hidden
from budgetlint.report import Report
from budgetlint.reporters import FORMATS, Canvas, format_for, render

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a faulty document."""
    shutil.copy(ROOT / "examples" / "faulty.txt", tmp_path / "预算 终稿.txt")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.json", "json"),
        ("a.JSONL", "jsonl"),
        ("a.ndjson", "jsonl"),
        ("a.sarif", "sarif"),
        ("结果.sarif.json", "sarif"),
        ("a.xml", "junit"),
        ("a.txt", "terminal"),
        ("a.docx", None),
        ("json", None),
    ],
)
def test_a_format_is_guessed_from_the_name_of_a_file(name: str, expected: str | None) -> None:
    assert format_for(name) == expected


def test_all_formats_are_written_in_one_run(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guessed = ["a.json", "a.jsonl", "a.sarif", "a.xml", "a.report.txt"]
    named = [f"{name}={name}.dat" for name in FORMATS]
    outputs = [word for name in (*guessed, *named) for word in ("--output", name)]
    assert run(["check", "预算 终稿.txt", "--format", "concise", *outputs]) == 1
    assert re.match(r"预算 终稿\.txt:[0-9]+:1: 错误 BL201 ", capsys.readouterr().out)
    for guess, name in zip(guessed, ("json", "jsonl", "sarif", "junit", "terminal"), strict=True):
        assert (folder / guess).read_bytes() == (folder / f"{name}.dat").read_bytes()
    assert {path.suffix for path in folder.iterdir()} == {
        ".dat", ".json", ".jsonl", ".sarif", ".txt", ".xml",
    }  # fmt: skip


def test_the_report_knows_the_rules_and_the_exit_code_of_the_run(folder: Path) -> None:
    run(["check", "预算 终稿.txt", "--format", "json", "--output", "a.sarif"])
    [sarif] = json.loads((folder / "a.sarif").read_text("utf-8"))["runs"]
    assert sarif["invocations"][0]["exitCode"] == 1
    assert sarif["artifacts"][0]["location"]["uri"].endswith("%20%E7%BB%88%E7%A8%BF.txt")
    described = {rule["id"]: rule for rule in sarif["tool"]["driver"]["rules"]}
    assert all("help" in described[each["ruleId"]] for each in sarif["results"])


def test_the_regions_of_a_text_file_hold_exactly_what_is_wrong(folder: Path) -> None:
    run(["check", "预算 终稿.txt", "--format", "json", "--output", "a.sarif"])
    lines = (folder / "预算 终稿.txt").read_text("utf-8").split("\n")
    [sarif] = json.loads((folder / "a.sarif").read_text("utf-8"))["runs"]
    places = [place for each in sarif["results"] for place in each["locations"]]
    regions = [place["physicalLocation"]["region"] for place in places]
    marked = [region for region in regions if "snippet" in region]
    assert len(marked) == 9
    for region in marked:
        line = lines[region["startLine"] - 1]
        printed = line[region["startColumn"] - 1 : region["endColumn"] - 1]
        # An identity-card number is marked where it stands, and never shown.
        shown = hidden(printed) if printed.isdigit() else printed
        assert region["snippet"]["text"] == shown


@pytest.mark.parametrize(
    ("word", "near"), [("sarf", "sarif"), ("Junit", "junit"), ("rdjsonl", "rdjson")]
)
def test_a_misspelt_format_is_answered_with_the_nearest(
    folder: Path, capsys: pytest.CaptureFixture[str], word: str, near: str
) -> None:
    document = str(next(folder.iterdir()))
    for arguments in (["--format", word], ["--output", f"{word}=a.dat"]):
        assert run(["check", document, *arguments]) == 2
        assert f"您是不是想写 {near}？" in capsys.readouterr().err


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_fails_on_a_hostile_document_and_any_encoding_takes_it(name: str) -> None:
    for report in (Report(()), EVERYTHING, HOSTILE_REPORT):
        text = render(name, report, Canvas(show_info=True, show_suppressed=True, show_checks=True))
        assert text.endswith("\n")
        text.encode("utf-8", "backslashreplace")


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_is_the_same_text(name: str) -> None:
    assert render(name, EVERYTHING, Canvas()) == render(name, EVERYTHING, Canvas())


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_drops_a_finding_a_file_or_what_was_accepted(name: str) -> None:
    text = render(name, EVERYTHING, Canvas(show_info=True, show_suppressed=True))
    for told in (
        "“办公费”为16.85万元，应为18.65万元。",
        "文档中有 2 处修订尚未接受或拒绝。",
        "请另存为 .docx 后再检查。",
        "尾差经财政局核对",
        "其中 1 条已不存在。",
    ):
        assert told in text
