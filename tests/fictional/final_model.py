"""The consistent final accounts of the fictional department, as a list of blocks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from fictional.blocks import Block, Heading, Para, Printed
from fictional.final_data import ENTITY, YEAR
from fictional.final_figures import Figures, Options
from fictional.final_narrative import FinalNarrative
from fictional.final_purchases import with_purchase_tables
from fictional.final_tables import FinalTables
from fictional.final_words import DUTIES, GLOSSARY, STRUCTURE
from fictional.tables import chinese

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Figures", "Options", "build_final"]

NATIONAL_PARTS = (
    f"{ENTITY}概况",
    f"{YEAR}年度部门决算表",
    f"{YEAR}年度部门决算情况说明",
    "预算绩效情况说明",
    "名词解释",
)
SHANGHAI_PARTS = (
    f"{ENTITY}概况",
    f"{ENTITY}{YEAR}年度部门决算表",
    f"{ENTITY}{YEAR}年度部门决算情况说明",
    "名词解释",
)


@cache
def build_final(options: Options = Options()) -> Printed:  # noqa: B008 (frozen)
    """The final accounts without any defect."""
    figures = Figures(options)
    tables = FinalTables(figures)
    narrative = FinalNarrative(figures, tables)
    titles = NATIONAL_PARTS if options.layout == "national" else SHANGHAI_PARTS
    blocks: list[Block] = [Heading("cover", "cover", f"{ENTITY}{YEAR}年度部门决算")]
    for number, title in enumerate(titles, start=1):
        blocks.append(Heading(f"p/{number}", "part", title, f"第{chinese(number)}部分"))
        if title.endswith("概况"):
            blocks.extend(_overview(tables))
        elif title.endswith("决算表"):
            blocks.extend(tables.standard())
        elif title.startswith("预算绩效"):
            blocks.extend(narrative.body("performance"))
        elif title == "名词解释":
            blocks.extend(_glossary())
        else:
            blocks.extend(narrative.sections())
    printed = Printed(tuple(blocks))
    return with_purchase_tables(printed) if options.purchase_tables else printed


def _overview(tables: FinalTables) -> Iterator[Block]:
    yield Heading("s/duties", "section", "主要职能", "一、")
    for i, duty in enumerate(DUTIES, start=1):
        yield Para(f"s/duties/{i}", duty, f"{i}、")
    yield Heading("s/structure", "section", "部门决算单位构成", "二、")
    yield Para("s/structure/text", STRUCTURE)
    yield tables.units()


def _glossary() -> Iterator[Block]:
    for i, (term, meaning) in enumerate(GLOSSARY, start=1):
        yield Para(f"g/{i}", f"{term}：{meaning}", f"{chinese(i)}、")
