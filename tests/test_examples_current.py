"""The files in examples/ are what the fictional department prints today."""

from __future__ import annotations

import pytest
from fictional.build_examples import EXAMPLES, FAULTS, STORIES, faults, files, parts


@pytest.mark.parametrize("name", files())
def test_example_is_current(name: str) -> None:
    current = parts((EXAMPLES / name).read_bytes())
    assert current == parts(files()[name]), (
        "run: PYTHONPATH=tests python -m fictional.build_examples"
    )


def test_nothing_else_lies_there() -> None:
    assert {path.name for path in EXAMPLES.iterdir()} == set(files())


def test_faults_are_told_and_lie_apart() -> None:
    assert len(FAULTS) == len(STORIES)
    assert len({(fault.kind, fault.place) for fault in faults()}) == len(FAULTS)
