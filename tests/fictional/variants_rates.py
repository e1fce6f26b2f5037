"""Variants of the budget with a wrong percentage, direction, year, date or name of the entity."""

from __future__ import annotations

from dataclasses import replace

from fictional.figures import ENTITY, Options
from fictional.variants import Change, Expectation, Place, Variant, in_text, place_of
from fictional.variants_form import caption

SHARES = Options(shares=True)
ALONE = Options(unit_part=False)


def captioned(name: str, table_id: str, pieces: dict[str, str], expect: Expectation) -> Variant:
    """A table whose caption says something else."""
    change: Change = caption(table_id, **pieces)
    return Variant(name, change, replace(expect, place=place_of(table_id)))


def _titled(name: str, block_id: str, right: str, wrong: str, kind: str) -> Variant:
    """A title, which stands in no section, printed wrong."""
    part = {"cover": "", "dept": "department", "unit": "unit"}[block_id.partition("/")[0]]
    expect = Expectation(kind, Place(part), wrong, right)
    return Variant(name, lambda p: p.edit_text(block_id, right, wrong), expect)


RATES: tuple[Variant, ...] = (
    in_text(
        "rate-of-total", "dept/s2/change/text", "，下降{}。其中", ("0.88%", "8.93%"), "percentage"
    ),
    in_text(
        "rate-on-this-year", "unit/s4/text", "，下降{}。", ("10.66%", "11.93%"), "percentage"
    ),
    in_text(
        "rate-of-three-alone", "dept/s4/text", "，下降{}。", ("10.66%", "1.07%"),
        "percentage", options=ALONE,
    ),
    in_text(
        "share-of-basic", "dept/s2/spending/shares", "支出预算的{}；", ("66.56%", "65.66%"),
        "percentage", options=SHARES,
    ),
    in_text(
        "share-of-project", "unit/s2/spending/shares", "，占{}。", ("33.44%", "43.34%"),
        "percentage", options=SHARES,
    ),
    in_text(
        "direction-of-total", "dept/s2/change/text", "万元，{}。其中", ("下降0.88%", "增长0.88%"),
        "direction-word",
    ),
    in_text(
        "direction-of-three", "unit/s4/text", "，比2023年{}万元，下降", ("减少1.70", "增加1.70"),
        "direction-word",
    ),
    in_text(
        "level-though-changed", "dept/s4/text", "，{}，原因是严格",
        ("比2023年减少0.20万元", "与2023年持平"),
        "direction-word",
    ),
    in_text(
        "compared-with-earlier", "dept/s2/change/text", "比{}年的1995.10万元", ("2023", "2022"),
        "comparison-year",
    ),
    in_text(
        "compared-with-itself", "unit/s4/text", "安排14.25万元，比{}年", ("2023", "2024"),
        "comparison-year",
    ),
    in_text(
        "year-of-running", "unit/s3/text", "{}年，本单位", ("2024", "2023"), "fiscal-year"
    ),
    _titled("year-of-title", "dept/title", "2024年部门", "2023年部门", "fiscal-year"),
    captioned(
        "year-of-caption", "unit/t2", {"year": "预算年度：2025"},
        Expectation("fiscal-year", Place(""), "2025", "2024"),
    ),
    in_text("date-of-assets", "dept/s7/text", "截至{}年末", ("2023", "2022"), "date"),
    captioned(
        "caption-of-another", "dept/t3", {"entity": "316青禾县林业和草原局"},
        Expectation("caption-entity", Place(""), "青禾县林业和草原局", ENTITY, "warning"),
    ),
    captioned(
        "caption-abbreviated", "dept/t2", {"entity": "316县农业农村局"},
        Expectation("entity-abbreviated", Place(""), "县农业农村局", ENTITY, "info"),
    ),
    captioned(
        "caption-code", "dept/t5", {"entity": "361青禾县农业农村局"},
        Expectation("entity-code", Place(""), "361", "316"),
    ),
)  # fmt: skip
