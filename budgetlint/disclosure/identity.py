"""The identity of a disclosure: whose it is, for which year, budget or final accounts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from budgetlint.disclosure.fold import fold, tidy
from budgetlint.document import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from budgetlint.disclosure.outline import Outline, Part
    from budgetlint.disclosure.statements import Statement
    from budgetlint.document import Document

_HAN = "[\u4e00-\u9fff()（）]"
_OPENING = re.compile(
    rf"现将(?P<entity>{_HAN}{{2,40}}?)(?P<year>20[0-9]{{2}})年度?(?:部门|单位)?(?P<kind>预算|决算)"
)
_TITLE = re.compile(
    rf"(?:第[一二三四五六七八九十]部分)?(?P<entity>{_HAN}{{2,40}}?)?(?P<year>20[0-9]{{2}})年度?"
    r"(?:部门|单位)(?P<kind>预算|决算)(?:(?:信息)?公开.*)?"
)
_LEVELS = (
    ("township", re.compile(r".*(?:乡|镇|街道办事处|街道)(?:人民政府|卫生院|.*所|.*站)?$")),
    ("county", re.compile(r".*?(?:[^市省](?:县|旗)|[^市省地](?<!自治)区)")),
    ("city", re.compile(r".*?(?:市|州|盟|地区)")),
    ("province", re.compile(r".*?(?:省|自治区)")),
)


@dataclass(frozen=True, slots=True)
class Identity:
    """``kind`` is budget, final or unknown; ``level`` township, county, city, province or None."""

    kind: str = "unknown"
    year: int | None = None
    entity: str | None = None
    code: str | None = None
    level: str | None = None
    names: tuple[str, ...] = ()


def level_of(entity: str | None) -> str | None:
    """The level of government that an entity's name shows."""
    folded = fold(entity or "")
    return next((name for name, pattern in _LEVELS if pattern.match(folded)), None)


def _titles(document: Document, outline: Outline) -> Iterator[tuple[str, re.Match[str]]]:
    before = ""
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Paragraph) or index in outline.contents:
            continue
        folded = fold(block.text[:400])
        if match := _OPENING.search(folded):
            yield match["entity"], match
        elif len(folded) <= 60 and (match := _TITLE.fullmatch(folded)):
            yield match["entity"] or before, match
        before = folded if len(folded) <= 40 else ""


def find_identity(
    document: Document, outline: Outline, statements: Sequence[Statement]
) -> Identity:
    """Who published the document for which year, from captions, title and opening sentence."""
    titles = list(_titles(document, outline))
    captions = [s.caption for s in statements if s.part.primary]
    years = [c.year for c in captions if c.year] or [int(match["year"]) for _, match in titles]
    code = _usual(c.code for c in captions)
    named = [name for name, _ in titles if name]
    entity = (named[0] if named else None) or _usual(c.entity for c in captions)
    kinds = {"预算": "budget", "决算": "final"}
    kind = next((kinds[match["kind"]] for _, match in titles), None)
    names = {*named, *(s.caption.entity for s in statements if s.caption.entity)}
    return Identity(
        kind=kind or (outline.template.kind if outline.applies else "unknown"),
        year=Counter(years).most_common(1)[0][0] if years else None,
        entity=tidy(entity) if entity else None,
        code=code,
        level=level_of(entity),
        names=tuple(sorted(filter(None, names))),
    )


def name_parts(parts: Iterable[Part], identity: Identity, statements: Sequence[Statement]) -> None:
    """Give every part its entity and code, from its captions and, if those say nothing, its
    heading."""
    for part in parts:
        captions = [s.caption for s in statements if s.part is part]
        entity = _usual(c.entity for c in captions) or part.ref.entity
        code = _usual(c.code for c in captions)
        if part.primary:
            entity, code = identity.entity or entity, identity.code or code
        part.ref = replace(part.ref, entity=entity, code=code)


def _usual(values: Iterable[str | None]) -> str | None:
    known = [value for value in values if value]
    return Counter(known).most_common(1)[0][0] if known else None
