"""Names and words that a disclosure prints in two ways: once with a slip, elsewhere without."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.disclosure.naming.office_lists import named_twice
from budgetlint.disclosure.naming.project_forms import varied_names
from budgetlint.disclosure.naming.windows import WIDTH, slipped_windows
from budgetlint.disclosure.passages import PassageKind
from budgetlint.disclosure.slip_index import known
from budgetlint.fold import fold
from budgetlint.taxonomy.subjects import AXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.naming.windows import Slipped
    from budgetlint.disclosure.passages import Passage
    from budgetlint.location import Location

_RUN = re.compile(f"《[^《》]*》|([\u3400-\u4dbf\u4e00-\u9fff]{{{WIDTH},}})")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_ELSEWHERE = frozenset((PassageKind.CONTENTS, PassageKind.TITLE, PassageKind.ASIDE))
_MOST_BESIDE = 5
_MOST = 100
_MIDDLE = (WIDTH - 1) / 2


@dataclass(frozen=True)
class VariedWord:
    """Words with a slip, how they usually read, and where; ``count`` tells how often they do."""

    odd: str
    usual: str
    is_turned: bool
    count: int
    places: tuple[Location, ...]
    usual_place: Location


def varied_words(disclosure: Disclosure) -> Iterator[VariedWord]:
    """The words with a slip, in order.

    What is printed in each part alike counts once. What other rules hold against a list of their
    own is left to them: titles of documents and tables, subjects, names of projects and entities.
    """
    passages = [passage for passage in disclosure.passages if _may_name(passage)]
    runs = {id(passage): _runs(passage) for passage in passages}
    in_parts = Counter((id(p.part), run) for p in passages for run in runs[id(p)])
    counts: dict[str, int] = {}
    for (_, run), count in in_parts.items():
        counts[run] = max(count, counts.get(run, 0))
    slipped = sorted(slipped_windows(counts))
    official, told = (_official(disclosure), _told(disclosure)) if slipped else ("", "")
    slipped = [each for each in slipped if each.usual not in official and each.middle not in told]
    for each in itertools.islice(_one_a_slip(slipped, counts), _MOST):
        odd, usual = _printing(passages, each.odd), _printing(passages, each.usual)
        if not any(_is_known(passage, each.odd) for passage in odd):
            yield _varied(each, odd, usual)


def _printing(passages: Iterable[Passage], words: str) -> list[Passage]:
    return [p for p in passages if len(p.source.text) >= WIDTH and words in p.folded.text]


def _varied(slipped: Slipped, odd: Sequence[Passage], usual: Sequence[Passage]) -> VariedWord:
    """The slip with as many of the words beside it as are printed at least twice."""
    text = odd[0].folded.text
    start = text.index(slipped.odd)
    beside = {_beside(text, start, passage.folded.text, slipped.usual) for passage in usual}
    for left, right in sorted(beside, key=sum, reverse=True):
        wrong = text[start - left : start + WIDTH + right]
        words = wrong[:left] + slipped.usual + wrong[left + WIDTH :]
        count = _count(usual, words)
        if count > 1:
            break
    else:
        wrong, words, count = slipped.odd, slipped.usual, _count(usual, slipped.usual)
    return VariedWord(
        wrong,
        words,
        slipped.is_turned,
        count,
        tuple(_place(passage, wrong, words) for passage in odd),
        next(_place(passage, words, words) for passage in usual if words in passage.folded.text),
    )


def _count(passages: Iterable[Passage], words: str) -> int:
    return sum(passage.folded.text.count(words) for passage in passages)


def _place(passage: Passage, words: str, what: str) -> Location:
    at = passage.folded.text.index(words)
    return passage.location(passage.folded, (at, at + len(words)), what)


def _beside(text: str, start: int, reading: str, usual: str) -> tuple[int, int]:
    """How many characters ahead and behind a window are the same words in both texts."""
    begin = reading.index(usual)
    ahead = (
        text[max(0, start - _MOST_BESIDE) : start],
        reading[max(0, begin - _MOST_BESIDE) : begin],
    )
    behind = (
        side[at + WIDTH : at + WIDTH + _MOST_BESIDE]
        for side, at in ((text, start), (reading, begin))
    )
    return _shared(*(side[::-1] for side in ahead)), _shared(*behind)


def _shared(one: str, other: str) -> int:
    """How many characters of two texts are the same words, at their beginning."""
    pairs = zip(one, other, strict=False)
    same = itertools.takewhile(lambda pair: pair[0] == pair[1] and _HAN.match(pair[0]), pairs)
    return sum(1 for _ in same)


def _may_name(passage: Passage) -> bool:
    """Whether words are looked at there: not in a contents, a title, the rows of known tables, nor
    in asides, which not every format has."""
    if not passage.has_words or passage.kind in _ELSEWHERE:
        return False
    return passage.kind is not PassageKind.CELL or passage.place.row is None


def _runs(passage: Passage) -> list[str]:
    if len(passage.source.text) < WIDTH:
        return []
    return [match[1] for match in _RUN.finditer(passage.folded.text) if match[1]]


def _official(disclosure: Disclosure) -> str:
    """The names of subjects and entities, which rules of their own hold against lists."""
    names = [fold(part.ref.entity or "") for part in disclosure.outline.parts]
    for axis in AXES:
        names += disclosure.book[axis].wordings
    return "\n".join(names)


def _told(disclosure: Disclosure) -> str:
    """The names of projects and offices that are reported as such, in both forms."""
    names = [name for varied in varied_names(disclosure) for name in (varied.odd, varied.name)]
    names += [name for twice in named_twice(disclosure) for name in (twice.name, twice.other)]
    return "\n".join(names)


def _one_a_slip(slipped: Iterable[Slipped], runs: Iterable[str]) -> Iterator[Slipped]:
    """Of the windows around a slip the one that has it nearest to the middle, in order."""
    by_window = {each.odd: each for each in slipped}
    for run in runs if by_window else ():
        best: dict[int, Slipped] = {}
        for start in range(len(run) - WIDTH + 1):
            if each := by_window.get(run[start : start + WIDTH]):
                kept = best.setdefault(start + each.at, each)
                if abs(each.at - _MIDDLE) < abs(kept.at - _MIDDLE):
                    best[start + each.at] = each
        yield from best.values()


def _is_known(passage: Passage, words: str) -> bool:
    """Whether a slip in a passage is known of this field and reported as such."""
    text = passage.folded.text
    start = text.index(words)
    hits = known().hits(text, ends=passage.kind is not PassageKind.SENTENCE)
    return any(hit.span[0] < start + len(words) and start < hit.span[1] for hit in hits)
