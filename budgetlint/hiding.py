"""Hiding personal data in findings: a report may be passed on where the document may not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar, cast

from budgetlint.disclosure.personal_numbers import personal_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Finding
    from budgetlint.location import Location

T = TypeVar("T")

_MARK = "*"
_SHOWN = (3, 2)
_SHOWN_OF_SHORT = (1, 1)
_SHORT = 11
_SHORTEST_PIECE = 4


def hidden(printed: str) -> str:
    """A number or address with its middle hidden, as long as it is."""
    before, after = _SHOWN if len(printed) >= _SHORT else _SHOWN_OF_SHORT
    return printed[:before] + _MARK * (len(printed) - before - after) + printed[-after:]


class Mask:
    """Hides what is known to be personal wherever it stands in a text, numbers also where the text
    cuts them.

    The text keeps its length, so that places in it stay right.
    """

    def __init__(self, numbers: Iterable[str]) -> None:
        self._numbers = sorted(set(numbers), key=len, reverse=True)

    def __bool__(self) -> bool:
        return bool(self._numbers)

    def __call__(self, text: T) -> T:
        """The text masked; what is no text, which rules of others may give, as it is."""
        return cast("T", self._masked(text)) if isinstance(text, str) else text

    def _masked(self, text: str) -> str:
        for number in self._numbers:
            if number in text:
                text = text.replace(number, hidden(number))
            if number.isascii():
                text = _without_pieces(text, number)
        return text


def _without_pieces(text: str, number: str) -> str:
    """The text without the beginning of a number at its end, or the end of one at its beginning."""
    shown = hidden(number)
    for cut in range(len(number) - 1, _SHORTEST_PIECE - 1, -1):
        if text.endswith(number[:cut]):
            text = text[:-cut] + shown[:cut]
        if text.startswith(number[-cut:]):
            text = shown[-cut:] + text[cut:]
    return text


def hide_personal(disclosure: Disclosure, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, of whatever rule, with the numbers and addresses of persons masked."""
    mask = Mask(_printed(disclosure)) if findings else Mask(())
    return [_masked(finding, mask) for finding in findings] if mask else list(findings)


def _printed(disclosure: Disclosure) -> Iterator[str]:
    """What is personal in a document, its comments and hidden text included."""
    yield from (mention.printed for mention in disclosure.personal if mention.printed)
    for remark in disclosure.document.remarks:
        text = "".join(remark.text.split())
        yield from (text[found.start : found.end] for found in personal_numbers(text))


def _masked(finding: Finding, mask: Mask) -> Finding:
    return replace(
        finding,
        message=mask(finding.message),
        expected=mask(finding.expected),
        actual=mask(finding.actual),
        subject=mask(finding.subject),
        location=_location(finding.location, mask),
        related=tuple(_location(place, mask) for place in finding.related),
    )


def _location(place: Location, mask: Mask) -> Location:
    table = place.table and replace(place.table, title=mask(place.table.title))
    return replace(
        place,
        text=mask(place.text),
        section=mask(place.section),
        key=mask(place.key),
        row_label=mask(place.row_label),
        column_label=mask(place.column_label),
        table=table,
    )
