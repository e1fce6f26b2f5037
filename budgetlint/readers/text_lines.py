"""The lines of a text file, freed of what is no text: bookmarks and field codes.

Only CR, LF and CRLF end a line, as in an editor that shows line numbers; a form feed begins a new
page inside the line. What is taken out of a line leaves the places of the other characters
untouched.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from budgetlint.document import Anchor, Position, Remark, Text
from budgetlint.readers.spans import cut, join

if TYPE_CHECKING:
    from collections.abc import Iterator

# Every repetition is bounded, so that a hostile line costs no more than its length.
_BOOKMARK = re.compile(r"\[bookmark:[^\]]{0,200}\]")
_FIELD = re.compile(
    r"(?:(?<=\s)|^)(?:"
    r"T[CA] [^\\\t]{0,300}(?:\\[a-z] {0,3}[A-Z0-9]{0,3} {0,3}){1,6}"
    r"|TOC (?:\\[a-z] {0,3}(?:\"[^\"]{0,80}\")? {0,3}){1,8}"
    r"|XE \"[^\"]{0,200}\""
    r"|(?:PAGEREF|REF|SEQ) [\w.]{1,80}(?: {1,3}\\[*a-zA-Z]{1,20}){1,4}"
    r"|HYPERLINK (?:\\[a-z] )?\"[^\"]{0,300}\"(?: {1,3}\\[a-z])?"
    r")\s*"
)


class Line(NamedTuple):
    """A line of the file (or the part of it that stands on one page).

    ``markup`` tells that something was taken out: a line of nothing but markup is not a blank
    line, for it separates nothing. ``entry`` tells that a reference to a page was taken out, as
    entries of a table of contents have.
    """

    text: Text
    markup: bool
    entry: bool

    @property
    def blank(self) -> bool:
        """Whether the line is empty or white space (a lone tab is not: it is an empty cell)."""
        return not self.text.text.strip() and not self.text.text.startswith("\t")

    @property
    def vanished(self) -> bool:
        """Whether nothing but markup stood on the line."""
        return self.markup and not self.text.text.strip()


def raw_lines(text: str) -> list[str]:
    """The lines of ``text`` as they stand."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def lines_of(text: str, remarks: list[Remark]) -> Iterator[Line]:
    """The lines of ``text``; field codes that are taken out are added to ``remarks``."""
    page = 1 if "\f" in text else None
    for number, raw in enumerate(raw_lines(text), 1):
        if "\f" not in raw:
            yield _line(raw, Position(page=page, line=number, column=1), remarks)
            continue
        column = 1
        for index, part in enumerate(raw.split("\f")):
            if index and page is not None:
                page += 1
            yield _line(part, Position(page=page, line=number, column=column), remarks)
            column += len(part) + 1


def _line(raw: str, start: Position, remarks: list[Remark]) -> Line:
    text = Text(raw, (Anchor(0, start),))
    kept = _without(text, _BOOKMARK)[0] if "[bookmark:" in raw else text
    if "\\" not in raw and 'XE "' not in raw:
        return Line(kept, markup=kept is not text, entry=False)
    kept, fields = _without(kept, _FIELD)
    remarks += [
        Remark("field-instruction", field.text.strip(), field.position()) for field in fields
    ]
    entry = any(field.text.startswith("PAGEREF") for field in fields)
    return Line(kept, markup=kept is not text, entry=entry)


def _without(text: Text, pattern: re.Pattern[str]) -> tuple[Text, list[Text]]:
    """``text`` without the matches of ``pattern``, and the matches."""
    kept: list[Text] = []
    removed: list[Text] = []
    end = 0
    for match in pattern.finditer(text.text):
        removed.append(cut(text, *match.span()))
        if match.start() > end:
            kept.append(cut(text, end, match.start()))
        end = match.end()
    if not removed:
        return text, removed
    if end < len(text.text) or not kept:
        kept.append(cut(text, end, len(text.text)))
    return join(kept, ""), removed
