"""Looking subjects up by number and words, as ``budgetlint codes`` does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.fold import fold
from budgetlint.taxonomy.subjects import (
    AXES,
    FIRST_YEAR,
    LAST_YEAR,
    subject_key,
    words_meant,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.taxonomy.subjects import Classification, CodeBook, Subject

_CODE = re.compile(r"[ABC]?[0-9]+|[ABC]")
_YEAR = re.compile(r"(20[0-9]{2})年?度?")
_DIGITS_OF_A_CLASS, _DIGITS_BELOW = 3, 2
_NEAREST = 5
_LIKE_ENOUGH = 0.5
_BETWEEN_DIGITS = re.compile(r"(?<=[0-9])[-.]+(?=[0-9])")


@dataclass(frozen=True)
class Entry:
    """A code of one classification with every name it had, the newest last.

    ``parents`` are the codes above it, class first; ``by_number`` says that the code itself was
    asked for.
    """

    classification: Classification
    code: str
    names: tuple[Subject, ...]
    by_number: bool = False

    @property
    def parents(self) -> tuple[str, ...]:
        """The codes above, the class first."""
        return tuple(reversed(list(_above(self.classification, self.code))))

    def subject(self, year: int | None = None) -> Subject:
        """The subject in a year, else the newest."""
        valid = [each for each in self.names if each.valid_in(year)]
        return (valid or self.names)[-1]

    def name(self, year: int | None = None) -> str:
        """The name in a year, else the newest."""
        return self.subject(year).name

    def in_use(self, year: int | None) -> bool:
        """Whether the code is used in a year."""
        return any(each.valid_in(year) for each in self.names)


@dataclass(frozen=True)
class Miss:
    """A number that is no code: the nearest known code above it, and what stands below that."""

    classification: Classification
    number: str
    parent: str


@dataclass(frozen=True)
class Answer:
    """What was found. ``out_of_use`` are entries that fit but are not in use in the year."""

    entries: tuple[Entry, ...]
    misses: tuple[Miss, ...] = ()
    out_of_use: tuple[Entry, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all can be said."""
        return not (self.entries or self.misses or self.out_of_use)


def search(
    book: CodeBook,
    terms: Sequence[str],
    *,
    year: int | None = None,
    axes: Sequence[str] = tuple(AXES),
) -> Answer:
    """Everything that fits all words and, if numbers are given, one of the numbers.

    A number fits its code and, where words are given or it is no code, the codes that begin with
    it. A word fits if it, or what it commonly means, occurs in the name or a known variant of it,
    or in the name of something above; one word at least must occur in the name itself.
    """
    numbers, words = _sorted_terms(terms)
    fitting: list[Entry] = []
    for axis in axes:
        fitting += _fitting(book[axis], numbers, words)
    in_use = [entry for entry in fitting if entry.in_use(year)]
    found = {entry.code[: len(number)] for entry in fitting for number in numbers}
    return Answer(
        entries=tuple(sorted(in_use, key=lambda entry: _rank(entry, words, axes))),
        misses=tuple(
            miss
            for number in numbers
            if number not in found
            for axis in axes
            for miss in _miss(book[axis], number)
        ),
        out_of_use=tuple(entry for entry in fitting if not entry.in_use(year)),
    )


def split_year(terms: Sequence[str]) -> tuple[tuple[str, ...], int | None]:
    """The terms without the fiscal year that stands among them, and that year.

    2019年 is a year; 2019 is one beside other terms, and alone the beginning of codes.
    """
    for n, term in enumerate(terms):
        found = _YEAR.fullmatch(fold(term))
        if found and FIRST_YEAR <= int(found[1]) <= LAST_YEAR and len(terms) > 1:
            return (*terms[:n], *terms[n + 1 :]), int(found[1])
    return tuple(terms), None


def _sorted_terms(terms: Sequence[str]) -> tuple[list[str], list[str]]:
    """The terms that are numbers, and those that are words."""
    numbers: list[str] = []
    words: list[str] = []
    for term in terms:
        number = _BETWEEN_DIGITS.sub("", fold(term)).upper()
        if not _CODE.fullmatch(number):
            words += filter(None, [subject_key(term)])
        elif numbers and _continues(numbers[-1], number):
            numbers[-1] += number
        else:
            numbers.append(number)
    return numbers, words


def _continues(number: str, more: str) -> bool:
    """Whether two numbers are one code that is written in parts: 208 05 05."""
    odd = len(number) % _DIGITS_BELOW == _DIGITS_OF_A_CLASS % _DIGITS_BELOW
    return number.isdigit() and len(more) == _DIGITS_BELOW and odd


def _fitting(
    classification: Classification, numbers: Sequence[str], words: Sequence[str]
) -> Iterator[Entry]:
    exact = {number for number in numbers if classification.of(number)} if not words else set()
    for code in classification.codes:
        asked = code in exact
        if numbers and not asked:
            prefixes = [number for number in numbers if number not in exact]
            if not code.startswith(tuple(prefixes)):
                continue
        if words and not _says(classification, code, words):
            continue
        yield Entry(classification, code, _by_age(classification.of(code)), asked)


def _by_age(subjects: Sequence[Subject]) -> tuple[Subject, ...]:
    return tuple(sorted(subjects, key=lambda each: (each.first or 0, each.last or 9999)))


def _says(classification: Classification, code: str, words: Sequence[str]) -> bool:
    own = _wordings(classification, code)
    if not any(_occurs(word, own) for word in words):
        return False
    wordings = own + [
        name
        for parent in _above(classification, code)
        for name in _wordings(classification, parent)
    ]
    return all(_occurs(word, wordings) for word in words)


def _occurs(word: str, names: Sequence[str]) -> bool:
    """Whether a word, or what it commonly means, is in one of the names."""
    return any(form in name for form in (word, *words_meant().get(word, ())) for name in names)


def _wordings(classification: Classification, code: str) -> list[str]:
    names = [each.name for each in classification.of(code)]
    return [subject_key(n) for n in (*names, *(v.name for v in classification.variants_of(code)))]


def _above(classification: Classification, code: str) -> Iterator[str]:
    while code := classification.parent_code(code):
        if classification.of(code):
            yield code


def _rank(
    entry: Entry, words: Sequence[str], axes: Sequence[str]
) -> tuple[bool, int, bool, int, str]:
    """Codes that were asked for first; then by classification, whole names before parts, and of
    these a class before what is below others."""
    names = [subject_key(each.name) for each in entry.names]
    whole = any(word in (name, name.removesuffix("支出")) for word in words for name in names)
    level = len(entry.code) if whole else 0
    axis = axes.index(entry.classification.axis)
    return not entry.by_number, axis, not whole, level, entry.code


def _miss(classification: Classification, number: str) -> Iterator[Miss]:
    """Where an unknown number would stand; nothing if it is of another classification."""
    shorter = (number[:length] for length in range(len(number) - 1, 2, -1))
    above = (*_above(classification, number), *shorter)
    if parent := next((code for code in above if classification.of(code)), None):
        yield Miss(classification, number, parent)


def nearest_entries(
    book: CodeBook,
    terms: Sequence[str],
    *,
    year: int | None = None,
    axes: Sequence[str] = tuple(AXES),
) -> list[Entry]:
    """The few subjects of a year whose names are most like the words, best first."""
    from difflib import get_close_matches  # noqa: PLC0415 (slow, and only where nothing fits)

    wanted = "".join(_sorted_terms(terms)[1])
    named: dict[str, Entry] = {}
    for axis in axes:
        for subject in book[axis].subjects:
            if subject.valid_in(year):
                entry = Entry(book[axis], subject.code, _by_age(book[axis].of(subject.code)))
                named.setdefault(subject_key(subject.name), entry)
    close = get_close_matches(wanted, named, n=_NEAREST, cutoff=_LIKE_ENOUGH) if wanted else []
    return [named[name] for name in close]
