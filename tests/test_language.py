"""The two languages: every sentence has its English, and nothing is left that nobody says."""

from __future__ import annotations

import ast
import string
from typing import TYPE_CHECKING

import pytest
from project import ROOT

from budgetlint import lang
from budgetlint.cli import run

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = [*(ROOT / "budgetlint").rglob("*.py"), *(ROOT / "rules").rglob("*.py")]
TAXONOMY = sorted((ROOT / "budgetlint" / "taxonomy").rglob("*.toml"))
ENGLISH = lang.catalogue("en")


def _said(path: Path) -> set[str]:
    """The templates that a module gives to say() as they stand."""
    return {
        node.args[0].value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "say"
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_sentence_has_its_english(path: Path) -> None:
    assert [template for template in _said(path) if template not in ENGLISH] == []


def test_every_translation_is_said_somewhere() -> None:
    texts = {
        "".join(node.value.split("\n")) if isinstance(node.value, str) else ""
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
    }
    texts |= {path.read_text(encoding="utf-8") for path in TAXONOMY}
    assert [each for each in ENGLISH if not any(each in text for text in texts)] == []


@pytest.mark.parametrize("template", ENGLISH)
def test_a_translation_has_the_values_of_the_sentence(template: str) -> None:
    assert _fields(ENGLISH[template]) == _fields(template)


def test_no_file_of_the_catalogue_contradicts_another() -> None:
    folder = ROOT / "budgetlint" / "lang" / "en"
    keys = [
        line.split('" = "')[0]
        for file in folder.glob("*.toml")
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith('"')
    ]
    assert len(keys) == len(set(keys))


def test_chinese_is_what_stands_in_the_code() -> None:
    assert lang.say("没有“{word}”。", word="甲") == "没有“甲”。"


def test_english_comes_from_the_catalogue() -> None:
    with lang.speaking("en"):
        assert lang.say("没有“{word}”。", word="甲") == "There is no “甲”."
        assert lang.listed(["甲", "乙"]) == "甲, 乙"
    assert lang.language() == "zh"


def test_what_has_no_translation_is_said_in_chinese() -> None:
    with lang.speaking("en"):
        assert lang.say("从未写过的{what}", what="话") == "从未写过的话"


def test_the_environment_may_choose_the_language_but_not_lang(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    run(["nothing"])
    assert "没有“nothing”这个命令" in capsys.readouterr().err
    monkeypatch.setenv("BUDGETLINT_LANG", "en")
    run(["nothing"])
    assert "There is no command “nothing”." in capsys.readouterr().err


def test_the_command_line_comes_before_the_environment(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BUDGETLINT_LANG", "en")
    run(["--lang", "zh", "nothing"])
    assert "没有“nothing”这个命令" in capsys.readouterr().err


def test_another_language_is_answered_with_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["--lang", "fr", "rules"]) == 2
    assert capsys.readouterr().err.startswith("budgetlint：选项 --lang：没有“fr”。可用：zh、en。")
