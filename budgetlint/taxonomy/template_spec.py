"""Templates: ways of publishing, as the files in ``templates`` describe them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from budgetlint.taxonomy.data import Expression, patterns, tables_of

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """A section of the narrative: its number in the template and how its title may read.

    A ``sub`` section may also be an item of another one. A missing section is reported as
    ``required`` says (a severity, or "" for not at all), unless the text mentions what it is
    about (``mention``).
    """

    id: str
    number: int
    title: str
    pattern: Expression
    sub: bool = False
    required: str = "error"
    mention: Expression | None = None


@dataclass(frozen=True, slots=True)
class ChapterSpec:
    """A chapter (第二部分 决算表): it ends the section before it and begins a list of numbers."""

    id: str
    pattern: Expression


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A column: what it means (``role``), what it holds, how its header may read.

    ``form`` is its title with ``{label}`` for what is printed, ``title`` how reports name it.
    ``of`` names the label column whose rows the amounts belong to, in two-sided tables.
    ``under`` is what every heading over the column must read, if one stands over it. ``measure``
    is what the amounts are (budget, final). An ``optional`` column is not missed.
    """

    role: str
    kind: str
    pattern: Expression
    title: str
    of: str | None = None
    under: Expression | None = None
    measure: str = "budget"
    optional: bool = False
    form: str = ""

    def printed_as(self, label: str) -> ColumnSpec:
        """The column with a title that says what is printed over it."""
        titled = self.form.replace("{label}", label)
        return replace(self, title=titled) if label and titled != self.title else self


@dataclass(frozen=True, slots=True)
class StatementSpec:
    """A standard table. ``rows`` maps its code or label columns to a vocabulary of rows.

    The columns of a table ``side_by_side`` may be printed several times beside each other, the
    rows going on in the next block. Those of a table that ``may_lie`` may be its rows: one row of
    amounts under headings that name row and column. ``required`` is how a missing table is
    reported (a severity, or "" for not at all), ``since`` the first year that has it.
    """

    id: str
    number: int
    title: str
    pattern: Expression
    columns: tuple[ColumnSpec, ...]
    rows: Mapping[str, str]
    numbered: bool = True
    side_by_side: bool = False
    may_lie: bool = False
    required: str = "error"
    since: int = 0

    def column(self, role: str) -> ColumnSpec:
        """The column with this role."""
        return next(column for column in self.columns if column.role == role)


@dataclass(frozen=True, slots=True)
class RelationSpec:
    """A relation as the data file states it; ``disclosure.diagnosis.relating`` reads it.

    It says *total = Σ parts − Σ less*, or with ``at_most`` that Σ parts is not more than *total*.
    """

    kind: str
    total: str = ""
    parts: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    statement: str = ""
    statements: tuple[str, ...] = ()
    each: tuple[str, ...] = ()
    severity: str = "error"
    needs_all: tuple[str, ...] = ()
    needs_none: tuple[str, ...] = ()
    when_zero: tuple[str, ...] = ()
    when_fiscal_only: bool = False
    at_most: bool = False


@dataclass(frozen=True, slots=True)
class OtherTable:
    """A table that is known but not yet checked."""

    name: str
    pattern: Expression


@dataclass(frozen=True)
class Template:
    """One way of publishing: titles, columns, required sections and tables, relations.

    ``title_form`` is how this template words the titles of its tables; other templates have the
    same tables under other titles. ``other_titles`` resemble those of standard tables, but head
    other ones. ``part_totals`` are the cells whose equality shows that a
    department has nothing beside its only unit. ``comparisons`` are tables of two years, without a
    title or a number of their own. With ``running`` numbers sections and tables are
    numbered as they come; else each has the number of the template. So many ``least_titles`` of
    sections must be found before a document is held to follow the template; two different
    ``foreign_titles`` show that it follows another.
    """

    id: str
    name: str
    kind: str
    unit_region: Expression
    unit_heading: Expression
    unit_title: Expression
    title_form: Expression
    other_titles: Expression | None
    foreign_titles: Expression | None
    part_totals: tuple[str, ...]
    running: bool
    least_titles: int
    chapters: tuple[ChapterSpec, ...]
    sections: tuple[SectionSpec, ...]
    statements: tuple[StatementSpec, ...]
    comparisons: tuple[StatementSpec, ...]
    other_tables: tuple[OtherTable, ...]
    relations: tuple[RelationSpec, ...]


def _relation(data: dict[str, Any]) -> RelationSpec:
    fields: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()}
    return RelationSpec(**fields)


def _section(data: dict[str, Any], frame: str) -> SectionSpec:
    mention = data.get("mention")
    return SectionSpec(
        id=data["id"],
        number=data["number"],
        title=data["title"],
        pattern=Expression(frame.replace("{title}", patterns(data["patterns"]).text)),
        sub=data.get("sub", False),
        required=data.get("required", "error"),
        mention=Expression(mention) if mention else None,
    )


def column_spec(data: dict[str, Any], kind: str) -> ColumnSpec:
    """A column as a data file of the ``kind`` (budget, final) states it."""
    under, form = data.get("under"), data.get("title", data["labels"][0])
    return ColumnSpec(
        role=data["role"],
        kind=data["kind"],
        pattern=patterns(data["labels"]),
        title=form.replace("{label}", data["labels"][0]),
        form=form,
        of=data.get("of"),
        under=Expression(under) if under else None,
        measure=data.get("measure", kind),
        optional=data.get("optional", False),
    )


def statement_spec(data: dict[str, Any], kind: str, *, numbered: bool) -> StatementSpec:
    """A table as a data file of the ``kind`` (budget, final) states it."""
    return StatementSpec(
        id=data["id"],
        number=data.get("number", 0),
        title=data["title"],
        pattern=patterns(data.get("patterns", [])),
        columns=tuple(column_spec(column, kind) for column in data["columns"]),
        rows=data["rows"],
        numbered=numbered,
        side_by_side=data.get("side_by_side", False),
        may_lie=data.get("may_lie", False),
        required=data.get("required", "error"),
        since=data.get("since", 0),
    )


@cache
def template(name: str) -> Template:
    """The template in ``templates/<name>.toml``."""
    data = tables_of(f"templates/{name}.toml")
    parts, kind, running = data["parts"], data["kind"], data.get("running", False)
    frame = data.get("section_frame", "(?:{title})")
    return Template(
        id=data["id"],
        name=data["name"],
        kind=kind,
        unit_region=patterns(parts["unit_region"]),
        unit_heading=patterns(parts["unit_heading"]),
        unit_title=Expression(parts["unit_title"]),
        title_form=Expression(data["title_form"]),
        other_titles=patterns(data["other_titles"]) if "other_titles" in data else None,
        foreign_titles=patterns(data["foreign_titles"]) if "foreign_titles" in data else None,
        part_totals=tuple(parts["totals"]),
        running=running,
        least_titles=data.get("least_titles", 4),
        chapters=tuple(
            ChapterSpec(c["id"], patterns(c["patterns"])) for c in data.get("chapters", ())
        ),
        sections=tuple(_section(s, frame) for s in data["sections"]),
        statements=tuple(statement_spec(s, kind, numbered=not running) for s in data["statements"]),
        comparisons=tuple(
            statement_spec(s, kind, numbered=False) for s in data.get("comparisons", ())
        ),
        other_tables=tuple(
            OtherTable(t["name"], patterns(t["patterns"])) for t in data["other_tables"]
        ),
        relations=tuple(map(_relation, data["relations"])),
    )


@cache
def templates() -> tuple[Template, ...]:
    """Every template, by file name."""
    folder = files(__package__).joinpath("templates")
    names = sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name[-5:] == ".toml")
    return tuple(map(template, names))
