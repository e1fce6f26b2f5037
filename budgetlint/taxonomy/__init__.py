"""Knowledge as data: templates, row labels, class names, the words of the narrative.

The files beside this module are TOML and CSV, so that a finance officer can read and extend
them. They are read once per process, when first asked for. What templates and rows are can be
imported from here; the words of sentences have modules of their own.
"""

from __future__ import annotations

from budgetlint.taxonomy.template_spec import (
    ChapterSpec,
    ColumnSpec,
    OtherTable,
    RelationSpec,
    SectionSpec,
    StatementSpec,
    Template,
    template,
    templates,
)
from budgetlint.taxonomy.vocabulary import RowSpec, class_codes, row_specs

__all__ = [
    "ChapterSpec", "ColumnSpec", "OtherTable", "RelationSpec", "RowSpec", "SectionSpec",
    "StatementSpec", "Template", "class_codes", "row_specs", "template", "templates",
]  # fmt: skip
