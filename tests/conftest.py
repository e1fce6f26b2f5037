"""What holds for every test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from budgetlint.lang import CHINESE, speaking

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test finds the results of another, or leaves any in the folder of the user."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("BUDGETLINT_CACHE_DIR", str(folder))
    return folder


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    """No test goes on in the language that another one chose."""
    with speaking(CHINESE):
        yield
