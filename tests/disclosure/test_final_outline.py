"""The outline of final accounts: chapters, sections, items of sections, the table of contents."""

from __future__ import annotations

import pytest
from disclosure.builders import document

from budgetlint.disclosure.structure.outline import Outline, find_outline
from budgetlint.taxonomy import templates

ENTITY = "青禾县农业农村局"
TABLES = """一、收入支出决算总表
二、收入决算表
三、支出决算表
四、财政拨款收入支出决算总表
五、一般公共预算财政拨款支出决算表
六、一般公共预算财政拨款基本支出决算表
七、政府性基金预算财政拨款收入支出决算表
八、国有资本经营预算财政拨款支出决算表
九、财政拨款“三公”经费支出决算表
"""
SECTIONS = """一、收入支出决算总体情况说明
二、收入决算情况说明
三、支出决算情况说明
四、财政拨款收入支出决算总体情况说明
五、一般公共预算财政拨款支出决算情况说明
六、一般公共预算财政拨款基本支出决算情况说明
七、财政拨款“三公”经费支出决算情况说明
八、政府性基金预算财政拨款收入支出决算情况说明
九、国有资本经营预算财政拨款支出决算情况说明
十、预算绩效管理情况
十一、其他重要事项的情况说明
"""
ITEMS = """（一）机关运行经费支出情况
（二）政府采购支出情况
（三）国有资产占用情况
"""
IDS = [
    "duties", "structure", "summary", "income", "expenditure", "fiscal-summary",
    "public-expenditure", "public-basic", "three-public", "fund-expenditure",
    "capital-expenditure", "performance", "other", "agency", "procurement", "assets", "glossary",
]  # fmt: skip
CONTENTS = (
    f"第一部分 {ENTITY}概况\n一、主要职能\n二、机构设置\n第二部分 {ENTITY}2024年度部门决算表\n"
    f"{TABLES}第三部分 {ENTITY}2024年度部门决算情况说明\n{SECTIONS}第四部分 名词解释\n"
)


def with_text(headings: str) -> str:
    return "".join(f"{line}\n关于此事，说明如下。\n" for line in headings.splitlines())


PRINTED = "".join(
    f"{line.partition('、')[2]}\n| 科目编码 | 科目名称 | 合计 |\n| 205 | 教育支出 | 9.00 |\n"
    for line in TABLES.splitlines()
)
BODY = (
    f"第一部分 {ENTITY}概况\n{with_text('一、主要职能')}{with_text('二、机构设置')}"
    f"第二部分 {ENTITY}2024年度部门决算表\n{PRINTED}"
    f"第三部分 {ENTITY}2024年度部门决算情况说明\n{with_text(SECTIONS)}{with_text(ITEMS)}"
    "第四部分 名词解释\n一、财政拨款收入：指单位从本级财政部门取得的拨款。\n"
)


def outline(text: str) -> Outline:
    return find_outline(document(text), templates())


def ids(found: Outline) -> list[str]:
    (part,) = found.parts
    return [section.spec.id for section in part.sections]


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip() and not line.startswith("|")]


# ------------------------------------------------------------------ sections
def test_sections_are_found_in_the_order_of_the_document() -> None:
    found = outline(BODY)
    assert found.template.id == "national-final"
    assert ids(found) == IDS
    assert found.demands_sections


def test_a_section_ends_at_the_next_one_at_a_chapter_and_at_a_table() -> None:
    (part,) = outline(BODY).parts
    ends = {section.spec.id: section.end - section.start for section in part.sections}
    assert ends["structure"] == ends["income"] == ends["assets"] == 2
    assert part.sections[-1].end == part.end


def test_chapters_tell_lists_with_numbers_of_their_own_apart() -> None:
    (part,) = outline(BODY).parts
    chapter = {section.spec.id: section.chapter for section in part.sections}
    assert chapter["duties"] == chapter["structure"] != chapter["summary"]
    assert chapter["summary"] == chapter["assets"] != chapter["glossary"]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("一、部门职责", "duties"),
        ("（一）职能简介", "duties"),
        ("二、部门决算单位构成", "structure"),
        ("二、机构设置情况", "structure"),
        ("二、机构设置及人员情况", "structure"),
        ("一、收支决算总体情况说明", "summary"),
        (f"一、关于{ENTITY}2024年度收入支出决算总体情况的说明", "summary"),
        ("二、2024年度收入决算情况说明", "income"),
        ("三、支出决算情况", "expenditure"),
        ("四、财政拨款收支决算总体情况说明", "fiscal-summary"),
        ("五、一般公共预算财政拨款支出决算具体情况说明", "public-expenditure"),
        ("六、一般公共预算财政拨款基本支出决算情况的说明", "public-basic"),
        ("七、一般公共预算财政拨款“三公”经费支出决算情况说明", "three-public"),
        ("七、“三公”经费及会议费支出情况说明", "three-public"),
        ("八、政府性基金预算收支决算情况说明", "fund-expenditure"),
        ("九、国有资本经营预算财政拨款收入支出决算情况说明。", "capital-expenditure"),
        ("十、部门绩效自评情况", "performance"),
        ("十、机关运行经费支出情况说明", "agency"),
        ("1．机关运行经费", "agency"),
        ("十一、政府采购支出说明", "procurement"),
        ("（三）国有资产占有使用情况说明", "assets"),
        ("十一、其他重要事项说明", "other"),
        ("第五部分 名词解释", "glossary"),
    ],
)
def test_a_section_is_known_by_its_title_whatever_its_number(heading: str, section: str) -> None:
    text = f"{ENTITY}2024年度部门决算\n决算公开报告\n{heading}\n正文。"
    assert ids(outline(text)) == [section]


def test_titles_of_tables_are_no_sections_and_sections_are_no_tables() -> None:
    assert ids(outline(f"第二部分 2024年度部门决算表\n{TABLES}")) == []


def test_what_a_section_is_divided_into_is_no_section() -> None:
    parts = (
        "（一）一般公共预算财政拨款支出决算总体情况\n略。\n"
        "（三）一般公共预算财政拨款支出决算情况\n略。\n1、一般公共预算财政拨款支出情况\n略。\n"
    )
    found = outline(BODY.replace("六、一般公共", f"{parts}六、一般公共", 1))
    assert ids(found) == IDS


def test_entries_of_the_glossary_are_no_sections() -> None:
    entries = "".join(
        f"{term}\n指有关支出。\n"
        for term in ("二、机关运行经费", "三、政府采购", "四、“三公”经费支出")
    )
    assert ids(outline(BODY + entries)) == IDS
    early = BODY.replace("第三部分", f"附：名词解释\n{entries}\n第三部分", 1)
    assert ids(outline(early)).count("agency") == 1


def test_a_title_with_a_slip_in_the_list_of_sections_is_the_section() -> None:
    found = outline(BODY.replace("九、国有资本", "九、固有资本"))
    assert ids(found) == IDS
    slip = next(s for s in found.parts[0].sections if s.spec.id == "capital-expenditure")
    assert slip.heading.startswith("九、固有资本")


def test_a_title_over_two_lines_is_one_heading() -> None:
    long = f"九、关于{ENTITY}2024年度国有资本经营预算财政拨款支出决算情况说明"
    text = BODY.replace("九、国有资本经营预算财政拨款支出决算情况说明", f"{long[:28]}\n{long[28:]}")
    assert ids(outline(text)) == IDS


def test_a_heading_printed_twice_is_there_twice() -> None:
    text = BODY.replace("三、支出决算", "二、收入决算情况说明\n略。\n三、支出决算", 1)
    assert ids(outline(text)).count("income") == 2


def test_sections_numbered_in_brackets_are_found_as_such() -> None:
    bracketed = "".join(
        f"（{line.partition('、')[0]}）{line.partition('、')[2]}\n略。\n"
        for line in SECTIONS.splitlines()[:9]
    )
    overview = f"一、{ENTITY}概况\n（一）主要职责\n略。\n"
    text = f"{overview}二、2024年度部门决算情况说明\n{bracketed}三、名词解释\n"
    assert ids(outline(text)) == [IDS[0], *IDS[2:11], "glossary"]


def test_a_section_with_another_kind_of_number_is_a_section_if_no_other_is() -> None:
    assert (
        ids(outline(BODY.replace("六、一般公共预算财政拨款基本", "6、一般公共预算财政拨款基本")))
        == IDS
    )


# ------------------------------------------------------------------ the table of contents
@pytest.mark.parametrize("heading", ["目  录\n", ""])
def test_the_contents_are_told_from_the_body(heading: str) -> None:
    text = f"{ENTITY}\n2024年度部门决算\n{heading}{CONTENTS}{BODY}"
    found = outline(text)
    blocks = [line for line in text.splitlines() if line.strip()]
    assert [blocks[n] for n in sorted(found.contents)] == lines(CONTENTS)
    assert ids(found) == IDS


def test_page_numbers_and_a_title_over_two_lines_do_not_matter() -> None:
    entries = CONTENTS.replace("部门决算情况说明", "部门决算情况\n说明")
    entries = "".join(f"{line}……{n}\n" for n, line in enumerate(entries.splitlines(), 1))
    found = outline(f"目录\n{entries}{BODY}")
    assert ids(found) == IDS
    assert len(found.contents) == len(lines(entries))


# ------------------------------------------------------------------ which template
def test_a_budget_is_not_held_to_the_template_of_final_accounts() -> None:
    budget = (
        f"{ENTITY}2024年部门预算\n一、主要职责\n二、机构设置\n三、政府采购预算情况说明\n"
        "四、国有资产占用情况\n五、机关运行经费预算情况说明\n六、“三公”经费预算情况说明\n"
        "七、预算绩效情况说明\n八、名词解释\n"
    )
    assert outline(budget).template.kind == "budget"
    assert outline(BODY).template.kind == "final"
