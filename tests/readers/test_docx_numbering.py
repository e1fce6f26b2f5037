"""Automatic numbering becomes text as Word prints it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers.docx_files import cell_texts, only_table, p, paragraphs, r, read, tbl, texts, tr

from budgetlint.readers.docx_numerals import numeral

if TYPE_CHECKING:
    from pathlib import Path

_DIGITS = {"〇": 0, "零": 0, "○": 0, **{sign: i for i, sign in enumerate("一二三四五六七八九", 1)}}
_DIGITS |= {sign: i for i, sign in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
_UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}


def lvl(index: int, fmt: str, text: str, extra: str = "", start: int = 1) -> str:
    """A level definition."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>'
        f'{extra}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(number: int, *levels: str, head: str = "") -> str:
    """An abstract list."""
    return f'<w:abstractNum w:abstractNumId="{number}">{head}{"".join(levels)}</w:abstractNum>'


def num(number: int, abstract_number: int, overrides: str = "") -> str:
    """A list that counts with an abstract one."""
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract_number}"/>{overrides}</w:num>'
    )


def item(text: str, level: int = 0, number: int = 1) -> str:
    """A numbered paragraph."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


OUTLINE = abstract(
    0,
    lvl(0, "chineseCountingThousand", "第%1部分"),
    lvl(1, "chineseCounting", "%2、"),
    lvl(2, "japaneseCounting", "（%3）"),
    lvl(3, "decimal", "%4."),
) + num(1, 0)


def parse_chinese(text: str) -> int:
    """The value of a Chinese numeral, by the rules of the language and not of the reader."""
    if "万" in text:
        high, low = text.split("万")
        return parse_chinese(high) * 10_000 + (parse_chinese(low) if low else 0)
    total, digit = 0, None
    for sign in text:
        if sign in _UNITS:
            total += (1 if digit is None else digit) * _UNITS[sign]
            digit = None
        else:
            digit = _DIGITS[sign]
    return total + (digit or 0)


@pytest.mark.parametrize(
    ("fmt", "expected"),
    [
        (
            "chineseCounting",
            {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 101: "一○一"},
        ),
        (
            "chineseCountingThousand",
            {
                10: "十",
                12: "十二",
                21: "二十一",
                101: "一百〇一",
                110: "一百一十",
                1010: "一千〇一十",
            },
        ),
        ("taiwaneseCountingThousand", {10: "十", 105: "一百零五", 10000: "一萬"}),
        (
            "japaneseCounting",
            {1: "一", 10: "十", 11: "十一", 100: "百", 101: "百一", 1111: "千百十一"},
        ),
        ("chineseLegalSimplified", {10: "壹拾", 11: "壹拾壹", 101: "壹佰零壹", 305: "叁佰零伍"}),
        ("ideographDigital", {10: "一〇", 12: "一二"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥", 13: "13"}),
        ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥", 61: "61"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedCircleChinese", {3: "③"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇"}),
        ("decimalEnclosedFullstop", {2: "⒉"}),
        ("ideographEnclosedCircle", {1: "㊀", 10: "㊉"}),
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("decimalFullWidth", {12: "１２"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 28: "bb"}),
        ("upperLetter", {3: "C"}),
        ("lowerRoman", {4: "iv", 9: "ix"}),
        ("upperRoman", {14: "XIV", 1990: "MCMXC"}),
        ("none", {5: ""}),
        ("unheardOf", {5: "5"}),
    ],
)
def test_a_format_prints_numbers_as_word_does(fmt: str, expected: dict[int, str]) -> None:
    assert {number: numeral(number, fmt) for number in expected} == expected


@given(st.integers(1, 99_999_999))
def test_every_chinese_number_can_be_read_back(number: int) -> None:
    assert parse_chinese(numeral(number, "chineseCountingThousand")) == number
    assert parse_chinese(numeral(number, "chineseLegalSimplified")) == number


@given(st.integers(1, 99))
def test_below_a_hundred_all_counting_systems_agree(number: int) -> None:
    formats = ("chineseCounting", "taiwaneseCounting", "japaneseCounting")
    shown = {numeral(number, fmt) for fmt in formats}
    assert shown == {numeral(number, "chineseCountingThousand")}


@given(st.integers(1, 700), st.integers(1, 700))
def test_different_numbers_never_look_the_same(one: int, other: int) -> None:
    formats = ("chineseCounting", "japaneseCounting", "upperRoman", "lowerLetter", "decimalZero")
    for fmt in formats:
        assert (numeral(one, fmt) == numeral(other, fmt)) is (one == other)


def test_the_number_is_prefixed_to_the_text_and_kept_apart(tmp_path: Path) -> None:
    document = read(tmp_path, item("青禾县概况") + item("部门职责", 1), numbering=OUTLINE)
    first, second = paragraphs(document)
    assert (first.text, first.numbering) == ("第一部分青禾县概况", "第一部分")
    assert (second.text, second.numbering) == ("一、部门职责", "一、")
    assert document.numbering_known


def test_places_count_from_the_number_on(tmp_path: Path) -> None:
    numbered = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    content = r("上") + "<w:r><w:lastRenderedPageBreak/></w:r>" + r("下")
    (paragraph,) = paragraphs(read(tmp_path, p(content, numbered), numbering=OUTLINE))
    assert paragraph.text == "一、上下"
    assert [paragraph.position(i).page for i in range(4)] == [1, 1, 1, 2]


def test_lower_levels_restart_after_a_higher_one(tmp_path: Path) -> None:
    body = "".join(item("x", level) for level in (0, 1, 2, 2, 1, 2, 0, 1, 2, 3, 3))
    document = read(tmp_path, body, numbering=OUTLINE)
    assert [q.numbering for q in paragraphs(document)] == [
        "第一部分", "一、", "（一）", "（二）", "二、", "（一）",
        "第二部分", "一、", "（一）", "1.", "2.",
    ]  # fmt: skip


def test_a_level_may_be_told_never_to_restart(tmp_path: Path) -> None:
    numbering = abstract(
        0, lvl(0, "decimal", "%1."), lvl(1, "decimal", "（%2）", '<w:lvlRestart w:val="0"/>')
    ) + num(1, 0)
    body = "".join(item("x", level) for level in (0, 1, 1, 0, 1))
    document = read(tmp_path, body, numbering=numbering)
    assert [q.numbering for q in paragraphs(document)] == ["1.", "（1）", "（2）", "2.", "（3）"]


def test_a_level_may_restart_only_after_a_named_one(tmp_path: Path) -> None:
    numbering = abstract(
        0,
        lvl(0, "decimal", "%1."),
        lvl(1, "decimal", "%1.%2"),
        lvl(2, "lowerLetter", "%3)", '<w:lvlRestart w:val="1"/>'),
    ) + num(1, 0)
    body = "".join(item("x", level) for level in (0, 1, 2, 1, 2, 0, 2))
    document = read(tmp_path, body, numbering=numbering)
    assert [q.numbering for q in paragraphs(document)] == [
        "1.", "1.1", "a)", "1.2", "b)", "2.", "a)",
    ]  # fmt: skip


def test_a_skipped_level_counts_as_begun(tmp_path: Path) -> None:
    numbering = abstract(0, lvl(0, "decimal", "%1."), lvl(1, "decimal", "%1.%2")) + num(1, 0)
    document = read(tmp_path, item("x", 1) + item("y", 0), numbering=numbering)
    assert [q.numbering for q in paragraphs(document)] == ["1.1", "2."]


def test_lists_of_one_definition_count_on_and_an_override_starts_anew_once(tmp_path: Path) -> None:
    numbering = (
        abstract(0, lvl(0, "chineseCounting", "%1、"))
        + num(1, 0)
        + num(2, 0)
        + num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    )
    body = "".join(item("x", 0, number) for number in (1, 1, 2, 3, 3, 1))
    document = read(tmp_path, body, numbering=numbering)
    shown = [q.numbering for q in paragraphs(document)]
    assert shown == ["一、", "二、", "三、", "一、", "二、", "三、"]


def test_an_override_may_replace_the_level(tmp_path: Path) -> None:
    override = f'<w:lvlOverride w:ilvl="0">{lvl(0, "upperRoman", "%1)", start=4)}</w:lvlOverride>'
    numbering = abstract(0, lvl(0, "decimal", "%1.")) + num(1, 0, override)
    document = read(tmp_path, item("x") + item("y"), numbering=numbering)
    assert [q.numbering for q in paragraphs(document)] == ["IV)", "V)"]


def test_legal_numbering_shows_every_level_in_digits(tmp_path: Path) -> None:
    numbering = abstract(
        0, lvl(0, "chineseCounting", "%1、"), lvl(1, "decimal", "%1.%2", "<w:isLgl/>")
    ) + num(1, 0)
    document = read(tmp_path, item("x") + item("y", 1), numbering=numbering)
    assert [q.numbering for q in paragraphs(document)] == ["一、", "1.1"]


def test_bullets_print_nothing_but_count(tmp_path: Path) -> None:
    numbering = abstract(0, lvl(0, "bullet", "\uf0b7"), lvl(1, "decimal", "%1-%2")) + num(1, 0)
    document = read(tmp_path, item("甲") + item("乙") + item("丙", 1), numbering=numbering)
    assert texts(document) == ["甲", "乙", "-1丙"]


def test_a_custom_format_pads_with_zeros(tmp_path: Path) -> None:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="附%1"/></w:lvl>'
    )
    document = read(tmp_path, item("表"), numbering=abstract(0, level) + num(1, 0))
    assert texts(document) == ["附007表"]


def test_numbering_comes_from_a_style_and_the_styles_below_it(tmp_path: Path) -> None:
    numbering = abstract(
        0,
        lvl(0, "chineseCounting", "%1、", '<w:pStyle w:val="Section"/>'),
        lvl(1, "chineseCounting", "（%2）", '<w:pStyle w:val="Sub"/>'),
    ) + num(5, 0)
    styles = (
        '<w:style w:type="paragraph" w:styleId="Section"><w:name w:val="章节"/>'
        '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="小节"/>'
        '<w:basedOn w:val="Section"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="SectionBold"><w:name w:val="章节加粗"/>'
        '<w:basedOn w:val="Section"/></w:style>'
    )
    body = "".join(
        p(style, f'<w:pStyle w:val="{style}"/>')
        for style in ("Section", "Sub", "Sub", "SectionBold")
    )
    document = read(tmp_path, body, numbering=numbering, styles=styles)
    assert [q.numbering for q in paragraphs(document)] == ["一、", "（一）", "（二）", "二、"]


def test_a_number_id_of_zero_switches_the_numbering_of_a_style_off(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="s"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    off = '<w:pStyle w:val="S"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("甲", '<w:pStyle w:val="S"/>') + p("乙", off) + p("丙", '<w:pStyle w:val="S"/>')
    document = read(tmp_path, body, numbering=OUTLINE, styles=styles)
    assert texts(document) == ["第一部分甲", "乙", "第二部分丙"]


def test_a_list_may_take_its_levels_from_a_numbering_style(tmp_path: Path) -> None:
    numbering = (
        abstract(0, lvl(0, "chineseCounting", "（%1）"), head='<w:styleLink w:val="云溪列表"/>')
        + abstract(1, head='<w:numStyleLink w:val="云溪列表"/>')
        + num(1, 1)
        + num(2, 0)
    )
    document = read(tmp_path, item("x") + item("y", 0, 2), numbering=numbering)
    assert [q.numbering for q in paragraphs(document)] == ["（一）", "（二）"]


def test_empty_items_count_and_so_do_those_in_table_cells(tmp_path: Path) -> None:
    numbering = abstract(0, lvl(0, "decimal", "%1")) + num(1, 0)
    rows = [tr(f"<w:tc>{item('')}</w:tc>", name) for name in ("甲项目", "乙项目")]
    document = read(tmp_path, tbl(*rows) + item("") + item("完"), numbering=numbering)
    assert cell_texts(only_table(document)) == [["1", "甲项目"], ["2", "乙项目"]]
    assert [q.text for q in paragraphs(document)] == ["3", "4完"]


def test_hidden_and_deleted_items_do_not_count(tmp_path: Path) -> None:
    marked = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:rPr><w:{}/></w:rPr>'
    hidden = p(r("藏", "<w:vanish/>"), marked.format("vanish"))
    deleted = p("<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", marked.format("del"))
    body = item("甲", 1) + hidden + deleted + item("乙", 1)
    document = read(tmp_path, body, numbering=OUTLINE)
    assert texts(document) == ["一、甲", "二、乙"]


def test_a_number_before_digits_is_set_off_lest_both_read_as_one(tmp_path: Path) -> None:
    document = read(tmp_path, item("5万元", 3) + item("人员经费", 3), numbering=OUTLINE)
    first, second = paragraphs(document)
    assert (first.text, first.numbering) == ("1. 5万元", "1.")
    assert second.text == "2.人员经费"


def test_a_text_box_counts_for_itself(tmp_path: Path) -> None:
    box = (
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{item('框', 1)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    document = read(tmp_path, item("甲", 1) + box + item("乙", 1), numbering=OUTLINE)
    assert texts(document) == ["一、甲", "一、框", "二、乙"]


def test_an_unknown_list_prints_no_number(tmp_path: Path) -> None:
    assert texts(read(tmp_path, item("甲", 0, 99), numbering=OUTLINE)) == ["甲"]
    assert texts(read(tmp_path, item("甲", 8), numbering=OUTLINE)) == ["甲"]


@given(levels=st.lists(st.integers(0, 3), min_size=1, max_size=30))
def test_each_item_follows_the_one_before_it_on_its_level(
    tmp_path_factory: pytest.TempPathFactory, levels: list[int]
) -> None:
    numbering = abstract(
        0, *(lvl(i, "decimal", ".".join(f"%{k}" for k in range(1, i + 2))) for i in range(4))
    ) + num(1, 0)
    body = "".join(item("款", level) for level in levels)
    document = read(tmp_path_factory.mktemp("list"), body, numbering=numbering)
    shown = [tuple(map(int, q.numbering.split("."))) for q in paragraphs(document)]
    assert [len(number) - 1 for number in shown] == levels
    assert all(one < other for one, other in itertools.pairwise(shown))
