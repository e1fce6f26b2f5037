"""The narrative of final accounts held against the tables: quantities, items, absences."""

from __future__ import annotations

import pytest
from disclosure.builders import understood
from disclosure.final_builders import sections_text

from budgetlint.disclosure.diagnosis.relations import Kind, Relation

PUBLIC = """
一般公共预算财政拨款支出决算表
| 单位：万元 |
| 功能分类科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 205 | 教育支出 | 90.00 | 60.00 | 30.00 |
| 20502 | 普通教育 | 90.00 | 60.00 | 30.00 |
| 2050202 | 小学教育 | 50.00 | 40.00 | 10.00 |
| 2050203 | 初中教育 | 40.00 | 20.00 | 20.00 |
| 210 | 卫生健康支出 | 10.00 | 10.00 | |
| 21011 | 行政事业单位医疗 | 10.00 | 10.00 | |
| 2101101 | 行政单位医疗 | 10.00 | 10.00 | |
| | 合计 | 100.00 | 70.00 | 30.00 |
"""
THREE = """
财政拨款“三公”经费支出决算表
| 单位：万元 |
| 项目 | 预算数 | 决算数 |
| 合计 | 12.00 | 9.00 |
| 一、因公出国（境）费 | | |
| 二、公务用车购置及运行维护费 | 10.00 | 8.00 |
| 其中：公务用车购置费 | | |
| 公务用车运行维护费 | 10.00 | 8.00 |
| 三、公务接待费 | 2.00 | 1.00 |
"""
BASIC = """
一般公共预算财政拨款基本支出决算表
| 单位：万元 |
| 经济分类科目编码 | 科目名称 | 决算数 | 经济分类科目编码 | 科目名称 | 决算数 |
| 301 | 工资福利支出 | 50.00 | 302 | 商品和服务支出 | 20.00 |
| 30101 | 基本工资 | 50.00 | 30201 | 办公费 | 20.00 |
| | 人员经费合计 | 50.00 | | 公用经费合计 | 20.00 |
"""
PRIMARY = "教育支出（类）普通教育（款）小学教育（项）"
MIDDLE = "教育支出（类）普通教育（款）初中教育（项）"
MEDICAL = "卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）"


def found(tables: str, **sections: str) -> list[tuple[str, str, str | None]]:
    """Kind, print and right value of every defect of a document with these tables."""
    heading, *rest = sections_text(**sections).split("\n", 1)
    text = "\n".join((heading, "第二部分 2024年度部门决算表", tables, *rest))
    return [
        (d.kind.value, d.suspect.text, str(d.expected) if d.expected else None)
        for d in understood(text).diagnosis.defects
    ]


def skipped(tables: str, **sections: str) -> list[str]:
    heading, *rest = sections_text(**sections).split("\n", 1)
    text = "\n".join((heading, "第二部分 2024年度部门决算表", tables, *rest))
    skips = understood(text).diagnosis.skipped
    return [reason for kind, reason in skips if kind in (Kind.TEXT, Kind.NARRATIVE)]


def items(*amounts: str, measure: str = "支出决算") -> str:
    """The three items of the table with these amounts."""
    return "\n".join(
        f"{n}、{path}。{measure}为{amount}万元。"
        for n, (path, amount) in enumerate(
            zip((PRIMARY, MIDDLE, MEDICAL), amounts, strict=False), 1
        )
    )


# ------------------------------------------------------------------ text and tables
def test_an_item_is_held_against_the_row_with_its_names() -> None:
    assert found(PUBLIC, public_expenditure=items("50.00", "40.00", "10.00")) == []
    assert found(PUBLIC, public_expenditure=items("50.00", "45.00", "10.00")) == [
        ("text", "支出决算为45.00万元", "40.00万元")
    ]


def test_names_of_classes_may_lack_the_last_word() -> None:
    path = PRIMARY.replace("教育支出（类）", "教育（类）")
    assert found(PUBLIC, public_expenditure=f"1、{path}。支出决算为51.00万元。") == [
        ("text", "支出决算为51.00万元", "50.00万元")
    ]


@pytest.mark.parametrize(
    "path",
    [
        "教育支出（类）普通教育（款）高中教育（项）",
        "教育支出（类）职业教育（款）小学教育（项）",
        "科学技术支出（类）普通教育（款）小学教育（项）",
        "教育支出（类）普通教育（款）小学救育（项）",
    ],
)
def test_an_item_that_is_not_surely_a_row_is_not_compared(path: str) -> None:
    line = f"1、{path}。支出决算为51.00万元。"
    assert found(PUBLIC, public_expenditure=line) == []
    assert "表中没有与文字同名的科目" in skipped(PUBLIC, public_expenditure=line)


def test_of_two_rows_with_one_name_the_path_decides() -> None:
    twice = PUBLIC.replace("| 2101101 | 行政单位医疗 |", "| 2101101 | 小学教育 |")
    other = "卫生健康支出（类）行政事业单位医疗（款）小学教育（项）"
    assert found(twice, public_expenditure=f"1、{other}。支出决算为10.00万元。") == []
    assert found(twice, public_expenditure=f"1、{other}。支出决算为50.00万元。") == [
        ("text", "支出决算为50.00万元", "10.00万元")
    ]
    assert found(twice, public_expenditure="1、小学教育（项）。支出决算为99.00万元。") == []


def test_an_item_may_be_told_by_unit() -> None:
    line = f"1、{PRIMARY}。支出决算为30.00万元。\n2、{PRIMARY}。支出决算为{{}}万元。"
    assert found(PUBLIC, public_expenditure=line.format("20.00")) == []
    assert len(found(PUBLIC, public_expenditure=line.format("25.00"))) == 2
    twice = f"1、{PRIMARY}。支出决算为50.00万元。\n2、{PRIMARY}。支出决算为50.00万元。"
    assert found(PUBLIC, public_expenditure=twice) == []


def test_the_structure_by_class_is_held_against_its_rows_and_its_shares() -> None:
    line = (
        "一般公共预算财政拨款支出100.00万元，主要用于以下方面：教育支出（类）{}万元，占90.00%；"
        "卫生健康支出（类）10.00万元，占10.00%。"
    )
    assert found(PUBLIC, public_expenditure=line.format("90.00")) == []
    assert found(PUBLIC, public_expenditure=line.format("80.00")) == [
        ("text", "教育支出（类）80.00万元", "90.00万元")
    ]


def test_the_three_public_expenses_have_budgets_and_final_accounts() -> None:
    line = (
        "“三公”经费支出预算为12.00万元，支出决算为9.00万元，完成预算的75.00%，其中："
        "公务用车购置及运行维护费支出决算为8.00万元，完成预算的{}；公务接待费支出决算为{}，完成预算的50.00%。"
    )
    assert found(THREE, three_public=line.format("80.00%", "1.00万元")) == []
    assert found(THREE, three_public=line.format("88.00%", "1.00万元")) == [
        ("percentage", "完成预算的88.00%", "80.00%")
    ]
    assert found(THREE, three_public=line.format("80.00%", "1.10万元")) == [
        ("text", "公务接待费支出决算为1.10万元", "1.00万元")
    ]


def test_a_table_of_adjusted_budgets_does_not_make_the_initial_budget_an_error() -> None:
    line = "“三公”经费支出年初预算为10.00万元，全年预算为12.00万元，支出决算为9.00万元。"
    assert found(THREE, three_public=line) == []
    line = "“三公”经费支出年初预算为10.00万元，支出决算为9.00万元，完成年初预算的90.00%。"
    heading, *rest = sections_text(three_public=line).split("\n", 1)
    text = "\n".join((heading, "第二部分 2024年度部门决算表", THREE, *rest))
    (defect,) = understood(text).diagnosis.defects
    assert {relation.severity for relation in defect.relations} == {"warning"}


@pytest.mark.parametrize(
    "said", ["2024年度无“三公”经费财政拨款支出。", "本部门没有“三公”经费支出。"]
)
def test_none_is_said_of_what_the_table_has(said: str) -> None:
    empty = "\n".join(THREE.splitlines()[:3])
    assert [d[0] for d in found(THREE, three_public=said)] == ["text"]
    assert found(empty, three_public=said) == []


def test_what_the_text_leaves_out_is_nothing_where_the_table_says_so() -> None:
    line = (
        "“三公”经费支出决算为9.00万元，其中：公务用车购置及运行维护费支出决算为8.00万元；"
        "公务接待费支出决算为{}万元。"
    )
    heading, *rest = sections_text(three_public=line.format("1.00")).split("\n", 1)
    text = "\n".join((heading, "第二部分 2024年度部门决算表", THREE, *rest))
    held = understood(text).diagnosis.holding[Kind.NARRATIVE]
    assert [len(relation.parts) for relation in held if type(relation) is Relation] == [2]
    line = (
        "“三公”经费支出决算比2023年度减少5.00万元，其中：公务用车购置及运行维护费支出决算减少1.00万元；"
        "公务接待费支出决算增加1.00万元。"
    )
    assert found(THREE, three_public=line) == []


def test_personnel_and_operating_funds_are_those_of_the_table() -> None:
    line = "一般公共预算财政拨款基本支出70.00万元，其中：人员经费{}万元；公用经费{}万元。"
    assert found(PUBLIC + BASIC, public_basic=line.format("50.00", "20.00")) == []
    assert found(PUBLIC + BASIC, public_basic=line.format("50.00", "20.10")) == [
        ("text", "公用经费20.10万元", "20.00万元")
    ]


def test_the_agencys_funds_are_the_operating_funds_where_there_is_no_institution() -> None:
    line = "机关运行经费支出{}万元。"
    institution = PUBLIC.replace("行政单位医疗", "事业单位医疗")
    assert found(PUBLIC + BASIC, agency=line.format("20.00")) == []
    assert found(PUBLIC + BASIC, agency=line.format("0")) == []
    assert [d[0] for d in found(PUBLIC + BASIC, agency=line.format("15.00"))] == ["text"]
    assert found(institution + BASIC, agency=line.format("15.00")) == []
    assert [d[0] for d in found(institution + BASIC, agency=line.format("25.00"))] == ["narrative"]


# ------------------------------------------------------------------ sums over the items
def test_all_items_together_are_the_total() -> None:
    total = "一般公共预算财政拨款支出年初预算为90.00万元，支出决算为100.00万元。其中："
    good = items("45.30", "35.20", "9.50", measure="年初预算")
    assert found(PUBLIC, public_expenditure=f"{total}\n{good}") == []
    wrong = items("54.30", "35.20", "9.50", measure="年初预算")
    assert found(PUBLIC, public_expenditure=f"{total}\n{wrong}") == [
        ("narrative", "年初预算为54.30万元", None)
    ]


def test_a_list_that_leaves_rows_out_may_not_exceed_the_total() -> None:
    total = "一般公共预算财政拨款支出年初预算为90.00万元，支出决算为100.00万元。其中："
    some = items("45.00", "35.00", measure="年初预算")
    assert found(PUBLIC, public_expenditure=f"{total}\n{some}") == []
    more = items("65.00", "35.00", measure="年初预算")
    assert [d[0] for d in found(PUBLIC, public_expenditure=f"{total}\n{more}")] == ["narrative"]


def test_what_was_budgeted_and_not_spent_may_be_left_out_of_the_list() -> None:
    total = "一般公共预算财政拨款支出年初预算为95.00万元，支出决算为100.00万元。其中："
    heading, *rest = sections_text(
        public_expenditure=f"{total}\n{items('45.00', '35.00', '10.00', measure='年初预算')}"
    ).split("\n", 1)
    text = "\n".join((heading, "第二部分 2024年度部门决算表", PUBLIC, *rest))
    (defect,) = understood(text).diagnosis.defects
    assert (defect.kind, defect.relation.severity) == (Kind.NARRATIVE, "warning")
