"""Headcounts: 核定编制87名，其中行政编制26名、事业编制61名；在职人员83人。

A total with the kinds that are listed behind it. The kinds of one set never overlap, so that they
can never be more than the total; they are expected to be all of it where nothing else is listed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from budgetlint.disclosure.amount import Amount, Unit
from budgetlint.disclosure.diagnosis.relations import Kind, Relation, Within, judge
from budgetlint.disclosure.facts import Context, Fact
from budgetlint.disclosure.narrative.sentence_facts import located
from budgetlint.document import Paragraph
from budgetlint.fold import fold_with_offsets
from budgetlint.taxonomy.staff import staff

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure.diagnosis.relations import RelationSet
    from budgetlint.disclosure.facts import FactSet
    from budgetlint.disclosure.structure.outline import Outline, Part
    from budgetlint.disclosure.structure.sections import Section
    from budgetlint.document import Document
    from budgetlint.fold import Folded
    from budgetlint.taxonomy.staff import StaffSet

CONCEPT = "staff"
_OPEN = "staff:open"
_COUNT = re.compile(
    r"(?P<name>[^0-9,;。、:()]{0,40}?)(?:为|是)?(?P<number>[0-9]{1,6})"
    r"(?P<unit>人|名|个)(?![次以月])"
)
_HINT = re.compile("编制|在职|在编|退休|实有|现有|共有")
_SEPARATORS = re.compile("[,、;和及]*")
_UNITS = {"人": Unit.PERSONS, "名": Unit.POSTS, "个": Unit.PIECES}


class _Place(NamedTuple):
    part: Part
    section: Section | None
    block: int
    paragraph: Paragraph
    folded: Folded


class _Count(NamedTuple):
    name: str
    match: re.Match[str]
    depth: int


def staff_facts(document: Document, outline: Outline) -> Iterator[tuple[Part, list[Fact]]]:
    """The headcounts of each part that are told with the kinds they are made of."""
    for part in outline.parts:
        found: list[Fact] = []
        for index in range(part.start, part.end):
            block = document.blocks[index]
            if isinstance(block, Paragraph) and _HINT.search(block.text):
                inside = (s for s in part.sections if s.start <= index < s.end)
                place = _Place(
                    part, next(inside, None), index, block, fold_with_offsets(block.text)
                )
                found += _in_paragraph(place)
        yield part, found


def _in_paragraph(place: _Place) -> Iterator[Fact]:
    counts = list(_counts(place.folded.text))
    for n in range(len(counts) - 1):
        for one in staff().sets:
            parts, is_open = _listed(place.folded.text, one, counts[n:])
            if parts:
                total = _fact(place, counts[n], one.title)
                yield total
                for part in parts:
                    concept = _OPEN if is_open else CONCEPT
                    yield replace(_fact(place, part, part.name), about=total, concept=concept)
                break


def _counts(text: str) -> Iterator[_Count]:
    for match in _COUNT.finditer(text):
        before = staff().before.match(match["name"])
        name = match["name"][before.end() if before else 0 :]
        at = match.start("number")
        yield _Count(name, match, text.count("(", 0, at) - text.count(")", 0, at))


def _listed(text: str, one: StaffSet, counts: Sequence[_Count]) -> tuple[list[_Count], bool]:
    """The kinds listed behind the first of the counts, and whether anything else is."""
    total, *after = counts
    opened = staff().opens.match(text, total.match.end())
    is_total = _is_total(one, total)
    if not (is_total and opened and opened.end() <= after[0].match.start("number")):
        return [], False
    others = [s for s in staff().sets if s is not one]
    found: list[_Count] = []
    seen: set[int] = set()
    depth, last = after[0].depth, opened.end()
    for count in after:
        if count.depth > depth:
            continue
        between = text[last : count.match.start()]
        kind = one.kind(count.name)
        if count.depth < depth or "。" in between or kind in seen:
            break
        if "另" in count.match["name"]:
            return found, True
        before = found[-1:] and found[-1]
        if before and any(_is_total(s, before) and s.kind(count.name) is not None for s in others):
            return found, True
        if kind is None:
            ended = ";" in between or any(_is_total(s, count) for s in staff().sets)
            return found, not ended
        if not _SEPARATORS.fullmatch(re.sub(r"\([^()]*\)", "", between)):
            return found, True
        found.append(count)
        seen.add(kind)
        last = count.match.end()
    return found, text.startswith("等", last)


def _is_total(one: StaffSet, count: _Count) -> bool:
    """Whether a count ends with what the whole of a set is called, and is none of its kinds."""
    return one.kind(count.name) is None and bool(one.head.search(count.match["name"]))


def _fact(place: _Place, count: _Count, name: str) -> Fact:
    match = count.match
    begin = match.end("name") - len(count.name) if count.name else match.start("number")
    span = (begin, match.start("number"), match.end())
    location = located(
        place.paragraph, place.folded, span, part=place.part, section=place.section,
        key=f"{CONCEPT}/{name}",
    )  # fmt: skip
    return Fact(
        concept=CONCEPT,
        context=Context(place.part, section=place.section.spec.id if place.section else ""),
        value=Amount(Decimal(match["number"]), _UNITS[match["unit"]], 0),
        text=location.text,
        location=location,
        name=name,
        order=(place.block, *span[:2]),
    )


def add_staff_relations(part: Part, facts: FactSet, out: RelationSet) -> None:
    """A headcount is the sum of its kinds: never less, and more only where not all are listed."""
    parts: dict[Fact, list[Fact]] = {}
    for fact in facts.texts[part.start]:
        if fact.concept.startswith(CONCEPT) and fact.about:
            parts.setdefault(fact.about, []).append(fact)
    for total, kinds in parts.items():
        within = Within(Kind.NARRATIVE, total, tuple(kinds))
        is_open = len(kinds) == 1 or kinds[0].concept == _OPEN
        is_less = judge(within).holds
        severity = "warning" if is_less else "error"
        out.include(within if is_open else Relation(Kind.NARRATIVE, total, tuple(kinds), severity))
