"""Drawings, pictures and embedded objects: the text boxes in them, and what cannot be read."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from budgetlint.document import Position, Unread
from budgetlint.lang import say
from budgetlint.readers.docx_xml import W, integer, text_boxes

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DATA = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
_EMU_PER_POINT = 12_700
_LARGE_WIDTH = 8 * 360_000
_LARGE_HEIGHT = 4 * 360_000
"""8 cm by 4 cm: logos, stamps and signatures are smaller, scanned pages and tables larger."""
_POINTS = re.compile(r"(?:^|;)\s*(width|height):\s*([0-9]+(?:\.[0-9]+)?)pt")

_REASONS = {
    "picture": ("图片", "图片中的文字未检查"),
    "chart": ("图表", "图表中的数据未检查"),
    "diagram": ("SmartArt 图形", "图形中的文字未检查"),
    "object": ("嵌入的对象（如 Excel 表格）", "对象中的内容未检查，请改为 Word 表格"),
    "formula": ("公式", "公式的内容未检查"),
    "import": ("引用的外部内容", "这些内容未检查，请用 Word 打开并另存后再检查"),
}


@dataclass
class Graphics:
    """What the drawings of one paragraph hold."""

    boxes: list[Element] = field(default_factory=list)
    found: dict[str, int] = field(default_factory=dict)
    large: int = 0
    """Pictures large enough to hold a page or a table."""

    def note(self, kind: str) -> None:
        """Count one more of a kind."""
        self.found[kind] = self.found.get(kind, 0) + 1


def look_at(element: Element, graphics: Graphics) -> None:
    """Note what a ``w:drawing``, ``w:pict`` or ``w:object`` holds."""
    boxes = list(text_boxes(element))
    if boxes:
        graphics.boxes += boxes
        return
    kind = _kind(element)
    if kind:
        graphics.note(kind)
        graphics.large += kind == "picture" and _is_large(element)


def _kind(element: Element) -> str | None:
    if element.tag == W + "object":
        ole = next(element.iter(_OLE), None)
        program = "" if ole is None else ole.get("ProgID", "")
        return "formula" if program.startswith("Equation") else "object"
    data = next(element.iter(_DATA), None)
    if data is None:
        return "picture" if next(element.iter(_IMAGE), None) is not None else None
    uri = data.get("uri", "")
    if "chart" in uri:
        return "chart"
    return next((kind for kind in ("diagram", "picture") if uri.endswith("/" + kind)), None)


def _is_large(element: Element) -> bool:
    extent = next(element.iter(_EXTENT), None)
    if extent is not None:
        width, height = (float(integer(extent.get(name), 0) or 0) for name in ("cx", "cy"))
    else:
        image = next(element.iter(_IMAGE), None)
        shape = None if image is None else image.getparent()
        sizes = dict(_POINTS.findall("" if shape is None else shape.get("style", "")))
        width, height = (
            float(sizes.get(name, "0")) * _EMU_PER_POINT for name in ("width", "height")
        )
    return width >= _LARGE_WIDTH and height >= _LARGE_HEIGHT


class UnreadParts:
    """Counts what could not be read, to say each kind once with its first place."""

    def __init__(self) -> None:
        self._count: Counter[str] = Counter()
        self._first: dict[str, Position] = {}
        self._small: list[Position] = []
        self._others: list[Unread] = []

    def add(self, kind: str, place: Position, count: int = 1) -> None:
        """Note ``count`` unreadable things of a kind at ``place``."""
        self._count[kind] += count
        self._first.setdefault(kind, place)

    def say(self, reason: str, place: Position) -> None:
        """Note something in its own words."""
        self._others.append(Unread(reason, place))

    def note(self, graphics: Graphics, text: str, place: Position) -> None:
        """Note the graphics of a paragraph: pictures only where they are all that it holds."""
        for kind, count in graphics.found.items():
            if kind != "picture":
                self.add(kind, place, count)
            elif not text.strip() and not graphics.boxes:
                if graphics.large:
                    self.add(kind, place, graphics.large)
                self._small += [place] * (count - graphics.large)

    def result(self, *, nearly_empty: bool) -> tuple[Unread, ...]:
        """All of it in sentences; small pictures only where the document has nearly no text."""
        if nearly_empty:
            for place in self._small:
                self.add("picture", place)
        found = [
            Unread(_sentence(kind, self._count[kind], self._first[kind]), self._first[kind])
            for kind in _REASONS
            if self._count[kind]
        ]
        return (*found, *self._others)


def _sentence(kind: str, count: int, place: Position) -> str:
    name, reason = map(say, _REASONS[kind])
    if count == 1:
        return say("{where}有{name}，{reason}。", where=where(place), name=name, reason=reason)
    return say(
        "文档中有 {count} 处{name}（第一处在{where}），{reason}。",
        count=count,
        name=name,
        where=where(place),
        reason=reason,
    )


def where(place: Position) -> str:
    """A place in words."""
    if place.table is not None:
        table = "第 {table} 个表格"
        cell = "第 {table} 个表格第 {row} 行第 {column} 列"
        words = cell if place.row else table
        return say(words, table=place.table, row=place.row, column=place.col)
    if place.paragraph is not None:
        return say("第 {paragraph} 段", paragraph=place.paragraph)
    return say("正文")
