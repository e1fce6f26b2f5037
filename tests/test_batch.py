"""How many files are gone about: in which order, by which processes, and what is kept of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from doubles import HINT, PERSONNEL, file_report

from budgetlint import batch, parallel
from budgetlint.batch import Effort, Input, check_files
from budgetlint.cache import Cache, opened
from budgetlint.finding import Finding
from budgetlint.location import Location
from budgetlint.parallel import Died, NotStarted, Outcome, TimedOut
from budgetlint.readers.errors import PROTECTED, UNREADABLE
from budgetlint.reading_codes import FILE_CRASHED, RULE_CRASHED
from budgetlint.report import FileError, FileReport, Notice
from budgetlint.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, size in {"小": 1, "大": 3000, "中": 200}.items():
        (tmp_path / f"{name}.txt").write_text("文" * size, encoding="utf-8")
    return tmp_path


@pytest.fixture
def kept() -> Cache:
    found = opened()
    assert found
    return found


def inputs(folder: Path, *names: str) -> list[Input]:
    return [Input(folder / name, f"材料/{name}", Settings()) for name in names]


def examining(monkeypatch: pytest.MonkeyPatch, say: Callable[[Path], FileReport]) -> list[str]:
    """Have every file examined as ``say`` says; gives the names of those that were."""
    seen: list[str] = []

    def examine_file(path: Path, *_: object, others: object) -> FileReport:  # noqa: ARG001
        seen.append(path.name)
        return say(path)

    monkeypatch.setattr(batch, "examine_file", examine_file)
    return seen


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], dict[str, Any]]]:
    """The runs of several processes: the names of the files, and how they were started."""
    runs = []

    def run(
        _work: object, tasks: Sequence[Any], done: Callable[[int, Outcome], None], **how: Any
    ) -> None:
        names = [task.path.name for task in tasks]
        runs.append((names, how))
        outcomes: dict[str, Outcome] = {
            "大.txt": TimedOut(),
            "中.txt": Died(-9),
            "小.txt": NotStarted(),
        }
        for number in reversed(range(len(tasks))):
            done(number, outcomes[names[number]])

    monkeypatch.setattr(parallel, "run", run)
    return runs


# In which order, by whom


def test_the_largest_are_checked_first_and_reported_in_the_order_given(
    folder: Path, processes: list[tuple[list[str], dict[str, Any]]]
) -> None:
    told: list[int] = []
    reports = check_files(
        inputs(folder, "小.txt", "大.txt", "中.txt"), Effort(jobs=5, timeout=7), told.append
    )
    assert processes == [(["大.txt", "中.txt", "小.txt"], {"jobs": 5, "timeout": 7})]
    assert [report.path for report in reports] == ["材料/小.txt", "材料/大.txt", "材料/中.txt"]
    assert told == [1, 2, 3]
    assert [report.error.message.partition("；")[0] for report in reports if report.error] == [
        "无法启动检查进程，此文件没有被检查",
        "检查此文件超过了 7 秒的时限，已停止，此文件没有被检查",
        "检查此文件的进程意外终止（信号 9），可能是内存不足，此文件没有被检查",
    ]


def test_there_are_as_many_processes_as_cores_unless_told_otherwise(
    folder: Path, processes: list[tuple[list[str], dict[str, Any]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel, "cores", lambda: 17)
    check_files(inputs(folder, "小.txt", "大.txt"), Effort())
    assert processes[0][1]["jobs"] == 17


@pytest.mark.parametrize(
    ("names", "jobs"), [(["小.txt"], None), (["小.txt"], 4), (["小.txt", "大.txt"], 1), ([], None)]
)
def test_one_file_or_one_job_needs_no_process(
    folder: Path,
    processes: list[tuple[list[str], dict[str, Any]]],
    monkeypatch: pytest.MonkeyPatch,
    names: list[str],
    jobs: int | None,
) -> None:
    seen = examining(monkeypatch, lambda _: file_report())
    assert len(check_files(inputs(folder, *names), Effort(jobs))) == len(names)
    assert processes == []
    assert sorted(seen) == sorted(names)


def test_where_all_but_one_are_known_that_one_needs_no_process(
    folder: Path,
    kept: Cache,
    processes: list[tuple[list[str], dict[str, Any]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = examining(monkeypatch, lambda _: file_report(PERSONNEL))
    check_files(inputs(folder, "小.txt", "大.txt"), Effort(1, cache=kept))
    reports = check_files(inputs(folder, "小.txt", "中.txt", "大.txt"), Effort(cache=kept))
    assert seen == ["大.txt", "小.txt", "中.txt"]
    assert processes == []
    assert [report.path for report in reports] == ["材料/小.txt", "材料/中.txt", "材料/大.txt"]
    assert {report.findings for report in reports} == {(PERSONNEL,)}


# What is kept


def crash(code: str) -> FileReport:
    return file_report(Finding(code, "x", PERSONNEL.severity, "", Location()))


@pytest.mark.parametrize(
    ("report", "is_kept"),
    [
        (file_report(PERSONNEL, HINT), True),
        (file_report(), True),
        (file_report(error=FileError(PROTECTED, "有密码")), True),
        (file_report(error=FileError(UNREADABLE, "没有权限")), False),
        (file_report(error=FileError(FILE_CRASHED, "出错")), False),
        (crash(RULE_CRASHED), False),
    ],
)
def test_what_may_be_different_the_next_time_is_not_kept(
    folder: Path, kept: Cache, monkeypatch: pytest.MonkeyPatch, report: FileReport, is_kept: bool
) -> None:
    seen = examining(monkeypatch, lambda _: report)
    first = check_files(inputs(folder, "小.txt"), Effort(cache=kept))
    assert check_files(inputs(folder, "小.txt"), Effort(cache=kept)) == first
    assert len(seen) == (1 if is_kept else 2)


def test_a_file_saved_anew_while_it_is_examined_is_not_kept(
    folder: Path, kept: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    def say(path: Path) -> FileReport:
        path.write_text("新", encoding="utf-8")
        return file_report(HINT)

    examining(monkeypatch, say)
    check_files(inputs(folder, "小.txt"), Effort(cache=kept))
    assert list(kept.folder.iterdir()) == []


def test_what_is_kept_holds_no_name_of_a_file(
    folder: Path, kept: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    def say(_path: Path) -> FileReport:
        return FileReport("", notices=(Notice("", "批注没有用到"),))

    examining(monkeypatch, say)
    for _ in range(2):
        [report] = check_files(inputs(folder, "小.txt"), Effort(cache=kept))
        assert report == FileReport("材料/小.txt", notices=(Notice("材料/小.txt", "批注没有用到"),))
    [path] = kept.folder.iterdir()
    assert "小" not in path.read_bytes().decode(errors="replace")


def endless() -> list[Any]:
    """A list that holds itself."""
    found: list[Any] = []
    found.append(found)
    return found


@pytest.mark.parametrize("strange", [{"actual": endless()}, {"related": ("表6",)}])
def test_a_finding_that_is_none_is_a_failure_of_that_file_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch, strange: dict[str, Any]
) -> None:
    finding = replace(HINT, **strange)
    examining(monkeypatch, lambda path: file_report(finding if path.stem == "小" else HINT))
    broken, whole = check_files(inputs(folder, "小.txt", "大.txt"), Effort(1))
    assert broken.error
    assert broken.error.code == FILE_CRASHED
    assert whole.findings == (HINT,)
