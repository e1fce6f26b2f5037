"""Changes against last year or against the budget, and the reasons that are given for them.

A change is told by a sentence (比上年减少0.20万元, 决算数小于预算数) or by a row of the table of
both years. A reason belongs to the item named before it in its sentence; the last one of a
sentence may be that of all its items, and one in a sentence without any item is that of the whole
section.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from budgetlint.disclosure.amount import Amount, Unit, amount_like
from budgetlint.disclosure.diagnosis.relations import counted
from budgetlint.disclosure.narrative.grammar import ANY_AMOUNT, grammar_of
from budgetlint.disclosure.places import text_location
from budgetlint.document import Paragraph
from budgetlint.fold import fold, fold_with_offsets
from budgetlint.taxonomy.reasons import reasons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.facts import Fact
    from budgetlint.disclosure.structure.outline import Part
    from budgetlint.disclosure.structure.sections import Section
    from budgetlint.fold import Folded
    from budgetlint.location import Location
    from budgetlint.taxonomy.reasons import ExplainedSection

_END = re.compile("[。;]")
_OTHER_BASE = re.compile("[0-9]+|comparable")
"""Another year, or the same scope: what is compared with these need not be explained."""
_CHANGES = ("change", "direction")
_NOTHING = Amount(Decimal(0), Unit.WAN, 0)


@dataclass(frozen=True)
class Reason:
    """A reason that is given for a change; ``text`` is what it says, folded.

    The word that introduces it may tell a direction: ``label`` is 下降 in 下降的原因是, and
    ``labelled`` is −1 then.
    """

    change: Change
    text: str
    location: Location
    label: str = ""
    labelled: int = 0

    @property
    def direction(self) -> int:
        """1 where it speaks of nothing but an increase, −1 of a decrease, 0 else."""
        spec = reasons()
        undecided = (ANY_AMOUNT, spec.open, spec.renewed)
        if any(words.search(self.text) for words in undecided):
            return 0
        rise, fall = bool(spec.rise.search(self.text)), bool(spec.fall.search(self.text))
        return rise - fall if spec.drivers.search(self.text) else 0


@dataclass(frozen=True)
class Change:
    """A change of one item against ``base`` (see ``Context.base``), and where it is told; ``by`` is
    a mere direction where no amount is told. ``level`` is told as a word (持平)."""

    concept: str
    name: str
    by: Amount
    location: Location
    level: bool = False
    base: str = ""

    @property
    def sign(self) -> int:
        """1, 0 or −1."""
        return (self.by.value > 0) - (self.by.value < 0)


@dataclass
class ExplainedChanges:
    """The changes of one section, the reasons beside them, and the changes without one: each by
    itself, or all in one group where the section gives no reason at all."""

    spec: ExplainedSection
    changes: list[Change] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    unexplained: list[tuple[Change, ...]] = field(default_factory=list)


class _Mention(NamedTuple):
    """Where a paragraph names an item."""

    at: int
    concept: str


def explained_changes(disclosure: Disclosure) -> Iterator[ExplainedChanges]:
    """The changes of every section that has to explain them."""
    wrong = {
        fact
        for defect in disclosure.diagnosis.defects
        for fact in (defect.suspect, *(other.suspect for other in defect.also))
    }
    for part in disclosure.outline.parts:
        for spec in reasons().sections[disclosure.outline.template.kind]:
            sections = [s for s in part.first_sections if s.spec.id == spec.section]
            for section in sections:
                yield _Reader(disclosure, part, section, spec, wrong).read()


class _Reader:
    """Reads one section of one part; what is ``wrong`` with a fact is not its reason."""

    def __init__(
        self, disclosure: Disclosure, part: Part, section: Section, spec: ExplainedSection,
        wrong: set[Fact],
    ) -> None:  # fmt: skip
        self.disclosure = disclosure
        self.part = part
        self.section = section
        self.spec = spec
        self.wrong = wrong
        self.found = ExplainedChanges(spec)
        self.covered: set[str] = set()
        self.facts = [
            fact
            for fact in disclosure.facts.texts[part.start]
            if section.start < fact.order[0] < section.end
        ]

    def read(self) -> ExplainedChanges:
        for index in range(self.section.start + 1, self.section.end):
            block = self.disclosure.document.blocks[index]
            if isinstance(block, Paragraph):
                self._paragraph(index, block, fold_with_offsets(block.text))
        self._table()
        if not self._unread():
            self.found.unexplained = self._unexplained()
        return self.found

    # ------------------------------------------------------------------ the text
    def _paragraph(self, index: int, paragraph: Paragraph, folded: Folded) -> None:
        here = sorted((f for f in self.facts if f.order[0] == index), key=lambda f: f.order)
        changes = [fact for fact in here if self._is_change(fact)]
        for fact in changes:
            change = _told(fact)
            self.found.changes.append(change)
            starts = [other.order[2] for other in changes if other.order[2] > fact.order[2]]
            marker = self._marker(folded.text, fact.order[2], min(starts, default=len(folded.text)))
            if marker:
                self.found.reasons.append(self._reason(index, paragraph, folded, change, marker))
        begin = 0
        for end in [*(m.end() for m in re.finditer("。", folded.text)), len(folded.text)]:
            mentions = [_Mention(f.order[1], f.concept) for f in here if begin <= f.order[1] < end]
            self._cover(folded.text, begin, end, mentions)
            begin = end

    def _is_change(self, fact: Fact) -> bool:
        compared = not _OTHER_BASE.fullmatch(fact.context.base)
        return fact.context.kind in _CHANGES and compared and fact not in self.wrong

    def _marker(self, text: str, start: int, stop: int) -> re.Match[str] | None:
        """What introduces the reason of a change: in its clause, before another item is named."""
        end, grammar = _END.search(text, start, stop), grammar_of(self.spec.section)
        marker = reasons().marker.compiled.search(text, start, end.start() if end else stop)
        named = marker and grammar and grammar.labels.search(text, start, marker.start())
        return None if named else marker

    def _reason(
        self, index: int, paragraph: Paragraph, folded: Folded, change: Change,
        marker: re.Match[str],
    ) -> Reason:  # fmt: skip
        text, label, spec = folded.text, marker["label"] or "", reasons()
        end = _END.search(text, marker.end())
        stop = end.start() if end else len(text)
        place = text_location(
            self.disclosure.outline, index, paragraph, folded, (marker.start(), stop),
            f"{change.concept}/reason",
        )  # fmt: skip
        sign = bool(label and spec.rise.search(label)) - bool(label and spec.fall.search(label))
        return Reason(change, text[marker.end() : stop], place, label, sign)

    def _cover(self, text: str, begin: int, end: int, mentions: list[_Mention]) -> None:
        """Note which items the reasons of one sentence explain."""
        given = list(self.spec.explained_by.compiled.finditer(text, begin, end))
        for n, reason in enumerate(given):
            before = [m for m in mentions if m.at < reason.start()]
            after = [m for m in mentions if m.at > reason.start()]
            self.covered.add(before[-1].concept if before else self.spec.total)
            if after and not _END.search(text, reason.end(), after[0].at):
                self.covered.add(after[0].concept)
            if n + 1 == len(given):
                self.covered |= {m.concept for m in before}

    # ------------------------------------------------------------------ the table
    def _table(self) -> None:
        """The rows of the table that compares the years."""
        tables = [
            c
            for c in self.disclosure.comparisons
            if c.part is self.part and c.spec.id == self.spec.table
        ]
        for table in tables[:1]:
            reason = next((c for c in table.columns if c and c.role == "reason"), None)
            for row in table.rows:
                key = row.keys["item"]
                cells = {
                    role: self.disclosure.facts.cell(self.part, (table.spec.id, key, role))
                    for role in ("last", "this", "change")
                }
                change = self._moved(key, cells)
                if change is None:
                    continue
                self.found.changes.append(change)
                cell = row.cells.get("reason") if reason else None
                text = fold(cell.text) if cell else ""
                if reason and cell and not reasons().nothing.fullmatch(text):
                    self.covered.add(change.concept)
                    place = table.location(row, reason)
                    self.found.reasons.append(Reason(change, text, place))

    def _moved(self, key: str, cells: dict[str, Fact | None]) -> Change | None:
        """What a row says to have changed; None where its amounts are in doubt."""
        this, last, by = cells["this"], cells["last"], cells["change"]
        place = by or this
        if place is None or any(cell in self.wrong for cell in cells.values() if cell):
            return None
        printed = [cell.value for cell in (this, last, by) if cell and cell.value]
        if not printed:
            return None
        if this and last:
            moved = counted(this.value) - counted(last.value)
        else:
            moved = counted(by.value) if by else counted(None)
        concept = self.spec.total if key in self.spec.table_totals else f"{self.spec.total}.{key}"
        label = place.location.row_label or ""
        return Change(concept, label, amount_like(moved, printed[0]), place.location)

    # ------------------------------------------------------------------ what is not explained
    def _unread(self) -> bool:
        """Whether the section has a table that may give the reasons and was not understood."""
        unknown = self.disclosure.unrecognised
        return any(self.section.start < block < self.section.end for block in unknown)

    def _unexplained(self) -> list[tuple[Change, ...]]:
        """The changed items without a reason, each once."""
        changed: dict[str, Change] = {}
        for change in self.found.changes:
            if change.sign:
                changed.setdefault(change.concept, change)
        if changed and not self.covered:
            return [tuple(sorted(changed.values(), key=lambda c: c.concept != self.spec.total))]
        if self.spec.total in self.covered or not self.spec.table:
            return []
        missing: dict[tuple[str, ...], Change] = {}
        for concept, change in changed.items():
            family = self.spec.family(concept)
            explaining = {family[0], *(item for item in family if item in changed)}
            if concept != self.spec.total and self.covered.isdisjoint(explaining):
                missing.setdefault(family, change)
        return [(change,) for change in missing.values()]


def _told(fact: Fact) -> Change:
    """The change that a sentence tells."""
    value = fact.value or _NOTHING
    base = fact.context.base
    return Change(fact.concept, fact.name, value, fact.location, value.is_nothing, base)
