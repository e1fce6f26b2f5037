"""Sections of final accounts for the tests of their narrative."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from disclosure.builders import Read, document, understood

from budgetlint.disclosure.narrative.final import final_narrative_facts
from budgetlint.disclosure.structure.outline import find_outline
from budgetlint.taxonomy import template

if TYPE_CHECKING:
    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.diagnosis.relations import Relation
    from budgetlint.disclosure.facts import Fact

ENTITY = "青禾县农业农村局"
TITLES = {
    "summary": "收入支出决算总体情况说明",
    "income": "收入决算情况说明",
    "expenditure": "支出决算情况说明",
    "fiscal-summary": "财政拨款收入支出决算总体情况说明",
    "public-expenditure": "一般公共预算财政拨款支出决算情况说明",
    "public-basic": "一般公共预算财政拨款基本支出决算情况说明",
    "three-public": "财政拨款“三公”经费支出决算情况说明",
    "fund-expenditure": "政府性基金预算财政拨款收入支出决算情况说明",
    "capital-expenditure": "国有资本经营预算财政拨款支出决算情况说明",
    "agency": "机关运行经费支出情况",
    "procurement": "政府采购支出情况",
    "assets": "国有资产占用情况",
    "performance": "预算绩效情况说明",
    "glossary": "名词解释",
}
_HAN = "一二三四五六七八九十"


def sections_text(**sections: str) -> str:
    """A document with these sections, whose ids are written with _ for -."""
    lines = [f"{ENTITY}2024年度部门决算", "第三部分 2024年度部门决算情况说明"]
    for number, (name, text) in enumerate(sections.items()):
        lines += [f"{_HAN[number]}、{TITLES[name.replace('_', '-')]}", text]
    return "\n".join(lines)


def read_final(section: str, *lines: str, year: int | None = 2024) -> Read:
    """The facts of a section with these paragraphs."""
    text = sections_text(**{section: "\n".join(lines)})
    made = document(text)
    outline = find_outline(made, (template("national-final"),))
    ((_, facts, left_out),) = final_narrative_facts(made, outline, year, (ENTITY,))
    return Read(facts, left_out)


def said(section: str, *lines: str) -> list[tuple[str, str, str]]:
    """Concept, what is said (measure, kind, period and base where unusual), and value."""
    return [
        (fact.concept, what_of(fact), str(fact.value)) for fact in read_final(section, *lines).facts
    ]


def what_of(fact: Fact) -> str:
    """Measure or kind, with period and base where they are not the usual ones."""
    context = fact.context
    words = [context.kind if context.measure == "final" else context.measure]
    words += [word for word in (context.period, context.base) if word not in ("this", "")]
    return " ".join(words)


@cache
def stated(**sections: str) -> Disclosure:
    """What is understood of a document without tables."""
    return understood(sections_text(**sections))


def defects(**sections: str) -> list[tuple[str, str, str | None]]:
    """Kind, print and right value of every defect of a document without tables."""
    found = stated(**sections).diagnosis.defects
    return [(d.kind.value, d.suspect.text, str(d.expected) if d.expected else None) for d in found]


def relations_of(fact: Fact, relations: list[Relation]) -> list[Relation]:
    """The relations in which a fact takes part."""
    return [relation for relation in relations if fact in relation.facts]
