"""``budgetlint check`` on many files: one report, whatever the way to it."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from commenting import write_commented
from project import ROOT

from budgetlint.batch import TIMEOUT
from budgetlint.cli import progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

EXAMPLE = (ROOT / "examples" / "faulty.txt").read_text(encoding="utf-8")
SHORT = "青禾县某某局2024年部门预算信息公开\n\n咨询电话：0310-0000000\n"
RULE = '''"""QH101: 按文中的话行事

## 检查什么
测试用。
"""

import os
import sys

from budgetlint.finding import Observation, Severity
from budgetlint.location import Location
from budgetlint.registry import rule


@rule(code="QH101", name="obedient", severity=Severity.WARNING)
def check(disclosure, options):
    text = "".join(getattr(block, "text", "") for block in disclosure.document.blocks)
    if "不停" in text:
        while True:
            pass
    if "猝死" in text:
        os.kill(os.getpid(), 9)
    if "退出" in text:
        sys.exit(0)
    if "说话" in text:
        print("所言")
    yield Observation("照办", Location(text=text[:5], key="said"), actual=0.5)
'''


class Bureau:
    """A folder of documents, a rule that does what they say, and the program."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write("本地规则/qh101.py", RULE)
        self.write("budgetlint.toml", 'rules-paths = ["本地规则"]\n')

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "budgetlint", "check", *arguments]

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        result = subprocess.run(
            self.command(*arguments),
            cwd=self.folder,
            env={**os.environ, "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return result.returncode, result.stdout, result.stderr

    def files(self, *arguments: str) -> dict[str, dict[str, Any]]:
        """The files of the JSON report, by path."""
        out = self(*arguments, "--format", "json")[1]
        return {file["path"]: file for file in json.loads(out)["files"]}


@pytest.fixture
def bureau(tmp_path: Path) -> Bureau:
    return Bureau(tmp_path)


# The same report


@pytest.fixture
def departments(bureau: Bureau) -> Bureau:
    """Documents of several formats and sizes, right, wrong and unreadable, two of them alike."""
    for name in ("faulty.docx", "clean.docx", "final-faulty.pdf"):
        (bureau.folder / name).write_bytes((ROOT / "examples" / name).read_bytes())
    commented = (
        ("1181.04", "budgetlint: 忽略 BL501 尾差"),
        ("七、政府采购", "budgetlint: 忽略 BL501 无"),
    )
    write_commented(bureau.folder / "faulty.docx", bureau.folder / "已阅.docx", *commented)
    bureau.write("甲/预算.txt", EXAMPLE)
    bureau.write("乙/预算.txt", EXAMPLE)
    bureau.write("乙/budgetlint.toml", 'ignore = ["BL5"]\nseverity = {BL3 = "info"}\n')
    bureau.write("丙.txt", EXAMPLE.replace("县", "市"))
    bureau.write("空.txt", "")
    return bureau


def test_the_report_is_the_same_with_any_number_of_jobs_cold_or_warm(
    departments: Bureau, cache_folder: Path
) -> None:
    def report(*arguments: str) -> tuple[int, str, str]:
        return departments(".", "--format", "json", *arguments)

    first = report("--jobs", "1", "--no-cache")
    assert list(cache_folder.iterdir()) == [], "nothing is stored then"
    code, out, err = first
    assert (code, err) == (2, "")
    files = json.loads(out)["files"]
    assert [file["path"] for file in files] == [
        "clean.docx", "faulty.docx", "final-faulty.pdf", "丙.txt", "乙/预算.txt", "已阅.docx",
        "甲/预算.txt", "空.txt",
    ]  # fmt: skip
    [accepted] = files[5]["suppressed"]
    assert (accepted["finding"]["rule"], accepted["reason"]) == ("BL501", "尾差")
    assert [each["path"] for each in json.loads(out)["notices"]] == ["已阅.docx"]
    assert report("--jobs", "2", "--no-cache") == first
    assert report("--jobs", "3") == first
    kept = sorted(path.name for path in (cache_folder / "budgetlint-results").iterdir())
    assert len(kept) == 7, "one of those that are alike under the same settings, none of an error"
    assert report() == first
    assert report("--jobs", "1") == first
    assert sorted(path.name for path in (cache_folder / "budgetlint-results").iterdir()) == kept


@pytest.mark.parametrize("arguments", [["--select", "BL3"], ["--ignore", "BL5"]])
def test_a_filter_shows_less_of_what_was_kept(
    departments: Bureau, cache_folder: Path, arguments: list[str]
) -> None:
    fresh = departments("faulty.docx", "--format", "json", "--no-cache", *arguments)
    departments("faulty.docx")
    assert departments("faulty.docx", "--format", "json", *arguments) == fresh
    assert len(list((cache_folder / "budgetlint-results").iterdir())) == 1


def test_a_document_that_was_changed_is_checked_anew(bureau: Bureau) -> None:
    bureau.write("预算.txt", SHORT)
    assert bureau.files("预算.txt")["预算.txt"]["findings"][-1]["location"]["text"] == "青禾县某某"
    bureau.write("预算.txt", SHORT.replace("青禾", "红叶"))
    assert bureau.files("预算.txt")["预算.txt"]["findings"][-1]["location"]["text"] == "红叶县某某"


def test_after_a_change_of_a_local_rule_everything_is_checked_anew(bureau: Bureau) -> None:
    bureau.write("预算.txt", SHORT)
    bureau("预算.txt")
    bureau.write("本地规则/qh101.py", RULE.replace("照办", "改了"))
    assert bureau.files("预算.txt")["预算.txt"]["findings"][-1]["message"] == "改了"


def test_a_configuration_can_forbid_to_keep_anything(bureau: Bureau, cache_folder: Path) -> None:
    bureau.write("公开/预算.txt", SHORT)
    bureau.write("涉密/预算.txt", f"{SHORT}。")
    bureau.write("涉密/budgetlint.toml", "cache = false")
    bureau(".")
    assert len(list((cache_folder / "budgetlint-results").iterdir())) == 1
    bureau("涉密")
    assert len(list((cache_folder / "budgetlint-results").iterdir())) == 1


# One file and the others


@pytest.fixture
def trouble(bureau: Bureau) -> Bureau:
    """Two ordinary documents among some that a rule stumbles over."""
    for name, word in {
        "甲": "不停",
        "乙": "寻常",
        "丙": "猝死",
        "丁": "寻常",
        "戊": "退出",
    }.items():
        bureau.write(f"{name}.txt", f"{SHORT}{word}\n")
    return bureau


def test_a_file_that_hangs_or_kills_its_process_costs_itself_and_not_the_run(
    trouble: Bureau,
) -> None:
    code, out, err = trouble(".", "--jobs", "2", "--timeout", "3", "--format", "json")
    assert (code, err) == (2, "")
    files = {file["path"]: file for file in json.loads(out)["files"]}
    assert files["甲.txt"]["error"] == {
        "code": "BL092",
        "message": "检查此文件超过了 3 秒的时限，已停止，此文件没有被检查；"
        "可用 --timeout 放宽时限再试，文件不大的请将此提示反馈给维护者。",
    }
    assert files["丙.txt"]["error"] == {
        "code": "BL093",
        "message": "检查此文件的进程意外终止（信号 9），可能是内存不足，此文件没有被检查；"
        "可用 --jobs 减少同时检查的文件数再试，仍出错请将此提示反馈给维护者。",
    }
    for path in ("乙.txt", "丁.txt"):
        assert files[path]["error"] is None
        assert files[path]["findings"][-1]["message"] == "照办"
    assert files["戊.txt"]["findings"][0]["message"].startswith(
        "规则 QH101（obedient）运行时出错：SystemExit（0）。"
    )


def test_an_accident_is_not_kept(trouble: Bureau, cache_folder: Path) -> None:
    trouble(".", "--timeout", "3")
    kept = list((cache_folder / "budgetlint-results").iterdir())
    assert len(kept) == 1, "that of the two ordinary documents, which are alike"
    trouble.write("本地规则/qh101.py", RULE.replace("while True:\n            pass", "pass"))
    assert trouble.files("甲.txt")["甲.txt"]["error"] is None


@pytest.mark.parametrize("arguments", [["甲.txt"], ["甲.txt", "乙.txt", "--jobs", "1"]])
def test_the_time_limit_holds_without_a_process_too(trouble: Bureau, arguments: list[str]) -> None:
    files = trouble.files(*arguments, "--timeout", "1")
    assert files["甲.txt"]["error"]["code"] == "BL092"
    assert [file["error"] for path, file in files.items() if path != "甲.txt"] == [None] * (
        len(files) - 1
    )


def test_a_single_file_starts_no_process(bureau: Bureau) -> None:
    bureau.write("预算.txt", SHORT)
    script = (
        "import sys; from budgetlint.cli import run; code = run(['check', '预算.txt']);"
        "sys.exit('multiprocessing' in sys.modules)"
    )
    result = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script], cwd=bureau.folder, check=False
    )
    assert result.returncode == 0


def test_what_a_rule_prints_stays_out_of_the_report(bureau: Bureau) -> None:
    for name in ("甲", "乙"):
        bureau.write(f"{name}.txt", f"{SHORT}说话\n")
    code, out, err = bureau(".", "--format", "json", "--no-cache")
    assert (code, sorted(err)) == (0, sorted("所言\n" * 2))
    assert len(json.loads(out)["files"]) == 2


def working(trouble: Bureau, jobs: str) -> tuple[subprocess.Popen[str], int]:
    """A check at work without end, and the process that does the work."""
    trouble.write("本地规则/qh101.py", RULE.replace("while", "print(os.getpid())\n        while"))
    running = subprocess.Popen(
        trouble.command("甲.txt", "乙.txt", "--jobs", jobs),
        cwd=trouble.folder,
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    )
    assert running.stderr
    return running, int(running.stderr.readline())


@pytest.mark.skipif(os.name == "nt", reason="the signals of POSIX")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_stops_at_once_with_130_and_leaves_no_process(trouble: Bureau, jobs: str) -> None:
    """Ctrl-C goes to every process of the terminal, here to every process of the group."""
    running, worker = working(trouble, jobs)
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate()
    assert (running.returncode, out, err.strip()) == (130, "", "已中断。")
    assert (worker == running.pid) is (jobs == "1")
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


@pytest.mark.skipif(os.name == "nt", reason="the signals of POSIX")
def test_no_process_outlives_a_run_that_was_killed(trouble: Bureau) -> None:
    running, _ = working(trouble, "2")
    running.kill()
    # Standard error ends when the last process that could write to it does.
    assert running.communicate(timeout=60) == ("", "")


# Usage


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--jobs", "0"], "选项 --jobs：应为不小于 1 的整数，现在是“0”。"),
        (["--jobs", "all"], "选项 --jobs：应为不小于 1 的整数，现在是“all”。"),
        (["--timeout", "-1"], "选项 --timeout：应为不小于 1 的整数，现在是“-1”。"),
        (["--timeout", "２"], "选项 --timeout：应为不小于 1 的整数，现在是“２”。"),
    ],
)
def test_wrong_numbers_are_two_with_one_sentence(
    bureau: Bureau, arguments: list[str], sentence: str
) -> None:
    bureau.write("预算.txt", SHORT)
    code, out, err = bureau("预算.txt", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"budgetlint：{sentence}")


def test_the_help_tells_the_time_limit(bureau: Bureau) -> None:
    assert f"默认{TIMEOUT}秒；" in "".join(bureau("--help")[1].split())


# The bar


@contextmanager
def screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], str]]:
    """A terminal as standard error, and what appears on it until it ends with some signs."""
    import pty  # noqa: PLC0415 (not on Windows)

    keyboard, line = pty.openpty()

    def appeared(end: str) -> str:
        text = b""
        while not text.endswith(end.encode()):
            assert select.select([keyboard], [], [], 30)[0], text
            text += os.read(keyboard, 1)
        return text.decode()

    with os.fdopen(line, "w", encoding="utf-8") as stream, monkeypatch.context() as patched:
        patched.setattr("sys.stderr", stream)
        patched.setenv("TERM", "xterm")
        yield appeared
    os.close(keyboard)


def test_a_terminal_shows_how_far_it_is_to_those_who_waited(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with screen(monkeypatch) as appeared:
        with progress.bar(3) as bar:
            assert bar
            bar(2)
            bar.timer.join()
            assert appeared("2/3").startswith("\x1b[?25l正在检查 ")
        assert appeared("\x1b[2K"), "it is wiped off again"


def test_who_did_not_have_to_wait_sees_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 1000.0)
    with screen(monkeypatch) as appeared:
        with progress.bar(3) as bar:
            assert bar
            bar(2)
        print("结束", file=sys.stderr, flush=True)  # noqa: T201
        assert appeared("\n") == "结束\r\n"


@pytest.mark.parametrize(("total", "term"), [(1, "xterm"), (3, "dumb")])
def test_one_file_or_a_dumb_terminal_has_no_bar(
    total: int, term: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with screen(monkeypatch):
        monkeypatch.setenv("TERM", term)
        with progress.bar(total) as bar:
            assert bar is None


def test_without_a_terminal_there_is_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.bar(3) as bar:
        assert bar is None
    assert capsys.readouterr().err == ""


# budgetlint cache


def test_the_cache_tells_where_it_is_and_can_be_emptied(
    bureau: Bureau, cache_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from budgetlint.cli import run  # noqa: PLC0415

    bureau.write("甲.txt", SHORT)
    bureau.write("乙.txt", f"{SHORT}。")
    bureau(".")
    folder = cache_folder / "budgetlint-results"
    assert len(list(folder.iterdir())) == 2
    assert run(["cache", "dir"]) == 0
    assert capsys.readouterr().out == f"{folder}\n"
    assert run(["cache", "clean"]) == 0
    assert capsys.readouterr().out == "已删除 2 个文件的检查结果（0.0 MB）。\n"
    assert not folder.exists()
    assert run(["cache", "clean"]) == 0
    assert capsys.readouterr().out == "已删除 0 个文件的检查结果（0.0 MB）。\n"


# The language


def test_processes_and_cache_speak_the_language_of_the_run(trouble: Bureau) -> None:
    def accident(*arguments: str) -> str:
        files = trouble.files("乙.txt", "丙.txt", *arguments)
        assert files["乙.txt"]["error"] is None
        return str(files["丙.txt"]["error"]["message"])

    assert accident().startswith("检查此文件的进程意外终止（信号 9）")
    assert accident("--lang", "en").startswith("The process that checked this file ended")


def test_what_was_kept_in_one_language_is_not_shown_in_another(
    bureau: Bureau, cache_folder: Path
) -> None:
    bureau.write("预算.txt", SHORT)
    for arguments in ([], ["--lang", "en"], [], ["--lang", "en"]):
        bureau("预算.txt", *arguments)
    assert len(list((cache_folder / "budgetlint-results").iterdir())) == 2
