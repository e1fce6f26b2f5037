"""The fictional final accounts themselves: their figures agree, and all formats print the same."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import pairwise

import pytest
from fictional.blocks import Heading, Para, Printed, TableBlock, spread
from fictional.docx_parts import W
from fictional.final_data import FUNCTIONS, UNITS
from fictional.final_facts import ThreePublic, evaluated
from fictional.final_figures import Figures, Options
from fictional.final_headers import FORMS, TITLES
from fictional.final_model import build_final
from fictional.layout import layout
from fictional.render_docx import render_docx
from fictional.render_text import grid, render_cells, render_rows
from fictional.tables import chinese
from lxml import etree

NATIONAL = {
    "base": Options(),
    "carry-over": Options(carry_over=True),
    "other-income": Options(other_income=True),
    "fund": Options(fund=True),
    "no-three-public": Options(three_public=False),
    "new-department": Options(new_department=True),
    "all": Options(carry_over=True, other_income=True, fund=True),
    "merged-codes": Options(merged_codes=True, fund=True),
    "yuan": Options(carry_over=True, fund=True, unit_tables="元"),
}
SHANGHAI = {
    name: replace(options, layout="shanghai")
    for name, options in NATIONAL.items()
    if not options.merged_codes
}
ALL = {f"{name}-{o.layout}": o for some in (NATIONAL, SHANGHAI) for name, o in some.items()}
SOME = {name: o for name, o in ALL.items() if name.startswith(("base", "all", "no-three"))}
CENT = Decimal("0.01")


@pytest.fixture(params=ALL)
def options(request: pytest.FixtureRequest) -> Options:
    return ALL[request.param]


@pytest.fixture
def printed(options: Options) -> Printed:
    return build_final(options)


@pytest.fixture(params=SOME)
def rendered(request: pytest.FixtureRequest) -> Printed:
    return build_final(SOME[request.param])


def number(text: str) -> Decimal:
    return Decimal(text or 0)


def near(total: Decimal, parts: list[Decimal]) -> bool:
    """Whether parts make a total, each of them rounded honestly to the last digit."""
    return abs(total - sum(parts)) <= CENT * (len(parts) + 1) / 2


def by_code(table: TableBlock, label: str) -> dict[str, Decimal]:
    """The amounts of a column by the code of the row, however many columns the code takes."""
    width = next(i for i, path in enumerate(table.columns) if path.endswith("科目名称"))
    column = table.column(label)
    return {"".join(line[:width]): number(line[column]) for line in grid(table.rows, table.width)}


def texts(printed: Printed, prefix: str) -> str:
    return "".join(
        block.text for block in printed.blocks if isinstance(block, Para) and prefix in block.id
    )


def amounts(text: str, pattern: str) -> list[Decimal]:
    """All amounts in 万元 that a pattern with the place ``{}`` finds."""
    return [Decimal(a) for a in re.findall(pattern.replace("{}", r"(\d+(?:\.\d\d)?)"), text)]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


# the figures


def test_income_and_carry_over_equal_spending_and_what_is_left(options: Options) -> None:
    total = Figures(options).total
    came = total.income + total.surplus + total.start + total.fund_start
    assert came == total.total + total.distributed + total.end + total.fund_end
    assert Figures(options).grand.now == came


def test_every_option_shows_in_the_figures() -> None:
    plain, full = Figures(Options()).total, Figures(Options("national", True, True, True)).total
    for name in ("undertaking", "other", "surplus", "distributed", "fund", "start", "fund_end"):
        assert not getattr(plain, name)
        assert getattr(full, name)
    assert not ThreePublic(Figures(Options(three_public=False))).total.final
    assert Figures(Options(new_department=True)).grand.rate == "100.00%"


@pytest.mark.parametrize("name", ["income", "expenditure", "public-expenditure"])
def test_every_parent_is_the_sum_of_its_children(printed: Printed, name: str) -> None:
    table = printed.table(f"t/{name}")
    first = next(i for i, path in enumerate(table.columns) if path.endswith("科目名称")) + 1
    for label in table.columns[first:]:
        column = by_code(table, label)
        for code, total in column.items():
            depth = len(code) + 2 if code else 3
            children = [x for x in column if len(x) == depth and x.startswith(code)]
            assert not children or near(total, [column[child] for child in children])


def test_every_row_is_the_sum_of_its_columns(printed: Printed) -> None:
    for name, total in (("income", "本年收入合计"), ("expenditure", "本年支出合计")):
        table = printed.table(f"t/{name}")
        at = table.column(total)
        for line in grid(table.rows, table.width):
            values = [number(text) for text in line[at:]]
            assert near(values[0], values[1:])


def test_the_summary_balances_and_agrees_with_the_other_tables(printed: Printed) -> None:
    table = printed.table("t/summary")
    word = "金额" if any("行次" in path for path in table.columns) else "决算数"
    left, right = table.column(f"收入/{word}"), table.column(f"支出/{word}")
    end = table.index("本年收入合计")
    for column, other, label in (
        (left, "income", "本年收入合计"),
        (right, "expenditure", "本年支出合计"),
    ):
        values = [number(cells[column].text) for cells in table.rows]
        assert near(values[end], values[:end])
        assert near(values[end + 3], values[end : end + 3])
        assert values[end] == by_code(printed.table(f"t/{other}"), label)[""]
    assert table.rows[-1][left].text == table.rows[-1][right].text


def test_the_fiscal_summary_balances(printed: Printed) -> None:
    table = printed.table("t/fiscal-summary")
    columns = [i for i, path in enumerate(table.columns) if path.startswith("支出/")][-4:]
    income = columns[0] - (3 if "行次" in table.columns[1] else 2)
    end = table.index("本年收入合计")
    for cells in table.rows:
        values = [number(cells[i].text) for i in columns]
        assert near(values[0], values[1:])
    for column in columns:
        values = [number(cells[column].text) for cells in table.rows]
        assert near(values[end], values[:end])
        assert near(values[-1], values[end : end + 2])
    values = [number(cells[income].text) for cells in table.rows]
    assert near(values[end], values[:3])
    assert near(values[end + 1], values[end + 2 : end + 5])
    assert near(values[-1], values[end : end + 2])
    assert table.rows[-1][income].text == table.rows[-1][columns[0]].text


def test_public_expenditure_is_the_general_column_of_the_fiscal_summary(printed: Printed) -> None:
    fiscal, public = printed.table("t/fiscal-summary"), printed.table("t/public-expenditure")
    column = fiscal.column("支出/一般公共预算财政拨款")
    classes = {re.sub("^.+、", "", cells[column - 2 - ("行次" in fiscal.columns[1])].text):
               number(cells[column].text) for cells in fiscal.rows}  # fmt: skip
    total = "小计" if "行次" in fiscal.columns[1] else "合计"
    for code, amount in by_code(public, total).items():
        if len(code) == 3:
            assert classes[FUNCTIONS[code]] == amount


def test_basic_expenditure_by_economic_codes(printed: Printed) -> None:
    table = printed.table("t/public-basic")
    items = {
        cells[i].text: number(cells[i + 2].text)
        for cells in table.rows[:-1]
        for i in range(0, table.width, 3)
        if cells[i].text
    }
    assert set(items) > {"301", "302", "303", "310"}
    for code, total in items.items():
        children = [x for x in items if len(x) == 5 and x.startswith(code)]
        assert len(code) == 5 or near(total, [items[child] for child in children])
    people, public = (number(table.rows[-1][i].text) for i in (1, 3))
    assert near(people, [items["301"], items["303"]])
    assert near(public, [items["302"], items["310"]])
    basic = by_code(printed.table("t/public-expenditure"), "基本支出")[""]
    assert near(basic, [people, public])


def test_three_public_expenses_add_up(options: Options, printed: Printed) -> None:
    table = printed.table("t/three-public")
    if not options.three_public:
        assert all(not cell.text for cell in table.rows[0])
        assert "没有财政拨款“三公”经费支出" in table.notes[1]
        return
    for kind in ("预算数", "决算数"):
        values = [
            number(cell.text)
            for cell, path in zip(table.rows[0], table.columns, strict=True)
            if kind in path.split("/")
        ]
        total, abroad, cars, purchase, operation, reception = values
        assert near(total, [abroad, cars, reception])
        assert near(cars, [purchase, operation])


def test_the_government_fund_flows(options: Options, printed: Printed) -> None:
    table = printed.table("t/fund-expenditure")
    if not options.fund:
        assert all(not cell.text for cell in table.rows[0])
        assert len(table.notes) == 2
        return
    at = table.column("年初结转和结余")
    for line in grid(table.rows, table.width):
        start, income, spent, basic, project, end = (number(text) for text in line[at:])
        assert near(start + income, [spent, end])
        assert spent == basic + project
        assert bool(end) is options.carry_over


def test_somewhere_printed_parts_miss_their_total_by_a_last_digit() -> None:
    table = build_final().table("t/public-expenditure")
    totals = by_code(table, "小计")
    assert totals["22102"] - totals["2210201"] - totals["2210203"] == CENT


def test_the_tables_follow_the_layout(options: Options, printed: Printed) -> None:
    tables = [b for b in printed.blocks if isinstance(b, TableBlock) and b.standard]
    assert [table.standard for table in tables] == list(range(1, 10))
    three = 9 if options.layout == "national" else 7
    assert printed.table("t/three-public").standard == three
    for table in tables:
        assert len(spread(table.rows, table.width)) == len(table.rows)
        assert not table.lanci or len(table.lanci) == table.width
        assert table.listed == f"{chinese(table.standard or 0)}、{table.title}"
    last = printed.table("t/public-expenditure").rows[-1]
    assert any(cell.text == "合计" for cell in last) is (options.layout == "shanghai")


# the text


def rate(part: Decimal, whole: Decimal, text: str) -> bool:
    """Whether a printed percentage lies within what the printed amounts allow."""
    half = CENT / 2
    low = (part - half) * 100 / (whole + half) - CENT
    high = (part + half) * 100 / (whole - half) + CENT
    return low <= Decimal(text) <= high


def test_shares_are_those_of_their_amounts(printed: Printed) -> None:
    for name, whole_of in (("income", "收入"), ("expenditure", "支出")):
        text = texts(printed, f"s/{name}/")
        whole = amounts(text, f"本年{whole_of}合计{{}}万元")[0]
        shares = re.findall(r"(\d+\.\d\d)万元，占(\d+\.\d\d)%", text)
        assert shares
        assert all(rate(Decimal(amount), whole, share) for amount, share in shares)
        assert near(whole, [Decimal(amount) for amount, _ in shares])
    text = texts(printed, "/structure/text").partition("主要用于")[2]
    whole = amounts(texts(printed, "/overall/text"), "财政拨款支出{}万元，占")[0]
    shares = re.findall(r"(\d+\.\d\d)万元，占(\d+\.\d\d)%", text)
    assert near(whole, [Decimal(amount) for amount, _ in shares])
    assert all(rate(Decimal(amount), whole, share) for amount, share in shares)


def test_one_share_is_cut_off_instead_of_rounded(options: Options, printed: Printed) -> None:
    figures = Figures(options)
    text = texts(printed, "/structure/text")
    cut = 0
    for line in figures.lines:
        if len(line.code) == 3 and line.general:
            exact = line.general * 100 / figures.total.general
            share = re.search(rf"{line.name}（类）[\d.]+万元，占([\d.]+)%", text)
            assert share
            cut += Decimal(share[1]) != exact.quantize(CENT, ROUND_HALF_UP)
            assert Decimal(share[1]) in (
                exact.quantize(CENT, ROUND_HALF_UP),
                exact.quantize(CENT, ROUND_DOWN),
            )
    assert cut == 1


def test_completion_rates_and_directions(options: Options, printed: Printed) -> None:
    base = "年初预算" if options.layout == "national" else "全年预算"
    items = [b for b in printed.blocks if isinstance(b, Para) and re.match("s/.*/items/", b.id)]
    seen = set()
    for block in items:
        budget = amounts(block.text, f"{base}为{{}}万元")[0]
        final = amounts(block.text, "支出决算为{}万元")[0]
        completion = re.search(rf"完成{base}的([\d.]+)%", block.text)
        assert (completion is None) is (not budget)
        assert completion is None or rate(final, budget, completion[1])
        word = re.search(r"决算数(大于|小于|等于|与)", block.text)
        assert word
        sign = {"大于": 1, "小于": -1}.get(word[1], 0)
        assert (final > budget) - (final < budget) == sign
        seen.add(sign)
    assert len(items) == 1 + sum(bool(line.general) for line in Figures(options).items)
    assert seen == ({1, 0, -1} if options.layout == "national" else {0, -1})


def test_budgets_of_the_items_make_the_whole(printed: Printed) -> None:
    for word in ("年初预算为{}万元", "支出决算为{}万元"):
        whole, *parts = amounts(texts(printed, "/items/"), word)
        assert near(whole, parts)


def test_growth_is_that_of_the_amounts(options: Options) -> None:
    figures = Figures(options)
    changes = [figures.grand, figures.fiscal, figures.general, figures.agency]
    changes += [item.change for item in ThreePublic(figures).row]
    for change in changes:
        if change.last:
            exact = abs(change.now - change.last) * 100 / change.last
            assert abs(exact - Decimal(change.rate[:-1])) <= CENT / 2
        else:
            assert change.rate == "100.00%"
    assert options.new_department or figures.agency.by < 0


def test_an_enormous_growth_fits_only_the_interval_of_its_base() -> None:
    text = texts(build_final(), "three-public/overall/change")
    by, growth = re.findall(r"公务接待费支出决算增加([\d.]+)万元，增长([\d.]+)%", text)[0]
    last = Decimal("1.27") - Decimal(by)
    assert abs(Decimal(by) * 100 / last - Decimal(growth)) > 10
    assert (Decimal(by) - CENT) * 100 / (last + CENT) < Decimal(growth)


def test_counts_add_up(options: Options, printed: Printed) -> None:
    text = texts(printed, "assets/text")
    total, *kinds = (int(n) for n in re.findall(r"(\d+)辆", text))
    assert total == sum(kinds)
    assert len(kinds) == 8
    text = texts(printed, "performance/text")
    projects = int(re.findall(r"绩效自评的2024年度项目(\d+)个", text)[0])
    grades = re.findall(r"绩效评级为“.+?”的项目(\d+)个", text)
    assert projects == sum(map(int, grades)) == sum(evaluated(options).values())
    assert f"共{len(UNITS)}个" in texts(printed, "structure/text")
    assert len(printed.table("s/structure/units").rows) == len(UNITS)


def test_procurement_adds_up(printed: Printed) -> None:
    text = texts(printed, "procurement/text")
    total = amounts(text, "(?:总额|为){}万元")[0]
    kinds = amounts(text, "(?:货物|工程|服务)(?:支出|采购金额){}万元")
    assert near(total, kinds)
    assert len(kinds) == 3


# the outline and the renderings


def test_the_sections_run_and_mirror_the_tables(options: Options, printed: Printed) -> None:
    heads = [b for b in printed.blocks if isinstance(b, Heading) and b.kind == "section"]
    heads = [b for b in heads if b.id not in ("s/duties", "s/structure")]
    assert [b.number for b in heads] == [f"{chinese(i)}、" for i in range(1, len(heads) + 1)]
    assert [b.id for b in heads[:9]] == [f"s/{name}" for name in FORMS[options.layout].order]
    assert len(heads) == {"national": 12, "shanghai": 11}[options.layout]
    assert set(TITLES) == {b.id.removeprefix("s/") for b in heads[:9]}


def test_contents_list_parts_sections_and_numbered_tables(printed: Printed) -> None:
    pages = layout(printed)
    assert [a.page for a in pages.contents] == sorted(a.page for a in pages.contents)
    assert sum(entry.level == 3 for entry in pages.contents) == 9
    assert all(entry.text.partition("、")[2] for entry in pages.contents if entry.level > 1)


def printed_texts(printed: Printed, *, numbers: bool) -> list[str]:
    found: list[str] = []
    for block in printed.blocks:
        if isinstance(block, TableBlock):
            rows = [*block.header, *block.rows]
            cells = [cell.text for cells in rows for cell in cells]
            if block.lanci:
                heads = sum(map(len, block.header))
                cells[heads:heads] = block.lanci
            found += [block.title, *block.caption.texts, *cells, *block.notes]
        else:
            found.append(block.line if numbers else block.text)
    return [squeezed(text) for text in found if text]


def assert_in_order(wanted: list[str], text: str) -> None:
    at = 0
    for piece in wanted:
        at = text.find(piece, at)
        assert at >= 0, piece
        at += len(piece)


@pytest.mark.parametrize("render", [render_cells, render_rows])
def test_text_holds_all_in_order(rendered: Printed, render: object) -> None:
    assert callable(render)
    text = re.sub(r"\[bookmark: \w+\]| TC [^\\]*\\f C \\l 1 ", "", render(rendered))
    body = text[text.index("第一部分", text.index("名词解释")) :]
    assert_in_order(printed_texts(rendered, numbers=True)[1:], squeezed(body))


def test_docx_holds_all_but_the_numbers(rendered: Printed) -> None:
    content = render_docx(rendered)
    assert content == render_docx(rendered)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
        header = archive.read("word/header1.xml").decode()
    text = squeezed("".join(node.text or "" for node in root.iter(f"{{{W}}}t")))
    assert_in_order(printed_texts(rendered, numbers=False), text)
    assert "部门决算信息公开" in header
    assert root.findall(f".//{{{W}}}del")


def test_blocks_have_their_own_ids(printed: Printed) -> None:
    ids = [block.id for block in printed.blocks]
    assert len(ids) == len(set(ids))
    assert all(a.id != b.id for a, b in pairwise(printed.blocks))
