"""Slips of the pen: ``slips.toml``, and what is made of the terms in ``terms.toml``, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from budgetlint.taxonomy.data import tables_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SOUNDS = 5
"""From so many characters on a term with a character of the same sound is known for sure."""
_LONG = 6
"""From so many characters on a term with one too many or one too few is known for sure."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong form and the right one, in folded text.

    ``pattern`` finds the form where it is no plain text; ``before`` and ``after`` match what
    stands right beside it. In the words of ``unless`` the form is right. One with ``ending`` ends
    a heading or a cell. ``sure`` says that it is wrong wherever it is found; ``message`` is what
    the user has to say of it.
    """

    wrong: str
    right: str
    pattern: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    unless: tuple[str, ...] = ()
    ending: bool = False
    sure: bool = True
    message: str = ""


def expression(written: str) -> str | None:
    """The regular expression in ``/…/``; None for plain text."""
    is_one = len(written) > len("//") and written.startswith("/") and written.endswith("/")
    return written[1:-1] if is_one else None


@cache
def known_slips() -> tuple[Slip, ...]:
    """The slips known of this field, and the terms of the field with one character amiss."""
    return (*map(_slip, tables_of("slips.toml")["slips"]), *_misspelt_terms())


@cache
def doubled_words() -> tuple[Slip, ...]:
    """Words printed twice that never stand beside themselves."""
    data = tables_of("slips.toml")
    right = data["doubled-right"]
    words = (
        Slip(word * 2, word, unless=tuple(each for each in right if word * 2 in each), sure=sure)
        for key, sure in (("doubled-words", True), ("doubled-doubtful", False))
        for word in data[key]
    )
    return (*map(_slip, data["doubled"]), *words)


def _slip(data: dict[str, Any]) -> Slip:
    found = expression(data["wrong"])
    return Slip(
        wrong=data["wrong"],
        right=data["right"],
        pattern=re.compile(found) if found else None,
        before=re.compile(f"(?:{data['before']})$") if "before" in data else None,
        after=re.compile(data["after"]) if "after" in data else None,
        unless=tuple(data.get("unless", ())),
        ending=data.get("ending", False),
        sure=data.get("severity") != "info",
    )


def _misspelt_terms() -> Iterator[Slip]:
    """The terms with one character amiss, longest first, except for what is right itself."""
    data = tables_of("terms.toml")
    terms = sorted(data["terms"], key=len, reverse=True)
    others = _confused(data["confusable"])
    sounds = {group[0]: set(group[1:]) for group in data["alike"]}
    taken = {*terms, *data["right"]}
    text = "\n".join(terms)
    for term in terms:
        sure = {*_exchanged(term, others), *_swapped(term)}
        if len(term) >= _SOUNDS:
            sure |= {
                term[0] + wrong + term[-1] for wrong in _exchanged(term[1:-1], sounds)
            }  # the first and the last may belong to the words beside
        likely = set()
        if len(term) >= _LONG:
            sure |= set(_doubled(term))
            likely = set(_dropped(term)) - sure
        for wrong in sorted(sure | likely):
            if wrong not in taken and wrong not in text:
                taken.add(wrong)
                yield Slip(wrong, term, sure=wrong in sure)


def _confused(groups: Iterable[str]) -> dict[str, set[str]]:
    """For each character those that it may be mistaken for."""
    found: dict[str, set[str]] = {}
    for group in groups:
        for char in group:
            found.setdefault(char, set()).update(set(group) - {char})
    return found


def _exchanged(term: str, others: dict[str, set[str]]) -> Iterator[str]:
    for at, char in enumerate(term):
        for other in others.get(char, ()):
            yield term[:at] + other + term[at + 1 :]


def _swapped(term: str) -> Iterator[str]:
    """Two inner neighbours exchanged: the first and the last may belong to the words beside."""
    for at in range(1, len(term) - 2):
        yield term[:at] + term[at + 1] + term[at] + term[at + 2 :]


def _doubled(term: str) -> Iterator[str]:
    """An inner character twice."""
    for at in range(1, len(term) - 1):
        yield term[: at + 1] + term[at:]


def _dropped(term: str) -> Iterator[str]:
    """A character between the first two and the last two left out."""
    for at in range(2, len(term) - 2):
        yield term[:at] + term[at + 1 :]
