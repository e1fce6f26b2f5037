"""Slips of the pen in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.finding import Severity
from budgetlint.lang import say
from budgetlint.wording import quoted, together

if TYPE_CHECKING:
    from budgetlint.disclosure.slips import Misprint
    from budgetlint.finding import Observation


def slip_observation(misprint: Misprint, template: str) -> Observation:
    """A slip as an observation; ``template`` names the ``{wrong}`` and the ``{right}`` form."""
    hit = misprint.hit
    said = say(template, wrong=quoted(hit.wrong), right=quoted(hit.right))
    remark = say("（{remark}）", remark=hit.slip.message) if hit.slip.message else ""
    severity = None if hit.slip.sure else Severity.INFO
    return together(said + remark, misprint.places, severity, expected=hit.right)
