"""The fictional department itself: its figures agree, and all renderings print the same."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal
from itertools import chain

import docx
import pytest
from fictional.blocks import Heading, Para, Printed, TableBlock
from fictional.docx_parts import W
from fictional.figures import Figures, Options
from fictional.layout import layout
from fictional.model import build
from fictional.narrative import SECTIONS
from fictional.projects import PROJECTS
from fictional.render_docx import render_docx
from fictional.render_text import render_cells, render_rows
from fictional.variants import Variant, variants
from lxml import etree

OPTIONS = {
    "base": Options(),
    "yuan": Options(unit_tables="元"),
    "carry-over": Options(carry_over=True),
    "all": Options("元", carry_over=True, other_income=True, split_postage=True, meeting_rows=True),
    "department-only": Options(unit_part=False),
    "text-only": Options(standard_tables=False),
}
WITH_TABLES = [name for name, options in OPTIONS.items() if options.standard_tables]


@pytest.fixture(params=OPTIONS)
def printed(request: pytest.FixtureRequest) -> Printed:
    return build(OPTIONS[request.param])


@pytest.fixture(params=WITH_TABLES)
def tabled(request: pytest.FixtureRequest) -> Printed:
    return build(OPTIONS[request.param])


def number(text: str) -> Decimal:
    return Decimal(text or 0)


def amounts(table: TableBlock, label: str) -> dict[str, Decimal]:
    """The amounts of a column by the code of the row, the grand total under the empty code."""
    code, column = table.column("科目编码"), table.column(label)
    return {cells[code].text: number(cells[column].text) for cells in table.rows}


def parts(document: Printed) -> list[str]:
    return [part for part in ("dept", "unit") if any(b.id == f"{part}/t1" for b in document.blocks)]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def texts(document: Printed, *, numbers: bool) -> list[str]:
    """Every printed text of the body in order, without captions (they stand in varying order)."""
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, TableBlock):
            lanci = [block.lanci] if block.lanci else []
            rows = [[cell.text for cell in line] for line in block.header]
            rows += [list(line) for line in lanci]
            rows += [[cell.text for cell in line] for line in block.rows]
            found += [block.title, *chain.from_iterable(rows), *block.notes]
        else:
            found.append(block.line if numbers else block.text)
    return [squeezed(text) for text in found if text]


def assert_in_order(wanted: list[str], text: str) -> None:
    at = 0
    for piece in wanted:
        at = text.find(piece, at)
        assert at >= 0, piece
        at += len(piece)


def accepted_text(content: bytes) -> str:
    """The text of a .docx in document order; deletions have no w:t."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return squeezed("".join(node.text or "" for node in root.iter(f"{{{W}}}t")))


# the figures


@pytest.mark.parametrize("number_", [3, 5])
def test_expenditure_is_basic_and_project(tabled: Printed, number_: int) -> None:
    for part in parts(tabled):
        table = tabled.table(f"{part}/t{number_}")
        basic, project = amounts(table, "基本支出"), amounts(table, "项目支出")
        assert amounts(table, "合计") == {code: basic[code] + project[code] for code in basic}


def test_income_is_its_sources_and_the_carry_over(tabled: Printed) -> None:
    for part in parts(tabled):
        table = tabled.table(f"{part}/t2")
        sources = [
            path for path in table.columns if path.startswith("本年收入/") and "小计" not in path
        ]
        assert len(sources) == 7
        subtotal, carry = amounts(table, "小计"), amounts(table, "上年结转")
        for code, total in amounts(table, "合计").items():
            assert subtotal[code] == sum(amounts(table, source)[code] for source in sources)
            assert total == subtotal[code] + carry[code]
        assert amounts(table, "合计") == amounts(tabled.table(f"{part}/t3"), "合计")


@pytest.mark.parametrize("number_", [2, 3, 5, 6])
def test_every_parent_is_the_sum_of_its_children(tabled: Printed, number_: int) -> None:
    for part in parts(tabled):
        table = tabled.table(f"{part}/t{number_}")
        for label in table.columns[3:]:
            column = amounts(table, label)
            steps = {"": 3, **{code: len(code) + 2 for code in column if code}}
            for code, total in column.items():
                children = [
                    child
                    for child in column
                    if len(child) == steps[code] and child.startswith(code) and child != code
                ]
                assert not children or total == sum(column[child] for child in children)


def test_codes_ascend_and_have_their_parents(tabled: Printed) -> None:
    for number_, lengths in ((2, (3, 5, 7)), (3, (3, 5, 7)), (5, (3, 5, 7)), (6, (3, 5))):
        table = tabled.table(f"dept/t{number_}")
        codes = [cells[1].text for cells in table.rows][1:]
        assert codes == sorted(set(codes))
        assert {len(code) for code in codes} == set(lengths)
        assert all(code[:-2] in codes for code in codes if len(code) > 3)


def test_serial_numbers_run(tabled: Printed) -> None:
    for block in tabled.blocks:
        if isinstance(block, TableBlock) and block.standard not in (None, 7, 8):
            serials = [cells[0].text for cells in block.rows]
            assert serials == [str(i) for i in range(1, len(serials) + 1)]


@pytest.mark.parametrize("number_", [1, 4])
def test_both_sides_balance(tabled: Printed, number_: int) -> None:
    for part in parts(tabled):
        table = tabled.table(f"{part}/t{number_}")
        income = table.columns[2]
        spending = "支出/预算数" if number_ == 1 else "支出/合计"
        opening = "上年结转结余" if number_ == 1 else "年初财政拨款结转和结余"
        lines = table.rows[: table.index("本年收入合计")]
        left = sum(number(cells[2].text) for cells in lines)
        right = sum(number(cells[4].text) for cells in lines)
        assert left == number(table.text("本年收入合计", income))
        assert right == number(table.text("本年支出合计", spending))
        total = number(table.text("收入总计", income))
        assert total == left + number(table.text(opening, income))
        assert total == number(table.text("支出总计", spending)) == right


def test_basic_expenditure_is_personnel_and_public(tabled: Printed) -> None:
    for part in parts(tabled):
        table = tabled.table(f"{part}/t6")
        people, public = amounts(table, "人员经费"), amounts(table, "公用经费")
        assert amounts(table, "合计") == {code: people[code] + public[code] for code in people}
        assert amounts(table, "合计")[""] == amounts(tabled.table(f"{part}/t5"), "基本支出")[""]


def test_three_public_expenses_add_up(tabled: Printed) -> None:
    for part in parts(tabled):
        table = tabled.table(f"{part}/t9")
        values = {cells[1].text: number(cells[2].text) for cells in table.rows}
        cars = values["其中：公务用车购置费"] + values["公务用车运行维护费"]
        assert values["二、公务用车购置及运维费"] == cars
        three = cars + values["一、因公出国（境）费"] + values["三、公务接待费"]
        assert values["“三公”经费小计"] == three
        assert values["合计"] == three + sum(values.get(k, 0) for k in ("四、会议费", "五、培训费"))


def test_unit_part_repeats_the_department(tabled: Printed) -> None:
    if len(parts(tabled)) == 2:
        for number_ in range(1, 10):
            department, unit = (tabled.table(f"{part}/t{number_}") for part in ("dept", "unit"))
            assert department.rows == unit.rows
            assert unit.title == department.title.replace("部门", "单位")


def test_only_the_carry_over_parts_income_from_spending() -> None:
    base, carried = (build(OPTIONS[name]).table("dept/t1") for name in ("base", "carry-over"))
    for table, equal in ((base, True), (carried, False)):
        income, spending = (
            table.text(f"本年{side}合计", f"{side}/预算数") for side in ("收入", "支出")
        )
        assert (income == spending) is equal


def test_tables_in_yuan_are_the_same_money() -> None:
    wan, yuan = (build(OPTIONS[name]).table("dept/t5") for name in ("base", "yuan"))
    for cells, others in zip(wan.rows, yuan.rows, strict=True):
        for cell, other in zip(cells[3:], others[3:], strict=True):
            assert number(cell.text) * 10000 == number(other.text)


# the text


def test_text_states_the_figures_in_wan() -> None:
    for options in OPTIONS.values():
        f, document = Figures(options), build(options)
        spending = document.find("dept/s2/spending/text")
        assert isinstance(spending, Para)
        for name, amount in (
            ("支出预算", f.total.total),
            ("基本支出", f.total.basic),
            ("人员经费", f.personnel),
            ("日常公用经费", f.public),
            ("项目支出", f.total.project),
        ):
            assert f"{name}{amount}万元" in spending.text
        assert f.personnel + f.public == f.total.basic
        assert f.basic_change.by + f.project_change.by == f.all_change.by


def test_running_costs_list_leaves_out_one_small_item() -> None:
    block = build().find("dept/s3/text")
    assert isinstance(block, Para)
    total, *items = (Decimal(text) for text in re.findall(r"(\d+\.\d\d)万元", block.text))
    left_out = next(e.amount for e in Figures().economics if e.code == "30299")
    assert total == sum(items) + left_out == Figures().public


def test_rates_are_rounded_from_exact_figures() -> None:
    f = Figures()
    for change, rate in ((f.all_change, "0.88"), (f.three, "10.66")):
        assert abs(abs(change.by) * 100 / change.last - Decimal(rate)) <= Decimal("0.005")
        assert change.rate == Decimal(rate)


def test_projects_are_consistent() -> None:
    for project in PROJECTS:
        assert max(project.carry, project.other) < project.amount
        assert list(project.plan) == sorted(project.plan)
        assert project.plan[-1] == 100
        assert f"≤{project.amount}万元" in {line[4] for line in project.indicators}


def test_nine_sections_in_both_parts() -> None:
    for part, word in (("dept", "部门"), ("unit", "单位")):
        heads = [
            block
            for block in build().blocks
            if isinstance(block, Heading) and block.kind == "section" and block.id.startswith(part)
        ]
        assert [head.number for head in heads] == [f"{n}、" for n in "一二三四五六七八九"]
        assert [head.text for head in heads] == [title.format(word) for title in SECTIONS]


# the renderings


def test_cells_hold_every_text_in_order(printed: Printed) -> None:
    text = re.sub(r"\[bookmark: \w+\]| TC [^\\]*\\f C \\l 1 ", "", render_cells(printed))
    body = text.partition("部门职责：")[0].rpartition("目录")[0] + text[text.index("\n\n") :]
    assert_in_order(texts(printed, numbers=True)[1:], squeezed(body))


def test_rows_hold_every_text_in_order(printed: Printed) -> None:
    text = squeezed(render_rows(printed).replace("**", ""))
    cut = {"2101103", "24.08", "240800.00"}  # this row is cut by a page break
    wanted = [piece for piece in texts(printed, numbers=True) if piece not in cut]
    assert_in_order(wanted, text)


def test_docx_holds_every_text_but_no_number(printed: Printed) -> None:
    content = render_docx(printed)
    text = accepted_text(content)
    assert_in_order(texts(printed, numbers=False), text)
    body = text[text.index("情况说明如下：") :]
    assert "三、机关运行经费安排情况" not in body
    assert "机关运行经费安排情况" in body


def test_docx_opens_and_is_the_same_in_every_run(printed: Printed) -> None:
    content = render_docx(printed)
    assert content == render_docx(printed)
    document = docx.Document(io.BytesIO(content))
    assert document.core_properties.author == ""
    assert document.sections[0].header.paragraphs[0].text == "部门预算信息公开"
    spans = document.element.body.findall(f".//{{{W}}}gridSpan")
    merges = document.element.body.findall(f".//{{{W}}}vMerge")
    assert spans
    assert merges


def test_docx_has_what_a_naive_reader_misses() -> None:
    with zipfile.ZipFile(io.BytesIO(render_docx(build()))) as archive:
        body = archive.read("word/document.xml").decode()
    for needed in ("<w:sdt>", "<w:ins ", "<w:del ", "w:lastRenderedPageBreak", "w:instrText"):
        assert needed in body
    for wanted in (r"<w:sdtContent><w:tbl>", r"<w:sdtContent><w:r><w:t [^>]*>675\.27<"):
        assert len(re.findall(wanted, body)) == 1


def test_contents_give_the_pages_of_the_body(printed: Printed) -> None:
    pages = layout(printed)
    titles = {
        item.block.line: item.page for item in pages.placed if isinstance(item.block, Heading)
    }
    assert [entry.page for entry in pages.contents] == sorted(e.page for e in pages.contents)
    assert all(titles.get(e.text, e.page) == e.page for e in pages.contents if e.level == 1)


# the variants


def test_variants_are_many_and_of_all_kinds() -> None:
    names = [variant.name for variant in variants()]
    assert len(names) == len(set(names)) >= 70
    assert {"department", "unit"} == {variant.expect.place.part for variant in variants()}
    assert {variant.expect.place.table for variant in variants()} >= {1, 2, 3, 4, 5, 6, 7, 9}


WHOLE = {
    "missing-section", "missing-table", "duplicate-section", "section-number", "section-order",
    "basic-column", "running-project", "tied", "reason-missing", "list-number", "nested-number",
    "repeated-heading", "contents-title", "contents-missing", "contents-order",
    "repeated-table-title", "table-title-number", "slip", "unpaired-marks",
}  # fmt: skip
NUMBERS = {"goal-table-number", "list-style", "list-number", "nested-number"}


@pytest.mark.parametrize("variant", variants(), ids=lambda variant: variant.name)
def test_variant_changes_every_rendering(variant: Variant) -> None:
    good, bad = build(variant.options), variant.printed()
    changed = [
        block.id
        for block in good.blocks
        if block not in bad.blocks and not (isinstance(block, Heading) and block.kind == "section")
    ]
    assert len(changed) == 1 or variant.expect.kind in WHOLE
    assert render_cells(good) != render_cells(bad)
    assert render_rows(good) != render_rows(bad)
    # Word numbers its headings by itself: their numbers are no text of the file.
    numbers = variant.expect.kind in NUMBERS
    assert numbers or accepted_text(render_docx(good)) != accepted_text(render_docx(bad))
