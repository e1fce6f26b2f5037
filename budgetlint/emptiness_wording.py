"""What is said of a heading without content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.document import Table
from budgetlint.finding import Observation, Severity
from budgetlint.fold import tidy
from budgetlint.lang import say
from budgetlint.location import Location
from budgetlint.wording import quoted

if TYPE_CHECKING:
    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.structure.emptiness import EmptyHeading


def empty_observation(disclosure: Disclosure, empty: EmptyHeading) -> Observation:
    """The observation of an empty heading, less where the content may not have been read."""
    heading = tidy(empty.line.paragraph.text)
    message = say("{heading}下面没有内容", heading=quoted(heading))
    if empty.after:
        after = quoted(tidy(empty.after.paragraph.text))
        message = say(
            "{heading}下面没有内容，紧接着就是{after}", heading=quoted(heading), after=after
        )
    message += say("；没有这项内容也应写明“无”或者原因")
    return Observation(
        message=message,
        location=Location(
            part=empty.part.ref,
            section=empty.section.heading if empty.section else None,
            text=heading,
            position=empty.line.paragraph.position(),
            key=f"empty/{empty.line.title}",
        ),
        severity=None if _is_all_read(disclosure) else Severity.INFO,
    )


def _is_all_read(disclosure: Disclosure) -> bool:
    document = disclosure.document
    boxes = any(remark.kind == "text-box" for remark in document.remarks)
    tables = any(isinstance(block, Table) for block in document.blocks)
    return tables and not boxes and not document.unread
