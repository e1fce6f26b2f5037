"""Text with styles, so light that a report for a pipe needs no terminal library."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[str, str]
"""Some text and its style in the words of rich (``bold red``), or ""."""


@dataclass(frozen=True)
class Line:
    """A line of styled text. Nothing in it is ever taken for markup."""

    spans: tuple[Span, ...] = ()

    @staticmethod
    def of(*parts: Line | str | Span) -> Line:
        """A line put together from lines, plain strings and styled ones."""
        spans: list[Span] = []
        for part in parts:
            if isinstance(part, Line):
                spans += part.spans
            else:
                spans.append((part, "") if isinstance(part, str) else part)
        return Line(tuple(span for span in spans if span[0]))

    @property
    def plain(self) -> str:
        """The text without its styles."""
        return "".join(text for text, _ in self.spans)

    def cut(self, start: int, end: int) -> Line:
        """The characters from ``start`` to before ``end``."""
        spans = []
        for text, style in self.spans:
            spans.append((text[max(0, start) : max(0, end)], style))
            start, end = start - len(text), end - len(text)
        return Line.of(*spans)

    def under(self, style: str) -> Line:
        """The line with ``style`` wherever it has none."""
        return Line(tuple((text, own or style) for text, own in self.spans))
