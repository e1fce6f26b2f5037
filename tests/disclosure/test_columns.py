"""Columns: caption, header and data rows of a printed table, and what each column means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.builders import header_of, merged_table, spec_of, table

from budgetlint.disclosure.tables.columns import (
    Layout,
    assign_roles,
    cells_by_column,
    column_labels,
    find_layout,
)

if TYPE_CHECKING:
    from budgetlint.document import Table

CAPTION = ["304青禾县农业农村局", "预算年度：2024", "单位：万元"]
INCOME_LABELS = header_of("income")
INCOME_ROLES = [column.role for column in spec_of("income").columns if not column.optional]
LOWER = ["科目编码", "科目名称", *INCOME_LABELS[4:12]]
EXPENSE = ["序号", "科目编码", "科目名称", "合计", "基本支出", "项目支出"]
TOTAL = ["1", "", "合计", "9.00", "5.00", "4.00"]


def scale(width: int) -> list[str]:
    return ["栏次", *(str(n) for n in range(1, width))]


def read(made: Table, statement: str) -> tuple[Layout, list[str], list[str | None]]:
    layout = find_layout(made, spec_of(statement))
    labels = column_labels(made, layout)
    roles = assign_roles(labels, spec_of(statement))
    return layout, labels, [column.role if column else None for column in roles]


def roles_of(labels: list[str], statement: str = "public-expenditure") -> list[str | None]:
    return [column.role if column else None for column in assign_roles(labels, spec_of(statement))]


# ------------------------------------------------------------------ layout
def test_caption_header_and_scale_rows_are_told_from_the_data() -> None:
    made = table([CAPTION, EXPENSE, scale(6), TOTAL])
    layout = find_layout(made, spec_of("public-expenditure"))
    assert (layout.caption, layout.header) == (range(1), range(1, 2))
    assert (layout.data, layout.width) == (3, 6)


def test_several_caption_rows_are_all_caption() -> None:
    rows = [
        ["部门预算一般公共预算财政拨款支出表"],
        ["304青禾县农业农村局"],
        ["预算年度：2024", "单位：元"],
    ]
    layout = find_layout(table([*rows, EXPENSE, scale(6), TOTAL]), spec_of("public-expenditure"))
    assert (layout.caption, layout.header, layout.data) == (range(3), range(3, 4), 5)


def test_a_header_row_right_at_the_top_is_no_caption() -> None:
    layout = find_layout(table([EXPENSE, scale(6), TOTAL]), spec_of("public-expenditure"))
    assert (layout.caption, layout.header, layout.data) == (range(0), range(1), 2)


def test_a_header_label_alone_in_its_row_is_no_caption() -> None:
    layout = find_layout(table([["项目"], EXPENSE, scale(6), TOTAL]), spec_of("summary"))
    assert layout.caption == range(0)


def test_the_scale_may_leave_its_word_blank() -> None:
    layout = find_layout(
        table([EXPENSE, ["", "1", "2", "3", "4", "5"], TOTAL]), spec_of("public-expenditure")
    )
    assert layout.data == 2


def test_without_a_scale_the_data_begin_below_the_last_row_of_labels() -> None:
    upper = ["序号", "功能分类科目", "", "合计", "基本支出", "项目支出"]
    lower = ["", "科目编码", "科目名称", "", "", ""]
    layout, labels, roles = read(table([CAPTION, upper, lower, TOTAL]), "public-expenditure")
    assert (layout.header, layout.data) == (range(1, 3), 3)
    assert labels == EXPENSE
    assert roles == ["serial", "code", "name", "total", "basic", "project"]


def test_without_scale_and_labels_all_rows_are_data() -> None:
    layout = find_layout(table([["1", "2.00"], ["2", "3.00"]]), spec_of("public-expenditure"))
    assert layout.data == 0


def test_a_row_of_serial_numbers_and_amounts_is_no_scale() -> None:
    rows = [EXPENSE, ["1", "1", "2", "3", "4", "5"], TOTAL]
    assert find_layout(table(rows), spec_of("public-expenditure")).data == 1


def test_the_scale_says_how_many_columns_a_text_table_has() -> None:
    made = table([[*EXPENSE, "备注", "备注"], scale(6), TOTAL])
    assert find_layout(made, spec_of("public-expenditure")).width == 6


# ------------------------------------------------------------------ labels
def test_with_known_merged_cells_the_lowest_header_cell_labels_its_column() -> None:
    upper = [("序号", 2, 1), ("功能分类科目", 1, 2), ("合计", 2, 1), ("本年收入", 1, 8)]
    made = merged_table(
        [
            [("304青禾县农业农村局", 1, 7), ("单位：万元", 1, 6)],
            [*upper, ("上年结转", 2, 1)],
            [(label, 1, 1) for label in LOWER],
            [(text, 1, 1) for text in scale(13)],
            [(text, 1, 1) for text in ["1", "", "合计", *["1.00"] * 10]],
        ]
    )
    layout, labels, roles = read(made, "income")
    assert (layout.caption, layout.header, layout.data) == (range(1), range(1, 3), 4)
    assert labels == INCOME_LABELS
    assert roles == INCOME_ROLES


def test_with_known_merged_cells_a_blank_lower_cell_takes_the_label_above() -> None:
    made = merged_table(
        [
            [
                ("序号", 1, 1),
                ("功能分类科目", 1, 2),
                ("合计", 1, 1),
                ("基本支出", 1, 1),
                ("项目支出", 1, 1),
            ],
            [(text, 1, 1) for text in ["", "科目编码", "科目名称", "", "", ""]],
            [(text, 1, 1) for text in scale(6)],
            [(text, 1, 1) for text in TOTAL],
        ]
    )
    assert read(made, "public-expenditure")[1] == EXPENSE


def test_with_unknown_merged_cells_blanks_are_filled_from_the_row_above() -> None:
    upper = ["序号", "功能分类科目", "", "合计", "本年收入", "", "上年结转"]
    made = table([CAPTION, upper, ["", *LOWER[:2], "", *LOWER[2:], ""], scale(13)])
    _, labels, roles = read(made, "income")
    assert labels == INCOME_LABELS
    assert roles == INCOME_ROLES


def test_a_header_word_over_everything_is_passed_over() -> None:
    upper = ["支出情况", "序号", "功能分类科目", "合计", "基本支出", "项目支出"]
    lower = ["", "科目编码", "科目名称", "", "", ""]
    _, labels, roles = read(table([upper[:1], upper[1:], lower, scale(6)]), "public-expenditure")
    assert labels == EXPENSE
    assert roles == ["serial", "code", "name", "total", "basic", "project"]


def test_words_over_the_first_filled_columns_are_passed_over() -> None:
    upper = ["序号", "编码", "名称", "合计", "本年收入", "上年结转"]
    made = table([upper, ["", *LOWER[:2], "", *LOWER[2:], ""], scale(13)])
    assert read(made, "income")[1] == INCOME_LABELS


def test_too_few_words_above_leave_the_blanks_blank() -> None:
    lower = ["", "科目编码", "科目名称", "", "", ""]
    _, labels, _ = read(table([["序号", "合计"], lower, scale(6)]), "public-expenditure")
    assert labels == lower


# ------------------------------------------------------------------ roles
def test_labels_of_a_two_sided_table_are_told_apart_by_their_order() -> None:
    assert roles_of(["序号", "项目", "预算数", "项目", "预算数"], "summary") == [
        "serial", "income-item", "income", "expenditure-item", "expenditure",
    ]  # fmt: skip


def test_an_unreadable_label_is_decided_by_its_place() -> None:
    labels = ["序号", "科目编码", "科目名称", "合计", "基夲支出", "项目支出"]
    assert roles_of(labels) == ["serial", "code", "name", "total", "basic", "project"]


def test_place_decides_nothing_where_the_number_of_columns_differs() -> None:
    labels = ["序号", "科目编码", "科目名称", "合计", "基夲支出", "项目支出", "备注"]
    assert roles_of(labels) == ["serial", "code", "name", "total", None, "project", None]


def test_place_never_gives_one_role_twice() -> None:
    labels = ["序号", "科目编码", "科目名称", "合计", "项目支出", "基夲支出"]
    found = roles_of(labels)
    assert found[4] == "project"
    assert found.count("project") == 1


def test_a_left_out_column_moves_no_other() -> None:
    labels = ["序号", "科目编码", "科目名称", "合计", "项目支出"]
    assert roles_of(labels) == ["serial", "code", "name", "total", "project"]


def test_a_column_of_another_kind_gets_no_role() -> None:
    labels = ["序号", "科目编码", "科目名称", "说明", "合计", "基本支出", "项目支出"]
    assert roles_of(labels) == ["serial", "code", "name", None, "total", "basic", "project"]


# ------------------------------------------------------------------ cells
def test_a_short_row_of_a_text_table_lacks_its_last_cells() -> None:
    cells = cells_by_column(table([["1", "合计"]]), 0, 4)
    assert [cell.text if cell else None for cell in cells] == ["1", "合计", None, None]


def test_surplus_cells_of_a_text_table_are_passed_over() -> None:
    cells = cells_by_column(table([["1", "合计", "5.00", "备注"]]), 0, 3)
    assert [cell.text if cell else None for cell in cells] == ["1", "合计", "5.00"]


def test_a_cell_merged_downwards_counts_only_in_its_first_row() -> None:
    made = merged_table([[("1", 2, 1), ("5.00", 1, 1)], [("6.00", 1, 1)]])
    assert [cell.text if cell else None for cell in cells_by_column(made, 0, 2)] == ["1", "5.00"]
    assert [cell.text if cell else None for cell in cells_by_column(made, 1, 2)] == [None, "6.00"]
