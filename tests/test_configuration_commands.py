"""``budgetlint init`` and ``budgetlint config``: a file to start from, and what is in force."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from config_page import SCHEMA
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.cli import run
from budgetlint.keys import KEYS
from budgetlint.reporters.wrapping import width
from budgetlint.starting_file import starting_file
from budgetlint.toml_text import assignment, has_heading, headed

if TYPE_CHECKING:
    from pathlib import Path

COMMENTED_SETTING = re.compile(r"^#(?! )", re.MULTILINE)


class Office:
    """A folder, and a command line in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def write(self, name: str, text: str = "") -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        code = run(list(arguments))
        out, err = self._capsys.readouterr()
        return code, out, err

    def in_force(self, *arguments: str) -> dict[str, Any]:
        code, out, err = self("config", "--format", "json", *arguments)
        assert (code, err) == (0, "")
        found: dict[str, Any] = json.loads(out)
        return found


@pytest.fixture
def office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Office:
    monkeypatch.chdir(tmp_path)
    return Office(tmp_path, capsys)


# A file to start from


def test_the_starting_file_changes_nothing_and_names_every_key() -> None:
    text = starting_file()
    assert tomllib.loads(text) == {}
    assert set(tomllib.loads(COMMENTED_SETTING.sub("", text))) == set(KEYS)
    assert all(width(line) <= 80 for line in text.splitlines())


def test_the_starting_file_without_its_marks_is_a_right_configuration() -> None:
    found = tomllib.loads(COMMENTED_SETTING.sub("", starting_file()))
    jsonschema.validate(found, json.loads(SCHEMA.read_text(encoding="utf-8")))


@pytest.mark.parametrize("key", KEYS.values(), ids=list(KEYS))
def test_every_key_is_shown_with_its_sentence_and_its_default_or_an_example(key: Any) -> None:
    [block] = [
        block
        for block in starting_file().split("\n\n")
        if re.search(rf"^#({key.name} =|\[+{key.name}[.\]])", block, re.MULTILINE)
    ]
    prose = block.replace("\n# ", "")
    assert key.meaning.replace("`", "") in prose
    assert ("例如：" in prose) is (key.example is not None)
    shown = tomllib.loads(COMMENTED_SETTING.sub("", block))
    assert shown == {key.name: key.default if key.example is None else key.example}


def test_init_writes_the_file_and_says_so(office: Office) -> None:
    code, out, err = office("init")
    assert (code, err) == (0, "")
    assert out == ("已写入 budgetlint.toml，其中的设置都是注释，去掉行首的 # 才起作用。\n")
    assert (office.folder / "budgetlint.toml").read_text(encoding="utf-8") == starting_file()


def test_init_overwrites_nothing(office: Office) -> None:
    office.write("budgetlint.toml", "ignore = []")
    code, out, err = office("init")
    assert (code, out) == (2, "")
    assert "已有 budgetlint.toml，没有改动它。" in err
    assert (office.folder / "budgetlint.toml").read_text(encoding="utf-8") == "ignore = []"


def test_init_does_not_silence_a_configuration_beside_it(office: Office) -> None:
    office.write("pyproject.toml", "[tool.budgetlint]\nignore = ['BL011']")
    code, _, err = office("init")
    assert code == 2
    assert "pyproject.toml 中已有 [tool.budgetlint]，再写 budgetlint.toml 会使它失效" in err
    assert not (office.folder / "budgetlint.toml").exists()


def test_init_says_which_configuration_held_before(office: Office) -> None:
    office.write("budgetlint.toml", "ignore = ['BL011']")
    (office.folder / "今年").mkdir()
    code, out, _ = office("init", "今年")
    assert code == 0
    assert out.startswith("注意：这里的文件此前以 budgetlint.toml 为准，以后以新的配置文件为准。\n")
    assert (office.folder / "今年" / "budgetlint.toml").is_file()


def test_init_under_another_name_says_how_it_is_used(office: Office) -> None:
    code, out, _ = office("init", "严格.toml")
    assert code == 0
    assert out.endswith("才起作用。检查时用 --config 严格.toml 指定它。\n")


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("没有", "没有这个文件夹：没有（要写成别的文件，文件名应以 .toml 结尾）"),
        ("没有/a.toml", "无法写入 没有/a.toml："),
    ],
)
def test_init_where_nothing_can_be_written(office: Office, path: str, sentence: str) -> None:
    code, out, err = office("init", path)
    assert (code, out) == (2, "")
    assert err.startswith(f"budgetlint：{sentence}")


# What is in force


def test_without_a_configuration_everything_is_default(office: Office) -> None:
    found = office.in_force()
    assert found["configuration"] is None
    assert set(found["settings"]) == set(KEYS)
    assert all(each["sources"] == ["default"] for each in found["settings"].values())
    assert found["hidden_rules"] == []


def test_each_value_names_its_source(office: Office) -> None:
    office.write("budgetlint.toml", "ignore = ['BL011']\nmax_file_size = 512")
    office.write("今年/预算.docx")
    found = office.in_force("今年/预算.docx", "--ignore", "BL9", "--fail-on", "never")
    assert (found["path"], found["configuration"]) == ("今年/预算.docx", "budgetlint.toml")
    settings = found["settings"]
    assert settings["max-file-size"] == {"value": 512, "sources": ["file"]}
    assert settings["ignore"] == {"value": ["BL011", "BL9"], "sources": ["file", "command-line"]}
    assert settings["fail-on"] == {"value": "never", "sources": ["command-line"]}
    assert settings["select"] == {"value": ["ALL"], "sources": ["default"]}
    assert "BL011" in found["hidden_rules"]


def test_select_on_the_command_line_empties_ignore(office: Office) -> None:
    office.write("budgetlint.toml", "ignore = ['BL011']")
    settings = office.in_force("--select", "BL0")["settings"]
    assert settings["select"] == {"value": ["BL0"], "sources": ["command-line"]}
    assert settings["ignore"] == {"value": [], "sources": ["command-line"]}


def test_the_closest_configuration_and_a_named_one_and_none(office: Office) -> None:
    office.write("budgetlint.toml", "fail-on = 'never'")
    office.write("别的.toml", "fail-on = 'info'")
    near = office.write("今年/budgetlint.toml", "fail-on = 'warning'").parent.name
    assert office.in_force(near)["settings"]["fail-on"]["value"] == "warning"
    assert office.in_force(near, "--config", "别的.toml")["settings"]["fail-on"]["value"] == "info"
    assert office.in_force(near, "--isolated")["configuration"] is None


def test_what_a_file_is_spared_is_said(office: Office) -> None:
    office.write("budgetlint.toml", "exclude = ['往年']\n[per-file-ignores]\n'往年/**' = ['BL011']")
    office.write("往年/a.docx")
    found = office.in_force("往年/a.docx")
    assert (found["hidden_rules"], found["excluded"]) == (["BL011"], True)
    assert office.in_force(".")["excluded"] is False
    _, out, _ = office("config", "往年/a.docx")
    assert out.endswith(
        "\n# 不显示结果的规则：BL011\n# 检查文件夹时不看它（exclude）；直接写出时照常检查。\n"
    )


def test_the_text_is_the_same_configuration_in_80_columns(office: Office) -> None:
    office.write(
        "budgetlint.toml",
        """
        ignore = ["BL011", "BL301", "BL302", "BL303", "BL401", "BL402", "BL501", "BL502"]
        exclude = ["存档"]
        [severity]
        BL010 = "error"
        [per-file-ignores]
        "往年/**" = ["BL1"]
        """,
    )
    code, out, err = office("config", "--fail-on", "warning")
    assert (code, err) == (0, "")
    assert all(width(line) <= 80 for line in out.splitlines())
    shown = tomllib.loads(out)
    told = office.in_force("--fail-on", "warning")["settings"]
    assert shown == {key: each["value"] for key, each in told.items() if each["value"] is not None}
    assert out.startswith("# 对 . 起作用的设置\n# 配置文件：budgetlint.toml\n\n")
    assert re.search(r'^fail-on = "warning" +# 命令行$', out, re.MULTILINE)
    assert re.search(r"^\[severity\] +# 配置文件$", out, re.MULTILINE)
    assert re.search(r"^rules = \{\} +# 默认$", out, re.MULTILINE)
    assert re.search(r"^# required-version 没有设置 +# 默认$", out, re.MULTILINE)


def test_the_schema_is_printed_as_it_ships(office: Office) -> None:
    code, out, err = office("config", "--schema")
    assert (code, err) == (0, "")
    assert out == SCHEMA.read_text(encoding="utf-8")


def test_a_path_that_does_not_exist_is_named(office: Office) -> None:
    assert office("config", "预算.docx") == (
        2,
        "",
        "budgetlint：没有找到文件或文件夹：预算.docx\n",
    )


def test_rules_of_the_configuration_may_be_named_and_are_not_run(office: Office) -> None:
    office.write("规则/qh101.py", "open('运行过', 'w').close()")
    office.write("budgetlint.toml", "rules-paths = ['规则']\nignore = ['QH101']")
    code, out, err = office("config", "--ignore", "qh102")
    assert (code, err) == (0, "")
    assert tomllib.loads(out)["ignore"] == ["QH101", "qh102"]
    assert not (office.folder / "运行过").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "配置文件 budgetlint.toml：ignore 中的“BL599”不是规则的编号、前缀或名称。"),
        (["--isolated", "--select", "BL599"], "命令行：--select 中的“BL599”不是规则的编号"),
        (["--isolated", "--config", "a.toml"], "--config 与 --isolated 不能同时使用。"),
    ],
)
def test_what_is_wrong_is_said_as_in_a_check(
    office: Office, arguments: list[str], sentence: str
) -> None:
    office.write("budgetlint.toml", "ignore = ['BL599']")
    code, out, err = office("config", *arguments)
    assert (code, out) == (2, "")
    assert sentence in err


# The TOML that is written is TOML

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
PLAIN = (
    st.booleans() | st.integers(-(2**40), 2**40) | st.dates() | TEXTS | st.lists(TEXTS, max_size=3)
)
VALUES = PLAIN | st.dictionaries(TEXTS, PLAIN, max_size=2)


@given(TEXTS, VALUES | st.lists(VALUES, max_size=3), st.integers(0, 80))
def test_what_is_assigned_is_read_back(key: str, value: Any, columns: int) -> None:
    assert tomllib.loads("\n".join(assignment(key, value, columns))) == {key: value}


@given(
    st.dictionaries(TEXTS, VALUES, min_size=1, max_size=3)
    | st.lists(st.dictionaries(TEXTS, VALUES, max_size=3), min_size=1, max_size=3)
)
def test_what_stands_under_headings_is_read_back(value: Any) -> None:
    assert has_heading(value)
    assert tomllib.loads("\n".join(headed("t", value, 40))) == {"t": value}
