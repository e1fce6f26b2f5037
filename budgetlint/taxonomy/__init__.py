"""Knowledge as data: templates, row labels, narrative concepts and class names.

The files beside this module are TOML and CSV, so that a finance officer can read and extend
them. They are read once per process, when first asked for.
"""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


class Expression:
    """A regular expression that is compiled when it is first used: most of a template never is."""

    __slots__ = ("_compiled", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression."""
        if self._compiled is None:
            self._compiled = re.compile(self.text)
        return self._compiled

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of the whole ``text``."""
        return self.compiled.fullmatch(text)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in ``text``."""
        return self.compiled.search(text)


def _patterns(texts: list[str]) -> Expression:
    return Expression("|".join(f"(?:{text})" for text in texts))


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
class RowSpec:
    """A labelled row of a two-sided table or of the 三公 table.

    A row counts into the sum of its ``lines`` unless the row ``until`` stands above it.
    ``name`` is its usual label, ``of`` the row it is an item of; one that ``counts`` (groups,
    persons, vehicles) holds no money.
    """

    id: str
    name: str
    pattern: Expression | None
    after: str | None = None
    lines: str | None = None
    until: str | None = None
    classes: bool = False
    counts: bool = False
    of: str | None = None


@dataclass(frozen=True, slots=True)
class RelationSpec:
    """A relation as the data file states it; ``disclosure.diagnosis.relating`` reads it.

    It says *total = Σ parts − Σ less*.
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
    department has nothing beside its only unit. With ``running`` numbers sections and tables are
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
    other_tables: tuple[OtherTable, ...]
    relations: tuple[RelationSpec, ...]


@dataclass(frozen=True, slots=True)
class ConceptSpec:
    """A quantity that the narrative states, and the table cells that state the same.

    ``same_as`` is another quantity of the narrative that is usually equal. With ``severity``
    warning the equality is usual but not certain, and nothing is compared with a printed 0.
    """

    id: str
    title: str
    sections: tuple[str, ...]
    pattern: str
    tables: tuple[str, ...] = ()
    when_equal: tuple[str, ...] = ()
    same_as: str = ""
    severity: str = "error"
    topic: bool = False
    default: bool = False
    period: str = ""


@dataclass(frozen=True, slots=True)
class SumSpec:
    """A closed sum between quantities of the narrative.

    It is closed where all ``parts`` are stated; ``optional`` ones count where they are. ``apart``
    is what may be inside the total or beside it.
    """

    total: str
    parts: tuple[str, ...]
    without: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True)
class NarrativeSpec:
    """How the narrative speaks of money."""

    connector: str
    change: str
    unchanged: str
    even: str
    decrease: tuple[str, ...]
    last_level: str
    lead: Expression
    concepts: tuple[ConceptSpec, ...]
    sums: tuple[SumSpec, ...]
    by_id: Mapping[str, ConceptSpec] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BaseSpec:
    """What a change or a rate compares with, and the words that say so."""

    id: str
    pattern: Expression


@dataclass(frozen=True, slots=True)
class PercentageSpec:
    """The words of rates and comparisons; of ``bases`` the first that fits counts."""

    rise: tuple[str, ...]
    fall: tuple[str, ...]
    open: tuple[str, ...]
    more: tuple[str, ...]
    less: tuple[str, ...]
    even: tuple[str, ...]
    bases: tuple[BaseSpec, ...]


def _load(name: str) -> dict[str, Any]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return tomllib.loads(text)


def _relation(data: dict[str, Any]) -> RelationSpec:
    fields: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()}
    return RelationSpec(**fields)


def _section(data: dict[str, Any], frame: str) -> SectionSpec:
    mention = data.get("mention")
    return SectionSpec(
        id=data["id"],
        number=data["number"],
        title=data["title"],
        pattern=Expression(frame.replace("{title}", _patterns(data["patterns"]).text)),
        sub=data.get("sub", False),
        required=data.get("required", "error"),
        mention=Expression(mention) if mention else None,
    )


def _column(data: dict[str, Any], kind: str) -> ColumnSpec:
    under, form = data.get("under"), data.get("title", data["labels"][0])
    return ColumnSpec(
        role=data["role"],
        kind=data["kind"],
        pattern=_patterns(data["labels"]),
        title=form.replace("{label}", data["labels"][0]),
        form=form,
        of=data.get("of"),
        under=Expression(under) if under else None,
        measure=data.get("measure", kind),
        optional=data.get("optional", False),
    )


def _statement(data: dict[str, Any], kind: str, *, numbered: bool) -> StatementSpec:
    return StatementSpec(
        id=data["id"],
        number=data["number"],
        title=data["title"],
        pattern=_patterns(data["patterns"]),
        columns=tuple(_column(column, kind) for column in data["columns"]),
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
    data = _load(f"templates/{name}.toml")
    parts, kind, running = data["parts"], data["kind"], data.get("running", False)
    frame = data.get("section_frame", "(?:{title})")
    return Template(
        id=data["id"],
        name=data["name"],
        kind=kind,
        unit_region=_patterns(parts["unit_region"]),
        unit_heading=_patterns(parts["unit_heading"]),
        unit_title=Expression(parts["unit_title"]),
        title_form=Expression(data["title_form"]),
        other_titles=_patterns(data["other_titles"]) if "other_titles" in data else None,
        foreign_titles=_patterns(data["foreign_titles"]) if "foreign_titles" in data else None,
        part_totals=tuple(parts["totals"]),
        running=running,
        least_titles=data.get("least_titles", 4),
        chapters=tuple(
            ChapterSpec(c["id"], _patterns(c["patterns"])) for c in data.get("chapters", ())
        ),
        sections=tuple(_section(s, frame) for s in data["sections"]),
        statements=tuple(_statement(s, kind, numbered=not running) for s in data["statements"]),
        other_tables=tuple(
            OtherTable(t["name"], _patterns(t["patterns"])) for t in data["other_tables"]
        ),
        relations=tuple(map(_relation, data["relations"])),
    )


@cache
def templates() -> tuple[Template, ...]:
    """Every template, by file name."""
    folder = files(__package__).joinpath("templates")
    names = sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name[-5:] == ".toml")
    return tuple(map(template, names))


@cache
def row_specs(vocabulary: str) -> tuple[RowSpec, ...]:
    """The labelled rows of one vocabulary of ``rows.toml``; those with ``after`` come first."""
    specs = [
        RowSpec(
            id=row["id"],
            name=row["name"],
            pattern=_patterns(row["patterns"]) if "patterns" in row else None,
            after=row.get("after"),
            lines=row.get("lines"),
            until=row.get("until"),
            classes=row.get("classes", False),
            counts=row.get("counts", False),
            of=row.get("of"),
        )
        for row in _load("rows.toml")[vocabulary]
    ]
    return tuple(sorted(specs, key=lambda spec: spec.after is None))


@cache
def class_codes() -> Mapping[str, str]:
    """The name of each class of functional expenditure, past and present, to its code."""
    text = files(__package__).joinpath("classes.csv").read_text(encoding="utf-8")
    return {row["name"]: row["code"] for row in csv.DictReader(text.splitlines())}


@cache
def percentages() -> PercentageSpec:
    """How any narrative speaks of percentages, of directions and of what they compare with."""
    data = _load("percentages.toml")
    words = {**data["directions"], **data["comparisons"]}
    return PercentageSpec(
        **{name: tuple(listed) for name, listed in words.items()},
        bases=tuple(BaseSpec(b["id"], Expression(b["pattern"])) for b in data["bases"]),
    )


@cache
def narrative() -> NarrativeSpec:
    """How the narrative speaks of money."""
    data = _load("narrative.toml")
    concepts = tuple(
        ConceptSpec(
            id=c["id"],
            title=c["title"],
            sections=tuple(c["sections"]),
            pattern="|".join(c["patterns"]),
            tables=tuple(c.get("tables", ())),
            when_equal=tuple(c.get("when_equal", ())),
            same_as=c.get("same_as", ""),
            severity=c.get("severity", "error"),
            topic=c.get("topic", False),
            default=c.get("default", False),
            period=c.get("period", ""),
        )
        for c in data["concepts"]
    )
    return NarrativeSpec(
        connector=data["connector"],
        change=data["change"],
        unchanged=data["unchanged"],
        even=data["even"],
        decrease=tuple(data["decrease"]),
        last_level=data["last_level"],
        lead=Expression(data["lead"]),
        concepts=concepts,
        sums=tuple(
            SumSpec(
                s["total"],
                *(tuple(s.get(key, ())) for key in ("parts", "without", "optional", "apart")),
            )
            for s in data["sums"]
        ),
        by_id={concept.id: concept for concept in concepts},
    )
