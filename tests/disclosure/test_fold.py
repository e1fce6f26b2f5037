"""Folding texts for comparison, and the way back to the printed characters."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from budgetlint.fold import fold, fold_with_offsets, tidy

PRINTED = st.text(
    st.one_of(
        st.sampled_from(
            list(' \t\n\u3000\u00a0“”"（）()０１９ＡＺａ％：，．。、…三公经费合计①㎡㈠')
        ),
        st.characters(min_codepoint=0x20, max_codepoint=0xD7FF),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("项 目", "项目"),
        ("合\u3000计\u00a0\t数\n", "合计数"),
        ("“三公”经费", "三公经费"),
        ('"三公"经费', "三公经费"),
        ("‘三公’经费", "三公经费"),
        ("**合计**", "合计"),
        ("因公出国（境）费", "因公出国(境)费"),
        ("因公出国﹝境〕费", "因公出国(境)费"),
        ("１２３．４５％", "123.45%"),
        ("１２﹪", "12%"),
        ("单位：万元，", "单位:万元,"),
        ("ＡＢc", "ABc"),
        ("\ufeff序\u200b号\u00ad", "序号"),
        ("一、二。", "一、二。"),
        ("", ""),
    ],
)
def test_blanks_and_quotes_go_and_full_width_forms_become_half_width(
    text: str, folded: str
) -> None:
    assert fold(text) == folded


@given(PRINTED)
def test_folding_with_offsets_folds_the_same(text: str) -> None:
    assert fold_with_offsets(text).text == fold(text)


@given(PRINTED)
def test_folding_leaves_no_blank(text: str) -> None:
    assert not any(char.isspace() for char in fold(text))


@given(PRINTED, PRINTED)
def test_folding_goes_character_by_character(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


@given(PRINTED)
def test_every_offset_leads_back_to_the_character_it_came_from(text: str) -> None:
    folded = fold_with_offsets(text)
    assert len(folded.offsets) == len(folded.text)
    assert list(folded.offsets) == sorted(folded.offsets)
    for char, offset in zip(folded.text, folded.offsets, strict=True):
        assert char in fold(text[offset])


@given(PRINTED, st.data())
def test_a_slice_of_the_folded_text_leads_back_to_what_was_printed(
    text: str, data: st.DataObject
) -> None:
    folded = fold_with_offsets(text)
    assume(folded.text)
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.original(start, end)
    assert 0 <= first < last <= len(text)
    assert folded.text[start:end] in fold(text[first:last])
    assert fold(text[first]) != ""
    assert fold(text[last - 1]) != ""


def test_the_original_of_a_name_keeps_its_blanks_and_quotes() -> None:
    text = "其中：“三 公”经费 5万元"
    folded = fold_with_offsets(text)
    at = folded.text.index("三公经费")
    first, last = folded.original(at, at + 4)
    assert text[first:last] == "三 公”经费"


def test_a_character_that_unfolds_to_several_leads_back_to_itself() -> None:
    folded = fold_with_offsets("约㎡")
    assert folded.text == "约m2"
    assert folded.offsets == (0, 1, 1)
    assert folded.original(2, 3) == (1, 2)


def test_an_empty_slice_at_the_end_leads_to_the_end_of_what_was_printed() -> None:
    assert fold_with_offsets("㎡").original(2, 2) == (1, 1)
    start, end = fold_with_offsets("合 计 ").original(2, 2)
    assert 3 <= start <= end <= 4


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("其他退役安置 支出", "其他退役安置支出"),
        ("  科目\n名称 ", "科目名称"),
        ("3440300 0.00", "34403000.00"),
        ("208099 9", "2080999"),
        ("OA system", "OA system"),
        ("新建 OA 系统", "新建OA系统"),
        ("“三公”　经费（境）", "“三公”经费（境）"),
        ("   ", ""),
        ("", ""),
    ],
)
def test_tidy_removes_wrapping_blanks_and_keeps_those_between_words(text: str, tidied: str) -> None:
    assert tidy(text) == tidied


@given(PRINTED)
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(PRINTED)
def test_tidy_only_removes_blanks(text: str) -> None:
    assert "".join(tidy(text).split()) == "".join(text.split())
