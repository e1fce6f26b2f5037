"""How places, excerpts and counts are put into words, for every format that people read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from budgetlint.finding import Finding
    from budgetlint.location import Location, PartRef
    from budgetlint.report import DocumentSummary, Suppressed

KINDS = {"budget": "预算", "final": "决算"}
EXCERPT = 96
"""How many characters of a passage are shown around what is wrong in it."""
PARTS = {"department": "部门", "unit": "单位"}
UNRECOGNISED = "没有认出这是预算或决算公开文件，几乎没有内容可核对"
"""What is said of a file that resembles no disclosure."""
_PAIRS = ("【】", "〔〕", "«»")
_CONTROL: dict[int, str | None] = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), "\ufffd")
_CONTROL |= dict.fromkeys(map(ord, "\t\n\r\v\f\u2028\u2029"), " ")
_CONTROL |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F))


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
        steps.append(("table", "本表"))
    elif place.table:
        number = f"表{place.table.number} " if place.table.number else ""
        steps.append(("table", f"{number}{place.table.title}".strip() or "表格"))
    if row := _row(place):
        steps.append(("row", f"{row}行" if place.table else row))
    if place.column_label:
        steps.append(("column", f"“{place.column_label}”栏"))
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
    kind = PARTS.get(part.kind, part.kind)
    return f"{kind} {part.entity}" if named and part.entity else kind


def physical_place(place: Location) -> str:
    """Page, line or paragraph: what helps to turn to the place; empty if nothing is known."""
    position = place.position
    found = [f"《{printable(position.file)}》"] if position.file else []
    if position.page:
        found.append(f"第{position.page}页")
    if position.line:
        found.append(
            f"文本第{position.line}行" + (f"第{position.column}列" if position.column else "")
        )
    elif position.paragraph and not position.page and not position.table:
        found.append(f"第{position.paragraph}段")
    return "，".join(found)


def place_in_words(
    place: Location, part: str = "", *, arrow: str = " › ", near: Location | None = None
) -> str:
    """The logical place and the physical one; empty if neither is known."""
    steps = arrow.join(logical_place(place, part, near))
    return "，".join(filter(None, (steps, physical_place(place))))


def rule_name(finding: Finding) -> str:
    """What a finding's rule is called: its Chinese title with its name."""
    return printable(f"{finding.title}（{finding.name}）" if finding.title else finding.name)


def rule_title(finding: Finding) -> str:
    """The code of a finding's rule and its Chinese title, or its name where it has none."""
    return printable(f"{finding.rule} {finding.title or finding.name}")


def told(finding: Finding, names: Mapping[PartRef, str]) -> Iterator[str]:
    """A finding in lines: what is wrong, and where known the place, the excerpt and the value."""
    yield printable(finding.message)
    if place := place_in_words(finding.location, name_in(names, finding.location.part)):
        yield f"位置：{place}"
    if finding.location.text:
        pieces = excerpt(finding.location, EXCERPT)
        yield f"原文：{pieces.plain if finding.location.mark else pieces.after}"
    if finding.expected is not None:
        actual = f"，实为 {finding.actual}" if finding.actual is not None else ""
        yield printable(f"应为：{finding.expected}{actual}")


def why_suppressed(each: Suppressed) -> str:
    """The reason for a suppression, by what it was given, and for how long."""
    until = f"，至 {each.until.isoformat()}" if each.until else ""
    if not each.reason:
        return f"已列入{each.by.label}{until}"
    return printable(f"{each.reason}（{each.by.label}{until}）")


def counted(severity: Severity, number: int) -> str:
    """So many findings of a severity."""
    return f"{number} {'条' if severity is Severity.INFO else '个'}{severity.label}"


def identity(document: DocumentSummary) -> str:
    """Year, kind and publisher of a document in one phrase."""
    kind = ("单位" if _only_units(document) else "部门") + KINDS.get(document.kind, "")
    named = f"{document.year}年{kind}" if document.year else kind
    if document.kind not in KINDS:
        named = f"{document.year}年，预算或决算未能识别" if document.year else "未能识别文件类型"
    code = f"（{document.entity_code}）" if document.entity_code else ""
    return printable(f"{document.entity}{code} {named}" if document.entity else named)


def _only_units(document: DocumentSummary) -> bool:
    return bool(document.parts) and all(part.kind == "unit" for part in document.parts)


def _row(place: Location) -> str:
    label = " ".join(word.strip() for word in (place.row_code, place.row_label) if word)
    if label:
        return f"“{label}”"
    return f"第{place.row}" if place.row and place.table else ""
