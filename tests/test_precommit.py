"""The hook, run by the real pre-commit against a committed copy of the project."""

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


class Repositories:
    """A repository of the tool and one that uses its hook."""

    def __init__(self, folder: Path) -> None:
        # Variables of a surrounding git command would point every call at another repository.
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
        self._environment = {
            **inherited,
            **IDENTITY,
            "PRE_COMMIT_HOME": str(folder / "home"),
            "PYTHONUTF8": "1",
        }
        self.tool = copy_project(folder / "tool")
        self.user = folder / "user"
        self.user.mkdir()
        for repository in (self.tool, self.user):
            self._run("git", "init", "--quiet", cwd=repository)
        self.commit(self.tool)

    def commit(self, repository: Path) -> None:
        self._run("git", "add", "--all", cwd=repository)
        self._run("git", "commit", "--quiet", "--message", "x", cwd=repository)

    def add(self, example: str, name: str) -> None:
        shutil.copy(ROOT / "examples" / example, self.user / name)
        self._run("git", "add", "--all", cwd=self.user)

    def run_hook(self) -> tuple[int, str]:
        command = ["try-repo", str(self.tool), "budgetlint", "--all-files", "--color", "never"]
        result = subprocess.run(
            [sys.executable, "-m", "pre_commit", *command],
            cwd=self.user,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return result.returncode, result.stdout

    def _run(self, *command: str, cwd: Path) -> None:
        subprocess.run(command, cwd=cwd, env=self._environment, check=True)


@pytest.fixture
def repositories(tmp_path: Path) -> Repositories:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    download = ["download", "--quiet", "--no-deps", "--dest", str(tmp_path / "wheels")]
    answer = subprocess.run(
        [sys.executable, "-m", "pip", *download, "setuptools>=77"], capture_output=True, check=False
    )
    if answer.returncode:
        pytest.skip("no package index answers, so pre-commit cannot install the hook")
    return Repositories(tmp_path)


def test_the_hook_fails_on_the_faulty_example_and_passes_on_the_clean_one(
    repositories: Repositories,
) -> None:
    # A text that is no disclosure: the hook must leave it alone.
    (repositories.user / "notes.txt").write_text("合计 1万元", encoding="utf-8")
    repositories.add("faulty.docx", "2024年部门预算 [终稿].DOCX")
    code, out = repositories.run_hook()
    assert code == 1, out
    assert "Failed" in out
    assert "exit code: 1" in out
    assert "2024年部门预算 [终稿].DOCX" in out
    assert "错误  BL" in out
    assert "notes.txt" not in out

    repositories.add("clean.docx", "2024年部门预算 [终稿].DOCX")
    code, out = repositories.run_hook()
    assert code == 0, out
    assert "Passed" in out
