"""Understanding: from a format-neutral document to what it discloses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from budgetlint.disclosure.diagnosis.defects import Diagnosis, diagnose
from budgetlint.disclosure.diagnosis.relating import add_cell_relations, add_part_relations
from budgetlint.disclosure.diagnosis.relations import RelationSet
from budgetlint.disclosure.facts import Fact, FactSet
from budgetlint.disclosure.naming.entities import (
    EntityClaim,
    EntityDefect,
    entity_claims,
    entity_defects,
)
from budgetlint.disclosure.naming.identity import (
    Identity,
    find_identity,
    kind_of,
    name_parts,
    names_of,
)
from budgetlint.disclosure.naming.titles import Title, find_titles
from budgetlint.disclosure.naming.years import Years, find_years
from budgetlint.disclosure.narrative.staff import add_staff_relations, staff_facts
from budgetlint.disclosure.projects.finding import find_projects
from budgetlint.disclosure.projects.relating import add_project_relations, project_cells
from budgetlint.disclosure.projects.totals import add_project_totals
from budgetlint.disclosure.purchases import Purchases, find_purchases
from budgetlint.disclosure.structure.blank_form import BlankForm, find_blank_form
from budgetlint.disclosure.structure.joined import join
from budgetlint.disclosure.structure.outline import Outline, Part, find_outline
from budgetlint.disclosure.tables.cells import cell_facts
from budgetlint.disclosure.tables.codes import resolve_codes
from budgetlint.disclosure.tables.comparison import find_comparisons
from budgetlint.disclosure.tables.detail_rows import set_details_aside
from budgetlint.disclosure.tables.foreign_codes import ForeignCodes, take_foreign_codes
from budgetlint.disclosure.tables.miscounted import Miscounted, take_miscounted
from budgetlint.disclosure.tables.other_tables import nested_note, other_tables, unread_notes
from budgetlint.disclosure.tables.statements import Statement, find_statements
from budgetlint.disclosure.tables.units import UnitDefect, contradicted_units, fill_missing_units
from budgetlint.lang import say
from budgetlint.taxonomy import templates
from budgetlint.taxonomy.subjects import CodeBook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from budgetlint.disclosure.naming.citations import CitedNumber
    from budgetlint.disclosure.naming.own_names import OwnName
    from budgetlint.disclosure.narrative.reasons import ExplainedChanges
    from budgetlint.disclosure.passages import Passage
    from budgetlint.disclosure.personal import PersonalMention
    from budgetlint.disclosure.projects.model import Project
    from budgetlint.disclosure.structure.list_faults import CheckedLists
    from budgetlint.disclosure.structure.listed import Listed
    from budgetlint.disclosure.tables.codes_defects import CodeDefect
    from budgetlint.document import Document
    from budgetlint.location import PartRef
    from budgetlint.taxonomy.slips import Slip

_NEEDS = {
    "section-template": "没有认出情况说明采用哪种公开格式（标题与已知格式不符）",
    "table-template": "没有认出标准表采用哪种公开格式（标题与已知格式不符）",
    "statements": "文档中没有标准表",
    "tables": "文档中没有标准表，也没有政府采购表和资产表",
    "any-tables": "文档中没有标准表，也没有政府采购表、资产表和绩效目标表",
    "purchases": "文档中没有认出政府采购表和资产表",
    "narrative": "情况说明中没有认出金额",
    "sections": "文档中没有情况说明的章节",
    "year": "没有认出是哪一年的预算或决算",
    "units": "文档中没有所属单位的部分",
    "projects": "文档中没有项目的绩效目标表",
    "contents": "文档没有目录，或目录的条目多数不在正文中",
}


@dataclass(frozen=True)
class Disclosure:
    """What a document discloses: outline, identity, statements, facts and their diagnosis.

    ``comparisons`` are the tables that compare two years.
    ``unrecognised`` are the blocks of tables of which it is not known what they are. Of a
    ``blank_form`` nothing but that is said. ``book`` has the classifications that codes and names
    are held against. ``projects`` are those of the performance-goal tables, in order.
    ``extra_slips`` are the user's own.
    """

    document: Document
    outline: Outline
    identity: Identity
    titles: tuple[Title, ...]
    years: Years
    statements: tuple[Statement, ...]
    comparisons: tuple[Statement, ...]
    facts: FactSet
    foreign_codes: tuple[ForeignCodes, ...]
    code_defects: tuple[CodeDefect, ...]
    unit_defects: tuple[UnitDefect, ...]
    diagnosis: Diagnosis
    miscounted: tuple[Miscounted, ...]
    unrecognised: tuple[int, ...]
    unread: tuple[str, ...]
    book: CodeBook
    purchases: Purchases
    blank_form: BlankForm | None = None
    projects: tuple[Project, ...] = ()
    extra_slips: tuple[Slip, ...] = ()

    @property
    def kind(self) -> str:
        """``budget``, ``final`` or ``unknown``."""
        return self.identity.kind

    @property
    def year(self) -> int | None:
        """The fiscal year."""
        return self.identity.year

    @property
    def entity(self) -> str | None:
        """The department or unit that publishes."""
        return self.identity.entity

    @property
    def entity_code(self) -> str | None:
        """Its budget code."""
        return self.identity.code

    @property
    def unit(self) -> str | None:
        """The unit of the standard tables; None where they mix or name none."""
        units = {s.caption.unit for s in self.statements if s.caption.unit}
        return units.pop().value if len(units) == 1 else None

    @property
    def parts(self) -> tuple[PartRef, ...]:
        """The parts in order."""
        return tuple(part.ref for part in self.outline.parts)

    @property
    def statement_names(self) -> tuple[str, ...]:
        """The recognised standard tables, in order, for the coverage; a mere title is none."""
        return tuple(
            f"{s.title}（{s.part.ref.entity or s.part.ref.kind}）"
            for s in self.statements
            if s.table or s.note
        )

    @cached_property
    def entity_claims(self) -> tuple[EntityClaim, ...]:
        """Every caption, title and opening that says whose it is; several rules look at them."""
        return tuple(entity_claims(self.document, self.outline, self.statements, self.titles))

    @cached_property
    def entity_defects(self) -> tuple[EntityDefect, ...]:
        """The names and codes that do not fit their part."""
        return tuple(entity_defects(self.outline, self.entity_claims))

    @cached_property
    def explained_changes(self) -> tuple[ExplainedChanges, ...]:
        """The changes that the narrative tells of, with the reasons given for them."""
        from budgetlint.disclosure.narrative.reasons import explained_changes  # noqa: PLC0415

        return tuple(explained_changes(self))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every piece of text with its place, for the rules on words."""
        from budgetlint.disclosure.passages import find_passages  # noqa: PLC0415

        return tuple(find_passages(self))

    @cached_property
    def own_names(self) -> tuple[OwnName, ...]:
        """The full names of the parts, and how often each is written right."""
        from budgetlint.disclosure.naming.own_names import own_names  # noqa: PLC0415

        return tuple(own_names(self))

    @cached_property
    def checked_lists(self) -> CheckedLists:
        """The numbered lists anywhere in it, with what is wrong with their numbers."""
        from budgetlint.disclosure.structure.list_faults import check_lists  # noqa: PLC0415

        return check_lists(self)

    @cached_property
    def personal(self) -> tuple[PersonalMention, ...]:
        """The numbers and addresses of persons; reports never show them whole."""
        from budgetlint.disclosure.personal import personal_mentions  # noqa: PLC0415

        return tuple(personal_mentions(self))

    @cached_property
    def cited_numbers(self) -> tuple[CitedNumber, ...]:
        """The numbers of documents that are cited."""
        from budgetlint.disclosure.naming.citations import cited_numbers  # noqa: PLC0415

        return tuple(cited_numbers(self.passages))

    @cached_property
    def listed(self) -> Listed:
        """What the table of contents says wrong of the body."""
        from budgetlint.disclosure.structure.listed import compare_contents  # noqa: PLC0415

        return compare_contents(self)

    def lacks(self, need: str) -> str | None:
        """Why a rule that needs ``need`` cannot be run here, or None if it can."""
        its_kind = self.kind in ("unknown", self.outline.template.kind)
        has_tables = bool(self.statements or self.comparisons or self.purchases.statements)
        have = {
            "section-template": self.outline.demands_sections and its_kind,
            "table-template": self.outline.demands_tables and its_kind,
            "statements": bool(self.statements or self.comparisons),
            "tables": has_tables,
            "any-tables": has_tables or bool(self.projects),
            "purchases": bool(self.purchases.statements),
            "narrative": any(self.facts.texts.values()),
            "sections": any(part.sections for part in self.outline.parts),
            "year": self.year is not None,
            "units": len(self.outline.parts) > 1,
            "projects": bool(self.projects) or self.kind == "final",
        }
        has = self.listed.held is not None if need == "contents" else have[need]
        return None if has else say(_NEEDS[need])

    def missing_rows(self, statement: Statement) -> int:
        """How many rows of a statement are known to be left out."""
        where = (statement.part.start, statement.spec.id)
        absent = [
            defect
            for defect in self.diagnosis.defects
            if defect.suspect.absent
            and (defect.suspect.context.part.start, defect.suspect.context.statement) == where
        ]
        return len(absent) + len(statement.missing_codes)

    def statements_of(self, part: Part) -> list[Statement]:
        """The statements of a part, in order."""
        return [s for s in self.statements if s.part is part]


class _Narrative(NamedTuple):
    """How the sentences of a kind of document are read, and what must hold between them."""

    read: Callable[
        [Document, Outline, int | None, tuple[str, ...]], Iterator[tuple[Part, list[Fact], int]]
    ]
    relate: Callable[[Part, FactSet, RelationSet], None]


def _narrative_of(outline: Outline) -> _Narrative:
    """The narrative of budgets or of final accounts; the other one is never loaded."""
    if outline.template.kind == "final":
        from budgetlint.disclosure.narrative.final import final_narrative_facts  # noqa: PLC0415
        from budgetlint.disclosure.narrative.final_relations import add_final_relations  # noqa: PLC0415

        return _Narrative(final_narrative_facts, add_final_relations)
    from budgetlint.disclosure.narrative.budget import narrative_facts  # noqa: PLC0415
    from budgetlint.disclosure.narrative.text_relations import add_text_relations  # noqa: PLC0415

    return _Narrative(narrative_facts, add_text_relations)


def _relate(
    outline: Outline,
    statements: list[Statement],
    projects: tuple[Project, ...],
    purchases: Purchases,
    facts: FactSet,
) -> RelationSet:
    relations = RelationSet()
    for part in outline.parts:
        add_cell_relations(part, facts, statements, outline.template, relations)
        purchases.relate(part, facts, relations)
        _narrative_of(outline).relate(part, facts, relations)
        add_staff_relations(part, facts, relations)
        add_project_totals(part, projects, facts, relations)
    if len(outline.parts) > 1:
        department, *units = outline.parts
        add_part_relations(department, units, facts, outline.template, relations)
    add_project_relations(projects, relations)
    return relations


def understand(
    document: Document,
    book: CodeBook | None = None,
    others: Sequence[Document] = (),
    extra_slips: Sequence[Slip] = (),
) -> Disclosure:
    """Understand a document; what could not be understood is in ``unread``.

    ``book`` has the classification codes; None stands for those of budgetlint alone. ``others``
    were published apart from the document and belong to the same disclosure. ``extra_slips`` are
    the user's own.
    """
    book = book or CodeBook()
    units = None
    if others:
        joined = join((document, *others), templates())
        document, units = joined.document, joined.units
    outline = find_outline(document, templates(), units)
    recognised = find_statements(document, outline)
    statements = recognised.statements
    titles = find_titles(document, outline)
    kind, names = kind_of(outline, titles), names_of(statements, titles)
    years = find_years(document, outline, statements, titles, kind, names)
    identity = find_identity(document, kind, statements, titles, years.year)
    name_parts(outline.parts, identity, statements)
    unread = recognised.unread + set_details_aside(statements, book)
    comparisons = find_comparisons(document, outline, recognised.tables, unread)
    taken = recognised.tables | {comparison.block for comparison in comparisons}
    projects, goal_tables, goal_notes = find_projects(document, outline, taken)
    taken |= goal_tables
    purchases = find_purchases(document, outline, taken, book["procurement"])
    known, unknown = other_tables(document, outline.template, taken | purchases.blocks)
    unread += unread_notes(known, unknown) + goal_notes + nested_note(document)
    foreign_codes = take_foreign_codes(statements, book)
    code_defects = resolve_codes(statements, book, identity.year)
    tables = [*statements, *comparisons]
    fill_missing_units([*tables, *purchases.statements])
    purchases.settle_units()
    texts = list(_narrative_of(outline).read(document, outline, identity.year, identity.names))
    staff = list(staff_facts(document, outline))

    def gather(notes: list[str]) -> FactSet:
        facts = FactSet()
        for statement in tables:
            facts.add_cells(statement.part, cell_facts(statement, notes))
        for project in projects:
            facts.add_cells(project.part, project_cells(project))
        purchases.add_facts(facts, notes)
        for part, found, _ in texts:
            facts.add_texts(part, found)
        for part, found in staff:
            facts.add_texts(part, found)
        return facts

    facts = gather(unread)
    relations = _relate(outline, tables, projects, purchases, facts)
    unit_defects = contradicted_units([*tables, *purchases.statements], relations.relations)
    if unit_defects:
        for defect in unit_defects:
            defect.statement.unit = defect.implied
        facts = gather([])
        relations = _relate(outline, tables, projects, purchases, facts)
    left_out = sum(count for _, _, count in texts)
    if left_out:
        unread.append(
            say("情况说明中有{count}处金额的名称带有限定语，未与标准表核对", count=left_out)
        )
    diagnosis = diagnose(relations)
    miscounted = take_miscounted(statements, facts, diagnosis)
    return Disclosure(
        document=document,
        outline=outline,
        identity=identity,
        titles=tuple(titles),
        years=years,
        statements=tuple(statements),
        comparisons=tuple(comparisons),
        facts=facts,
        foreign_codes=tuple(foreign_codes),
        code_defects=tuple(code_defects),
        unit_defects=tuple(unit_defects),
        diagnosis=diagnosis,
        miscounted=tuple(miscounted),
        unrecognised=tuple(unknown),
        book=book,
        purchases=purchases,
        blank_form=find_blank_form(document, statements),
        projects=projects,
        extra_slips=tuple(extra_slips),
        unread=(*(note.reason for note in document.unread), *unread),
    )
