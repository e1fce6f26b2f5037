"""Rules that hold tables and sentences against the classification of subjects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from linting import lint_text

if TYPE_CHECKING:
    from pathlib import Path

    from budgetlint.finding import Finding

ENTITY = "304青禾县某某局"


def table(title: str, head: tuple[str, ...], *rows: str) -> str:
    """A table of the Hebei form for 2024 in 万元; each row is code, name and amounts by commas."""
    columns = head[-1].count("|") - 1
    lines = [f"| {ENTITY} | 预算年度：2024 | 单位：万元 |", *head]
    lines.append(f"| 栏次 | {' | '.join(map(str, range(1, columns)))} |")
    for n, row in enumerate(rows, start=1):
        lines.append(f"| {n} | {' | '.join(row.split(','))} |")
    return "\n".join([title, "", *lines, ""])


def spending(*rows: str, title: str = "部门预算一般公共预算财政拨款支出表") -> str:
    head = ("| 序号 | 功能分类科目 | 合计 | 基本支出 | 项目支出 |",
            "| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |")  # fmt: skip
    return table(title, head, *rows)


def basic(*rows: str, said: str = "支出部门经济分类科目") -> str:
    head = (f"| 序号 | {said} | 一般公共预算基本支出 |",
            "| 序号 | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |")  # fmt: skip
    return table("部门预算一般公共预算财政拨款基本支出表", head, *rows)


def found(text: str, folder: Path, *rules: str) -> list[Finding]:
    return [f for f in lint_text(text, folder).findings if f.rule in rules]


def said(text: str, folder: Path, *rules: str) -> list[tuple[str, str]]:
    return [(f.severity.value, f.message) for f in found(text, folder, *rules)]


# BL609: codes of another classification

GOVERNMENT = ("501,机关工资福利支出,70.00,70.00,", "50101,工资奖金津补贴,70.00,70.00,")


def test_a_whole_table_of_another_classification_is_one_finding(tmp_path: Path) -> None:
    text = basic(",合计,70.00,70.00,", *GOVERNMENT)
    (finding,) = lint_text(text, tmp_path).findings
    assert finding.rule == "BL609"
    assert finding.message == (
        "全部科目编码（“501 机关工资福利支出”等2行）是政府预算支出经济分类的科目，"
        "本栏表头为部门预算支出经济分类"
    )
    assert [place.row_code for place in finding.related] == ["50101"]


def test_a_header_that_names_the_government_wants_its_codes(tmp_path: Path) -> None:
    text = basic(",合计,70.00,70.00,", *GOVERNMENT, said="政府预算支出经济分类科目")
    assert found(text, tmp_path, "BL609") == []


def test_under_a_wrong_header_right_codes_are_checked_as_ever(tmp_path: Path) -> None:
    rows = (",合计,70.00,70.00,", "301,工资福利支出,70.00,70.00,", "30101,基本工资,60.00,60.00,")
    text = basic(*rows, said="功能分类科目")
    assert {f.rule for f in lint_text(text, tmp_path).findings} == {"BL302", "BL609"}


def test_a_header_that_names_no_classification_wants_none(tmp_path: Path) -> None:
    text = basic(",合计,70.00,70.00,", *GOVERNMENT, said="科目")
    assert found(text, tmp_path, "BL609") == []


def test_department_codes_under_the_government_s_header(tmp_path: Path) -> None:
    rows = (",合计,70.00,70.00,", "301,工资福利支出,70.00,70.00,", "30101,基本工资,70.00,70.00,")
    (finding,) = found(basic(*rows, said="政府预算支出经济分类科目"), tmp_path, "BL609")
    assert finding.expected == "政府预算支出经济分类科目"


def test_the_rows_of_one_class_among_others_are_one_finding(tmp_path: Path) -> None:
    text = spending(
        ",合计,90.00,90.00,",
        "208,社会保障和就业支出,20.00,20.00,",
        "20805,行政事业单位养老支出,20.00,20.00,",
        "2080505,机关事业单位基本养老保险缴费支出,20.00,20.00,",
        "301,工资福利支出,70.00,70.00,",
        "30101,基本工资,70.00,70.00,",
    )
    (finding,) = lint_text(text, tmp_path).findings
    assert (finding.rule, finding.location.row_code) == ("BL609", "301")
    assert [place.row_code for place in finding.related] == ["30101"]


def test_a_mistyped_code_with_the_name_of_its_own_classification_is_no_other(
    tmp_path: Path,
) -> None:
    text = spending(
        ",合计,20.00,20.00,",
        "208,社会保障和就业支出,20.00,20.00,",
        "30805,行政事业单位养老支出,20.00,20.00,",
        "2080505,机关事业单位基本养老保险缴费支出,20.00,20.00,",
    )
    assert found(text, tmp_path, "BL609") == []
    assert found(text, tmp_path, "BL602", "BL603", "BL605", "BL608")


# BL611: lines of the summary


def summary(*lines: str) -> str:
    head = ("| 序号 | 收入 | 支出 |", "| 项目 | 预算数 | 项目 | 预算数 |")
    rows = [f"| {n} | | | {line} | |" for n, line in enumerate(lines, start=1)]
    caption = f"| {ENTITY} | 预算年度：2024 | 单位：万元 |"
    return "\n".join(
        ["部门预算收支总表", "", caption, *head, "| 栏次 | 1 | 2 | 3 | 4 |", *rows, ""]
    )


def test_lines_that_are_no_class_are_one_hint(tmp_path: Path) -> None:
    text = summary(
        "一、节能环保支出", "二、土壤", "三、城乡社区支出", "四、事业运行", "五、人行科目"
    )
    message = (
        "支出栏中的“土壤”（2110307，项级科目）、“事业运行”（项级科目）不是类级科目，"
        "请核对取数（共2行）"
    )
    assert said(text, tmp_path, "BL611") == [("info", message)]


def test_a_shifted_ordinal_and_a_line_of_the_template_are_nothing(tmp_path: Path) -> None:
    text = summary("一、节能环保支出", "三、城乡社区支出", "四、人行科目")
    assert found(text, tmp_path, "BL611") == []


def test_an_item_below_its_class_is_none_of_the_lines(tmp_path: Path) -> None:
    text = summary("一、节能环保支出", "（一）土壤", "二、城乡社区支出")
    assert found(text, tmp_path, "BL611") == []


# BL612: columns of the basic expenditure


@pytest.mark.parametrize(
    ("row", "severity", "message"),
    [
        (
            "30217,公务接待费,2.00,2.00,",
            "error",
            "“30217 公务接待费”2.00万元列在“人员经费”栏，应列“公用经费”",
        ),
        (
            "30218,专用材料费,2.00,2.00,",
            "warning",
            "“30218 专用材料费”2.00万元列在“人员经费”栏，应列“公用经费”",
        ),
        (
            "30239,其他交通费用,2.00,2.00,",
            "info",
            "“30239 其他交通费用”2.00万元列在“人员经费”栏，一般列“公用经费”，各地口径不一，请核对",
        ),
    ],
)
def test_how_sure_a_wrong_column_is_depends_on_the_subject(
    row: str, severity: str, message: str, tmp_path: Path
) -> None:
    text = basic(
        ",合计,10.00,2.00,8.00",
        "302,商品和服务支出,10.00,2.00,8.00",
        "30201,办公费,8.00,,8.00",
        row,
    )
    assert said(text, tmp_path, "BL612") == [(severity, message)]


def test_personnel_under_operating_funds(tmp_path: Path) -> None:
    text = basic(
        ",合计,80.00,10.00,70.00",
        "301,工资福利支出,80.00,10.00,70.00",
        "30101,基本工资,50.00,,50.00",
        "30102,津贴补贴,20.00,,20.00",
        "30103,奖金,10.00,10.00,",
    )
    (finding,) = found(text, tmp_path, "BL612")
    assert finding.message == (
        "“30101 基本工资”50.00万元、“30102 津贴补贴”20.00万元列在“公用经费”栏，应列“人员经费”"
    )


def test_a_cell_that_the_sums_contradict_is_told_once(tmp_path: Path) -> None:
    text = basic(
        ",合计,10.00,,10.00",
        "302,商品和服务支出,10.00,,10.00",
        "30201,办公费,8.00,,8.00",
        "30217,公务接待费,2.00,2.00,",
    )
    assert found(text, tmp_path, "BL612") == []
    assert found(text, tmp_path, "BL301", "BL302")


def test_other_expenditure_may_stand_in_both_columns(tmp_path: Path) -> None:
    text = basic(",合计,2.00,2.00,", "399,其他支出,2.00,2.00,", "39999,其他支出,2.00,2.00,")
    assert found(text, tmp_path, "BL612") == []


# BL613: projects under 行政运行


def test_a_project_under_running_is_one_hint_for_all_tables(tmp_path: Path) -> None:
    rows = (
        ",合计,120.00,80.00,40.00",
        "213,农林水支出,120.00,80.00,40.00",
        "21301,农业农村,120.00,80.00,40.00",
        "2130101,行政运行,120.00,80.00,40.00",
    )
    text = spending(*rows, title="部门预算支出总表") + "\n" + spending(*rows)
    (finding,) = found(text, tmp_path, "BL613")
    assert finding.severity == "info"
    assert [place.table.number for place in finding.related if place.table] == [5]


# BL614: tied subjects

HOUSING = (
    ",合计,{0},{0},",
    "221,住房保障支出,{0},{0},",
    "22102,住房改革支出,{0},{0},",
    "2210201,住房公积金,{0},{0},",
)


def tied(functional: str, *economic: str) -> str:
    rows = (",合计,20.00,20.00,", "301,工资福利支出,20.00,20.00,", *economic)
    return spending(*(row.format(functional) for row in HOUSING)) + "\n" + basic(*rows)


def test_the_same_money_in_both_classifications_is_equal(tmp_path: Path) -> None:
    text = tied("20.00", "30113,住房公积金,20.00,20.00,")
    assert found(text, tmp_path, "BL614") == []


def test_amounts_rounded_each_for_itself_may_differ_by_a_last_digit(tmp_path: Path) -> None:
    text = tied("20.00", "30102,津贴补贴,0.01,0.01,", "30113,住房公积金,19.99,19.99,")
    assert found(text, tmp_path, "BL614") == []


def test_another_amount_is_a_warning(tmp_path: Path) -> None:
    text = tied("20.00", "30102,津贴补贴,2.00,2.00,", "30113,住房公积金,18.00,18.00,")
    message = (
        "基本支出中，功能分类“2210201 住房公积金”20.00万元，经济分类“30113 住房公积金”18.00万元，"
        "相差2.00万元；都是单位缴纳的住房公积金，应当相等"
    )
    assert said(text, tmp_path, "BL614") == [("warning", message)]


def test_no_amount_at_all_on_the_economic_side_is_told(tmp_path: Path) -> None:
    text = tied("20.00", "30102,津贴补贴,20.00,20.00,")
    ((severity, message),) = said(text, tmp_path, "BL614")
    assert severity == "warning"
    assert "经济分类“30113 住房公积金”没有金额" in message


def test_a_table_of_classes_alone_tells_nothing(tmp_path: Path) -> None:
    text = spending(*(row.format("20.00") for row in HOUSING)) + "\n"
    text += basic(",合计,20.00,20.00,", "301,工资福利支出,20.00,20.00,")
    assert found(text, tmp_path, "BL614") == []


def test_a_cell_that_the_sums_contradict_is_not_told_again(tmp_path: Path) -> None:
    text = tied("20.00", "30113,住房公积金,18.00,20.00,")
    assert found(text, tmp_path, "BL614") == []


def test_without_both_tables_nothing_is_compared(tmp_path: Path) -> None:
    report = lint_text(basic(",合计,20.00,20.00,", "301,工资福利支出,20.00,20.00,"), tmp_path)
    assert report.coverage.checks["BL614"].reasons == [
        "没有按功能、按经济分类的两张一般公共预算基本支出表"
    ]


# BL607, BL615: sentences


def glossary(*sentences: str, year: int = 2024) -> str:
    return "\n\n".join([f"青禾县某某局{year}年部门预算", "八、名词解释", *sentences, ""])


def names(tmp_path: Path, *sentences: str, year: int = 2024) -> list[tuple[str, str]]:
    return said(glossary(*sentences, year=year), tmp_path, "BL607", "BL615")


def test_a_division_by_its_name_of_other_years(tmp_path: Path) -> None:
    chain = "社会保障和就业支出（类）行政事业单位离退休（款）：指离退休经费。"
    (finding,) = found(glossary(chain, "2、" + chain), tmp_path, "BL607", "BL615")
    assert (finding.rule, finding.severity) == ("BL607", "warning")
    assert finding.message == (
        "文字中的“行政事业单位离退休”是2019年及以前的科目名称，"
        "2024年是20805“行政事业单位养老支出”（同样的共2处）"
    )
    assert finding.expected == "行政事业单位养老支出"
    assert len(finding.related) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "医疗卫生与计划生育支出10万元。",
        "其中：医疗卫生与计划生育支出（类）10万元。",
        "主要用于行政事业单位离退休10万元。",
        "20805行政事业单位离退休10万元。",
        "用于行政事业单位离退休（20805）10万元。",
    ],
)
def test_an_old_name_without_a_chain(sentence: str, tmp_path: Path) -> None:
    assert [severity for severity, _ in names(tmp_path, sentence)] == ["warning"]


@pytest.mark.parametrize(
    "sentence",
    [
        "与2018年相比，医疗卫生与计划生育支出减少。",
        "上年医疗卫生与计划生育支出10万元。",
        "医疗卫生与计划生育支出（类）改为卫生健康支出（类）。",
        "慰问行政事业单位离退休人员10万元。",
        "依据《行政事业单位离退休费管理办法》。",
        "负责宗教事务、食品和药品监督管理事务。",
        "文化旅游体育与传媒支出（类）、其他卫生健康支出（款）。",
    ],
)
def test_an_old_name_that_is_in_its_place(sentence: str, tmp_path: Path) -> None:
    assert names(tmp_path, sentence) == []


def test_an_old_class_in_the_summary_and_in_a_sentence_is_one_finding(tmp_path: Path) -> None:
    text = summary("一、教育支出", "二、医疗卫生与计划生育支出") + "\n八、名词解释\n\n"
    text += "医疗卫生与计划生育支出（类）：指医疗保险支出。\n"
    (finding,) = found(text, tmp_path, "BL607", "BL611", "BL615")
    assert finding.message == (
        "《部门预算收支总表》中的“医疗卫生与计划生育支出”是2018年及以前的科目名称，"
        "2024年是210“卫生健康支出”（同样的共2处）"
    )
    assert finding.location.row_label == "二、医疗卫生与计划生育支出"
    assert [place.section for place in finding.related] == ["八、名词解释"]


def test_an_old_name_in_tables_and_sentences_is_one_finding(tmp_path: Path) -> None:
    text = spending(
        ",合计,20.00,20.00,",
        "208,社会保障和就业支出,20.00,20.00,",
        "20805,行政事业单位离退休,20.00,20.00,",
        "2080505,机关事业单位基本养老保险缴费支出,20.00,20.00,",
    )
    text += "\n八、名词解释\n\n行政事业单位离退休（款）：指离退休经费。\n"
    (finding,) = found(text, tmp_path, "BL606", "BL607", "BL615")
    assert (finding.rule, finding.location.row_code) == ("BL607", "20805")
    assert [place.section for place in finding.related] == ["八、名词解释"]


def test_in_its_own_year_the_name_is_right(tmp_path: Path) -> None:
    assert names(tmp_path, "医疗卫生与计划生育支出（类）10万元。", year=2018) == []


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        (
            "社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退修（项）10万元。",
            "没有“行政单位离退修”（项）这个科目，应为“行政单位离退休”",
        ),
        (
            "农林水支出（类）农业农村（款）一般行政管理事物（项）10万元。",
            "没有“一般行政管理事物”（项）这个科目，应为“一般行政管理事务”",
        ),
        (
            "城乡社区支出（类）城乡社区管理事务（款）其他社区城乡管理事务支出（项）10万元。",
            "没有“其他社区城乡管理事务支出”（项）这个科目，应为“其他城乡社区管理事务支出”",
        ),
        (
            "社会保障与就业支出（类）10万元。",
            "没有“社会保障与就业支出”（类）这个科目，应为“社会保障和就业支出”",
        ),
        (
            "社会保障和就业支出（类）行政事业单位医疗（款）10万元。",
            "“行政事业单位医疗”（款）不在“社会保障和就业支出”（类）之下，它的编码是21011",
        ),
        ("农林水支出（类）行政运行（款）10万元。", "“行政运行”是项级科目，写成了（款）"),
        (
            "2080505机关事业单位职业年金缴费支出10万元。",
            "文字中“机关事业单位职业年金缴费支出”的编码写成2080505，编码与名称不符，应为2080506",
        ),
        (
            "208（类）05（款）06（项）机关事业单位基本养老保险缴费支出10万元。",
            "文字中“机关事业单位基本养老保险缴费支出”的编码写成2080506，编码与名称不符，应为2080505",
        ),
        (
            "印刷费（30201）10万元。",
            "文字中“印刷费”的编码写成30201，编码与名称不符，应为30202",
        ),
    ],
)
def test_a_wrong_name_or_code_in_a_sentence(sentence: str, message: str, tmp_path: Path) -> None:
    assert names(tmp_path, sentence) == [("warning", message)]


@pytest.mark.parametrize(
    "sentence",
    [
        "1、一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）10万元。",
        "主要用于教育（类）10万元、文化体育与传媒（类）支出、社会保障和就业（类）支出。",
        "工资福利支出（类）基本工资（款）、住房公积金（款）；商品和服务支出（类）。",
        "其他社会保障和就业支出（款）其他社会保障和就业支出（项）10万元。",
        "住房保障支出（类）住房公积金（项）10万元。",
        "XX（类）XX（款）XX（项）XX万元。",
        "2080505机关事业单位基本养老保险缴费支出，行政运行（2130101），30201办公费。",
        "208（类）05（款）05（项）机关事业单位基本养老保险缴费支出。",
        "非税收入（类）专项收入（款）10万元。",
        "共有20805人参加，联系电话2130101。",
    ],
)
def test_a_right_name_in_a_sentence(sentence: str, tmp_path: Path) -> None:
    assert names(tmp_path, sentence) == []
