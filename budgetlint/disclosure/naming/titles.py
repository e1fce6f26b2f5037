"""Titles and opening sentences: where a document says whose it is and for which year.

A title may run over several lines, and its year may be misprinted (20232023年, 2018度): it is a
title all the same.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.document import Paragraph
from budgetlint.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure.structure.outline import Outline
    from budgetlint.document import Document

_HAN = "[\u4e00-\u9fff()]"
_ENTITY = rf"(?P<entity>{_HAN}{{2,40}}?)"
_YEAR = "(?P<year>(?:[0-9]{4,8}|二[〇○零][〇○零一二三四五六七八九]{2})(?:年度?|度)?)"
_KIND = "(?P<kind>预算|决算)"
_TAIL = "(?:(?:信息)?公开.*|情况说明|说明|报告|报表|表|草案)?"
_OPENINGS = (
    re.compile(rf"现将{_ENTITY}{_YEAR}(?P<scope>部门|单位)?{_KIND}"),
    re.compile(rf"现将{_YEAR}{_ENTITY}(?P<scope>部门|单位)?{_KIND}"),
)
_LEAD = "(?:附件[0-9]?[:、]?)?(?:第[一二三四五六七八九十]部分)?(?:关于)?"
_TITLES = (
    re.compile(rf"{_LEAD}{_ENTITY}?{_YEAR}(?P<scope>部门|单位){_KIND}{_TAIL}"),
    re.compile(rf"{_LEAD}{_ENTITY}{_YEAR}(?P<scope>){_KIND}(?:信息)?公开.*"),
    re.compile(rf"{_LEAD}{_YEAR}{_ENTITY}(?P<scope>部门|单位)?{_KIND}{_TAIL}"),
)
_ORGANISATION = re.compile(
    r"(?!我|本|该)(?!.*(?:事项|说明|公开|附件|目录|工作的)).+"
    r"(?:[局委办部厅处府院校学园所站会队室社馆团场庭乡镇台联库段班科]|中心|街道|公司|组织|机关|本级|\))"
)
KINDS = {"预算": "budget", "决算": "final"}
_HAN_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
_LONGEST_LINE = 45
_LONGEST_TITLE = 70
_COVER_LINES = 12
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Title:
    """A title, or the sentence that opens the explanation (现将…公开如下).

    ``index`` and ``paragraph`` are those that the year stands in, ``span`` where it stands in the
    folded paragraph (its beginning, if it goes on in the next line). ``printed`` is the year as it
    is printed, folded; ``year`` what it means, None where it is misprinted beyond doubt.
    ``scope`` is 部门, 单位 or "".
    """

    index: int
    paragraph: Paragraph
    span: tuple[int, int]
    printed: str
    kind: str
    scope: str
    entity: str | None
    opening: bool

    @property
    def year(self) -> int | None:
        """The year, if it is printed as a year."""
        return well_formed_year(self.printed)


def well_formed_year(printed: str) -> int | None:
    """The year of 2024年, 2024年度 or 二〇二四年; None for anything else."""
    digits = "".join(_HAN_DIGITS.get(char, char) for char in printed)
    if printed[:1] == "二":
        digits = "2" + digits[1:]
    match = re.fullmatch("(20[0-9]{2})年度?", digits)
    return int(match[1]) if match else None


def is_organisation(name: str) -> bool:
    """Whether a text looks like the full name of a department or unit."""
    return bool(_ORGANISATION.fullmatch(name))


def entity_in_title(text: str) -> str | None:
    """The department or unit that a folded text names, if it is a title."""
    match = next((m for pattern in _TITLES if (m := pattern.fullmatch(text))), None)
    entity = match["entity"] if match else None
    return entity if entity and is_organisation(entity) else None


def find_titles(document: Document, outline: Outline) -> list[Title]:
    """The titles and opening sentences of the body, in order."""
    lines = [
        (index, block, fold(block.text[:400]))
        for index, block in enumerate(document.blocks)
        if isinstance(block, Paragraph) and index not in outline.contents
    ]
    return list(_titles([line for line in lines if line[2]]))


_Line = tuple[int, Paragraph, str]


def _titles(lines: Sequence[_Line]) -> Iterator[Title]:
    at = 0
    while at < len(lines):
        index, paragraph, folded = lines[at]
        match = next((m for pattern in _OPENINGS if (m := pattern.search(folded))), None)
        if match:
            yield _title(match, index, paragraph, match.span("year"), opening=True)
        longest = _MOST_LINES if at < _COVER_LINES else 2
        used = 0
        if match is None:
            windows = (lines[at : at + n] for n in range(1, longest + 1))
            for window in windows:
                if found := _match_title(window):
                    yield _printed_title(window, found)
                    used = len(window)
                    break
        at += used or 1


def _match_title(lines: Sequence[_Line]) -> re.Match[str] | None:
    joined = "".join(folded for _, _, folded in lines)
    adjacent = lines[-1][0] - lines[0][0] == len(lines) - 1
    short = all(len(folded) <= _LONGEST_LINE for _, _, folded in lines) or len(lines) == 1
    if not (adjacent and short and len(joined) <= _LONGEST_TITLE):
        return None
    match = next((m for pattern in _TITLES if (m := pattern.fullmatch(joined))), None)
    if match and len(lines) > 1 and match["entity"] and not is_organisation(match["entity"]):
        return None
    return match


def _printed_title(lines: Sequence[_Line], match: re.Match[str]) -> Title:
    """The title that these lines are; its place is the line with the year."""
    starts = [0, *itertools.accumulate(len(folded) for *_, folded in lines)]
    at = bisect_right(starts, match.start("year")) - 1
    index, paragraph, folded = lines[at]
    start = starts[at]
    span = (match.start("year") - start, min(match.end("year") - start, len(folded)))
    return _title(match, index, paragraph, span, opening=False)


def _title(
    match: re.Match[str], index: int, paragraph: Paragraph, span: tuple[int, int], *, opening: bool
) -> Title:
    entity = match["entity"]
    named = entity if entity and is_organisation(entity) else None
    kind, scope = KINDS[match["kind"]], match["scope"] or ""
    return Title(index, paragraph, span, match["year"], kind, scope, named, opening)
