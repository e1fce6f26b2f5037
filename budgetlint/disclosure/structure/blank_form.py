"""Blank forms: a template of a disclosure that nobody has filled in yet.

In place of amounts and names it has XX; its tables hold no amount. A real document that merely
left one XX is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.document import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from budgetlint.disclosure.tables.statements import Statement
    from budgetlint.document import Document, Position

_BLANK = re.compile(
    r"(?<![A-Za-z])(?:(?<![Ｘｘ×✕])[XxＸｘ×✕]{2,}+|(?<![〇○])[〇○]{2,}+|(?<![*＊])[*＊]{2,}+|(?<!_)_{2,}+)"
    r"\s*+(?=[亿万千]?元|[%％]|年|月|个|辆|台|人|批|局|部|厅|委|办|县|市|区|中心|单位|[（(][类款项])"
)
_AMOUNT = re.compile(r"[0-9]\s*(?:亿元|万元|元)(?!\s*[（(]含|以上|以下)")
_SUMMARY = "summary"
_LEAST_BLANKS = 5
_BLANKS_FOR_AN_AMOUNT = 10
_LEAST_TABLES = 4


@dataclass(frozen=True, slots=True)
class BlankForm:
    """How many places wait to be filled in, the first of them and where it stands, and how many
    tables hold no amount."""

    blanks: int
    tables: int
    first: str
    position: Position


def find_blank_form(document: Document, statements: Sequence[Statement]) -> BlankForm | None:
    """What shows that the document is a blank form; None if it is not."""
    if any(not statement.is_empty for statement in statements):
        return None
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    blanks = list(_places(paragraphs))
    amounts = sum(len(_AMOUNT.findall(paragraph.text)) for paragraph in paragraphs)
    printed = [statement for statement in statements if statement.table]
    if len(blanks) >= _LEAST_BLANKS and amounts * _BLANKS_FOR_AN_AMOUNT <= len(blanks):
        text, position = blanks[0]
        return BlankForm(len(blanks), len(printed), text, position)
    labelled = any(s.spec.id == _SUMMARY and s.rows for s in printed)
    if len(printed) >= _LEAST_TABLES and labelled and not amounts:
        return BlankForm(len(blanks), len(printed), printed[0].title, printed[0].position)
    return None


def _places(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[str, Position]]:
    for paragraph in paragraphs:
        for match in _BLANK.finditer(paragraph.text):
            yield match[0].strip(), paragraph.position(match.start())
