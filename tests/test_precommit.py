"""The hooks, run by the real pre-commit against a committed copy of the project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from project import ROOT, copy_project

if TYPE_CHECKING:
    from pathlib import Path

IDENTITY = {
    "GIT_AUTHOR_NAME": "tester",
    "GIT_AUTHOR_EMAIL": "tester@example.invalid",
    "GIT_COMMITTER_NAME": "tester",
    "GIT_COMMITTER_EMAIL": "tester@example.invalid",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


class Office:
    """A repository of the tool, and one that uses its hooks and is made anew for each test."""

    def __init__(self, folder: Path) -> None:
        # Variables of a surrounding git command would point every call at another repository.
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
        self._environment = {
            **inherited,
            **IDENTITY,
            "PRE_COMMIT_HOME": str(folder / "home"),
            "PYTHONUTF8": "1",
        }
        self.user = folder / "user"
        self._tool = copy_project(folder / "tool")
        self._git("init", "--quiet", cwd=self._tool)
        self._git("add", "--all", cwd=self._tool)
        self._git("commit", "--quiet", "--message", "x", cwd=self._tool)

    def clear(self) -> None:
        """Begin a repository without a file."""
        shutil.rmtree(self.user, ignore_errors=True)
        self.user.mkdir()
        self._git("init", "--quiet", cwd=self.user)

    def add(self, name: str, *, example: str = "", text: str = "") -> None:
        """Add an example, or a text, to what will be committed."""
        path = self.user / name
        path.parent.mkdir(exist_ok=True)
        if example:
            shutil.copy(ROOT / "examples" / example, path)
        else:
            path.write_text(text, encoding="utf-8")
        self._git("add", "--all", cwd=self.user)

    def run_hook(self, name: str) -> tuple[int, str]:
        """The exit code and the output of a hook on all files."""
        command = ["try-repo", str(self._tool), name, "--all-files", "--color", "never"]
        result = subprocess.run(
            [sys.executable, "-m", "pre_commit", *command, "--verbose"],
            cwd=self.user,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return result.returncode, result.stdout

    def _git(self, *command: str, cwd: Path) -> None:
        subprocess.run(["git", *command], cwd=cwd, env=self._environment, check=True)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The tool in a repository; its environment is built once, by the first hook that runs."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    folder = tmp_path_factory.mktemp("precommit")
    download = ["download", "--quiet", "--no-deps", "--dest", str(folder / "wheels")]
    answer = subprocess.run(
        [sys.executable, "-m", "pip", *download, "setuptools>=77"], capture_output=True, check=False
    )
    if answer.returncode:
        pytest.skip("no package index answers, so pre-commit cannot install the hook")
    return Office(folder)


@pytest.fixture
def office(installed: Office) -> Office:
    installed.clear()
    return installed


def test_the_hook_fails_on_the_faulty_example_and_passes_on_the_clean_one(office: Office) -> None:
    # A text that is no disclosure: the hook must leave it alone.
    office.add("notes.txt", text="合计 1万元")
    office.add("2024年部门预算 [终稿].DOCX", example="faulty.docx")
    code, out = office.run_hook("budgetlint")
    assert code == 1, out
    assert "Failed" in out
    assert "exit code: 1" in out
    assert "2024年部门预算 [终稿].DOCX" in out
    assert "错误  BL" in out
    assert "notes.txt" not in out

    office.add("2024年部门预算 [终稿].DOCX", example="clean.docx")
    code, out = office.run_hook("budgetlint")
    assert code == 0, out
    assert "Passed" in out


def test_the_hook_leaves_out_what_the_configuration_excludes(office: Office) -> None:
    office.add("存档/2023年部门预算.docx", example="faulty.docx")
    office.add("budgetlint.toml", text="exclude = ['存档']")
    code, out = office.run_hook("budgetlint")
    assert code == 0, out
    assert "给出的文件都被 exclude 排除，没有检查任何文件。" in out


def test_the_hook_for_the_whole_repository_checks_every_folder_but_what_is_excluded(
    office: Office,
) -> None:
    office.add("存档/2023年部门预算.docx", example="faulty.docx")
    office.add("budgetlint.toml", text="exclude = ['存档']")
    office.add("公开材料/2024年部门预算.docx", example="clean.docx")
    code, out = office.run_hook("budgetlint-all")
    assert code == 0, out
    assert "公开材料/2024年部门预算.docx" in out
    assert "存档" not in out

    office.add("budgetlint.toml", text="")
    code, out = office.run_hook("budgetlint-all")
    assert code == 1, out
    assert "存档/2023年部门预算.docx" in out
