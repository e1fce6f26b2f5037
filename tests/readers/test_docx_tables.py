"""Pages as Word rendered them, and tables as true grids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from readers.docx_files import (
    cell_at,
    cell_texts,
    only_table,
    p,
    paragraphs,
    r,
    read,
    spans,
    tbl,
    tc,
    texts,
    tr,
)
from readers.docx_markup import (
    BREAK,
    PAGE_BREAK,
    sdt,
)

from budgetlint.document import Position, Table

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

# --- pages --------------------------------------------------------------------------------------


def test_without_rendered_breaks_no_page_is_claimed(tmp_path: Path) -> None:
    document = read(tmp_path, p(r("甲") + PAGE_BREAK) + p("乙"))
    assert texts(document) == ["甲", "乙"]
    assert [q.position().page for q in paragraphs(document)] == [None, None]


def test_an_explicit_break_and_its_rendering_are_one(tmp_path: Path) -> None:
    section = '<w:sectPr><w:type w:val="{}"/></w:sectPr>'
    body = (
        p(r("一") + PAGE_BREAK)
        + p(BREAK + r("二"))
        + p(BREAK + r("三"), section.format("continuous"))
        + p("三", section.format("nextPage"))
        + p("四")
        + p("五", "<w:pageBreakBefore/>")
    )
    document = read(tmp_path, body)
    assert [q.position().page for q in paragraphs(document)] == [1, 2, 3, 3, 4, 5]


def test_a_page_break_inside_a_paragraph_begins_a_new_anchor(tmp_path: Path) -> None:
    (paragraph,) = paragraphs(read(tmp_path, p(r("上页") + BREAK + r("下页"))))
    assert paragraph.text == "上页下页"
    assert [paragraph.position(i).page for i in range(4)] == [1, 1, 2, 2]
    assert {paragraph.position(i).paragraph for i in range(4)} == {1}


def test_an_explicit_break_between_texts_ends_the_line(tmp_path: Path) -> None:
    (paragraph,) = paragraphs(read(tmp_path, p(r("上") + PAGE_BREAK + BREAK + r("下"))))
    assert paragraph.text == "上\n下"
    assert [paragraph.position(i).page for i in (0, 2)] == [1, 2]


def test_a_row_that_moves_to_the_next_page_turns_it_once(tmp_path: Path) -> None:
    moved = tc(p(BREAK + r("次")))
    document = read(tmp_path, tbl(tr("首", "首"), tr(moved, moved), tr("尾", "尾")) + p("后"))
    pages = [[cell.position().page for cell in row] for row in only_table(document).rows]
    assert pages == [[1, 1], [2, 2], [2, 2]]
    assert paragraphs(document)[0].position().page == 2


def test_a_row_that_splits_goes_on_in_every_cell(tmp_path: Path) -> None:
    split = tc(p(r("上") + BREAK + r("下")))
    (row,) = only_table(read(tmp_path, tbl(tr(split, split, "短")))).rows
    assert [[cell.position(i).page for i in range(len(cell.text))] for cell in row] == [
        [1, 2],
        [1, 2],
        [1],
    ]


# --- tables -------------------------------------------------------------------------------------


def test_merged_cells_are_a_true_grid(tmp_path: Path) -> None:
    begin, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = tbl(
        tr(tc("科目", begin), tc("支出", '<w:gridSpan w:val="2"/>')),
        tr(tc("", go_on), "基本", "项目"),
        tr("合计", properties='<w:gridBefore w:val="1"/>'),
    )
    found = only_table(read(tmp_path, table))
    assert spans(found) == [
        ("科目", 0, 0, 2, 1),
        ("支出", 0, 1, 1, 2),
        ("基本", 1, 1, 1, 1),
        ("项目", 1, 2, 1, 1),
        ("合计", 2, 1, 1, 1),
    ]
    assert [[cell and cell.text for cell in line] for line in found.grid] == [
        ["科目", "支出", "支出"],
        ["科目", "基本", "项目"],
        [None, "合计", None],
    ]
    assert cell_at(found, 2, 1).position() == Position(table=1, row=3, col=2)


def test_a_merge_ends_where_another_begins_or_the_width_differs(tmp_path: Path) -> None:
    begin, go_on = '<w:vMerge w:val="restart"/>', '<w:vMerge w:val="continue"/>'
    wide = '<w:gridSpan w:val="2"/>'
    table = tbl(
        tr(tc("甲", begin), "1"),
        tr(tc("乙", begin), "2"),
        tr(tc("", go_on), "3"),
        tr(tc("丙", wide + go_on)),
        tr(tc("丁", go_on), "4"),
    )
    assert [s for s in spans(only_table(read(tmp_path, table))) if s[1:3] != (s[1], 1)] == [
        ("甲", 0, 0, 1, 1),
        ("乙", 1, 0, 2, 1),
        ("丙", 3, 0, 1, 2),
        ("丁", 4, 0, 1, 1),
    ]


def test_old_horizontal_merges_are_one_cell(tmp_path: Path) -> None:
    row = tr(tc("宽", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "窄")
    assert spans(only_table(read(tmp_path, tbl(row)))) == [("宽", 0, 0, 1, 2), ("窄", 0, 2, 1, 1)]


def test_rows_and_cells_in_content_controls_are_read(tmp_path: Path) -> None:
    table = tbl(tr("甲", sdt(tc("乙")), "丙"), sdt(tr("丁", "戊", "己") + tr("庚", "辛", "壬")))
    found = only_table(read(tmp_path, table))
    assert cell_texts(found) == [["甲", "乙", "丙"], ["丁", "戊", "己"], ["庚", "辛", "壬"]]
    assert [cell.col for cell in found.rows[0]] == [0, 1, 2]


def test_the_paragraphs_of_a_cell_are_its_lines(tmp_path: Path) -> None:
    cell = tc(p("指标") + p() + sdt(p("≥95%")))
    assert cell_texts(only_table(read(tmp_path, tbl(tr(cell))))) == [["指标\n≥95%"]]


def test_a_nested_table_belongs_to_its_cell_and_not_to_its_text(tmp_path: Path) -> None:
    document = read(
        tmp_path, tbl(tr("外", tc(p("格") + tbl(tr("内", "里")) + p()))) + tbl(tr("次"))
    )
    outer, after = document.blocks
    assert isinstance(outer, Table)
    assert isinstance(after, Table)
    assert cell_texts(outer) == [["外", "格"]]
    (inner,) = cell_at(outer, 0, 1).tables
    assert cell_texts(inner) == [["内", "里"]]
    assert cell_at(inner, 0, 1).position() == Position(table=1, row=1, col=2)
    assert after.position.table == 2


def test_spans_beyond_all_reason_are_cut(tmp_path: Path) -> None:
    table = tbl(
        tr(tc("宽", '<w:gridSpan w:val="99999999"/>')), tr(tc("窄", '<w:gridSpan w:val="-3"/>'))
    )
    found = only_table(read(tmp_path, table))
    assert found.width == 256
    assert [s[4] for s in spans(found)] == [256, 1]


@st.composite
def tilings(draw: st.DrawFn) -> list[list[tuple[int, int, int]]]:
    """For each row of a table the cells that begin in it: column, row span, column span."""
    height, width = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    free = {(row, col) for row in range(height) for col in range(width)}
    tiling: list[list[tuple[int, int, int]]] = [[] for _ in range(height)]
    for row, col in sorted(free):
        if (row, col) not in free:
            continue
        colspan = 1
        while (row, col + colspan) in free and draw(st.booleans()):
            colspan += 1
        columns = range(col, col + colspan)
        rowspan = 1
        while row + rowspan < height and draw(st.booleans()):
            rowspan += 1
        free -= {(r, c) for r in range(row, row + rowspan) for c in columns}
        tiling[row].append((col, rowspan, colspan))
    return tiling


def as_rows(tiling: list[list[tuple[int, int, int]]]) -> str:
    """The tiling in WordprocessingML, where each row repeats the cells that reach into it."""
    rows = []
    for row in range(len(tiling)):
        reaching = [
            (col, above == row, rowspan, colspan)
            for above in range(row + 1)
            for col, rowspan, colspan in tiling[above]
            if above + rowspan > row
        ]
        rows.append(tr(*(_tile(row, *cell) for cell in sorted(reaching))))
    return tbl(*rows)


def _tile(row: int, col: int, begins: bool, rowspan: int, colspan: int) -> str:
    merge = f'<w:vMerge w:val="{"restart" if begins else "continue"}"/>' if rowspan > 1 else ""
    text = f"{row}-{col}" if begins else ""
    return tc(text, f'<w:gridSpan w:val="{colspan}"/>{merge}')


@given(tiling=tilings())
def test_any_tiling_of_a_table_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, tiling: list[list[tuple[int, int, int]]]
) -> None:
    found = only_table(read(tmp_path_factory.mktemp("table"), as_rows(tiling)))
    assert spans(found) == [
        (f"{row}-{col}", row, col, rowspan, colspan)
        for row, cells in enumerate(tiling)
        for col, rowspan, colspan in cells
    ]
    assert all(cell is not None for line in found.grid for cell in line)
