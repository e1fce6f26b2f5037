"""The grammar of the narrative: the expressions of ``taxonomy/narrative.toml``, compiled.

All expressions match folded text. An amount is only one if nothing makes it approximate (2万多元),
and, where its unit is missing, if the number ends the clause: else it is a count, a date or a rate.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import MONEY_UNITS, NUMBER, Unit, amount_printed
from budgetlint.taxonomy.budget import narrative

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure.amount import Amount
    from budgetlint.taxonomy.budget import ConceptSpec

EXACT = "(?!多|余|左右|以上|以内|以下)"
"""Behind an amount: nothing makes it approximate."""
AMOUNT = (
    rf"(?P<number>-?{NUMBER})"
    rf"(?:(?P<unit>{MONEY_UNITS}|亿|万){EXACT}"
    r"|(?=[,;。、)(]|增|减|较|比|与|下降|上升|和|及|其中|$))"
)
ANY_AMOUNT = re.compile(r"(?:[0-9]|\.[0-9]+)(?:(?:亿|百?万|千)?元|[亿万])|\.[0-9]+")
"""The end of an amount; a list number such as ``1.`` is none."""
YEAR = re.compile(
    r"(?<![较比与同0-9])(?P<year>20[0-9]{2})年(?![0-9]{1,2}月)度?|"
    r"(?<![较比与同])(?P<last>上一?年度?|去年)(?!结转|末)"
)
LONGEST_YEAR = 4
"""So many characters of a year at most stand before its 年."""
OTHER_MEASURE = re.compile("决算|执行|完成|调整预算")
COMPARED = re.compile(
    r"(?:较|比|与|同)(?:上一?年度?|去年|20[0-9]{2}年度?)(?:年初)?(?:部门|单位)?(?:财政拨款)?$"
)
LONGEST_COMPARED = 20
"""No words that :data:`COMPARED` finds are longer."""
AGAINST = re.compile("[与较比同](.+)")
"""The words of a comparison, with what it is against."""
COMPARISON = re.compile("持平|一致|不变|无变化|无增减|相同|增加|增长|减少|下降|上升|降低|压减")
LISTING = re.compile("用于")
REASON = re.compile("原因|主要[是为系]|由于|因为")
_OWN = re.compile("(?:本|我|该|当|全|部门|单位|年度?|局){0,14}")
CLAUSE_MARKS = ",;。"
_NAMES_GO_ON = ("安排", "共计", "合计")
_SHORT_UNITS = {"亿": Unit.YI, "万": Unit.WAN}


@dataclass(frozen=True, slots=True)
class Grammar:
    """The expressions of one section.

    ``labels`` finds the names of quantities; the others match what follows a name, or begins a
    clause that speaks of the quantity named before. ``even`` follows last year's amount;
    ``own_level`` is a clause that names no quantity.
    """

    labels: re.Pattern[str]
    level: re.Pattern[str]
    change: re.Pattern[str]
    unchanged: re.Pattern[str]
    even: re.Pattern[str]
    last_level: re.Pattern[str]
    own_level: re.Pattern[str]
    concepts: dict[str, ConceptSpec]
    default: ConceptSpec | None

    def concept_named(self, words: str) -> str | None:
        """The id of the quantity that the words (本年支出总额) name and nothing else, if one."""
        for match in self.labels.finditer(words):
            if match.end() == len(words) and _OWN.fullmatch(words, 0, match.start()):
                return self.concepts[match.lastgroup or ""].id
        return None


@cache
def grammar_of(section: str) -> Grammar | None:
    """The grammar of a section; None where no quantity is looked for."""
    spec = narrative()
    concepts = [c for c in spec.concepts if section in c.sections]
    if not concepts:
        return None
    names = {f"c{n}": concept for n, concept in enumerate(concepts)}
    labels = "|".join(f"(?P<{name}>{concept.pattern})" for name, concept in names.items())
    return Grammar(
        re.compile(labels),
        re.compile(spec.connector + AMOUNT),
        re.compile(spec.change + AMOUNT),
        re.compile(spec.unchanged),
        re.compile(spec.even),
        re.compile(spec.last_level + AMOUNT),
        re.compile(spec.lead.text + spec.connector + AMOUNT),
        names,
        next((c for c in concepts if c.default), None),
    )


def printed_amount(number: str, unit: str | None) -> Amount:
    """An amount as printed; without a unit it is read in 万元 until its neighbours tell."""
    known = (_SHORT_UNITS.get(unit) or Unit(unit)) if unit else Unit.WAN
    return amount_printed(number, known)


def sentence_ends(text: str) -> Iterator[int]:
    """The ends of the sentences of a folded text; 购置费。安排5万元 is one sentence."""
    at = text.find("。")
    while at >= 0:
        if not text.startswith(_NAMES_GO_ON, at + 1):
            yield at + 1
        at = text.find("。", at + 1)
    if not text.endswith("。"):
        yield len(text)


def next_clause(text: str, at: int, stop: int) -> int:
    """Where the clause that begins at ``at`` ends."""
    return next((i for i in range(at, stop) if text[i] in CLAUSE_MARKS), stop)
