"""The rules that installed distributions offer.

importlib.metadata costs as much as click itself, and hardly anyone installs further rules; so the
files it would read are searched for the name of the group first.
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from functools import partial
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING

from budgetlint.lang import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from importlib.metadata import Distribution

GROUP = "budgetlint.rules"


@dataclass(frozen=True, slots=True)
class Offer:
    """An entry point of our group: its distribution, its name, and how to import what it names.

    Where a distribution's entry points cannot be read, ``load`` raises the reason.
    """

    distribution: str
    name: str
    load: Callable[[], object]


def offers() -> list[Offer]:
    """What other distributions offer, in a fixed order; the first of a name on the path counts."""
    if not _may_be_offered():
        return []
    from importlib.metadata import distributions  # noqa: PLC0415 (slow, see above)

    by_name: dict[str, list[Offer]] = {}
    for each in distributions():
        name = each.name or say("（没有名称）")
        by_name.setdefault(re.sub(r"[-_.]+", "-", name).lower(), list(_offers_of(each, name)))
    return [offer for _, found in sorted(by_name.items()) for offer in found]


def _offers_of(distribution: Distribution, name: str) -> Iterator[Offer]:
    try:
        if GROUP not in (distribution.read_text("entry_points.txt") or ""):
            return
        points = sorted(distribution.entry_points.select(group=GROUP))
    except Exception as error:
        yield Offer(name, "entry_points.txt", partial(_fail, error))
    else:
        for point in points:
            yield Offer(name, point.name, point.load)


def _fail(error: Exception) -> object:
    raise error


def _may_be_offered() -> bool:
    """False only if no distribution can offer rules; what cannot be searched may offer some."""
    if any(hasattr(f, "find_distributions") for f in sys.meta_path if f is not PathFinder):
        return True
    return any(_mentions_rules(place) for place in sys.path)


def _mentions_rules(place: str) -> bool:
    folder = Path(place or ".")
    if folder.suffix == ".egg" or not folder.is_dir():
        return folder.exists()
    try:
        return any(GROUP.encode() in path.read_bytes() for path in _declarations(folder))
    except OSError:
        return True


def _declarations(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as entries:
        found = [e.path for e in entries if e.name.endswith((".dist-info", ".egg-info"))]
    for name in found:
        path = Path(name, "entry_points.txt")
        if path.is_file():
            yield path
