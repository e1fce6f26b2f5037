"""How places, excerpts and counts are put into words, for every format that people read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.finding import Severity
from budgetlint.lang import clauses, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from budgetlint.finding import Finding
    from budgetlint.location import Location, PartRef, TableRef
    from budgetlint.report import DocumentSummary, Suppressed

KINDS = {"budget": "预算", "final": "决算"}
EXCERPT = 96
"""How many characters of a passage are shown around what is wrong in it."""
PARTS = {"department": "部门", "unit": "单位"}
_COUNTED = {
    Severity.ERROR: "{number} 个错误",
    Severity.WARNING: "{number} 个警告",
    Severity.INFO: "{number} 条提示",
}
_PAIRS = ("【】", "〔〕", "«»")
_CONTROL: dict[int, str | None] = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), "\ufffd")
_CONTROL |= dict.fromkeys(map(ord, "\t\n\r\v\f\u2028\u2029"), " ")
_CONTROL |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F))


def unrecognised() -> str:
    """What is said of a file that resembles no disclosure."""
    return say("没有认出这是预算或决算公开文件，几乎没有内容可核对")


def printable(text: str) -> str:
    """``text`` in one line, without signs that steer a terminal or the direction of writing."""
    return text.translate(_CONTROL)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """An excerpt in three pieces, the wrong one in the middle; ``cut`` where it was shortened."""

    before: str
    wrong: str
    after: str

    @property
    def plain(self) -> str:
        """The excerpt with its wrong piece in brackets that it does not itself contain."""
        text = self.before + self.wrong + self.after
        pair = next((p for p in _PAIRS if p[0] not in text and p[1] not in text), _PAIRS[0])
        return f"{self.before}{pair[0]}{self.wrong}{pair[1]}{self.after}"


def excerpt(place: Location, limit: int) -> Excerpt:
    """The text of a place around its mark, at most about ``limit`` characters."""
    start, end = place.mark or (0, 0)
    start = max(0, min(start, len(place.text)))
    end = max(start, min(end, len(place.text)))
    room = max(0, limit - (end - start))
    left = min(start, max(room // 2, room - (len(place.text) - end)))
    right = min(len(place.text) - end, room - left)
    before = place.text[start - left : start]
    after = place.text[end : end + right]
    return Excerpt(
        before=printable(("……" if start - left > 0 else "") + before.lstrip()),
        wrong=printable(place.text[start:end]),
        after=printable(after.rstrip() + ("……" if end + right < len(place.text) else "")),
    )


def logical_place(place: Location, part: str = "", near: Location | None = None) -> list[str]:
    """Part (as worded), section, table, row and column, from the outside in; what is known.

    A table that ``near`` names already is called 本表.
    """
    return [name for _, name in logical_steps(place, part, near)]


def logical_steps(
    place: Location, part: str = "", near: Location | None = None
) -> list[tuple[str, str]]:
    """The steps of :func:`logical_place`, each with its kind (``part`` … ``column``) before it."""
    steps = [("part", part)] if part else []
    if place.section:
        steps.append(("section", place.section))
    if place.table and near and (near.part, near.table) == (place.part, place.table):
        steps.append(("table", say("本表")))
    elif place.table:
        steps.append(("table", _table(place.table)))
    if row := _row(place):
        steps.append(("row", row))
    if place.column_label:
        steps.append(("column", say("“{label}”栏", label=place.column_label)))
    return [(kind, printable(name)) for kind, name in steps]


def part_names(document: DocumentSummary) -> dict[PartRef, str]:
    """What each part of a document is called: nothing if it is the only one, its kind if that
    tells it apart, else also its entity.
    """
    if len(document.parts) < 2:
        return dict.fromkeys(document.parts, "")
    kinds = Counter(part.kind for part in document.parts)
    return {part: part_name(part, named=kinds[part.kind] > 1) for part in document.parts}


def name_in(names: Mapping[PartRef, str], part: PartRef | None) -> str:
    """What a part is called; one that the document does not list is named in full."""
    return "" if part is None else names.get(part, part_name(part))


def part_name(part: PartRef, *, named: bool = True) -> str:
    """The kind of a part, and its entity if that is wanted and known."""
    kind = say(PARTS.get(part.kind, part.kind))
    return f"{kind} {part.entity}" if named and part.entity else kind


def physical_place(place: Location) -> str:
    """Page, line or paragraph: what helps to turn to the place; empty if nothing is known."""
    position = place.position
    found = [f"《{printable(position.file)}》"] if position.file else []
    if position.page:
        found.append(say("第{page}页", page=position.page))
    if position.line and position.column:
        found.append(say("文本第{line}行第{column}列", line=position.line, column=position.column))
    elif position.line:
        found.append(say("文本第{line}行", line=position.line))
    elif position.paragraph and not position.page and not position.table:
        found.append(say("第{paragraph}段", paragraph=position.paragraph))
    return clauses(found)


def place_in_words(
    place: Location, part: str = "", *, arrow: str = " › ", near: Location | None = None
) -> str:
    """The logical place and the physical one; empty if neither is known."""
    steps = arrow.join(logical_place(place, part, near))
    return clauses((steps, physical_place(place)))


def rule_name(finding: Finding) -> str:
    """What a finding's rule is called: its title with its name."""
    if not finding.title:
        return printable(finding.name)
    return printable(say("{title}（{name}）", title=finding.title, name=finding.name))


def rule_title(finding: Finding) -> str:
    """The code of a finding's rule and its title, or its name where it has none."""
    return printable(f"{finding.rule} {finding.title or finding.name}")


def told(finding: Finding, names: Mapping[PartRef, str]) -> Iterator[str]:
    """A finding in lines: what is wrong, and where known the place, the excerpt and the value."""
    yield printable(finding.message)
    if place := place_in_words(finding.location, name_in(names, finding.location.part)):
        yield say("位置：{place}", place=place)
    if finding.location.text:
        pieces = excerpt(finding.location, EXCERPT)
        yield say("原文：{text}", text=pieces.plain if finding.location.mark else pieces.after)
    if finding.expected is not None:
        expected = say("应为：{value}", value=finding.expected)
        actual = "" if finding.actual is None else say("，实为 {value}", value=finding.actual)
        yield printable(expected + actual)


def why_suppressed(each: Suppressed) -> str:
    """The reason for a suppression, by what it was given, and for how long."""
    until = say("至 {day}", day=each.until.isoformat()) if each.until else ""
    if not each.reason:
        return clauses((without_reason(each), until))
    by = clauses((each.by.label, until))
    return printable(say("{reason}（{by}）", reason=each.reason, by=by))


def without_reason(each: Suppressed) -> str:
    """By what a finding is suppressed for which no reason was given."""
    return say("已列入{by}", by=each.by.label)


def counted(severity: Severity, number: int) -> str:
    """So many findings of a severity."""
    return say(_COUNTED[severity], number=number)


def identity(document: DocumentSummary) -> str:
    """Year, kind and publisher of a document in one phrase."""
    entity = document.entity or ""
    if entity and document.entity_code:
        entity = say("{entity}（{code}）", entity=entity, code=document.entity_code)
    return printable(f"{entity} {_kind_and_year(document)}".strip())


def _kind_and_year(document: DocumentSummary) -> str:
    if document.kind in KINDS:
        level = say("单位" if _only_units(document) else "部门")
        kind = say("{level}{kind}", level=level, kind=say(KINDS[document.kind]))
        return say("{year}年{kind}", year=document.year, kind=kind) if document.year else kind
    if document.year:
        return say("{year}年，预算或决算未能识别", year=document.year)
    return say("未能识别文件类型")


def _only_units(document: DocumentSummary) -> bool:
    return bool(document.parts) and all(part.kind == "unit" for part in document.parts)


def _table(table: TableRef) -> str:
    if not table.number:
        return table.title.strip() or say("表格")
    return say("表{number} {title}", number=table.number, title=table.title).strip()


def _row(place: Location) -> str:
    label = " ".join(word.strip() for word in (place.row_code, place.row_label) if word)
    if not place.table:
        return f"“{label}”" if label else ""
    if label:
        return say("“{label}”行", label=label)
    return say("第{row}行", row=place.row) if place.row else ""
