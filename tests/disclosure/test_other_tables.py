"""Tables that are not checked are counted in the coverage, wherever they stand."""

from __future__ import annotations

from dataclasses import replace

from disclosure.builders import document, table

from budgetlint.disclosure import understand
from budgetlint.document import Document, Table


def test_a_table_inside_a_cell_is_said_to_be_unchecked() -> None:
    outer = table([["甲", "乙"]])
    (first, second) = outer.rows[0]
    inner = table([["1", "2"]])
    nested = replace(outer, rows=((replace(first, tables=(inner,)), second),))
    made = Document(format="docx", blocks=(nested,))
    assert "有1个表嵌套在单元格中，未核对" in understand(made).unread


def test_a_blank_table_needs_no_word() -> None:
    made = document("正文。\n|  |  |\n")
    assert any(isinstance(block, Table) for block in made.blocks)
    assert understand(made).unread == ()
