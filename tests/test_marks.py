"""Marks and unfinished sentences, where a small document shows it better than a variant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from linting import lint_text

if TYPE_CHECKING:
    from pathlib import Path

    from budgetlint.finding import Finding

TEXT = """青禾县某某局2024年部门预算

一、部门职责及机构设置情况

{text}

二、部门预算安排的总体情况

部门预算支出120.00万元。
"""
TABLE = """青禾县某某局2024年部门预算

仓库情况

| 名称 | 用途 |
{rows}
"""


def of_marks(text: str, folder: Path) -> list[Finding]:
    found = lint_text(text, folder).findings
    return [finding for finding in found if finding.rule.startswith("BL92")]


def told(folder: Path, *paragraphs: str) -> list[tuple[str, str]]:
    """Rule and message of what is said of the marks in a section with these paragraphs."""
    text = TEXT.format(text="\n\n".join(paragraphs))
    return [(finding.rule, finding.message) for finding in of_marks(text, folder)]


def told_of_cells(folder: Path, *rows: str) -> list[tuple[str, str]]:
    rows_ = "\n".join(f"| {row} |" for row in rows)
    found = of_marks(TABLE.format(rows=rows_), folder)
    return [(finding.severity.value, finding.message) for finding in found]


# ------------------------------------------------------------------ marks that clash
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("办公费5.00万元,，印刷费3.00万元。", "标点“,，”不能连用"),
        ("负责会务、、档案等工作。", "标点“、、”重复"),
        ("第二部分：：情况说明，内容如下。", "标点“：：”重复"),
        ("主要职责：；负责会务工作。", "标点“：；”不能连用，冒号后面没有内容"),
        ("（，负责会务）工作。", "标点“（，”不能连用"),
        ("负责会务工作？。", "标点“？。”不能连用"),
        ("会务费5.00万元；万元；差旅费3.00万元。", "“；万元；”中间只有单位，没有金额"),
    ],
)
def test_marks_that_cannot_stand_together(text: str, message: str, tmp_path: Path) -> None:
    assert told(tmp_path, text) == [("BL921", message)]


@pytest.mark.parametrize(
    "text",
    [
        "办好“两会”、“三会”，学习《预算法》、《条例》。",
        "负责会务、档案……以及其他工作。",
        "负责会务工作。。。",
        "做到“件件有着落。”。",
        "收集唐、宋、元、明、清的方志。",
        "联系人：，电话：，地址：。",
        "金额为1,000元，时间为8:00,地点另行通知。",
        "完成（详见附表）。另有（含车辆）；其余（略）：均无。",
    ],
)
def test_marks_that_may_stand_together(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, text) == []


def test_the_same_clash_twice_in_a_paragraph_is_told_once(tmp_path: Path) -> None:
    assert told(tmp_path, "负责会务，，档案，，信访等工作。") == [("BL921", "标点“，，”重复")]


def test_the_same_slip_at_two_places_is_one_finding_with_both(tmp_path: Path) -> None:
    text = TEXT.format(text="负责会务工作。。\n\n其他工作由办公室承担。\n\n负责会务工作。。")
    (only,) = of_marks(text, tmp_path)
    assert only.message == "标点“。。”重复（同样的共2处）"
    assert [only.location.position.line, *(p.position.line for p in only.related)] == [5, 9]


# ------------------------------------------------------------------ pairs
def test_a_quotation_may_go_on_in_the_next_paragraph(tmp_path: Path) -> None:
    assert told(tmp_path, "会议提出：“一要办好会务。", "二要管好档案。”其他工作照常。") == []


def test_the_other_half_may_stand_in_another_cell(tmp_path: Path) -> None:
    assert told_of_cells(tmp_path, "一号库（含 | 存放物资", "棚屋） | 存放物资") == []


def test_a_cell_that_is_not_closed_may_have_been_cut(tmp_path: Path) -> None:
    assert told_of_cells(tmp_path, "一号库（含棚屋 | 存放物资") == [
        ("info", "左括号“（”没有配对的右括号")
    ]
    assert told_of_cells(tmp_path, "一号库） | 存放物资") == [
        ("warning", "右括号“）”没有配对的左括号")
    ]


def test_straight_quotes_and_angle_brackets_may_be_the_other_half(tmp_path: Path) -> None:
    assert told(tmp_path, '落实“三公"经费制度。', "印发《关于<办法>的通知。") == []


# ------------------------------------------------------------------ a missing separator
@pytest.mark.parametrize(
    "text",
    [
        "其中办公费5.00万元和印刷费3.00万元。",
        "其中办公费5.00万元比上年办公费3.00万元增加2.00万元。",
        "安排专项资金5.00万元补助公用经费3.00万元。",
        "安排专项资金5.00万元购买专用设备，费用3.00万元。",
        "接待费1.00万元（含外宾接待费0万元）。",
        "其中办公费5.00万元。印刷费3.00万元。",
    ],
)
def test_amounts_that_are_told_of_in_one_sentence(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, text) == []


def test_amounts_that_run_together(tmp_path: Path) -> None:
    (only,) = told(tmp_path, "其中：人员经费1,205.00万元公用经费30.00万元，项目支出20.00万元。")
    assert only == ("BL923", "“公用经费”之前缺少标点，两项连在了一起")


# ------------------------------------------------------------------ unfinished sentences
@pytest.mark.parametrize(
    "paragraphs",
    [
        ("负责养护工、维修工和企业职工，管理搬运工。增收节支。保障党支部。",),
        ("负责公告、信息发布。促进社会祥和。推广普及。鼓励群众参与。",),
        ("负责会务、档案和后勤保障，承担行政应诉工", "作和行政复议，办理上级交办事项。"),
        ("负责会务、档案和后勤保障，以及", "行政复议事项，办理上级交办事项。"),
        ("2024年支出预算为120.00万元，", "其中基本支出80.00万元"),
    ],
)
def test_sentences_that_end_or_go_on_below(paragraphs: tuple[str, ...], tmp_path: Path) -> None:
    assert told(tmp_path, *paragraphs) == []


def test_a_sentence_that_another_has_whole_is_cut(tmp_path: Path) -> None:
    whole = "综合协调全县种子、农药、肥料等农业投入品的监督管理。"
    cut = whole.removesuffix("监督管理。")
    assert told(tmp_path, whole, "其他工作由办公室承担。", cut, "本局设三个股。") == [
        ("BL924", "句子没有写完：同一句话在另一处，“…料等农业投入品的”之后还有“监督管理”")
    ]


def test_a_sentence_that_is_whole_before_and_is_not_cut(tmp_path: Path) -> None:
    whole = "综合协调全县种子、农药、肥料等农业投入品的监督管理和抽查。"
    assert told(tmp_path, whole, "其他工作由办公室承担。", whole.removesuffix("和抽查。")) == []


def test_items_without_closing_marks_are_a_style(tmp_path: Path) -> None:
    items = [
        f"（{number}）负责全县第{number}片区的种子、农药、肥料等农业投入品的监督管理和抽样检查"
        for number in "一二三"
    ]
    assert told(tmp_path, *items) == []


def test_one_item_without_its_mark_among_others_is_a_hint(tmp_path: Path) -> None:
    items = [
        f"（{number}）负责全县第{number}片区的种子、农药、肥料等农业投入品的监督管理和抽样检查{end}"
        for number, end in zip("一二三", "；　；", strict=True)
    ]
    assert told(tmp_path, *items) == [("BL925", "段落末尾“…督管理和抽样检查”之后缺少标点")]


# ------------------------------------------------------------------ hostile input
@pytest.mark.parametrize(
    "piece", ["（", "1）", "“", "，、", "费1元", "办公费1元", "工。", "综合协调，"]
)
def test_a_paragraph_of_nothing_but_marks_is_read_to_its_end(piece: str, tmp_path: Path) -> None:
    assert len(told(tmp_path, piece * 20_000 + "完毕。")) <= 2


def test_paragraphs_of_open_and_of_closed_brackets_are_partners(tmp_path: Path) -> None:
    assert told(tmp_path, "（" * 20_000 + "甲，", "乙" + "）" * 20_000 + "。") == []
