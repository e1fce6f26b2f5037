"""What the shells offer on Tab, asked as they ask and, where they are installed, by themselves."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete
from project import ROOT

from budgetlint.catalogue import catalogue
from budgetlint.cli import group
from budgetlint.reporters import FORMATS

PAGE = (ROOT / "docs" / "completion.md").read_text(encoding="utf-8")
SHELLS = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


def offered(*words: str) -> list[str]:
    """What is offered for the last of the words, in the order given."""
    complete = ShellComplete(group, {}, "budgetlint", "_BUDGETLINT_COMPLETE")
    return [item.value for item in complete.get_completions([*words[:-1]], words[-1])]


def kinds(*words: str) -> set[str]:
    complete = ShellComplete(group, {}, "budgetlint", "_BUDGETLINT_COMPLETE")
    return {item.type for item in complete.get_completions([*words[:-1]], words[-1])}


def test_commands_and_options_are_offered() -> None:
    assert offered("") == group.list_commands(None)  # type: ignore[arg-type]
    assert offered("ex") == ["explain", "extract"]
    assert {"--select", "--format", "--help"} <= set(offered("check", "--"))
    assert offered("check", "--sel") == ["--select"]


def test_the_values_of_an_option_are_offered() -> None:
    assert offered("check", "--format", "") == list(FORMATS)
    assert offered("check", "--fail-on", "w") == ["warning"]
    assert offered("rules", "--format", "j") == ["json"]


def test_rules_are_offered_by_code_and_by_name_in_any_case() -> None:
    entry = next(entry for entry in catalogue() if entry.code == "BL501")
    assert offered("explain", "bl501") == ["BL501"]
    assert entry.name in offered("explain", entry.name[:4])
    assert offered("check", "--ignore", "BL501") == ["BL501"]


def test_of_a_list_the_last_rule_is_offered() -> None:
    assert offered("check", "--select", "BL5,BL501") == ["BL5,BL501"]


@pytest.mark.parametrize(
    "words",
    [
        ("check", ""),
        ("check", "a.docx", ""),
        ("extract", "a"),
        ("config", ""),
        ("init", ""),
        ("check", "--config", ""),
        ("check", "--output", "报"),
    ],
)
def test_files_are_offered_where_files_are_meant(words: tuple[str, ...]) -> None:
    assert kinds(*words) == {"file"}


@pytest.mark.parametrize(
    "words", [("chek", ""), ("chek", "a", ""), ("--version", ""), ("check", "--fail-on", "x", "")]
)
def test_a_mistake_in_what_was_typed_before_says_nothing(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    offered(*words)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("shell", SHELLS)
def test_the_page_shows_the_line_for_each_shell_and_its_script_is_made(shell: str) -> None:
    [line] = re.findall(rf"^```{shell}\n(.*)\n```$", PAGE, re.MULTILINE)
    assert f"_BUDGETLINT_COMPLETE={shell}_source budgetlint" in line
    script = SHELLS[shell](group, {}, "budgetlint", "_BUDGETLINT_COMPLETE")
    assert f"_BUDGETLINT_COMPLETE={shell}_complete" in script.source_template % script.source_vars()


def in_shell(shell: str, asking: str, *, first: str = "") -> list[str]:
    """What a real shell answers to ``asking`` after the line of the page."""
    if shutil.which(shell) is None or os.name == "nt":
        pytest.skip(f"{shell} is not installed")
    command = Path(sys.executable).parent / "budgetlint"
    if not command.is_file():
        pytest.skip("the command is not installed beside the interpreter")
    [line] = re.findall(rf"^```{shell}\n(.*)\n```$", PAGE, re.MULTILINE)
    environment = {**os.environ, "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}"}
    result = subprocess.run(
        [shell, "-c", f"{first}\n{line}\n{asking}"],
        env={**environment, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert result.stderr == ""
    return result.stdout.split("\n")[:-1]


def test_bash_completes() -> None:
    asking = (
        "COMP_WORDS=(budgetlint check --fail-on w); COMP_CWORD=3; "
        '_budgetlint_completion budgetlint; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    assert in_shell("bash", asking) == ["warning"]


def test_fish_completes() -> None:
    [found] = in_shell("fish", 'complete -C "budgetlint conf"')
    assert found.startswith("config\t显示对一个文件起作用的设置")


def test_zsh_takes_the_function_for_the_command() -> None:
    compdef = "compdef() { print -r -- $@ }"  # zsh has the real one only where a person types
    assert in_shell("zsh", "", first=compdef) == ["_budgetlint_completion budgetlint"]
