"""The data files: what they name must exist, and what they say must be unambiguous."""

from __future__ import annotations

import csv
import re
from dataclasses import fields, is_dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from disclosure.builders import header_of, hebei
from fictional.final_headers import FORMS
from fictional.final_headers import NATIONAL as NATIONAL_HEADERS

from budgetlint import taxonomy
from budgetlint.disclosure.diagnosis.relations import Kind
from budgetlint.disclosure.tables.cells import LEAF_LENGTH
from budgetlint.finding import Severity
from budgetlint.fold import fold
from budgetlint.taxonomy import (
    ChapterSpec,
    ColumnSpec,
    OtherTable,
    RelationSpec,
    RowSpec,
    SectionSpec,
    StatementSpec,
    Template,
    class_codes,
    row_specs,
    template,
    templates,
)
from budgetlint.taxonomy.budget import ConceptSpec, NarrativeSpec, SumSpec, narrative
from budgetlint.taxonomy.data import Expression, tables_of
from budgetlint.taxonomy.final import final_narrative
from budgetlint.taxonomy.purchases import purchases
from budgetlint.taxonomy.rates import BaseSpec, percentages
from budgetlint.taxonomy.years import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

SELECTOR = re.compile(r"(?P<statement>[\w-]+):(?P<row>[^@]+)@(?P<column>.+)")
DATA = [
    f"{folder}{each.name}"
    for folder in ("", "templates/")
    for each in files(taxonomy).joinpath(folder).iterdir()
    if each.name.endswith(".toml")
]
TEMPLATES = pytest.mark.parametrize("template", templates(), ids=lambda t: t.id)
RELATIONS = [
    pytest.param(t, spec, id=f"{t.id}-{n}")
    for t in templates()
    for n, spec in enumerate(t.relations)
]


def statement_of(template: Template, name: str) -> StatementSpec:
    bought = (kind.spec for kind in purchases().tables)
    known = (*template.statements, *template.comparisons, *bought)
    return next(spec for spec in known if spec.id == name)


def rows_of(statement: StatementSpec, column: str) -> set[str]:
    """What may stand as a row in a selector for ``column``."""
    if statement.id in {kind.spec.id for kind in purchases().tables}:
        return {"total", *purchases().rows}
    if "code" in statement.rows:
        sums = row_specs(statement.rows["name"]) if "name" in statement.rows else ()
        codes = {f"{code}" for code in range(200, 400)}
        if statement.rows["code"] == "economic":
            codes |= {f"{code}" for code in range(30101, 39999)}
        return {"total", "{code}", "{class}"} | codes | {spec.id for spec in sums}
    specs = row_specs(statement.rows[statement.column(column).of or ""])
    named = {spec.id for spec in specs if not spec.classes}
    groups = {spec.lines for spec in specs if spec.lines}
    return named | groups | ({"{class}"} if any(spec.classes for spec in specs) else set())


def check_selector(template: Template, selector: str) -> None:
    """That the statement has the column, and the column's rows the row."""
    match = SELECTOR.fullmatch(selector)
    assert match, selector
    statement = statement_of(template, match["statement"])
    assert match["column"] in {c.role for c in statement.columns if c.kind == "amount"}, selector
    assert match["row"] in rows_of(statement, match["column"]), selector


# ------------------------------------------------------------------ relations
@pytest.mark.parametrize(("template", "spec"), RELATIONS)
def test_a_relation_names_known_statements_rows_and_columns(
    template: Template, spec: RelationSpec
) -> None:
    kind = Kind(spec.kind)
    assert spec.severity in ("error", "warning")
    if kind in (Kind.ROW, Kind.PERCENTAGE):
        roles = {c.role for c in statement_of(template, spec.statement).columns}
        assert {spec.total, *spec.parts, *spec.less} <= roles
        assert len(spec.parts) + len(spec.less) >= 2
        return
    if kind is Kind.HIERARCHY:
        assert spec.statements
        for name in spec.statements:
            assert "code" in statement_of(template, name).rows
        return
    assert spec.parts
    for each in spec.each or ("",):
        for selector in (spec.total, *spec.parts, *spec.needs_all, *spec.needs_none,
                         *spec.when_zero):  # fmt: skip
            check_selector(template, selector.replace("{each}", each))


@pytest.mark.parametrize(("template", "spec"), RELATIONS)
def test_a_relation_uses_every_name_that_it_runs_through(
    template: Template, spec: RelationSpec
) -> None:
    del template
    assert bool(spec.each) == ("{each}" in spec.total)
    assert spec.total not in spec.parts
    assert len(set(spec.parts)) == len(spec.parts)


@TEMPLATES
def test_every_table_by_codes_has_a_hierarchy(template: Template) -> None:
    covered = {name for spec in template.relations for name in spec.statements}
    assert covered == {s.id for s in template.statements if "code" in s.rows}


# ------------------------------------------------------------------ templates
@TEMPLATES
def test_sections_and_statements_are_numbered_through_and_named_once(template: Template) -> None:
    for specs in (template.sections, template.statements):
        assert [spec.number for spec in specs] == list(range(1, len(specs) + 1))
        assert len({spec.id for spec in specs}) == len(specs)


@TEMPLATES
def test_every_title_is_matched_by_its_own_patterns_and_by_no_other(template: Template) -> None:
    titles = {s.title: s.pattern for s in template.sections}
    titles |= {s.title: s.pattern for s in template.statements}
    assert len(titles) == len(template.sections) + len(template.statements)
    for title in titles:
        found = [other for other, pattern in titles.items() if pattern.fullmatch(fold(title))]
        assert found == [title]


@TEMPLATES
def test_columns_belong_to_a_label_column_and_have_roles_of_their_own(template: Template) -> None:
    for statement in template.statements:
        roles = [column.role for column in statement.columns]
        assert len(set(roles)) == len(roles)
        assert {c.kind for c in statement.columns} <= {"serial", "label", "code", "amount"}
        assert {c.of for c in statement.columns if c.of} <= set(statement.rows)
        if "code" not in statement.rows:
            assert all(c.of for c in statement.columns if c.kind == "amount")


@TEMPLATES
def test_a_statement_refers_to_a_row_vocabulary_that_exists(template: Template) -> None:
    for statement in template.statements:
        for role, vocabulary in statement.rows.items():
            assert role in {column.role for column in statement.columns}
            if role == "code":
                assert vocabulary in ("function", "economic")
            else:
                assert row_specs(vocabulary)


def test_the_printed_headers_are_matched_by_the_columns() -> None:
    for statement in hebei().statements:
        columns = [column for column in statement.columns if not column.optional]
        for label, column in zip(header_of(statement.id), columns, strict=True):
            assert column.pattern.fullmatch(fold(label)), (statement.id, label)


FORMS_OF_FINAL_ACCOUNTS = [
    (form, statement) for form in ("national", "shanghai") for statement in NATIONAL_HEADERS
]


@pytest.mark.parametrize(("form", "statement"), FORMS_OF_FINAL_ACCOUNTS)
def test_the_headers_of_final_accounts_name_columns_rows_or_groups(
    form: str, statement: str
) -> None:
    spec = statement_of(template("national-final"), statement)
    groups = {
        "项目",
        "收入",
        "支出",
        "本年支出",
        "小计",
        "人员经费",
        "公用经费",
        "财政拨款三公经费",
    }
    for header in FORMS[form].headers[statement]:
        for cell in header:
            label = fold(cell.text)
            named = any(column.pattern.fullmatch(label) for column in spec.columns)
            rows = [
                s for s in row_specs("three-public") if s.pattern and s.pattern.fullmatch(label)
            ]
            assert named or label in groups or rows, label


@TEMPLATES
def test_chapters_are_neither_tables_nor_sections(template: Template) -> None:
    titles = [s.title for s in template.sections] + [s.title for s in template.statements]
    for chapter in template.chapters:
        assert not [title for title in titles if chapter.pattern.fullmatch(fold(title))]


def test_what_template_demands_is_a_severity_or_nothing() -> None:
    levels = {"", *(severity.value for severity in Severity)}
    for each in templates():
        assert {spec.required for spec in each.sections} <= levels
        assert {spec.required for spec in each.statements} <= levels
        required = [s for s in each.sections if s.required and each.running]
        assert all(spec.mention or spec.id == "glossary" for spec in required)


# ------------------------------------------------------------------ rows
@pytest.mark.parametrize(
    "vocabulary", ["summary-income", "summary-expenditure", "three-public", "basic-sums"]
)
def test_the_name_of_a_row_is_one_of_its_labels(vocabulary: str) -> None:
    for spec in row_specs(vocabulary):
        if spec.pattern and not spec.counts:
            assert spec.pattern.fullmatch(fold(spec.name)), spec.id


def vocabularies() -> list[str]:
    return sorted({v for t in templates() for s in t.statements for k, v in s.rows.items()
                   if k != "code"})  # fmt: skip


@pytest.mark.parametrize("vocabulary", vocabularies())
def test_rows_are_named_once_and_depend_on_rows_of_the_same_vocabulary(vocabulary: str) -> None:
    specs = row_specs(vocabulary)
    ids = [spec.id for spec in specs]
    assert len(set(ids)) == len(ids)
    assert {spec.after for spec in specs if spec.after} <= set(ids)
    assert all(spec.pattern or spec.classes for spec in specs)
    assert sum(spec.classes for spec in specs) <= 1


# ------------------------------------------------------------------ the narrative
def test_every_concept_names_cells_and_concepts_that_exist() -> None:
    spec = narrative()
    template = hebei()
    sections = {section.id for section in template.sections}
    for concept in spec.concepts:
        assert set(concept.sections) <= sections
        assert concept.sections
        assert concept.severity in ("error", "warning")
        for selector in (*concept.tables, *concept.when_equal, *concept.last, *concept.change):
            check_selector(template, selector)
        assert concept.same_as in ("", *spec.by_id)
        assert len(concept.when_equal) in (0, 2)


def test_concepts_are_named_once_and_a_section_has_at_most_one_default() -> None:
    spec = narrative()
    assert len(spec.by_id) == len(spec.concepts)
    for section in {s for concept in spec.concepts for s in concept.sections}:
        assert sum(c.default for c in spec.concepts if section in c.sections) <= 1


def test_the_sums_of_the_text_name_concepts_of_one_section() -> None:
    spec = narrative()
    for total in spec.sums:
        names = (total.total, *total.parts, *total.without)
        assert set(names) <= set(spec.by_id)
        assert len({spec.by_id[name].sections for name in names}) == 1
        assert len((*total.parts, *total.optional)) >= 2


def test_the_expressions_of_the_narrative_compile_without_capturing_names_of_their_own() -> None:
    spec = narrative()
    for concept in spec.concepts:
        assert re.compile(concept.pattern).groupindex == {}
        assert not re.compile(concept.pattern).fullmatch("")
    assert set(re.compile(spec.change).groupindex) == {"direction"}
    assert re.compile(spec.connector).fullmatch("")
    assert re.compile(spec.last_level).fullmatch("较2022年")
    assert spec.lead.fullmatch("")
    assert all(re.search(spec.change, f"较上年{word}") for word in spec.decrease)


def test_patterns_are_written_in_folded_form() -> None:
    for name in DATA:
        for line in files(taxonomy).joinpath(name).read_text(encoding="utf-8").splitlines():
            if "patterns" in line or "labels" in line:
                assert not re.search(r"[“”　]", line.partition("title =")[0]), line
                assert r"\b" not in line


# ------------------------------------------------------------------ classes
def test_a_class_name_means_one_code() -> None:
    text = files(taxonomy).joinpath("classes.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    names = [row["name"] for row in rows]
    assert len(set(names)) == len(names) == len(class_codes())
    assert all(re.fullmatch(r"2[0-9]{2}", row["code"]) for row in rows)
    assert all(fold(name) == name for name in names)


@pytest.mark.parametrize(
    ("name", "code"),
    [("一般公共服务支出", "201"), ("教育支出", "205"), ("农林水支出", "213"),
     ("医疗卫生与计划生育支出", "210"), ("卫生健康支出", "210"), ("其他支出", "229")],
)  # fmt: skip
def test_present_and_past_names_lead_to_the_code(name: str, code: str) -> None:
    assert class_codes()[name] == code


def expressions(value: object) -> Iterator[Expression]:
    """Every expression inside a specification."""
    if isinstance(value, Expression):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from expressions(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from expressions(getattr(value, each.name))


def test_every_expression_of_the_data_compiles() -> None:
    """They are compiled when they are first used, so a slip in one must show here."""
    vocabularies = {name for t in templates() for s in t.statements for name in s.rows.values()}
    words = [row_specs(name) for name in vocabularies if name not in LEAF_LENGTH]
    specs = (*templates(), narrative(), percentages(), *words)
    found = [e for spec in specs for e in expressions(spec)]
    assert len(found) > 200
    for expression in found:
        assert expression.compiled.pattern == expression.text
    final = final_narrative()
    for pattern in (*(q.pattern for q in final.quantities), *(a.pattern for a in final.absences)):
        assert re.compile(pattern).groupindex == {}


# ------------------------------------------------------------------ keys
def listed(data: dict[str, Any], *path: str) -> set[str]:
    """The keys of the tables of a list that may stand in tables of a list itself."""
    tables = [data]
    for name in path:
        tables = [inner for table in tables for inner in table.get(name, ())]
    return {key for table in tables for key in table}


def known(spec: type) -> set[str]:
    """The keys that make a specification: its fields, patterns and labels for its pattern."""
    return {each.name for each in fields(spec)} | {"patterns", "labels"}


KEYS = [
    *(
        (f"templates/{each.id}.toml", path, spec)
        for each in templates()
        for path, spec in (
            (("chapters",), ChapterSpec), (("sections",), SectionSpec),
            (("statements",), StatementSpec), (("statements", "columns"), ColumnSpec),
            (("other_tables",), OtherTable), (("relations",), RelationSpec),
            ((), Template),
        )
    ),
    *(("rows.toml", (vocabulary,), RowSpec) for vocabulary in tables_of("rows.toml")),
    ("narrative.toml", (), NarrativeSpec),
    ("narrative.toml", ("concepts",), ConceptSpec),
    ("narrative.toml", ("sums",), SumSpec),
    ("percentages.toml", ("bases",), BaseSpec),
]  # fmt: skip


@pytest.mark.parametrize(("name", "path", "spec"), KEYS)
def test_a_key_that_means_nothing_is_a_slip(name: str, path: tuple[str, ...], spec: type) -> None:
    found = listed(tables_of(name), *path)
    assert found or path == ("chapters",)
    assert found - known(spec) <= ({"parts", "section_frame"} if spec is Template else set())


def test_a_quantity_of_the_years_has_no_key_that_means_nothing() -> None:
    assert listed(tables_of("years.toml")["statement"], "quantities") <= known(Quantity)


def test_every_vocabulary_of_rows_belongs_to_a_statement() -> None:
    used = {name for t in templates() for s in t.statements for name in s.rows.values()}
    assert set(tables_of("rows.toml")) <= used


@pytest.mark.parametrize("name", ["final-narrative.toml", "percentages.toml", "years.toml"])
def test_no_word_of_a_sentence_is_repeated_without_a_bound(name: str) -> None:
    """Such an expression is tried at every character of a text, each time to the end of a run."""
    text = files(taxonomy).joinpath(name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert [line for line in lines if re.search(r"(?<!\\)\)[*+]", line)] == []
