"""From the arguments of the command line to the files to check."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from budgetlint import discovery
from budgetlint.discovery import DiscoveryError, discover
from budgetlint.paths import display

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = (".docx", ".txt", ".md")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of disclosures as it looks in an office; it is the current one."""
    for name in (
        "部门预算.docx",
        "说明.TXT",
        "封面.pdf",
        "~$部门预算.docx",
        ".草稿.docx",
        "README.md",
        "2023/Changelog.txt",
        "2023/部门预算.docx",
        "2023/.git/旧.docx",
        "2023/venv/pyvenv.cfg",
        "2023/venv/readme.md",
        "2023/__pycache__/a.txt",
        "图片/印章.png",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("文", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*arguments: str) -> list[str]:
    return [target.shown for target in discover(arguments, SUFFIXES)]


def test_a_folder_gives_its_documents_without_lock_files_hidden_ones_and_companions(
    folder: Path,  # noqa: ARG001
) -> None:
    assert found(".") == ["2023/部门预算.docx", "说明.TXT", "部门预算.docx"]


def test_a_named_file_is_tried_whatever_its_suffix(folder: Path) -> None:  # noqa: ARG001
    assert found("封面.pdf", ".草稿.docx", "README.md") == [".草稿.docx", "README.md", "封面.pdf"]


def test_a_glob_is_expanded_here_for_shells_that_do_not(folder: Path) -> None:  # noqa: ARG001
    assert found("*.docx") == ["部门预算.docx"]
    assert found("**/*.docx") == ["2023/部门预算.docx", "部门预算.docx"]
    assert found("*.pdf") == ["封面.pdf"]
    assert found("*") == ["2023/部门预算.docx", "说明.TXT", "部门预算.docx"]


def test_a_file_whose_name_looks_like_a_glob_is_that_file(folder: Path) -> None:
    (folder / "附件[1].docx").write_text("文", encoding="utf-8")
    assert found("附件[1].docx") == ["附件[1].docx"]


def test_each_file_comes_once_and_remembers_that_it_was_named(folder: Path) -> None:
    targets = discover([".", "部门预算.docx", str(folder / "2023"), "*.docx"], SUFFIXES)
    assert [(target.shown, target.named) for target in targets] == [
        ("2023/部门预算.docx", False),
        ("说明.TXT", False),
        ("部门预算.docx", True),
    ]


def test_order_does_not_depend_on_the_arguments(folder: Path) -> None:  # noqa: ARG001
    assert found("部门预算.docx", "2023") == found("2023", "部门预算.docx")


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_folders_linked_in_a_circle_are_walked_once(folder: Path) -> None:
    (folder / "2023" / "回到上级").symlink_to(folder, target_is_directory=True)
    walked = [path.name for path in discovery._walk(folder)]
    assert walked.count("说明.TXT") == 1
    assert found(".") == ["2023/部门预算.docx", "说明.TXT", "部门预算.docx"]


@pytest.mark.parametrize(
    ("argument", "sentence"),
    [
        ("没有.docx", "没有找到文件或文件夹：没有.docx"),
        ("没有/*.docx", "没有文件与 没有/*.docx 相符。"),
        ("*.png", "没有文件与 *.png 相符。"),
        ("图片/*", "与 图片/* 相符的文件中没有可检查的文件（.docx、.md、.txt）。"),
        (
            "图片",
            "没有可检查的内容：文件夹 图片 中没有文件（.docx、.md、.txt），只有 1 个 .png 文件。",
        ),
        ("2023/.git/空", "没有可检查的内容：文件夹 2023/.git/空 中没有文件（.docx、.md、.txt）。"),
        ("", "有一个路径是空的，请检查命令。"),
    ],
)
def test_an_argument_that_leads_to_nothing_is_named(
    folder: Path, argument: str, sentence: str
) -> None:
    (folder / "2023/.git/空").mkdir()
    with pytest.raises(DiscoveryError) as caught:
        found("部门预算.docx", argument)
    assert str(caught.value) == sentence


# How paths are shown


def test_a_path_is_shown_relative_to_the_current_folder(folder: Path) -> None:
    assert display(folder / "2023" / "部门预算.docx") == "2023/部门预算.docx"
    assert display("./说明.TXT") == "说明.TXT"
    assert display(folder) == "."


def test_a_path_elsewhere_is_shown_as_it_was_given(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "2023")
    assert display("../说明.TXT") == "../说明.TXT"
    assert display(folder / "说明.TXT") == (folder / "说明.TXT").as_posix()


def test_a_name_that_is_no_text_can_be_printed_and_stays_distinct() -> None:
    shown = [display(os.fsdecode(b"\xd6\xd0" + end + b".docx")) for end in (b"\xce", b"\xcf")]
    assert shown[0] == "\\udcd6\\udcd0\\udcce.docx"
    assert shown[0] != shown[1]
    for each in shown:
        each.encode("utf-8")
