"""budgetlint: a linter for Chinese government budget disclosure documents."""

from budgetlint._version import __version__

__all__ = ["__version__"]
