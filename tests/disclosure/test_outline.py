"""The outline: sections, the table of contents, parts."""

from __future__ import annotations

import pytest
from disclosure.builders import document, hebei, paragraph

from budgetlint.disclosure.structure.headings import find_statement
from budgetlint.disclosure.structure.outline import Outline, find_outline
from budgetlint.document import Document
from budgetlint.fold import fold

SECTIONS = """一、部门职责及机构设置情况
二、部门预算安排的总体情况
三、机关运行经费安排情况
四、财政拨款“三公”经费预算情况及增减变化原因
五、预算绩效信息
六、政府采购预算情况
七、国有资产信息
八、名词解释
九、其他需要说明的事项
"""
IDS = ["duties", "arrangement", "agency", "three-public", "performance", "procurement", "assets",
       "glossary", "other"]  # fmt: skip


def outline(text: str) -> Outline:
    return find_outline(document(text), (hebei(),))


def ids(found: Outline, part: int = 0) -> list[str]:
    return [section.spec.id for section in found.parts[part].sections]


def texts(found: Outline, text: str) -> list[str]:
    blocks = [line for line in text.splitlines() if line.strip()]
    return [blocks[index] for index in sorted(found.contents)]


# ------------------------------------------------------------------ sections
def test_the_nine_sections_are_found_in_order() -> None:
    found = outline(SECTIONS)
    assert ids(found) == IDS
    ordinals = [section.ordinal for section in found.parts[0].sections]
    assert [ordinal.value for ordinal in ordinals if ordinal] == list(range(1, 10))
    assert found.applies


def test_a_section_reaches_to_the_next_heading() -> None:
    found = outline("引言。\n一、部门职责及机构设置情况\n职责。\n机构。\n八、名词解释\n解释。")
    (part,) = found.parts
    assert [(s.start, s.end) for s in part.sections] == [(1, 4), (4, 6)]
    at = [[s.spec.id for s in part.sections if s.start <= n < s.end] for n in range(6)]
    assert [ids[0] if ids else None for ids in at] == [
        None, "duties", "duties", "duties", "glossary", "glossary",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("一、部门职责及机构设置情况", "duties"),
        ("一、单位主要职能和内设机构设置", "duties"),
        ("一、部门（单位）职责及机构设置情况", "duties"),
        ("二、部门预算安排的总体情况", "arrangement"),
        ("二、 单位预算安排总体情况说明", "arrangement"),
        ("三、机关运行经费安排情况。", "agency"),
        ("三、机关运行经费预算安排情况说明", "agency"),
        ("四、财政拨款“三公”经费预算情况及增减变化原因", "three-public"),
        ('四、财政拨款"三公"经费预算情况及增减变化情况说明', "three-public"),
        ("四、“三 公”经费支出预算安排情况", "three-public"),
        ("五、预算绩效信息", "performance"),
        ("五、绩效预算信息", "performance"),
        ("6、 政府采购预算情况", "procurement"),
        ("六、政府采购情况说明", "procurement"),
        ("七、国有资产信息", "assets"),
        ("七、国有资产占用情况", "assets"),
        ("八、专业性较强的名词解释", "glossary"),
        ("名词解释", "glossary"),
        ("九、其它说明事项", "other"),
        ("九、其他需要说明的事项：", "other"),
    ],
)
def test_a_section_is_known_by_its_title_whatever_its_number(heading: str, section: str) -> None:
    assert ids(outline(f"引言。\n{heading}\n正文。")) == [section]


@pytest.mark.parametrize(
    "line",
    [
        "名词解释如下：",
        "政府采购预算情况见附表",
        "一、贯彻执行预算绩效信息公开制度",
        "三、负责机关运行",
    ],
)
def test_a_sentence_that_holds_a_title_is_no_section(line: str) -> None:
    found = outline(f"一、部门职责及机构设置情况\n{line}\n八、名词解释")
    assert ids(found) == ["duties", "glossary"]


@pytest.mark.parametrize(
    "heading",
    ["二、部门预算安排的整体情况", "二、部门予算安排的总体情况", "二、收支预算的总体情况"],
)
def test_a_slightly_wrong_title_with_the_right_number_and_place_is_the_section(
    heading: str,
) -> None:
    found = outline(f"一、部门职责及机构设置情况\n职责。\n{heading}\n三、机关运行经费安排情况")
    assert ids(found) == ["duties", "arrangement", "agency"]
    assert found.parts[0].sections[1].heading == heading


@pytest.mark.parametrize(
    "text",
    [
        # another number
        "一、部门职责及机构设置情况\n四、部门预算安排的整体情况\n三、机关运行经费安排情况",
        # another place
        "一、部门职责及机构设置情况\n三、机关运行经费安排情况\n二、部门预算安排的整体情况\n八、名词解释",
        # another kind of number
        "一、部门职责及机构设置情况\n（二）部门预算安排的整体情况\n三、机关运行经费安排情况",
        # another title
        "一、部门职责及机构设置情况\n二、负责农产品质量安全\n三、机关运行经费安排情况",
    ],
)
def test_a_slightly_wrong_title_elsewhere_is_not_the_section(text: str) -> None:
    assert "arrangement" not in ids(outline(text))


def test_lists_numbered_like_sections_are_not_sections() -> None:
    text = SECTIONS.replace(
        "二、部门", "一、贯彻农业方针\n二、管理农业事务\n三、承担其他任务\n二、部门"
    ).replace("六、政府", "一、总体绩效目标\n二、分项绩效目标\n三、工作保障措施\n六、政府")
    found = outline(text)
    assert ids(found) == IDS
    assert found.parts[0].sections[0].end == 4


def test_subheadings_in_brackets_are_not_sections() -> None:
    text = SECTIONS.replace("七、国有", "（一）政府采购情况\n七、国有").replace(
        "八、名词", "（一）国有资产占用情况\n八、名词"
    )
    assert ids(outline(text)) == IDS


def test_a_list_item_that_names_a_missing_section_is_not_that_section() -> None:
    text = "一、部门职责及机构设置情况\n三、负责机关运行经费安排情况的汇总\n八、名词解释"
    assert ids(outline(text)) == ["duties", "glossary"]


def test_a_section_that_comes_twice_is_there_twice() -> None:
    found = outline(SECTIONS + "八、名词解释\n")
    assert ids(found) == [*IDS, "glossary"]


def test_the_heading_is_kept_as_printed() -> None:
    found = outline("四、　财政拨款“三公”经费预算情况")
    assert found.parts[0].sections[0].heading == "四、财政拨款“三公”经费预算情况"


def test_a_heading_without_number_has_no_ordinal() -> None:
    assert outline("名词解释").parts[0].sections[0].ordinal is None


@pytest.mark.parametrize(("titles", "applies"), [(3, False), (4, True)])
def test_a_template_applies_where_enough_of_its_titles_stand(*, titles: int, applies: bool) -> None:
    assert outline("\n".join(SECTIONS.splitlines()[:titles])).applies is applies


# ------------------------------------------------------------------ the table of contents
BODY = "青禾县农业农村局2024年部门预算\n" + SECTIONS


def test_entries_with_leaders_and_page_numbers_are_contents() -> None:
    entries = [f"{line}…………{n}" for n, line in enumerate(SECTIONS.split(), 1)]
    text = "目录\n" + "\n".join(entries) + "\n" + BODY
    found = outline(text)
    assert texts(found, text) == entries
    assert ids(found) == IDS
    assert found.parts[0].sections[0].start == 11


def test_titles_below_a_heading_contents_without_leaders_are_contents() -> None:
    text = "目  录\n部门预算收支总表\n" + SECTIONS + SECTIONS
    found = outline(text)
    assert texts(found, text) == ["部门预算收支总表", *SECTIONS.split()]
    assert ids(found) == IDS
    assert found.parts[0].sections[0].start == 11


def test_without_a_table_of_contents_nothing_is_contents() -> None:
    assert outline(BODY).contents == frozenset()


def test_entries_that_the_format_marks_are_contents_with_the_lines_between() -> None:
    blocks = (
        paragraph("一、部门职责及机构设置情况", 1, entry=True),
        paragraph("二、部门预算安排的总体情况", 2),
        paragraph("八、名词解释", 3, entry=True),
        paragraph("一、部门职责及机构设置情况", 4),
    )
    found = find_outline(Document("docx", blocks), (hebei(),))
    assert found.contents == {0, 1, 2}
    assert [section.start for section in found.parts[0].sections] == [3]


def test_contents_without_page_numbers_may_list_the_parts() -> None:
    entries = (
        "第一部分 部门预算\n一、部门职责及机构设置情况\n二、部门预算安排的总体情况\n"
        "第二部分 所属单位预算\n一、青禾县种子站收支预算\n"
    )
    body = entries.replace("情况\n二", "情况\n正文。\n二")
    found = outline(f"目录\n{entries}{body}单位预算收支总表\n一、单位职责及机构设置情况\n")
    assert sorted(found.contents) == [1, 2, 3, 4, 5]
    assert [part.start for part in found.parts] == [0, 10]


def test_an_unknown_line_does_not_end_the_contents() -> None:
    entries = "一、部门职责及机构设置情况\n附件：绩效目标\n二、部门预算安排的总体情况\n"
    body = "一、部门职责及机构设置情况\n正文。\n二、部门预算安排的总体情况"
    assert ids(outline(f"目录\n{entries}2024年部门预算公开\n{body}")) == ["duties", "arrangement"]


def test_contents_end_where_the_body_begins_with_a_title_without_number() -> None:
    entries = "一、部门预算收支总表\n二、部门预算收入总表\n"
    found = outline(f"目录\n{entries}部门预算收支总表\n| 1 | 2 |")
    assert sorted(found.contents) == [1, 2]


# ------------------------------------------------------------------ parts
# ------------------------------------------------------------------ parts
def test_a_document_without_units_is_one_primary_department_part() -> None:
    (part,) = outline(BODY).parts
    assert (part.ref.kind, part.start, part.end, part.primary) == ("department", 0, 10, True)


@pytest.mark.parametrize(
    "region", ["第二部分 部门所属单位预算", "所属单位预算", "部门所属单位收支预算"]
)
def test_a_unit_part_begins_at_the_heading_of_its_region(region: str) -> None:
    unit = "一、青禾县种子站收支预算\n单位预算收支总表\n单位预算收入总表\n"
    found = outline(BODY + f"{region}\n" + unit + SECTIONS)
    department, seeds = found.parts
    assert (department.start, department.end, department.primary) == (0, 10, True)
    assert (seeds.start, seeds.end, seeds.primary) == (10, 23, False)
    assert (seeds.ref.kind, seeds.ref.entity) == ("unit", "青禾县种子站")
    assert ids(found, 0) == ids(found, 1) == IDS


def test_every_unit_heading_begins_a_part_of_its_own() -> None:
    text = (
        "第二部分 部门所属单位预算\n"
        "一、青禾县种子站收支预算\n单位预算收支总表\n一、单位职责及机构设置情况\n"
        "二、青禾县农机站预算\n单位预算收支总表\n一、单位职责及机构设置情况\n"
    )
    found = outline(BODY + text)
    assert [part.ref.entity for part in found.parts] == [None, "青禾县种子站", "青禾县农机站"]
    assert [(part.start, part.end) for part in found.parts] == [(0, 10), (10, 14), (14, 17)]
    assert found.part_at(9) is found.parts[0]
    assert found.part_at(14) is found.parts[2]


def test_a_numbered_line_that_leads_to_no_table_begins_no_part() -> None:
    text = "第二部分 部门所属单位预算\n一、编制说明和预算\n说明。\n一、单位职责及机构设置情况\n"
    found = outline(BODY + text)
    assert [part.ref.entity for part in found.parts] == [None, None]


def test_without_a_heading_the_first_table_of_a_unit_begins_its_part() -> None:
    text = "单位预算收支总表\n单位预算收入总表\n" + SECTIONS
    found = outline("部门预算收支总表\n部门预算收入总表\n" + SECTIONS + text)
    assert [(p.ref.kind, p.start, p.end) for p in found.parts] == [
        ("department", 0, 11), ("unit", 11, 22),
    ]  # fmt: skip


def test_the_first_table_repeated_under_the_same_title_begins_no_part() -> None:
    found = outline("部门预算收支总表\n部门预算收支总表\n" + SECTIONS)
    assert len(found.parts) == 1


def test_a_sentence_about_a_part_begins_no_part() -> None:
    text = "第二部分为所属单位预算，共一家单位。\n二、部门预算安排的总体情况"
    assert len(outline(f"一、部门职责及机构设置情况\n{text}").parts) == 1


def test_a_part_named_inside_the_performance_section_is_no_part() -> None:
    text = SECTIONS.replace(
        "六、政府",
        "第一部分 部门整体绩效目标\n一、总体绩效目标\n第二部分 预算项目绩效目标\n六、政府",
    )
    found = outline(text)
    assert len(found.parts) == 1
    assert ids(found) == IDS


# ------------------------------------------------------------------ titles of tables
@pytest.mark.parametrize(
    ("title", "statement"),
    [
        ("部门预算收支总表", "summary"),
        ("单位预算收支总体情况表", "summary"),
        ("一、部门收入总体情况表", "income"),
        ("附表3、支出总表", "expenditure"),
        ("部门预算财政拨款收支总表", "fiscal-summary"),
        ("一般公共预算财政拨款支出表", "public-expenditure"),
        ("一般公共预算财政拨款基本支出表", "public-basic"),
        ("政府性基金预算财政拨款支出表", "fund-expenditure"),
        ("部门预算政府基金预算财政拨款支出表", "fund-expenditure"),
        ("国有资本经营预算财政拨款支出表", "capital-expenditure"),
        ("财政拨款三公经费支出表", "three-public"),
        ("部门预算收支总表说明", None),
        ("见部门预算收支总表", None),
        ("收支表", None),
    ],
)
def test_a_standard_table_is_known_by_its_title(title: str, statement: str | None) -> None:
    found = find_statement(hebei(), title)
    assert (found and found.id) == statement


@pytest.mark.parametrize("number", ["附表3：", "附表3 ", "附件3：", "表三 ", "表3："])
def test_the_number_of_a_table_is_no_part_of_its_title(number: str) -> None:
    found = find_statement(hebei(), fold(f"{number}支出总表"))
    assert found is not None
    assert found.id == "expenditure"
