"""The real documents, where they lie beside the project."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from readers.text_shape import characters_in_place

from budgetlint.document import Document, Paragraph, Table
from budgetlint.readers import read
from budgetlint.readers.continuation import fold

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
FILES = sorted(SEEDS.glob("*.txt"))
STANDARD = re.compile(r"(部门|单位)预算.*(总表|支出表)")
STANDARD_TABLES = {"huaian": 9, "laoting": 9, "lianchi": 18, "huailai": 0, "changli": 0}

pytestmark = pytest.mark.skipif(not FILES, reason="the seeds are not beside the project")
every_seed = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def seed(name: str) -> Document:
    return read(next(path for path in FILES if path.stem.startswith(name)))


def title_of(document: Document, index: int) -> str:
    """The nearest title above a table that is no caption."""
    above = [b.text.strip() for b in document.blocks[:index] if isinstance(b, Paragraph)]
    return next((title for title in reversed(above) if title.endswith("表")), "")


def standard_tables(document: Document) -> list[tuple[str, Table]]:
    """The tables below a title of a standard table, those with a numbered column row."""
    return [
        (title_of(document, index), block)
        for index, block in enumerate(document.blocks)
        if isinstance(block, Table) and column_row(block) is not None
    ]


def column_row(table: Table) -> int | None:
    """The row that numbers the columns."""
    firsts = [fold(row[0].text) for row in table.rows]
    return firsts.index("栏次") if "栏次" in firsts else None


def titles(document: Document) -> list[str]:
    return [
        block.text.strip()
        for block in document.blocks
        if isinstance(block, Paragraph)
        and not block.contents_entry
        and STANDARD.fullmatch(block.text.strip())
    ]


@every_seed
def test_every_standard_table_follows_its_title_and_is_one_table(path: Path) -> None:
    document = read(path)
    expected = STANDARD_TABLES[path.stem.partition("-")[0]]
    found = standard_tables(document)
    assert [title for title, _ in found] == titles(document)
    assert len(found) == expected


@every_seed
def test_data_rows_are_as_wide_as_the_row_that_numbers_the_columns(path: Path) -> None:
    for title, table in standard_tables(read(path)):
        row = column_row(table)
        assert row is not None
        numbers = [cell.text for cell in table.rows[row][1:]]
        assert numbers == [str(n) for n in range(1, len(numbers) + 1)], title
        assert {len(cells) for cells in table.rows[row:]} == {len(numbers) + 1}, title


@every_seed
def test_serial_numbers_run_on_without_a_gap(path: Path) -> None:
    for title, table in standard_tables(read(path)):
        row = column_row(table)
        assert row is not None
        body = table.rows[row + 1 :]
        serials = [cells[0].text for cells in body if any(cell.text for cell in cells)]
        assert serials == [str(n) for n in range(1, len(serials) + 1)], title


@every_seed
def test_every_character_stands_where_it_says(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    for block in read(path).blocks:
        if isinstance(block, Paragraph):
            assert characters_in_place(source, block)
        else:
            assert all(characters_in_place(source, cell) for row in block.rows for cell in row)


@every_seed
def test_no_word_is_lost(path: Path) -> None:
    """What is not in the blocks is markup, or a caption or header that repeats on a page."""
    document = read(path)
    kept = set()
    for block in document.blocks:
        texts = [block] if isinstance(block, Paragraph) else [c for row in block.rows for c in row]
        kept |= {anchor.position.line for text in texts for anchor in text.anchors if text.text}
    lines = enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
    lost = [line for number, line in lines if number not in kept and line.strip()]
    allowed = re.compile(
        r"\s*\[bookmark: [^]]*\]\s*|\s*TC .*|[-\t]+|(\t[ \u00a0]*)+"
        r"|\d+ \S+局|预算年度：\d+|单位：元|序号\t.*|\t项目\t.*|\t科目编码\t.*"
        r"|[栏档]次\t.*|项 目\t.*|\t\t合 计\t.*"
    )
    assert [line for line in lost if not allowed.fullmatch(line)] == []


@every_seed
def test_no_markup_is_left(path: Path) -> None:
    for block in read(path).blocks:
        texts = [block] if isinstance(block, Paragraph) else [c for row in block.rows for c in row]
        for text in texts:
            assert not re.search(r"\[bookmark|\*\*|\\[fl] |---", text.text)


def test_tables_over_pages_are_joined_and_a_cut_row_is_whole() -> None:
    tables = dict(standard_tables(seed("huaian")))
    table = next(table for title, table in tables.items() if title.endswith("预算收入总表"))
    (row,) = (row for row in table.rows if row[0].text == "18")
    assert [re.sub(r"\s", "", cell.text) for cell in row[1:6]] == [
        "2101101",
        "行政单位医疗",
        "560000.00",
        "560000.00",
        "560000.00",
    ]
    assert row[1].position(0).line != row[1].position(len(row[1].text) - 1).line


def test_a_table_that_repeats_its_header_without_captions_is_joined() -> None:
    document = seed("huaian")
    (table,) = (
        block
        for block in document.blocks
        if isinstance(block, Table) and fold(block.rows[0][0].text) == "项目"
    )
    assert len(table.rows) == 7
    assert table.width == 3


def test_a_paragraph_cut_by_a_page_break_is_whole() -> None:
    paragraphs = [block for block in seed("huaian").blocks if isinstance(block, Paragraph)]
    (cut,) = (block for block in paragraphs if len({a.position.line for a in block.anchors}) > 1)
    lines = [cut.position(offset).line or 0 for offset in (0, len(cut.text) - 1)]
    assert lines[1] - lines[0] == 2
    assert cut.text.endswith("。")


def test_a_narrative_paragraph_behind_a_tab_does_not_swallow_its_table() -> None:
    lines = next(p for p in FILES if p.stem.startswith("lianchi")).read_text("utf-8").split("\n")
    blocks = seed("lianchi").blocks
    followers = [
        after
        for block, after in pairwise(blocks)
        if isinstance(block, Paragraph) and lines[(block.position().line or 0) - 1][:1] == "\t"
    ]
    assert len(followers) == 2
    for table in followers:
        assert isinstance(table, Table)
        assert [len(row) for row in table.rows] == [5] * 7


@pytest.mark.parametrize("name", ["laoting", "huailai", "changli"])
def test_goal_tables_hold_their_lists_and_torn_rows(name: str) -> None:
    goals = [
        block
        for block in seed(name).blocks
        if isinstance(block, Table) and any(row[0].text == "一级指标" for row in block.rows)
    ]
    assert goals
    for table in goals:
        head = next(n for n, row in enumerate(table.rows) if row[0].text == "一级指标")
        assert table.rows[head - 1][0].text == "绩效目标"
        assert {len(row) for row in table.rows[head:]} == {6}


def test_field_codes_are_remembered() -> None:
    document = seed("changli")
    assert len(document.remarks) == 8
    assert {remark.kind for remark in document.remarks} == {"field-instruction"}
