"""How the narrative of final accounts speaks: ``final-narrative.toml``, read once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from budgetlint.taxonomy.data import tables_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class QuantitySpec:
    """A quantity that the narrative states.

    ``unit`` is 万元 for money of any unit, else what is counted. One that ``follows`` others
    needs no name right behind them (团组1个、累计3人次); the name of one may mean it only
    ``after`` others. A ``named`` one is called as printed. ``tables`` are by measure the cells
    that state the same; one of them must agree. ``share_of`` are the quantities that a share
    without a stated base can be of. Its name ``may_mean`` others (总收入 for 本年收入合计). It is
    usually not above the quantity that it is ``within``, and equal to it unless the table of
    functions has a row called ``whole_unless``.
    """

    id: str
    title: str
    sections: tuple[str, ...]
    pattern: str = ""
    unit: str = "万元"
    named: bool = False
    follows: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    tables: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    share_of: tuple[str, ...] = ()
    may_mean: tuple[str, ...] = ()
    within: str = ""
    whole_unless: str = ""


@dataclass(frozen=True, slots=True)
class AbsenceSpec:
    """What a section may say it has none of, and the quantities that are then 0."""

    sections: tuple[str, ...]
    pattern: str
    quantities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SumSpec:
    """``total`` = Σ ``parts`` − Σ ``less``; of an ``open`` one the parts only cannot exceed the
    total."""

    total: str
    parts: tuple[str, ...]
    less: tuple[str, ...] = ()
    open: bool = False
    severity: str = "error"


@dataclass(frozen=True, slots=True)
class ItemsSpec:
    """A section that explains （类）（款）（项） one by one: its table and its total."""

    section: str
    table: str
    total: str


@dataclass(frozen=True)
class FinalNarrativeSpec:
    """How the narrative of final accounts speaks."""

    connector: str
    unchanged: str
    nothing: str
    lead: str
    reason: str
    list: str
    not_alone: Sequence[str]
    measures: Mapping[str, str]
    measure_titles: Mapping[str, str]
    units: Mapping[str, str]
    quantities: tuple[QuantitySpec, ...]
    absences: tuple[AbsenceSpec, ...]
    sums: tuple[SumSpec, ...]
    items: tuple[ItemsSpec, ...]
    by_id: Mapping[str, QuantitySpec]


def _fields(data: dict[str, Any]) -> dict[str, Any]:
    """The data of one table with its lists made tuples and its patterns one."""
    made = {key: tuple(v) if isinstance(v, list) else v for key, v in data.items()}
    if "patterns" in made:
        made["pattern"] = "|".join(made.pop("patterns"))
    return made


def _quantity(data: dict[str, Any]) -> QuantitySpec:
    tables = data.get("tables", {})
    by_measure = tables if isinstance(tables, dict) else {"final": tables}
    made = _fields({**data, "tables": None})
    made["tables"] = {measure: tuple(cells) for measure, cells in by_measure.items()}
    return QuantitySpec(**made)


@cache
def final_narrative() -> FinalNarrativeSpec:
    """How the narrative of final accounts speaks."""
    data = tables_of("final-narrative.toml")
    quantities = tuple(map(_quantity, data.pop("quantities")))
    return FinalNarrativeSpec(
        quantities=quantities,
        absences=tuple(AbsenceSpec(**_fields(each)) for each in data.pop("absences")),
        sums=tuple(SumSpec(**_fields(each)) for each in data.pop("sums")),
        items=tuple(ItemsSpec(**each) for each in data.pop("items")),
        by_id={quantity.id: quantity for quantity in quantities},
        **data,
    )
