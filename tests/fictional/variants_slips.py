"""Variants with one slip of the pen, or one word printed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fictional.figures import Options
from fictional.final_figures import Options as FinalOptions
from fictional.variants import Expectation, Variant, place_of
from fictional.variants_form import table_edit

if TYPE_CHECKING:
    from fictional.blocks import Printed, TableBlock
    from fictional.variants import AnyOptions

NAT = FinalOptions()
SH = FinalOptions("shanghai")


def slip(
    name: str,
    block_id: str,
    texts: tuple[str, str],
    forms: tuple[str, str],
    options: AnyOptions | None = None,
    *,
    kind: str = "slip",
    severity: str = "warning",
) -> Variant:
    """A paragraph or heading with other words in one place: ``texts`` and ``forms`` are each what
    is right and what is printed; the forms are those that a linter should name.
    """
    right, wrong = forms
    expect = Expectation(kind, place_of(block_id, options=options), wrong, right, severity)

    def change(printed: Printed) -> Printed:
        return printed.edit_text(block_id, *texts)

    return Variant(f"{kind}-{name}", change, expect, options or Options())


def doubled(
    name: str,
    block_id: str,
    text: str,
    word: str,
    options: AnyOptions | None = None,
    severity: str = "warning",
) -> Variant:
    """A paragraph in which a word of ``text`` is printed twice."""
    texts = (text, text.replace(word, word * 2))
    forms = (word, word * 2)
    return slip(name, block_id, texts, forms, options, kind="doubled-word", severity=severity)


def _in_goals(name: str, right: str, wrong: str) -> Variant:
    """A cell of a table of goals with other words."""
    block_id = "dept/s5/goals1/table"

    def edit(table: TableBlock) -> TableBlock:
        at = [(r, c) for r, row in enumerate(table.rows) for c, cell in enumerate(row)
              if right in cell.text]  # fmt: skip
        (index, position), *_ = at
        text = table.rows[index][position].text
        return table.with_text(index, position, text.replace(right, wrong, 1))

    expect = Expectation("slip", place_of("dept/s5/goals1"), wrong, right, "warning")
    return Variant(f"slip-{name}", table_edit(block_id, edit), expect)


SLIPS: tuple[Variant, ...] = (
    slip(
        "term-exchanged", "dept/s8/1", ("从一般公共预算中", "从一股公共预算中"),
        ("一般公共预算", "一股公共预算"),
    ),
    slip(
        "term-sound-alike", "dept/s7/text", ("编入政府采购预算", "编入政府采够预算"),
        ("政府采购预算", "政府采够预算"),
    ),
    slip(
        "term-swapped", "dept/s8/6", ("用财政拨款安排", "用财拨政款安排"),
        ("财政拨款", "财拨政款"),
    ),
    slip(
        "term-doubled-character", "dept/s8/5", ("用一般公共预算", "用一般公公共预算"),
        ("一般公共预算", "一般公公共预算"),
    ),
    slip(
        "term-dropped-character", "unit/s8/5", ("用一般公共预算", "用一般公预算"),
        ("一般公共预算", "一般公预算"), severity="info",
    ),
    slip("already", "dept/s2/change/text", ("任务已经", "任务己经"), ("已经", "己经")),
    slip("before-the-end", "dept/s5/whole/measures/1", ("年底逐项", "年底钱逐项"),
         ("年底前", "年底钱")),
    slip("reflect", "unit/s2/lead", ("实行综合预算", "实行综合预算并如实反应"), ("反映", "反应")),
    slip("arrange", "unit/s1/duties/1", ("年度计划", "年度按排"), ("安排", "按排")),
    doubled("verb", "dept/s1/duties/3", "负责农作物", "负责"),
    doubled("adverb", "dept/s8/7", "没有执行完毕", "没有"),
    slip("year", "dept/s8/7", ("上一年度没有", "上一年度度没有"), ("年度", "年度度"),
         kind="doubled-word"),
    slip(
        "title-of-a-section", "dept/s7", ("国有资产", "固有资产"), ("国有资产", "固有资产")
    ),
    _in_goals("goal-term", "资金支付", "资全支付"),
    doubled("perhaps", "unit/s2/change/text", "安排的农田", "安排", severity="info"),
)  # fmt: skip

FINAL_SLIPS: tuple[Variant, ...] = (
    slip(
        "term-exchanged-final", "g/11", ("预算财政拨款安排", "预算财政拔款安排"),
        ("财政拨款", "财政拔款"), NAT,
    ),
    slip("print", "s/agency/text", ("印刷费用", "印涮费用"), ("印刷", "印涮"), NAT),
    slip("already-final", "s/performance/text", ("已经完成", "己经完成"), ("已经", "己经"), SH),
    slip("each", "s/duties/4", ("督促行业", "对个行业"), ("对各行业", "对个行业"), NAT),
    slip("up-to", "s/assets/text", ("截至2024年", "截止2024年"), ("截至2024年", "截止2024年"), NAT,
         severity="info"),
    doubled("reason", "s/summary/text", "主要原因是", "原因", NAT),
    slip(
        "whereof", "s/three-public/details/text", ("具体情况如下：", "其中：其中：如下："),
        ("其中", "其中:其中"), SH, kind="doubled-word",
    ),
    slip("title", "s/income", ("收入决算", "收人决算"), ("收入决算", "收人决算"), NAT),
    slip("last-part", "p/5", ("名词解释", "名词解择"), ("名词解释", "名词解择"), NAT),
)  # fmt: skip
