"""The key of a result: it changes with everything that the result depends on, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import fields, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from project import ROOT, copy_project

from budgetlint import digests
from budgetlint.catalogue import catalogue
from budgetlint.configuration import Configuration
from budgetlint.digests import WITHOUT_EFFECT, Keys
from budgetlint.finding import Severity
from budgetlint.settings import PerFileIgnore, Settings
from budgetlint.taxonomy.slips import Slip
from budgetlint.taxonomy.subjects import Subject

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "预算.txt"
    path.write_text("文", encoding="utf-8")
    return path


def key(path: Path, settings: Settings | None = None) -> str | None:
    return Keys().of(path, settings or Settings())


# The document


def test_the_same_bytes_have_the_same_key_whatever_they_are_called(document: Path) -> None:
    first = key(document)
    assert first
    assert len(first) == 64
    assert key(document.rename(document.with_name("决算.docx"))) == first


def test_other_bytes_have_another_key(document: Path) -> None:
    first = key(document)
    document.write_text("字", encoding="utf-8")
    assert key(document) != first


def test_what_cannot_be_read_or_is_too_large_has_none(document: Path, tmp_path: Path) -> None:
    assert key(tmp_path / "没有.txt") is None
    assert key(tmp_path) is None
    assert key(document, Settings(max_file_size=2)) is None
    assert key(document, Settings(max_file_size=3)) is not None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert key(tmp_path / "pipe") is None


# The settings

EFFECTIVE: dict[str, Any] = {
    "severity": {"BL501": Severity.WARNING},
    "max_file_size": 7_000_000,
    "options": {"BL501": {"limit": Decimal("0.5")}},
    "extra_slips": (Slip("年底钱", "年底前"),),
    "subjects": (("functional", Subject("2080599", "其他支出")),),
}
FILTERS: dict[str, Any] = {
    "select": ("BL5",),
    "ignore": ("BL5",),
    "per_file_ignores": (PerFileIgnore("*", ("BL5",)),),
    "fail_on": None,
    "exclude": ("*",),
    "baseline": "基线.json",
    "cache": False,
}


def test_every_setting_counts_unless_it_only_filters() -> None:
    known = {field.name for field in fields(Settings)}
    assert known - WITHOUT_EFFECT == set(EFFECTIVE)
    assert set(FILTERS) < WITHOUT_EFFECT


@pytest.mark.parametrize("name", EFFECTIVE)
def test_a_setting_that_changes_results_changes_the_key(document: Path, name: str) -> None:
    assert key(document, replace(Settings(), **{name: EFFECTIVE[name]})) != key(document)


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_does_not_change_the_key(document: Path, name: str) -> None:
    assert key(document, replace(Settings(), **{name: FILTERS[name]})) == key(document)


def test_equal_options_have_the_same_key_in_another_process(document: Path) -> None:
    script = (
        "import sys; from decimal import Decimal; from pathlib import Path;"
        "from budgetlint.digests import Keys; from budgetlint.settings import Settings;"
        "from budgetlint.catalogue import catalogue; catalogue();"
        "given = Settings(options={'BL501': {'limit': Decimal('0.5')}});"
        "print(Keys().of(Path(sys.argv[1]), given))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", script, str(document)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1


# The rules of others


def with_rules(folder: Path) -> Settings:
    """The settings for a folder with rules of its own."""
    return Configuration(catalogue()).settings_in(folder)


def test_any_file_beside_local_rules_counts(document: Path) -> None:
    folder = document.parent
    rules = folder / "本地规则"
    rules.mkdir()
    (folder / "budgetlint.toml").write_text('rules-paths = ["本地规则"]', encoding="utf-8")
    (rules / "qh101.py").write_text("x = 1", encoding="utf-8")
    seen = {key(document), key(document, with_rules(folder))}
    (rules / "qh101.py").write_text("x = 2", encoding="utf-8")
    seen.add(key(document, with_rules(folder)))
    (rules / "words").mkdir()
    (rules / "words" / "一.csv").write_text("词", encoding="utf-8")
    seen.add(key(document, with_rules(folder)))
    (rules / "words" / "一.csv").rename(rules / "words" / "二.csv")
    seen.add(key(document, with_rules(folder)))
    assert len(seen) == 5


def test_files_are_told_apart_from_their_names(tmp_path: Path) -> None:
    """No two different folders read as the same stream of bytes."""
    for folder, files in {"甲": {"a": "b"}, "乙": {"a": "", "b": ""}, "丙": {"ab": ""}}.items():
        (tmp_path / folder).mkdir()
        for name, text in files.items():
            (tmp_path / folder / name).write_text(text, encoding="utf-8")
    assert len({digests._files((tmp_path / folder,)) for folder in "甲乙丙"}) == 3


def test_what_is_hidden_beside_local_rules_does_not_count(tmp_path: Path) -> None:
    """No rule is loaded from there, and a whole history may lie in it."""
    (tmp_path / "qh101.py").write_text("", encoding="utf-8")
    before = digests._files((tmp_path,))
    for name in (".git", "__pycache__"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.py").write_text("", encoding="utf-8")
    assert digests._files((tmp_path,)) == before


# The program


def test_where_the_program_cannot_be_read_nothing_has_a_key(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_paths: tuple[Path, ...]) -> str:
        raise PermissionError

    monkeypatch.setattr(digests, "_files", fail)
    assert key(document) is None


@pytest.mark.parametrize(
    "changed",
    ["budgetlint/wording.py", "budgetlint/taxonomy/names.toml", "rules/codes/__init__.py"],
)
def test_every_file_of_the_program_counts(changed: str, tmp_path: Path) -> None:
    clone = copy_project(tmp_path / "clone")
    before = digests._files((clone / "budgetlint", clone / "rules"))
    with (clone / changed).open("r+b") as file:
        file.seek(0, os.SEEK_END)
        file.write(b"\n")
    assert digests._files((clone / "budgetlint", clone / "rules")) != before


def test_the_program_is_where_it_is_imported_from() -> None:
    places = {os.path.realpath(place) for place in digests._sources()}
    assert {str(ROOT / "budgetlint"), str(ROOT / "rules")} <= places


def test_what_is_installed_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digests._program()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert digests._program() == before
    (tmp_path / "lxml-99.dist-info").mkdir()
    assert digests._program() != before


def test_the_code_of_an_extension_counts(tmp_path: Path) -> None:
    """Also where it is installed in place, so that its version stays as it was."""
    info = tmp_path / "qinghe_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: qinghe-rules\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[budgetlint.rules]\nfirst = qinghe_rules\n")
    code = (
        '"""QH101: 题\n\n说明\n"""\nfrom budgetlint.finding import Severity\n'
        "from budgetlint.registry import rule\n\n\n"
        '@rule(code="QH101", name="no-phone", severity=Severity.INFO)\n'
        "def check(disclosure, options):\n    yield from ()\n"
    )
    answers = []
    for number in range(2):
        (tmp_path / "qinghe_rules.py").write_text(f"{code}# {number}\n", encoding="utf-8")
        result = subprocess.run(
            [sys.executable, "-c", "from budgetlint.digests import _program; print(_program())"],
            env={**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        answers.append(result.stdout)
    assert answers[0] != answers[1]
