"""Rules put in order: what is one rule on paper becomes one, however it was drawn.

Producers draw a rule cell by cell, twice side by side, in dashes, or as a thin filled area.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.readers.pdf_marks import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SNAP = 2.5
"""Rules nearer than this to each other are one."""
JOIN = 3.0
"""A gap in a rule, or before another, that is not seen on paper."""
_DASH = 8.0
_DASH_GAP = 6.0
_SHORTEST = 5.0


def tidied(rules: Iterable[Rule]) -> list[Rule]:
    """The rules of one direction, each whole, in order of their place."""
    whole: list[Rule] = []
    bundle: list[Rule] = []
    for rule in sorted(rules):
        if bundle and rule.at - bundle[0].at > SNAP:
            whole += _joined(bundle)
            bundle = []
        bundle.append(rule)
    whole += _joined(bundle)
    return [rule for rule in whole if rule.end - rule.start >= _SHORTEST]


def _joined(bundle: Sequence[Rule]) -> list[Rule]:
    """Rules side by side as one; one behind another as one where hardly a gap is between."""
    if not bundle:
        return []
    length = sum(rule.end - rule.start for rule in bundle)
    at = (
        sum(rule.at * (rule.end - rule.start) for rule in bundle) / length
        if length
        else bundle[0].at
    )
    joined: list[Rule] = []
    last = 0.0
    for rule in sorted(bundle, key=lambda rule: rule.start):
        size = rule.end - rule.start
        if joined:
            before = joined[-1]
            gap = _DASH_GAP if size <= _DASH and last <= _DASH else JOIN
            if rule.start - before.end <= gap:
                joined[-1] = Rule(at, before.start, max(before.end, rule.end))
                last = size
                continue
        joined.append(Rule(at, rule.start, rule.end))
        last = size
    return joined
