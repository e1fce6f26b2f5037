"""What is left out of a run: ``exclude``, ``--exclude`` and ``--force-exclude``."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from project import ROOT

from budgetlint.cli import run
from budgetlint.discovery import DiscoveryError, discover
from budgetlint.exclusion import Exclusion
from budgetlint.settings import Settings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with this year's documents and an archive; it is the current one."""
    for name in (
        "预算.docx",
        "预算草稿.docx",
        "存档/预算.docx",
        "存档/2020/预算.docx",
        "今年/存档/预算.docx",
        "今年/预算.docx",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*arguments: str, exclude: tuple[str, ...] = (), force: bool = False) -> list[str]:
    """What is found with a configuration in the current folder."""
    settings = Settings(exclude=exclude, source=Path("budgetlint.toml"))
    exclusion = Exclusion(lambda _: settings, force=force)
    return [target.shown for target in discover(arguments, (".docx",), exclusion)]


ALL = [
    "今年/存档/预算.docx", "今年/预算.docx", "存档/2020/预算.docx", "存档/预算.docx",
    "预算.docx", "预算草稿.docx",
]  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "left_out"),
    [
        ("存档", {"今年/存档/预算.docx", "存档/2020/预算.docx", "存档/预算.docx"}),
        ("/存档", {"存档/2020/预算.docx", "存档/预算.docx"}),
        ("今年/存档", {"今年/存档/预算.docx"}),
        ("存档/*.docx", {"存档/预算.docx"}),
        ("存档/**", {"存档/2020/预算.docx", "存档/预算.docx"}),
        ("**/20??", {"存档/2020/预算.docx"}),
        ("*草稿*", {"预算草稿.docx"}),
        ("没有", set()),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_pattern_leaves_out_files_and_whole_folders(pattern: str, left_out: set[str]) -> None:
    assert found(".", exclude=(pattern,)) == [name for name in ALL if name not in left_out]
    # Named one by one, as a hook does it, the same files stay.
    assert found(*ALL, exclude=(pattern,), force=True) == [n for n in ALL if n not in left_out]
    assert found(*ALL, exclude=(pattern,)) == ALL


@pytest.mark.usefixtures("folder")
def test_a_folder_that_is_named_is_searched_though_it_is_excluded() -> None:
    assert found("存档", exclude=("存档",)) == ["存档/2020/预算.docx", "存档/预算.docx"]
    assert found("存档", exclude=("存档", "2020")) == ["存档/预算.docx"]
    assert found("存档", exclude=("存档",), force=True) == []


@pytest.mark.usefixtures("folder")
def test_a_glob_names_what_has_its_suffix_and_searches_the_rest() -> None:
    assert found("*.docx", exclude=("*草稿*",)) == ["预算.docx", "预算草稿.docx"]
    assert found("*", exclude=("*草稿*", "存档")) == ["今年/预算.docx", "预算.docx"]
    assert found("**/*", exclude=("存档", "*草稿*")) == ["今年/预算.docx", "预算.docx"]
    assert found("*.docx", exclude=("*草稿*",), force=True) == ["预算.docx"]


@pytest.mark.parametrize("argument", ["存档", "存档/*"])
@pytest.mark.usefixtures("folder")
def test_where_nothing_is_left_that_is_said_unless_it_is_forced(argument: str) -> None:
    with pytest.raises(DiscoveryError, match="都被 exclude 排除。要检查其中的某个文件，请直接写出"):
        found(argument, exclude=("*.docx",))
    assert found(argument, exclude=("*.docx",), force=True) == []


@pytest.mark.usefixtures("folder")
def test_what_is_not_there_is_named_even_if_it_would_be_excluded() -> None:
    with pytest.raises(DiscoveryError, match=r"没有找到文件或文件夹：存档/没有\.docx"):
        found("存档/没有.docx", exclude=("存档",), force=True)


# On the command line


def paths(out: str) -> list[str]:
    return [file["path"] for file in json.loads(out)["files"]]


def test_the_command_line_adds_patterns_relative_to_where_we_are(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ALL:
        shutil.copy(ROOT / "examples" / "clean.docx", folder / name)
    (folder / "budgetlint.toml").write_text("exclude = ['*草稿*']", encoding="utf-8")
    assert run(["check", ".", "--exclude", "今年/存档", "--exclude", "2020", "--format=json"]) == 0
    assert paths(capsys.readouterr().out) == ["今年/预算.docx", "存档/预算.docx", "预算.docx"]
    monkeypatch.chdir(folder / "今年")
    assert run(["check", ".", "--exclude", "存档/", "--format=json", "--isolated"]) == 0
    assert paths(capsys.readouterr().out) == ["预算.docx"]


def test_a_hook_on_excluded_files_only_passes_and_says_that_nothing_was_checked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "budgetlint.toml").write_text("exclude = ['存档']", encoding="utf-8")
    code = run(["check", "存档/预算.docx", "--force-exclude", "--format=json", "--output=a.json"])
    out, err = capsys.readouterr()
    assert (code, paths(out)) == (0, [])
    assert err == "budgetlint：给出的文件都被 exclude 排除，没有检查任何文件。\n"
    assert paths((folder / "a.json").read_text(encoding="utf-8")) == []


@pytest.mark.usefixtures("folder")
def test_a_pattern_that_is_no_glob_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", ".", "--exclude", "[b-a]"]) == 2
    assert "命令行：--exclude 中的“[b-a]”不是合法的通配符。" in capsys.readouterr().err


def test_isolation_neither_excludes_nor_asks_for_a_version(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(ROOT / "examples" / "clean.docx", folder / "存档" / "预算.docx")
    text = "exclude = ['*.docx']\nrequired-version = '>=99'\nrules-paths = ['没有']"
    (folder / "budgetlint.toml").write_text(text, encoding="utf-8")
    assert run(["check", "存档/预算.docx", "--isolated", "--format=json", "--force-exclude"]) == 0
    assert paths(capsys.readouterr().out) == ["存档/预算.docx"]
    assert run(["check", "存档/预算.docx"]) == 2
    assert "required-version 要求 budgetlint >=99" in capsys.readouterr().err
