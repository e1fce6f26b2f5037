"""Slips of the pen, words printed twice, and the user's own slips."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linting import lint_text

from budgetlint.catalogue import catalogue
from budgetlint.configuration import Configuration
from budgetlint.disclosure.slip_index import SlipIndex, doubled, known, repaired
from budgetlint.finding import Severity
from budgetlint.keys import SettingsError, Source, parse
from budgetlint.linter import check_file
from budgetlint.taxonomy.slips import Slip, doubled_words, known_slips

if TYPE_CHECKING:
    from pathlib import Path

    from budgetlint.finding import Finding

TITLE = "青禾县农业农村局2024年部门预算公开\n\n"
HAN = st.text(st.sampled_from("财政拨拔款己已经反应映负责年度数量末未安排一般公共预算的了其中:,。"))


def forms(text: str) -> list[tuple[str, str]]:
    """The wrong and the right forms that are found in a text."""
    return [(hit.wrong, hit.right) for hit in known().hits(text)]


def own(found: list[Finding] | tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in found if "BL931" <= finding.rule <= "BL939"]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("1、收入说明:反应本部门当年全部收入", "反应", "反映"),
        ("准确反应收支情况", "反应", "反映"),
        ("2024年底钱完成", "年底钱", "年底前"),
        ("减少上方事件", "上方", "上访"),
        ("明细提升社会形象", "明细", "明显"),
        ("提供困难职工生活水平", "提供", "提高"),
        ("己出具意见的督办事项", "己", "已"),
        ("让群众自已负责", "自已", "自己"),
        ("到12月31日合部编纂完成", "合部", "全部"),
        ("对个行业监督检查比例", "对个", "对各"),
        ("负责检测分析全区工业经济运行态势", "检测分析", "监测分析"),
        ("本部门末安排出国费用", "末", "未"),
        ("年未固定资产50万元", "年未", "年末"),
        ("对刑法执行监督", "刑法执行", "刑罚执行"),
        ("固有资本经营预算支出", "固有资本经营预算", "国有资本经营预算"),
        ("因公出(境)国费", "出(境)国", "出国(境)"),
        ("一般公共预算财政拔款收人", "财政拔款", "财政拨款"),
        ("拔付到位", "拔付", "拨付"),
        ("机关远行经费安排情况", "机关远行经费", "机关运行经费"),
        ("使用财拨政款的项目", "财拨政款", "财政拨款"),
        ("机关行经费", "机关行经费", "机关运行经费"),
        ("一般公公共预算", "一般公公共预算", "一般公共预算"),
        ("住房公机金", "住房公机金", "住房公积金"),
        ("政府性基金与算收支", "政府性基金与算", "政府性基金预算"),
    ],
)
def test_a_slip_is_found_with_its_right_form(text: str, wrong: str, right: str) -> None:
    assert (wrong, right) in forms(text)


@pytest.mark.parametrize(
    "text",
    [
        "应急反应机制健全,农药不良反应及时处置",
        "严于律己,把群众的事当作己任,视如己出",
        "上年未安排,2023年年末安排慰问,周末开展活动",
        "联合部门检查,综合部使用的设备",
        "提供高水平的服务,提供公共服务",
        "提供困难职工生活水平保障",
        "选拔任用,海拔高,上海拨付的资金",
        "已经废止,流经废弃矿区",
        "按装机容量计算,按排水计划施工",
        "政府基金预算支出表,年初结转结余",
        "派遣属地人员,环节转换,业绩校核",
        "采购必须品种齐全,给付食品补贴",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert forms(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("负责负责全县监测", ["负责负责"]),
        ("负责负责人的培训", []),
        ("2024年度度拟购置", ["年度度"]),
        ("2024年年度报告,2024年年初预算,2024年年末", []),
        ("2024年年部门预算", ["年年"]),
        ("活动场所数数量18个", ["数数量"]),
        ("以营利为目的的活动", []),
        ("开展的的工作", ["的的"]),
        ("其中:其中:人员经费", ["其中:其中"]),
        ("增加原因主要是主要是检测任务增加", ["主要是主要是"]),
        ("增加原因主要是是接待任务增加,主要是是否合规", ["是是"]),
        ("政府采购情况说明说明,附情况说明说明书", ["情况说明说明"]),
        ("为了了解情况,党组织组织活动,人人有责", []),
        ("本部门部门预算,管理管理站", []),
        ("信访工作工作经费", []),
        ("对资金使用进行监督监督。", ["监督监督"]),
        ("按规定规定转到下年", ["按规定规定"]),
        ("本年度年度拟购置", ["年度年度"]),
        ("按标准标准化管理,本市市内道路,监督监督员", []),
    ],
)
def test_a_word_printed_twice(text: str, expected: list[str]) -> None:
    assert [hit.wrong for hit in doubled().hits(text)] == expected


def test_no_term_and_no_right_form_is_a_slip_itself() -> None:
    for slip in (*known_slips(), *doubled_words()):
        if slip.pattern is None:
            assert slip.wrong != slip.right
            assert [hit.wrong for hit in known().hits(slip.right) if hit.slip.sure] == []


@given(HAN)
def test_hits_stand_where_they_say_and_do_not_overlap(text: str) -> None:
    for index in (known(), doubled()):
        hits = index.hits(text)
        assert all(text[slice(*hit.span)] == hit.wrong for hit in hits)
        ends = [0, *(hit.span[1] for hit in hits)]
        assert all(end <= hit.span[0] for end, hit in zip(ends, hits, strict=False))


@given(HAN)
def test_a_heading_keeps_its_length_when_it_is_repaired(text: str) -> None:
    assert len(repaired(text)) == len(text)


def test_of_two_slips_that_begin_together_the_longer_counts() -> None:
    index = SlipIndex([Slip("拔款", "拨款"), Slip("拔款项", "拨款项")])
    assert [hit.wrong for hit in index.hits("拔款项目")] == ["拔款项"]


def test_the_same_mistake_is_one_finding_with_all_its_places(tmp_path: Path) -> None:
    text = TITLE + "财政拔款收入由县财政安排。\n\n资金及时拔付，己完成。\n\n己列入预算。\n"
    found = own(lint_text(text, tmp_path).findings)
    assert [f.message for f in found] == [
        "“财政拔款收入”应为“财政拨款收入”（同样的共2处）",
        "“己完成”应为“已完成”（同样的共2处）",
    ]
    assert [place.text for place in found[0].related] == ["资金及时拔付，己完成"]
    assert (found[1].actual, found[1].expected) == ("己完成", "已完成")


def test_a_heading_is_recognised_in_spite_of_a_slip(tmp_path: Path) -> None:
    text = TITLE + "三、机关运行经废安排情况\n\n2024年安排机关运行经费10.00万元。\n"
    right = lint_text(text.replace("经废", "经费"), tmp_path).findings
    wrong = lint_text(text, tmp_path).findings
    assert {f.rule for f in wrong} - {f.rule for f in right} == {"BL931"}


def test_what_the_context_decides_is_a_hint(tmp_path: Path) -> None:
    text = TITLE + "截止2023年12月31日，固定资产总额50.00万元。\n"
    (found,) = own(lint_text(text, tmp_path).findings)
    assert found.severity is Severity.INFO
    assert found.message == "“截止2023年”可能应为“截至2023年”，请核对"


OWN_SLIPS = r"""[extra-slips]
"农牧业局" = "农业农村局"
"惠民卡" = { right = "社会保障卡", except = ["惠民卡片"], message = "今年起改名" }
"/第([0-9]+)批批次/" = '第\1批次'
"年底钱" = "年底前"
"""


def lint_with(configuration: str, text: str, folder: Path) -> list[Finding]:
    (folder / "budgetlint.toml").write_text(configuration, encoding="utf-8")
    path = folder / "document.txt"
    path.write_text(TITLE + text, encoding="utf-8")
    settings = Configuration(catalogue()).settings_for(path)
    return own(check_file(path, path.name, settings).findings)


def test_the_users_own_slips_are_reported_with_their_remark(tmp_path: Path) -> None:
    text = "安排“农牧业”局资金，发放惠民卡，印制惠民卡片，第3批批次，农牧业局年底钱完成。"
    found = lint_with(OWN_SLIPS, text, tmp_path)
    assert [(f.rule, f.message) for f in found] == [
        ("BL933", "“农牧业局”应为“农业农村局”（同样的共2处）"),
        ("BL933", "“惠民卡”应为“社会保障卡”（今年起改名）"),
        ("BL933", "“第3批批次”应为“第3批次”"),
        ("BL931", "“年底钱”应为“年底前”"),
    ]


def test_without_any_the_rule_says_nothing(tmp_path: Path) -> None:
    assert lint_with("", "安排农牧业局资金。", tmp_path) == []


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("extra-slips = 5", 'extra-slips 应为表（如 "年底钱" = "年底前"），现在是整数。'),
        ('extra-slips."甲" = 5', "“甲” 应为正确的写法（如 \"年底前\"），现在是整数。"),
        ('extra-slips." " = "乙"', "是空的，请写明错误的写法。"),
        ('extra-slips."（1）" = "(1)"', "两边是一样的（空白、引号和全角半角不算），请改正或删去。"),
        ('extra-slips."甲" = { rigth = "乙" }', "没有“rigth”这个键。您是不是想写 right？"),
        ('extra-slips."甲" = { message = "乙" }', "没有写 right（正确的写法）。"),
        ('extra-slips."甲" = { right = 5 }', "“甲”.right 应为字符串，现在是整数。"),
        ('extra-slips."甲" = { right = "" }', "“甲”.right 是空的。"),
        ('extra-slips."甲" = { right = "乙", except = 5 }', '应为词的列表（如 ["化学反应"'),
        ('extra-slips."/(/" = "乙"', "不是合法的正则表达式（missing )"),
        ('extra-slips."/甲*/" = "乙"', "什么也不写也能匹配，请写得更明确。"),
        ("extra-slips.'/甲/' = '\\2'", "不是合法的正则表达式（invalid group reference 2"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_the_users_list_is_said_in_a_sentence(value: str, sentence: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse(tomllib.loads(value), Source("配置文件 budgetlint.toml", catalogue()))
    assert sentence in str(caught.value)


def test_a_slip_in_the_name_of_a_law_is_one_finding(tmp_path: Path) -> None:
    text = TITLE + "根据《地方预决箅公开操作规程》公开，预箅收支平衡。\n"
    told = [(f.rule, f.message) for f in lint_text(text, tmp_path).findings]
    assert told[:2] == [
        ("BL124", "《地方预决箅公开操作规程》应为《地方预决算公开操作规程》"),
        ("BL931", "“预箅”应为“预算”"),
    ]
