"""Offices that two lists call differently (BL735), and words mistyped in one place (BL736)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from as_word import as_word
from linting import lint, lint_text
from test_honest import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from budgetlint.finding import Finding

NAMES = FOLDER / "names-2025.txt"
HEAD = "青禾县某某局2024年部门预算信息公开\n\n一、部门职责及机构设置情况\n\n"


def said(text: str, folder: Path) -> list[Finding]:
    found = lint_text(text, folder).findings
    return [finding for finding in found if finding.rule in ("BL735", "BL736")]


def test_names_that_are_alike_on_purpose_are_no_finding(tmp_path: Path) -> None:
    for path in (NAMES, as_word(NAMES, tmp_path)):
        assert [f.message for f in lint(path).findings if f.rule.startswith("BL73")] == []


@pytest.mark.parametrize(
    ("old", "new", "severity", "message"),
    [
        (
            "4、规划建设股", "4、规化建设股", "warning",
            "机构名称“规化建设股”在另一处名单中是“规划建设股”，两处应当一致",
        ),
        (
            "二股、工程质量监督股", "二股、工程监督股", "warning",
            "机构名称“工程质量监督股”在另一处名单中是“工程监督股”，两处应当一致",
        ),
        (
            "公布水质监测站运行维护", "公布水质监测站运形维护", "info",
            "“水质监测站运形维护”在别处（2处）写作“水质监测站运行维护”，请核对是不是打错了字",
        ),
        (
            "和东坡水库除险加固资金", "和东坡水库险除加固资金", "info",
            "“东坡水库险除加固”在别处（2处）写作“东坡水库除险加固”，请核对是不是两个字颠倒了",
        ),
    ],
)  # fmt: skip
def test_a_slip_among_them_is_found(
    old: str, new: str, severity: str, message: str, tmp_path: Path
) -> None:
    text = NAMES.read_text(encoding="utf-8")
    assert text.count(old) == 1
    (finding,) = said(text.replace(old, new), tmp_path)
    assert (finding.severity.value, finding.message) == (severity, message)


def test_units_in_a_table_and_in_a_sentence(tmp_path: Path) -> None:
    table = "| 单位名称 |\n| 青禾县文化馆 |\n| 青禾县图书馆 |\n| 青禾县非物质文化遗产保护中心 |\n\n"
    listed = "下设青禾县文化馆、青禾县图书馆、青禾县非物质文化遗产报护中心三个单位。\n"
    (finding,) = said(HEAD + table + listed, tmp_path)
    assert finding.message == (
        "机构名称“青禾县非物质文化遗产报护中心”在另一处名单中是“青禾县非物质文化遗产保护中心”，"
        "两处应当一致"
    )
    assert finding.severity.value == "warning"
    assert len(finding.related) == 1


def test_lists_that_share_few_names_are_those_of_different_offices(tmp_path: Path) -> None:
    text = "本局内设办公室、财务股、质量监管股。\n执法大队内设综合股、法制股、质量安全监管股。\n"
    assert said(HEAD + text, tmp_path) == []


def test_what_stands_in_brackets_is_no_part_of_a_name(tmp_path: Path) -> None:
    text = (
        "本局内设办公室（信访办公室、值班室）、财务股、质量监管股（应急股）三个股室。\n"
        "1、办公室：承担文电工作。\n2、财务股：承担财务工作。\n3、质量监管股：承担抽检工作。\n"
    )
    assert said(HEAD + text, tmp_path) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "落实就业见习补贴，公开就业见习补贴名单，就业见习补帖按月发放。",
        "依据《储备粮管理实施细则》和《储备粮管理实施细则》，执行《储备粮管理实师细则》。",
        "完善农机购置服务体系，健全农机购置服务体系，建立农技购置服务体系。",
        "推进东部供水一体化，验收东部供水一体化，推进西部供水一体化。",
        "公开高素质农民培育名单，高素质农民配育按季通报。",
    ],
    ids=["known", "title", "apart", "direction", "once-each"],
)
def test_what_is_said_elsewhere_or_may_be_right_is_not_said(sentence: str, tmp_path: Path) -> None:
    assert [f.message for f in said(HEAD + sentence + "\n", tmp_path) if f.rule == "BL736"] == []


def test_an_office_that_a_list_misprints_is_said_once(tmp_path: Path) -> None:
    text = NAMES.read_text(encoding="utf-8").replace("7、工程质量监督股", "7、工程质亮监督股")
    assert [f.rule for f in said(text, tmp_path)] == ["BL735"]
