"""Passages: every piece of text with what it is and where it stands."""

from __future__ import annotations

from disclosure.builders import document, table

from budgetlint.disclosure import understand
from budgetlint.disclosure.passages import PassageKind, find_passages

TEXT = """
青禾县农业农村局2024年部门预算公开
一、部门职责及机构设置情况
负责全县 “种子” 管理。
1、种子站
部门预算支出总表
| 304青禾县农业农村局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
仓库情况
| 名称 | 地点 |
| 一号仓库 |  |
"""


def _passages() -> dict[str, tuple[PassageKind, str]]:
    disclosure = understand(document(TEXT))
    return {p.plain.text: (p.kind, p.place.key) for p in find_passages(disclosure)}


def test_headings_titles_sentences_and_cells_are_told_apart() -> None:
    found = _passages()
    assert found["一、部门职责及机构设置情况"] == (PassageKind.HEADING, "duties")
    assert found["负责全县“种子”管理。"] == (PassageKind.SENTENCE, "duties")
    assert found["1、种子站"][0] is PassageKind.HEADING
    assert found["部门预算支出总表"][0] is PassageKind.TITLE


def test_a_cell_of_a_standard_table_stands_at_its_row_and_column() -> None:
    assert _passages()["120.00"] == (PassageKind.CELL, "expenditure/total/total")


def test_a_cell_of_another_table_stands_in_the_table_with_the_title_above_it() -> None:
    assert _passages()["一号仓库"] == (PassageKind.CELL, "table:仓库情况")


def test_blank_cells_are_no_passages() -> None:
    assert "" not in _passages()


def test_a_slice_is_shown_in_its_clause_without_the_blanks_of_the_layout() -> None:
    disclosure = understand(document(TEXT))
    sentence = next(
        p for p in disclosure.passages if p.kind is PassageKind.SENTENCE and "种子" in p.source.text
    )
    at = sentence.plain.text.index("“")
    place = sentence.location(sentence.plain, (at, at + 4), "quote")
    assert (place.text, place.mark) == ("负责全县“种子”管理", (4, 8))
    assert place.key == "duties/quote"
    assert place.position.column == sentence.source.text.index("“") + 1
    folded = sentence.folded.text.index("种子")
    assert sentence.location(sentence.folded, (folded, folded + 2), "word").mark == (5, 7)


def test_a_clause_in_a_wrapped_cell_is_shown_whole() -> None:
    cells = table([["名称", "一号仓库存\n放种子，二号仓库存放农药"]], 1)
    cell = understand(document("仓库情况", extra=(cells,))).passages[-1]
    at = cell.plain.text.index("种子")
    place = cell.location(cell.plain, (at, at + 2), "word")
    assert (place.text, place.mark) == ("一号仓库存放种子，二号仓库存放农药", (6, 8))
