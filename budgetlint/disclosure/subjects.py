"""What a code or a name means in a fiscal year, by the official classification.

Tables (code and name together) and sentences (names alone) are judged here alike, so that they
never say different things of one subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from budgetlint.disclosure.numerals import strip_ordinal
from budgetlint.lang import say
from budgetlint.taxonomy.subjects import FIRST_YEAR, LAST_YEAR, Subject, subject_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from budgetlint.taxonomy.subjects import Classification, Variant

_ADDED = re.compile(r"^(?:其中:|[-—·•●○■□◆*]+)+|[(\[【](?:类|款|项)(?:级)?(?:科目)?[)\]】]$")
_PUNCTUATION = re.compile(r"[()\[\]<>《》、,.。;:·/—-]")
_OWN_CODE = re.compile(r"^[\[(（【]?[0-9]{3,7}[\])）】_.]?|[\[(（【][0-9]{3,7}[\])）】]$")
_SUFFIX = "支出"
_OPEN = 9999


def name_key(name: str) -> str:
    """The form in which names are compared: without a number, 其中 or dashes before and （款）
    behind."""
    return _ADDED.sub("", strip_ordinal(subject_key(name)))


class Standing(Enum):
    """How a code with its name stands to the official list of a year.

    ``OTHER_YEAR`` has the name in other years only; ``UNKNOWN`` has no such code in the year, and
    never had it with this name.
    """

    RIGHT = "right"
    WORDING = "wording"
    OTHER_YEAR = "other-year"
    OTHER_NAME = "other-name"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class OtherYear:
    """A code or name of other years than the one asked about.

    ``subjects`` have it, in the years of ``period``; they are none where it is known only that the
    name is older than the data. ``instead`` is what the year has in their place, as far as known.
    ``sure`` says that codes, names and years are certain enough to contradict a document.
    """

    subjects: tuple[Subject, ...]
    instead: tuple[Subject, ...]
    sure: bool

    @property
    def period(self) -> str:
        """The years in which it is used, in Chinese."""
        if not self.subjects:
            return say("以前年度")
        first = min(each.first or 0 for each in self.subjects)
        last = max(each.last or _OPEN for each in self.subjects)
        if first and last < _OPEN:
            words = "{start}年" if first == last else "{start}—{end}年"
            return say(words, start=first, end=last)
        return say("{first}年起" if first else "{last}年及以前", first=first, last=last)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the official list says of a code with its name in a year.

    ``official`` is what the year calls the code, ``elsewhere`` the other codes of the year with
    this name and as many digits. ``variant`` is set for a known ``WORDING``; ``other_year`` says
    what other years have, for an ``UNKNOWN`` code under another name.
    """

    standing: Standing
    official: tuple[Subject, ...] = ()
    elsewhere: tuple[Subject, ...] = ()
    variant: Variant | None = None
    other_year: OtherYear | None = None

    @property
    def right(self) -> bool:
        """Whether the list confirms the print, or does not mind it."""
        return self.standing is Standing.RIGHT

    @property
    def sure(self) -> bool:
        """Whether the official name is certain enough to contradict a document."""
        return bool(self.official) and all(map(certain, self.official))


def covered(year: int | None) -> int | None:
    """The year if the data knows its subjects, else None: then every year counts."""
    return year if year is not None and FIRST_YEAR <= year <= LAST_YEAR else None


def certain(subject: Subject) -> bool:
    """Whether code, name and years are all certain."""
    return subject.sure and subject.sure_years


def judge(known: Classification, code: str, name: str, year: int | None) -> Judgement:
    """Hold a printed code with its name against the list of a year (None: of any year)."""
    year = covered(year)
    name = _unadorned(known, code, name)
    official = known.of(code, year)
    variant = known.variant(code, name_key(name))
    verdict = variant.verdict if variant else ""
    if any(each.local for each in official) or _is_named(official, name):
        return Judgement(Standing.RIGHT, official)
    if official and (verdict == "accept" or (verdict == "old" and year is None)):
        return Judgement(Standing.RIGHT, official)
    elsewhere = tuple(
        each
        for each in known.named(name_key(name), year)
        if each.code != code and len(each.code) == len(code)
    )
    other_year = _other_year(known, code, name, year, verdict)
    if other_year:
        return Judgement(Standing.OTHER_YEAR, official, elsewhere, other_year=other_year)
    if official and (verdict or _nearly_named(official, name)):
        return Judgement(Standing.WORDING, official, elsewhere, variant)
    if official:
        return Judgement(Standing.OTHER_NAME, official, elsewhere)
    ever = known.of(code)
    years = _of_years(known, ever, name, year) if ever and year is not None else None
    return Judgement(Standing.UNKNOWN, (), elsewhere, other_year=years)


def name_of_other_year(
    known: Classification, name: str, year: int | None, digits: int | None = None
) -> OtherYear | None:
    """Whether a name (of a code with so many digits) belongs to other years than ``year`` only.

    None where the name is in use in the year, is accepted in it, or was never official.
    """
    year = covered(year)
    if year is None:
        return None
    key = name_key(name)
    named = [each for each in known.named(key) if digits in (None, len(each.code))]
    if any(each.valid_in(year) for each in named):
        return None
    variants = [
        each
        for each in known.variants
        if subject_key(each.name) == key and digits in (None, len(each.code))
    ]
    if any(each.verdict != "old" for each in variants):
        return None
    if named:
        return _of_years(known, named, name, year)
    instead = tuple(each for old in variants for each in known.of(old.code, year))
    return OtherYear((), instead, all(map(certain, instead))) if instead else None


def _other_year(
    known: Classification, code: str, name: str, year: int | None, verdict: str
) -> OtherYear | None:
    """The years of a code with its name, where ``year`` is not among them."""
    ever = [each for each in known.of(code) if _is_named((each,), name)]
    if ever and year is not None:
        return _of_years(known, ever, name, year)
    if verdict == "old" and year is not None:
        instead = known.of(code, year)
        return OtherYear((), instead, bool(instead) and all(map(certain, instead)))
    return None


def _of_years(known: Classification, ever: Iterable[Subject], name: str, year: int) -> OtherYear:
    """Subjects of other years: those that ended before the year, or else those that came after."""
    found = tuple(ever)
    ended = tuple(each for each in found if each.last and each.last < year)
    subjects = ended or found
    return OtherYear(subjects, _instead(known, subjects, name, year), all(map(certain, subjects)))


def _instead(
    known: Classification, ever: Iterable[Subject], name: str, year: int
) -> tuple[Subject, ...]:
    """What a year has in place of subjects of other years: their codes, or else their name."""
    codes = {each.code: None for each in ever}
    renamed = tuple(each for code in codes for each in known.of(code, year))
    if renamed:
        return renamed
    moved = known.named(name_key(name), year)
    lengths = {len(code) for code in codes}
    return tuple(each for each in moved if len(each.code) in lengths) or moved


def _unadorned(known: Classification, code: str, name: str) -> str:
    """A name without its own code before it and the name of its parent in brackets behind it,
    which some systems print."""
    key = name_key(_OWN_CODE.sub(lambda found: "" if code and code in found[0] else found[0], name))
    above = known.of(known.parent_code(code))
    endings = (f"({subject_key(each.name)})" for each in above)
    return next((key.removesuffix(end) for end in endings if key.endswith(end)), key)


def _is_named(subjects: Iterable[Subject], name: str) -> bool:
    return any(subject_key(each.name) in (subject_key(name), name_key(name)) for each in subjects)


def _nearly_named(subjects: Iterable[Subject], name: str) -> bool:
    """Whether the name is official but for 支出 at its end or punctuation, which systems add and
    drop."""
    return any(_bare(each.name) == _bare(name) for each in subjects)


def _bare(name: str) -> str:
    return _PUNCTUATION.sub("", name_key(name)).removesuffix(_SUFFIX)
