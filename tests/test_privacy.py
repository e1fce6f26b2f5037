"""Numbers and addresses of persons: found by their check digits, never shown whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from disclosure.builders import document
from hypothesis import given
from hypothesis import strategies as st
from linting import lint_text

from budgetlint.disclosure import understand
from budgetlint.disclosure.personal_numbers import (
    BANK_CARD,
    ID_CARD,
    MOBILE,
    has_luhn_digit,
    is_id_number,
    personal_numbers,
)
from budgetlint.finding import Finding, Severity
from budgetlint.hiding import Mask, hidden, hide_personal
from budgetlint.location import Location, TableRef

if TYPE_CHECKING:
    from pathlib import Path

ID = "110101199003070011"
CARD = "6222021234567890128"


def kinds(text: str) -> list[str]:
    return [number.kind for number in personal_numbers(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"王某某（身份证号{ID}）", ID_CARD),
        ("身份证号１１０１０１１９９００３０７００１１", ID_CARD),
        ("经办人王某某13800138000。", MOBILE),
        ("电话+86-138-0013-8000", MOBILE),
        (f"卡号{CARD}", BANK_CARD),
        ("银行卡4012888888881881", BANK_CARD),
    ],
)
def test_a_number_of_a_person_is_found(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "身份证号110101199002300011",  # no such day
        "身份证号110101199003070012",  # the check character is another
        f"统一社会信用代码{ID}",
        "项目编码13073022P00883610001N",
        "预算收入13800138000元",
        "合计13800138000.00",
        "12380013800",
        "113800138000",
        f"账号{CARD[:-1]}9",
        "对公账户6222021234567890128",
        "4111111111111111",  # nothing says that it is a card
        "银行卡6222222222222222222",
    ],
)
def test_other_long_numbers_are_not(text: str) -> None:
    assert kinds(text) == []


@given(st.integers(0, 10**17 - 1).map(lambda n: f"{n:017}"))
def test_exactly_one_check_character_fits(first: str) -> None:
    number = f"{first[:6]}19900307{first[14:]}"
    assert sum(is_id_number(number + check) for check in "0123456789X") == 1


@given(st.integers(10**14, 10**18).map(str))
def test_exactly_one_luhn_digit_fits(first: str) -> None:
    fitting = sum(has_luhn_digit(first + check) for check in "0123456789")
    assert fitting <= 1
    assert fitting == 1 or len(set(first)) <= 2


@given(st.text("住址0123456789。", max_size=20), st.text("住址0123456789。", max_size=20))
def test_a_mask_keeps_the_length_and_hides_the_number(before: str, after: str) -> None:
    text = before + ID + after
    masked = Mask([ID])(text)
    assert len(masked) == len(text)
    assert ID not in masked


def test_what_is_no_text_stays_as_it_is() -> None:
    assert Mask([ID])(0.5) == 0.5
    assert Mask([ID])(None) is None


def test_a_number_cut_at_the_edge_of_an_excerpt_is_hidden_too() -> None:
    mask = Mask([ID])
    assert mask(f"号码{ID[:12]}") == "号码110*********"
    assert mask(f"{ID[6:]}的王某某") == "**********11的王某某"
    assert mask("预算110万元") == "预算110万元"


def _findings(text: str, folder: Path) -> list[Finding]:
    report = lint_text(f"一、部门职责及机构设置情况\n{text}\n", folder)
    return [finding for finding in report.findings if finding.rule.startswith("BL95")]


def test_what_is_told_never_holds_the_number(tmp_path: Path) -> None:
    text = f"王某某身份证号{ID}，电话13800138000，卡号{CARD}。"
    report = lint_text(f"一、部门职责及机构设置情况\n{text}{text}\n", tmp_path)
    told = repr(report)
    assert {f.rule for f in report.findings} >= {"BL951", "BL952", "BL953"}
    for number in (ID, "13800138000", CARD):
        assert number not in told
        assert hidden(number) in told


def test_a_number_is_masked_wherever_a_finding_of_any_rule_shows_it() -> None:
    place = Location(
        section=ID, table=TableRef(None, ID), row_label=ID, column_label=ID, text=f"号码{ID}"
    )
    finding = Finding("XX101", "a-rule", Severity.INFO, ID, place, (place,), ID, ID)
    [masked] = hide_personal(understand(document(f"王某某身份证号{ID}。")), [finding])
    assert ID not in repr(masked)
    assert masked.message == masked.location.column_label == hidden(ID)


def test_all_of_a_kind_are_one_finding_with_all_places(tmp_path: Path) -> None:
    [finding] = _findings(f"甲身份证号{ID}。\n\n乙身份证号{ID}。", tmp_path)
    assert finding.message == (
        "有2处身份证号码（“110*************11”），属于个人隐私，公开前应当删除或隐去"
    )
    assert (finding.severity, len(finding.related)) == ("error", 1)
    assert finding.location.text == "甲身份证号110*************11"
    assert finding.location.mark == (5, 23)


def test_a_number_given_as_a_contact_is_a_hint(tmp_path: Path) -> None:
    [finding] = _findings("联系电话：13800138000", tmp_path)
    assert (finding.rule, finding.severity) == ("BL952", "info")
    assert "办公电话" in finding.message


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("家庭住址：青禾县柳河乡东岗村12号", "家庭住址：青禾县*******2号"),
        (
            "现住址：青禾县城关镇东风小区3号楼2单元501室，已入户核实。",
            "现住址：青禾县***************1室，已入户核实",
        ),
        ("慰问老党员王某某，家住柳河乡东岗村。", "慰问老党员王某某，家住柳****村"),
        ("户籍地址为青禾县城关镇东风小区。", "户籍地址为青********区"),
    ],
)
def test_a_home_address_in_a_sentence(text: str, shown: str, tmp_path: Path) -> None:
    [finding] = _findings(text, tmp_path)
    assert (finding.rule, finding.severity) == ("BL954", "warning")
    assert finding.message == "有1处家庭住址，属于个人隐私，公开前应当删除"
    assert finding.location.text == shown


@pytest.mark.parametrize(
    "text",
    [
        "单位地址：青禾县文化路12号",
        "负责城镇居民住址信息的登记。",
        "改善村民居住条件，新建住房12栋。",
        "通知罪犯户籍所在地或者居住地居民委员会、村民委员会。",
    ],
)
def test_other_addresses_are_none(text: str, tmp_path: Path) -> None:
    assert _findings(text, tmp_path) == []


def test_a_column_of_home_addresses(tmp_path: Path) -> None:
    rows = "姓名\t家庭住址\t金额\n王某某\t东岗村12号\t1.00\n李某某\t西岗村3号\t2.00\n合计\t\t3.00"
    [finding] = _findings(f"慰问情况表\n{rows}", tmp_path)
    assert (finding.rule, finding.location.text) == ("BL954", "家庭住址")
