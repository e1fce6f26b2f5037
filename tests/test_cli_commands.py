"""The other commands, the help, and the program as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from budgetlint import __version__
from budgetlint.catalogue import catalogue
from budgetlint.cli import chinese, run
from budgetlint.cli.understood import readable
from budgetlint.reporters.wrapping import width

TEXT = """青禾县农业农村局2024年部门预算信息公开

一、部门职责
贯彻执行国家农业农村工作方针。见[a类]表，🙂 不在 GBK 中。
"""


def process(
    *arguments: str, cwd: Path, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run budgetlint as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "budgetlint", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONUTF8": "0", **(environment or {})},
        capture_output=True,
        check=False,
    )


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "预算[a类].txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


# rules and explain


def test_rules_lists_every_entry_with_code_name_severity_and_title(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["rules"]) == 0
    out = capsys.readouterr().out
    for entry in catalogue():
        line = next(line for line in out.splitlines() if entry.code in line)
        assert line.split()[1:3] == [entry.name, entry.severity.label]
        assert line.endswith(entry.title)


def test_rules_as_json_holds_the_pages(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)["rules"]
    assert [entry["code"] for entry in listed] == [entry.code for entry in catalogue()]
    crashed = next(entry for entry in listed if entry["code"] == "BL090")
    assert crashed["severity"] == "error"
    assert crashed["page"].startswith("BL090: 某条规则运行出错\n\n## 含义")


@pytest.mark.parametrize("word", ["BL010", "bl010", "partly-read", "Partly-Read"])
def test_explain_prints_the_page_of_a_rule_by_code_or_name(
    capsys: pytest.CaptureFixture[str], word: str
) -> None:
    assert run(["explain", word]) == 0
    out = capsys.readouterr().out
    assert out.startswith(
        "BL010 partly-read：文件有一部分未能读取\n\n级别：警告\n类别：读取\n\n## 检查什么\n"
    )
    assert "## 何时可以忽略" in out


def test_every_entry_can_be_explained(capsys: pytest.CaptureFixture[str]) -> None:
    for entry in catalogue():
        assert run(["explain", entry.name]) == 0
        assert f"{entry.code} {entry.name}：{entry.title}" in capsys.readouterr().out


def test_explain_of_an_unknown_rule_is_two_and_names_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["explain", "partly-raed"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "budgetlint：没有“partly-raed”这条规则。您是不是想写 partly-read？\n"


# extract


def test_extract_prints_what_was_understood(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["extract", str(document)]) == 0
    text = capsys.readouterr().out
    assert text.startswith("单位与年度\n")
    assert "青禾县农业农村局" in text
    assert run(["extract", str(document), "--format", "json"]) == 0
    understood = json.loads(capsys.readouterr().out)
    assert understood["schema_version"] == 1
    assert understood["path"].endswith("预算[a类].txt")
    assert set(understood) >= {"identity", "outline", "statements", "facts", "remarks", "unread"}


def test_extract_of_an_unreadable_file_is_two_with_its_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("空.docx").write_bytes(b"")
    assert run(["extract", "空.docx"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("budgetlint：空.docx：")
    assert err.rstrip().endswith("（BL001）")


def test_understood_data_is_put_into_chinese_words() -> None:
    part = {
        "kind": "department",
        "entity": "青禾县农业农村局",
        "code": "316",
        "statements": [1, 2],
        "sections": [{"heading": "一、部门职责", "page": 22}],
    }
    statement = {
        "number": 7,
        "title": "政府性基金表",
        "unit": None,
        "rows": 0,
        "columns": ["序号", None],
        "note": "空表列示。",
        "position": {"line": 99},
    }
    fact = {"concept": "three-public", "part": "unit", "statement": None, "section": "三公",
            "period": "this", "kind": "change", "value": "-1.70", "unit": "万元",
            "text": "减少1.70万元", "line": 5}  # fmt: skip
    nil = {**fact, "value": None, "unit": None, "text": "", "kind": "level", "period": "last"}
    project = {
        "name": "站点运行", "amounts": {"budget": "12.00", "other": ""}, "page": 30,
        "indicators": [
            {
                "name": "完好率", "text": "≥95%", "comparator": "at-least", "number": "95",
                "unit": "%",
            },
            {"name": "残膜", "text": "明显减少", "comparator": None, "number": None, "unit": None},
        ],
    }  # fmt: skip
    assert readable(
        {
            "identity": {"kind": "budget", "year": 2024, "entity": None, "level": "county"},
            "outline": [part],
            "statements": [statement],
            "projects": [project],
            "facts": [fact, nil],
            "remarks": [{"kind": "tracked-change", "text": "3\x1b[31m", "page": 23}],
            "unread": [],
        }
    ) == (
        "单位与年度\n"
        "  类型：预算\n"
        "  年度：2024\n"
        "  单位名称：未能识别\n"
        "  预算编码：未能识别\n"
        "  级次：县级\n"
        "  金额单位：未能识别\n"
        "  公开格式：未能识别\n"
        "\n"
        "结构（1）\n"
        "  部门 青禾县农业农村局（316）\n"
        "    标准表格：1、2\n"
        "    一、部门职责（第22页）\n"
        "\n"
        "标准表格（1）\n"
        "  表7 政府性基金表：没有写明单位，空表（第99行）\n"
        "    栏：序号 | ？\n"
        "    空表列示。\n"
        "\n"
        "项目绩效目标（1）\n"
        "  站点运行（第30页）：12.00\n"
        "    完好率 = ≥95%  [≥ 95 %]\n"
        "    残膜 = 明显减少\n"
        "\n"
        "数据（2）\n"
        "  three-public = -1.70万元  [单位/三公/本年/增减额]  减少1.70万元（第5行）\n"
        "  three-public = （空）  [单位/三公/上年]  （第5行）\n"
        "\n"
        "附注（1）\n"
        "  修订：3\ufffd[31m（第23页）\n"
        "\n"
        "未能读取或核对（0）\n"
    )


# Help


@pytest.mark.parametrize(
    "command", [[], ["check"], ["rules"], ["explain"], ["extract"], ["cache"], ["cache", "clean"]]
)
def test_help_is_chinese_and_fits_eighty_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert run([*command, "--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(" ".join(["用法：budgetlint", *command]))
    assert "显示帮助后退出。" in out
    for english in ("Usage", "Options", "Commands", "Show ", "Error"):
        assert english not in out
    assert max(width(line) for line in out.splitlines()) <= 80


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["chek"], "没有“chek”这个命令。您是不是想写 check？"),
        (
            ["xyz"],
            "没有“xyz”这个命令。可用：check、rules、explain、extract、codes、config、init、cache。",
        ),
        (["预算.docx"], "没有“预算.docx”这个命令。要检查文件，请写 budgetlint check 预算.docx"),
        (["explain", "a", "b"], "命令的写法不对，多了不认识的参数"),
        (["--hlep"], "没有 --hlep 这个选项。您是不是想写 --help？"),
        ([], "请说明要做什么。"),
    ],
)
def test_a_wrong_command_is_two_and_says_what_was_meant(
    capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"budgetlint：{sentence}")


def test_a_failure_of_the_program_itself_is_two_and_asks_for_a_report(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_error: object) -> str:
        raise RuntimeError("boom")

    monkeypatch.setattr("budgetlint.cli.rules.catalogue", lambda: fail(None))
    assert run(["rules"]) == 2
    err = capsys.readouterr().err
    assert "RuntimeError: boom" in err
    assert err.endswith("budgetlint：程序出错（RuntimeError），请把以上内容反馈给维护者。\n")


def test_commands_are_imported_only_when_they_are_used() -> None:
    group = chinese.ChineseGroup("x", lazy={"broken": "no.such.module:x"})
    assert group.list_commands(None) == ["broken"]  # type: ignore[arg-type]
    assert group.get_command(None, "other") is None  # type: ignore[arg-type]


# As a process


def test_the_version_needs_click_and_nothing_heavy(tmp_path: Path) -> None:
    script = (
        "import sys; from budgetlint.cli import run; code = run(['--version']);"
        "heavy = {'rich', 'docx', 'lxml', 'regex', 'tomllib', 'json', 'importlib.metadata',"
        " 'budgetlint.registry', 'budgetlint.linter'} & set(sys.modules);"
        "sys.exit(code or str(sorted(heavy)) if heavy else code)"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == f"budgetlint {__version__}\n"


def test_the_json_report_does_not_load_the_terminal_library(document: Path) -> None:
    script = (
        "import sys; from budgetlint.cli import run;"
        "run(['check', sys.argv[1], '--format', 'json', '--fail-on', 'never']);"
        "sys.exit('rich' in sys.modules)"
    )
    result = subprocess.run(
        [sys.executable, "-c", script, str(document)], capture_output=True, check=False
    )
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "utf-8", "utf-16"])
@pytest.mark.parametrize(
    "command",
    [["check", "--show-info"], ["check", "--format", "json"], ["extract"], ["rules"], ["--help"]],
)
def test_nothing_raises_on_any_console(document: Path, encoding: str, command: list[str]) -> None:
    arguments = command if command[0] in {"rules", "--help"} else [*command, document.name]
    result = process(*arguments, cwd=document.parent, environment={"PYTHONIOENCODING": encoding})
    assert result.returncode in {0, 1}, result.stderr.decode(encoding)
    assert result.stderr == b""
    # click takes ASCII for a console that was set up wrongly, and prints UTF-8.
    text = result.stdout.decode("utf-8" if encoding == "ascii" else encoding)
    if encoding == "gbk" and command[0] == "check" and "json" not in command:
        assert "预算[a类].txt" in text
    if "json" in command:
        assert json.loads(text)["files"][0]["path"] == "预算[a类].txt"


def test_errors_too_can_be_printed_on_a_gbk_console(tmp_path: Path) -> None:
    result = process("check", "没有🙂.docx", cwd=tmp_path, environment={"PYTHONIOENCODING": "gbk"})
    assert result.returncode == 2
    assert result.stderr.decode("gbk").strip() == "budgetlint：没有找到文件或文件夹：没有?.docx"


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise on Windows")
def test_a_reader_that_goes_away_is_no_failure(document: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        result = subprocess.run(
            [sys.executable, "-m", "budgetlint", "check", str(document), "--fail-on", "never"],
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writing)
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals of this kind")
def test_on_a_terminal_colour_and_width_are_used(document: Path) -> None:
    import pty  # noqa: PLC0415 (not on Windows)

    keyboard, screen = pty.openpty()
    environment = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR"}}
    subprocess.run(
        [sys.executable, "-m", "budgetlint", "check", document.name],
        cwd=document.parent,
        stdout=screen,
        env={**environment, "TERM": "xterm", "COLUMNS": "40"},
        check=False,
    )
    os.close(screen)
    shown = os.read(keyboard, 100_000).decode()
    os.close(keyboard)
    assert "\x1b[1m预算[a类].txt\x1b[0m" in shown


@pytest.mark.parametrize("encoding", ["gbk", "cp1252", "ascii"])
def test_workflow_commands_are_utf8_on_any_console(document: Path, encoding: str) -> None:
    """GitHub's runner reads nothing else, also on Windows."""
    command = ["check", document.name, "--format", "github"]
    result = process(*command, cwd=document.parent, environment={"PYTHONIOENCODING": encoding})
    assert result.stderr == b""
    assert "\n预算[a类].txt  未发现问题" in result.stdout.decode("utf-8")
    written = process(*command, "--output", "github=a.log", cwd=document.parent)
    assert written.stdout == (document.parent / "a.log").read_bytes() == result.stdout
