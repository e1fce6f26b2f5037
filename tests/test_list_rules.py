"""Numbers of lists: what is wrong is told with the right number, what may be right is not told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linting import lint_text

if TYPE_CHECKING:
    from pathlib import Path

    from budgetlint.finding import Finding

CODES = ("BL105", "BL106", "BL107", "BL108", "BL109", "BL110")


def found(lines: str, folder: Path) -> list[Finding]:
    """What the rules on lists say of a section with these lines."""
    text = f"清源县水务局2024年部门预算\n一、部门职责及机构设置情况\n{lines}\n"
    return [f for f in lint_text(text, folder).findings if f.rule in CODES]


def messages(lines: str, folder: Path) -> list[str]:
    return [finding.message for finding in found(lines, folder)]


def test_another_kind_of_number_is_told_with_the_right_one(tmp_path: Path) -> None:
    (finding,) = found("（1）收入。\n（2）支出。\n（三）增减。", tmp_path)
    assert finding.message == "“（三）增减”的序号写作“（三）”，与前面的“（2）”写法不同，应为“（3）”"
    assert (finding.actual, finding.expected) == ("（三）", "（3）")


def test_another_mark_behind_the_number_is_no_other_kind(tmp_path: Path) -> None:
    assert messages("1、收入。\n2、支出。\n3．增减。\n4.结转。", tmp_path) == []


def test_a_lower_level_between_two_items_is_no_fault(tmp_path: Path) -> None:
    lines = (
        "（一）规划。\n1、地表水。\n2、地下水。\n（二）供水。\n1、城区。\n2、乡镇。\n（三）防汛。"
    )
    assert messages(lines, tmp_path) == []


def test_an_inner_list_of_the_same_kind_does_not_break_the_outer_one(tmp_path: Path) -> None:
    lines = "1、规划。\n2、供水。\n1、城区。\n2、乡镇。\n3、防汛。\n4、节水。"
    assert messages(lines, tmp_path) == []


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            "1、规划。\n2、供水。\n4、防汛。\n5、节水。",
            "“2、供水”之后就是“4、防汛”，中间缺少序号“3、”",
        ),
        (
            "（一）规划。\n（二）供水。\n（二）防汛。\n（四）节水。",
            "“（二）防汛”与前面的“（二）供水”序号重复，应为“（三）”",
        ),
        (
            "1、规划。\n2、供水。\n3、防汛。\n4、节水。\n2、移民。\n3、河长。",
            "“2、移民”的序号不对，前面是“4、节水”",
        ),
        (
            "第一条 规划。\n第二条 供水。\n第四条 防汛。\n第五条 节水。",
            "“第二条供水”之后就是“第四条防汛”，中间缺少序号“第三条”",
        ),
        (
            "任务有：一是规划；二是供水；四是防汛。",
            "“二是供水”之后就是“四是防汛”，中间缺少序号“三是”",
        ),
        (
            "绩效目标：1、综合管理；2业务管理。",
            "“1、综合管理”之后的序号“2”后面漏了标点，应为“2、”",
        ),
        (
            "1、规划。\n2、供水。\n3防汛抗旱。\n4、节水。",
            "“2、供水”之后的序号“3”后面漏了标点，应为“3、”",
        ),
        (
            "主要职责：\n1、规划。\n2、供水。\n5、防汛。\n4、节水。",
            "“5、防汛”的序号不对，前面是“2、供水”，应为“3、”",
        ),
        (
            "主要职责：\n1、规划。\n2、供水。\n三、防汛。\n4、节水。",
            "“三、防汛”的序号写作“三、”，与前面的“2、”写法不同，应为“3、”",
        ),
        (
            "任务有：①规划；②供水；②防汛。",
            "“②防汛”与前面的“②供水”序号重复，应为“③”",
        ),
    ],
)
def test_a_wrong_number_is_told(lines: str, message: str, tmp_path: Path) -> None:
    assert messages(lines, tmp_path) == [message]


@pytest.mark.parametrize(
    "lines",
    [
        "1、规划。\n2、供水。\n防汛抗旱\n4、节水。\n5、移民。",  # 3、 may have been lost
        "1、规划。\n2、供水。3、防汛。\n4、节水。\n5、移民。",  # joined to the one before
        "1、规划。\n2、供水。\n3个泵站维修。\n4、节水。\n5、移民。",  # a count
        "1、规划。\n2、供水。\n4、防汛。",  # too short to be sure
        "3、规划。\n5、供水。\n6、防汛。\n7、节水。",  # its beginning is lost
        "第四条 规划。\n第六条 供水。",  # quoted
        "人员情况：1、行政编制12人。\n2、事业编制35人。",
        "1、新建泵站；2处泵站维修。",
        "本年1、2月没有收入；3、4月拨付；5、6月结清。",
        "增加1.5万元；2.8万元结转；4.6万元上缴。",
        "任务有：一是规划；二是供水。另外，一是防汛；二是节水。",
    ],
)
def test_what_may_be_right_is_not_told(lines: str, tmp_path: Path) -> None:
    assert messages(lines, tmp_path) == []


@pytest.mark.parametrize(("count", "told"), [(3, 0), (4, 1), (10, 1)])
def test_a_longer_list_numbered_like_the_sections_is_a_hint(
    count: int, told: int, tmp_path: Path
) -> None:
    lines = "\n".join(f"{'一二三四五六七八九十'[n]}、职责之{n}。" for n in range(count))
    assert [f.severity.value for f in found(lines, tmp_path)] == ["info"] * told


def test_the_hint_names_the_section_that_is_numbered_alike(tmp_path: Path) -> None:
    lines = "一、规划。\n二、供水。\n三、防汛。\n四、节水。"
    (message,) = messages(lines, tmp_path)
    assert message == (
        "“一、规划”到“四、”在“一、部门职责及机构设置情况”之内，又用同样的序号，"
        "宜改用“（一）”一类的序号"
    )


def test_a_repeated_heading_is_told_once(tmp_path: Path) -> None:
    told = messages("（一）部门职责\n略。\n（二）部门职责\n略。", tmp_path)
    assert told == ["标题“（二）部门职责”与前面的“（一）部门职责”重复"]


@given(st.integers(2, 30), st.data())
def test_one_number_left_out_of_a_sentence_is_found_and_no_other(
    tmp_path_factory: pytest.TempPathFactory, length: int, data: st.DataObject
) -> None:
    gone = data.draw(st.none() | st.integers(2, length))
    words = [f"{n}、办理事项" for n in range(1, length + 2) if n != gone]
    folder = tmp_path_factory.mktemp("list")
    told = messages("任务：" + "；".join(words) + "。", folder)
    assert len(told) == (gone is not None and length > 2)
    if told:
        assert f"缺少序号“{gone}、”" in told[0]
