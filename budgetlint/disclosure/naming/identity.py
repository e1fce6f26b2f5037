"""The identity of a disclosure: whose it is, for which year, budget or final accounts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.full_names import find_full_name
from budgetlint.disclosure.naming.names import NO_AREA, Likeness, is_open, likeness
from budgetlint.fold import fold, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from budgetlint.disclosure.naming.titles import Title
    from budgetlint.disclosure.structure.outline import Outline, Part
    from budgetlint.disclosure.tables.captions import Caption
    from budgetlint.disclosure.tables.statements import Statement
    from budgetlint.document import Document

_LEVELS = (
    ("township", re.compile(r".*(?:乡|镇|街道办事处|街道)(?:人民政府|卫生院|.*所|.*站)?$")),
    ("county", re.compile(r".*?(?:[^市省](?:县|旗)|[^市省地](?<!自治)区)")),
    ("city", re.compile(r".*?(?:市|州|盟|地区)")),
    ("province", re.compile(r".*?(?:省|自治区)")),
)
_NO_LEVEL = re.compile(f"^(?:{NO_AREA})")
_THREE_PUBLIC = "three-public"


@dataclass(frozen=True, slots=True)
class Identity:
    """``kind`` is budget, final or unknown; ``level`` township, county, city, province or None.

    ``full_name`` is ``entity``, or what it is short for (工信局), if the document says so.
    """

    kind: str = "unknown"
    year: int | None = None
    entity: str | None = None
    full_name: str | None = None
    code: str | None = None
    level: str | None = None
    names: tuple[str, ...] = ()


def level_of(entity: str | None) -> str | None:
    """The level of government that an entity's name shows."""
    folded = _NO_LEVEL.sub("", fold(entity or ""))
    return next((name for name, pattern in _LEVELS if pattern.match(folded)), None)


def find_identity(
    document: Document,
    kind: str,
    statements: Sequence[Statement],
    titles: Sequence[Title],
    year: int | None,
) -> Identity:
    """Who published the document, from title, opening sentence and captions."""
    captions = [s.caption for s in statements if s.part.primary]
    entity = _entity([title.entity for title in titles if title.entity], captions)
    full_name = find_full_name(document, entity) if entity else None
    entity = full_name if is_open(entity or "") else entity
    return Identity(
        kind=kind,
        year=year,
        entity=tidy(entity) if entity else None,
        full_name=tidy(full_name) if full_name else None,
        code=_usual(c.code for c in captions),
        level=level_of(full_name),
        names=names_of(statements, titles),
    )


def names_of(statements: Sequence[Statement], titles: Sequence[Title]) -> tuple[str, ...]:
    """Every name that titles and captions give."""
    names = {title.entity for title in titles} | {s.caption.entity for s in statements}
    return tuple(sorted(name for name in names if name))


def kind_of(outline: Outline, titles: Sequence[Title]) -> str:
    """``budget`` or ``final`` by the titles, or else by the template that the document follows."""
    kinds = Counter(title.kind for title in titles)
    if kinds:
        return kinds.most_common(1)[0][0]
    known = outline.applies or _is_three_public_page(outline)
    return outline.template.kind if known else "unknown"


def _is_three_public_page(outline: Outline) -> bool:
    """Whether the “三公”经费 are published on a page of their own."""
    found = {section.spec.id for part in outline.parts for section in part.sections}
    return found == {_THREE_PUBLIC}


def _entity(titled: Sequence[str], captions: Sequence[Caption]) -> str | None:
    """The name that most captions give, unless they only shorten the name in the title.

    A choice of the template (部门(单位)) is a name only where there is no other.
    """
    names = [*titled, *(c.entity for c in captions)]
    if not all(is_open(name) for name in names if name):
        titled = [name for name in titled if not is_open(name)]
        names = [name for name in names if name and not is_open(name)]
    first = titled[0] if titled else None
    usual = _usual(names)
    if first and usual and likeness(usual, first) in (Likeness.OTHER, Likeness.SLIP):
        return usual
    return first or usual


def name_parts(parts: Iterable[Part], identity: Identity, statements: Sequence[Statement]) -> None:
    """Give every part its entity and code, from its captions and, if those say nothing or name
    the department, its heading."""
    for part in parts:
        captions = [s.caption for s in statements if s.part is part]
        entity = _usual(c.entity for c in captions)
        code = _usual(c.code for c in captions)
        if part.primary:
            entity, code = identity.entity or entity, identity.code or code
        elif entity is None or (part.ref.entity and entity == identity.entity):
            entity = part.ref.entity
        part.ref = replace(part.ref, entity=entity, code=code)


def _usual(values: Iterable[str | None]) -> str | None:
    known = [value for value in values if value]
    return Counter(known).most_common(1)[0][0] if known else None
