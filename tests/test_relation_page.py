"""docs/relations.md says what the data files say."""

from __future__ import annotations

from relation_page import PAGE, page

from budgetlint.taxonomy import templates


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), (
        "run: PYTHONPATH=tests python -m relation_page"
    )


def test_every_template_and_every_relation_is_on_the_page() -> None:
    text = page()
    for template in templates():
        assert f"## {template.name}\n" in text
    assert text.count("\n- ") == sum(len(template.relations) for template in templates())


def test_a_relation_reads_as_an_equation_with_its_condition() -> None:
    text = page()
    assert "表8的每一行：年末结转和结余 = 年初结转和结余 + 本年收入 − 本年支出合计" in text
    assert "表1“收入总计” = 表1“本年收入合计” + 表1“使用非财政拨款结余” + 表1“上年结转”" in text
    assert "（全部收支都是财政拨款时，合计、基本支出、项目支出各列分别核对）" in text
