"""The subjects: the form that all the data keeps, and how they are looked up."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.taxonomy.data import text_of
from budgetlint.taxonomy.subjects import (
    AXES,
    FIRST_YEAR,
    LAST_YEAR,
    Classification,
    CodeBook,
    Subject,
    Variant,
    classification,
    subject_key,
    subjects_in,
)

YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
COLUMNS = ["code", "name", "from", "to", "years", "confidence", "children", "source"]
SHAPES = {
    "function": r"2[0-9]{2}(?:[0-9]{2}){0,2}",
    "economic": r"3[0-9]{2}(?:[0-9]{2})?",
    "government-economic": r"5[0-9]{2}(?:[0-9]{2})?",
    "revenue": r"1[01][0-9](?:[0-9]{2}){0,3}",
    "procurement": r"[ABC](?:[0-9]{2}){0,5}",
}
SEEN = r"(?:document|list)(?:@[0-9]{4}(?:\+[0-9]{4})*)?"

every_axis = pytest.mark.parametrize("axis", AXES)


def table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text_of(f"subjects/{name}").splitlines()))


def rows_of(axis: str) -> list[dict[str, str]]:
    return table(AXES[axis])


# --- the form of the data -----------------------------------------------------------------------


@every_axis
def test_every_file_has_the_documented_columns(axis: str) -> None:
    assert text_of(f"subjects/{AXES[axis]}").splitlines()[0].split(",") == COLUMNS


@every_axis
def test_codes_have_the_shape_of_their_classification(axis: str) -> None:
    assert [r["code"] for r in rows_of(axis) if not re.fullmatch(SHAPES[axis], r["code"])] == []


@every_axis
def test_names_are_written_in_full_width_without_blanks(axis: str) -> None:
    odd = [r["name"] for r in rows_of(axis) if re.search(r"[\s()\"',;:.]|^$", r["name"])]
    assert odd == []


@every_axis
def test_every_subject_stands_under_a_known_one_in_each_of_its_years(axis: str) -> None:
    known = classification(axis)
    orphans = [
        (subject.code, subject.name, year)
        for subject in known.subjects
        for year in YEARS
        if subject.valid_in(year)
        and known.parent_of(subject)
        and not known.of(known.parent_of(subject), year)
    ]
    assert orphans == []


@every_axis
def test_bounds_lie_within_the_years_of_the_data_and_in_order(axis: str) -> None:
    """A first year of 2018 or earlier and a last year that is still running are left empty."""
    for row in rows_of(axis):
        first, last = row["from"], row["to"]
        assert not first or FIRST_YEAR < int(first) <= LAST_YEAR, row
        assert not last or FIRST_YEAR - 1 <= int(last) < LAST_YEAR, row
        assert not (first and last) or int(first) <= int(last), row


@every_axis
def test_how_sure_the_years_are_is_said_exactly_where_there_is_a_bound(axis: str) -> None:
    for row in rows_of(axis):
        bounded = bool(row["from"] or row["to"])
        assert row["years"] in (("sure", "about") if bounded else ("",)), row


@every_axis
def test_confidence_lies_between_nothing_and_certainty(axis: str) -> None:
    for row in rows_of(axis):
        assert re.fullmatch(r"0\.[0-9]{2}|1\.00", row["confidence"]), row


@every_axis
def test_the_source_is_knowledge_or_says_where_the_subject_was_printed(axis: str) -> None:
    for row in rows_of(axis):
        assert re.fullmatch(rf"knowledge|{SEEN}(?: {SEEN})*", row["source"]), row


@every_axis
def test_only_what_was_seen_printed_is_certain(axis: str) -> None:
    unseen = [r for r in rows_of(axis) if r["confidence"] == "1.00" and r["source"] == "knowledge"]
    assert unseen == []


@every_axis
def test_no_row_stands_twice(axis: str) -> None:
    keys = [(row["code"], row["name"], row["from"]) for row in rows_of(axis)]
    assert len(keys) == len(set(keys))


@every_axis
def test_rows_are_sorted_by_code_first_year_and_name(axis: str) -> None:
    keys = [(row["code"], row["from"], row["name"]) for row in rows_of(axis)]
    assert keys == sorted(keys)


@every_axis
def test_a_code_has_one_name_where_names_and_years_are_sure(axis: str) -> None:
    sure = defaultdict(list)
    for subject in classification(axis).subjects:
        if subject.sure and subject.sure_years:
            sure[subject.code].append(subject)
    clashes = [
        (a.code, a.name, b.name, year)
        for names in sure.values()
        for a, b in combinations(names, 2)
        for year in YEARS
        if a.valid_in(year) and b.valid_in(year)
    ]
    assert clashes == []


@every_axis
def test_the_rows_of_one_code_agree_whether_its_children_are_all_known(axis: str) -> None:
    said = defaultdict(set)
    for row in rows_of(axis):
        said[row["code"]].add(row["children"])
    assert {c: s for c, s in said.items() if s not in ({""}, {"complete"})} == {}


@every_axis
def test_what_is_complete_has_children(axis: str) -> None:
    known = classification(axis)
    complete = {row["code"] for row in rows_of(axis) if row["children"]}
    assert [code for code in sorted(complete) if not known.below(code)] == []


def test_variants_are_wordings_of_known_codes_and_no_official_names() -> None:
    for row in table("variants.csv"):
        official = classification(row["axis"]).of(row["code"])
        assert official, row
        assert subject_key(row["name"]) not in {subject_key(s.name) for s in official}, row
        assert row["verdict"] in ("accept", "prose", "note", "old", "wrong"), row


def test_variants_are_sorted_and_no_wording_is_judged_twice() -> None:
    keys = [(r["axis"], r["code"], r["name"]) for r in table("variants.csv")]
    assert keys == sorted(set(keys))


# --- facts that the data must keep --------------------------------------------------------------


@pytest.mark.parametrize(
    ("axis", "classes", "divisions"), [("economic", 10, 96), ("government-economic", 15, 60)]
)
def test_the_reform_of_2018_made_closed_lists(axis: str, classes: int, divisions: int) -> None:
    """《支出经济分类科目改革方案》: 10 类 96 款 for departments, 15 类 60 款 for governments."""
    known = classification(axis)
    codes = {subject.code for subject in known.subjects if subject.valid_in(2018)}
    tops = sorted(code for code in codes if len(code) == 3)
    assert (len(tops), len(codes) - len(tops)) == (classes, divisions)
    assert all(known.complete_below(code) for code in tops)


@pytest.mark.parametrize(
    ("code", "year", "name"),
    [
        ("21301", 2019, "农业"),
        ("21301", 2020, "农业农村"),
        ("21302", 2018, "林业"),
        ("21302", 2019, "林业和草原"),
        ("215", 2019, "资源勘探信息等支出"),
        ("215", 2020, "资源勘探工业信息等支出"),
        ("220", 2018, "国土海洋气象等支出"),
        ("220", 2019, "自然资源海洋气象等支出"),
        ("22201", 2020, "粮油事务"),
        ("22201", 2021, "粮油物资事务"),
        ("2299901", 2020, "其他支出"),
        ("2299999", 2021, "其他支出"),
    ],
)
def test_a_subject_has_the_name_of_its_year(code: str, year: int, name: str) -> None:
    assert [subject.name for subject in classification("function").of(code, year)] == [name]


@pytest.mark.parametrize(
    ("code", "year"), [("224", 2018), ("21605", 2019), ("2299901", 2021), ("2299999", 2020)]
)
def test_a_subject_is_not_there_before_or_after_its_years(code: str, year: int) -> None:
    known = classification("function")
    assert known.of(code)
    assert known.of(code, year) == ()


# --- looking subjects up ------------------------------------------------------------------------

SMALL = """\
code,name,from,to,years,confidence,children,source
213,农林水支出,,,,1.00,complete,document@2022
21301,农业,,2019,sure,0.95,,document@2018
21301,农业农村,2020,,sure,1.00,,list@2024
21303,水利,,,,0.80,,knowledge
2130316,农田水利,,2020,about,0.88,,knowledge
2130316,农村水利,2019,,about,0.92,,knowledge
"""


def small(*variants: Variant) -> Classification:
    return Classification("function", subjects_in(SMALL.splitlines()), variants)


def names(found: tuple[Subject, ...]) -> list[str]:
    return [subject.name for subject in found]


def test_a_row_becomes_a_subject() -> None:
    first, _, third, _, about, _ = small().subjects
    assert first == Subject("213", "农林水支出", complete=True, source="document@2022")
    assert (third.first, third.last, third.sure_years) == (2020, None, True)
    assert (about.sure_years, about.sure) == (False, False)


def test_a_code_is_looked_up_for_a_year() -> None:
    known = small()
    assert names(known.of("21301", 2019)) == ["农业"]
    assert names(known.of("21301", 2020)) == ["农业农村"]
    assert known.of("21302", 2020) == ()


def test_without_a_year_every_name_of_a_code_counts() -> None:
    assert names(small().of("21301")) == ["农业", "农业农村"]


def test_both_names_are_in_use_where_the_year_of_the_change_is_not_certain() -> None:
    known = small()
    assert names(known.of("2130316", 2018)) == ["农田水利"]
    assert names(known.of("2130316", 2019)) == ["农田水利", "农村水利"]
    assert names(known.of("2130316", 2021)) == ["农村水利"]


def test_a_name_is_found_for_a_year_however_it_is_spelt() -> None:
    known = small()
    assert [s.code for s in known.named("农 业\n农村", 2024)] == ["21301"]
    assert known.named("农业农村", 2019) == ()


@pytest.mark.parametrize(
    ("printed", "official"),
    [
        ("维修(护)费", "维修（护）费"),
        ("三西农业建设专项补助", "“三西”农业建设专项补助"),
        ("其它支出", "其他支出"),
        ("因公出国 （境）\n费用", "因公出国（境）费用"),
    ],
)
def test_spelling_without_meaning_makes_no_other_name(printed: str, official: str) -> None:
    assert subject_key(printed) == subject_key(official)


def test_a_variant_is_known_for_its_own_code_only() -> None:
    variant = Variant("21301", "农业（农村）", "note")
    known = small(variant)
    assert known.variant("21301", "农业(农村)") == variant
    assert known.variant("21303", "农业(农村)") is None


def test_the_subjects_below_a_code_are_those_of_the_year() -> None:
    known = small()
    assert names(known.below("213", 2019)) == ["农业", "水利"]
    assert names(known.below("213", 2020)) == ["农业农村", "水利"]
    assert names(known.below("")) == ["农林水支出"]


def test_only_a_complete_list_can_prove_that_a_code_does_not_exist() -> None:
    known = small()
    assert known.complete_below("")
    assert known.complete_below("213")
    assert not known.complete_below("21301")
    assert not known.complete_below("999")


def test_the_users_own_subjects_are_added_and_marked() -> None:
    known = small()
    more = known.extended([Subject("2130388", "灌区改造", source="本地")])
    assert [(s.name, s.local) for s in more.of("2130388", 2024)] == [("灌区改造", True)]
    assert names(more.below("21303", 2024)) == ["农村水利", "灌区改造"]
    assert known.of("2130388") == ()


@pytest.mark.parametrize(
    ("code", "parent"),
    [
        ("A", ""),
        ("A02", "A"),
        ("A020204", "A0202"),
        ("A0201060102", "A02010601"),
        ("A00000000", ""),
        ("A02000000", "A00000000"),
        ("A02100000", "A02000000"),
        ("A02020000", "A02000000"),
        ("A02021000", "A02020000"),
        ("A02021003", "A02021000"),
    ],
)
def test_a_procurement_code_stands_under_one_of_the_shape_of_its_edition(
    code: str, parent: str
) -> None:
    assert classification("procurement").parent_code(code) == parent


def test_a_nine_character_procurement_item_of_2013_stands_under_its_shorter_parent() -> None:
    known = classification("procurement")
    assert "台式计算机" in names(known.below("A020101", 2021))
    assert "台式计算机" not in names(known.below("A020101", 2026))
    assert "台式计算机" in names(known.below("A02010100", 2026))


def test_a_code_book_adds_the_users_subjects_to_their_classification_only() -> None:
    book = CodeBook([("function", Subject("2130388", "灌区改造"))])
    assert names(book["function"].of("2130388")) == ["灌区改造"]
    assert book["function"] is book["function"]
    assert book["economic"] is classification("economic")
    assert classification("function").of("2130388") == ()


# --- properties ---------------------------------------------------------------------------------

ALL = [(axis, subject) for axis in AXES for subject in classification(axis).subjects]
BLANKS = st.sampled_from(["", "", "", " ", "\n", "\u3000"])


@given(st.sampled_from(ALL), st.sampled_from([None, *YEARS]))
def test_a_subject_is_found_by_code_and_by_name_exactly_in_its_years(
    entry: tuple[str, Subject], year: int | None
) -> None:
    axis, subject = entry
    known = classification(axis)
    valid = subject.valid_in(year)
    assert (subject in known.of(subject.code, year)) is valid
    assert (subject in known.named(subject.name, year)) is valid
    assert (subject in known.below(known.parent_of(subject), year)) is valid


@given(st.sampled_from(ALL), st.data())
def test_a_name_wrapped_anywhere_and_in_half_width_is_still_the_name(
    entry: tuple[str, Subject], data: st.DataObject
) -> None:
    axis, subject = entry
    half = subject.name.translate(str.maketrans("（）“”", '()""'))
    wrapped = "".join(char + data.draw(BLANKS) for char in half)
    assert subject in classification(axis).named(wrapped)


@given(st.sampled_from(ALL))
def test_going_up_from_any_subject_ends_at_a_class(entry: tuple[str, Subject]) -> None:
    axis, subject = entry
    known = classification(axis)
    steps, code = 0, known.parent_of(subject)
    while code:
        steps, code = steps + 1, known.parent_code(code)
    assert steps <= 5
