"""What is missing from final accounts, and what only has another legitimate form."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

import pytest
from fictional.blocks import Block, Heading, Para, Printed, TableBlock
from fictional.final_data import ENTITY
from fictional.final_figures import Options
from fictional.final_model import build_final
from fictional.render_text import render_cells
from linting import lint_text

if TYPE_CHECKING:
    from pathlib import Path

    from budgetlint.finding import Finding

NATIONAL, SHANGHAI = Options(), Options("shanghai")
STRUCTURE = ("BL1", "BL01")


def structure(printed: Printed | str, folder: Path) -> list[Finding]:
    """What the rules of structure say of a document."""
    text = printed if isinstance(printed, str) else render_cells(printed)
    found = lint_text(text, folder).findings
    return [finding for finding in found if finding.rule.startswith(STRUCTURE)]


def brief(printed: Printed | str, folder: Path) -> list[tuple[str, str, str]]:
    return [(f.rule, str(f.severity), f.message) for f in structure(printed, folder)]


def numbered(block: Block, number: str) -> Block:
    assert isinstance(block, Heading)
    return replace(block, number=number)


def says(rule: str, severity: str, *words: str) -> tuple[str, str, str]:
    return rule, severity, "".join(words)


def without(printed: Printed, *ids: str) -> Printed:
    return reduce(Printed.without, ids, printed)


def renumbered(printed: Printed) -> Printed:
    """The sections of the explanation numbered anew, as an author does who leaves one out."""
    count = 0
    blocks = []
    for block in printed.blocks:
        if isinstance(block, Heading) and block.kind == "part":
            count = 0
        if isinstance(block, Heading) and block.kind == "section":
            number = "一二三四五六七八九十"[count] if count < 10 else f"十{'一二三四'[count - 10]}"
            count += 1
            block = replace(block, number=f"{number}、")  # noqa: PLW2901
        blocks.append(block)
    return Printed(tuple(blocks))


def with_contents_of(whole: Printed, printed: Printed) -> str:
    """The text of a document under the table of contents of another one."""
    text = render_cells(printed)
    return text.replace(contents(text), contents(render_cells(whole)), 1)


def contents(text: str) -> str:
    begin = text.index("第一部分")
    return text[begin : text.index("第一部分", begin + 1)]


@pytest.mark.parametrize("options", [NATIONAL, SHANGHAI], ids=["national", "shanghai"])
def test_the_whole_document_gives_nothing(options: Options, tmp_path: Path) -> None:
    assert brief(build_final(options), tmp_path) == []


def test_contents_printed_twice_are_contents(tmp_path: Path) -> None:
    text = render_cells(build_final(NATIONAL))
    again = "".join(f"{line.split(chr(9))[0]}\n" for line in contents(text).splitlines())
    assert brief(text.replace("目录", f"目录\n{again}\n目录", 1), tmp_path) == []


# ------------------------------------------------------------------ sections
def test_a_section_left_out_leaves_a_gap_in_the_numbers(tmp_path: Path) -> None:
    assert brief(without(build_final(SHANGHAI), "s/fund-expenditure"), tmp_path) == [
        says(
            "BL101",
            "error",
            "缺少“政府性基金预算财政拨款收入支出决算情况说明”这一部分，"
            "一般在“七、财政拨款‘三公’经费支出决算情况说明”之后；其后就是"
            "“九、国有资本经营预算财政拨款收入支出决算情况说明”，序号中断",
        )
    ]


def test_the_only_table_without_a_section_is_probably_missing(tmp_path: Path) -> None:
    printed = renumbered(without(build_final(SHANGHAI), "s/capital-expenditure"))
    assert brief(printed, tmp_path) == [
        says(
            "BL101",
            "warning",
            "缺少“国有资本经营预算财政拨款支出决算情况说明”这一部分，"
            "一般在“八、政府性基金预算财政拨款收入支出决算情况说明”之后",
        )
    ]


def test_a_section_that_the_contents_list_is_missing_for_certain(tmp_path: Path) -> None:
    whole = build_final(SHANGHAI)
    text = with_contents_of(whole, renumbered(without(whole, "s/capital-expenditure")))
    ((rule, severity, message),) = brief(text, tmp_path)
    assert (rule, severity) == ("BL101", "error")
    assert message.endswith("；目录中列有这一部分")


def test_few_narratives_are_another_form(tmp_path: Path) -> None:
    few = ("s/summary", "s/fiscal-summary", "s/public-basic", "s/fund-expenditure",
           "s/capital-expenditure")  # fmt: skip
    assert brief(renumbered(without(build_final(NATIONAL), *few)), tmp_path) == []


@pytest.mark.parametrize(
    ("options", "section", "title", "severity"),
    [
        (SHANGHAI, "s/other/agency", "机关运行经费支出情况", "error"),
        (NATIONAL, "s/procurement", "政府采购支出情况", "error"),
        (NATIONAL, "s/assets", "国有资产占用情况", "warning"),
        (NATIONAL, "p/5", "名词解释", "warning"),
    ],
)
def test_what_must_be_published_is_missed_where_nothing_mentions_it(
    options: Options, section: str, title: str, severity: str, tmp_path: Path
) -> None:
    found = brief(renumbered(without(build_final(options), section)), tmp_path)
    assert [(rule, level) for rule, level, _ in found] == [("BL101", severity)]
    assert found[0][2].startswith(f"缺少“{title}”这一部分")


def test_what_is_explained_under_another_heading_is_not_missed(tmp_path: Path) -> None:
    whole = build_final(SHANGHAI)
    moved = Para("s/other/text", "2024年度机关运行经费支出12.00万元。")
    printed = without(whole, "s/other/agency").insert_after("s/other", (moved,))
    assert "BL101" not in {finding.rule for finding in structure(printed, tmp_path)}


def test_the_order_of_the_sections_is_free(tmp_path: Path) -> None:
    whole = build_final(NATIONAL)
    section = whole.take("s/agency")
    printed = renumbered(whole.without("s/agency").insert_after("s/public-basic", section))
    assert brief(printed, tmp_path) == []


def test_a_heading_printed_twice_is_reported(tmp_path: Path) -> None:
    whole = build_final(NATIONAL)
    twice = whole.insert_after("s/income", (replace(whole.find("s/income"), id="again"),))
    assert [(rule, message) for rule, _, message in brief(twice, tmp_path)] == [
        ("BL102", "“二、收入决算情况说明”重复出现，与前面的“二、收入决算情况说明”是同一部分")
    ]


def test_a_number_of_another_kind_is_reported(tmp_path: Path) -> None:
    whole = build_final(NATIONAL)
    printed = whole.edit("s/public-basic", lambda block: numbered(block, "6、"))
    assert brief(printed, tmp_path) == [
        says(
            "BL103",
            "error",
            "标题“6、一般公共预算财政拨款基本支出决算情况说明”的序号是“6、”，应为“六、”",
        )
    ]


def test_a_gap_that_no_missing_section_explains_is_worth_a_warning(tmp_path: Path) -> None:
    whole = build_final(NATIONAL)
    printed = whole.edit("s/procurement", lambda block: numbered(block, "十二、"))
    printed = printed.edit("s/assets", lambda block: numbered(block, "十三、"))
    assert brief(printed, tmp_path) == [
        says(
            "BL103",
            "warning",
            "“十、机关运行经费支出情况说明”之后就是“十二、政府采购支出情况说明”，中间缺少1个序号",
        )
    ]


# ------------------------------------------------------------------ tables
def test_a_table_left_out_is_missing(tmp_path: Path) -> None:
    assert brief(without(build_final(NATIONAL), "t/expenditure"), tmp_path) == [
        says(
            "BL111",
            "error",
            "缺少标准表《支出决算表》，一般在《收入决算表》之后；没有数据也应列出空表并说明",
        )
    ]


def test_the_three_public_expenses_may_be_published_separately(tmp_path: Path) -> None:
    whole = build_final(NATIONAL)
    ((_, severity, message),) = brief(without(whole, "t/three-public"), tmp_path)
    assert (severity, "“三公”经费支出决算表" in message) == ("info", True)
    listed = with_contents_of(whole, without(whole, "t/three-public"))
    assert [(rule, level) for rule, level, _ in brief(listed, tmp_path)] == [("BL111", "error")]


def test_tables_that_are_attached_are_only_mentioned(tmp_path: Path) -> None:
    attached = Para("attached", "各表详见附件。")
    printed = without(build_final(NATIONAL).insert_after("p/2", (attached,)), "t/expenditure")
    assert [(rule, level) for rule, level, _ in brief(printed, tmp_path)] == [("BL111", "info")]


def test_before_2020_there_was_no_table_of_state_capital(tmp_path: Path) -> None:
    early = without(build_final(NATIONAL), "t/capital-expenditure", "s/capital-expenditure")
    text = render_cells(renumbered(early)).replace("2024", "2018").replace("2023", "2017")
    found = [f for f in lint_text(text, tmp_path).findings if f.rule.startswith(STRUCTURE)]
    assert [f.message for f in found] == []


def test_titles_alone_are_tables_lost_on_the_way(tmp_path: Path) -> None:
    blocks = tuple(
        Para(block.id, block.title) if isinstance(block, TableBlock) else block
        for block in build_final(SHANGHAI).blocks
        if not isinstance(block, TableBlock) or block.title
    )
    found = brief(Printed(blocks), tmp_path)
    assert [(rule, level) for rule, level, _ in found] == [("BL112", "info")]


# ------------------------------------------------------------------ blank forms
FORM = """XX局2024年度部门决算
一、收入支出决算总体情况说明
XX局2024年度收入支出总计XXX万元。与2023年度相比，增加（减少）XXX万元，增长（下降）XX%。
二、收入决算情况说明
本年收入合计 XXX 万元，其中：财政拨款收入×××万元，占××%；事业收入〇〇万元。
三、国有资产占用情况
截至2024年12月31日，共有车辆XX辆，单价100万元（含）以上设备XX台。
"""


def test_a_blank_form_is_one_hint_and_nothing_else_is_checked(tmp_path: Path) -> None:
    report = lint_text(FORM, tmp_path)
    assert [(f.rule, f.severity, f.message) for f in report.findings] == [
        says(
            "BL012",
            "info",
            "这份文件像是尚未填写的空白模板：有11处“XX”之类的空位没有填写；其他检查都没有做",
        )
    ]
    assert report.coverage.checks["BL101"].reasons == ["文件是尚未填写的空白模板"]


def test_tables_without_any_amount_are_a_blank_form(tmp_path: Path) -> None:
    blank: list[Block] = []
    for block in build_final(SHANGHAI).blocks:
        if isinstance(block, TableBlock):
            rows = (
                tuple(replace(c, text="") if "." in c.text else c for c in row)
                for row in block.rows
            )
            blank.append(block.with_rows(rows))
        elif isinstance(block, Heading):
            blank.append(block)
    ((rule, _, message),) = brief(Printed(tuple(blank)), tmp_path)
    assert rule == "BL012"
    assert "9张标准表没有一个数字" in message


@pytest.mark.parametrize(
    "text",
    [
        f"{ENTITY}2024年度部门决算\n本年收入合计9.00万元，支出合计XX万元，占XX%，增长XX%，XX年，XX局。",
        f"{ENTITY}2024年度部门决算\n由XX县XX局负责。",
    ],
)
def test_a_document_that_left_some_blanks_is_no_form(text: str, tmp_path: Path) -> None:
    assert "BL012" not in {finding.rule for finding in lint_text(text, tmp_path).findings}


def test_amounts_in_a_table_make_a_document_of_a_form(tmp_path: Path) -> None:
    table = "收入决算表\n\n| 科目编码 | 科目名称 | 本年收入合计 |\n| 205 | 教育支出 | 9.00 |\n"
    assert "BL012" not in {finding.rule for finding in lint_text(FORM + table, tmp_path).findings}
