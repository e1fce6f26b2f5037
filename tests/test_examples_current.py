"""The files in examples/ are what the fictional department prints today."""

from __future__ import annotations

import pytest
from fictional.build_examples import EXAMPLES, FAULTS, STORIES, faults, files, parts
from linting import lint, serious


@pytest.mark.parametrize("name", files())
def test_example_is_current(name: str) -> None:
    current = parts((EXAMPLES / name).read_bytes())
    assert current == parts(files()[name]), (
        "run: PYTHONPATH=tests python -m fictional.build_examples"
    )


def test_nothing_else_lies_there() -> None:
    assert {path.name for path in EXAMPLES.iterdir()} == set(files())


@pytest.mark.parametrize("name", ["clean", "faulty"])
def test_findings_are_the_same_in_every_format(name: str) -> None:
    docx, *others = (
        {f.fingerprint: (f.rule, f.message) for f in serious(lint(EXAMPLES / f"{name}.{suffix}"))}
        for suffix in ("docx", "pdf", "txt")
    )
    assert len(docx) == (len(FAULTS) if name == "faulty" else 0)
    assert all(other == docx for other in others)


def test_faults_are_told_and_lie_apart() -> None:
    assert len(FAULTS) == len(STORIES)
    assert len({(fault.kind, fault.place) for fault in faults()}) == len(FAULTS)
