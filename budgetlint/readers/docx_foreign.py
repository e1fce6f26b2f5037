"""What a file is that was expected to be a Word document and is none: one sentence each."""

from __future__ import annotations

from budgetlint.lang import say
from budgetlint.readers.errors import PROTECTED, UNREADABLE, UNSUPPORTED, ReadError

OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_OLE_STREAMS = (
    ("EncryptedPackage", PROTECTED, "文件有打开密码，无法读取；请去掉密码后再检查。"),
    (
        "WordDocument",
        UNSUPPORTED,
        "这是旧版 .doc 文件（可能只改了后缀）；请用 Word 或 WPS 另存为 .docx 后再检查。",
    ),
    (
        "Workbook",
        UNSUPPORTED,
        "这是旧版 Excel 文件（.xls），不是 Word 文档；请检查对应的 .docx 文件。",
    ),
    (
        "PowerPoint Document",
        UNSUPPORTED,
        "这是旧版演示文稿（.ppt），不是 Word 文档；请检查对应的 .docx 文件。",
    ),
)
_OLE_OTHER = "这是旧版 Office 格式的文件；请用 Word 或 WPS 打开并另存为 .docx 后再检查。"

_CONTENT_TYPES = (
    (b"spreadsheetml.sheet.main", "Excel 工作簿（.xlsx）"),
    (b"sheet.macroEnabled.main", "Excel 工作簿（.xlsm）"),
    (b"presentationml.", "演示文稿（.pptx）"),
    (b"ms-visio", "Visio 绘图"),
)
_MEMBERS = (
    ("OFD.xml", "OFD 版式文件"),
    ("xl/workbook.xml", "Excel 工作簿（.xlsx）"),
    ("ppt/presentation.xml", "演示文稿（.pptx）"),
)
_MEDIA_TYPES = (
    (b"opendocument.text", "OpenDocument 文本（.odt）"),
    (b"opendocument.spreadsheet", "OpenDocument 电子表格（.ods）"),
    (b"opendocument", "OpenDocument 文件"),
    (b"epub", "电子书（.epub）"),
)
_MAGIC = (
    (b"%PDF", "PDF 文件"),
    (b"{\\rtf", "RTF 文档"),
    (b"<", "网页或 XML 文件"),
)


def no_zip(data: bytes) -> ReadError:
    """The error for bytes that are no zip archive."""
    if not data:
        return ReadError(UNREADABLE, say("文件是空的（0 字节）；请重新导出或重新下载这份文件。"))
    if data.startswith(OLE_SIGNATURE):
        return _ole(data)
    opening = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    for magic, name in _MAGIC:
        if opening.startswith(magic):
            return _other(name)
    return ReadError(
        UNREADABLE, say("文件不是 Word 文档，或已经损坏；请用 Word 或 WPS 另存为 .docx 后再检查。")
    )


def _ole(data: bytes) -> ReadError:
    for stream, code, message in _OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            return ReadError(code, say(message))
    return ReadError(UNSUPPORTED, say(_OLE_OTHER))


def no_word_package(names: list[str], media_type: bytes, content_types: bytes) -> ReadError:
    """The error for a sound zip archive without a Word document.

    ``media_type`` is the content of its member ``mimetype``, ``content_types`` that of
    ``[Content_Types].xml``; both may be empty.
    """
    for mark, name in _CONTENT_TYPES:
        if mark in content_types:
            return _other(name)
    for mark, name in _MEDIA_TYPES:
        if mark in media_type:
            return _other(name)
    for member, name in _MEMBERS:
        if member in names:
            return _other(name)
    if content_types:
        return ReadError(
            UNREADABLE,
            say("文件中没有 Word 正文，可能已损坏；请用 Word 打开并另存为 .docx 后再检查。"),
        )
    return ReadError(
        UNSUPPORTED, say("这是普通的 zip 压缩包，不是 Word 文档；请解压后检查其中的 .docx 文件。")
    )


def _other(name: str) -> ReadError:
    return ReadError(
        UNSUPPORTED,
        say("这是{what}，不是 Word 文档；请用 Word 或 WPS 另存为 .docx 后再检查。", what=say(name)),
    )
