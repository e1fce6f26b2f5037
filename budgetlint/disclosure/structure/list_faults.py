"""What is wrong with the numbers of a list: left out, repeated, out of order, of another kind."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from budgetlint.disclosure.passages import PassageKind
from budgetlint.disclosure.structure.lists import (
    Item,
    NumberedList,
    find_lists,
    is_bare_heading,
    leading_item,
    marks_inside,
)
from budgetlint.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.passages import Passage

_SHORTEST_LIST = 4
_SHORTEST_INSIDE = 3
_FEWEST_ALIKE = 2
_LONGEST_ITEM = 400
_MOST_LEFT_OUT = 2
_ITEMS_TO_A_FAULT = 6
_SHORTEST_TITLE = 4
_TABLE = "表"
_MARKS = "、．.（）()是"
_BARE_STYLES = ("arabic", "han")
_UNITS = "个家次年月日台辆人名项户亩元万亿千百期份期类批处所条款季度周天小时米公里种层级套场座组部"
_FOLLOWS_UNMARKED = re.compile(rf"(?=[\u4e00-\u9fff])(?![{_UNITS}])")


class FaultKind(StrEnum):
    """How a number is wrong."""

    JUMP = "jump"
    REPEAT = "repeat"
    BACK = "back"
    UNMARKED = "unmarked"
    STYLE = "style"


@dataclass(frozen=True, slots=True)
class ListFault:
    """An item with a wrong number.

    ``before`` is the item that it follows, ``right`` the number it should have as it is printed,
    None where that is open; of numbers left out, ``left_out`` are they.
    """

    kind: FaultKind
    item: Item
    before: Item
    right: str | None = None
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedLists:
    """The lists of paragraphs, the faults in all lists, and how many items were counted."""

    lists: tuple[NumberedList, ...]
    faults: tuple[ListFault, ...]
    nested: tuple[NumberedList, ...]
    counted: int


def check_lists(disclosure: Disclosure) -> CheckedLists:
    """Check every numbered list of a document; the titles of goal tables are none of them."""
    passages = [p for p in disclosure.passages if p.kind is not PassageKind.CONTENTS]
    lists, inside = find_lists(disclosure)
    goals = {fold(project.heading.text) for project in disclosure.projects}
    faults = [
        fault
        for each in lists
        for fault in _believed(each, _paragraph_faults(each, passages))
        if not goals.intersection((fault.item.title, fault.before.title))
    ]
    faults += [fault for each in inside for fault in _believed(each, _inner_faults(each))]
    nested = [each for each in lists if _is_nested(each)]
    counted = sum(len(each.items) for each in (*lists, *inside))
    return CheckedLists(tuple(lists), tuple(faults), tuple(nested), counted)


def repeated_headings(disclosure: Disclosure) -> Iterator[tuple[Item, Item]]:
    """Headings of one list that are worded alike, or follow one another: the first, and the other.

    Titles of tables are none: two projects may have one name.
    """
    first: dict[str, Item] = {}
    last: Item | None = None
    for each in disclosure.checked_lists.lists:
        if last is None or not _follows(last, each.items[0]):
            first = {}
        for item in each.items:
            title = item.title
            if item.passage.kind is PassageKind.HEADING and len(title) >= _SHORTEST_TITLE:
                earlier = first.setdefault(title, item)
                if earlier is not item and not title.endswith(_TABLE):
                    yield earlier, item
        last = each.items[-1]


def _follows(one: Item, other: Item) -> bool:
    """Whether a list begins again right after the last item of another, in the same words."""
    return (one.position + 1, one.style, one.title) == (other.position, other.style, other.title)


def _is_nested(each: NumberedList) -> bool:
    """Whether a list counts 一、二、 below a section that counts so itself."""
    own = [item for item in each.items if item.style == "han"]
    return each.below is not None and len(own) >= _SHORTEST_LIST and own[0].value == 1


def _believed(each: NumberedList, faults: Iterator[ListFault]) -> Sequence[ListFault]:
    """The faults of a list, unless there are so many that the list is not understood."""
    found = list(faults)
    return found if len(found) <= 1 + len(each.items) // _ITEMS_TO_A_FAULT else ()


def _paragraph_faults(each: NumberedList, passages: Sequence[Passage]) -> Iterator[ListFault]:
    items = each.items
    if items[0].value != 1 or sum(item.style == each.style for item in items) < _FEWEST_ALIKE:
        return
    between = Counter(_bare_between(a, b, passages) for a, b in pairwise(items))
    unmarked = {
        id(b): found for a, b in pairwise(items) if (found := _unmarked_between(a, b, passages))
    }
    yield from unmarked.values()
    for fault in (*_of_another_kind(each), *_out_of_count(items, _SHORTEST_LIST)):
        explained = fault.kind is FaultKind.JUMP and id(fault.item) in unmarked
        if not explained and not _may_be_right(each, fault, between, passages):
            yield fault


def _unmarked_between(a: Item, b: Item, passages: Sequence[Passage]) -> ListFault | None:
    """The paragraph with the one number left out, that has lost the mark behind it: 7拟订."""
    if b.value != a.value + 2 or a.style != b.style or a.style not in _BARE_STYLES:
        return None
    right = a.numbered(a.value + 1)
    numeral = right.rstrip(_MARKS)
    for position in range(a.position + 1, b.position):
        passage = passages[position]
        text = passage.plain.text
        if (
            passage.kind is not PassageKind.CELL
            and text.startswith(numeral)
            and _FOLLOWS_UNMARKED.match(text, len(numeral))
        ):
            item = Item(passage, position, (0, len(numeral)), a.style, a.value + 1)
            return ListFault(FaultKind.UNMARKED, item, a, right)
    return None


def _may_be_right(
    each: NumberedList, fault: ListFault, between: Counter[int], passages: Sequence[Passage]
) -> bool:
    """Whether something lost, or another level of the list, may explain a number."""
    a, b = fault.before, fault.item
    if fault.kind is not FaultKind.STYLE and {a.style, b.style} != {each.style}:
        return True
    if any(map(is_bare_heading, _between(a, b, passages))) or _is_begun(fault, passages):
        return True
    if fault.kind is FaultKind.JUMP:
        own = _bare_between(a, b, passages)
        return own > max(between - Counter([own]), default=0)
    if fault.kind is FaultKind.REPEAT:
        return a.title == b.title
    return each.headed and not _is_framed(each, fault)


def _is_framed(each: NumberedList, fault: ListFault) -> bool:
    """Whether the items before and after a wrong number leave only one number to it."""
    items = each.items
    at = items.index(fault.item)
    frame = [(i.style, i.value) for i in (*items[at - 1 : at], *items[at + 1 : at + 2])]
    before = fault.before.value
    return frame == [(each.style, before), (each.style, before + 2)]


def _of_another_kind(each: NumberedList) -> Iterator[ListFault]:
    """Items whose number continues the count in another kind.

    A kind that sections have is only another one where the list goes on in its own kind.
    """
    items = each.items
    own = next(item for item in items if item.style == each.style)
    for a, b, after in zip(items, items[1:], (*items[2:], None), strict=False):
        goes_on = after and (after.style, after.value) == (each.style, b.value + 1)
        if b.style not in (each.style, a.style) and (b.style not in each.above or goes_on):
            yield ListFault(FaultKind.STYLE, b, a, own.numbered(b.value))


def _inner_faults(each: NumberedList) -> Iterator[ListFault]:
    items = each.items
    if items[0].value != 1:
        return
    text = items[0].passage.plain.text
    following = (*items[1:], None)
    unmarked = [found for a, b in zip(items, following, strict=True) if (found := _unmarked(a, b))]
    yield from unmarked
    bare = {fault.item.value for fault in unmarked}
    for fault in _out_of_count(items, _SHORTEST_INSIDE):
        a, b = fault.before, fault.item
        missing = range(a.value + 1, b.value)
        if fault.kind is not FaultKind.JUMP:
            if fault.right:
                yield fault
        elif not any((a.style, value) in each.marks or value in bare for value in missing):
            between = text[a.span[1] : b.span[0]]
            if not any(a.numbered(value).strip(_MARKS) in between for value in missing):
                yield fault


def _unmarked(before: Item, after: Item | None) -> ListFault | None:
    """The next item, that has lost the mark behind its number: 2综合 for 2、综合."""
    value = before.value + 1
    if before.style != "arabic" or (after and after.value <= value):
        return None
    passage = before.passage
    start = before.span[1]
    end = after.span[0] if after else start + _LONGEST_ITEM
    pattern = re.compile(rf"(?<=[。；;]){value}{_FOLLOWS_UNMARKED.pattern}")
    found = pattern.search(passage.plain.text, start, end)
    if found is None:
        return None
    item = Item(passage, before.position, found.span(), before.style, value)
    return ListFault(FaultKind.UNMARKED, item, before, before.numbered(value))


def _out_of_count(items: Sequence[Item], shortest: int) -> Iterator[ListFault]:
    """Numbers that do not follow the one before; one wrong number is one fault."""
    n = 1
    while n < len(items):
        a, b = items[n - 1], items[n]
        after = items[n + 1] if n + 1 < len(items) else None
        step = b.value - a.value
        right = a.numbered(a.value + 1) if a.style == b.style else None
        replaced = after is not None and after.value == a.value + 2
        if step != 1 and replaced and len(items) >= shortest:
            kind = FaultKind.REPEAT if step == 0 else FaultKind.BACK
            yield ListFault(kind, b, a, right)
            n += 1
        elif step == 0 and len(items) >= _SHORTEST_INSIDE:
            yield ListFault(FaultKind.REPEAT, b, a, None if after else right)
        elif step < 0 and len(items) >= shortest:
            yield ListFault(FaultKind.BACK, b, a)
        elif 1 < step <= _MOST_LEFT_OUT + 1 and len(items) >= shortest:
            left_out = tuple(a.numbered(v) for v in range(a.value + 1, b.value))
            yield ListFault(FaultKind.JUMP, b, a, left_out=left_out)
        n += 1


def _between(a: Item, b: Item, passages: Sequence[Passage]) -> list[Passage]:
    return [p for p in passages[a.position + 1 : b.position] if p.kind is not PassageKind.CELL]


def _bare_between(a: Item, b: Item, passages: Sequence[Passage]) -> int:
    """How many paragraphs without a number stand between two items."""
    return sum(leading_item(p) is None for p in _between(a, b, passages))


def _is_begun(fault: ListFault, passages: Sequence[Passage]) -> bool:
    """Whether a number left out, or the one before a wrong number, is printed in a paragraph.

    1.300总吨 may be an amount or the first item: the words at the beginning are enough.
    """
    a, b = fault.before, fault.item
    missing = {*range(a.value + 1, b.value), b.value - 1}
    if a.style == b.style:
        missing.discard(a.value)
    numbers = tuple(b.numbered(value) for value in missing if value > 0)
    return any(
        passage.plain.text.startswith(numbers)
        or any(mark.style == b.style and mark.value in missing for mark in marks_inside(passage))
        for passage in passages[a.position : b.position]
    )
