"""A file is recognised by its content; what cannot be read is refused in one sentence."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from budgetlint.document import Document, Paragraph
from budgetlint.readers import SUFFIXES, ReadError, read
from budgetlint.readers.detect import Kind, recognise
from budgetlint.readers.errors import UNREADABLE, UNSAFE, UNSUPPORTED


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", Kind.EMPTY),
        ("青禾县预算公开".encode(), Kind.TEXT),
        ("\ufeff青禾县".encode(), Kind.TEXT),
        (zipped("[Content_Types].xml", "word/document.xml"), Kind.ZIP),
        (zipped("readme.txt"), Kind.ZIP),
        (zipped("word/document.xml", "word/embeddings/a.xlsx", "xl/workbook.xml"), Kind.ZIP),
        (zipped("OFD.xml", "Doc_0/Document.xml"), Kind.OFD),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), Kind.SPREADSHEET),
        (zipped("ppt/presentation.xml"), Kind.SLIDES),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, Kind.OLE),
        (b"%PDF-1.7\n", Kind.PDF),
        (b"\xef\xbb\xbf\r\n%PDF-1.4", Kind.PDF),
        (b"{\\rtf1\\ansi", Kind.RTF),
        (b"<!DOCTYPE html><html>", Kind.HTML),
        (b"\n<HTML>", Kind.HTML),
        (b'<?xml version="1.0"?><html xmlns="x">', Kind.HTML),
        (b'<?xml version="1.0"?><w:wordDocument>', Kind.XML),
        (b"\x89PNG\r\n\x1a\n", Kind.IMAGE),
        (b"\xff\xd8\xff\xe0", Kind.IMAGE),
        (b"RIFF\0\0\0\0WEBPVP8 ", Kind.IMAGE),
        (b"BM\x36\0\0\0\0\0", Kind.IMAGE),
        ("BMW 牌车辆".encode(), Kind.TEXT),
        (b"Rar!\x1a\x07\x01\0", Kind.ARCHIVE),
    ],
)
def test_kind_by_content(data: bytes, kind: Kind) -> None:
    assert recognise(data) is kind


def refusal(path: Path, **options: int) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read(path, **options)
    assert str(path) not in caught.value.message
    assert path.name not in caught.value.message
    return caught.value


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", UNREADABLE, "文件是空的（0 字节）；请重新导出"),
        (" \t\r\n　\u00a0\f\n".encode(), UNREADABLE, "文件里只有空白，没有文字"),
        (b"[bookmark: a]\n", UNREADABLE, "文件里只有空白，没有文字"),
        (
            b"%PDF-1.7\n%\xe2\xe3",
            UNREADABLE,
            "PDF 文件已损坏或不完整，无法读取；请重新导出",
        ),
        (b"{\\rtf1}", UNSUPPORTED, "暂不支持 RTF"),
        (b"<html></html>", UNSUPPORTED, "暂不支持网页"),
        (b'<?xml version="1.0"?><a/>', UNSUPPORTED, "暂不支持 XML"),
        (b"\x89PNG\r\n\x1a\n\0\0", UNSUPPORTED, "这是一张图片"),
        (b"7z\xbc\xaf\x27\x1c\0", UNSUPPORTED, "这是一个压缩包；请先解压"),
        (zipped("OFD.xml"), UNSUPPORTED, "暂不支持 OFD"),
        (zipped("xl/workbook.xml"), UNSUPPORTED, "暂不支持 Excel"),
        (zipped("ppt/presentation.xml"), UNSUPPORTED, "暂不支持演示文稿"),
        (zipped("application/vnd.oasis.opendocument.text"), UNSUPPORTED, "暂不支持 OpenDocument"),
        (bytes(range(256)), UNREADABLE, "不是文字"),
    ],
)
def test_what_cannot_be_read_is_named(
    tmp_path: Path, content: bytes, code: str, words: str
) -> None:
    # The suffix promises something else: content decides.
    path = tmp_path / "青禾县公开稿.docx"
    path.write_bytes(content)
    error = refusal(path)
    assert (error.code, words in error.message) == (code, True)


def test_missing_file(tmp_path: Path) -> None:
    error = refusal(tmp_path / "没有这个文件.txt")
    assert (error.code, error.message) == (UNREADABLE, "文件不存在；请检查文件名和所在的文件夹。")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refusal(tmp_path).message == "这是一个文件夹，不是文件；请指定其中的文件。"


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    path = tmp_path / "管道文件.txt"
    os.mkfifo(path)
    assert "不是普通文件" in refusal(path).message


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "锁定的稿件.txt"
    path.write_text("预算", encoding="utf-8")

    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", forbidden)
    error = refusal(path)
    assert error.code == UNREADABLE
    assert "没有读取这个文件的权限" in error.message


def test_a_name_that_cannot_be_a_name() -> None:
    assert "无法打开这个文件" in refusal(Path("a\0b.txt")).message


def test_a_file_above_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "很大的稿件.txt"
    path.write_text("预算" * 400_000, encoding="utf-8")
    error = refusal(path, max_size=2 * 1024 * 1024)
    assert error.code == UNSAFE
    assert "文件超过 2 MB 的上限" in error.message


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "正好的稿件.txt"
    path.write_bytes(b"a" * 64)
    assert read(path, max_size=64).format == "text"


@pytest.mark.parametrize("suffix", [".txt", ".md", ".docx", ""])
def test_text_is_text_whatever_its_suffix(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"公开稿{suffix}"
    path.write_text("青禾县水务局", encoding="gbk")
    document = read(path)
    assert isinstance(document, Document)
    assert (document.format, document.numbering_known) == ("text", False)
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == [
        "青禾县水务局"
    ]


@pytest.mark.parametrize("start", [b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_word_files_old_and_new_go_to_the_word_reader(
    tmp_path: Path, start: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    docx = pytest.importorskip("budgetlint.readers.docx")
    seen: list[tuple[Path, int]] = []

    def word_reader(path: Path, *, max_size: int) -> Document:
        seen.append((path, max_size))
        return Document("docx", ())

    monkeypatch.setattr(docx, "read_docx", word_reader)
    path = tmp_path / "公开稿.txt"
    path.write_bytes(start)
    assert read(path, max_size=1000).format == "docx"
    assert seen == [(path, 1000)]


def test_a_folder_scan_picks_up_word_pdf_and_text() -> None:
    assert SUFFIXES == (".docx", ".pdf", ".txt", ".md")
