"""What a run leaves out: the files and folders that ``exclude`` means."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from budgetlint.paths import absolute
from budgetlint.settings import Settings, covers

if TYPE_CHECKING:
    from collections.abc import Callable


def _no_settings(_path: Path) -> Settings:
    return Settings()


@dataclass(frozen=True, slots=True)
class Exclusion:
    """The ``exclude`` of the configurations, and that of the command line.

    ``settings_for`` gives the settings in force for a file or folder. ``patterns`` come from the
    command line and are relative to the current folder. ``force`` extends all of them to what was
    named by the user, as a hook needs it: there every file is.
    """

    settings_for: Callable[[Path], Settings] = _no_settings
    patterns: tuple[str, ...] = ()
    force: bool = False

    def passes_over(self, path: Path) -> bool:
        """Whether a file or folder found in a folder that is walked is left out."""
        return self._means(path, self.settings_for(path))

    def covers(self, path: Path) -> bool:
        """Whether a file or folder is left out, for itself or for a folder that it lies in."""
        settings = self.settings_for(path)
        return any(self._means(each, settings) for each in (path, *absolute(path).parents))

    def refuses(self, path: Path) -> bool:
        """Whether even what the user named is left out."""
        return self.force and self.covers(path)

    def _means(self, path: Path, settings: Settings) -> bool:
        return settings.excludes(path) or any(
            covers(pattern, path, Path.cwd()) for pattern in self.patterns
        )
