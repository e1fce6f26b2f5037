"""``budgetlint: 忽略 BL501 原因…`` in a comment accepts the finding that it is attached to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from commenting import write_commented
from doubles import DEPARTMENT, FakeDisclosure, check, make_rule, messages
from hypothesis import given
from hypothesis import strategies as st
from linting import lint
from project import ROOT

from budgetlint.comments import MOST, Instruction, read_instruction
from budgetlint.document import NOWHERE, Anchor, Cell, Document, Paragraph, Position, Remark, Table
from budgetlint.finding import Observation
from budgetlint.location import Location
from budgetlint.report import Means
from budgetlint.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from doubles import Said

    from budgetlint.disclosure import Disclosure
    from budgetlint.report import FileReport

FAULTY = ROOT / "examples" / "faulty.docx"
PERSONNEL = "1181.04"  # the wrong amount of a sentence, a run of its own
OFFICE = "16.85"  # the wrong amount of a cell


# What a comment says


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("budgetlint: 忽略 BL501 尾差，经财政局核对", ("BL501",), "尾差，经财政局核对"),
        ("budgetlint：忽略 BL501 尾差", ("BL501",), "尾差"),
        (
            "ｂｕｄｇｅｔｌｉｎｔ：忽略　ＢＬ５０１　尾差（０．０１）",
            ("BL501",),
            "尾差（０．０１）",
        ),
        ("Budgetlint 忽略BL501尾差", ("BL501",), "尾差"),
        ("BudgetLint: ignore bl501 rounding", ("bl501",), "rounding"),
        ("budgetlint: 忽略 text-against-table：尾差", ("text-against-table",), "尾差"),
        ("budgetlint: 忽略 BL501，原因：尾差", ("BL501",), "尾差"),
        ("budgetlint: 忽略 BL501 理由 尾差", ("BL501",), "尾差"),
        ("budgetlint: 忽略：BL501、BL503 尾差", ("BL501", "BL503"), "尾差"),
        ("budgetlint: 忽略 BL501 BL503 尾差", ("BL501", "BL503"), "尾差"),
        ("budgetlint: 忽略 BL501-尾差", ("BL501",), "尾差"),
        ("  budgetlint: 忽略 BL501\n尾差\n已核对", ("BL501",), "尾差 已核对"),
        ("budgetlint: 忽略 BL501", ("BL501",), ""),
        ("budgetlint: 忽略 BL501 原因：", ("BL501",), ""),
        ("budgetlint: 忽略", (), ""),
        ("budgetlint: 这里请核对", (), ""),
    ],
)
def test_a_comment_is_read_however_it_is_typed(
    text: str, words: tuple[str, ...], reason: str
) -> None:
    assert read_instruction(text) == Instruction(words, reason)


@pytest.mark.parametrize(
    "text", ["请核对", "忽略 BL501 尾差", "见 budgetlint: 忽略 BL501 尾差", ""]
)
def test_a_comment_among_people_is_none_of_ours(text: str) -> None:
    assert read_instruction(text) is None


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    said = read_instruction("budgetlint：忽略 " + text)
    assert said is not None
    assert said.reason == " ".join(said.reason.split())


# Which findings it accepts


def at(position: Position, text: str = "", mark: str = "", message: str = "不一致") -> Observation:
    start = text.index(mark) if mark else 0
    place = Location(
        part=DEPARTMENT,
        position=position,
        text=text,
        mark=(start, start + len(mark)) if mark else None,
        key=f"{position.paragraph}/{position.row}/{position.col}/{mark}",
    )
    return Observation(message, place)


def paragraph(number: int) -> Paragraph:
    return Paragraph(f"第{number}段", (Anchor(0, Position(paragraph=number)),))


def table() -> Table:
    def cell(row: int, col: int) -> Cell:
        place = Position(table=1, row=row + 1, col=col + 1)
        return Cell(f"{row}-{col}", (Anchor(0, place),), row, col)

    rows = tuple(tuple(cell(row, col) for col in range(4)) for row in range(4))
    return Table(rows, rows[0][0].anchors)


BLOCKS = (paragraph(1), paragraph(2), table(), paragraph(3))


def commented(*remarks: Remark) -> FakeDisclosure:
    return FakeDisclosure(Document("docx", BLOCKS, remarks=remarks))


def comment(
    start: Position, end: Position = NOWHERE, about: str = "", text: str = "忽略 BL501 尾差"
) -> Remark:
    return Remark("comment", f"budgetlint: {text}", start, end, about)


def noticed(report: FileReport) -> list[str]:
    return [notice.message for notice in report.notices]


FORM = "应写成“budgetlint: 忽略 规则编号 原因”。"
UNUSED = "批注“budgetlint: 忽略 BL501 尾差”没有用到："
FIRST, SECOND = Position(page=1, paragraph=1), Position(page=1, paragraph=2)
CELL = Position(page=2, table=1, row=2, col=3)


@pytest.mark.parametrize("place", [SECOND, CELL])
def test_the_finding_at_its_place_is_accepted_with_its_reason(place: Position) -> None:
    report = check(make_rule(at(FIRST), at(place)), disclosure=commented(comment(place)))
    assert [finding.location.position for finding in report.findings] == [FIRST]
    [accepted] = report.suppressed
    assert accepted.finding.location.position == place
    assert (accepted.by, accepted.reason, accepted.until) == (Means.COMMENT, "尾差", None)
    assert report.notices == ()


def test_the_findings_of_other_rules_at_its_place_are_left() -> None:
    other = make_rule(at(SECOND, message="另一条"), code="BL503", name="other")
    report = check(make_rule(at(SECOND)), other, disclosure=commented(comment(SECOND)))
    assert messages(report) == ["另一条"]


def test_it_does_not_matter_on_which_page_of_a_paragraph_the_finding_is() -> None:
    later = Position(page=9, paragraph=2)
    assert check(make_rule(at(later)), disclosure=commented(comment(SECOND))).findings == ()


def test_a_comment_on_an_amount_accepts_this_amount_and_no_other_of_the_paragraph() -> None:
    text = "人员经费1181.04万元，公用经费81.04万元，车辆8辆"
    rule = make_rule(
        *(at(SECOND, text, mark) for mark in ("1181.04万元", "，公用经费81.04", "8辆"))
    )
    report = check(rule, disclosure=commented(comment(SECOND, SECOND, "81.04")))
    marks = [f.location.text[slice(*f.location.mark or ())] for f in report.findings]
    assert marks == ["1181.04万元", "8辆"]


def test_a_comment_on_a_word_accepts_what_is_found_in_its_paragraph() -> None:
    rule = make_rule(at(SECOND, "人员经费1181.04万元", "1181.04"))
    assert check(rule, disclosure=commented(comment(SECOND, SECOND, "人员"))).findings == ()


def test_a_comment_over_several_blocks_accepts_all_that_stands_in_them() -> None:
    rule = make_rule(at(FIRST), at(SECOND), at(CELL), at(Position(paragraph=3)))
    report = check(rule, disclosure=commented(comment(SECOND, CELL)))
    assert [f.location.position.paragraph for f in report.findings] == [1, 3]


def test_a_comment_over_several_cells_means_the_rectangle_between_them() -> None:
    cells = [Position(table=1, row=row, col=col) for row in range(1, 5) for col in range(1, 5)]
    report = check(
        make_rule(*map(at, cells)),
        disclosure=commented(
            comment(Position(table=1, row=1, col=2), Position(table=1, row=4, col=2))
        ),
    )
    assert [s.finding.location.position.col for s in report.suppressed] == [2, 2, 2, 2]


def test_a_finding_about_the_whole_document_is_not_accepted_by_a_comment_anywhere() -> None:
    report = check(make_rule(at(NOWHERE)), disclosure=commented(comment(FIRST)))
    assert len(report.findings) == 1
    assert noticed(report) == [f"{UNUSED}BL501 的结果说的是整份文档，请改用配置中的 [[suppress]]。"]


def test_a_comment_on_a_rule_that_crashed_is_not_called_unused() -> None:
    def crash(_disclosure: Disclosure, _options: Mapping[str, Any]) -> Iterator[Said]:
        raise RuntimeError

    report = check(make_rule(check=crash), disclosure=commented(comment(FIRST)))
    assert [finding.rule for finding in report.findings] == ["BL090"]
    assert report.notices == ()


def test_accepting_a_finding_changes_no_fingerprint_of_another() -> None:
    rule = make_rule(*[Observation("同处", Location(position=SECOND, key="k"))] * 3)
    plain, accepting = check(rule), check(rule, disclosure=commented(comment(FIRST)))
    assert [f.fingerprint for f in accepting.findings] == [f.fingerprint for f in plain.findings]


def test_what_is_not_shown_is_not_listed_as_accepted_and_its_comment_is_not_unused() -> None:
    settings = Settings(ignore=("BL501",))
    report = check(make_rule(at(SECOND)), disclosure=commented(comment(SECOND)), settings=settings)
    assert (report.findings, report.suppressed, report.notices) == ((), (), ())


# What is said of a comment that accepts nothing


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("忽略 BL501", f"没有写原因，{FORM}"),
        ("请看一下", f"没有写明规则，{FORM}"),
        ("忽略 BL510 尾差", "没有“BL510”这条规则。您是不是想写 BL501？"),
        ("忽略 BL090 尾差", "BL090（某条规则运行出错）不能忽略。"),
    ],
)
def test_a_comment_that_cannot_work_says_why_and_hides_nothing(text: str, sentence: str) -> None:
    disclosure = commented(comment(SECOND, text=text))
    report = check(make_rule(at(SECOND)), disclosure=disclosure)
    assert len(report.findings) == 1
    assert noticed(report) == [f"批注“budgetlint: {text}”不起作用：{sentence}"]
    assert report.notices[0].path == "预算.docx"


def test_a_comment_with_nothing_to_accept_may_be_deleted() -> None:
    report = check(make_rule(at(FIRST)), disclosure=commented(comment(SECOND, about="人员")))
    assert noticed(report) == [f"“人员”上的{UNUSED}所在处没有 BL501 的结果，可以删去。"]


def test_a_comment_on_a_related_place_is_told_where_it_belongs() -> None:
    elsewhere = Location(position=CELL)
    rule = make_rule(Observation("不一致", Location(position=SECOND, key="k"), (elsewhere,)))
    report = check(rule, disclosure=commented(comment(CELL)))
    assert len(report.findings) == 1
    assert noticed(report) == [
        f"{UNUSED}BL501 的结果只把这里列为相关位置，请把批注加在它的“位置”处。"
    ]


def test_a_comment_on_the_wrong_amount_of_a_paragraph_is_told_the_right_one() -> None:
    rule = make_rule(at(SECOND, "人员经费1181.04万元", "1181.04万元"))
    report = check(rule, disclosure=commented(comment(SECOND, SECOND, "135.27")))
    assert noticed(report) == [
        f"“135.27”上的{UNUSED}这一段中 BL501 的结果在“1181.04万元”处，请把批注加在那里。"
    ]


@pytest.mark.parametrize("place", [NOWHERE, Position(page=2), Position(paragraph=77)])
def test_a_comment_outside_the_text_is_told_so(place: Position) -> None:
    report = check(make_rule(at(SECOND)), disclosure=commented(comment(place)))
    assert len(report.findings) == 1
    assert noticed(report) == [
        f"{UNUSED}批注没有加在正文的段落或表格的单元格上；"  # noqa: ISC004
        "请加在有问题的文字上，或改用配置中的 [[suppress]]。"
    ]


def test_a_document_with_countless_comments_costs_no_more_than_some() -> None:
    report = check(make_rule(), disclosure=commented(*[comment(SECOND)] * (MOST + 5)))
    assert len(report.notices) == MOST + 1
    assert noticed(report)[0] == "文档中有 1005 条忽略批注，只处理了前 1000 条。"


# In a real document


def test_a_comment_in_word_accepts_exactly_the_finding_it_is_on(tmp_path: Path) -> None:
    before = lint(FAULTY)
    path = write_commented(
        FAULTY,
        tmp_path / "faulty.docx",
        (PERSONNEL, "budgetlint：忽略 BL501 尾差，经财政局核对"),
        (OFFICE, "budgetlint: ignore row-total 原因：按批复数列示"),
        ("七、政府采购", "请核对序号"),
    )
    report = lint(path)
    assert [(s.finding.rule, s.reason) for s in report.suppressed] == [
        ("BL301", "按批复数列示"),
        ("BL501", "尾差，经财政局核对"),
    ]
    # That one of the comments is open is said as well.
    left = {finding.fingerprint for finding in report.findings if finding.rule != "BL905"}
    accepted = {each.finding.fingerprint for each in report.suppressed}
    assert left | accepted == {finding.fingerprint for finding in before.findings}
    assert left.isdisjoint(accepted)
    assert report.notices == ()
