"""A report as bytes and back: nothing is lost, nothing is added."""

from __future__ import annotations

import pickle
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

import pytest
from doubles import HINT, PERSONNEL, file_report
from hypothesis import given
from hypothesis import strategies as st
from project import ROOT

from budgetlint.document import Position
from budgetlint.finding import Finding, Severity
from budgetlint.linter import examine_file
from budgetlint.location import Location, PartRef, TableRef
from budgetlint.report import (
    CheckCoverage,
    Coverage,
    DocumentSummary,
    FileError,
    FileReport,
    Means,
    Notice,
    Suppressed,
)
from budgetlint.settings import Settings
from budgetlint.stored import decoded, encoded

if TYPE_CHECKING:
    from pathlib import Path

texts = st.text(st.characters(), max_size=8)
maybe_text = st.none() | texts
counts = st.integers(0, 9999)
maybe_count = st.none() | counts
lists = st.lists(texts, max_size=3)
parts = st.builds(PartRef, texts, maybe_text, maybe_text)
positions = st.builds(
    Position,
    **{name: maybe_count for name in Position.__dataclass_fields__ if name != "bbox"},
    bbox=st.none() | st.tuples(*[st.floats(allow_nan=False)] * 4),
)
locations = st.builds(
    Location,
    part=st.none() | parts,
    section=maybe_text,
    table=st.none() | st.builds(TableRef, maybe_count, texts),
    row=maybe_count,
    row_code=maybe_text,
    row_label=maybe_text,
    column_label=maybe_text,
    text=texts,
    mark=st.none() | st.tuples(counts, counts),
    position=positions,
    key=texts,
)
findings = st.builds(
    Finding,
    rule=texts,
    name=texts,
    severity=st.sampled_from(Severity),
    message=texts,
    location=locations,
    related=st.lists(locations, max_size=2).map(tuple),
    expected=maybe_text,
    actual=maybe_text,
    subject=texts,
    title=texts,
    fingerprint=texts,
)
suppressed = st.builds(Suppressed, findings, st.sampled_from(Means), texts, st.none() | st.dates())
coverages = st.builds(
    Coverage,
    statements=lists.map(tuple),
    facts=counts,
    unread=lists.map(tuple),
    checks=st.dictionaries(
        texts, st.builds(CheckCoverage, counts, counts, counts, lists), max_size=2
    ),
)
summaries = st.builds(
    DocumentSummary,
    kind=texts,
    year=maybe_count,
    entity=maybe_text,
    entity_code=maybe_text,
    unit=maybe_text,
    parts=st.lists(parts, max_size=2).map(tuple),
)
reports = st.builds(
    FileReport,
    path=texts,
    document=summaries,
    coverage=coverages,
    findings=st.lists(findings, max_size=2).map(tuple),
    error=st.none() | st.builds(FileError, texts, texts),
    suppressed=st.lists(suppressed, max_size=1).map(tuple),
    notices=st.lists(st.builds(Notice, texts, texts), max_size=1).map(tuple),
)


def same(one: FileReport, other: FileReport) -> bool:
    """Also in what does not count when findings are compared, and in every type."""
    return one == other and repr(one) == repr(other)


@given(reports)
def test_every_report_comes_back_as_it_was(report: FileReport) -> None:
    assert same(decoded(encoded(report)), report)


@pytest.mark.parametrize("report", [file_report(PERSONNEL, HINT), file_report()])
def test_a_full_report_comes_back_as_it_was(report: FileReport) -> None:
    assert same(decoded(encoded(report)), report)


@pytest.mark.parametrize("name", ["faulty.txt", "faulty.docx", "final-faulty.pdf"])
def test_the_report_on_an_example_comes_back_as_it_was(name: str) -> None:
    report = examine_file(ROOT / "examples" / name, name, Settings())
    assert report.findings
    assert same(decoded(encoded(report)), report)


def test_text_that_no_encoding_knows_comes_back_as_it_was() -> None:
    report = FileReport("\udcff预算.txt", document=DocumentSummary(entity="\ud800局"))
    assert same(decoded(encoded(report)), report)


def test_a_value_that_is_no_text_becomes_one() -> None:
    finding = Finding("QH101", "x", Severity.INFO, "", Location(), expected=cast("Any", Decimal(7)))
    assert decoded(encoded(file_report(finding))).findings[0].expected == "7"


def test_bytes_are_data_and_never_run(tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[Any, ...]:
            return (tmp_path / "evil").write_text, ("",)

    with pytest.raises(ValueError, match=r"."):
        decoded(pickle.dumps(Evil()))
    assert not (tmp_path / "evil").exists()
