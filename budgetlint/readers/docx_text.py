"""The text of one paragraph: runs, fields, tracked changes, hidden text, symbols, page breaks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from budgetlint.document import Anchor, Position, Remark
from budgetlint.readers.docx_comments import CommentRanges
from budgetlint.readers.docx_fields import Fields
from budgetlint.readers.docx_graphics import Graphics, look_at
from budgetlint.readers.docx_xml import (
    ALTERNATE,
    RUN_PROPERTIES,
    SDT_CONTENT,
    W,
    chosen,
    switch,
    value,
)
from budgetlint.readers.symbols import sign

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    from budgetlint.readers.docx_styles import Styles

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TEXT = W + "t"
_DELETED_TEXT = W + "delText"
_STRUCTURES = tuple(
    _MATH + name
    for name in (
        "acc", "bar", "borderBox", "d", "eqArr", "f", "func", "groupChr", "limLow", "limUpp",
        "m", "nary", "phant", "rad", "sPre", "sSub", "sSubSup", "sSup",
    )
)  # fmt: skip
"""Formulas that do not read from left to right: a fraction's line would be lost."""
_BLANK = str.maketrans({"\n": " ", "\r": " ", "\u00ad": None})
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass
class Pages:
    """Counts pages by the breaks that Word left in the text; ``number`` is None without them."""

    number: int | None = None
    fresh: bool = field(default=False)
    """A page has just begun, and nothing was printed on it yet."""

    def rendered(self) -> None:
        """A break that Word rendered: after an explicit one it only repeats it."""
        if self.number is not None and not self.fresh:
            self.number += 1
        self.fresh = False

    def explicit(self) -> None:
        """A break that the author asked for."""
        if self.number is not None:
            self.number += 1
        self.fresh = True


@dataclass
class Line:
    """The text of one paragraph while it is collected."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    anchors: list[Anchor] = field(default_factory=list)
    graphics: Graphics = field(default_factory=Graphics)
    contents: bool = False
    """Some of it stands in the result of a table-of-contents field."""
    broken: bool = False
    """A page break came, and no text since."""

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.parts)

    def add(self, text: str, place: Position) -> None:
        """Append ``text`` that stands at ``place``."""
        if self.broken and self.length:
            self.parts.append("\n")
            self.length += 1
        self.broken = False
        if not self.anchors or self.anchors[-1].position is not place:
            self.anchors.append(Anchor(self.length, place))
        self.parts.append(text)
        self.length += len(text)


class Inline:
    """Walks the content of paragraphs in order and collects their text and remarks.

    Fields may reach over paragraphs, so one walker serves a whole story.
    """

    def __init__(self, styles: Styles, pages: Pages, unclosed: frozenset[Element]) -> None:
        self.remarks: list[Remark] = []
        self.references: dict[tuple[str, str], Position] = {}
        self.comments = CommentRanges()
        self.pages = pages
        self.place = Position()
        self._styles = styles
        self.fields = Fields(self._remember, unclosed)
        self._line = Line()
        self._style_hides = False
        self._hiding = False
        self._hidden: list[str] = []
        self._shown = 0
        self._handlers = self._all_handlers()

    def read(self, paragraph: Element, line: Line, *, hidden: bool) -> None:
        """Append the content of ``paragraph`` to ``line``; ``hidden`` is what its style says."""
        self._line = line
        self._style_hides = self._hiding = hidden
        self._turn()
        self._children(paragraph)
        swallowed = self.fields.end_paragraph()
        if swallowed:
            self._show(swallowed)
        self._flush_hidden()

    def dropped(self, element: Element) -> None:
        """Remember what a tracked deletion took away."""
        text = "".join(t.text or "" for t in element.iter(_TEXT, _DELETED_TEXT))
        if text:
            self.remarks.append(Remark("tracked-change", text, self.place))

    def stop_comment(self, element: Element) -> None:
        """Pass the end mark of a comment, inside a paragraph or after one."""
        self.comments.stop(element.get(W + "id", ""), self.place, self._line)

    def _children(self, element: Element) -> None:
        handlers = self._handlers
        for child in element:
            handler = handlers.get(child.tag)
            if handler is not None:
                handler(child)

    def _show(self, text: str) -> None:
        if self.fields.in_instruction:
            self.fields.write_text(text)
            return
        if self._hiding:
            self._hidden.append(text)
            return
        if self._hidden:
            self._flush_hidden()
        self._line.add(text, self.place)
        self._shown += 1
        self.pages.fresh = False
        if self.fields.in_contents:
            self._line.contents = True

    def _flush_hidden(self) -> None:
        text = "".join(self._hidden)
        self._hidden.clear()
        if text.strip():
            self.remarks.append(Remark("hidden-text", text, self.place))

    def _turn(self) -> None:
        if self.pages.number != self.place.page:
            self.place = replace(self.place, page=self.pages.number)

    def _run(self, run: Element) -> None:
        properties = run.find(RUN_PROPERTIES)
        if properties is None:
            self._hiding = self._style_hides
        else:
            hidden = switch(properties, W + "vanish")
            if hidden is None:
                hidden = self._styles.hidden(value(properties, W + "rStyle"))
            self._hiding = self._style_hides if hidden is None else hidden
        self._children(run)
        self._hiding = self._style_hides

    def _text(self, element: Element) -> None:
        text = element.text
        if not text:
            return
        if element.get(_PRESERVE) != "preserve":
            text = text.strip(" \t\r\n")
        text = text.translate(_BLANK)
        if text:
            self._show(text)

    def _break(self, element: Element) -> None:
        kind = element.get(W + "type")
        if kind == "page":
            self.pages.explicit()
            self._turn()
        if kind in {"page", "column"}:
            self._line.broken = True
        else:
            self._show("\n")

    def _rendered_break(self, _: Element) -> None:
        self.pages.rendered()
        self._turn()

    def _symbol(self, element: Element) -> None:
        try:
            code = int(element.get(W + "char", ""), 16)
        except ValueError:
            return
        shown = sign(element.get(W + "font", ""), code)
        if shown is None and (0x20 <= code < 0xD800 or 0xE000 <= code <= 0xFFFD):
            shown = chr(code)
        if shown:
            self._show(shown)

    def _kept(self, element: Element) -> None:
        start = len(self._line.parts)
        self._children(element)
        text = "".join(self._line.parts[start:])
        if text:
            self.remarks.append(Remark("tracked-change", text, self.place))

    def _control(self, element: Element) -> None:
        content = element.find(SDT_CONTENT)
        if content is not None:
            self._children(content)

    def _ruby(self, element: Element) -> None:
        base = element.find(W + "rubyBase")
        if base is not None:
            self._children(base)

    def _alternate(self, element: Element) -> None:
        branch = chosen(element)
        if branch is not None:
            self._children(branch)

    def _simple_field(self, element: Element) -> None:
        code = (element.get(W + "instr") or "").strip()
        if code:
            self._remember(code)
        self._children(element)

    def _field_mark(self, element: Element) -> None:
        sign = self.fields.mark(element, self._shown)
        if sign:
            self._show(sign)

    def _instruction(self, element: Element) -> None:
        self.fields.write(element.text or "")

    def _remember(self, instruction: str) -> None:
        self.remarks.append(Remark("field-instruction", instruction, self.place))

    def _graphic(self, element: Element) -> None:
        if not self._hiding:
            look_at(element, self._line.graphics)

    def _formula(self, element: Element) -> None:
        if next(element.iter(*_STRUCTURES), None) is not None:
            self._line.graphics.note("formula")
        else:
            text = "".join(t.text or "" for t in element.iter(_MATH + "t"))
            if text:
                self._show(text)

    def _reference(self, element: Element) -> None:
        kind = element.tag.rsplit("}", 1)[-1].removesuffix("Reference")
        self.references.setdefault((kind, element.get(W + "id", "")), self.place)

    def _comment_start(self, element: Element) -> None:
        self.comments.start(element.get(W + "id", ""), self.place, self._line)

    def _comment_sign(self, element: Element) -> None:
        self.comments.refer(element.get(W + "id", ""), self.place)

    def _constant(self, text: str) -> Callable[[Element], None]:
        return lambda _: self._show(text)

    def _all_handlers(self) -> dict[str, Callable[[Element], None]]:
        """What to do with each element; those not named hold no text of the document."""
        by_name: dict[str, Callable[[Element], None]] = {
            "r": self._run,
            "t": self._text,
            "tab": self._constant("\t"),
            "ptab": self._constant("\t"),
            "cr": self._constant("\n"),
            "noBreakHyphen": self._constant("-"),
            "br": self._break,
            "lastRenderedPageBreak": self._rendered_break,
            "sym": self._symbol,
            "ins": self._kept,
            "moveTo": self._kept,
            "del": self.dropped,
            "moveFrom": self.dropped,
            "hyperlink": self._children,
            "smartTag": self._children,
            "customXml": self._children,
            "dir": self._children,
            "bdo": self._children,
            "sdt": self._control,
            "ruby": self._ruby,
            "fldSimple": self._simple_field,
            "fldChar": self._field_mark,
            "instrText": self._instruction,
            "drawing": self._graphic,
            "pict": self._graphic,
            "object": self._graphic,
            "footnoteReference": self._reference,
            "endnoteReference": self._reference,
            "commentRangeStart": self._comment_start,
            "commentRangeEnd": self.stop_comment,
            "commentReference": self._comment_sign,
        }
        handlers = {W + name: handler for name, handler in by_name.items()}
        handlers[ALTERNATE] = self._alternate
        handlers[_MATH + "oMath"] = handlers[_MATH + "oMathPara"] = self._formula
        return handlers
