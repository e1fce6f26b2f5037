"""Readers: from a file to a format-neutral Document. They know no budget."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from budgetlint.lang import say
from budgetlint.readers.detect import Kind, recognise
from budgetlint.readers.errors import UNREADABLE, UNSAFE, UNSUPPORTED, ReadError

if TYPE_CHECKING:
    from pathlib import Path

    from budgetlint.document import Document

__all__ = ["MAX_SIZE", "SUFFIXES", "ReadError", "read"]

SUFFIXES = (".docx", ".pdf", ".txt", ".md")
"""The suffixes that a search through a folder picks up; ``read`` itself goes by content."""

MAX_SIZE = 100 * 1024 * 1024
"""The largest file that is read by default, in bytes."""

_UNSUPPORTED = {
    Kind.OFD: "暂不支持 OFD 版式文件；请用原来的 Word 文档，或转换为 .docx 或 .pdf 后再检查。",
    Kind.RTF: "暂不支持 RTF 文档；请在 Word 或 WPS 中打开后另存为 .docx，再检查一次。",
    Kind.HTML: "暂不支持网页（HTML）；请把网页正文另存为 .docx 或 .txt 后再检查。",
    Kind.XML: "暂不支持 XML 文件；请在 Word 或 WPS 中打开后另存为 .docx，再检查一次。",
    Kind.SPREADSHEET: "暂不支持 Excel 表格；请检查含有这些表格的 Word 文档，或另存为 .txt。",
    Kind.SLIDES: "暂不支持演示文稿；请把内容另存为 .docx 或 .txt 后再检查。",
    Kind.OPENDOCUMENT: "暂不支持 OpenDocument 文档；请在 Word 或 WPS 中打开后另存为 .docx。",
    Kind.IMAGE: "这是一张图片，其中的文字无法读取；请提供文字版的 .docx 或 .pdf。",
    Kind.ARCHIVE: "这是一个压缩包；请先解压，再检查其中的 .docx 或 .pdf 文件。",
}


def read(path: Path, *, max_size: int = MAX_SIZE) -> Document:
    """The document in the file at ``path``, with the reader that its content calls for.

    Raises ReadError, whose message is one Chinese sentence without the path, where nothing of
    the file can be read: it is missing, no file, not accessible, empty, larger than ``max_size``
    bytes, damaged, protected, or of a format that is not supported.
    """
    data = _load(path, max_size)
    kind = recognise(data)
    if kind is Kind.EMPTY:
        raise ReadError(UNREADABLE, say("文件是空的（0 字节）；请重新导出或重新下载这份文件。"))
    if kind in _UNSUPPORTED:
        raise ReadError(UNSUPPORTED, say(_UNSUPPORTED[kind]))
    # Each reader brings its own libraries; a run over text files must not pay for lxml.
    if kind in (Kind.ZIP, Kind.OLE):
        del data
        from budgetlint.readers.docx import read_docx  # noqa: PLC0415

        return read_docx(path, max_size=max_size)
    if kind is Kind.PDF:
        from budgetlint.readers.pdf import read_pdf  # noqa: PLC0415

        return read_pdf(data)
    from budgetlint.readers.text import read_text  # noqa: PLC0415

    return read_text(data)


def _load(path: Path, max_size: int) -> bytes:
    """The bytes of a regular file, never more than ``max_size`` and one."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ReadError(UNREADABLE, say("这是一个文件夹，不是文件；请指定其中的文件。"))
        if not stat.S_ISREG(status.st_mode):
            raise ReadError(
                UNREADABLE, say("这不是普通文件（而是设备或管道），无法读取；请指定文件。")
            )
        if status.st_size > max_size:
            raise _too_large(max_size)
        with path.open("rb") as file:
            data = file.read(max_size + 1)
    except FileNotFoundError as error:
        raise ReadError(UNREADABLE, say("文件不存在；请检查文件名和所在的文件夹。")) from error
    except PermissionError as error:
        raise ReadError(
            UNREADABLE, say("没有读取这个文件的权限；请检查文件权限，或关闭正在占用它的程序。")
        ) from error
    except (OSError, ValueError) as error:
        raise ReadError(
            UNREADABLE, say("无法打开这个文件；请检查文件名、磁盘或网络连接后重试。")
        ) from error
    if len(data) > max_size:
        raise _too_large(max_size)
    return data


def _too_large(max_size: int) -> ReadError:
    megabytes = max_size / (1024 * 1024)
    return ReadError(
        UNSAFE,
        say(
            "文件超过 {megabytes:g} MB 的上限，没有读取；"
            "请确认它是预决算公开文件，必要时压缩其中的图片或调高 max-file-size。",
            megabytes=megabytes,
        ),
    )
