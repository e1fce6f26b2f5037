"""Runs the content of a page: which characters, rules, areas and pictures it paints, and where.

pdfminer's own interpreter spends most of its time on cutting the content into tokens. Here a
regular expression takes the numbers before an operator and the operator at once, and what
paints neither text nor lines is passed over.

All places are in points on the page as it is displayed, from its upper left corner, y growing
downwards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfminer.psparser import PSLiteral

from budgetlint.readers.errors import UNSAFE, ReadError

if TYPE_CHECKING:
    from collections.abc import Callable

    from budgetlint.readers.pdf_file import Box, PdfPage
    from budgetlint.readers.pdf_fonts import Font, Fonts

Matrix = tuple[float, float, float, float, float, float]
Path = list[list["tuple[float, float] | None"]]

MAX_OPERATORS = 10_000_000
"""Operators in a whole file; a page of a real document has a few thousand."""
MAX_MARKS = 250_000
"""Characters, and rules, on one page."""
_MAX_DEPTH = 12
_MAX_STATES = 256
_THIN = 3.5
_THICK = 6.0
_INVISIBLE = (3, 7)
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_TOKEN = re.compile(
    rb"([-+.\d\s\0]*+)"
    rb"(?:([A-Za-z'\"*]+)"  # 2: an operator
    rb"|<([0-9A-Fa-f\s]*+)>"  # 3: a string in hexadecimal digits
    rb"|\(((?:[^()\\]|\\.)*+)\)"  # 4: a string without brackets inside
    rb"|/([^\s\0()<>\[\]{}/%]*+)"  # 5: a name
    rb"|(<<|>>|.))",  # 6: brackets, and what else there may be
    re.DOTALL,
)
_NUMBER = re.compile(rb"[-+]?(?:\d+\.?\d*|\.\d+)")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_LINE_END = re.compile(rb"[\r\n]|$")
_IMAGE_END = re.compile(rb"\sEI(?=[\s\0]|$)")


class Glyph(NamedTuple):
    """A character: from ``x0`` to ``x1`` on the baseline ``y``. ``run`` counts the text objects."""

    x0: float
    x1: float
    y: float
    size: float
    text: str
    font: str
    run: int


class Rule(NamedTuple):
    """A straight rule at ``at``, from ``start`` to ``end`` along the other axis."""

    at: float
    start: float
    end: float


@dataclass
class Marks:
    """What a page paints.

    ``glyphs`` are by the direction of writing: to the right, down, to the left, up; each set in
    its own frame, turned so that the text is upright. ``slanted`` is text in other directions,
    ``pale`` are white characters, ``areas`` the filled areas that are not white.
    """

    glyphs: tuple[list[Glyph], ...] = field(default_factory=lambda: ([], [], [], []))
    horizontal: list[Rule] = field(default_factory=list)
    vertical: list[Rule] = field(default_factory=list)
    areas: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    pale: list[Glyph] = field(default_factory=list)
    slanted: list[str] = field(default_factory=list)
    shapes: int = 0
    invisible: int = 0


def multiplied(m: Matrix, n: Matrix) -> Matrix:
    """The matrix that does ``m`` and then ``n``."""
    a, b, c, d, e, f = m
    p, q, r, s, t, u = n
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


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
        self._handlers: dict[bytes, tuple[Callable[..., None], int]] = {
            b"q": (self._save, 0),
            b"Q": (self._restore, 0),
            b"cm": (self._concatenate, 6),
            b"w": (self._line_width, 1),
            b"m": (self._move, 2),
            b"l": (self._line, 2),
            b"c": (self._curve, 6),
            b"v": (self._curve_from_here, 4),
            b"y": (self._curve_to_end, 4),
            b"h": (self._close, 0),
            b"re": (self._rectangle, 4),
            b"S": (self._stroke, 0),
            b"s": (self._close_and_stroke, 0),
            b"f": (self._fill, 0),
            b"F": (self._fill, 0),
            b"f*": (self._fill, 0),
            b"B": (self._stroke, 0),
            b"B*": (self._stroke, 0),
            b"b": (self._close_and_stroke, 0),
            b"b*": (self._close_and_stroke, 0),
            b"n": (self._end_path, 0),
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
        }

    def run(self, page: PdfPage) -> Marks:
        """Everything that a page paints."""
        self._marks = Marks()
        self._ctm, self._width, self._height = displayed(page)
        self._line_size = 1.0
        self._font: Font | None = None
        self._size = 0.0
        self._spacing = self._words = self._leading = self._rise = 0.0
        self._stretch = 1.0
        self._mode = 0
        self._white = False
        self._states: list[tuple[Any, ...]] = []
        self._path: Path = []
        self._inside: list[int] = []
        self._run = 0
        self._begin_text()
        self._execute(b"\n".join(s.get_data() for s in page.streams), page.resources)
        return self._marks

    def _execute(self, data: bytes, resources: dict[Any, Any]) -> None:
        outer = getattr(self, "_resources", {})
        self._resources = resources
        operands: list[Any] = []
        opened: list[int] = []
        handlers, token = self._handlers, _TOKEN.match
        position = 0
        while (match := token(data, position)) is not None:
            position = match.end()
            numbers = match[1]
            if numbers and not numbers.isspace():
                operands += _numbers(numbers)
            kind = match.lastindex
            if kind == 2:
                word = match[2]
                self._operators_left -= 1
                handler = handlers.get(word)
                if handler is not None:
                    function, count = handler
                    if len(operands) >= count:
                        try:  # noqa: SIM105 (a context manager for each would cost too much)
                            function(*operands[len(operands) - count :])
                        except (TypeError, ValueError, OverflowError):
                            pass  # a malformed operator is passed over, as viewers do
                elif word == b"ID":
                    position = self._inline_image(data, position)
                if not opened:
                    operands.clear()
                if self._operators_left < 0:
                    raise _excessive()
            elif kind == 3:
                operands.append(_hexadecimal(match[3]))
            elif kind == 4:
                text = match[4]
                operands.append(_unescaped(text) if b"\\" in text else text)
            elif kind == 5:
                operands.append(match[5].decode("latin1"))
            else:
                position = self._bracket(match[6], data, position, operands, opened)
        self._resources = outer

    def _bracket(
        self, sign: bytes, data: bytes, position: int, operands: list[Any], opened: list[int]
    ) -> int:
        """Open or close an array or dictionary, or pass over what is none; where to go on."""
        if sign in (b"[", b"<<"):
            opened.append(len(operands))
        elif sign in (b"]", b">>"):
            if opened:
                start = opened.pop()
                operands[start:] = [operands[start:]]
        elif sign == b"%":
            end = _LINE_END.search(data, position)
            return end.end() if end else len(data)
        elif sign == b"(":
            text, position = _nested_string(data, position)
            operands.append(text)
        return position

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

    def _move(self, x: float, y: float) -> None:
        self._path.append([(x + 0.0, y + 0.0)])

    def _line(self, x: float, y: float) -> None:
        if self._path:
            self._path[-1].append((x + 0.0, y + 0.0))

    def _curve(self, *points: float) -> None:
        """A curve counts as a line where its control points lie on one."""
        if not self._path:
            return
        xs, ys = points[0::2], points[1::2]
        last = self._path[-1][-1]
        start = (xs[0], ys[0]) if last is None else last
        flat = max(*xs, start[0]) == min(*xs, start[0]) or max(*ys, start[1]) == min(*ys, start[1])
        if not flat:
            self._path[-1].append(None)
        self._path[-1].append((xs[-1] + 0.0, ys[-1] + 0.0))

    def _curve_from_here(self, *points: float) -> None:
        self._curve(*points)

    def _curve_to_end(self, *points: float) -> None:
        self._curve(*points)

    def _close(self) -> None:
        if self._path:
            self._path[-1].append(self._path[-1][0])

    def _rectangle(self, x: float, y: float, width: float, height: float) -> None:
        right, top = x + width, y + height
        self._path.append([(x + 0.0, y + 0.0), (right, y), (right, top), (x, top), (x, y)])

    def _end_path(self) -> None:
        self._path = []

    def _close_and_stroke(self) -> None:
        self._close()
        self._stroke()

    def _stroke(self) -> None:
        a, b, c, d, e, f = self._ctm
        thick = self._line_size * max(abs(a) + abs(b), abs(c) + abs(d)) > _THICK
        for subpath in self._path:
            if thick:
                continue
            before: tuple[float, float] | None = None
            for point in subpath:
                if point is None:
                    before = None
                    continue
                x, y = point
                here = (a * x + c * y + e, b * x + d * y + f)
                if before is not None:
                    self._rule(before, here)
                before = here
        self._marks.shapes += len(self._path)
        self._path = []

    def _fill(self) -> None:
        a, b, c, d, e, f = self._ctm
        for subpath in self._path:
            points = [(a * p[0] + c * p[1] + e, b * p[0] + d * p[1] + f) for p in subpath if p]
            xs, ys = [x for x, _ in points], [y for _, y in points]
            x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
            if min(x1 - x0, y1 - y0) <= _THIN:
                middle = ((x0 + x1) / 2, (y0 + y1) / 2)
                if x1 - x0 >= y1 - y0:
                    self._rule((x0, middle[1]), (x1, middle[1]))
                else:
                    self._rule((middle[0], y0), (middle[0], y1))
            elif not self._white and len(self._marks.areas) < MAX_MARKS:
                self._marks.areas.append((x0, y0, x1, y1))
        self._marks.shapes += len(self._path)
        self._path = []

    def _rule(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        (x0, y0), (x1, y1) = start, end
        across, down = abs(x1 - x0), abs(y1 - y0)
        if down <= 0.02 * across + 0.3:
            rules, at, low, high = self._marks.horizontal, (y0 + y1) / 2, x0, x1
            limit, length = self._height, self._width
        elif across <= 0.02 * down + 0.3:
            rules, at, low, high = self._marks.vertical, (x0 + x1) / 2, y0, y1
            limit, length = self._width, self._height
        else:
            return
        if low > high:
            low, high = high, low
        if -_THIN <= at <= limit + _THIN and high >= 0 and low <= length:
            if len(rules) >= MAX_MARKS:
                raise _excessive()
            rules.append(Rule(at, max(low, 0.0), min(high, length)))

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
            self._direction = 4

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
        height = abs(size) * (c * c + d * d) ** 0.5
        unit, origin, base = _frame(direction, a, b, x, y)
        out = self._target(direction)
        if len(out) > MAX_MARKS:
            raise _excessive()
        for shown in self._font.show(text):
            wide = shown.width * size * stretch
            if not shown.text.isspace():
                start = origin + shift * unit
                out.append(Glyph(start, start + wide * unit, base, height, shown.text, name, run))
            shift += wide + (spacing + words if shown.is_space else spacing) * stretch
        self._shift = shift
        if direction == 4:
            self._marks.slanted += [glyph.text for glyph in out]

    def _target(self, direction: int) -> list[Glyph]:
        """Where the next characters go: not all of them are text to be read."""
        if self._mode in _INVISIBLE:
            self._marks.invisible += 1
            return []
        if direction == 4:
            return []
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
        state, states, path = self._state(), self._states, self._path
        self._states, self._path = [], []
        matrix = resolve1(form.get("Matrix"))
        if isinstance(matrix, list) and len(matrix) == 6:
            self._concatenate(*map(resolve1, matrix))
        resources = resolve1(form.get("Resources"))
        self._execute(
            form.get_data(), resources if isinstance(resources, dict) else self._resources
        )
        self._states, self._path = states, path
        self._set_state(state)

    def _inline_image(self, data: bytes, position: int) -> int:
        self._picture()
        end = _IMAGE_END.search(data, position)
        return end.end() if end else len(data)

    def _picture(self) -> None:
        a, b, c, d, e, f = self._ctm
        xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
        if len(self._marks.pictures) < MAX_MARKS:
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


def _excessive() -> ReadError:
    return ReadError(
        UNSAFE,
        "PDF 的页面内容异常庞大，不像一份公开文件，没有读取；请用 Word 或 WPS 重新导出后再检查。",
    )


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
    if found.isdigit() and found[:1] < b"8":
        return bytes((int(found, 8) & 255,))
    if found in (b"\n", b"\r", b"\r\n"):
        return b""
    return _ESCAPED.get(found, found)


def _nested_string(data: bytes, start: int) -> tuple[bytes, int]:
    """A string with brackets inside it, after its opening bracket; and where it ends."""
    depth, at = 1, start
    while at < len(data):
        sign = data[at]
        if sign == 0x5C:
            at += 1
        elif sign == 0x28:
            depth += 1
        elif sign == 0x29:
            depth -= 1
            if not depth:
                break
        at += 1
    return _unescaped(data[start:at]), at + 1
