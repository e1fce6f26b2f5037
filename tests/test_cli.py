"""``budgetlint check`` as a user meets it: what is printed where, and with which exit code."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest
from doubles import FakeDisclosure, Said, failing, make_rule, observation, opening

from budgetlint import linter, registry
from budgetlint.cli import check as check_module
from budgetlint.cli import run
from budgetlint.document import Position
from budgetlint.finding import Severity
from budgetlint.readers.errors import UNREADABLE, ReadError
from budgetlint.reading_codes import READING_CODES

if TYPE_CHECKING:
    from pathlib import Path

    from budgetlint.registry import Rule


class Office:
    """A folder with one document, rules that say what a test wants, and a command line.

    Such rules exist in this process only, and no cache can tell them apart.
    """

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        monkeypatch.chdir(folder)
        for name in ("NO_COLOR", "FORCE_COLOR"):
            monkeypatch.delenv(name, raising=False)
        self.write("预算.docx", "文")
        self.reads(FakeDisclosure())
        self.rules(make_rule(observation("人员经费不一致")))

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def reads(self, disclosure: FakeDisclosure | Exception) -> None:
        opener = failing(disclosure) if isinstance(disclosure, Exception) else opening(disclosure)
        self._monkeypatch.setattr(linter, "understand_file", opener)

    def rules(self, *rules: Rule) -> None:
        entries = tuple(sorted((*rules, *READING_CODES), key=lambda entry: entry.code))
        self._monkeypatch.setattr(registry, "all_rules", lambda: rules)
        self._monkeypatch.setattr(check_module, "catalogue", lambda: entries)

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        code = run(["check", "--jobs", "1", "--no-cache", *arguments])
        out, err = self._capsys.readouterr()
        return code, out, err


@pytest.fixture
def office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Office:
    return Office(tmp_path, monkeypatch, capsys)


# What goes where


def test_the_report_alone_goes_to_standard_output(office: Office) -> None:
    code, out, err = office("预算.docx")
    assert code == 1
    assert "预算.docx\n" in out
    assert "错误  BL501 正文与表格不一致（text-against-table）\n  人员经费不一致\n" in out
    assert out.endswith("核对标准表格 1 张、数据 3 个，0 项相符。\n")
    assert err == ""


def test_json_on_standard_output_is_one_document(office: Office) -> None:
    code, out, err = office("预算.docx", "--format", "json")
    assert (code, err) == (1, "")
    assert json.loads(out)["files"][0]["findings"][0]["message"] == "人员经费不一致"


def test_two_runs_print_the_same(office: Office) -> None:
    office.write("2023/预算.docx", "文")
    assert office(".", "--format", "json") == office("2023", "预算.docx", "--format", "json")


def test_reports_are_written_to_files_beside_standard_output(office: Office) -> None:
    code, out, _ = office(
        "预算.docx", "--output", "a.json", "--output", "json=b.dat", "--output", "报告.txt"
    )
    assert code == 1
    assert out.startswith("\n预算.docx")
    first = (office.folder / "a.json").read_text(encoding="utf-8")
    assert json.loads(first)["summary"]["findings"]["error"] == 1
    assert (office.folder / "b.dat").read_text(encoding="utf-8") == first
    assert (office.folder / "报告.txt").read_text(encoding="utf-8") == out


def test_an_older_report_is_replaced_whole_and_keeps_its_mode(office: Office) -> None:
    old = office.write("a.json", "x" * 100_000)
    old.chmod(0o640)
    office("预算.docx", "--output", "a.json")
    assert json.loads(old.read_text(encoding="utf-8"))["schema_version"] == 1
    assert old.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in office.folder.iterdir() if "a.json" in path.name] == ["a.json"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_or_device_is_written_to_and_not_replaced(office: Office) -> None:
    # A pipe of our own: a test that went wrong on a real device would damage the machine.
    pipe = office.folder / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        office("预算.docx", "--output", "json=pipe")
        written = os.read(reading, 1_000_000)
    finally:
        os.close(reading)
    assert pipe.is_fifo()
    assert json.loads(written)["schema_version"] == 1


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("没有/a.json", "--output 指定的文件夹不存在：没有"),
        (".", "--output 指定的 . 是文件夹，请给出文件名。"),
        ("报告.xyz", "从文件名看不出 报告.xyz 的格式，请写明，如 --output json=报告.xyz"),
        ("jsn=a.json", "--output 中没有“jsn”这种格式。您是不是想写 json？如果文件名本身含有等号，"),
        ("csv=a.csv", "--output 中没有“csv”这种格式。可用：terminal、concise、json、"),
        ("json=", "--output 需要文件名；要输出到屏幕请用 --format。"),
        ("-", "--output 需要文件名；要输出到屏幕请用 --format。"),
        ("terminal=预算.docx", "--output 会覆盖要检查的文件 预算.docx，请换一个文件名。"),
    ],
)
def test_a_wrong_output_stops_the_run_before_anything_is_checked(
    office: Office, output: str, sentence: str
) -> None:
    office.reads(AssertionError("nothing may be read"))
    code, out, err = office("预算.docx", "--output", output)
    assert (code, out) == (2, "")
    assert err.startswith(f"budgetlint：{sentence}")
    assert (office.folder / "预算.docx").read_text(encoding="utf-8") == "文"


def test_one_file_cannot_take_two_reports(office: Office) -> None:
    code, _, err = office("预算.docx", "--output", "a.json", "--output", "terminal=./a.json")
    assert code == 2
    assert "--output 两次指定了同一个文件：a.json" in err


def test_the_report_of_an_earlier_run_is_not_checked_as_a_document(office: Office) -> None:
    office.write("报告.txt", "上次的报告")
    _, out, _ = office(".", "--output", "报告.txt")
    assert "共 1 个文件" in out


# Exit codes


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [
        ("error", None, 1),
        ("warning", None, 0),
        ("warning", "warning", 1),
        ("info", "warning", 0),
        ("info", "info", 1),
        ("error", "never", 0),
    ],
)
def test_the_exit_code_follows_fail_on(
    office: Office, severity: str, fail_on: str | None, code: int
) -> None:
    office.rules(make_rule(observation(), severity=Severity(severity)))
    assert office("预算.docx", *(["--fail-on", fail_on] if fail_on else []))[0] == code


def test_an_unreadable_file_is_two_and_the_others_are_still_reported(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.write("空.docx", "")
    normal, broken = opening(), failing(ReadError(UNREADABLE, "文件是空的。"))
    monkeypatch.setattr(
        linter,
        "understand_file",
        lambda path, size: (broken if path.name == "空.docx" else normal)(path, size),
    )
    code, out, _ = office(".", "--fail-on", "never")
    assert code == 2
    assert "空.docx\n  错误  文件是空的。（BL001）" in out
    assert "人员经费不一致" in out


def test_a_crashed_rule_is_two_even_when_it_is_ignored_and_nothing_fails(office: Office) -> None:
    def crash(_disclosure: object, _options: object) -> list[Said]:
        raise ZeroDivisionError

    office.rules(make_rule(check=crash), make_rule(observation("另一条"), code="BL301", name="b"))
    code, out, err = office("预算.docx", "--ignore", "BL0,BL5", "--fail-on", "never")
    assert code == 2
    assert "错误  BL090 某条规则运行出错（rule-crashed）\n" in out
    assert "  规则 BL501（text-against-table）运行时出错" in out
    assert "另一条" in out
    assert err == ""


def test_details_of_a_crash_are_for_those_who_ask(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    office.reads(KeyError("w:p"))
    with caplog.at_level("DEBUG", logger="budgetlint"):
        code, out, _ = office("预算.docx")
    assert code == 2
    assert "处理此文件时程序出错：KeyError" in out
    assert "Traceback" not in out
    assert "KeyError: 'w:p'" in caplog.text


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["没有.docx"], "没有找到文件或文件夹：没有.docx"),
        (["*.pdf"], "没有文件与 *.pdf 相符。"),
        ([], "缺少参数“路径…”。"),
        (["预算.docx", "--selct", "BL5"], "没有 --selct 这个选项。您是不是想写 --select？"),
        (["预算.docx", "--select", "BL9999"], "命令行：--select 中的“BL9999”不是规则的编号"),
        (["预算.docx", "--ignore", "BL090"], "命令行：--ignore 中的 BL090（某条规则运行出错）不能"),
        (["预算.docx", "--fail-on", "eror"], "选项 --fail-on：没有“eror”。您是不是想写 error？"),
        (["预算.docx", "--format", "xml"], "选项 --format：没有“xml”。可用：terminal、concise、"),
        (["预算.docx", "--config", "没有.toml"], "配置文件 没有.toml 无法读取"),
        (["预算.docx", "--config", "a", "--isolated"], "--config 与 --isolated 不能同时使用。"),
        (["预算.docx", "--output"], "选项 --output 的写法不对"),
    ],
)  # fmt: skip
def test_wrong_usage_is_two_with_one_chinese_sentence(
    office: Office, arguments: list[str], sentence: str
) -> None:
    code, out, err = office(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"budgetlint：{sentence}")


def test_an_empty_folder_is_two_and_never_clean(office: Office) -> None:
    (office.folder / "空").mkdir()
    code, out, err = office("空")
    assert (code, out) == (2, "")
    assert "没有可检查的内容：文件夹 空 中没有文件" in err


def test_interruption_is_130_without_a_traceback(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_arguments: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(check_module, "check_files", interrupt)
    code, out, err = office("预算.docx")
    assert (code, out, err.strip()) == (130, "", "已中断。")


# Selection and configuration


def speaking(*codes: str) -> list[Rule]:
    return [
        make_rule(observation(f"说 {code}"), code=code, name=f"rule-{code[2:]}") for code in codes
    ]


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        ([], {"BL301", "BL501", "BL502"}),
        (["--select", "BL5"], {"BL501", "BL502"}),
        (["--select", "BL301,rule-502"], {"BL301", "BL502"}),
        (["--select", "BL301", "--select", "BL501"], {"BL301", "BL501"}),
        (["--ignore", "BL5"], {"BL301"}),
        (["--ignore", "BL301，rule-501"], {"BL502"}),
        (["--select", "BL5", "--ignore", "BL502"], {"BL501"}),
    ],
)
def test_rules_are_chosen_by_code_prefix_and_name(
    office: Office, arguments: list[str], codes: set[str]
) -> None:
    office.rules(*speaking("BL301", "BL501", "BL502"))
    _, out, _ = office("预算.docx", "--format", "json", *arguments)
    file = json.loads(out)["files"][0]
    assert {finding["rule"] for finding in file["findings"]} == codes
    assert set(file["coverage"]["checks"]) == {"BL301", "BL501", "BL502"}


def test_configuration_is_found_upward_from_each_file(office: Office) -> None:
    office.rules(*speaking("BL301", "BL501"))
    office.write("甲/budgetlint.toml", 'ignore = ["BL5"]')
    office.write("甲/2024/预算.docx", "文")
    office.write("乙/pyproject.toml", "[tool.budgetlint]\nseverity = { BL3 = 'warning' }")
    office.write("乙/预算.docx", "文")
    _, out, _ = office("甲", "乙", "--format", "json")
    found = {
        file["path"]: {f["rule"]: f["severity"] for f in file["findings"]}
        for file in json.loads(out)["files"]
    }
    assert found == {
        "甲/2024/预算.docx": {"BL301": "error"},
        "乙/预算.docx": {"BL301": "warning", "BL501": "error"},
    }


def test_the_command_line_overrides_and_isolates_from_the_configuration(office: Office) -> None:
    office.write("budgetlint.toml", 'fail-on = "never"\nignore = ["BL501"]')
    assert office("预算.docx")[0] == 0
    assert office("预算.docx", "--select", "BL501", "--fail-on", "error")[0] == 1
    assert office("预算.docx", "--isolated")[0] == 1
    other = office.write("strict.toml", 'fail-on = "info"')
    assert office("预算.docx", "--config", str(other))[0] == 1


def test_a_wrong_configuration_stops_the_run_before_anything_is_read(office: Office) -> None:
    office.write("budgetlint.toml", 'igmore = ["BL501"]')
    office.reads(AssertionError("nothing may be read"))
    code, out, err = office("预算.docx")
    assert (code, out) == (2, "")
    assert err == (
        "budgetlint：配置文件 budgetlint.toml：没有“igmore”这个键。您是不是想写 ignore？\n"
    )


# Colour


@pytest.mark.parametrize(
    ("arguments", "environment", "coloured"),
    [
        ([], {}, False),
        (["--color"], {}, True),
        (["--color"], {"NO_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--no-color"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_for_terminals_unless_it_is_asked_for(
    office: Office,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    environment: dict[str, str],
    *,
    coloured: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in office("预算.docx", *arguments)[1]) is coloured


def test_hints_are_listed_on_demand(office: Office) -> None:
    office.rules(make_rule(observation("值得一看"), severity=Severity.INFO))
    assert "值得一看" not in office("预算.docx")[1]
    assert "值得一看" in office("预算.docx", "--show-info")[1]


# Names and places


def test_paths_use_slashes_and_are_relative_to_the_current_folder(office: Office) -> None:
    path = office.write("附件 [1]/预算#终稿.docx", "文")
    _, out, _ = office(str(path), "--format", "json")
    assert json.loads(out)["files"][0]["path"] == "附件 [1]/预算#终稿.docx"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_that_is_no_text_is_checked_and_printed(office: Office) -> None:
    name = os.fsdecode(b"\xd6\xd0\xce\xc4.docx")
    try:
        (office.folder / name).write_text("文", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such names")
    code, out, err = office(name, "--format", "json", "--output", "a.json", "--output", "a.txt")
    assert (code, err) == (1, "")
    assert json.loads(out)["files"][0]["path"] == "\\udcd6\\udcd0\\udcce\\udcc4.docx"
    assert (office.folder / "a.json").read_text(encoding="utf-8") == out


def test_findings_of_all_files_come_in_the_order_of_paths_and_places(office: Office) -> None:
    office.rules(
        make_rule(observation("后", position=Position(line=9)), code="BL101", name="a"),
        make_rule(observation("先", position=Position(line=2)), code="BL902", name="b"),
    )
    office.write("a/预算.docx", "文")
    _, out, _ = office("预算.docx", "a", "--format", "json")
    assert [
        (file["path"], finding["message"])
        for file in json.loads(out)["files"]
        for finding in file["findings"]
    ] == [("a/预算.docx", "先"), ("a/预算.docx", "后"), ("预算.docx", "先"), ("预算.docx", "后")]
