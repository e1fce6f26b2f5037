"""docs/templates-writing.md: its samples are what the loader reads."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from project import ROOT

from budgetlint.disclosure.diagnosis.relations import Kind
from budgetlint.taxonomy import RelationSpec
from budgetlint.taxonomy.template_spec import statement_spec

PAGE = (ROOT / "docs" / "templates-writing.md").read_text(encoding="utf-8")
TABLE, RELATION = (
    tomllib.loads(text) for text in re.findall(r"```toml 公开格式\n(.*?)```", PAGE, re.DOTALL)
)


def test_the_table_of_the_page_is_read_and_knows_its_title_and_columns() -> None:
    spec = statement_spec(TABLE["statements"][0], "budget", numbered=True)
    assert spec.pattern.fullmatch("部门一般公共预算支出预算表")
    assert [column.role for column in spec.columns] == ["code", "name", "total", "basic", "project"]
    assert spec.column("basic").pattern.fullmatch("基本支出小计")
    assert spec.rows == {"code": "function"}


def test_the_relation_of_the_page_speaks_of_that_table() -> None:
    (data,) = RELATION["relations"]
    fields: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()}
    relation = RelationSpec(**fields)
    assert relation.kind in set(Kind)
    roles = {column["role"] for column in TABLE["statements"][0]["columns"]}
    assert {relation.total, *relation.parts} <= roles
    assert relation.statement == TABLE["statements"][0]["id"]


def test_every_part_of_the_existing_templates_is_on_the_page() -> None:
    folder = ROOT / "budgetlint" / "taxonomy" / "templates"
    found = {
        heading
        for file in folder.glob("*.toml")
        for heading in re.findall(r"(?m)^\[+[a-z_]+\]+$", file.read_text(encoding="utf-8"))
    }
    assert [heading for heading in found if f"`{heading}`" not in PAGE] == []
