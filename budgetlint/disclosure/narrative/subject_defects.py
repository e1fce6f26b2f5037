"""What is wrong with the subjects that sentences name: names of other years, names that are none,
chains that do not belong together, codes with the name of another."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from budgetlint.disclosure.edits import edits
from budgetlint.disclosure.narrative.subject_mentions import (
    Mention,
    axis_of,
    bare_mentions,
    chain_mentions,
    coded_mentions,
    sentences_of,
)
from budgetlint.disclosure.subjects import (
    OtherYear,
    Standing,
    certain,
    covered,
    judge,
    name_key,
    name_of_other_year,
)
from budgetlint.disclosure.tables.summary_lines import class_names
from budgetlint.taxonomy.subjects import subject_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.location import Location
    from budgetlint.taxonomy.subjects import Classification, CodeBook, Subject

_COMPARED = re.compile(r"上年|去年|上一?年|往年|以前年度|年初结转|原(?![因则])")
_RENAMED = re.compile(r"^.{0,40}(?:改为|更名|改名|调整为|修改为|现为|变更为)")
_YEAR = re.compile(r"(20[0-9]{2})(?:年|-)")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_MAY_STAND_BEFORE = "于为是括列及和"
_ENDINGS = ("支出", "离退休")
_SUFFIX, _REVENUE = "支出", "收入"
_SHORTEST_CLASS, _SHORTEST_OTHER = 7, 9
_SHORTEST_MISSPELT = 5
_NEXT = 12
"""So near behind a name a year is the one that the name is of."""
_MANY_PARENTS = 3
_CLASS, _DIVISION = 3, 5
"""The digits of a 类 and of a 款: nearly all of them are known, by name and class."""


@dataclass(frozen=True)
class OldName:
    """A name of other years with all places where summaries and sentences use it for ``year``."""

    name: str
    year: int
    other_year: OtherYear
    places: tuple[Location, ...]


class NameFault(Enum):
    """What is wrong with a name that is no matter of years."""

    MISSPELT = "misspelt"
    LEVEL = "level"
    PARENT = "parent"
    CODE = "code"


@dataclass(frozen=True)
class WrongName:
    """A wrong name with all its places; ``meant`` is what should stand there, as far as known.

    ``sure`` says that the list is certain enough to contradict the document.
    """

    fault: NameFault
    mention: Mention
    meant: tuple[Subject, ...]
    sure: bool
    others: tuple[Mention, ...] = ()


def _of_this_year(mention: Mention, year: int) -> bool:
    """Whether a sentence speaks of the fiscal year, and not of a comparison or of the renaming."""
    before = mention.before
    years = {int(found) for found in _YEAR.findall(before + mention.after[:_NEXT])}
    return not (_COMPARED.search(before) or years - {year} or _RENAMED.match(mention.after))


def old_names(disclosure: Disclosure) -> list[OldName]:
    """The names that only other years have, in the lines of summaries and in sentences.

    Sentences that compare with another year may rightly use its names.
    """
    year = covered(disclosure.year)
    if year is None:
        return []
    book = disclosure.book
    functions = book["function"]
    distinctive = _distinctive(functions, year)
    found: dict[str, list[tuple[str, Location, OtherYear]]] = defaultdict(list)
    for statement in disclosure.statements:
        for name, location in class_names(statement):
            other = name_of_other_year(functions, name, year, _CLASS)
            if other:
                found[name_key(name)].append((name, location, other))
    for text, where in sentences_of(disclosure):
        mentions = list(chain_mentions(text, where, functions))
        for more in (bare_mentions(text, where, distinctive), coded_mentions(text, where, book)):
            ends = {mention.span[1] for mention in mentions}
            mentions += [m for m in more if m.span[1] not in ends and _stands_alone(m, text)]
        for mention in mentions:
            known = book[axis_of(mention.code)]
            other = name_of_other_year(known, mention.name, year, mention.digits)
            if mention.official and other and _of_this_year(mention, year):
                found[name_key(mention.name)].append((mention.name, mention.location, other))
    return [
        OldName(places[0][0], year, places[0][2], tuple(location for _, location, _ in places))
        for places in found.values()
    ]


def _distinctive(functions: Classification, year: int) -> dict[str, int]:
    """The names of earlier years that are taken for names without a level mark, the longest
    first: long ones that end like a name of expenditure, and of which it is certain."""
    names = {}
    for subject in functions.subjects:
        name, digits = subject_key(subject.name), len(subject.code)
        long = _SHORTEST_CLASS if digits == _CLASS else _SHORTEST_OTHER
        if len(name) >= long and name.endswith(_ENDINGS) and (subject.last or year) < year:
            other = name_of_other_year(functions, name, year)
            if other and other.sure:
                names[name] = digits
    return dict(sorted(names.items(), key=lambda item: -len(item[0])))


def _stands_alone(mention: Mention, text: str) -> bool:
    """Whether a name is no piece of a longer word; one with a code never is."""
    if mention.code:
        return True
    start, stop = mention.span
    before, after = text[:start][-1:], text[stop:][:1]
    if mention.digits == _CLASS:
        return not text[:start].endswith("其他")
    left = not _HAN.match(before) or before in _MAY_STAND_BEFORE
    return left and not _HAN.match(after)


def wrong_names(disclosure: Disclosure) -> tuple[list[WrongName], int]:
    """The names and codes in sentences that are wrong in every year, the same only once; and how
    many different ones there are in all."""
    groups: dict[object, list[Mention]] = defaultdict(list)
    for text, where in sentences_of(disclosure):
        for mention in chain_mentions(text, where, disclosure.book["function"]):
            above = mention.above[-1].name if mention.above and mention.official else ""
            groups[name_key(mention.name), mention.digits, above].append(mention)
        for mention in coded_mentions(text, where, disclosure.book):
            groups[name_key(mention.name), mention.code].append(mention)
    printed = _printed_subjects(disclosure)
    found: list[WrongName] = []
    for first, *others in groups.values():
        if first.code and (first.code, name_key(first.name)) in printed:
            continue
        defects = (
            _wrong_code(first, disclosure) if first.code else _wrong_in_chain(first, disclosure)
        )
        found += (replace(defect, others=tuple(others)) for defect in defects)
    return found, len(groups)


def _printed_subjects(disclosure: Disclosure) -> set[tuple[str, str]]:
    """The codes with their names in the tables, where other rules judge them."""
    tables = (statement for statement in disclosure.statements if statement.by_code)
    return {(row.printed_code, name_key(row.label)) for table in tables for row in table.rows}


def _wrong_in_chain(mention: Mention, disclosure: Disclosure) -> Iterator[WrongName]:
    book, year = disclosure.book, covered(disclosure.year)
    functions = book["function"]
    if _of_other_classification(mention, book):
        return
    if not mention.official:
        yield from _not_official(mention, functions, year)
        return
    named = [e for e in functions.named(mention.name) if len(e.code) == mention.digits]
    if named and mention.above and mention.above[-1].official:
        yield from _not_below(mention, named, functions)
    elif not named:
        yield from _known_mistake(mention, functions, year)


def _of_other_classification(mention: Mention, book: CodeBook) -> bool:
    """Whether the name is a 类 or 款 of an economic classification, or of revenue."""
    economic = (
        *book["economic"].named(mention.name),
        *book["government-economic"].named(mention.name),
    )
    return mention.name.endswith(_REVENUE) or any(len(e.code) == mention.digits for e in economic)


def _known_mistake(
    mention: Mention, functions: Classification, year: int | None
) -> Iterator[WrongName]:
    """A wording that is known to be a mistake for the name of one subject."""
    name = name_key(mention.name)
    variants = [
        each
        for each in functions.variants
        if subject_key(each.name) == name and len(each.code) == mention.digits
    ]
    meant = functions.of(variants[0].code, year) if variants else ()
    if meant and all(each.verdict == "wrong" for each in variants):
        yield WrongName(NameFault.MISSPELT, mention, meant, all(map(certain, meant)))


def _not_official(
    mention: Mention, functions: Classification, year: int | None
) -> Iterator[WrongName]:
    """A name of another level, or one letter away from the only name that is like it."""
    name = name_key(mention.name)
    bare = name.removesuffix(_SUFFIX)
    if any(
        len(each.code) == mention.digits for form in (bare, bare + _SUFFIX)
        for each in functions.named(form)
    ):  # fmt: skip
        return
    other_level = functions.named(mention.name, year)
    if other_level:
        yield WrongName(NameFault.LEVEL, mention, other_level[:1], any(map(certain, other_level)))
        return
    near = [
        subject
        for subject in functions.subjects
        if len(subject.code) == mention.digits
        and subject.valid_in(year)
        and _is_slip_of(subject_key(subject.name), name)
    ]
    below = [
        each for each in near if functions.parent_code(each.code) in _above(mention, functions)
    ]
    meant = tuple(below or near)
    short = len(name) < _SHORTEST_MISSPELT
    if len({each.name for each in meant}) == 1 and (below or not short):
        parents = (functions.parent_code(each.code) for each in meant)
        clear = bool(below and not short) or all(map(functions.complete_below, parents))
        yield WrongName(NameFault.MISSPELT, mention, meant, clear and all(map(certain, meant)))


def _is_slip_of(right: str, name: str) -> bool:
    """Whether one letter is wrong, or the letters are right and some stand in another place."""
    if abs(len(right) - len(name)) > 1:
        return False
    return sorted(right) == sorted(name) or edits(right, name) == 1


def _above(mention: Mention, functions: Classification) -> set[str]:
    """The codes that the name above a mention in its chain has."""
    above = mention.above[-1:]
    return {
        each.code
        for upper in above
        for each in functions.named(upper.name)
        if len(each.code) == upper.digits
    }


def _not_below(
    mention: Mention, named: Iterable[Subject], functions: Classification
) -> Iterator[WrongName]:
    """A name that no year has below the name above it in the chain."""
    above = mention.above[-1]
    parents = _above(mention, functions)
    subjects = tuple(named)
    if not parents or any(e.code.startswith(p) for e in subjects for p in parents):
        return
    complete = all(map(functions.complete_below, parents)) and above.digits == mention.digits - 2
    owners = {functions.parent_code(each.code) for each in subjects}
    if complete or len(owners) < _MANY_PARENTS:
        sure = (complete or mention.digits == _DIVISION) and all(map(certain, subjects))
        yield WrongName(NameFault.PARENT, mention, subjects, sure)


def _wrong_code(mention: Mention, disclosure: Disclosure) -> Iterator[WrongName]:
    """A code with the name of another; names of other years are not judged here."""
    known = disclosure.book[axis_of(mention.code)]
    judgement = judge(known, mention.code, mention.name, covered(disclosure.year))
    if judgement.standing in (Standing.OTHER_NAME, Standing.UNKNOWN) and judgement.elsewhere:
        meant = _nearest(mention.code, judgement.elsewhere)
        sure = judgement.sure or judgement.standing is Standing.UNKNOWN
        yield WrongName(NameFault.CODE, mention, meant, sure and all(map(certain, meant)))


def _nearest(code: str, subjects: Iterable[Subject]) -> tuple[Subject, ...]:
    """Of subjects with one name, those whose code is the likeliest to be printed as ``code``."""
    slips = {subject: edits(code, subject.code) for subject in subjects}
    return tuple(each for each, count in slips.items() if count == min(slips.values()))
