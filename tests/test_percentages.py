"""Percentages and directions of whole documents: real errors, and what only looks wrong."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

import pytest
from disclosure.builders import SECTION_HEADINGS, understood
from hypothesis import assume, given
from hypothesis import strategies as st
from linting import lint_text

if TYPE_CHECKING:
    from pathlib import Path

D = Decimal
# These sentences are about their numbers: they give no reasons (see test_reasons).
ABOUT_WORDS = {"BL507", "BL510"}
OPENING = "现将青禾县农业农村局2024年部门预算公开如下。"


def document(section: str, *lines: str) -> str:
    return "\n\n".join((OPENING, SECTION_HEADINGS[section], *lines))


def arrangement(*lines: str) -> str:
    return document("arrangement", *lines)


def three(*lines: str) -> str:
    return document("three-public", *lines)


def said(text: str, folder: Path) -> list[tuple[str, str, str | None]]:
    """Rule, severity and the right value of what is said of the narrative."""
    return [
        (finding.rule, finding.severity, finding.expected)
        for finding in lint_text(text, folder).findings
        if finding.rule.startswith("BL5") and finding.rule not in ABOUT_WORDS
    ]


# ------------------------------------------------------------------ real kinds of errors
WRONG = {
    "rate": (
        three("2024年“三公”经费41万元，比上年减少19万元，下降43.78%。"),
        ("BL504", "error", "31.67%"),
    ),
    "rate on this year's amount": (
        three("2024年“三公”经费9.07万元，比上年减少0.71万元，下降7.83%。"),
        ("BL504", "error", "7.26%"),
    ),
    "rate without a word": (
        three("2024年“三公”经费18.8万元，与2019年预算安排相比，减少3.2万元，41.55%。"),
        ("BL504", "error", "14.55%"),
    ),
    "rate before its change": (
        arrangement("2024年基本支出105.00万元，较上年增长4.00%（增加5.00万元）。"),
        ("BL504", "error", "5.00%"),
    ),
    "rate of two levels": (
        arrangement("2024年基本支出105.00万元，比上年的100.00万元增长4.00%。"),
        ("BL504", "error", "5.00%"),
    ),
    "rate of a level told elsewhere": (
        arrangement("2024年基本支出95.00万元。", "其中：基本支出减少5.00万元，下降15.00%。"),
        ("BL504", "error", "5.00%"),
    ),
    "share": (
        arrangement("2024年支出预算2945760.58元，其中：项目支出469500.00元，占19.62%。"),
        ("BL504", "error", "15.94%"),
    ),
    "share of a named whole": (
        arrangement("2024年支出预算100.00万元。基本支出60.00万元，占支出预算的65.65%。"),
        ("BL504", "error", "60.00%"),
    ),
    "share of what belongs to it by definition": (
        three("2024年“三公”经费10.00万元。", "公务接待费2.00万元，占12%。"),
        ("BL504", "warning", "20%"),
    ),
    "share of an item without a known name": (
        arrangement("2024年支出预算100.00万元，其中：教育支出（类）40.00万元，占45.00%。"),
        ("BL504", "error", "40.00%"),
    ),
    "exchanged shares": (
        three(
            "2024年“三公”经费1.71万元，其中：公务接待费0.53万元，占69%；"
            "公务用车购置及运维费1.18万元，占31%。"
        ),
        ("BL504", "error", "31%"),
    ),
    "rate of nothing": (
        three("2024年“三公”经费9.07万元，与上年持平，下降3%。"),
        ("BL504", "error", "0%"),
    ),
    "word against both years": (
        arrangement("2024年基本支出105.00万元，比上年的100.00万元减少5.00万元，下降5.00%。"),
        ("BL505", "error", "增加5.00万元"),
    ),
    "word against the sum of changes": (
        arrangement(
            "2024年预算收支安排100.00万元，比上年增加3.00万元，下降2.91%。"
            "其中：基本支出减少5.00万元；项目支出增加2.00万元。"
        ),
        ("BL505", "error", "减少3.00万元"),
    ),
    "word of the rate": (
        three("2024年“三公”经费9.07万元，比上年减少0.71万元，增长7.26%。"),
        ("BL505", "error", "下降7.26%"),
    ),
    "word and number of the rate": (
        three("2024年“三公”经费9.07万元，比上年减少0.71万元，增长3%。"),
        ("BL504", "error", "下降7%"),
    ),
    "word of a rate of two levels": (
        three("2024年“三公”经费9.07万元，比上年的9.00万元下降0.78%。"),
        ("BL505", "error", "增长0.78%"),
    ),
    "level though different": (
        three("2024年“三公”经费9.07万元，与上年10.00万元持平。"),
        ("BL505", "error", None),
    ),
    "level though changed": (
        three("2024年“三公”经费9.07万元，与上年持平，减少0.71万元。"),
        ("BL505", "error", None),
    ),
    "part above its total": (
        arrangement("2024年支出预算100.00万元，其中：基本支出120.00万元。"),
        ("BL503", "error", None),
    ),
    "unit of a change": (
        three("2024年“三公”经费9.07万元，比上年减少0.71元，下降7.26%。"),
        ("BL203", "error", "减少0.71万元"),
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_real_error_is_one_finding_with_the_right_value(name: str, tmp_path: Path) -> None:
    text, expected = WRONG[name]
    findings = [f for f in lint_text(text, tmp_path).findings if f.rule not in ABOUT_WORDS]
    found = [(f.rule, f.severity, f.expected) for f in findings if f.rule[:3] in ("BL5", "BL2")]
    assert found == [expected]


def test_a_wrong_amount_that_others_contradict_has_its_rate_among_its_places(
    tmp_path: Path,
) -> None:
    text = arrangement(
        "2024年支出预算100.00万元，其中：基本支出60.00万元，占60.00%；项目支出40.00万元，占40.00%。",
        "2024年安排基本支出90.00万元，比上年增加5.00万元，增长9.09%。",
    )
    found = [f for f in lint_text(text, tmp_path).findings if f.rule not in ABOUT_WORDS]
    (finding,) = [f for f in found if f.rule.startswith("BL5")]
    assert (finding.rule, finding.actual, finding.expected) == ("BL502", "90.00万元", "60.00万元")
    assert "增长9.09%" in " ".join(place.text for place in finding.related)


# ------------------------------------------------------------------ what only looks wrong
HONEST = {
    "small base": three("2024年公务接待费22.59万元，比上年增加20.63万元，增长1,055.4%。"),
    "cut off": three("2024年公务接待费100.66万元，比上年增加0.66万元，增长0.6%。"),
    "last digits differ": three(
        "2024年公务接待费11.8万元，比上年12.39万元减少0.58万元，下降4.68%。"
    ),
    "shares of 99.99": arrangement(
        "2024年支出预算1000.00万元，其中：教育支出745.71万元，占74.57%；"
        "卫生健康支出198.84万元，占19.88%；其他支出55.45万元，占5.54%。"
    ),
    "increase of nothing": three("2024年“三公”经费9.07万元，比上年增加0万元，增长0%。"),
    "decrease of nothing": three("2024年“三公”经费9.07万元，比上年减少0.00万元，下降0.0%。"),
    "from nothing": three("2024年公务接待费5.00万元，比上年增加5.00万元，增长100%。"),
    "from nothing, not comparable": three(
        "2024年公务接待费5.00万元，比上年增加5.00万元，增长--（基数为0，不可比）。"
    ),
    "only percentages": arrangement("2024年总收入较上年减少8.93%，主要原因是项目减少。"),
    "only amounts": arrangement("2024年基本支出95.00万元，比上年减少5.00万元。"),
    "different bases": arrangement(
        "2024年基本支出105.00万元，比上年预算减少5.00万元，降低4.55%，比上年决算增加3.00万元，增长2.94%。"
    ),
    "different amounts of last year": arrangement(
        "2024年基本支出105.00万元，比上年预算100.00万元增加5.00万元，增长5.00%，"
        "比上年决算102.00万元增加3.00万元，增长2.94%。"
    ),
    "rate against another base": arrangement(
        "2024年基本支出105.00万元，比上年预算减少5.00万元，比上年决算增长2.94%。"
    ),
    "comparable basis": arrangement(
        "2024年基本支出105.00万元，比上年增加5.00万元，按可比口径增长2.00%。"
    ),
    "an earlier year": three("2024年“三公”经费9.07万元，比2019年减少2.00万元，下降18.07%。"),
    "percentage points": three("2024年“三公”经费9.07万元，比上年减少0.71万元，降低了5个百分点。"),
    "approximate": three("2024年“三公”经费9.07万元，比上年减少0.71万元，下降约10%。"),
    "at least": three("2024年“三公”经费9.07万元，比上年减少0.71万元，下降5%以上。"),
    "unchanged though parts moved": three(
        "2024年“三公”经费520.00万元，与上年持平。其中：因公出国（境）费增加170.00万元，"
        "公务用车购置及运维费减少170.00万元，公务接待费与上年持平。"
    ),
    "reason larger than the change": arrangement(
        "2024年项目支出100.00万元，比上年增加5.00万元，增长5.26%，主要是新增项目76.00万元。"
    ),
    "shares of another total": arrangement(
        "2024年支出预算100.00万元，其中：差旅费6.00万元，占40%；会议费3.00万元，占20%。"
    ),
    "share of a total not told": arrangement(
        "2024年支出预算100.00万元，其中：基本支出60.00万元，占全县基本支出的0.50%。"
    ),
    "share of another list": arrangement(
        "2024年支出预算100.00万元，预算收入120.00万元。"
        "基本支出80.00万元，占支出预算的80%；一般公共预算收入108.00万元，占90%。"
    ),
    "an amount that is no total before a list": arrangement(
        "2024年支出预算100.00万元，比上年增加5.00万元。主要是购置设备3.00万元。"
        "其中：基本支出80.00万元，占80%。"
    ),
    "nested shares": arrangement(
        "2024年支出预算100.00万元，其中：基本支出80.00万元，占80%（其中：人员经费60.00万元，"
        "占75%；公用经费20.00万元，占25%）；项目支出20.00万元，占20%。"
    ),
    "purchase as a share of all": three(
        "2024年“三公”经费20.00万元，其中：公务用车购置及运维费10.00万元，占50%（其中："
        "公务用车购置费8.00万元，占40%；公务用车运行维护费2.00万元，占20%）。"
    ),
    "indicators": arrangement(
        "2024年项目支出100.00万元，绩效目标完成率95%，合格率≥98%，覆盖率100%。"
    ),
    "level, with what moved inside": three(
        "2024年“三公”经费9.07万元，与上年持平，增加2.00万元接待费，减少2.00万元运行维护费。"
    ),
    "an empty slot": three("2024年“三公”经费9.07万元，占 %，比上年减少 万元。"),
    "yuan beside wan": three("2024年公务接待费45300.00元，比上年减少0.47万元，下降9.40%。"),
    "about level": three("2024年“三公”经费9.07万元，与上年9.10万元基本持平。"),
    "part of a total that is not closed": arrangement(
        "2024年基本支出100.00万元，其中：人员经费80.00万元。"
    ),
    "last year's own growth": arrangement(
        "2023年基本支出100.00万元，比上年增加1.00万元，增长8%；"
        "2024年基本支出105.00万元，比上年增加5.00万元，增长5%。"
    ),
}


@pytest.mark.parametrize("name", HONEST)
def test_what_only_looks_wrong_is_no_finding(name: str, tmp_path: Path) -> None:
    assert said(HONEST[name], tmp_path) == []


# ------------------------------------------------------------------ honest documents
amounts = st.decimals(min_value=D("0.5"), max_value=10**5, places=6)
roundings = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN])
cuttings = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN])


@dataclass(frozen=True)
class Print:
    """How a document prints amounts and rates."""

    decimals: int
    rounding: str
    places: int
    cutting: str

    def wan(self, value: Decimal) -> str:
        return f"{abs(value).quantize(D(1).scaleb(-self.decimals), self.rounding):f}万元"

    def percent(self, part: Decimal, whole: Decimal) -> str:
        rate = abs(part) * 100 / whole
        return f"{rate.quantize(D(1).scaleb(-self.places), self.cutting):f}%"

    def moved(self, now: Decimal, last: Decimal) -> str:
        words = ("增加", "增长") if now >= last else ("减少", "下降")
        by = now - last
        return f"{words[0]}{self.wan(by)}，{words[1]}{self.percent(by, last)}"


prints = st.builds(Print, st.integers(1, 2), roundings, st.integers(0, 2), cuttings)


@given(amounts, amounts, amounts, amounts, prints)
def test_honest_documents_give_no_finding(
    basic: Decimal, project: Decimal, last_basic: Decimal, last_project: Decimal, shown: Print
) -> None:
    total, last = basic + project, last_basic + last_project
    # A printed 0 of money is exact: such a change would rather be called 持平.
    assume(all(D(shown.wan(a - b)[:-2]) for a, b in ((total, last), (basic, last_basic))))
    text = arrangement(
        f"2024年支出预算{shown.wan(total)}，"
        f"其中：基本支出{shown.wan(basic)}，占{shown.percent(basic, total)}；"
        f"项目支出{shown.wan(project)}，占支出预算的{shown.percent(project, total)}。",
        f"2024年预算收支安排{shown.wan(total)}，比2023年的{shown.wan(last)}"
        f"{shown.moved(total, last)}。"
        f"其中：基本支出{shown.moved(basic, last_basic)}；"
        f"项目支出{shown.wan(project)}，较上年{shown.moved(project, last_project)}。",
    )
    diagnosis = understood(text).diagnosis
    assert [defect.suspect.text for defect in diagnosis.defects] == []
    assert diagnosis.held["percentage"] >= 5  # type: ignore[index]


@given(amounts, amounts, prints, st.booleans())
def test_honest_rates_of_two_levels_give_no_finding(
    now: Decimal, last: Decimal, shown: Print, computed_from_print: bool
) -> None:
    printed_now, printed_last = (D(shown.wan(amount)[:-2]) for amount in (now, last))
    assume(printed_last)
    if computed_from_print:
        rate = shown.percent(printed_now - printed_last, printed_last)
    else:
        rate = shown.percent(now - last, last)
    word = "增长" if now >= last else "下降"
    text = three(
        f"2024年“三公”经费{shown.wan(now)}，比上年的{shown.wan(last)}{word}{rate}。"
        f"其中：公务接待费{shown.wan(now)}，占100%。"
    )
    diagnosis = understood(text).diagnosis
    assert [defect.suspect.text for defect in diagnosis.defects] == []
