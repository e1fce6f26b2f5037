"""From bytes to text: which encoding a text file has.

The order is by certainty: a byte order mark, strict UTF-8, strict GB18030 (which includes GBK and
GB2312), and UTF-16 without a mark where NUL bytes give it away. Nothing is decoded with
replacement characters: a wrong guess would put false words into a report.
"""

from __future__ import annotations

import codecs
import re

from budgetlint.lang import say
from budgetlint.readers.errors import UNREADABLE, ReadError

_MARKS = (
    # UTF-32 first: its little-endian mark begins like that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\v\f\r\x1a\x1c\x1d\x1e\x1f")
_SAMPLE = 1 << 16
_UTF16 = ("utf-16-le", "utf-16-be")
_FAMILIAR = re.compile(
    r"[\t\n\f\r -~\u00a0-\u00ff\u2000-\u22ff\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]"
)
_FAMILIAR_SHARE = 0.8
_HIGH_BYTES = bytes(range(0x80, 0x100))
_DAMAGED = 20


def decode(data: bytes) -> str:
    """The text of ``data`` without its byte order mark.

    Raises ReadError where no encoding fits or the content is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strict(data[len(mark) :], encoding))
    if b"\0" in data:
        return _checked(_strict(data, _utf16_by_nul(data)))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        if _is_damaged_utf8(data):
            raise _unknown() from None
    return _checked(_strict(data, "gb18030"))


def _strict(data: bytes, encoding: str | None) -> str:
    if encoding is None:
        raise _binary()
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _unknown() from error


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether ``data`` is UTF-8 but for a few bytes: as GB18030 it might read as false words."""
    damaged = data.decode("utf-8", "replace").count("\ufffd")
    return damaged * _DAMAGED < len(data) - len(data.translate(None, _HIGH_BYTES))


def _utf16_by_nul(data: bytes) -> str | None:
    """The byte order in which ``data`` reads like Chinese or ASCII text, if there is one.

    Counting NUL bytes alone would not do: 一 is U+4E00 and holds one in the wrong place.
    """
    sample = data[:_SAMPLE]
    scores = {name: _familiar(sample.decode(name, "replace")) for name in _UTF16}
    best = max(_UTF16, key=scores.__getitem__)
    return best if scores[best] >= _FAMILIAR_SHARE else None


def _familiar(text: str) -> float:
    """The share of characters that Chinese documents are made of."""
    known = len(_FAMILIAR.findall(text))
    return known / len(text)


def _checked(text: str) -> str:
    """``text`` if it is text: a few stray control characters are, a binary file is not."""
    sample = text[:_SAMPLE]
    controls = sum(sample.count(control) for control in _CONTROLS)
    if "\0" in sample or controls > max(3, len(sample) // 100):
        raise _binary()
    return text


def _unknown() -> ReadError:
    return ReadError(
        UNREADABLE,
        say(
            "无法辨认文件的文字编码（不是 UTF-8、GBK/GB18030 或 UTF-16，或文件已损坏）；"
            "请用记事本或 Word 打开后另存为 UTF-8 编码的文本，或另存为 .docx。"
        ),
    )


def _binary() -> ReadError:
    return ReadError(
        UNREADABLE,
        say(
            "文件内容不是文字（含有二进制数据），无法读取；"
            "请在原来的程序中打开后另存为 .docx 或 .txt。"
        ),
    )
