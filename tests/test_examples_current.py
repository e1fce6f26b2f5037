"""The files in examples/ are what the fictional department prints today."""

from __future__ import annotations

import pytest
from fictional.build_examples import EXAMPLES, FINAL_STORIES, STORIES, faults, files, parts
from linting import lint, serious


@pytest.mark.parametrize("name", files())
def test_example_is_current(name: str) -> None:
    current = parts((EXAMPLES / name).read_bytes())
    assert current == parts(files()[name]), (
        "run: PYTHONPATH=tests python -m fictional.build_examples"
    )


def test_nothing_else_lies_there() -> None:
    assert {path.name for path in EXAMPLES.iterdir()} == set(files())


@pytest.mark.parametrize("name", ["clean", "faulty", "final-clean", "final-faulty"])
def test_findings_are_the_same_in_every_format(name: str) -> None:
    docx, *others = (
        {f.fingerprint: (f.rule, f.message) for f in serious(lint(path))}
        for path in sorted(EXAMPLES.glob(f"{name}.*"))
    )
    assert len(docx) == len(faults(name))
    assert others
    assert all(other == docx for other in others)


@pytest.mark.parametrize(
    ("name", "stories"), [("faulty", STORIES), ("final-faulty", FINAL_STORIES)]
)
def test_faults_are_told_and_lie_apart(name: str, stories: tuple[str, ...]) -> None:
    found = faults(name)
    assert len(found) == len(stories)
    assert len({(fault.expect.kind, fault.expect.place) for fault in found}) == len(found)
