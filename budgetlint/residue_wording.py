"""Observations of residue: one for each kind, with all its places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from budgetlint.finding import Severity, Tally
from budgetlint.lang import say
from budgetlint.taxonomy.residue import traces
from budgetlint.wording import quoted, shortened, together

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.passages import Passage
    from budgetlint.finding import Observation
    from budgetlint.location import Location
    from budgetlint.taxonomy.residue import Trace

_LONGEST = 30


def residue_observations(
    disclosure: Disclosure, group: str, messages: Mapping[str, str], skipped: Container[int] = ()
) -> Iterator[Observation | Tally]:
    """One observation for each kind of residue of a group.

    ``messages`` holds a template for each id, of the printed ``{text}`` and the ``{right}`` one;
    the cells of the blocks in ``skipped`` are not looked at. A running header that repeats a line
    of the text is no other place.
    """
    found: dict[tuple[str, str, str], list[Location]] = {}
    printed: set[str] = set()
    form = disclosure.document.format
    known = [trace for trace in traces(group) if not trace.formats or form in trace.formats]
    any_hint = re.compile("|".join(trace.hint.text for trace in known))
    passages = [
        passage
        for passage in disclosure.passages
        if passage.index not in skipped and any_hint.search(passage.source.text)
    ]
    for trace in known:
        for passage in passages:
            if not _in_reach(trace, passage):
                continue
            view = passage.plain if trace.view == "plain" else passage.folded
            if not trace.signs.search(view.text):
                continue
            if trace.unless and trace.unless.search(view.text):
                continue
            if passage.index is None and view.text in printed:
                continue
            for match in trace.pattern.compiled.finditer(view.text):
                place = passage.location(view, match.span(), trace.id)
                kind = (trace.id, trace.right, trace.severity)
                found.setdefault(kind, []).append(place)
                printed.add(view.text)
    for (name, right, severity), places in found.items():
        shown = quoted(shortened(places[0].marked, _LONGEST))
        yield together(
            say(messages[name], text=shown, right=quoted(right)),
            places,
            severity=Severity(severity) if severity else None,
            subject=right or name,
            expected=right or None,
        )
    yield Tally(held=len(disclosure.passages))


def _in_reach(trace: Trace, passage: Passage) -> bool:
    """Whether a passage is one that a kind of residue is looked for in, and may hold it.

    Lines are wrapped within words: of a sign only one character is sure to be found here.
    """
    if trace.where and passage.kind not in trace.where:
        return False
    if trace.within is not None and passage.index is not None and passage.index >= trace.within:
        return False
    return trace.hint.search(passage.source.text) is not None
