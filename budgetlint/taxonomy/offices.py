"""How the number of offices is told, and how they are called: ``offices.toml``, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from budgetlint.taxonomy.data import tables_of

_HAN = "[一二三四五六七八九十两]{1,3}"


@dataclass(frozen=True)
class OfficeSpec:
    """``ahead`` finds a number and what is counted, before a list; ``behind`` a list before them.

    ``above`` ends a paragraph whose list stands below it. ``everything`` says that a list is
    complete; ``name`` matches a whole name of an office. ``beneath`` tells units that
    may be counted without the department's own, ``column`` heads their names in a table, ``aside``
    is a line that may stand between a number and the table. ``lead`` stands before the first name
    of a list, ``trail`` behind the last one.
    """

    ahead: re.Pattern[str]
    behind: re.Pattern[str]
    above: re.Pattern[str]
    everything: re.Pattern[str]
    name: re.Pattern[str]
    beneath: re.Pattern[str]
    column: re.Pattern[str]
    aside: re.Pattern[str]
    lead: re.Pattern[str]
    trail: re.Pattern[str]


@cache
def offices() -> OfficeSpec:
    """How offices are counted and listed."""
    data = tables_of("offices.toml")
    number = f"[0-9]{{1,2}}|{_HAN}"
    count = f"(?P<count>{number})个"
    noun = data["noun"]
    last = rf"(?P<noun_first>{noun})(?:共计?|共有)?\(?(?P<count_last>{number})个\)?"
    counted = f"(?:{count}(?P<noun>{noun})|{last})"
    listed = f"{data['before']}(?P<list>[^。;,:0-9]+?、[^。;:0-9]+?)"
    return OfficeSpec(
        re.compile(f"{counted}(?P<opens>{data['opens']})(?P<list>[^。;]+)"),
        re.compile(f"{listed}(?:共|共计)?{count}(?P<noun>{noun})"),
        re.compile(f"{counted}(?:(?P<opens>{data['opens']})|{data['follows']}|。|$)$"),
        re.compile(data["all"]),
        re.compile(data["name"]),
        re.compile(data["beneath"]),
        re.compile(data["column"]),
        re.compile(data["aside"]),
        re.compile(f"(?<!建){data['before']}"),
        re.compile(f"(?:等|共计?)*(?:{number})个(?:{noun})$|等$"),
    )
