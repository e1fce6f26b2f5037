"""The two languages: every sentence has its English, and nothing is left that nobody says."""

from __future__ import annotations

import ast
import re
import string
from dataclasses import replace
from datetime import date
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from doubles import make_rule
from project import ROOT

from budgetlint import lang
from budgetlint.checked import Checked
from budgetlint.cli import group, run
from budgetlint.document import Position
from budgetlint.finding import Finding, Severity
from budgetlint.location import Location, PartRef, TableRef
from budgetlint.reading_codes import READING_CODES
from budgetlint.report import (
    CheckCoverage,
    Coverage,
    DocumentSummary,
    FileError,
    FileReport,
    Means,
    Notice,
    Report,
    Suppressed,
)
from budgetlint.reporters import FORMATS, Canvas, render
from budgetlint.settings import Settings
from budgetlint.suppressions import Suppression, suppress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.entries import Entry

SOURCES = [*(ROOT / "budgetlint").rglob("*.py"), *(ROOT / "rules").rglob("*.py")]
TAXONOMY = sorted((ROOT / "budgetlint" / "taxonomy").rglob("*.toml"))
_SCHEMA = ROOT / "budgetlint" / "schemas" / "config.schema.json"
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
        node.value
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    data = (*TAXONOMY, _SCHEMA)
    texts |= _described() | {path.read_text(encoding="utf-8") for path in data}
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


# Nothing is missing in English

CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
QUOTED = re.compile("“[^”]*”|《[^》]*》")
OTHERWISE = {
    "entries.py": "the headings of pages in the code",
    "fold.py": "signs in documents",
    "reading_codes.py": "pages, which have their English beside",
    "reporters/wrapping.py": "signs that begin or end no line",
    "wording.py": "what rules say",
}
"""The modules outside the rules whose Chinese is not said as it stands, and what it is."""
NOT_SAID = {
    "keys.py": {
        *("本地科目.csv", "基线.json", "存档", "**/*草稿*", "本地规则", "往年/**"),
        *("尾差，经财政局核对", "年底钱", "年底前"),
    },
    "local_subjects.py": {"编码", "科目编码", "名称", "科目名称", "起始年度", "终止年度"},
    "registry.py": {"。.: ", ":： "},
    "subject_search.py": {"支出"},
    "reporters/wording.py": {"【】", "〔〕", "《", "》"},
}
"""Words of files and quotation marks: they are the same in every language."""


def _name(path: Path) -> str:
    return path.relative_to(ROOT / "budgetlint").as_posix()


SPEAKING = [
    path
    for folder in ("", "cli", "reporters")
    for path in sorted((ROOT / "budgetlint" / folder).glob("*.py"))
    if _name(path) not in OTHERWISE and not (folder == "" and path.stem.endswith("_wording"))
]


@pytest.mark.parametrize("path", SPEAKING, ids=_name)
def test_no_module_says_anything_that_has_no_english(path: Path) -> None:
    known = set(ENGLISH) | NOT_SAID.get(_name(path), set())
    assert [text for text in _literals(path) if text not in known] == []


def _literals(path: Path) -> list[str]:
    """The Chinese texts in a module that are neither documentation nor patterns."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    passed = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    passed |= {
        id(argument)
        for node in nodes
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
        for argument in node.args
    }
    return [
        node.value
        for node in nodes
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CHINESE.search(node.value)
        and id(node) not in passed
    ]


def _commands() -> Iterator[tuple[click.Command, click.Context]]:
    """Every command, with a context that knows what it is called."""
    waiting: list[tuple[click.Command, click.Context]]
    waiting = [(group, click.Context(group, info_name="budgetlint"))]
    while waiting:
        command, context = waiting.pop()
        yield command, context
        if isinstance(command, click.Group):
            for name in command.list_commands(context):
                below = command.get_command(context, name)
                assert below
                waiting.append((below, click.Context(below, info_name=name, parent=context)))


def _described() -> set[str]:
    """The paragraphs that describe commands, as they are translated."""
    return {
        text.replace("\n", "")
        for command, _ in _commands()
        for text in cleandoc(command.help or "").split("\n\n")
    }


@pytest.mark.parametrize(
    "words", [context.command_path.split()[1:] for _, context in _commands()], ids=" ".join
)
def test_the_help_of_every_command_is_english(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--lang", "en", *words, "--help"]) == 0
    assert CHINESE.findall(QUOTED.sub("", capsys.readouterr().out)) == []


@pytest.mark.parametrize("entry", READING_CODES, ids=lambda entry: entry.code)
def test_every_code_of_the_reading_has_an_english_page(
    entry: Entry, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--lang", "en", "explain", entry.code]) == 0
    page = capsys.readouterr().out
    assert CHINESE.findall(QUOTED.sub("", page)) == []
    assert "## Meaning\n" in page
    assert "## What to do\n" in page


def test_a_new_configuration_and_its_schema_are_explained_in_english(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "budgetlint.toml"
    assert run(["--lang", "en", "init", str(file)]) == 0
    explained = "".join(line for line in file.read_text("utf-8").split("\n") if line[:2] == "# ")
    assert CHINESE.findall(QUOTED.sub("", explained)) == []
    assert run(["--lang", "en", "config", "--schema"]) == 0
    described = re.findall('"(?:title|description)": "(.+)"', capsys.readouterr().out)
    assert len(described) > 20
    assert CHINESE.findall(QUOTED.sub("", "".join(described))) == []


# Reports: all that is Chinese in them is what the document and the rules say

TOTAL = Location(
    part=PartRef("unit", "Office", "304001"),
    table=TableRef(6, "Basic expenditure"),
    row=1,
    row_label="Total",
    column_label="Personnel",
    text="347.36",
    mark=(0, 6),
    position=Position(page=12, table=6, row=4, col=4),
)
PASSAGE = Location(section="VI", text="a passage", mark=(2, 9), position=Position(line=3, column=7))
ANYWHERE = (
    TOTAL,
    replace(TOTAL, row_label=None, column_label=None),
    replace(TOTAL, part=PartRef("department"), table=TableRef(None, ""), text=""),
    replace(PASSAGE, mark=None, position=Position(line=3)),
    replace(PASSAGE, position=Position(paragraph=8)),
    replace(PASSAGE, position=Position(file="notes.txt", page=2)),
    Location(),
)
FOUND = Finding(
    rule="QH101",
    name="some-rule",
    severity=Severity.ERROR,
    message="The text says one thing, the table another.",
    location=PASSAGE,
    related=ANYWHERE,
    expected="1",
    actual="2",
    title="Some rule",
    fingerprint="0" * 64,
)
LEVELS = [replace(FOUND, severity=severity, location=TOTAL) for severity in Severity]
PARTS = (PartRef("department", "Bureau"), PartRef("unit", "Office"), PartRef("unit", "School"))
CHECKED = Coverage(
    statements=("Summary", "Revenue"),
    facts=612,
    unread=("a table", "another"),
    checks={
        "QH101": CheckCoverage(held=40, failed=4),
        "QH102": CheckCoverage(skipped=3, reasons=["a reason", "another"]),
        "QH103": CheckCoverage(),
    },
)
DOCUMENTS = (
    DocumentSummary("budget", 2024, "Bureau", "304", None, PARTS),
    DocumentSummary("final", 2024, "Office", None, None, (PartRef("unit", "Office"),)),
    DocumentSummary("unknown", 2024),
    DocumentSummary(),
)
ACCEPTED = (
    Suppressed(FOUND, Means.BASELINE),
    Suppressed(FOUND, Means.CONFIG, "agreed", date(2025, 6, 30)),
    Suppressed(FOUND, Means.COMMENT, "agreed"),
)
FILES = (
    *(FileReport("a.docx", each, CHECKED, (FOUND, *LEVELS), None, ACCEPTED) for each in DOCUMENTS),
    FileReport("b.docx", DOCUMENTS[0], CHECKED, (LEVELS[2],), None, ACCEPTED[:1]),
    FileReport("c.docx", DOCUMENTS[1], CHECKED),
    FileReport("d.txt"),
    FileReport("e.txt"),
    FileReport("f.txt"),
    FileReport("g.txt"),
    FileReport("h.pdf", error=FileError("BL002", "This is a scan.")),
)


@pytest.mark.parametrize("files", [FILES, FILES * 3, FILES[-3:]], ids=["some", "many", "nothing"])
@pytest.mark.parametrize("shown", [True, False], ids=["all", "less"])
@pytest.mark.parametrize("name", FORMATS)
def test_nothing_in_a_report_is_chinese_but_what_was_found(
    name: str, shown: bool, files: tuple[FileReport, ...]
) -> None:
    canvas = Canvas(show_info=shown, show_suppressed=shown, show_checks=shown)
    notices = (Notice("budgetlint.toml", "an entry is not used."),)
    with lang.speaking("en"):
        report = Report(files, ("some rules could not be loaded",), notices, READING_CODES, 2)
        text = render(name, report, canvas) + render(name, report, replace(canvas, statistics=True))
    assert CHINESE.findall(QUOTED.sub("", text.replace("【", "[").replace("】", "]"))) == []


@pytest.mark.parametrize("language", lang.LANGUAGES)
@pytest.mark.parametrize("place", ["表6 Basic expenditure › “Total”行", "row “Total” › column"])
def test_a_suppression_means_a_place_in_whatever_language_it_is_worded(
    language: str, place: str
) -> None:
    rule = make_rule(code="QH101", name="some-rule")
    settings = Settings(suppressions=(Suppression("QH101", ("*",), "agreed", place),))
    report = FileReport("a.docx", DOCUMENTS[0], CHECKED, (LEVELS[0],))
    with lang.speaking(language):
        [checked], notices = suppress(
            [Checked(Path("a.docx"), settings, (rule,), report)], date(2025, 6, 30)
        )
    assert [each.finding for each in checked.report.suppressed] == [LEVELS[0]]
    assert notices == ()


def test_a_translation_chooses_a_word_by_the_number() -> None:
    with lang.speaking("en"):
        assert lang.say("共 {count} 个文件", count=1) == "1 file"
        assert lang.say("共 {count} 个文件", count=2) == "2 files"
        assert lang.clauses(["a", "", "b"]) == "a, b"
        assert lang.headed("a", "b") == "a: b"
    assert lang.say("共 {count} 个文件", count=1) == "共 1 个文件"
