"""Names and titles that were left in the properties of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from linting import lint
from readers.docx_files import p, package, save
from readers.docx_properties import with_properties
from readers.pdf_files import Page, pdf

if TYPE_CHECKING:
    from pathlib import Path

    from budgetlint.finding import Finding

BODY = (
    p("青禾县农业农村局2024年部门预算")
    + p("本部门包括青禾县农业技术推广站。")
    + p("2024年安排基本支出80.00万元。")
)
IN_WORD = (
    "请在 Word 的“文件 › 信息 › 检查问题 › 检查文档”或 WPS 的“文件 › 文档加密 › 属性”中改好或清除。"
)
IN_PDF = (
    "请在 Word 或 WPS 的原文件中改好或清除属性（Word：“文件 › 信息”；"
    "WPS：“文件 › 文档加密 › 属性”），再重新导出 PDF。"
)


def about_properties(path: Path) -> list[Finding]:
    return [f for f in lint(path).findings if f.rule in ("BL908", "BL909")]


def found_in(folder: Path, body: str = BODY, **properties: str) -> list[Finding]:
    return about_properties(save(folder / "a.docx", with_properties(package(body), **properties)))


def test_names_are_reported_once_and_masked(tmp_path: Path) -> None:
    (found,) = found_in(
        tmp_path, creator="王小明", lastModifiedBy="欧阳丽", Manager="zhang san", 审核人="李四"
    )
    assert (found.rule, found.severity) == ("BL908", "info")
    assert found.message == (
        "文件属性中留有作者“王**”、最后修改者“欧**”、经理“z********”、审核人“李*”，"
        f"公开后读者都能看到；{IN_WORD}"
    )
    assert (found.location.text, found.actual) == ("文件属性", None)


def test_another_body_is_reported_by_its_name(tmp_path: Path) -> None:
    (found,) = found_in(tmp_path, Company="白河市审计事务所")
    assert found.message.startswith("文件属性中留有所属单位“白河市审计事务所”，")


@pytest.mark.parametrize(
    "name",
    [
        "Administrator", "admin", "user", "User01", "Windows 用户", "微软用户", "Microsoft",
        "WPS_1612345678", "python-docx", "lenovo", "HP", "PC-20190101ABCD", "匿名", "管理员",
        "办公室", "文印室", "财务科", "林业", "caiwu", "青禾县农业农村局", "本单位",
    ],
)  # fmt: skip
def test_other_authors_are_no_persons(tmp_path: Path, name: str) -> None:
    assert not found_in(tmp_path, creator=name, lastModifiedBy=name, Manager=name)


@pytest.mark.parametrize(
    "company",
    [
        "青禾县农业农村局", "农业农村局", "青禾县农业技术推广站", "微软中国", "Lenovo", "番茄花园",
        "联想（北京）有限公司", "MC SYSTEM", "P R C",
    ],
)  # fmt: skip
def test_own_bodies_and_makers_are_no_other_body(tmp_path: Path, company: str) -> None:
    assert not found_in(tmp_path, Company=company)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("青禾县农业农村局2019年部门预算", "写的是2019年，本文档是2024年"),
        ("Microsoft Word - 2023部门预算公开.docx", "写的是2023年，本文档是2024年"),
        ("2024年部门决算公开", "写的是决算，本文档是预算"),
        ("白河市商务局2024年部门预算", "写的是“白河市商务局”，正文里没有这个单位"),
        ("附件2：预算主管部门公开样张", "是模板的标题"),
        ("2024年部门预算（征求意见稿）", "不是定稿的标题"),
    ],
)
def test_the_title_of_another_document_is_reported(tmp_path: Path, title: str, told: str) -> None:
    (found,) = found_in(tmp_path, title=title)
    assert (found.rule, found.severity, found.actual) == ("BL909", "info", title)
    assert found.message == (
        f"文件属性中的文档标题“{title}”{told}；浏览器的标签和搜索结果会显示它。{IN_WORD}"
    )


def test_several_titles_are_one_finding(tmp_path: Path) -> None:
    (found,) = found_in(tmp_path, title="2022年部门预算", keywords="2021年 预算")
    assert "文档标题“2022年部门预算”写的是2022年" in found.message
    assert "关键词“2021年 预算”写的是2021年" in found.message


@pytest.mark.parametrize(
    "title",
    [
        "青禾县农业农村局2024年部门预算", "2024年预算和2023年决算", "部门预算信息公开",
        "预决算公开", "2023年决算、2024年预算", "文档1", "PowerPoint 演示文稿",
        "青禾县农业技术推广站2024年单位预算", "批复预算的通知20231208", "Microsoft Word - 预算",
    ],
)  # fmt: skip
def test_other_titles_are_right_or_say_nothing(tmp_path: Path, title: str) -> None:
    assert not found_in(tmp_path, title=title)


def test_final_accounts_may_speak_of_the_body_that_budgets(tmp_path: Path) -> None:
    body = p("青禾县农业农村局2023年度部门决算") + p("2023年支出80.00万元。")
    assert not found_in(tmp_path, body, title="预算部门2023年度公开")
    (found,) = found_in(tmp_path, body, title="2023年部门预算公开")
    assert "写的是预算，本文档是决算" in found.message


def test_a_pdf_is_mended_in_its_original(tmp_path: Path) -> None:
    page = Page().text(72, 72, "青禾县农业农村局2024年部门预算").text(72, 120, "支出80.00万元。")
    name = "王小明".encode("utf-16").hex()
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(page, trailer=f"/Info << /Author <{name}> >>"))
    (found,) = about_properties(path)
    assert found.message == f"文件属性中留有作者“王**”，公开后读者都能看到；{IN_PDF}"
