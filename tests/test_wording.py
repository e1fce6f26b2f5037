"""How excerpts are cut and marked, and how lines are broken."""

from __future__ import annotations

import pytest
from doubles import SENTENCE
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.location import Location
from budgetlint.reporters.wording import excerpt, printable
from budgetlint.reporters.wrapping import break_lines, width

# Excerpts


@pytest.mark.parametrize(
    ("text", "mark", "plain"),
    [
        (SENTENCE, (19, 25), "基本支出373.37万元，其中人员经费【347.37】万元，公用经费26.01万元。"),
        ("见【注】1", (4, 5), "见【注】〔1〕"),
        ("缺少单位", (4, 4), "缺少单位【】"),
        ("短", (0, 99), "【短】"),
    ],
)
def test_a_plain_mark_uses_brackets_that_the_text_does_not(
    text: str, mark: tuple[int, int], plain: str
) -> None:
    assert excerpt(Location(text=text, mark=mark), 96).plain == plain


@given(
    st.text(st.sampled_from("甲1.，【】 "), max_size=200),
    st.integers(0, 220),
    st.integers(0, 30),
    st.integers(1, 60),
)
def test_an_excerpt_holds_the_whole_mark_and_says_where_it_was_cut(
    text: str, start: int, length: int, limit: int
) -> None:
    found = excerpt(Location(text=text, mark=(start, start + length)), limit)
    assert found.wrong == text[start : start + length]
    kept = (found.before + found.wrong + found.after).replace("……", "")
    assert kept in text
    assert len(kept) <= max(limit, len(found.wrong))
    if len(text.strip()) <= limit and len(text) <= limit:
        assert "……" not in found.before + found.after


def test_printable_text_is_one_line_without_control() -> None:
    assert printable("a\tb\nc\x07\x9bd\u2066e") == "a b c\ufffd\ufffdde"


# Breaking lines


def lines(text: str, columns: int) -> list[str]:
    return [text[start:end] for start, end in break_lines(text, columns)]


def test_amounts_stay_whole_and_punctuation_stays_with_its_word() -> None:
    assert lines("人员经费347.36万元，公用经费（不含）26.01万元。", 16) == [
        "人员经费",
        "347.36万元，公用",
        "经费（不含）",
        "26.01万元。",
    ]


def test_english_words_stay_whole_and_no_line_begins_with_a_blank() -> None:
    assert lines("The unit's name is written (.json, .sarif)", 20) == [
        "The unit's name is",
        "written (.json,",
        ".sarif)",
    ]


@given(st.text(st.sampled_from("汉字，。（）347.36万元 abc›"), max_size=120), st.integers(20, 60))
def test_breaking_loses_nothing_but_blanks_and_keeps_to_the_width(text: str, columns: int) -> None:
    found = lines(text, columns)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= columns for line in found)
    assert not any(line.startswith(" ") for line in found[1:])


def test_han_characters_take_two_columns_and_combining_signs_none() -> None:
    assert width("表6a") == 4
    assert width("e\u0301") == 1
