"""``rules/`` is installed as ``budgetlint.rules``, and nothing of it gets lost on the way."""

from __future__ import annotations

import importlib
import importlib.util
import subprocess
import sys
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from project import ROOT

import budgetlint
from budgetlint import entries, registry

MODULES = sorted((ROOT / "rules").rglob("*.py"))
NEW_RULE = '''"""BL799: 新加的规则

## 检查什么
什么也不检查。
"""

from budgetlint.finding import Severity
from budgetlint.registry import rule


@rule(code="BL799", name="just-added", severity=Severity.INFO)
def check(disclosure, options):
    yield from ()
'''


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(["budgetlint", *(part for part in parts if part != "__init__")])


@pytest.mark.parametrize("path", MODULES, ids=[module_name(path) for path in MODULES])
def test_every_rule_file_is_importable_below_budgetlint_rules(path: Path) -> None:
    assert importlib.import_module(module_name(path)).__name__ == module_name(path)


def test_every_folder_of_rules_is_a_package() -> None:
    folders = {path.parent for path in MODULES}
    assert {folder for folder in folders if not (folder / "__init__.py").is_file()} == set()


def test_every_rule_module_declares_a_rule_and_is_named_after_it() -> None:
    codes = {rule.code.lower() for rule in registry.all_rules()}
    named = {path.stem.split("_")[0] for path in MODULES if path.name != "__init__.py"}
    assert named == codes


def test_every_data_file_is_installed_with_its_package() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = declared["tool"]["setuptools"]["package-data"]["*"]
    packages = {path.parent for path in (ROOT / "budgetlint").rglob("__init__.py")}
    installed = {found for each in packages for glob in patterns for found in each.glob(glob)}
    data = {path for path in (ROOT / "budgetlint").rglob("*.*") if path.is_file()}
    data = {path for path in data if path.suffix not in {".py", ".pyc"}}
    assert data - installed == set()


def test_rules_is_no_top_level_package(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-c", "import rules"], cwd=tmp_path, capture_output=True, check=False
    )
    assert b"ModuleNotFoundError: No module named 'rules'" in result.stderr


def test_no_module_of_ours_imports_rules_by_its_folder_name() -> None:
    sources = [*(ROOT / "budgetlint").rglob("*.py"), *MODULES, *(ROOT / "tests").rglob("*.py")]
    wrong = ("from rules", "import rules")
    offenders = [
        path.name
        for path in sources
        if any(line.startswith(wrong) for line in path.read_text(encoding="utf-8").splitlines())
    ]
    assert offenders == []


def test_a_new_rule_file_in_a_new_folder_appears_without_reinstalling(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    family = tmp_path / "added"
    family.mkdir()
    (family / "__init__.py").write_text("", encoding="utf-8")
    (family / "bl799_just_added.py").write_text(NEW_RULE, encoding="utf-8")
    package = importlib.import_module("budgetlint.rules")
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    registry.registered.cache_clear()
    try:
        found = registry.find_rule("just-added")
    finally:
        registry.registered.cache_clear()
        for name in [name for name in sys.modules if name.startswith("budgetlint.rules.added")]:
            del sys.modules[name]
    assert found is not None
    assert (found.code, found.title) == ("BL799", "新加的规则")


def test_without_installation_the_registry_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "budgetlint.rules", None)
    registry.registered.cache_clear()
    try:
        with pytest.raises(entries.RegistryError, match=r"请先在项目目录运行：pip install -e \."):
            registry.all_rules()
    finally:
        registry.registered.cache_clear()


def test_data_files_are_reachable_as_package_data() -> None:
    data = [
        path.relative_to(ROOT / "budgetlint")
        for path in (ROOT / "budgetlint").rglob("*")
        if path.suffix in {".toml", ".csv", ".json", ".md"}
    ]
    assert Path("schemas/report.schema.json") in data
    for path in data:
        assert files(budgetlint).joinpath(*path.parts).is_file(), path


def test_every_folder_with_data_is_a_package_or_lies_in_one() -> None:
    """setuptools takes data files only from folders that are packages."""
    lost = [
        path
        for path in (ROOT / "budgetlint").rglob("*")
        if path.suffix in {".toml", ".csv", ".json"} and not (path.parent / "__init__.py").is_file()
    ]
    assert lost == []
