"""The order of findings, and how they are recognised again in the next run."""

from __future__ import annotations

import random

from doubles import FakeDisclosure, check, make_rule, messages, observation

from budgetlint.document import Anchor, Cell, Document, Paragraph, Position, Table
from budgetlint.finding import Severity


def paragraph(number: int) -> Paragraph:
    return Paragraph("文", anchors=(Anchor(0, Position(paragraph=number)),))


def table(number: int) -> Table:
    anchor = Anchor(0, Position(table=number, row=1, col=1))
    return Table(rows=((Cell("1", anchors=(anchor,)),),), anchors=(anchor,))


def test_findings_follow_the_document_also_where_tables_and_paragraphs_are_counted_apart() -> None:
    document = Document("docx", (paragraph(1), table(1), paragraph(2), table(2)))
    said = [
        observation("第二张表第2行", position=Position(table=2, row=2, col=1)),
        observation("第二张表第1行", position=Position(table=2, row=1, col=3)),
        observation("第二段", position=Position(paragraph=2)),
        observation("第一张表", position=Position(table=1, row=9, col=1)),
        observation("第一段", position=Position(paragraph=1)),
        observation("全文", position=Position()),
    ]
    report = check(make_rule(*said), disclosure=FakeDisclosure(document))
    assert messages(report) == [
        "全文",
        "第一段",
        "第一张表",
        "第二段",
        "第二张表第1行",
        "第二张表第2行",
    ]


def test_in_a_text_file_lines_and_columns_tell_the_order() -> None:
    said = [
        observation("第10行", position=Position(line=10, column=1)),
        observation("第9行第20列", position=Position(line=9, column=20)),
        observation("第9行第3列", position=Position(line=9, column=3)),
    ]
    assert messages(check(make_rule(*said))) == ["第9行第3列", "第9行第20列", "第10行"]


def test_at_one_place_findings_are_sorted_by_code() -> None:
    report = check(
        make_rule(observation("b"), code="BL502", name="b"),
        make_rule(observation("a"), code="BL201", name="a"),
    )
    assert [finding.rule for finding in report.findings] == ["BL201", "BL502"]


def test_order_and_fingerprints_do_not_depend_on_the_order_in_which_a_rule_speaks() -> None:
    said = [
        observation(f"第{line}行", position=Position(line=line, column=line % 3))
        for line in range(1, 30)
    ]
    shuffled = said[:]
    random.Random(7).shuffle(shuffled)  # noqa: S311 (only mixes)
    straight, mixed = check(make_rule(*said)), check(make_rule(*shuffled))
    assert messages(straight) == messages(mixed)
    assert [f.fingerprint for f in straight.findings] == [f.fingerprint for f in mixed.findings]


def test_repeated_defects_of_one_place_are_told_apart_by_their_occurrence() -> None:
    prints = [
        f.fingerprint
        for f in check(
            make_rule(
                observation("a", position=Position(line=1)),
                observation("b", position=Position(line=2)),
                observation("c", position=Position(line=3), subject="x"),
                observation("d", position=Position(line=4), key="t7/total"),
            )
        ).findings
    ]
    assert len(set(prints)) == 4
    assert all(len(each) == 64 for each in prints)


def test_a_fingerprint_survives_another_page_line_value_severity_and_message() -> None:
    before = check(make_rule(observation("347.37 与 347.36", position=Position(page=3, line=8))))
    after = check(
        make_rule(
            observation("1.00 与 2.00", position=Position(page=9, line=99)),
            severity=Severity.WARNING,
        )
    )
    assert before.findings[0].fingerprint == after.findings[0].fingerprint
