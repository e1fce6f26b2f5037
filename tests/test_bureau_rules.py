"""Whose document it is where names are short, left open, of another body, or lack words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from disclosure.builders import CAPTION, Budget
from linting import lint, lint_text
from project import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "青禾县水利局2024年部门预算公开"
DUTIES = "一、部门职责及机构设置情况"
USUAL = "青禾县水利局主管水利。青禾县水利局管理水库。青禾县水利局保护水源。"
RULES = ("BL090", "BL711", "BL713", "BL715", "BL716", "BL718", "BL719", "BL720")

Told = list[tuple[str, str, str, str | None]]


def told(folder: Path, *lines: str) -> Told:
    """Rule, severity, message and right value of what is said of names."""
    report = lint_text("\n\n".join(lines), folder)
    return [
        (f.rule, f.severity.value, f.message, f.expected)
        for f in report.findings
        if f.rule in RULES
    ]


# ------------------------------------------------------------- whose document it is
OPEN = "青禾县水利部门（单位）2024年部门预算公开"
UNITS = "| 单位名称 | 单位性质 |\n| 304001青禾县水利局 | 行政 |\n| 青禾县水利局 | 行政 |"


def test_a_choice_left_open_is_no_name_where_tables_give_one(tmp_path: Path) -> None:
    assert told(tmp_path, OPEN, DUTIES, UNITS) == [
        (
            "BL718",
            "warning",
            "“青禾县水利部门（单位）”是范本中供选择的字样，应为“青禾县水利局”",
            "青禾县水利局",
        )
    ]


def test_without_another_name_the_choice_stays(tmp_path: Path) -> None:
    [(rule, _, message, right)] = told(tmp_path, OPEN, DUTIES)
    assert (rule, right) == ("BL718", None)
    assert message == "“青禾县水利部门（单位）”是范本中供选择的字样，应改为确定的名称"


SHORT = "水利局2024年部门预算公开"
_SAID = "“指省级财政当年拨付”是“省级”的措辞，与“青禾县水利局”的级别不符"
GLOSSARY = "八、名词解释\n\n1、一般公共预算拨款收入：指省级财政当年拨付的资金。"


def test_a_short_name_has_the_level_of_its_full_name(tmp_path: Path) -> None:
    full = "青禾县水利局主管水利。", "青禾县水利局现有在职人员20人。", "青禾县水利局共有20人。"
    assert told(tmp_path, SHORT, DUTIES, *full, GLOSSARY) == [
        (
            "BL713",
            "info",
            "标题和表上方的名称“水利局”是简称，文中的全称是“青禾县水利局”",
            None,
        ),
        (
            "BL716",
            "warning",
            _SAID + "，应为“指县级财政当年拨付”",
            "指县级财政当年拨付",
        ),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "青禾县水利局现有在职人员20人。",
        "青禾县水利局共有20人。\n\n清河市水利局是市政府工作部门。\n\n青禾县水利局下设三个股室。",
    ],
    ids=["once", "two"],
)
def test_a_doubtful_full_name_is_none(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, SHORT, DUTIES, *text.split("\n\n"), GLOSSARY) == []


def test_the_management_of_a_city_is_no_area(tmp_path: Path) -> None:
    named = "城市管理局共有20人。", "城市管理局现有编制20名。"
    assert told(tmp_path, "城管局2024年部门预算公开", DUTIES, *named, GLOSSARY) == []


def test_captions_in_short_are_one_finding(tmp_path: Path) -> None:
    text = Budget().text().replace(CAPTION.split("|")[1].strip(), "304农业农村局")
    names = "青禾县农业农村局共有20人。\n\n青禾县农业农村局下设三个股室。"
    report = lint_text(f"农业农村局2024年部门预算公开\n\n{text}\n\n{names}", tmp_path)
    [finding] = [f for f in report.findings if f.rule == "BL713"]
    assert finding.message.startswith(
        "标题和表上方的名称“农业农村局”是简称，文中的全称是“青禾县农业农村局”（同样的共"
    )
    assert len(finding.related) > 1


# ------------------------------------------------------------------- BL715 other body
OTHER = "青禾县河道管理部门"
REGULATION = "根据《青禾县河道管理局职能配置、内设机构和人员编制规定》{}，制定本预算。"


def test_the_duties_of_a_body_that_does_not_exist(tmp_path: Path) -> None:
    said = f"根据《{OTHER}职能配置、内设机构和人员编制规定》，{OTHER}的主要职责是："
    assert told(tmp_path, TITLE, DUTIES, said) == [
        (
            "BL715",
            "warning",
            "“青禾县河道管理部门”不是公开文件的部门（单位），应为“青禾县水利局”（同样的共2处）",
            "青禾县水利局",
        )
    ]


def test_a_cited_document_of_another_body_is_worth_a_look(tmp_path: Path) -> None:
    assert told(tmp_path, TITLE, DUTIES, REGULATION.format("")) == [
        (
            "BL715",
            "info",
            "所引文件是“青禾县河道管理局”的，与“青禾县水利局”不符，请核对",
            None,
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        REGULATION.format("（青办字〔2015〕12号）"),
        "青禾县水利部门的主要职责是：主管全县水利工作。",
        "青禾县水利局的主要职责是：主管水利。青禾县移民局的主要职责是：安置移民。",
        "原青禾县水务局的主要职责是管理城镇供水，已划转。",
        "青禾县移民局的主要职责是安置移民。\n\n| 单位名称 |\n| 青禾县移民局 |",
        "青禾县移民局的主要职责是安置移民。\n\n| 单位 |\n| 304002青禾县移民局 |",
        "青禾县移民局的主要职责是安置移民。\n\n县水利局下设青禾县移民局。",
        "青禾县水利工程质量监督站的主要职责是：监督工程质量。",
        "青禾县水利局办公室的主要职责是：起草文件。",
        "青禾县委宣传部的主要职责是：指导宣传。",
        "清河市财政局的主要职责是：管理财政。",
        "青禾县财政局负责审核预算，青禾县审计局监督。",
    ],
)
def test_other_bodies_are_told_of_rightly(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, TITLE, DUTIES, *text.split("\n\n")) == []


# ----------------------------------------------------------------- BL719 dropped words
GARDEN = "青禾市植物园管理处"
CENTRE = "青禾县林业局机关服务中心"


def of(name: str, text: str) -> tuple[str, ...]:
    """A document of ``name``, which it writes three times, and a sentence."""
    usual = f"{name}养护植物。{name}守护森林。{name}爱护环境。"
    return f"{name}2024年单位预算公开", DUTIES, usual, text


@pytest.mark.parametrize(
    ("name", "text", "wrong", "severity"),
    [
        (GARDEN, "青禾市植物园管理隶属市园林局。", "青禾市植物园管理", "warning"),
        (GARDEN, "青禾市植物园管理是财政拨款的事业单位。", "青禾市植物园管理", "warning"),
        (CENTRE, "青禾县林业局机关服务下设三个股室。", "青禾县林业局机关服务", "warning"),
        (CENTRE, "青禾县局机关服务中心养护植物。", "青禾县局机关服务中心", "warning"),
        (CENTRE, "| 单位名称 |\n| 青禾县局机关服务中心 |", "青禾县局机关服务中心", "warning"),
        ("青禾县林业局", "青禾县局机关收支编入预算。", "青禾县局", "info"),
    ],
)
def test_words_dropped_from_the_own_name(
    name: str, text: str, wrong: str, severity: str, tmp_path: Path
) -> None:
    message = f"“{wrong}”漏了字，应为“{name}”"
    assert told(tmp_path, *of(name, text)) == [("BL719", severity, message, name)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (GARDEN, "青禾市植物园管理工作由我处负责，青禾市植物园管理现有制度20项。"),
        (CENTRE, "青禾县林业局下设三个股室，青禾县林业局机关运行经费另行公开。"),
        ("青禾县林业局", "县局机关收支编入预算，青禾县局配合。"),
        ("青禾县公安局", "青禾县局机关收支编入预算。"),
        ("青禾县水利局办公室", "青禾县水利局是县政府工作部门，下设办公室。"),
    ],
)
def test_words_that_are_not_dropped(name: str, text: str, tmp_path: Path) -> None:
    assert told(tmp_path, *of(name, text)) == []


def test_brackets_in_a_name_do_no_harm(tmp_path: Path) -> None:
    name = "青禾县(东山)植物园管理处"
    assert told(tmp_path, *of(name, "青禾县(东山)植物园管理隶属县林业局。")) == [
        ("BL719", "warning", f"“{name[:-1]}”漏了字，应为“{name}”", name)
    ]


def test_nor_does_half_a_bracket_before_it(tmp_path: Path) -> None:
    text = "东山)青禾县水利局主管水利。" * 3
    assert told(tmp_path, "东山)青禾县水利局2024年部门预算公开", DUTIES, text) == []


def test_a_name_that_is_rare_proves_nothing(tmp_path: Path) -> None:
    assert told(tmp_path, f"{GARDEN}2024年单位预算公开", "青禾市植物园管理隶属市园林局。") == []


# ------------------------------------------------------------------ BL716 own tasks
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("采用新技术改造提升全省传统产业水平。", "改造提升全省"),
        ("（一）拟订并组织实施全省水利规划。", "拟订并组织实施全省"),
        ("（一）统筹全省水利工作，承担全市改革试点。", None),
        ("（一）组织实施全省统一考试。", None),
        ("贯彻省厅部署的组织实施全省规划的任务。", None),
    ],
)
def test_a_task_for_the_whole_province(text: str, found: str | None, tmp_path: Path) -> None:
    message = f"“{found}”是“省级”的措辞，与“青禾县水利局”的级别不符"
    expected = [("BL716", "info", message, None)] if found else []
    assert told(tmp_path, TITLE, DUTIES, text) == expected


def test_the_honest_document_says_nothing_of_names() -> None:
    report = lint(ROOT / "tests" / "honest" / "names-of-bodies-2024.txt")
    assert [f.message for f in report.findings if f.rule in RULES] == []
