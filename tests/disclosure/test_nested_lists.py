"""Lists inside a section whose items look like sections, and contents without a heading."""

from __future__ import annotations

from disclosure.test_outline import SECTIONS, ids, outline, texts

NAMES = [
    "duties", "arrangement", "agency", "three-public", "performance", "procurement", "assets",
    "glossary", "other",
]  # fmt: skip


def with_items_in(section: str, *items: str) -> str:
    """The nine sections with a sentence each, and a list in one of them."""
    lines = []
    for heading in SECTIONS.split():
        lines += [heading, "正文。"]
        if heading.startswith(section):
            lines += items
    return "\n".join(lines)


def test_a_list_that_begins_again_with_one_holds_no_sections() -> None:
    text = with_items_in(
        "二、", "一、收入说明", "正文。", "二、支出说明", "正文。", "三、机关运行经费情况", "正文。"
    )
    found = outline(text)
    assert ids(found) == NAMES
    agency = found.parts[0].sections[2]
    assert agency.heading == "三、机关运行经费安排情况"


def test_an_item_with_the_title_but_not_the_number_of_a_section_is_none() -> None:
    found = outline(with_items_in("九、", "一、政府采购情况", "正文。"))
    assert ids(found) == NAMES


def test_the_only_heading_of_a_title_may_stand_in_brackets() -> None:
    text = with_items_in("无").replace("一、部门职责", "（一）部门职责")
    found = outline(text)
    assert ids(found) == NAMES
    assert found.parts[0].sections[0].heading == "（一）部门职责及机构设置情况"


def test_a_short_title_is_told_by_number_and_place() -> None:
    text = with_items_in("无").replace("三、机关运行经费安排情况", "三、机关运行经费")
    assert ids(outline(text)) == NAMES


def test_titles_without_a_heading_that_all_come_again_are_contents() -> None:
    text = SECTIONS + with_items_in("无")
    found = outline(text)
    assert texts(found, text) == SECTIONS.split()
    assert ids(found) == NAMES


def test_titles_that_do_not_come_again_are_the_body() -> None:
    assert outline(SECTIONS).contents == frozenset()
