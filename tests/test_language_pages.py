"""The English pages: every entry has one, with the sections and the examples of the Chinese one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from budgetlint import lang
from budgetlint.catalogue import catalogue
from budgetlint.cli import run

if TYPE_CHECKING:
    from budgetlint.entries import Entry

OWN = [entry for entry in catalogue() if entry.is_own]
ENGLISH = {
    "检查什么": "What it checks",
    "为什么": "Why",
    "错误示例": "Wrong example",
    "正确示例": "Right example",
    "何时可以忽略": "When to ignore it",
    "依据": "Source",
    "含义": "Meaning",
    "怎么办": "What to do",
}
EXAMPLES = ("Wrong example", "Right example")
HAN = re.compile(r"[\u3000-\u303f\u4e00-\u9fff]+")
QUOTED = re.compile(r"“[^“”]*”|《[^《》]*》")

of_every_entry = pytest.mark.parametrize("entry", OWN, ids=lambda entry: entry.code)


def _page(entry: Entry) -> str:
    """The English page as it stands in its file."""
    with lang.speaking("en"):
        page = lang.page(entry.code)
    assert page is not None, f"{entry.code} has no English page"
    return page


def _sections(page: str) -> dict[str, str]:
    """What stands below each heading."""
    _, *pieces = re.split(r"(?m)^## (.+)\n", page)
    return dict(zip(pieces[::2], (text.strip() for text in pieces[1::2]), strict=True))


@of_every_entry
def test_an_english_page_begins_with_a_title_without_the_code(entry: Entry) -> None:
    title, blank, *_ = _page(entry).split("\n")
    assert title.strip() == title != ""
    assert entry.code not in title
    assert not title.endswith(".")
    assert blank == ""


@of_every_entry
def test_an_english_page_has_the_headings_of_the_chinese_one(entry: Entry) -> None:
    chinese = [ENGLISH[heading] for heading in _sections(entry.page)]
    assert list(_sections(_page(entry))) == chinese


@of_every_entry
def test_only_the_examples_are_left_to_the_chinese_page(entry: Entry) -> None:
    empty = [heading for heading, text in _sections(_page(entry)).items() if not text]
    assert empty == [heading for heading in EXAMPLES if heading in _sections(_page(entry))]


@of_every_entry
def test_chinese_is_only_quoted(entry: Entry) -> None:
    assert HAN.findall(QUOTED.sub("", _page(entry))) == []


@of_every_entry
def test_an_english_page_is_shown_with_the_same_examples(entry: Entry) -> None:
    chinese = _sections(entry.page)
    with lang.speaking("en"):
        shown = _sections(entry.shown_page)
    for own, heading in ENGLISH.items():
        if heading in EXAMPLES and own in chinese:
            assert shown[heading] == chinese[own]


@of_every_entry
def test_an_english_page_names_the_rules_that_the_chinese_one_names(entry: Entry) -> None:
    body = entry.page.partition("\n")[2]
    assert set(re.findall(r"BL[0-9]{3}", _page(entry))) == set(re.findall(r"BL[0-9]{3}", body))


def test_explain_prints_the_english_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "BL501", "--lang", "en"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("BL501 text-table: An amount of the narrative disagrees with")
    assert [h for h in re.findall(r"(?m)^## (.+)$", shown) if h in ENGLISH.values()] == [
        "What it checks",
        "Why",
        "Wrong example",
        "Right example",
        "When to ignore it",
        "Source",
    ]
    assert "2024年安排基本支出80.10万元。" in _sections(shown)["Wrong example"]
    assert "2024年安排基本支出80万元。" in _sections(shown)["Right example"]


def test_the_list_of_rules_has_english_titles(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "--lang", "en"]) == 0
    listing = capsys.readouterr().out
    assert [
        entry.code for entry in OWN if f"  {_page(entry).splitlines()[0]}\n" not in listing
    ] == []
