"""The table of contents against the body: which title an entry stands for, in which order, on which
page.

Entity, year, words such as 部门 and 情况, brackets and punctuation may differ between the two; a
title that takes two lines is one. Nothing is said of contents whose entries are mostly not found:
then they list what is published elsewhere, or the headings could not be read.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from budgetlint.disclosure.numerals import leading_ordinal, strip_ordinal
from budgetlint.disclosure.sequence import longest_ascending
from budgetlint.disclosure.slip_index import repaired
from budgetlint.disclosure.structure.body_titles import BodyTitle, body_titles
from budgetlint.disclosure.structure.headings import TITLE_FRAME, find_statement
from budgetlint.document import Paragraph, Table
from budgetlint.fold import fold, tidy
from budgetlint.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.structure.outline import Outline, Part
    from budgetlint.disclosure.structure.sections import Section
    from budgetlint.document import Block

_PAGE = re.compile(r"(?P<title>.*?)[.…·。_．-]*[(-]?(?P<page>[0-9]{1,3})[)-]?")
_NO_WORD = re.compile(r"[^0-9A-Za-z\u3400-\u9fff]")
_LOOSE = re.compile("20[0-9]{2}年度?|部门|单位|本级|汇总|的|情况")
_MOST_ENTRIES = 400
_LEAST_ENTRIES = 4
_FOUND = 0.5
_MATCHED = 0.7
_SIMILAR = 0.6
_SIMILAR_WITHOUT_NUMBER = 0.8
_SHORTEST_END = 6
_MOST_MISPLACED = 0.25
_USUAL_OFFSET = 0.7


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents: its title, folded and as printed, and its page."""

    index: int
    title: str
    printed: str
    page: int | None
    paragraph: Paragraph

    @property
    def is_numbered(self) -> bool:
        """Whether the title has a number or a page."""
        return self.page is not None or leading_ordinal(self.title) is not None


@dataclass(frozen=True, slots=True)
class WrongPage:
    """An entry whose page is not that of its title: ``actual``, None where only the order of the
    pages shows it; ``before`` is the entry whose page is larger."""

    entry: Entry
    actual: int | None
    before: Entry | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """What a table of contents says wrong.

    ``different`` are entries and the titles they are meant for; ``absent`` entries without one;
    ``unlisted`` sections and ``unlisted_tables`` standard tables whose neighbours are listed;
    ``misplaced`` entries that stand elsewhere in the body. ``held`` counts the entries that are
    right; None where nothing can be said.
    """

    different: tuple[tuple[Entry, BodyTitle], ...] = ()
    absent: tuple[Entry, ...] = ()
    unlisted: tuple[tuple[Part, Section], ...] = ()
    unlisted_tables: tuple[BodyTitle, ...] = ()
    misplaced: tuple[Entry, ...] = ()
    pages: tuple[WrongPage, ...] = ()
    held: int | None = None


def entry_location(outline: Outline, entry: Entry) -> Location:
    """The place of an entry."""
    return Location(
        part=outline.part_at(entry.index).ref,
        text=entry.printed,
        position=entry.paragraph.position(),
        key=f"contents/{_plain(entry.title)}",
    )


def body_location(outline: Outline, title: BodyTitle) -> Location:
    """The place of a title of the body."""
    return Location(
        part=outline.part_at(title.index).ref,
        text=title.printed,
        position=title.paragraph.position(),
        key=f"heading/{_plain(title.title)}",
    )


def compare_contents(disclosure: Disclosure) -> Listed:
    """Hold the table of contents against the body."""
    comparison = _Comparison(disclosure)
    entries = [entry for entry in comparison.entries if entry.is_numbered]
    if not _LEAST_ENTRIES <= len(entries) <= _MOST_ENTRIES:
        return Listed()
    return comparison.result(entries)


class _Comparison:
    def __init__(self, disclosure: Disclosure) -> None:
        self._disclosure = disclosure
        self._outline = disclosure.outline
        names = {name for name in (disclosure.entity, *disclosure.identity.names) if name}
        self._names = sorted((_plain(fold(name)) for name in names), key=len, reverse=True)
        self._titles = body_titles(disclosure)
        self._by_loose: dict[str, list[BodyTitle]] = defaultdict(list)
        for title in self._titles:
            self._by_loose[self._loose(title.title)].append(title)
        self.entries = self._joined(list(_entries(disclosure)))
        self._found: dict[int, BodyTitle] = {}
        self._misplaced: list[Entry] = []
        blocks = disclosure.document.blocks
        self._rearranged = any(map(_is_of_another_file, blocks))

    def _loose(self, title: str) -> str:
        """A title without its number and without what may differ."""
        bare = _plain(TITLE_FRAME.sub("", strip_ordinal(title)))
        for name in self._names:
            bare = bare.replace(name, "")
        return _LOOSE.sub("", bare) or bare

    def _joined(self, entries: list[Entry]) -> list[Entry]:
        """Entries whose second line, without number and page, makes their title whole."""
        joined: list[Entry] = []
        for entry in entries:
            before = joined[-1] if joined else None
            if before and before.page is None and leading_ordinal(entry.title) is None:
                whole = before.title + entry.title
                if self._loose(whole) in self._by_loose:
                    joined[-1] = replace(
                        before, title=whole, printed=before.printed + entry.printed,
                        page=entry.page,
                    )  # fmt: skip
                    continue
            joined.append(entry)
        return joined

    def result(self, entries: list[Entry]) -> Listed:
        """What is wrong with these entries."""
        self._match(entries)
        if len(self._found) < _FOUND * len(entries):
            return Listed()
        different = tuple(self._different(entries))
        told = {entry.index for entry, _ in different}
        absent = [
            entry
            for entry in entries
            if entry.index not in self._found
            and entry.index not in told
            and not self._is_standard(entry)
        ]
        if len(self._found) + len(different) < _MATCHED * len(entries):
            return Listed()
        pages = self._pages(entries)
        wrong = len(different) + len(absent) + len(self._misplaced) + len(pages)
        return Listed(
            different,
            tuple(absent),
            tuple(self._unlisted({title.index for _, title in different})),
            tuple(self._unlisted_tables({title.index for _, title in different})),
            tuple(self._misplaced),
            tuple(pages),
            max(0, len(entries) - wrong),
        )

    def _is_standard(self, entry: Entry) -> bool:
        """Whether other rules tell that this section or table is missing."""
        template = self._outline.template
        title = strip_ordinal(entry.title)
        known = any(section.pattern.fullmatch(title) for section in template.sections)
        return known or find_statement(template, title) is not None

    def _match(self, entries: Sequence[Entry]) -> None:
        """Find for each entry the title it repeats, so that as many as can be are in order; the
        others are misplaced, if a title is left for them."""
        choices = {entry.index: self._titles_for(entry) for entry in entries}
        pairs = [(e, title) for e in entries for title in reversed(choices[e.index])]
        kept = longest_ascending([title.index for _, title in pairs])
        self._found = {pairs[n][0].index: pairs[n][1] for n in sorted(kept)}
        taken = {title.index for title in self._found.values()}
        for entry in entries:
            free = [
                title
                for title in choices[entry.index]
                if title.index not in taken and _numbered_alike(entry, title)
            ]
            if entry.index not in self._found and free:
                self._found[entry.index] = free[0]
                taken.add(free[0].index)
                if not self._rearranged:
                    self._misplaced.append(entry)

    def _titles_for(self, entry: Entry) -> list[BodyTitle]:
        loose = self._loose(entry.title)
        return self._by_loose.get(loose) or self._ending(loose)

    def _ending(self, loose: str) -> list[BodyTitle]:
        """The titles of which an entry is the end, or that are the end of an entry."""
        if len(loose) < _SHORTEST_END:
            return []
        return [
            title
            for known, titles in self._by_loose.items()
            if len(known) >= _SHORTEST_END and (known.endswith(loose) or loose.endswith(known))
            for title in titles
        ]

    def _different(self, entries: Sequence[Entry]) -> Iterator[tuple[Entry, BodyTitle]]:
        """The entries that a title nearly repeats, with the same number if they have one."""
        used = {title.index for title in self._found.values()}
        free = [title for title in self._titles if title.index not in used]
        for n, entry in enumerate(entries):
            if entry.index in self._found:
                continue
            low, high = self._between(entries, n)
            near = [
                (ratio, title)
                for title in free
                if low < title.index < high
                and (ratio := self._likeness(entry, title)) >= _threshold(entry)
            ]
            if near:
                _, title = max(near, key=lambda pair: pair[0])
                free.remove(title)
                yield entry, title

    def _between(self, entries: Sequence[Entry], n: int) -> tuple[int, float]:
        """The blocks between the titles of the entries before and after."""
        found = [self._found[e.index].index for e in entries[:n] if e.index in self._found]
        after = [self._found[e.index].index for e in entries[n + 1 :] if e.index in self._found]
        low = found[-1] if found else -1
        return low, next((index for index in after if index > low), float("inf"))

    def _likeness(self, entry: Entry, title: BodyTitle) -> float:
        one, other = leading_ordinal(entry.title), leading_ordinal(title.title)
        if one and (other is None or (one.style, one.value) != (other.style, other.value)):
            return 0.0
        pair = _plain(strip_ordinal(entry.title)), _plain(strip_ordinal(title.title))
        if one and pair[1].startswith(pair[0]):
            return 1.0
        return SequenceMatcher(None, *pair, autojunk=False).ratio()

    def _unlisted(self, different: set[int]) -> Iterator[tuple[Part, Section]]:
        """The sections that no entry names although most others of their part are named."""
        listed = {title.index for title in self._found.values()} | different
        for part in self._outline.parts:
            sections = [s for s in part.first_sections if not s.spec.sub and s.ordinal]
            styles = Counter(s.ordinal.style for s in sections if s.ordinal)
            usual = styles.most_common(1)[0][0] if styles else ""
            level = [s for s in sections if s.ordinal and s.ordinal.style == usual]
            missing = [section for section in level if section.start not in listed]
            if len(level) >= _LEAST_ENTRIES and len(missing) <= len(level) * (1 - _MATCHED):
                yield from ((part, s) for s in missing if not self._is_in_a_closed_chapter(s))

    def _is_in_a_closed_chapter(self, section: Section) -> bool:
        """Whether the contents name only the chapter that a section stands in: 第五部分 附件."""
        titles = sorted(self._found.values(), key=lambda title: title.index)
        before = [title for title in titles if title.index < section.start][-1:]
        after = [title for title in titles if title.index > section.start][:1]
        return bool(before) and all(map(_is_chapter, before + after))

    def _unlisted_tables(self, different: set[int]) -> Iterator[BodyTitle]:
        """The titles of standard tables, each once, likewise; a title of two lines has two."""
        listed = {title.index for title in self._found.values()} | different
        by_part: dict[int, dict[str, list[BodyTitle]]] = defaultdict(lambda: defaultdict(list))
        for title in self._titles:
            spec = find_statement(self._outline.template, title.title)
            if spec:
                by_part[self._outline.part_at(title.index).start][spec.id].append(title)
        for tables in by_part.values():
            missing = [same[0] for same in tables.values() if not listed & {t.index for t in same}]
            if len(tables) >= _LEAST_ENTRIES and len(missing) <= len(tables) * (1 - _MATCHED):
                yield from missing

    def _pages(self, entries: Sequence[Entry]) -> list[WrongPage]:
        """The entries with a page that is not that of their title; one misplaced took its page
        with it."""
        paged = [e for e in entries if e.page is not None and e not in self._misplaced]
        if len(paged) < _LEAST_ENTRIES:
            return []
        rising = longest_ascending([(e.page or 0) * len(paged) + n for n, e in enumerate(paged)])
        fallen = [n for n in range(len(paged)) if n not in rising]
        if len(fallen) > _MOST_MISPLACED * len(paged):
            return []  # pages are counted anew in each part
        wrong = {paged[n].index: WrongPage(paged[n], None, _larger(paged, n)) for n in fallen} | {
            found.entry.index: found for found in self._on_other_pages(paged)
        }
        return [wrong[index] for index in sorted(wrong)]

    def _on_other_pages(self, paged: Sequence[Entry]) -> Iterator[WrongPage]:
        """Where pages are real, those that are not as far from the printed ones as most are."""
        if self._disclosure.document.format != "pdf":
            return
        found = [(entry, self._found[entry.index]) for entry in paged if entry.index in self._found]
        offsets = [(e, (t.page or 0) - (e.page or 0)) for e, t in found if t.page is not None]
        if len(offsets) < _LEAST_ENTRIES:
            return
        usual, count = Counter(offset for _, offset in offsets).most_common(1)[0]
        if count < _USUAL_OFFSET * len(offsets):
            return
        for entry, offset in offsets:
            if offset != usual:
                yield WrongPage(entry, (entry.page or 0) + offset - usual)


def _numbered_alike(entry: Entry, title: BodyTitle) -> bool:
    """Whether two numbers are of one kind: （二）机构设置 in a report is not 二、机构设置."""
    one, other = leading_ordinal(entry.title), leading_ordinal(title.title)
    return one is None or other is None or one.style == other.style


def _is_chapter(title: BodyTitle) -> bool:
    ordinal = leading_ordinal(title.title)
    return ordinal is not None and ordinal.style == "part"


def _is_of_another_file(block: Block) -> bool:
    """Whether a block was put among those of the document when files were read together."""
    position = block.position if isinstance(block, Table) else block.position()
    return position.file is not None


def _threshold(entry: Entry) -> float:
    return _SIMILAR if leading_ordinal(entry.title) else _SIMILAR_WITHOUT_NUMBER


def _larger(paged: Sequence[Entry], n: int) -> Entry | None:
    """The entry before or after the n-th one that its page is at odds with."""
    page = paged[n].page or 0
    before = paged[n - 1] if n else None
    if before and (before.page or 0) > page:
        return before
    return paged[n + 1] if n + 1 < len(paged) else before


def _plain(text: str) -> str:
    return _NO_WORD.sub("", text)


def _entries(disclosure: Disclosure) -> Iterator[Entry]:
    """The lines of the table of contents; digits at their end are pages if most have them."""
    found = []
    for index in sorted(disclosure.outline.contents):
        block = disclosure.document.blocks[index]
        if isinstance(block, Paragraph):
            folded = repaired(fold(block.text))
            if folded and not folded.endswith("目录"):
                found.append((index, block, folded, _PAGE.fullmatch(folded)))
    with_page = sum(match is not None for *_, match in found) > len(found) / 2
    for index, block, folded, match in found:
        page = int(match["page"]) if match and with_page else None
        title = match["title"] if match and with_page else folded
        printed = tidy(block.text)
        if page is not None:
            printed = printed.rstrip("0123456789０１２３４５６７８９ .…·。_．-()（）—–\t")
        yield Entry(index, title, printed, page, block)
