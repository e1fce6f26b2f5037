"""What drafting leaves behind and only a Word file can carry; and what only looks left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fictional.figures import Options
from fictional.variants import document
from linting import lint, lint_printed, lint_text
from readers.docx_files import p, package, r, save
from readers.docx_markup import field
from readers.pdf_files import Page, pdf

if TYPE_CHECKING:
    from pathlib import Path

    from budgetlint.finding import Finding

BODY = p("青禾县农业农村局2024年部门预算") + p("2024年安排基本支出80.00万元。")


def residue(folder: Path, body: str, **others: str) -> list[Finding]:
    report = lint(save(folder / "a.docx", package(body, **others)))
    return [finding for finding in report.findings if finding.rule.startswith("BL90")]


def comment(number: int, text: str) -> str:
    return f'<w:comment w:id="{number}" w:author="x">{p(text)}</w:comment>'


def watermark(text: str) -> str:
    return p(f'<w:r><w:pict><v:shape><v:textpath string="{text}"/></v:shape></w:pict></w:r>')


def test_open_comments_are_reported_once_and_those_to_budgetlint_do_not_count(
    tmp_path: Path,
) -> None:
    comments = [comment(1, "budgetlint: 忽略 BL501 尾差"), comment(2, "请再核对"), comment(3, "好")]
    (found,) = residue(tmp_path, BODY, comments="".join(comments))
    assert (found.rule, found.severity, len(found.related)) == ("BL905", "info", 1)
    assert found.message == (
        "文档中还有2条批注（第一条是“请再核对”），公开后读者都能看到；"
        "请处理后在“审阅”中删除所有批注"
    )


def test_comments_to_budgetlint_alone_are_none(tmp_path: Path) -> None:
    assert not residue(tmp_path, BODY, comments=comment(1, "budgetlint: 忽略 BL501 尾差"))


def test_hidden_text_is_reported_with_its_words_but_not_hidden_punctuation(tmp_path: Path) -> None:
    body = BODY + p(r("含未批复12.00万元", "<w:vanish/>") + r("正文")) + p(r("——", "<w:vanish/>"))
    (found,) = residue(tmp_path, body)
    assert (found.rule, found.severity, found.related) == ("BL906", "info", ())
    assert found.location.position.paragraph == 3
    assert found.message == (
        "文档中有1处隐藏文字（第一处是“含未批复12.00万元”），读者可以显示出来；"
        "请用“文件 › 信息 › 检查文档”删除"
    )


@pytest.mark.parametrize("text", ["草稿", "征求意见稿", "样稿"])
def test_a_watermark_of_a_draft_is_reported(tmp_path: Path, text: str) -> None:
    (found,) = residue(tmp_path, BODY, header1=watermark(text), header2=watermark(text))
    assert (found.rule, found.severity) == ("BL907", "warning")
    assert found.message == f"文件上还有“{text}”的标记；公开的应当是定稿，请删去"


def test_a_secret_mark_in_the_header_is_reported(tmp_path: Path) -> None:
    (found,) = residue(tmp_path, BODY, header1=p("秘密★1年"))
    assert found.message == "文件上有“秘密★1年”的标记；请核实能否公开，能公开的删去标记"


@pytest.mark.parametrize("text", ["青禾县农业农村局", "2024年部门预算草案", "保密工作"])
def test_other_headers_and_watermarks_are_not(tmp_path: Path, text: str) -> None:
    assert not residue(tmp_path, BODY, header1=watermark(text), footer1=p(text))


@pytest.mark.parametrize(
    ("code", "start"),
    [
        ('HYPERLINK "http://example.invalid/a"', "“HYPERLINK"),
        ("PAGEREF _Toc12345678 \\h", "“PAGEREF _Toc12345678"),
        ("TC 绩效目标表 \\f C \\l 1", "“TC绩效目标表"),
    ],
)
def test_a_field_code_is_reported_where_it_is_typed_but_not_as_a_field(
    tmp_path: Path, code: str, start: str
) -> None:
    assert not residue(tmp_path, BODY + p(field(code.replace('"', "&quot;"), "第3页")))
    (found,) = residue(tmp_path, BODY + p(r(code.replace('"', "&quot;"))))
    assert (found.rule, found.severity) == ("BL901", "warning")
    assert found.message.startswith(start)


def test_field_codes_and_markdown_that_extraction_leaves_in_text_are_not_reported(
    tmp_path: Path,
) -> None:
    text = "[bookmark: _Toc1]2024年部门预算\nTC 目标表 \\f C \\l 1\n## 收入\n**其他收入**：80万元。"
    assert not [f for f in lint_text(text, tmp_path).findings if f.rule.startswith("BL90")]


def test_markdown_is_reported_in_a_word_file(tmp_path: Path) -> None:
    (found,) = residue(tmp_path, BODY + p("**其他收入**：80.00万元。") + p("**上年结转**：无。"))
    assert (found.rule, len(found.related)) == ("BL904", 1)
    assert "“**其他收入**”是 Markdown 标记，应当改用 Word 的格式" in found.message


@pytest.mark.parametrize(
    "sentence",
    [
        "二〇〇〇年建成，门牌一○○号，车型20XX-3。",
        "方城县管理站、全县场馆、县政府、公布单位、价格部门。",
        "增加（减少）的主要原因见附表，占比（%）见下表。",
        "落实《县级预算管理办法（征求意见稿）》的意见。",
        "联系邮箱xx@example.invalid，网址http://example.invalid/xxgk/。",
        "A&B公司，3<5，面积5*县均值。",
        "购置X光机、X射线仪2台，选址（地点待定），线索待核实后办理，建在县场站旁。",
        "待补充的图书300册，模板和示范文本由县财政局制定。",
    ],
)
def test_what_only_looks_left_behind_is_not_reported(tmp_path: Path, sentence: str) -> None:
    assert not residue(tmp_path, BODY + p(sentence.replace("&", "&amp;").replace("<", "&lt;")))


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("支出比上年增加（减少）5.00万元。", "“增加（减少）”应当二选一"),
        ("项目支出40.00万元，占%。", "“占%”没有数字"),
        ("全年支出为____万元，已经执行。", "“为____”后面是空白"),
        ("**省财政厅批复了预算。", "“**”是模板中的空位"),
        ("下设0个处室，分别是：无。", "“下设0个处室，分别是”是模板中的半句话"),
        ("公用经费支出为X万元。", "“X”是模板中的空位"),
        ("公用经费9.00万元（数据待核实）。", "“（数据待核实）”是填写提示"),
        ("其他收入的情况，待补充。", "“待补充”是填写提示"),
        ("（请单位根据实际注明）", "“（请单位根据实际注明）”是填写提示"),
    ],
)
def test_gaps_are_reported(tmp_path: Path, sentence: str, words: str) -> None:
    (found,) = residue(tmp_path, BODY + p(sentence))
    assert (found.rule, found.severity) == ("BL902", "warning")
    assert found.message.startswith(words)


SPECIAL = {
    "private": ("\ue123本部门", "info", "“\ue123本部门没”中有自造字或特殊字体的字符"),
    "lost": ("锟斤拷本部门", "warning", "“锟斤拷”是乱码，原来的文字已经丢失"),
    "invisible": ("本\u200b部\u2060门", "info", "词或数字中间夹有看不见的字符"),
    "control": ("\x93本部门", "warning", "“\x93”是乱码"),
}


@pytest.mark.parametrize(("wrong", "severity", "words"), SPECIAL.values(), ids=SPECIAL)
def test_special_characters_are_reported_alike_in_word_and_text(
    tmp_path: Path, wrong: str, severity: str, words: str
) -> None:
    printed = document(Options(unit_part=False)).edit_text("dept/s9/text", "本部门", wrong)
    found = [
        finding
        for kind in ("docx", "cells", "rows")
        for finding in lint_printed(printed, kind, tmp_path).findings
        if finding.severity != "info" or finding.rule == "BL904"
    ]
    assert [(each.rule, each.severity) for each in found] == [("BL904", severity)] * 3
    assert len({each.fingerprint for each in found}) == 1
    assert all(each.message.startswith(words) for each in found)


@pytest.mark.parametrize("wrong", [wrong for wrong, _, _ in SPECIAL.values()], ids=SPECIAL)
def test_special_characters_of_a_pdf_may_be_those_of_its_fonts(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "a.pdf"
    page = Page().text(72, 72, "青禾县农业农村局2024年部门预算")
    path.write_bytes(pdf(page.text(72, 120, f"{wrong}安排支出80.00万元。")))
    assert not [f for f in lint(path).findings if f.rule == "BL904"]


def test_bullets_of_symbol_fonts_are_no_special_characters(tmp_path: Path) -> None:
    bullets = (
        '<w:r><w:sym w:font="Wingdings" w:char="F0D8"/><w:sym w:font="X" w:char="F076"/></w:r>'
    )
    assert not residue(tmp_path, BODY + p(bullets) + p("\uf06c基本支出\ue5e580.00万元。"))


def test_a_lost_character_is_one_finding_in_word_and_in_text(tmp_path: Path) -> None:
    (found,) = residue(tmp_path, BODY + p("人员\ufffd费"))
    assert found.message == "“\ufffd”是乱码，原来的文字已经丢失，应当重新录入"
    text = lint_text("青禾县农业农村局2024年部门预算\n人员\ufffd费支出80.00万元。", tmp_path)
    assert {f.rule for f in text.findings if f.rule in ("BL010", "BL904")} == {"BL010"}


def test_all_invisible_characters_are_one_finding(tmp_path: Path) -> None:
    body = BODY + p("人员\u200b经费1\u200b18.00万元。") + p("\u200b公用经费\u200b。")
    (found,) = residue(tmp_path, body)
    assert (found.rule, len(found.related)) == ("BL904", 1)
