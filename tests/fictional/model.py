"""One consistent budget disclosure, built from the figures as a list of blocks."""

from __future__ import annotations

from functools import cache

from fictional.blocks import Block, Heading, Para, Printed, TableBlock
from fictional.figures import CODE, ENTITY, UNIT_CODE, UNIT_ENTITY, YEAR, Figures, Options
from fictional.narrative import Narrative
from fictional.tables import Part, Tables

__all__ = ["Figures", "Heading", "Options", "Para", "Printed", "TableBlock", "build", "parts"]

DEPARTMENT = Part("dept", "部门", ENTITY, CODE)
UNIT = Part("unit", "单位", UNIT_ENTITY, UNIT_CODE)


def parts(options: Options) -> tuple[Part, ...]:
    """The parts of a document so optioned."""
    return (DEPARTMENT, UNIT) if options.unit_part else (DEPARTMENT,)


@cache
def build(options: Options = Options()) -> Printed:  # noqa: B008 (frozen)
    """The disclosure without any defect."""
    return printed(Figures(options))


def printed(figures: Figures) -> Printed:
    """The disclosure of these figures, consistent in itself."""
    blocks: list[Block] = [Heading("cover", "cover", f"{ENTITY}{YEAR}年部门预算信息公开")]
    for part in parts(figures.options):
        if part is UNIT:
            blocks.append(Heading("units", "part", "部门所属单位预算", "第二部分"))
            blocks.append(Heading("unit", "unit", f"{UNIT_ENTITY}收支预算", "一、"))
        elif figures.options.unit_part:
            blocks.append(Heading("dept", "part", "部门预算", "第一部分"))
        tables = Tables(figures, part)
        if figures.options.standard_tables:
            blocks.append(Heading(f"{part.id}/tables", "half", f"{part.word}预算公开表"))
            blocks.extend(tables.all_standard())
        blocks.extend(Narrative(figures, part, tables).blocks())
    return Printed(tuple(blocks))
