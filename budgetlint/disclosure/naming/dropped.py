"""The own name of a part with its end, or what it is for, left out in running text."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.mentions import find_mentions
from budgetlint.disclosure.naming.own_names import NameSlip
from budgetlint.disclosure.naming.titles import is_organisation
from budgetlint.disclosure.passages import PassageKind
from budgetlint.taxonomy.bodies import body_spec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.naming.mentions import Mention
    from budgetlint.disclosure.naming.own_names import OwnName
    from budgetlint.disclosure.passages import Passage

_OFTEN = 3
_LEAST_LEFT = 4
_LONGEST_CELL = 40
_INNER = re.compile(
    "(?P<what>[\u4e00-\u9fff]{2,}?)(?P<rest>(?:局|厅|委员会|委)[\u4e00-\u9fff]{2,})"
)
_OFFICE = re.compile("[\u4e00-\u9fff]{2,}(?P<rest>局|厅)")


def dropped_words(disclosure: Disclosure) -> Iterator[NameSlip]:
    """Every form of a part's own name that lacks words, where the whole name is usual."""
    for own in disclosure.own_names:
        forms = [*_without_end(own), *_without_function(own)]
        if own.times < _OFTEN or not forms:
            continue
        found: dict[str, list[Mention]] = defaultdict(list)
        texts = [*own.prose, *_cells(disclosure, own)]
        for mention in find_mentions(texts, re.compile("|".join(forms)), "entity/dropped"):
            found[mention.text].append(mention)
        for text, mentions in found.items():
            if own.times > len(mentions):
                certain = len(text) - len(own.area) > 1
                yield NameSlip(tuple(mentions), own.name, certain)


def _without_end(own: OwnName) -> Iterator[str]:
    """北京市植物园管理 before words that only a body can have."""
    spec = body_spec()
    most = next((len(end) for end in spec.long if own.function.endswith(end)), 1)
    for dropped in range(1, most + 1):
        left = own.name[:-dropped]
        if len(left) - len(own.area) >= _LEAST_LEFT and not is_organisation(left):
            yield f"{re.escape(left)}(?={spec.verbs})"


def _without_function(own: OwnName) -> Iterator[str]:
    """青禾县局机关服务中心, and 青禾县局 before 机关 unless its like are called so."""
    if body_spec().local.search(own.name):
        return
    inner, office = _INNER.fullmatch(own.function), _OFFICE.fullmatch(own.function)
    if inner:
        yield re.escape(own.area + inner["rest"])
    elif office:
        yield f"{re.escape(own.area + office['rest'])}(?=机关)"


def _cells(disclosure: Disclosure, own: OwnName) -> Iterator[Passage]:
    for passage in disclosure.passages:
        if passage.kind is PassageKind.CELL and passage.part is own.part:
            short = len(passage.source.text) <= _LONGEST_CELL
            if short and passage.has_words and passage.folded.text.startswith(own.area):
                yield passage
