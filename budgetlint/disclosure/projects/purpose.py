"""The amounts in the text on a project's purpose: those of the table, and what they are for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import MONEY_UNITS, NUMBER, Unit, amount_printed
from budgetlint.disclosure.facts import Context, Fact
from budgetlint.fold import fold_with_offsets
from budgetlint.taxonomy.performance import performance

if TYPE_CHECKING:
    from budgetlint.disclosure.amount import Amount
    from budgetlint.disclosure.projects.model import Project
    from budgetlint.fold import Folded

_AMOUNT = rf"(?P<number>{NUMBER})(?P<unit>{MONEY_UNITS})"
_ITEM = re.compile(rf"(?P<name>[^0-9,、;。:()]{{2,40}}?)(?:约|为|:)?{_AMOUNT}(?:等.*)?")
_CLAUSES = re.compile("[,、;。]")
_ROLES = {
    "budget": "资金用途所写的预算数",
    "fiscal": "资金用途所写的财政资金",
    "other": "资金用途所写的其他资金",
}
_LEAST_ITEMS = 2
_DECIMALS = 2


@dataclass(frozen=True)
class Purpose:
    """The amounts of a text: ``stated`` ones of the table by role, and the ``items`` of a list.

    ``complete`` tells whether the list names nothing without its amount.
    """

    stated: dict[str, Fact]
    items: tuple[Fact, ...]
    complete: bool


def read_purpose(project: Project) -> Purpose:
    """The amounts in the text on the purpose of a project."""
    if project.purpose is None:
        return Purpose({}, (), complete=False)
    folded = fold_with_offsets(project.purpose.text)
    stated: dict[str, Fact] = {}
    end = 0
    for role, words in performance().stated.items():
        match = re.compile(f"(?:^|(?<=[,;。:]))(?:{words.text}){_AMOUNT}").search(folded.text)
        if match:
            stated[role] = _fact(project, folded, match, role, _ROLES[role])
            end = max(end, match.end())
    items, complete = _items(project, folded, end)
    return Purpose(stated, items, complete)


def _items(project: Project, folded: Folded, start: int) -> tuple[tuple[Fact, ...], bool]:
    """The items of the list behind ``start``, and whether it is complete; none if it is none."""
    text = folded.text[start:]
    if performance().item_never.search(text):
        return (), False
    found: list[Fact] = []
    clauses, at = 0, start
    for clause in _CLAUSES.split(text):
        match = _ITEM.fullmatch(folded.text, at, at + len(clause))
        if match:
            lead = performance().item_lead.compiled.match(match["name"])
            name = match["name"][lead.end() :] if lead else match["name"]
            item = _fact(project, folded, match, f"item/{len(found) + 1}", name)
            found.append(replace(item, value=_exact(item.value)))
        clauses += bool(clause)
        at += len(clause) + 1
    if len(found) < _LEAST_ITEMS:
        return (), False
    return tuple(found), len(found) == clauses and not performance().item_open.search(text)


def _exact(amount: Amount | None) -> Amount | None:
    """An amount of a list, which people write without the zeros at its end: 8万元 is 8.00万元."""
    if amount is None or amount.unit is Unit.YUAN:
        return amount
    return replace(amount, decimals=max(amount.decimals, _DECIMALS))


def _fact(project: Project, folded: Folded, match: re.Match[str], what: str, name: str) -> Fact:
    """An amount of the text as a fact; the place is the amount with its unit."""
    if project.purpose is None:
        raise ValueError(what)
    begin, end = folded.original(match.start("number"), match.end("unit"))
    return Fact(
        concept=f"project.{what}",
        context=Context(project.part, section="performance"),
        value=amount_printed(match["number"], Unit(match["unit"])),
        text=project.purpose.text[begin:end],
        location=project.purpose.slice(begin, end, what),
        name=name,
        order=(project.block, 2, begin),
        leaf=what != "budget",
    )
