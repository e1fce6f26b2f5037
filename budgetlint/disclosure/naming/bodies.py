"""Names of other bodies where only the own name can stand: X的主要职责是, 《X职能配置…规定》."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.mentions import find_mentions
from budgetlint.disclosure.naming.names import Likeness, likeness
from budgetlint.disclosure.passages import PassageKind
from budgetlint.taxonomy.bodies import body_spec
from budgetlint.taxonomy.ended import ended

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.naming.mentions import Mention
    from budgetlint.disclosure.naming.own_names import OwnName

_HAN = "[\u4e00-\u9fff]"
_SENTENCE = re.compile("[^。;]+")
_DIGITS = "0123456789"
_WHAT = "other-body"


@dataclass(frozen=True, slots=True)
class OtherBody:
    """A name that is not the part's own; ``certain`` unless only a cited document bears it."""

    mentions: tuple[Mention, ...]
    right: str
    certain: bool


def other_bodies(disclosure: Disclosure) -> Iterator[OtherBody]:
    """Every body that a part calls itself by and that is not its own.

    A part that says the duties of two bodies lists those that belong to it: none is reported.
    """
    spec = body_spec()
    for own in disclosure.own_names:
        ending = next((end for end in spec.endings if own.function.endswith(end)), None)
        if ending is None or spec.pairs.search(own.function):
            continue
        said = _said(own, ending)
        stated, regulations = _stated(own, said), _regulations(own, said)
        if len({mention.text for mention in stated}) > 1:
            continue
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in (*regulations, *stated):
            if _is_other(mention.text, own, ending):
                found[mention.text].append(mention)
        certain = {mention.text for mention in stated}
        for name, mentions in found.items():
            if not _belongs(disclosure, name):
                yield OtherBody(tuple(mentions), own.name, name in certain)


def _said(own: OwnName, ending: str) -> str:
    """A name of the same area and with the same ending, or with 部门 at its end."""
    return f"(?P<said>{re.escape(own.area)}{_HAN}{{2,20}}?(?:{ending}|{body_spec().generic}))"


def _stated(own: OwnName, said: str) -> list[Mention]:
    spec = body_spec()
    stated = re.compile(f"(?:^|[,。;:》)、]){said}(?:{spec.duties}|{spec.described})")
    return list(find_mentions(own.prose, stated, _WHAT))


def _regulations(own: OwnName, said: str) -> list[Mention]:
    """Documents on the duties of a body, unless they are cited with a number or a year: such a
    document keeps the name that the body had."""
    spec = body_spec()
    regulation = re.compile(f"《{said}{spec.regulation}{spec.undated}")
    return list(find_mentions(own.prose, regulation, _WHAT, in_titles=True))


def _is_other(name: str, own: OwnName, ending: str) -> bool:
    """Whether a name is not merely another form of the own one; 水利部门 stands for 水利局."""
    spec = body_spec()
    if spec.pairs.search(name) or any(entry.text.search(name) for entry in ended().entries):
        return False
    written_out = name.removesuffix(spec.generic) + ending if name.endswith(spec.generic) else name
    return likeness(written_out, own.name) is Likeness.OTHER and not name.startswith(own.name)


def _belongs(disclosure: Disclosure, name: str) -> bool:
    """Whether a body is one of the document's units, or told of as a former or subordinate one."""
    unless = body_spec().unless
    for passage in disclosure.passages:
        text = passage.folded.text if passage.has_words else ""
        if name not in text:
            continue
        if passage.kind is PassageKind.CELL and text.lstrip(_DIGITS) == name:
            return True
        if any(
            name in sentence and unless.search(sentence) for sentence in _SENTENCE.findall(text)
        ):
            return True
    return False
