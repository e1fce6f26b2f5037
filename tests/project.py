"""Where the project lies, and how to copy what would be in a clone of it."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

_NOT_IN_A_CLONE = (".git", "*.egg-info", "build", "dist", ".venv*", ".*_cache", ".hypothesis")


def copy_project(target: Path) -> Path:
    """Copy the project without what tools leave behind."""
    ignored = shutil.ignore_patterns(*_NOT_IN_A_CLONE, "__pycache__", "*.pyc", ".coverage")
    return Path(shutil.copytree(ROOT, target, ignore=ignored))
