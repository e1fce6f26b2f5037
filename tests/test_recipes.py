"""The recipes in docs/ci.md: valid for the services they are for, and their commands run."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from project import ROOT

from budgetlint.cli import run

PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
RECIPES = dict(re.findall(r"^```\w+ (\S+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
WORKFLOW, JOB, HOOKS = (
    ".github/workflows/budgetlint.yml",
    ".gitlab-ci.yml",
    ".pre-commit-config.yaml",
)
SCRIPT, BATCH = "检查.sh", "check.cmd"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with every recipe and with documents; it is the current one."""
    for name, text in RECIPES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def documents(folder: Path, *examples: str) -> None:
    (folder / "公开材料").mkdir()
    for name in examples:
        shutil.copy(ROOT / "examples" / name, folder / "公开材料" / name)


def shell(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a command as the services do: in a shell, with ours on the path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        command,
        env={**os.environ, "PATH": path, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def budgetlint_line(lines: list[str]) -> str:
    """The one command of ours among the commands of a job; the others install it."""
    [ours] = [line for line in lines if line.startswith("budgetlint ")]
    assert all(line.startswith("pip install ") for line in lines if line != ours)
    return ours


def loaded(name: str) -> Any:
    return yaml.safe_load(RECIPES[name])


def test_the_page_holds_the_recipes() -> None:
    assert set(RECIPES) == {WORKFLOW, JOB, HOOKS, SCRIPT, BATCH}


@pytest.mark.parametrize(
    ("name", "options"),
    [
        (WORKFLOW, ("--builtin-schema", "vendor.github-workflows")),
        (JOB, ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")),
    ],
)
def test_a_recipe_follows_the_schema_of_its_service(
    repository: Path, name: str, options: tuple[str, ...]
) -> None:
    checked = shell(sys.executable, "-m", "check_jsonschema", *options, str(repository / name))
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_hooks_are_what_precommit_accepts_and_what_we_offer(repository: Path) -> None:
    for command, file in (
        ("validate-config", repository / HOOKS),
        ("validate-manifest", ROOT / ".pre-commit-hooks.yaml"),
    ):
        checked = shell(sys.executable, "-m", "pre_commit", command, str(file))
        assert checked.returncode == 0, checked.stdout + checked.stderr
    [ours] = loaded(HOOKS)["repos"]
    offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {hook["id"] for hook in ours["hooks"]} == {hook["id"] for hook in offered}


def test_the_files_of_the_hook_are_the_disclosures() -> None:
    pattern = loaded(HOOKS)["repos"][0]["hooks"][0]["files"]
    wanted = ["预算.docx", "旧/预算.DOCX", "公开材料/2024/决算.pdf"]
    names = [*wanted, "手册.pdf", "README.md", "公开材料/说明.md"]
    assert [name for name in names if re.search(pattern, name)] == wanted


@pytest.mark.skipif(os.name == "nt", reason="the services run the commands in bash")
@pytest.mark.parametrize(("example", "code"), [("clean.docx", 0), ("faulty.docx", 1)])
def test_the_workflow_checks_and_writes_what_it_uploads(
    repository: Path, example: str, code: int
) -> None:
    documents(repository, example)
    steps = loaded(WORKFLOW)["jobs"]["budgetlint"]["steps"]
    line = budgetlint_line([step["run"] for step in steps if "run" in step])
    checked = shell("bash", "-e", "-c", line)
    assert (checked.returncode, checked.stderr) == (code, "")
    assert checked.stdout.startswith("::error file=公开材料/faulty.docx") is bool(code)
    [upload] = [step for step in steps if "upload-sarif" in step.get("uses", "")]
    report = json.loads((repository / upload["with"]["sarif_file"]).read_text(encoding="utf-8"))
    assert report["version"] == "2.1.0"
    assert f"hashFiles('{upload['with']['sarif_file']}')" in upload["if"]
    found = [result for run in report["runs"] for result in run["results"]]
    assert any(result["level"] == "error" for result in found) is bool(code)


@pytest.mark.skipif(os.name == "nt", reason="the services run the commands in bash")
def test_the_job_checks_and_writes_the_reports_it_keeps(repository: Path) -> None:
    documents(repository, "faulty.docx")
    job = loaded(JOB)["budgetlint"]
    checked = shell("bash", "-e", "-c", budgetlint_line(job["script"]))
    assert (checked.returncode, checked.stderr) == (1, "")
    reports = job["artifacts"]["reports"]
    quality = json.loads((repository / reports["codequality"]).read_text(encoding="utf-8"))
    assert {issue["location"]["path"] for issue in quality} == {"公开材料/faulty.docx"}
    assert "<testsuite" in (repository / reports["junit"]).read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("sh") is None, reason="no shell here")
@pytest.mark.parametrize(
    ("examples", "code", "sentence"),
    [
        (["clean.docx"], 0, "检查通过。"),
        (["faulty.docx"], 1, "发现问题，见 检查报告.txt。"),
        ([], 2, "没有检查完，原因见上面的提示。"),
    ],
)
def test_the_script_says_how_it_went_and_exits_likewise(
    repository: Path, examples: list[str], code: int, sentence: str
) -> None:
    documents(repository, *examples)
    ran = shell("sh", str(repository / SCRIPT))
    assert ran.returncode == code, ran.stderr
    assert ran.stdout.endswith(f"{sentence}\n")
    if examples:
        report = json.loads((repository / "检查报告.json").read_text(encoding="utf-8"))
        assert [file["path"] for file in report["files"]] == [f"公开材料/{examples[0]}"]
        assert ran.stdout.startswith((repository / "检查报告.txt").read_text(encoding="utf-8"))


def test_the_batch_file_is_ascii_and_runs_commands_that_exist(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert RECIPES[BATCH].isascii()
    commands = re.findall(r"^  py -m budgetlint (.+)$", RECIPES[BATCH], re.MULTILINE)
    assert len(commands) == 2
    shutil.copy(ROOT / "examples" / "faulty.docx", tmp_path / "预算.docx")
    monkeypatch.chdir(tmp_path)
    for command in commands:  # the second one finds the report of the first beside the document
        assert run(shlex.split(command.replace("%*", "预算.docx"))) == 1
        assert capsys.readouterr().out == Path("report.txt").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name != "nt", reason="a batch file runs on Windows")
def test_the_batch_file_runs(repository: Path) -> None:
    shutil.copy(ROOT / "examples" / "faulty.docx", repository / "预算.docx")
    ran = subprocess.run(
        ["cmd", "/c", str(repository / BATCH)], stdin=subprocess.DEVNULL, check=False
    )
    assert ran.returncode == 1
    assert (repository / "report.txt").is_file()
