"""The table of contents against the body."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from disclosure.builders import document
from fictional.figures import Options
from fictional.model import build
from linting import FORMATS, lint_printed

from budgetlint.disclosure import understand
from budgetlint.disclosure.structure.listed import Listed, compare_contents

if TYPE_CHECKING:
    from pathlib import Path

    from fictional.layout import Entry

TITLES = (
    "部门职责及机构设置情况", "部门预算安排的总体情况", "机关运行经费安排情况",
    "财政拨款“三公”经费预算情况及增减变化原因", "预算绩效信息", "政府采购预算情况",
)  # fmt: skip
NUMBERS = "一二三四五六七"


def _numbered(titles: tuple[str, ...]) -> list[str]:
    return [f"{number}、{title}" for number, title in zip(NUMBERS, titles, strict=False)]


def compared(entries: list[str], titles: tuple[str, ...] = TITLES) -> Listed:
    body = "\n".join(f"{heading}\n本部门按规定办理。" for heading in _numbered(titles))
    text = "目录\n" + "\n".join(entries) + "\n" + body
    return compare_contents(understand(document(text)))


def test_contents_that_fit_are_held() -> None:
    listed = compared([f"{title}…{n}" for n, title in enumerate(_numbered(TITLES), 1)])
    assert listed == Listed(held=6)


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("一、单位职责及机构设置", "部门职责及机构设置情况"),
        ("一、青禾县农业农村局2024年部门职责及机构设置情况", "部门职责及机构设置情况"),
        ("一、部门职责（及机构设置）情况", "部门职责及机构设置情况"),
    ],
)
def test_wording_that_may_differ_is_no_difference(entry: str, title: str) -> None:
    entries = [entry, *_numbered(TITLES)[1:]]
    assert compared(entries, (title, *TITLES[1:])).different == ()


def test_a_title_in_two_lines_is_one() -> None:
    long = "财政拨款“三公”经费预算情况及"
    entries = [*_numbered(TITLES)[:3], f"四、{long}", "增减变化原因", *_numbered(TITLES)[4:]]
    assert compared(entries).absent == ()


@pytest.mark.parametrize("text", ["：本部门没有此项。", "。没有此项", "无", "本部门没有此项"])
def test_a_title_may_stand_before_the_text_of_its_section(text: str) -> None:
    listed = compared(_numbered(TITLES), (*TITLES[:3], TITLES[3] + text, *TITLES[4:]))
    assert listed == Listed(held=6)


def test_a_longer_title_of_the_same_number_is_the_one_that_is_meant() -> None:
    titles = (TITLES[0], "机构设置及决算单位构成", *TITLES[2:])
    entries = [*_numbered(TITLES)[:1], "二、机构设置", *_numbered(TITLES)[2:]]
    assert [(entry.title, title.title) for entry, title in compared(entries, titles).different] == [
        ("二、机构设置", "二、机构设置及决算单位构成")
    ]


def test_contents_that_name_only_the_chapter_leave_its_report_out() -> None:
    entries = ["第一部分 情况说明", *_numbered(TITLES), "第二部分 附件"]
    headings = ["第一部分 情况说明", *_numbered(TITLES), "第二部分 附件", "绩效自评报告"]
    report = ["一、基本情况", "（二）机构设置情况", "九、其他需要说明的事项"]
    body = "\n".join(f"{heading}\n本部门按规定办理。" for heading in (*headings, *report))
    text = "目录\n" + "\n".join(entries) + "\n" + body
    assert compare_contents(understand(document(text))) == Listed(held=8)


def test_contents_of_another_document_are_not_judged() -> None:
    listed = compared(_numbered(TITLES), ("工作总结", "工作计划", "工作要点", "会议纪要", "通知"))
    assert listed.held is None


def test_titles_of_both_parts_are_told_apart_by_their_order() -> None:
    entries = [*_numbered(TITLES), *_numbered(TITLES)]
    body = "\n".join(f"{heading}\n按规定办理。" for heading in _numbered(TITLES) * 2)
    listed = compare_contents(understand(document("目录\n" + "\n".join(entries) + "\n" + body)))
    assert listed.misplaced == ()


def _repaged(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    at = next(n for n, entry in enumerate(entries) if "名词解释" in entry.text)
    return (*entries[:at], replace(entries[at], page=2), *entries[at + 1 :])


@pytest.mark.parametrize("kind", FORMATS)
def test_a_page_smaller_than_the_one_before_is_found_in_every_format(
    kind: str, tmp_path: Path
) -> None:
    printed = replace(build(Options()), relist=_repaged)
    found = [f for f in lint_printed(printed, kind, tmp_path).findings if f.severity != "info"]
    [finding] = found
    assert (finding.rule, finding.actual) == ("BL134", "2")
    assert finding.message.startswith("目录中“八、名词解释”写在第2页，")


def test_a_pdf_knows_the_page_itself(tmp_path: Path) -> None:
    def one_less(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        at = next(n for n, e in enumerate(entries) if n and e.page - entries[n - 1].page > 1)
        return (*entries[:at], replace(entries[at], page=entries[at].page - 1), *entries[at + 1 :])

    printed = replace(build(Options()), relist=one_less)
    [finding] = [f for f in lint_printed(printed, "pdf", tmp_path).findings if f.rule == "BL134"]
    assert int(finding.expected or 0) == int(finding.actual or 0) + 1
    assert f"应在第{finding.expected}页" in finding.message
