"""The JSON schema of a configuration and the page are those of the keys, and say what is so."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

import jsonschema
import pytest
from config_page import PAGE, SCHEMA, page, schema
from doubles import make_rule
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.catalogue import catalogue
from budgetlint.finding import Severity
from budgetlint.keys import KEYS, Key, SettingsError, Source, parse, spelled_out
from budgetlint.registry import Option
from budgetlint.settings import Settings
from budgetlint.toml_text import has_heading

RULES = (
    *catalogue(),
    make_rule(code="QH101", name="local", options={"limit": Option(2, "上限")}),
)
SHIPPED = json.loads(SCHEMA.read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft7Validator(SHIPPED)


def loads(table: dict[str, Any]) -> bool:
    source = Source("配置文件", RULES)
    try:
        parse(spelled_out(table, source), source)
    except SettingsError:
        return False
    return True


def test_the_shipped_schema_and_the_page_are_those_of_the_keys() -> None:
    hint = "run: PYTHONPATH=tests python -m config_page"
    jsonschema.Draft7Validator.check_schema(SHIPPED)
    assert schema() == SHIPPED, hint
    assert page() == PAGE.read_text(encoding="utf-8"), hint


@pytest.mark.parametrize("key", KEYS.values(), ids=list(KEYS))
def test_the_default_and_the_example_of_a_key_are_what_the_reader_and_the_schema_accept(
    key: Key,
) -> None:
    source = Source("配置文件", RULES)
    if key.default is not None:
        VALIDATOR.validate({key.name: key.default})
        read = key.read(key.default, source)
        assert read == getattr(Settings(), key.attribute), "one default, in one place"
    if key.example is not None:
        VALIDATOR.validate({key.name: key.example})
        key.read(key.example, source)


def test_the_keys_whose_values_are_tables_come_last() -> None:
    kinds = [has_heading(key.default or key.example) for key in KEYS.values()]
    assert kinds == sorted(kinds)


@pytest.mark.parametrize(
    "text",
    [
        'select = ["BL3", " text-table "]',
        "fail_on = 'never'\nmax_file_size = '1 gb'",
        "max-file-size = 512",
        "[rules.local]\nlimit = 3",
        "exclude = ['存档/', '/根/*草稿*']",
        "required-version = '>=0.1, <99'",
        "required-version = ' ~=0.1'",
        "severity = { BL5 = 'info', text-table = 'warning' }",
        "baseline = '材料/基线.json'",
        "[[suppress]]\nrule = 'BL501'\nfiles = '*.docx'\nreason = '尾差'\nuntil = 2025-12-31",
        "[[suppress]]\nrule = 'BL'\nfiles = ['a/**', 'b.docx']\nreason = '尾差'\nplace = '表6'",
        "suppress = []",
        "cache = false",
        "",
    ],
)
def test_a_right_configuration_is_right_for_both(text: str) -> None:
    table = tomllib.loads(text)
    assert loads(table)
    VALIDATOR.validate(table)


@pytest.mark.parametrize(
    "text",
    [
        'igmore = ["BL5"]',
        "ignore = 5",
        'ignore = "BL5"',
        "ignore = [5]",
        'ignore = [""]',
        'select = ["BL5, BL3"]',
        "select = []",
        'severity = { BL501 = "warn" }',
        'severity = "error"',
        'severity = { "BL5 01" = "info" }',
        'fail-on = "eror"',
        "fail-on = 1",
        'max-file-size = "big"',
        'max-file-size = "0MB"',
        "max-file-size = 0",
        "max-file-size = -5",
        "max-file-size = true",
        "max-file-size = 1.5",
        'per-file-ignores = ["a"]',
        'per-file-ignores = { "a" = "BL5" }',
        "rules.BL501 = 5",
        "rules = []",
        'exclude = "存档"',
        'exclude = [""]',
        "exclude = ['存档\\旧']",
        "required-version = 1",
        "required-version = '0.1'",
        "required-version = ''",
        "required-version = '>='",
        "required-version = '>=0.1,,<99'",
        'rules-paths = "规则"',
        'rules-paths = [""]',
        "fail_on = 'never'\nfail-on = 'error'",
        "baseline = ''",
        "baseline = true",
        "cache = 'no'",
        "cache = 0",
        "suppress = 'BL501'",
        "suppress = [1]",
        "[suppress]\nrule = 'BL501'\nfiles = '*.docx'\nreason = '尾差'",
        "[[suppress]]\nfiles = '*.docx'\nreason = '尾差'",
        "[[suppress]]\nrule = 'BL501'\nreason = '尾差'",
        "[[suppress]]\nrule = 'BL501'\nfiles = '*.docx'",
        "[[suppress]]\nrule = 'BL501'\nfiles = '*.docx'\nreason = ' '",
        "[[suppress]]\nrule = 'BL501'\nfiles = []\nreason = '尾差'",
        "[[suppress]]\nrule = 'BL501'\nfiles = 'a\\b'\nreason = '尾差'",
        "[[suppress]]\nrule = 'BL501'\nfiles = '*.docx'\nreason = '尾差'\nplace = ''",
        "[[suppress]]\nrule = 'BL501'\nfiles = '*.docx'\nreason = '尾差'\nfingerprint = 'ab'",
        "[[suppress]]\nrule = 'BL501'\nfiles = '*.docx'\nreason = '尾差'\nuntil = '明年'",
        "[[suppress]]\nrule = 'BL501'\nfiles = '*.docx'\nreason = '尾差'\nuntil = 2025",
        "[[suppress]]\nrule = 'BL501'\nfiles = '*.docx'\nreason = '尾差'\nby = '张'",
    ],
)
def test_a_wrong_configuration_is_wrong_for_both(text: str) -> None:
    table = tomllib.loads(text)
    assert not loads(table)
    assert not VALIDATOR.is_valid(table)


def test_the_table_of_a_pyproject_shown_is_right_for_both() -> None:
    [text] = re.findall(r"^```toml pyproject.toml\n(.*?)^```$", page(), re.MULTILINE | re.DOTALL)
    table = tomllib.loads(text)["tool"]["budgetlint"]
    assert loads(table)
    VALIDATOR.validate(table)


WORDS = st.sampled_from(["BL5", "bl501", " text-table", "ALL", "BL", "error", "never", "2MB", "甲"])
SCALARS = WORDS | st.integers(-1, 3) | st.booleans() | st.text(max_size=3)
VALUES = SCALARS | st.lists(SCALARS, max_size=2) | st.dictionaries(WORDS, SCALARS, max_size=2)
TABLES = st.dictionaries(st.sampled_from([*KEYS, "fail_on", "extra"]), VALUES, max_size=2)


@given(TABLES)
def test_what_is_loaded_the_schema_accepts(table: dict[str, Any]) -> None:
    if loads(table):
        VALIDATOR.validate(table)


def test_the_severities_that_may_be_given_are_all_there_are() -> None:
    assert SHIPPED["properties"]["severity"]["additionalProperties"]["enum"] == list(Severity)
