"""Paragraphs of a text file: lines without the residue of Markdown, and tables of contents."""

from __future__ import annotations

import re

from budgetlint.document import Paragraph, Text
from budgetlint.readers.spans import cut, join, trim_end

SENTENCE_ENDS = tuple("。！？；!?;")
"""What a sentence ends with."""

_LEADERS = ("...", "…", "．．．", "···", "。。。", "___")
_LEADER_CHARACTERS = " ." + "".join(_LEADERS)
_PAGE_NUMBER = re.compile(r"[-–—(（]?[ ]?\d{1,4}[ ]?[-–—)）]?")
_HASHES = re.compile(r"(#{1,6})[ \t]+(?=\S)")
# A list dash is followed by words; "- 3.5" and "- 120万元" may be amounts.
_BULLET = re.compile(r" {0,8}[-*+] +(?=[^\d\s]|\d{1,2}[、.．)）](?!\d))")
_CONTENTS = re.compile(r".{0,30}目\s*录\s*")
_STARS = re.compile(r"\*\*(?=\S)([^*]*?\S)\*\*")
_PROSE = 20


def is_prose(text: str) -> bool:
    """Whether a text is a sentence rather than the content of a table cell."""
    bare = text.strip()
    return len(bare) >= _PROSE and bare.endswith(SENTENCE_ENDS)


def has_leaders(text: str) -> bool:
    """Whether a line is an entry of a table of contents: words, leaders, a page number."""
    bare = text.rstrip(" ")
    head = bare.rstrip("0123456789 \t-–—()（）")
    return (
        head != bare
        and head.endswith(_LEADERS)
        and bare.count("\t") <= 1
        and bool(head.strip(_LEADER_CHARACTERS))
        and _is_page(bare[len(head) :])
    )


def has_page(text: str) -> bool:
    """Whether a line is words, one tab and a page number, as entries without leaders are."""
    head, tab, tail = text.partition("\t")
    return bool(tab) and _is_page(tail) and not head.strip().isdecimal() and bool(head.strip())


def _is_page(text: str) -> bool:
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None


def is_contents_title(text: str) -> bool:
    """Whether a line is the title of a table of contents."""
    return _CONTENTS.fullmatch(text) is not None


def paragraph(line: Text, *, contents_entry: bool = False) -> Paragraph:
    """A line as a paragraph, without the residue of Markdown and white space at its end."""
    kept, level = trim_end(line), None
    if hashes := _HASHES.match(kept.text):
        kept, level = cut(kept, hashes.end(), len(kept.text)), len(hashes.group(1))
    elif bullet := _BULLET.match(kept.text):
        kept = cut(kept, bullet.end(), len(kept.text))
    if "**" in kept.text:
        kept = _without_stars(kept)
    entry = contents_entry or has_leaders(kept.text)
    return Paragraph(kept.text, kept.anchors, level=level, contents_entry=entry)


def _without_stars(text: Text) -> Text:
    """Balanced pairs of stars are emphasis; a single one may be a footnote sign."""
    parts: list[Text] = []
    start = 0
    for match in _STARS.finditer(text.text):
        parts += [cut(text, start, match.start()), cut(text, *match.span(1))]
        start = match.end()
    return join([*parts, cut(text, start, len(text.text))], "")
