"""Comments in a Word document: what they say, and what they are attached to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from readers.docx_files import p, package, r, read, save, tbl, tc, texts, tr

from budgetlint.document import NOWHERE, Position, Remark
from budgetlint.readers.docx import read_docx
from budgetlint.readers.errors import UNSAFE, ReadError

if TYPE_CHECKING:
    from pathlib import Path

    from budgetlint.document import Document


def begin(number: int = 1) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number: int = 1) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/>'


def sign(number: int = 1) -> str:
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def said(*texts: str) -> str:
    """The content of comments.xml, with authors and dates as Word writes them."""
    return "".join(
        f'<w:comment w:id="{number}" w:author="张某" w:date="2024-01-15T09:00:00Z">{p(text)}'
        "</w:comment>"
        for number, text in enumerate(texts, start=1)
    )


def comments(document: Document) -> list[Remark]:
    return [remark for remark in document.remarks if remark.kind == "comment"]


def test_a_comment_has_its_paragraph_and_the_words_it_marks(tmp_path: Path) -> None:
    body = p("首段") + p(r("人员经费") + begin() + r("1181.04") + r("万元") + end() + sign())
    [comment] = comments(read(tmp_path, body, comments=said("请核对")))
    place = Position(paragraph=2)
    assert comment == Remark("comment", "请核对", place, place, "1181.04万元")


def test_a_comment_in_a_cell_has_the_place_of_the_cell(tmp_path: Path) -> None:
    cell = tc(p(begin() + r("16.85") + end() + sign()))
    body = tbl(tr(tc("项目"), tc("合计")), tr(tc("办公费"), cell))
    [comment] = comments(read(tmp_path, body, comments=said("请核对")))
    assert comment.position == comment.end == Position(table=1, row=2, col=2)
    assert comment.about == "16.85"


def test_a_comment_over_several_paragraphs_has_both_ends_and_no_words(tmp_path: Path) -> None:
    body = p(begin() + r("甲")) + p("乙") + p(r("丙") + end() + sign())
    [comment] = comments(read(tmp_path, body, comments=said("请核对")))
    assert (comment.position.paragraph, comment.end.paragraph) == (1, 3)
    assert comment.about == ""


def test_marks_between_paragraphs_mean_those_that_they_enclose(tmp_path: Path) -> None:
    body = p("甲") + begin() + p("乙") + p("丙") + end() + p(r("丁") + sign())
    [comment] = comments(read(tmp_path, body, comments=said("请核对")))
    assert (comment.position.paragraph, comment.end.paragraph) == (2, 3)


def test_a_comment_without_marks_stands_where_its_sign_stands(tmp_path: Path) -> None:
    [comment] = comments(read(tmp_path, p("甲") + p(r("乙") + sign()), comments=said("请核对")))
    assert (comment.position, comment.end) == (Position(paragraph=2), NOWHERE)


def test_each_answer_in_a_thread_is_a_comment_at_the_same_place(tmp_path: Path) -> None:
    marks = begin(1) + begin(2) + r("甲") + end(1) + sign(1) + end(2) + sign(2)
    found = comments(read(tmp_path, p(marks), comments=said("请核对", "已核对")))
    assert [(c.text, c.position.paragraph, c.about) for c in found] == [
        ("请核对", 1, "甲"),
        ("已核对", 1, "甲"),
    ]


def test_text_that_was_deleted_or_hidden_is_not_among_the_words(tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:delText>12</w:delText></w:r></w:del>"
    body = p(begin() + r("1181.04") + deleted + r("隐", "<w:vanish/>") + end() + sign())
    [comment] = comments(read(tmp_path, body, comments=said("请核对")))
    assert comment.about == "1181.04"


def test_a_mark_over_very_much_text_means_no_words(tmp_path: Path) -> None:
    body = p(begin() + r("字" * 500) + end() + sign())
    [comment] = comments(read(tmp_path, body, comments=said("请核对")))
    assert (comment.position.paragraph, comment.about) == (1, "")


def test_a_comment_that_nothing_refers_to_has_no_place(tmp_path: Path) -> None:
    [comment] = comments(read(tmp_path, p("甲"), comments=said("请核对")))
    assert comment.position == NOWHERE


@pytest.mark.parametrize(
    "marks",
    [
        end() + r("甲") + begin(),
        begin() + r("甲"),
        end() + end() + r("甲") + end(),
        begin() * 50 + r("甲") + end() * 50,
        "<w:commentRangeStart/>" + r("甲") + "<w:commentRangeEnd/>",
    ],
)
def test_marks_in_disorder_change_nothing_about_the_text(tmp_path: Path, marks: str) -> None:
    document = read(tmp_path, p(marks), comments=said("请核对"))
    assert texts(document) == ["甲"]
    assert [comment.text for comment in comments(document)] == ["请核对"]


def test_entities_in_the_comments_are_refused_like_those_in_any_part(tmp_path: Path) -> None:
    parts = package(p("甲"), comments=said("请核对"))
    parts["word/comments.xml"] = parts["word/comments.xml"].replace(
        "<w:comments", '<!DOCTYPE x [<!ENTITY a "b">]><w:comments', 1
    )
    path = save(tmp_path / "文件.docx", parts)
    with pytest.raises(ReadError) as caught:
        read_docx(path)
    assert caught.value.code == UNSAFE
