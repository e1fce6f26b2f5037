"""What the comments of a Word document are about: from where to where, and which words.

Marks stand inside paragraphs or between them; in a thread each answer has marks of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.document import NOWHERE, Position

if TYPE_CHECKING:
    from budgetlint.readers.docx_text import Line

_LONGEST = 200
"""Characters; who marks more than that means no single word or amount."""


@dataclass(slots=True)
class Commented:
    """From where to where a comment reaches, and its words where these stand in one paragraph."""

    start: Position
    end: Position = NOWHERE
    words: str = ""


_NOTHING = Commented(NOWHERE)


@dataclass(slots=True)
class _Begun:
    line: Line
    parts: int
    length: int


class CommentRanges:
    """Follows the marks of comments through a story; the first mark of each kind counts."""

    def __init__(self) -> None:
        self._found: dict[str, Commented] = {}
        self._begun: dict[str, _Begun] = {}
        self._waiting: list[str] = []

    def of(self, number: str) -> Commented:
        """What the comment with this id is about."""
        return self._found.get(number, _NOTHING)

    def start_between(self, number: str) -> None:
        """A comment begins between two blocks: at the next paragraph."""
        self._waiting.append(number)

    def enter(self, place: Position) -> None:
        """A paragraph begins at ``place``."""
        for number in self._waiting:
            self._found.setdefault(number, Commented(place))
        self._waiting.clear()

    def start(self, number: str, place: Position, line: Line) -> None:
        """A comment begins inside a paragraph, after what ``line`` holds by now."""
        if number not in self._found:
            self._found[number] = Commented(place)
            self._begun[number] = _Begun(line, len(line.parts), line.length)

    def refer(self, number: str, place: Position) -> None:
        """The sign of a comment stands at ``place``; it tells where one without marks belongs."""
        self._found.setdefault(number, Commented(place))

    def stop(self, number: str, place: Position, line: Line) -> None:
        """A comment ends at ``place``, after what ``line`` holds by now."""
        found = self._found.get(number)
        if found is None or found.end != NOWHERE:
            return
        found.end = place
        begun = self._begun.pop(number, None)
        if begun and begun.line is line and line.length - begun.length <= _LONGEST:
            found.words = "".join(line.parts[begun.parts :]).strip()
