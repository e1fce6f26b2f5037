"""What ``docs/rules-writing.md`` tells to write works as it says."""

from __future__ import annotations

import json
import re
import shutil
import sys
import tomllib
from typing import TYPE_CHECKING, Any

import pytest
from project import ROOT

from budgetlint import registry
from budgetlint.catalogue import catalogue
from budgetlint.cli import run
from budgetlint.plugins import GROUP

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (ROOT / "docs" / "rules-writing.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"(?ms)^```\w+ (\S+)\n(.*?)^```$", PAGE))
[EXAMPLE] = [name for name in FILES if name.endswith(".py")]


def forget() -> None:
    registry.registered.cache_clear()
    catalogue.cache_clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (EXAMPLE, "budgetlint.toml", "样例.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(FILES[name], encoding="utf-8")
    return tmp_path


def findings(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    """What the example finds."""
    run(["check", *arguments, "--format", "json", "--select", "QH"])
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["files"][0]["findings"]
    return found


@pytest.mark.usefixtures("folder")
def test_the_example_prints_what_the_page_shows(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "样例.txt", "--select", "QH"]) == 0
    assert FILES["输出"] in capsys.readouterr().out


def test_the_example_finds_nothing_in_a_clean_document(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(ROOT / "examples" / "clean.docx", folder)
    assert run(["check", "clean.docx", "--format", "json"]) == 0
    [file] = json.loads(capsys.readouterr().out)["files"]
    assert file["coverage"]["checks"]["QH101"]["held"] == 2
    assert [f for f in file["findings"] if f["rule"] == "QH101"] == []


def test_the_options_shown_are_followed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [before] = findings(capsys, "样例.txt")
    assert before["severity"] == "warning"
    shown = FILES["选项"]
    (folder / "budgetlint.toml").write_text(shown, encoding="utf-8")
    assert findings(capsys, "样例.txt") == []
    (folder / "budgetlint.toml").write_text(shown.replace("allowed = 2", ""), encoding="utf-8")
    [after] = findings(capsys, "样例.txt")
    assert after["severity"] == "error"


@pytest.mark.usefixtures("folder")
def test_the_example_is_listed_and_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules"]) == 0
    assert "QH101  three-public-increase" in capsys.readouterr().out
    assert run(["explain", "three-public-increase"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("QH101 three-public-increase：“三公”经费预算比上年增加\n")
    assert "## 何时可以忽略\n增加已经批准。\n" in page


def test_the_same_file_works_in_a_package(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Installed as pip would install what the page's pyproject.toml declares."""
    project = tomllib.loads(FILES["pyproject.toml"])["project"]
    [(point, package)] = project["entry-points"][GROUP].items()
    site = folder / "site"
    (site / package).mkdir(parents=True)
    (site / package / "__init__.py").write_text("", encoding="utf-8")
    shutil.copy(folder / EXAMPLE, site / package / "qh101.py")
    info = site / "qinghe_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    )
    (info / "entry_points.txt").write_text(f"[{GROUP}]\n{point} = {package}\n")
    monkeypatch.syspath_prepend(site)
    forget()
    try:
        (folder / "budgetlint.toml").unlink()
        [finding] = findings(capsys, "样例.txt")
        assert finding["message"] == "“三公”经费预算比上年增加1.75万元，本县要求只减不增"
    finally:
        forget()
        for name in [name for name in sys.modules if name.startswith(package)]:
            del sys.modules[name]


def test_every_need_the_page_names_is_known() -> None:
    [row] = re.findall(r"^\| `needs` \|.*$", PAGE, re.MULTILINE)
    from budgetlint.disclosure import _NEEDS  # noqa: PLC0415 (private, and only here)

    assert set(re.findall(r"`([a-z-]+)`", row)) - {"needs"} <= set(_NEEDS)
