"""Variants of final accounts with one defect of form: captions, years, sections, tables, codes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fictional.final_data import ENTITY
from fictional.final_figures import Options
from fictional.variants import FINAL, Expectation, Place, Variant, document, in_text, place_of
from fictional.variants_final_tables import NAT, NAT_ALL, SH, SH_ALL, YUAN
from fictional.variants_form import (
    caption,
    doubled_row,
    in_code,
    numbered,
    swapped_rows,
    table_edit,
    without_row,
)

if TYPE_CHECKING:
    from fictional.blocks import Printed, TableBlock
    from fictional.variants import Change

NONE = Options(three_public=False)


def captioned(
    name: str, table_id: str, pieces: dict[str, str], expect: Expectation, options: Options = NAT
) -> Variant:
    """A table whose caption says something else."""
    place = place_of(table_id, options=options)
    return Variant(name, caption(table_id, **pieces), replace(expect, place=place), options)


def without(name: str, block_id: str, kind: str, options: Options) -> Variant:
    """A document without a table or a section; the numbers of later ones stay as they are."""
    place = place_of(block_id, options=options)
    return Variant(name, lambda p: p.without(block_id), Expectation(kind, place), options)


def misnumbered(name: str, section: str, wrong: str, options: Options) -> Variant:
    """A section that prints another number."""
    block = document(options).find(section)
    right = getattr(block, "number", "")
    expect = Expectation("section-number", place_of(section, options=options), wrong, right)
    return Variant(name, numbered(section, wrong), expect, options)


def moved(name: str, section: str, after: str, options: Options) -> Variant:
    """A section moved behind a later one, with its number."""

    def change(printed: Printed) -> Printed:
        blocks = printed.take(section)
        return printed.without(section).insert_after(after, blocks)

    expect = Expectation("section-order", place_of(section, options=options))
    return Variant(name, change, expect, options)


def in_row(
    name: str, table_id: str, change: Change, expect: Expectation, options: Options
) -> Variant:
    """A table with a row too many, too few, misplaced or misnamed."""
    place = place_of(table_id, expect.place.row, expect.place.column, options)
    return Variant(name, change, replace(expect, place=place), options)


def _at(row: str, column: str) -> Place:
    return Place(FINAL, row=row, column=column)


def _with_text(table: TableBlock, old: str, new: str) -> TableBlock:
    """The table with one text printed wrong, wherever it stands."""
    return table.with_rows(
        tuple(
            tuple(replace(cell, text=new) if cell.text == old else cell for cell in cells)
            for cells in table.rows
        )
    )


_CODE, _NAME = "功能分类科目编码", "科目名称"
_ANYWHERE = Place("")

CAPTIONS: tuple[Variant, ...] = (
    captioned(
        "final-unit-missing", "t/expenditure", {"unit": ""},
        Expectation("table-unit-missing", _ANYWHERE, None, "万元"),
    ),
    captioned(
        "final-unit-missing-shanghai", "t/income", {"unit": ""},
        Expectation("table-unit-missing", _ANYWHERE, None, "万元"), SH,
    ),
    captioned(
        "final-unit-yuan", "t/public-expenditure", {"unit": "单位：元"},
        Expectation("table-unit-mismatch", _ANYWHERE, "元", "万元"), SH_ALL,
    ),
    captioned(
        "final-unit-wan", "t/income", {"unit": "金额单位：万元"},
        Expectation("table-unit-mismatch", _ANYWHERE, "万元", "元"), YUAN,
    ),
    captioned(
        "final-caption-entity", "t/fiscal-summary", {"entity": "部门：沧浦区教育局"},
        Expectation("caption-entity", _ANYWHERE, "沧浦区教育局", ENTITY, "warning"),
    ),
    captioned(
        "final-caption-typo", "t/public-basic", {"entity": "部门：沧浦区文化体育与旅游局"},
        Expectation("caption-entity", _ANYWHERE, "沧浦区文化体育与旅游局", ENTITY, "warning"),
    ),
    captioned(
        "final-caption-abbreviated", "t/income", {"entity": "部门：区文化体育和旅游局"},
        Expectation("entity-abbreviated", _ANYWHERE, "区文化体育和旅游局", ENTITY, "info"),
    ),
    captioned(
        "final-caption-year", "t/expenditure", {"year": "2023年度"},
        Expectation("fiscal-year", _ANYWHERE, "2023", "2024"),
    ),
)  # fmt: skip

YEARS: tuple[Variant, ...] = (
    in_text(
        "year-of-tables", "p/2", "{}年度部门决算表",
        ("2024", "2023"), "fiscal-year", options=NAT,
    ),
    in_text(
        "year-of-narrative", "p/3", "局{}年度部门", ("2024", "2023"), "fiscal-year", options=SH
    ),
    in_text(
        "year-in-text", "s/income/text", "{}年度本年收入",
        ("2024", "2022"), "fiscal-year", options=NAT,
    ),
    in_text(
        "year-in-structure", "s/public-expenditure/structure/text", "{}年度一般公共预算",
        ("2024", "2023"), "fiscal-year", options=SH,
    ),
    in_text(
        "year-compared", "s/summary/text", "与{}年度相比",
        ("2023", "2022"), "comparison-year", options=NAT,
    ),
    in_text(
        "year-compared-itself", "s/other/agency/text", "比{}年度", ("2023", "2024"),
        "comparison-year", options=SH,
    ),
    in_text(
        "year-compared-three", "s/three-public/overall/change", "比{}年度", ("2023", "2021"),
        "comparison-year", options=NAT,
    ),
    in_text(
        "date-of-assets", "s/assets/text", "截至{}年12月31日",
        ("2024", "2023"), "date", options=NAT,
    ),
    in_text(
        "date-of-assets-shanghai", "s/other/assets/text", "截至{}年12月31日", ("2024", "2025"),
        "date", options=SH,
    ),
)  # fmt: skip

SECTIONS: tuple[Variant, ...] = (
    without("final-section-missing", "s/capital-expenditure", "missing-section", SH),
    without("final-section-missing-basic", "s/public-basic", "missing-section", NAT),
    without("final-part-missing-agency", "s/other/agency", "missing-section", SH),
    misnumbered("final-section-number", "s/public-basic", "七、", NAT),
    misnumbered("final-section-number-shanghai", "s/performance", "十一、", SH),
    moved("final-section-order", "s/expenditure", "s/fiscal-summary", NAT),
)

TABLES: tuple[Variant, ...] = (
    without("final-table-missing", "t/public-basic", "missing-table", NAT),
    without("final-table-missing-fund", "t/fund-expenditure", "missing-table", SH),
    Variant(
        "final-empty-note",
        table_edit("t/capital-expenditure", lambda t: replace(t, notes=t.notes[:1])),
        Expectation("empty-table-note", place_of("t/capital-expenditure", options=SH)), SH,
    ),
    Variant(
        "final-empty-note-three",
        table_edit("t/three-public", lambda t: replace(t, notes=t.notes[:1])),
        Expectation("empty-table-note", place_of("t/three-public", options=NONE)), NONE,
    ),
)  # fmt: skip

CODES: tuple[Variant, ...] = (
    in_code("code-length", "t/income", "2070112", "207112", SH, "final-code-length"),
    in_code("code-nondigit", "t/expenditure", "2080506", "208O506", SH, "final-code-letter"),
    in_code("code-wrong-parent", "t/expenditure", "2070307", "2080307", SH, "final-code-parent"),
    in_row(
        "final-code-short", "t/public-expenditure",
        table_edit("t/public-expenditure", lambda t: t.with_cell("体育场馆", "项", "7")),
        Expectation("code-length", _at("体育场馆", "项"), "7", "07"), NAT,
    ),
    in_row(
        "final-code-missing-parent", "t/expenditure",
        table_edit("t/expenditure", lambda t: without_row(t, "20703")),
        Expectation("code-missing-parent", _at("2070307", _CODE), None, "20703"), SH,
    ),
    in_row(
        "final-code-name", "t/public-expenditure",
        table_edit("t/public-expenditure", lambda t: t.with_cell("体育场馆", _NAME, "体育场地")),
        Expectation("code-name", _at("体育场地", _NAME), "体育场地", "体育场馆"), NAT,
    ),
    in_row(
        "final-code-unknown", "t/public-basic",
        table_edit("t/public-basic", lambda t: _with_text(t, "30209", "30249")),
        Expectation("code-unknown", _at("30249", ""), "30249", "30209"), SH,
    ),
    in_row(
        "final-code-order", "t/income",
        table_edit("t/income", lambda t: swapped_rows(t, "2070112", "2070113")),
        Expectation("code-order", _at("2070112", _CODE), severity="warning"), SH,
    ),
    in_row(
        "final-code-duplicate", "t/public-expenditure",
        table_edit("t/public-expenditure", lambda t: doubled_row(t, "住房公积金")),
        Expectation("code-duplicate", _at("住房公积金", _CODE), "2210201", severity="warning"),
        NAT_ALL,
    ),
)  # fmt: skip

FORMS: tuple[Variant, ...] = CAPTIONS + YEARS + SECTIONS + TABLES + CODES
