"""What was understood of a document, as plain data ready for JSON.

The officer's and our own way to see whether a table was recognised and what a number was taken
for (``budgetlint extract``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.facts import Fact
    from budgetlint.disclosure.projects.model import Indicator, Project
    from budgetlint.disclosure.structure.outline import Part
    from budgetlint.disclosure.tables.statements import Statement
    from budgetlint.document import Position

_PHYSICAL = ("page", "line", "column", "paragraph", "table", "row", "col", "bbox")


def describe(disclosure: Disclosure) -> dict[str, Any]:
    """Identity, outline, statements, projects, facts, remarks of the reader, what stayed unread."""
    identity = disclosure.identity
    return {
        "identity": {
            "kind": identity.kind,
            "year": identity.year,
            "entity": identity.entity,
            "entity_code": identity.code,
            "level": identity.level,
            "unit": disclosure.unit,
            "template": disclosure.outline.template.id if disclosure.outline.applies else None,
        },
        "outline": [_part(disclosure, part) for part in disclosure.outline.parts],
        "statements": [_statement(statement) for statement in disclosure.statements],
        "projects": [_project(project) for project in disclosure.projects],
        "facts": [_fact(fact) for fact in disclosure.facts if not fact.absent],
        "remarks": [
            {"kind": remark.kind, "text": remark.text, "position": _position(remark.position)}
            for remark in disclosure.document.remarks
        ],
        "unread": list(disclosure.unread),
    }


def _position(position: Position) -> dict[str, Any]:
    return {name: value for name in _PHYSICAL if (value := getattr(position, name)) is not None}


def _part(disclosure: Disclosure, part: Part) -> dict[str, Any]:
    return {
        "kind": part.ref.kind,
        "entity": part.ref.entity,
        "code": part.ref.code,
        "statements": [s.spec.number for s in disclosure.statements_of(part)],
        "sections": [
            {
                "number": section.spec.number,
                "id": section.spec.id,
                "heading": section.heading,
                "position": _position(section.line.paragraph.position()),
            }
            for section in part.sections
        ],
    }


def _statement(statement: Statement) -> dict[str, Any]:
    caption = statement.caption
    return {
        "number": statement.ref.number,
        "id": statement.spec.id,
        "title": statement.title,
        "part": statement.part.ref.entity,
        "entity": caption.entity,
        "entity_code": caption.code,
        "year": caption.year,
        "unit": caption.unit,
        "read_in": statement.unit,
        "columns": [column.title if column else None for column in statement.columns],
        "rows": len(statement.rows),
        "note": statement.note or None,
        "position": _position(statement.position),
    }


def _project(project: Project) -> dict[str, Any]:
    return {
        "part": project.part.ref.entity,
        "name": project.name,
        "code": project.code.text if project.code else None,
        "amounts": {role: fact.text for role, fact in project.amounts.items()},
        "purpose": project.purpose.text if project.purpose else None,
        "plan": {f"{share.month}月底": share.entry.text for share in project.plan},
        "goals": [goal.text for goal in project.goals],
        "indicators": [_indicator(indicator) for indicator in project.indicators],
        "position": _position(project.location.position),
    }


def _indicator(indicator: Indicator) -> dict[str, Any]:
    value = indicator.value
    return {
        "class": indicator.is_of or None,
        "name": indicator.name.text,
        "text": indicator.entry.text,
        "comparator": value.comparator or None,
        "number": None if value.number is None else str(value.number),
        "unit": value.unit or None,
    }


def _fact(fact: Fact) -> dict[str, Any]:
    context, value = fact.context, fact.value
    return {
        "concept": fact.concept,
        "part": context.part.ref.kind,
        "statement": context.statement or None,
        "column": context.column or None,
        "section": context.section or None,
        "period": context.period,
        "kind": context.kind,
        "measure": context.measure,
        "value": str(value.value) if value else None,
        "unit": value.unit if value else None,
        "decimals": value.decimals if value else None,
        "text": fact.text,
        "position": _position(fact.location.position),
    }
