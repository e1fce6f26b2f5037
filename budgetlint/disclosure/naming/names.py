"""Names of departments and units: when two prints mean the same one."""

from __future__ import annotations

import re
from enum import Enum

from budgetlint.fold import fold
from budgetlint.taxonomy.names import short_forms

_DECORATION = re.compile(r"(?:本级|本部|(?<=[局委办厅会府院部])机关)$")
_BRACKET = re.compile(r"(?:\((?!本级|机关|本部)[^()]*\))+$")
_OWN_LEVEL = re.compile(r"\((本级|机关|本部)\)$")
_OPEN = "部门(单位)"
_CONNECTIVES = "和与及、"
_COUNTED = set("一二三四五六七八九十东西南北中上下大小")
NO_AREA = "城市[管更建运综规服发投]|[社园校景灌矿库林小营]区"
"""What only looks like the name of an area."""
_AREA = re.compile(
    rf"(?:(?!{NO_AREA})[^省市县区旗州盟]{{1,10}}?(?:自治[县州旗区]|[省市县区旗州盟]))+"
)
_LONG_FUNCTION = 5
_LONGER_FUNCTION = 6
_SHORTEST_NAME = 3


class Likeness(Enum):
    """How a printed name relates to the right one.

    ``OWN_LEVEL`` differs in 本级 only; ``ABBREVIATED`` leaves words out, or the right one does;
    ``LONGER`` has the right name at its end, after that of a superior; ``SLIP`` is the right name
    with a slip in it.
    """

    SAME = "same"
    OWN_LEVEL = "own-level"
    ABBREVIATED = "abbreviated"
    LONGER = "longer"
    SLIP = "slip"
    OTHER = "other"


def likeness(name: str, right: str) -> Likeness:
    """How ``name`` relates to ``right``; white space, full width and brackets do not matter."""
    one, other = _plain(name), _plain(right)
    if one == other:
        return Likeness.SAME
    one, other = _DECORATION.sub("", one), _DECORATION.sub("", other)
    if one == other:
        return Likeness.OWN_LEVEL
    if one.endswith(other):
        return Likeness.LONGER
    if is_slip(one, other):
        return Likeness.SLIP
    shorter, longer = sorted((_short(one), _short(other)), key=len)
    if len(shorter) >= _SHORTEST_NAME and shorter[-1] == longer[-1] and _left_out(shorter, longer):
        return Likeness.ABBREVIATED
    return Likeness.OTHER


def area_of(name: str) -> str:
    """The county, city or province that a name begins with, or ""; 城市管理局 names none."""
    match = _AREA.match(name)
    return match[0] if match else ""


def is_open(name: str) -> bool:
    """Whether a name leaves a choice of the template open: 青禾县水利部门(单位)."""
    return _OPEN in fold(name)


def without_choice(name: str) -> str:
    """What a name says before the choice that it leaves open: 青禾县水利."""
    return fold(name).split(_OPEN)[0]


def is_slip(name: str, right: str) -> bool:
    """Whether ``name`` is ``right`` with one slip of the hand in what follows the area.

    Other units have names that differ in one character too (第一、第二小学; 税务局, 商务局): a
    number or direction is no slip, and short names are not judged.
    """
    area = area_of(right)
    if not area or not name.startswith(area) or name[-1] != right[-1]:
        return False
    one, other = name[len(area) :], right[len(area) :]
    if len(other) < _LONG_FUNCTION or one == other:
        return False
    return _one_slip(one, other)


def _one_slip(one: str, other: str) -> bool:
    gap = len(one) - len(other)
    at = next((n for n, pair in enumerate(zip(one, other, strict=False)) if len(set(pair)) > 1), 0)
    if gap == -1:
        dropped = other[at]
        return one[at:] == other[at + 1 :] and dropped not in _CONNECTIVES + "".join(_COUNTED)
    if gap == 1:
        doubled = one[at] in one[max(0, at - 1) : at]
        return doubled and one[at + 1 :] == other[at:]
    if gap or one[at + 1 :] != other[at + 1 :]:
        swapped = other[:at] + other[at : at + 2][::-1] + other[at + 2 :]
        return not gap and one == swapped
    return len(other) >= _LONGER_FUNCTION and not {one[at], other[at]} & _COUNTED


def bare(name: str) -> str:
    """A folded name without 本级 or a bracket at its end."""
    return _DECORATION.sub("", _plain(name))


def _plain(name: str) -> str:
    """A folded name without a bracket at its end, such as (汇总); (本级) is 本级."""
    return _OWN_LEVEL.sub(r"\1", _BRACKET.sub("", fold(name)))


def _short(name: str) -> str:
    """A name with the usual short forms of what it writes out."""
    for full, short in short_forms():
        name = full.sub(short, name)
    return name


def _left_out(shorter: str, longer: str) -> bool:
    """Whether all characters of ``shorter`` come in ``longer``, in this order."""
    rest = iter(longer)
    return all(char in rest for char in shorter)
