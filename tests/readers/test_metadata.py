"""What a file says about itself is read apart from its text; and it does no harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from readers.docx_files import p, package, save, texts
from readers.docx_properties import with_parts, with_properties
from readers.pdf_files import Page, pdf

from budgetlint.readers.docx import read_docx
from budgetlint.readers.pdf import read_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from budgetlint.document import Document

WORDS = "云溪市水务局2023年部门预算"


def properties(document: Document) -> list[tuple[str, str]]:
    return [(each.about, each.text) for each in document.remarks if each.kind == "metadata"]


def test_the_filled_properties_of_a_word_file_are_read(tmp_path: Path) -> None:
    parts = with_properties(
        package(p(WORDS)),
        title="2019年\n部门预算", creator="王某某", lastModifiedBy="", keywords=" ",
        Company="云溪市水务局", Manager="李某", 审核人="赵某 & 钱某",
    )  # fmt: skip
    document = read_docx(save(tmp_path / "a.docx", parts))
    assert properties(document) == [
        ("title", "2019年 部门预算"),
        ("author", "王某某"),
        ("company", "云溪市水务局"),
        ("manager", "李某"),
        ("审核人", "赵某 & 钱某"),
    ]
    assert texts(document) == [WORDS]


@pytest.mark.parametrize(
    "core",
    [
        "",
        "no XML",
        "<a><b></a>",
        '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>',
        f"<a>{'<b>' * 5000}{'</b>' * 5000}</a>",
        f"<a>{'x' * 2_000_000}</a>",
    ],
    ids=["empty", "no-xml", "broken", "entity", "deep", "huge"],
)
def test_properties_that_cannot_be_read_keep_nobody_from_reading_the_document(
    tmp_path: Path, core: str
) -> None:
    document = read_docx(save(tmp_path / "a.docx", with_parts(package(p(WORDS)), core=core)))
    assert (texts(document), properties(document)) == ([WORDS], [])


def test_a_link_to_properties_that_are_not_there_does_no_harm(tmp_path: Path) -> None:
    parts = with_parts(package(p(WORDS)), core="")
    del parts["docProps/core.xml"]
    assert properties(read_docx(save(tmp_path / "a.docx", parts))) == []


def test_long_and_many_properties_are_cut(tmp_path: Path) -> None:
    many = {f"property {number}": "值" for number in range(1000)}
    parts = with_properties(package(p(WORDS)), title="长" * 10_000, **many)
    found = properties(read_docx(save(tmp_path / "a.docx", parts)))
    assert found[0] == ("title", "长" * 200)
    assert len(found) == 201


def about(information: str, **objects: str) -> list[tuple[str, str]]:
    page = Page().text(72, 72, WORDS)
    data = pdf(page, objects=dict(objects), trailer=f"/Info {information}")
    return properties(read_pdf(data))


def coded(text: str, encoding: str, mark: bytes = b"") -> str:
    return f"<{(mark + text.encode(encoding)).hex()}>"


@pytest.mark.parametrize(
    "author",
    [
        coded("王某某", "utf-16-be", b"\xfe\xff"),
        coded("王某某", "utf-16-le", b"\xff\xfe"),
        coded("王某某", "utf-8", b"\xef\xbb\xbf"),
        coded("王某某", "utf-8"),
        coded("王某某", "gb18030"),
    ],
    ids=["utf-16-be", "utf-16-le", "utf-8-marked", "utf-8", "gb18030"],
)
def test_the_author_of_a_pdf_is_read_in_any_encoding(author: str) -> None:
    assert about(f"<< /Author {author} /Producer (x) >>") == [("author", "王某某")]


def test_the_information_of_a_pdf_may_be_an_object() -> None:
    found = about("{info} 0 R", info="<< /Title (Budget 2019) /Subject () /Author 5 >>")
    assert found == [("title", "Budget 2019")]


@pytest.mark.parametrize(
    "information", ["5", "999 0 R", "<< /Author 999 0 R >>", "<< /Author {info} 0 R >>"]
)
def test_information_that_leads_nowhere_does_no_harm(information: str) -> None:
    assert about(information, info="{info} 0 R") == []
