"""Runs the content of a page: which characters, rules, areas and pictures it paints, and where.

What paints neither text nor lines is passed over. What is painted is noted at the place where
the page as displayed has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfminer.psparser import PSLiteral

from budgetlint.readers.pdf_marks import MAX_MARKS, Glyph, Marks, excessive, multiplied
from budgetlint.readers.pdf_paths import Path
from budgetlint.readers.pdf_tokens import operations

if TYPE_CHECKING:
    from collections.abc import Callable

    from budgetlint.readers.pdf_file import PdfPage
    from budgetlint.readers.pdf_fonts import Font, Fonts
    from budgetlint.readers.pdf_marks import Matrix

MAX_OPERATORS = 5_000_000
"""Operators in a whole file; a page of a real document has a few thousand."""
MAX_GLYPHS = 3_000_000
"""Characters in a whole file; a page of a real document has about a thousand."""
MAX_CONTENT = 128 * 1024 * 1024
"""Bytes of content in a whole file, forms counted as often as they are painted."""
_MAX_PICTURES = 200
_MAX_DEPTH = 12
_MAX_STATES = 256
_SLANTED = 4
_INVISIBLE = (3, 7)


def displayed(page: PdfPage) -> tuple[Matrix, float, float]:
    """The matrix from a page's own coordinates to those of its display; its width and height."""
    x0, y0, x1, y1 = page.box
    width, height = x1 - x0, y1 - y0
    if page.rotation == 90:
        return (0.0, 1.0, 1.0, 0.0, -y0, -x0), height, width
    if page.rotation == 180:
        return (-1.0, 0.0, 0.0, 1.0, x1, -y0), width, height
    if page.rotation == 270:
        return (0.0, -1.0, -1.0, 0.0, y1, x1), height, width
    return (1.0, 0.0, 0.0, -1.0, -x0, y1), width, height


class Interpreter:
    """Runs the content of the pages of one document."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._operators_left = MAX_OPERATORS
        self._glyphs_left = MAX_GLYPHS
        self._content_left = MAX_CONTENT
        self._resources: dict[Any, Any] = {}
        self._path = path = Path()
        self._handlers: dict[bytes, tuple[Callable[..., None], int]] = {
            b"q": (self._save, 0),
            b"Q": (self._restore, 0),
            b"cm": (self._concatenate, 6),
            b"w": (self._line_width, 1),
            b"m": (path.move, 2),
            b"l": (path.line, 2),
            b"c": (path.curve, 6),
            b"v": (path.curve, 4),
            b"y": (path.curve, 4),
            b"h": (path.close, 0),
            b"re": (path.rectangle, 4),
            b"S": (self._stroke, 0),
            b"s": (self._close_and_stroke, 0),
            b"f": (self._fill, 0),
            b"F": (self._fill, 0),
            b"f*": (self._fill, 0),
            b"B": (self._fill_and_stroke, 0),
            b"B*": (self._fill_and_stroke, 0),
            b"b": (self._close_fill_and_stroke, 0),
            b"b*": (self._close_fill_and_stroke, 0),
            b"n": (path.clear, 0),
            b"g": (self._gray, 1),
            b"rg": (self._rgb, 3),
            b"k": (self._cmyk, 4),
            b"sc": (self._no_colour, 0),
            b"scn": (self._no_colour, 0),
            b"cs": (self._no_colour, 0),
            b"BT": (self._begin_text, 0),
            b"Tc": (self._character_spacing, 1),
            b"Tw": (self._word_spacing, 1),
            b"Tz": (self._scale, 1),
            b"TL": (self._set_leading, 1),
            b"Tf": (self._set_font, 2),
            b"Tr": (self._render_mode, 1),
            b"Ts": (self._set_rise, 1),
            b"Td": (self._next_line_by, 2),
            b"TD": (self._next_line_with_leading, 2),
            b"Tm": (self._text_matrix, 6),
            b"T*": (self._next_line, 0),
            b"Tj": (self._show, 1),
            b"TJ": (self._show_spaced, 1),
            b"'": (self._show_on_next_line, 1),
            b'"': (self._show_with_spacing, 3),
            b"Do": (self._paint_object, 1),
            b"ID": (self._picture, 0),
        }

    def run(self, page: PdfPage) -> Marks:
        """Everything that a page paints."""
        self._ctm, width, height = displayed(page)
        self._marks = Marks(width, height)
        self._path.clear()
        self._line_size = 1.0
        self._font: Font | None = None
        self._size = 0.0
        self._spacing = self._words = self._leading = self._rise = 0.0
        self._stretch = 1.0
        self._mode = 0
        self._white = False
        self._states: list[tuple[Any, ...]] = []
        self._inside: list[int] = []
        self._run = 0
        self._begin_text()
        self._execute(b"\n".join(s.get_data() for s in page.streams), page.resources)
        return self._marks

    def _execute(self, data: bytes, resources: dict[Any, Any]) -> None:
        self._content_left -= len(data)
        if self._content_left < 0:
            raise excessive()
        outer, self._resources = self._resources, resources
        handlers = self._handlers
        for word, operands in operations(data):
            self._operators_left -= 1
            handler = handlers.get(word)
            if handler is not None:
                function, count = handler
                if len(operands) >= count:
                    try:  # noqa: SIM105 (a context manager for each would cost too much)
                        function(*operands[len(operands) - count :])
                    except (TypeError, ValueError, OverflowError):
                        pass  # a malformed operator is passed over, as viewers do
            if self._operators_left < 0:
                raise excessive()
        self._resources = outer

    # Graphics state

    def _save(self) -> None:
        if len(self._states) < _MAX_STATES:
            self._states.append(self._state())

    def _state(self) -> tuple[Any, ...]:
        return (
            self._ctm, self._line_size, self._font, self._size, self._spacing, self._words,
            self._stretch, self._leading, self._rise, self._mode, self._white,
        )  # fmt: skip

    def _restore(self) -> None:
        if self._states:
            self._set_state(self._states.pop())

    def _set_state(self, state: tuple[Any, ...]) -> None:
        (
            self._ctm, self._line_size, self._font, self._size, self._spacing, self._words,
            self._stretch, self._leading, self._rise, self._mode, self._white,
        ) = state  # fmt: skip

    def _concatenate(self, *matrix: float) -> None:
        a, b, c, d, e, f = matrix
        self._ctm = multiplied((a, b, c, d, e, f), self._ctm)

    def _line_width(self, width: float) -> None:
        self._line_size = width + 0.0

    def _gray(self, gray: float) -> None:
        self._white = gray >= 1

    def _rgb(self, *colour: float) -> None:
        self._white = min(colour) >= 1

    def _cmyk(self, *colour: float) -> None:
        self._white = max(colour) <= 0

    def _no_colour(self) -> None:
        """In other colour spaces the numbers alone do not tell whether a colour is white."""
        self._white = False

    # Paths

    def _stroke(self) -> None:
        self._path.stroke(self._ctm, self._line_size, self._marks)
        self._path.clear()

    def _close_and_stroke(self) -> None:
        self._path.close()
        self._stroke()

    def _fill(self) -> None:
        self._path.fill(self._ctm, self._marks, white=self._white)
        self._path.clear()

    def _fill_and_stroke(self) -> None:
        self._path.fill(self._ctm, self._marks, white=self._white)
        self._stroke()

    def _close_fill_and_stroke(self) -> None:
        self._path.close()
        self._fill_and_stroke()

    # Text

    def _begin_text(self) -> None:
        self._run += 1
        self._set_text_matrix(self._ctm)

    def _text_matrix(self, *matrix: float) -> None:
        a, b, c, d, e, f = matrix
        self._set_text_matrix(multiplied((a, b, c, d, e, f), self._ctm))

    def _set_text_matrix(self, matrix: Matrix) -> None:
        """From text to display; the frame of a direction turns the page until text is upright."""
        a, b, _, _, self._x, self._y = self._matrix = matrix
        self._shift = 0.0
        if abs(b) <= 0.05 * abs(a):
            self._direction = 0 if a > 0 else 2
        elif abs(a) <= 0.05 * abs(b):
            self._direction = 1 if b > 0 else 3
        else:
            self._direction = _SLANTED

    def _character_spacing(self, space: float) -> None:
        self._spacing = space + 0.0

    def _word_spacing(self, space: float) -> None:
        self._words = space + 0.0

    def _scale(self, percent: float) -> None:
        self._stretch = percent / 100

    def _set_leading(self, leading: float) -> None:
        self._leading = leading + 0.0

    def _set_font(self, name: str, size: float) -> None:
        self._size = size + 0.0
        fonts = resolve1(self._resources.get("Font"))
        self._font = self._fonts.font(fonts.get(name) if isinstance(fonts, dict) else None)

    def _render_mode(self, mode: float) -> None:
        self._mode = int(mode)

    def _set_rise(self, rise: float) -> None:
        self._rise = rise + 0.0

    def _next_line_by(self, x: float, y: float) -> None:
        a, b, c, d, _, _ = self._matrix
        self._x += x * a + y * c
        self._y += x * b + y * d
        self._shift = 0.0

    def _next_line_with_leading(self, x: float, y: float) -> None:
        self._leading = -y
        self._next_line_by(x, y)

    def _next_line(self) -> None:
        self._next_line_by(0.0, -self._leading)

    def _show_on_next_line(self, text: bytes) -> None:
        self._next_line()
        self._show(text)

    def _show_with_spacing(self, words: float, characters: float, text: bytes) -> None:
        self._words, self._spacing = words + 0.0, characters + 0.0
        self._show_on_next_line(text)

    def _show_spaced(self, parts: list[Any]) -> None:
        unit = self._size * self._stretch / 1000
        for part in parts:
            if isinstance(part, bytes):
                self._show(part)
            else:
                self._shift -= part * unit

    def _show(self, text: bytes) -> None:
        """Note the characters of a string, each in the frame of its direction."""
        if self._font is None:
            return
        a, b, c, d, _, _ = self._matrix
        size, stretch, spacing, words = self._size, self._stretch, self._spacing, self._words
        x, y = self._x + self._rise * c, self._y + self._rise * d
        name, run, shift = self._font.name, self._run, self._shift
        direction = self._direction
        if size * stretch < 0 and direction != _SLANTED:
            direction = (direction + 2) % 4
        height = abs(size) * (c * c + d * d) ** 0.5
        unit, origin, base = _frame(direction, a, b, x, y)
        out = self._target(direction)
        self._glyphs_left -= len(text)
        if len(out) + len(text) > MAX_MARKS or self._glyphs_left < 0:
            raise excessive()
        for shown in self._font.show(text):
            wide = shown.width * size * stretch
            if not shown.text.isspace():
                start = origin + shift * unit
                out.append(Glyph(start, start + wide * unit, base, height, shown.text, name, run))
            shift += wide + (spacing + words if shown.is_space else spacing) * stretch
        self._shift = shift

    def _target(self, direction: int) -> list[Glyph]:
        """Where the next characters go: not all of them are text to be read."""
        if self._mode in _INVISIBLE:
            self._marks.invisible += 1
            return []
        if direction == _SLANTED:
            return self._marks.slanted
        if self._white and direction == 0:
            return self._marks.pale
        return self._marks.glyphs[direction]

    # Objects

    def _paint_object(self, name: str) -> None:
        objects = resolve1(self._resources.get("XObject"))
        reference = objects.get(name) if isinstance(objects, dict) else None
        found = resolve1(reference)
        if not isinstance(found, PDFStream):
            return
        subtype = resolve1(found.get("Subtype"))
        kind = subtype.name if isinstance(subtype, PSLiteral) else ""
        if kind == "Image":
            self._picture()
        elif kind == "Form":
            number = reference.objid if isinstance(reference, PDFObjRef) else id(found)
            if number not in self._inside and len(self._inside) < _MAX_DEPTH:
                self._inside.append(number)
                self._form(found)
                self._inside.pop()

    def _form(self, form: PDFStream) -> None:
        state, states = self._state(), self._states
        self._states = []
        matrix = resolve1(form.get("Matrix"))
        if isinstance(matrix, list) and len(matrix) == 6:
            self._concatenate(*map(resolve1, matrix))
        resources = resolve1(form.get("Resources"))
        self._execute(
            form.get_data(), resources if isinstance(resources, dict) else self._resources
        )
        self._states = states
        self._set_state(state)

    def _picture(self) -> None:
        a, b, c, d, e, f = self._ctm
        xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
        if len(self._marks.pictures) < _MAX_PICTURES:
            self._marks.pictures.append((min(xs), min(ys), max(xs), max(ys)))


def _frame(direction: int, a: float, b: float, x: float, y: float) -> tuple[float, float, float]:
    """In the frame of a direction: points for a unit of text, where text begins, its baseline."""
    if direction == 0:
        return a, x, y
    if direction == 1:
        return b, y, -x
    if direction == 2:
        return -a, -x, -y
    return -b, -y, x
