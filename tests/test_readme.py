"""What README and docs show is true: every command is run, every configuration is read."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING

import jsonschema
import pytest
from config_page import SCHEMA
from project import ROOT

from budgetlint.catalogue import FAMILIES, catalogue
from budgetlint.cli import run
from budgetlint.keys import Source, parse

if TYPE_CHECKING:
    from pathlib import Path

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BASELINE = "基线.json"
"""Where the pages read a baseline, it is that of the examples."""
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: Path, language: str) -> list[str]:
    """The fenced blocks of a language in a page."""
    text = page.read_text(encoding="utf-8")
    return [body for found, body in FENCE.findall(text) if found == language]


COMMANDS = [
    pytest.param(line, id=f"{page.name}: {line}")
    for page in PAGES
    for block in blocks(page, "console")
    for line in block.splitlines()
]
CONFIGURATIONS = [
    pytest.param(block, id=f"{page.name}-{number}")
    for page in PAGES
    for number, block in enumerate(blocks(page, "toml"))
]


SAMPLES = [
    pytest.param(block, id=f"{page.name}-{number}")
    for page in PAGES
    for number, block in enumerate(blocks(page, "text"))
    if block.startswith("$ ")
]


def test_the_first_two_commands_install_and_test() -> None:
    assert blocks(ROOT / "README.md", "bash") == [
        "pip install . && budgetlint check examples/\n",
        'pip install -e ".[test]" && pytest\n',
    ]


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_shown_exits_as_shown(
    line: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = re.fullmatch(r"\$ budgetlint (.+?) +# 退出码 ([0-9]+)", line)
    assert shown, f"not of the form “$ budgetlint …  # 退出码 N”: {line}"
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    if f"--baseline {BASELINE}" in line:
        run(["check", "examples", "--write-baseline", BASELINE])
        capsys.readouterr()
    assert run(shlex.split(shown[1])) == int(shown[2]), capsys.readouterr()
    out, err = capsys.readouterr()
    writes = "--write-baseline" in line
    assert bool(out) is (shown[2] != "2"), "the report alone goes to standard output"
    assert bool(err) is (shown[2] == "2" or writes), "everything else goes to standard error"


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_of_a_report_is_what_is_printed(
    sample: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Between lines that are only “…”, the lines shown stand together in the real report."""
    command, _, shown = sample.partition("\n")
    monkeypatch.chdir(ROOT)
    run(shlex.split(command.removeprefix("$ budgetlint ")))
    printed = capsys.readouterr().out
    for piece in re.split(r"^…\n", shown, flags=re.MULTILINE):
        assert piece in printed


@pytest.mark.parametrize("text", CONFIGURATIONS)
def test_a_configuration_shown_is_accepted(text: str) -> None:
    parse(tomllib.loads(text), Source("README", catalogue()))
    jsonschema.validate(tomllib.loads(text), json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_the_configuration_page_names_every_family() -> None:
    page = (ROOT / "docs" / "config.md").read_text(encoding="utf-8")
    for digit, name in FAMILIES.items():
        assert f"| BL{digit} | {name} |" in page


def test_the_json_page_names_every_key_of_the_schema() -> None:
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    schema = json.loads((files("budgetlint") / "schemas/report.schema.json").read_text("utf-8"))
    for part in ("file", "finding", "location", "coverage"):
        for key in schema["$defs"][part]["properties"]:
            assert re.search(rf"`(?:coverage\.)?{key}(?:\.\w+)?`", page), f"{part}.{key}"


def test_every_link_into_the_project_leads_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?://)([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).is_file(), f"{page.name}: {target}"


def test_the_workflow_shown_runs_a_command_that_exists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    [workflow] = blocks(ROOT / "docs" / "github.md", "yaml")
    [command] = re.findall(r"- run: budgetlint (.*)", workflow)
    shutil.copytree(ROOT / "examples", tmp_path / "公开材料")
    monkeypatch.chdir(tmp_path)
    assert run(shlex.split(command)) == 1
    assert capsys.readouterr().out.startswith("::error file=公开材料/faulty.docx,")
