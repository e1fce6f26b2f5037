"""``extra-codes``: the officer's own subjects, from a file as a spreadsheet saves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from budgetlint.cli import run
from budgetlint.configuration import load
from budgetlint.key_values import SettingsError

if TYPE_CHECKING:
    from pathlib import Path

    from budgetlint.taxonomy.subjects import Subject

NAME = "本地科目.csv"
AS_TEXT = "在表格软件中请把这一列设为文本再保存。"


def _subjects(folder: Path, content: bytes) -> list[tuple[str, Subject]]:
    (folder / NAME).write_bytes(content)
    configuration = folder / "budgetlint.toml"
    configuration.write_text(f'extra-codes = "{NAME}"\n', encoding="utf-8")
    return list(load(configuration, ()).subjects)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_spreadsheet_may_save_it_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    text = "编码,名称\r\n2010177,青禾专项\r\n"
    ((axis, subject),) = _subjects(tmp_path, text.encode(encoding))
    assert (axis, subject.code, subject.name) == ("function", "2010177", "青禾专项")


@pytest.mark.parametrize(
    ("code", "axis"),
    [
        ("201", "function"),
        ("20177", "function"),
        ("２０１７７０１", "function"),
        ("30277", "economic"),
        ("50277", "government-economic"),
        ("1030177", "revenue"),
        ("a0277", "procurement"),
    ],
)
def test_the_form_of_a_code_says_which_classification_it_belongs_to(
    tmp_path: Path, code: str, axis: str
) -> None:
    ((found, _),) = _subjects(tmp_path, f"编码,名称\n{code},某某".encode())
    assert found == axis


def test_columns_are_found_by_their_heads_and_others_do_not_matter(tmp_path: Path) -> None:
    text = (
        "序号\t科目名称\t科目编码\t起始年度\t终止年度\n1\t某某\t2010177\t2021年\t2023\n\t\t\t\t\n"
    )
    ((_, subject),) = _subjects(tmp_path, text.encode())
    assert (subject.code, subject.name) == ("2010177", "某某")
    assert (subject.first, subject.last) == (2021, 2023)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "首行应写明各列的名称，其中要有“编码”和“名称”，现在没有“编码”。"),
        ("编码,说明\n2010177,某某", "现在没有“名称”。"),
        (
            "编码,名称\n2010177,某某\n2.01E+06,某某",
            f"第3行的编码“2.01E+06”不是科目编码（如 2010199、30299）；{AS_TEXT}",
        ),
        ("编码,名称\n2010177,", "第2行的编码 2010177 没有名称。"),
        ("编码,名称,起始年度\n2010177,某某,去年", "第2行的年度“去年”应为四位数字。"),
    ],
)
def test_what_is_wrong_in_it_is_said_with_its_row(
    tmp_path: Path, text: str, complaint: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        _subjects(tmp_path, text.encode())
    assert str(caught.value).endswith(complaint)
    assert NAME in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    configuration = tmp_path / "budgetlint.toml"
    configuration.write_text('extra-codes = "没有.csv"\n', encoding="utf-8")
    with pytest.raises(SettingsError, match=r"没有\.csv 无法读取：.*路径相对于配置文件"):
        load(configuration, ())


def test_a_workbook_is_no_csv(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="不是文本"):
        _subjects(tmp_path, b"PK\x03\x04" + bytes(range(256)) * 4)


def test_codes_finds_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _subjects(tmp_path, "编码,名称\n2010177,青禾专项".encode())
    monkeypatch.chdir(tmp_path)
    assert run(["codes", "青禾"]) == 0
    assert capsys.readouterr().out == (
        "2010177  青禾专项\n"
        "  分类  支出功能分类（项）\n"
        "  上级  201    一般公共服务支出\n"
        "        20101  人大事务\n"
        "  依据  配置文件 extra-codes 中的本地科目\n"
    )
    assert run(["codes", "青禾", "--isolated"]) == 1
