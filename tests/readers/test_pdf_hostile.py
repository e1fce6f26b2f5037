"""Damaged, protected and hostile PDFs: one clear sentence, bounded time and memory."""

from __future__ import annotations

import io
import logging
import zlib
from typing import TYPE_CHECKING

import pytest
from readers.pdf_files import Page, assembled, pdf, stream
from readers.test_pdf_tables import ROWS, XS, YS, rows, tables, texts
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from budgetlint.readers import pdf_content, read
from budgetlint.readers.errors import PROTECTED, UNREADABLE, UNSAFE, ReadError
from budgetlint.readers.pdf import read_pdf

if TYPE_CHECKING:
    from pathlib import Path

DAMAGED = "PDF 文件已损坏或不完整，无法读取；请重新导出或重新下载这份文件。"
BLOATED = "PDF 解压后异常庞大"
EXCESSIVE = "PDF 的页面内容异常庞大"


def refusal(data: bytes) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_pdf(data)
    assert caught.value.message.count("。") == 1
    return caught.value


def good() -> bytes:
    return pdf(Page().text(90, 100, "收支总表").table(XS, YS, ROWS))


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.4\n" + bytes(range(256)) * 40,
        good()[:400],
        good()[:-300],
        good().replace(b"/Root", b"/Rood"),
        good().replace(b"/Type /Catalog /Pages 2 0 R", b"/Type /Catalog /Pages 9 0 R"),
        b"%PDF-1.7\nstartxref\n5\n%%EOF",
        b"%PDF-1.7\nxref\n0 99999999\ntrailer\n<< >>\nstartxref\n9\n%%EOF",
    ],
    ids=["head", "noise", "start", "no trailer", "no root", "no pages", "no xref", "endless xref"],
)
def test_a_damaged_file_is_one_sentence(data: bytes) -> None:
    error = refusal(data)
    assert (error.code, error.message) == (UNREADABLE, DAMAGED)


def test_every_truncation_is_read_or_refused() -> None:
    data = good()
    for end in range(0, len(data), 61):
        try:
            document = read_pdf(data[:end])
        except ReadError as error:
            assert error.code == UNREADABLE  # noqa: PT017 (nothing else may be raised)
        else:
            assert [rows(table) for table in tables(document)] == [ROWS]


def test_single_wrong_bytes_are_read_or_refused() -> None:
    data = good()
    for at in range(9, len(data), 37):
        broken = data[:at] + bytes((data[at] ^ 0x5A,)) + data[at + 1 :]
        try:
            read_pdf(broken)
        except ReadError as error:
            assert error.message  # noqa: PT017 (nothing else may be raised)


def test_a_wrong_cross_reference_table_is_made_again() -> None:
    data = good()
    at = data.index(b"startxref") + 10
    document = read_pdf(data[:at] + b"7\n%%EOF")
    assert [rows(table) for table in tables(document)] == [ROWS]


def test_nothing_is_printed_about_a_damaged_file(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    page = Page().text(90, 100, "正文。").raw("/Nothing gs (x) Tj 1 0 0 RG (a) w /X Do")
    read_pdf(pdf(page).replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 595 abc]"))
    assert capsys.readouterr() == ("", "")
    assert not caplog.records
    assert logging.getLogger("pdfminer").level == logging.NOTSET


def test_a_damaged_page_is_said_and_the_others_are_read() -> None:
    data = pdf(Page().text(90, 100, "好的一页。"), Page().text(90, 100, "坏的一页。" * 40))
    start = data.rindex(b"stream\n", 0, data.rindex(b"endstream")) + 30
    document = read_pdf(data[:start] + b"\x00\xff\x00\xff" * 4 + data[start + 16 :])
    assert texts(document)[0] == "好的一页。"
    assert [(u.reason, u.position.page) for u in document.unread] == [
        ("第 2 页的内容有损坏，读出的文字可能不全；请重新导出这份文件。", 2)
    ]


def test_missing_pages_are_said() -> None:
    data = pdf(Page().text(90, 100, "正文。")).replace(b"/Count 1", b"/Count 3")
    document = read_pdf(data)
    assert [u.reason for u in document.unread] == ["文件应有 3 页，只找到 1 页，其余的页未检查。"]


def encrypted(password: str) -> bytes:
    buffer = io.BytesIO()
    encryption = StandardEncryption(password, ownerPassword="only-the-owner", strength=128)
    canvas = Canvas(buffer, encrypt=encryption)
    canvas.drawString(90, 700, "Budget 1977.50")
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_a_file_that_needs_no_password_to_open_is_read() -> None:
    assert texts(read_pdf(encrypted(""))) == ["Budget 1977.50"]


def test_a_file_with_a_password_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "公开稿.pdf"
    path.write_bytes(encrypted("secret"))
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.code == PROTECTED
    assert caught.value.message.startswith("PDF 设有打开密码或专用的加密，无法读取")


def bomb(size: int) -> bytes:
    packer = zlib.compressobj(9)
    block = b"0 " * 524288
    return b"".join(packer.compress(block) for _ in range(size >> 20)) + packer.flush()


def test_a_stream_that_swells_is_refused() -> None:
    packed = bomb(300 << 20)
    head = (
        f"<< /Length {len(packed)} /Filter /FlateDecode /Type /XObject /Subtype /Form >>".encode()
    )
    form = head + b"\nstream\n" + packed + b"\nendstream"
    error = refusal(pdf(Page().raw("/form1 Do").text(90, 100, "正文。"), objects={"form1": form}))
    assert error.code == UNSAFE
    assert error.message.startswith(BLOATED)


def test_a_stream_that_swells_twice_is_refused() -> None:
    packed = zlib.compress(bomb(300 << 20))
    head = f"<< /Length {len(packed)} /Filter [/FlateDecode /FlateDecode] /Type /XObject "
    form = f"{head} /Subtype /Form >>\nstream\n".encode() + packed + b"\nendstream"
    error = refusal(pdf(Page().raw("/form1 Do"), objects={"form1": form}))
    assert error.message.startswith(BLOATED)


def test_object_streams_that_swell_are_refused() -> None:
    packed = bomb(20 << 20)
    entries = f"/Type /ObjStm /N 1 /First 8 /Length {len(packed)} /Filter /FlateDecode"
    names = ["catalog", "pages", "stream"]
    bodies: dict[str, str | bytes] = {
        "catalog": "<< /Type /Catalog /Pages {pages} 0 R >>",
        "pages": "<< /Type /Pages /Kids [9 0 R] >>",
        "stream": f"<< {entries} >>\nstream\n".encode() + packed + b"\nendstream",
    }
    data = assembled(names, bodies)
    # Without its cross-reference table the file is searched, and the stream opened.
    error = refusal(data[: data.rindex(b"startxref")])
    assert error.message.startswith(BLOATED)


def test_forms_that_contain_themselves_end() -> None:
    form = stream(b"/form1 Do /form2 Do BT ET", "/Type /XObject /Subtype /Form")
    page = Page().raw("/form1 Do").text(90, 100, "正文。")
    document = read_pdf(pdf(page, objects={"form1": form, "form2": form}))
    assert texts(document) == ["正文。"]


def test_forms_that_multiply_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_content, "MAX_OPERATORS", 100_000)
    objects: dict[str, str | bytes] = {
        f"form{n}": stream((f"/form{n + 1} Do " * 30).encode(), "/Type /XObject /Subtype /Form")
        for n in range(8)
    }
    objects["form8"] = stream(b"q Q " * 100, "/Type /XObject /Subtype /Form")
    error = refusal(pdf(Page().raw("/form0 Do"), objects=objects))
    assert (error.code, error.message[: len(EXCESSIVE)]) == (UNSAFE, EXCESSIVE)


def test_endless_text_on_a_page_is_refused() -> None:
    shown = ("国".encode("utf-16-be").hex() * 2000).encode()
    data = b"BT /Han 12 Tf 1 0 0 1 9 9 Tm " + (b"<" + shown + b"> Tj ") * 140
    form = stream(data, "/Type /XObject /Subtype /Form")
    error = refusal(pdf(Page().raw("/form1 Do"), objects={"form1": form}))
    assert error.message.startswith(EXCESSIVE)


@pytest.mark.parametrize("flood", [b"(a)" * 300_000, b"/a " * 300_000, b"[" * 200])
def test_operands_without_end_are_refused(flood: bytes) -> None:
    form = stream(flood, "/Type /XObject /Subtype /Form")
    assert refusal(pdf(Page().raw("/form1 Do"), objects={"form1": form})).code == UNSAFE


@pytest.mark.parametrize("flood", [b"1 " * 999_999, b"(" * 99_999, b"< " * 99_999, b"%" * 99_999])
def test_nonsense_without_end_is_passed_over(flood: bytes) -> None:
    form = stream(flood, "/Type /XObject /Subtype /Form")
    page = Page().raw("/form1 Do").text(90, 300, "正文。")
    assert texts(read_pdf(pdf(page, objects={"form1": form}))) == ["正文。"]


def test_a_knotted_page_tree_gives_each_page_once() -> None:
    kids = "<< /Type /Pages /Kids [{page0} 0 R {pages} 0 R {knot} 0 R] /Parent {pages} 0 R >>"
    data = pdf(Page().text(90, 100, "正文。"), objects={"knot": kids})
    data = data.replace(b"/Kids [5 0 R]", b"/Kids [3 0 R]")
    assert texts(read_pdf(data)) == ["正文。"]


def test_a_page_tree_as_deep_as_it_is_long_is_read() -> None:
    depth = 2500
    names = ["catalog", "pages", *(f"n{n}" for n in range(depth)), "page"]
    bodies: dict[str, str | bytes] = {
        "catalog": "<< /Type /Catalog /Pages {pages} 0 R >>",
        "pages": "<< /Type /Pages /Kids [{n0} 0 R] >>",
        "page": "<< /Type /Page /MediaBox [0 0 99 99] >>",
    }
    for n in range(depth):
        follower = f"n{n + 1}" if n + 1 < depth else "page"
        bodies[f"n{n}"] = f"<< /Type /Pages /Kids [{{{follower}}} 0 R] >>"
    numbers = {name: str(n) for n, name in enumerate(names, 1)}
    for name, body in bodies.items():
        for other in ("pages", "page", *(f"n{n}" for n in range(depth))):
            if f"{{{other}}}" in str(body):
                bodies[name] = str(body).replace(f"{{{other}}}", numbers[other])
    assert refusal(assembled(names, bodies)).message.startswith("PDF 里只有空白页")


def test_too_many_pages_are_refused() -> None:
    names = ["catalog", "pages"]
    page = "<< /Type /Page >> "
    bodies: dict[str, str | bytes] = {
        "catalog": "<< /Type /Catalog /Pages 2 0 R >>",
        "pages": f"<< /Type /Pages /Kids [{page * 3001}] >>",
    }
    error = refusal(assembled(names, bodies))
    assert error.code == UNSAFE
    assert error.message.startswith("PDF 超过 3000 页")


def test_references_to_themselves_end() -> None:
    objects: dict[str, str | bytes] = {"a": "{b} 0 R", "b": "{a} 0 R"}
    page = Page(extra="/CropBox {a} 0 R").text(90, 100, "正文。")
    assert texts(read_pdf(pdf(page, objects=objects))) == ["正文。"]


def test_cross_reference_tables_that_follow_each_other_in_a_ring_end() -> None:
    data = good()
    start = data.rindex(b"xref\n0")
    looped = data.replace(b"/Root 1 0 R", f"/Root 1 0 R /Prev {start}".encode())
    assert [rows(table) for table in tables(read_pdf(looped))] == [ROWS]


@pytest.mark.parametrize(
    "box",
    ["[0 0 0 0]", "[0 0 1e30 1e30]", "[9 9 9 9]", "[842 595 0 0]", "(no)", "[0 0 null 5]", "[]"],
)
def test_odd_page_sizes_do_no_harm(box: str) -> None:
    data = pdf(Page().text(90, 300, "正文。"))
    assert texts(read_pdf(data.replace(b"[0 0 595 842]", box.encode()))) == ["正文。"]


def test_far_away_and_endless_coordinates_do_no_harm() -> None:
    huge = "9" * 400
    page = Page().raw(f"BT /Han 12 Tf 1 0 0 1 {huge} 1 Tm <4e00> Tj ET {huge} 0 m {huge} 9 l S")
    page.raw(f"-{huge} 5 m {huge} 5 l S 1 w 0 -99999999 m 0 99999999 l S q {huge} 0 0 1 0 0 cm Q")
    assert texts(read_pdf(pdf(page.text(90, 300, "正文。")))) == ["正文。"]


def test_operators_with_wrong_operands_are_passed_over() -> None:
    page = Page().raw(
        "(a) (b) m [1] w /F Tf (x) 3 Td << /A [ (1 0 0 rg ET Q Q Q ] Tj 5 TJ [<4e00>] Tj"
    )
    page.raw("1 2 3 4 5 (x) cm . - -- re ++1 0 m BT /Nothing 12 Tf (abc) Tj ET")
    document = read_pdf(pdf(page.text(90, 300, "正文。")))
    assert "正文。" in texts(document)


def test_too_many_rules_are_a_drawing() -> None:
    page = Page().text(90, 800, "正文。")
    for n in range(2200):
        page.line(n * 0.27, 0, n * 0.27 + 20, 700).line(0, n * 0.3, 500, n * 0.3)
    assert tables(read_pdf(pdf(page))) == []


@pytest.mark.parametrize(
    "table",
    [
        b"1 beginbfrange <00000000> <ffffffff> <4e00> endbfrange",
        b"1 beginbfrange " + b"<0000> <ffff> <4e00> " * 5000 + b"endbfrange",
        b"1 beginbfchar <zz> <4e00> <00> endbfchar <01> beginbfrange <05> [<4e00>] endbfrange",
    ],
    ids=["endless", "repeated", "nonsense"],
)
def test_hostile_character_tables_end(table: bytes) -> None:
    font = (
        "/Odd << /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H "
        "/ToUnicode {map} 0 R /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 "
        "/BaseFont /A /W [0 4294967295 1] "
        "/CIDSystemInfo << /Registry (../../x) /Ordering (../y) >> >>] >>"
    )
    page = Page().raw("BT /Odd 12 Tf 1 0 0 1 90 700 Tm <0001> Tj ET")
    page.text(90, 300, "本页的其他文字都可以读。")
    document = read_pdf(pdf(page, fonts=font, objects={"map": stream(table)}))
    assert "本页的其他文字都可以读。" in texts(document)


@pytest.mark.parametrize(
    "encoding",
    ["/..#2F..#2Ftmp#2Fx", "<< /CMapName /..#2F..#2Ftmp#2Fx >>", "{map} 0 R", "(../../tmp/x)"],
    ids=["name", "dictionary", "stream", "string"],
)
def test_no_file_is_looked_for_by_a_name_in_the_document(
    encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    import gzip  # noqa: PLC0415 (what pdfminer opens its tables with)

    monkeypatch.setattr(gzip, "open", lambda name, *_: opened.append(str(name)))
    font = (
        f"/Odd << /Type /Font /Subtype /Type0 /BaseFont /A /Encoding {encoding} "
        "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /A "
        "/CIDSystemInfo << /Registry (..) /Ordering (/../../tmp/x) >> >>] >>"
    )
    page = Page().raw("BT /Odd 12 Tf 1 0 0 1 90 700 Tm <0001> Tj ET")
    table = stream(b"", "/Type /CMap /CMapName /..#2F..#2Ftmp#2Fx")
    refusal(pdf(page, fonts=font, objects={"map": table}))
    assert opened == []


@pytest.mark.parametrize(
    "font",
    ["<< >>", "<< /Type /Font /Subtype /Type3 >>", "<< /Subtype /Type0 >>", "[1 2]", "{pages} 0 R"],
)
def test_broken_fonts_lose_their_own_text_only(font: str) -> None:
    page = Page().raw("BT /Odd 12 Tf 1 0 0 1 90 700 Tm <01> Tj ET")
    page.text(90, 300, "本页的其他文字都可以读。")
    document = read_pdf(pdf(page, fonts=f"/Odd {font}"))
    assert "本页的其他文字都可以读。" in texts(document)
