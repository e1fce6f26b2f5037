"""Whether any installed distribution offers rules, found out without importlib.metadata.

That module costs as much as click itself, and hardly anyone installs further rules; so the files
it would read are searched for the name of the group first.
"""

from __future__ import annotations

import os
import sys
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.metadata import EntryPoint

GROUP = "budgetlint.rules"


def rule_entry_points() -> list[EntryPoint]:
    """The entry points that lead to rules of other distributions, in a fixed order."""
    if not _may_be_offered():
        return []
    from importlib.metadata import entry_points  # noqa: PLC0415 (slow, see above)

    return sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))


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
