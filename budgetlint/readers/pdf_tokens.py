"""Cuts the content of a page into operators with their operands.

pdfminer's own interpreter spends most of its time on this, token by token. Here a regular
expression takes the numbers before an operator and the operator at once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from budgetlint.readers.pdf_marks import MAX_MARKS, excessive

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    rb"([-+.\d\s\0]*+)"
    rb"(?:([A-Za-z'\"*]+)"  # 2: an operator
    rb"|<([0-9A-Fa-f\s]*+)>"  # 3: a string in hexadecimal digits
    rb"|\(((?:[^()\\]|\\.)*+)\)"  # 4: a string without brackets inside
    rb"|/([^\s\0()<>\[\]{}/%]*+)"  # 5: a name
    rb"|(<<|>>|.))",  # 6: brackets, and what else there may be
    re.DOTALL,
)
_OPERATOR, _HEXADECIMAL, _LITERAL, _NAME = 2, 3, 4, 5
_LONGEST = 8192
"""Bytes of numbers in a row: no operator takes so many."""
_LONGEST_STRING = 65536
_MOST_LONE = 100
_DEEPEST = 100
_NUMBER = re.compile(rb"[-+]?(?:\d+\.?\d*|\.\d+)")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_LINE_END = re.compile(rb"[\r\n]|$")
_BRACKET = re.compile(rb"[()\\]")
_IMAGE_END = re.compile(rb"\sEI(?=[\s\0]|$)")


def operations(data: bytes) -> Iterator[tuple[bytes, list[Any]]]:
    """The operators of a content stream, each with its operands.

    Numbers come as float, strings as bytes, names as str, arrays and dictionaries as list. The
    list of operands is used again for the next operator. The data of an inline image are left
    out; its operator is ``ID``.
    """
    operands: list[Any] = []
    opened: list[int] = []
    token = _TOKEN.match
    position = lone = 0
    while (match := token(data, position)) is not None:
        position = match.end()
        numbers = match[1]
        if numbers and not numbers.isspace():
            operands += _numbers(numbers[-_LONGEST:])
        kind = match.lastindex
        if kind == _OPERATOR:
            word = match[2]
            yield word, operands
            operands.clear()
            opened.clear()
            if word == b"ID":
                end = _IMAGE_END.search(data, position)
                position = end.end() if end else len(data)
        elif kind == _HEXADECIMAL:
            operands.append(_hexadecimal(match[3]))
        elif kind == _LITERAL:
            text = match[4]
            operands.append(_unescaped(text) if b"\\" in text else text)
        elif kind == _NAME:
            operands.append(match[5].decode("latin1"))
        elif (sign := match[6]) in (b"[", b"<<"):
            opened.append(len(operands))
        elif sign in (b"]", b">>"):
            if opened:
                start = opened.pop()
                operands[start:] = [operands[start:]]
        elif sign == b"%":
            end = _LINE_END.search(data, position)
            position = end.end() if end else len(data)
        elif sign == b"(" and lone < _MOST_LONE:
            closing = _closing(data, position)
            if closing:
                operands.append(_unescaped(data[position : closing - 1]))
                position = closing
            else:
                lone += 1
        if len(operands) > MAX_MARKS or len(opened) > _DEEPEST:
            raise excessive()


def _numbers(text: bytes) -> list[float]:
    try:
        return [float(number) for number in text.split()]
    except ValueError:
        return [float(number) for number in _NUMBER.findall(text)]


def _hexadecimal(digits: bytes) -> bytes:
    text = b"".join(digits.split()).decode("latin1")
    return bytes.fromhex(text + "0" * (len(text) % 2))


def _unescaped(text: bytes) -> bytes:
    return _ESCAPE.sub(_meant, text)


def _meant(match: re.Match[bytes]) -> bytes:
    found = match[1]
    if found[:1] in b"01234567":
        return bytes((int(found, 8) & 255,))
    if found in (b"\n", b"\r", b"\r\n"):
        return b""
    return _ESCAPED.get(found, found)


def _closing(data: bytes, start: int) -> int:
    """Where a string with brackets inside it ends, from after its opening bracket on.

    0 where it is not closed soon: a lone bracket must not swallow the rest of the page.
    """
    depth, at, stop = 1, start, start + _LONGEST_STRING
    while (match := _BRACKET.search(data, at, stop)) is not None:
        at = match.end()
        sign = match[0]
        if sign == b"\\":
            at += 1
            continue
        depth += 1 if sign == b"(" else -1
        if not depth:
            return at
    return 0
