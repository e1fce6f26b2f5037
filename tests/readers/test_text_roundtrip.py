"""Tables of any content come back from both dialects as they were written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from readers.text_shape import characters_in_place, only_table, read_shape

WORD = st.text(alphabet="甲乙丙丁收支合计总额0123456789.-（）%", min_size=1, max_size=8).filter(
    lambda word: not word.endswith("表") and "---" not in word
)
CELL = st.one_of(st.just(""), WORD)


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """A table with words in the first column and at least two rows and three columns."""
    width = draw(st.integers(3, 7))
    row = st.tuples(WORD, WORD, st.lists(CELL, min_size=width - 2, max_size=width - 2))
    rows = [[first, second, *rest] for first, second, rest in draw(st.lists(row, min_size=2))]
    return [["序号", "项目", *["金额"] * (width - 2)], *rows]


def as_rows(table: list[list[str]]) -> str:
    return "".join("\t".join(row) + "\n" for row in table)


def as_cells(table: list[list[str]]) -> str:
    return "".join("".join(f"\t{cell}\n" for cell in row) + "\n" for row in table)


def as_pipes(table: list[list[str]]) -> str:
    body = ["| " + " | ".join(row) + " |\n" for row in table]
    return "".join([body[0], "|---" * len(table[0]) + "|\n", *body[1:]])


@given(tables())
def test_rows(table: list[list[str]]) -> None:
    source = "青禾县收支\n" + as_rows(table)
    assert read_shape(source) == ["青禾县收支", table]


@given(tables())
def test_cells(table: list[list[str]]) -> None:
    source = "青禾县收支\n" + as_cells(table)
    assert read_shape(source) == ["青禾县收支", table]


@given(tables())
def test_pipes(table: list[list[str]]) -> None:
    assert read_shape("青禾县收支\n\n" + as_pipes(table)) == ["青禾县收支", table]


@given(tables(), st.sampled_from([as_rows, as_cells, as_pipes]))
def test_every_character_stands_where_it_says(table: list[list[str]], write: object) -> None:
    assert callable(write)
    source = "青禾县收支\n\n" + write(table)
    for row in only_table(source).rows:
        assert all(characters_in_place(source, cell) for cell in row)


@given(tables(), st.data())
def test_cells_that_go_on_over_several_lines(table: list[list[str]], data: st.DataObject) -> None:
    """A line end inside any cell but the last of its row, with or without a blank line."""
    written = [[*row] for row in table]
    expected = [[*row] for row in table]
    for number in data.draw(st.sets(st.integers(1, len(table) - 1), max_size=3)):
        column = data.draw(st.integers(0, len(table[0]) - 2))
        for rows, gap in ((written, data.draw(st.sampled_from(["\n", "\n\n"]))), (expected, "\n")):
            rows[number][column] = f"{table[number][column] or '甲'}{gap}续行"
    assert read_shape("青禾县收支\n" + as_cells(written)) == ["青禾县收支", expected]


@given(st.text(alphabet="\t\n \f|-*甲一二、。1.（）[]", max_size=60))
def test_whatever_a_file_holds_its_words_are_kept(noise: str) -> None:
    """No visible character but markup is lost, and reading never fails."""
    source = f"甲{noise}"
    shapes = read_shape(source)
    kept = "".join(s if isinstance(s, str) else "".join(map("".join, s)) for s in shapes)
    for character in "甲一二、。1（）[]":
        if character in "、1" and "-" in noise:
            continue
        assert kept.count(character) == source.count(character)
