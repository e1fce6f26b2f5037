"""What the properties of a file are called, and what a name looks like: ``metadata.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from budgetlint.taxonomy.data import tables_of

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Properties:
    """``people``, ``organisations`` and ``titles`` name the properties for the reader.

    ``name`` matches what looks like the name of a person, ``no_name`` what does not for all that;
    ``makers`` finds those of software and computers. Of a title: what programs put ``around`` it,
    the ``year``, ``budget`` or ``final`` (not where it speaks of ``both``), ``template`` and
    ``draft``.
    """

    people: Mapping[str, str]
    organisations: Mapping[str, str]
    titles: Mapping[str, str]
    name: re.Pattern[str]
    no_name: re.Pattern[str]
    makers: re.Pattern[str]
    around: re.Pattern[str]
    year: re.Pattern[str]
    budget: re.Pattern[str]
    final: re.Pattern[str]
    both: re.Pattern[str]
    template: re.Pattern[str]
    draft: re.Pattern[str]


@cache
def properties() -> Properties:
    """How properties of a file are judged."""
    data = tables_of("metadata.toml")
    name, compound = data["name"], data["name"]["compound"]
    surnames = [compound[at : at + 2] for at in range(0, len(compound), 2)]
    family = f"(?:{'|'.join(surnames)}|[{name['single'].strip()}])"
    title = {key: re.compile(pattern) for key, pattern in data["title"].items()}
    return Properties(
        people=data["people"],
        organisations=data["organisations"],
        titles=data["titles"],
        name=re.compile(f"{family}[\u4e00-\u9fff]{{1,2}}|{name['pinyin']}"),
        no_name=re.compile("|".join([*name["words"], f".*{name['not_ending']}"])),
        makers=re.compile(name["makers"], re.IGNORECASE),
        **title,
    )
