"""The 政府收支分类科目 by fiscal year: the codes and names of every classification.

The tables are the CSV files beside this module; README.md describes their columns.
A year of None means that it is not known which year is asked about: then every year counts.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from budgetlint.fold import fold
from budgetlint.taxonomy.data import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FIRST_YEAR = 2018
LAST_YEAR = 2026
"""The fiscal years that the data covers."""

LAST_LIST = 2025
"""The last of them whose official list or amendments were seen; the later ones carry it on."""

AXES = {
    "function": "functional.csv",
    "economic": "department-economic.csv",
    "government-economic": "government-economic.csv",
    "revenue": "revenue.csv",
    "procurement": "procurement.csv",
}
"""Each classification, and the file of its subjects."""

SURE = 0.9
"""A name of at least this confidence may be held against a document as an error or a warning."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One 科目: a code with the name it has in a run of fiscal years.

    ``first`` and ``last`` are the fiscal years in which it is valid, both included; None is open.
    Where the years are not ``sure``, they are wide: the subject may have come later or gone
    earlier. ``confidence`` (0 to 1) is in code and name. ``complete`` says that every subject
    right below this one is known. ``local`` ones come from the user's configuration.
    """

    code: str
    name: str
    first: int | None = None
    last: int | None = None
    sure_years: bool = True
    confidence: float = 1.0
    complete: bool = False
    source: str = ""
    local: bool = False

    def valid_in(self, year: int | None) -> bool:
        """Whether the subject is in use in a fiscal year."""
        return year is None or (self.first or year) <= year <= (self.last or year)

    @property
    def sure(self) -> bool:
        """Whether code and name are certain enough to contradict a document."""
        return self.confidence >= SURE


@dataclass(frozen=True, slots=True)
class Variant:
    """A wording met in documents that is not the official name.

    ``verdict`` is ``accept`` (nobody minds), ``prose`` (only in sentences), ``note`` (worth an
    info), ``old`` (the name of an earlier year) or ``wrong`` (a known mistake).
    """

    code: str
    name: str
    verdict: str


def subject_key(name: str) -> str:
    """The form of a name in which spelling without meaning is equal.

    White space, quotes and full width do not count, and 其它 is 其他.
    """
    return fold(name).replace("其它", "其他")


class Classification:
    """The subjects of one classification, over all years."""

    def __init__(
        self, axis: str, subjects: Iterable[Subject], variants: Iterable[Variant] = ()
    ) -> None:
        self.axis = axis
        self.subjects = tuple(subjects)
        self.variants = tuple(variants)

    @cached_property
    def _by_code(self) -> dict[str, list[Subject]]:
        found: dict[str, list[Subject]] = defaultdict(list)
        for subject in self.subjects:
            found[subject.code].append(subject)
        return dict(found)

    @cached_property
    def _by_name(self) -> dict[str, list[Subject]]:
        found: dict[str, list[Subject]] = defaultdict(list)
        for subject in self.subjects:
            found[subject_key(subject.name)].append(subject)
        return dict(found)

    @cached_property
    def _variants(self) -> dict[tuple[str, str], Variant]:
        return {(each.code, subject_key(each.name)): each for each in self.variants}

    @cached_property
    def _variants_by_code(self) -> dict[str, list[Variant]]:
        found: dict[str, list[Variant]] = defaultdict(list)
        for variant in self.variants:
            found[variant.code].append(variant)
        return dict(found)

    @cached_property
    def _below(self) -> dict[str, list[Subject]]:
        found: dict[str, list[Subject]] = defaultdict(list)
        for subject in self.subjects:
            found[self.parent_of(subject)].append(subject)
        return dict(found)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """Every code, in order."""
        return tuple(sorted(self._by_code))

    @cached_property
    def wordings(self) -> frozenset[str]:
        """Every official name and every known wording, in the form of :func:`subject_key`."""
        names = [subject.name for subject in self.subjects]
        names += [variant.name for variant in self.variants]
        return frozenset(map(subject_key, names))

    @cached_property
    def _names_by_digits(self) -> frozenset[tuple[int, str]]:
        return frozenset((len(each.code), subject_key(each.name)) for each in self.subjects)

    @cached_property
    def _wordings_by_digits(self) -> frozenset[tuple[int, str]]:
        return frozenset((len(each.code), subject_key(each.name)) for each in self.variants)

    def calls(self, name: str, digits: int) -> bool:
        """Whether a folded name is an official name or known wording for a code of so many digits,
        of any year."""
        official = (digits, subject_key(name)) in self._names_by_digits
        return official or (digits, name) in self._wordings_by_digits

    def variants_of(self, code: str) -> tuple[Variant, ...]:
        """The known wordings for a code that are not its official name."""
        return tuple(self._variants_by_code.get(code, ()))

    def parent_code(self, code: str) -> str:
        """The code right above ``code``; empty for a class."""
        if self.axis == "procurement":
            return _procurement_parent(code)
        return code[:-2] if len(code) > 3 else ""

    def parent_of(self, subject: Subject) -> str:
        """The code right above a subject; empty for a class.

        A procurement code of nine characters can be of either edition: what ended is of 2013.
        """
        if self.axis == "procurement" and subject.last is not None:
            return subject.code[:-2]
        return self.parent_code(subject.code)

    def of(self, code: str, year: int | None = None) -> tuple[Subject, ...]:
        """The subjects with this code in a year; more than one where a name's years overlap."""
        return tuple(each for each in self._by_code.get(code, ()) if each.valid_in(year))

    def named(self, name: str, year: int | None = None) -> tuple[Subject, ...]:
        """The subjects with this official name in a year."""
        return tuple(e for e in self._by_name.get(subject_key(name), ()) if e.valid_in(year))

    def variant(self, code: str, name: str) -> Variant | None:
        """What is known of a wording that is used for ``code`` and is not its official name."""
        return self._variants.get((code, subject_key(name)))

    def below(self, code: str, year: int | None = None) -> tuple[Subject, ...]:
        """The subjects right below ``code`` in a year; below "" stand the classes."""
        return tuple(each for each in self._below.get(code, ()) if each.valid_in(year))

    def complete_below(self, code: str) -> bool:
        """Whether every subject right below ``code`` is known; the classes always are."""
        return not code or any(each.complete for each in self._by_code.get(code, ()))

    def extended(self, subjects: Iterable[Subject]) -> Classification:
        """This classification with the user's own subjects added."""
        added = tuple(replace(each, local=True) for each in subjects)
        return Classification(self.axis, (*self.subjects, *added), self.variants)


def _procurement_parent(code: str) -> str:
    """A procurement code's parent in the shape of its edition: A02010100 or A0201."""
    if len(code) == 9:
        filled = code[1:].rstrip("0")
        level = (len(filled) + 1) // 2
        return code[0] + code[1 : 1 + 2 * (level - 1)].ljust(8, "0") if level else ""
    return code[:-2]


def _whole(text: str) -> int | None:
    return int(text) if text else None


def subjects_in(lines: Iterable[str]) -> Iterator[Subject]:
    """The subjects in the lines of a CSV file with the columns that README.md describes."""
    for row in csv.DictReader(lines):
        yield Subject(
            code=row["code"],
            name=row["name"],
            first=_whole(row["from"]),
            last=_whole(row["to"]),
            sure_years=row["years"] != "about",
            confidence=float(row["confidence"]),
            complete=row["children"] == "complete",
            source=row["source"],
        )


def _variants_of(axis: str) -> Iterator[Variant]:
    for row in csv.DictReader(text_of("subjects/variants.csv").splitlines()):
        if row["axis"] == axis:
            yield Variant(row["code"], row["name"], row["verdict"])


@cache
def words_meant() -> dict[str, tuple[str, ...]]:
    """What official names say for the words that people use: 低保 is 最低生活保障."""
    found: dict[str, tuple[str, ...]] = {}
    for row in csv.DictReader(text_of("subjects/words.csv").splitlines()):
        found[row["word"]] = (*found.get(row["word"], ()), row["means"])
    return found


@cache
def classification(axis: str) -> Classification:
    """One of the classifications of :data:`AXES`."""
    lines = text_of(f"subjects/{AXES[axis]}").splitlines()
    return Classification(axis, subjects_in(lines), _variants_of(axis))


class CodeBook:
    """All classifications, each read when it is first asked for, with the user's own subjects."""

    def __init__(self, extra: Iterable[tuple[str, Subject]] = ()) -> None:
        self._extra: dict[str, list[Subject]] = defaultdict(list)
        for axis, subject in extra:
            self._extra[axis].append(subject)
        self._made: dict[str, Classification] = {}

    def __getitem__(self, axis: str) -> Classification:
        if axis not in self._made:
            known = classification(axis)
            extra = self._extra.get(axis)
            self._made[axis] = known.extended(extra) if extra else known
        return self._made[axis]
