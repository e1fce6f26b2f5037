"""Looking subjects up: what a number, a part of one and words find."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.subject_search import nearest_entries, search, split_year
from budgetlint.taxonomy.subjects import (
    AXES,
    CodeBook,
    Subject,
    classification,
    subject_key,
    words_meant,
)

BOOK = CodeBook()
EVERY = [subject for axis in AXES for subject in classification(axis).subjects]


def _found(*terms: str, year: int | None = None, axis: str | None = None) -> list[str]:
    axes = [axis] if axis else list(AXES)
    return [entry.code for entry in search(BOOK, terms, year=year, axes=axes).entries]


@given(st.sampled_from(EVERY))
def test_every_subject_is_found_by_its_code_and_by_its_name(subject: Subject) -> None:
    assert subject.code in _found(subject.code)
    assert subject.code in _found(subject.name)


def test_a_code_finds_just_itself() -> None:
    assert _found("2080505") == ["2080505"]


@pytest.mark.parametrize("written", ["２０８０５０５", "208-05-05", "208.05.05", " 2080505 "])
def test_a_code_may_be_written_in_other_ways(written: str) -> None:
    assert _found(written) == ["2080505"]


def test_several_codes_find_each_of_them() -> None:
    assert _found("30113", "2080505") == ["2080505", "30113"]


def test_the_beginning_of_a_code_finds_all_that_begin_with_it() -> None:
    found = _found("2080", axis="function")
    assert "20805" in found
    assert all(code.startswith("2080") for code in found)


def test_words_must_all_fit_but_may_stand_in_the_names_above() -> None:
    assert "2010101" in _found("人大", "行政运行")
    assert "2010201" not in _found("人大", "行政运行")


def test_words_that_stand_only_above_find_nothing_below() -> None:
    found = _found("人大事务", axis="function")
    assert "20101" in found
    assert "2010101" not in found


def test_words_after_a_number_search_below_it() -> None:
    found = _found("208", "养老", axis="function")
    assert "2080505" in found
    assert all(code.startswith("208") for code in found)


def test_a_whole_name_comes_before_names_that_contain_it() -> None:
    assert _found("培训费", axis="economic")[0] == "30216"


def test_a_common_mistake_finds_what_was_meant() -> None:
    assert _found("维修费", axis="economic") == ["30213"]


def test_an_old_name_is_found_and_the_entry_has_both() -> None:
    (entry, *_) = search(BOOK, ["行政事业单位离退休"], year=2021, axes=["function"]).entries
    assert entry.code == "20805"
    assert entry.name(2019) == "行政事业单位离退休"
    assert entry.name(2021) == "行政事业单位养老支出"
    assert entry.name() == "行政事业单位养老支出"


def test_what_is_not_in_use_in_the_year_is_kept_apart() -> None:
    answer = search(BOOK, ["2080504"], year=2022)
    assert answer.entries == ()
    assert [entry.code for entry in answer.out_of_use] == ["2080504"]


def test_an_unknown_number_leads_to_its_nearest_parent() -> None:
    answer = search(BOOK, ["2080515"])
    assert [(miss.number, miss.parent) for miss in answer.misses] == [("2080515", "20805")]
    assert not answer.is_empty


def test_a_number_that_is_nowhere_near_a_code_finds_nothing() -> None:
    assert search(BOOK, ["999"]).is_empty


def test_a_code_knows_what_stands_above_it() -> None:
    (entry,) = search(BOOK, ["2080505"]).entries
    assert entry.parents == ("208", "20805")


def test_a_misspelt_name_has_near_ones() -> None:
    near = nearest_entries(BOOK, ["机关事业单位基本养老保险交费支出"], axes=["function"])
    assert near[0].code == "2080505"


def test_the_users_own_subjects_are_found_too() -> None:
    book = CodeBook([("function", Subject("2010177", "青禾镇专项"))])
    (entry,) = search(book, ["青禾镇"]).entries
    assert entry.code == "2010177"
    assert entry.subject().local


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("低保",), "20819"),
        (("幼儿园",), "2050201"),
        (("车补",), "30239"),
        (("医保",), "2101101"),
        (("三公",), "30217"),
        (("社保",), "30108"),
        (("退役军人", "低保"), None),
    ],
)
def test_words_that_people_use_find_what_they_mean(
    words: tuple[str, ...], code: str | None
) -> None:
    assert (code in _found(*words)) if code else _found(*words) == []


def test_every_meaning_of_such_a_word_occurs_in_a_name() -> None:
    names = {subject_key(subject.name) for subject in EVERY}
    meanings = {(word, each) for word, means in words_meant().items() for each in means}
    assert {m for m in meanings if not any(m[1] in name for name in names)} == set()


def test_a_code_may_be_written_in_its_parts() -> None:
    assert _found("208", "05", "05") == ["2080505"]
    assert _found("201", "03") == ["20103"]


@pytest.mark.parametrize("written", ["2019", "2019年", "２０１９年度"])
def test_a_year_beside_other_terms_is_the_fiscal_year(written: str) -> None:
    assert split_year(["住房公积金", written]) == (("住房公积金",), 2019)


def test_a_year_alone_is_the_beginning_of_codes() -> None:
    assert split_year(["2019"]) == (("2019",), None)
    assert "20199" in _found("2019")


def test_the_class_of_a_name_comes_first() -> None:
    assert _found("卫生健康")[0] == "210"
