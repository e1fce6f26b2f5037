"""What rules and readers say in English: the same findings, no Chinese words of our own."""

from __future__ import annotations

import ast
import re
import tomllib
from typing import TYPE_CHECKING

import pytest
from fictional.variants import final_variants, variants
from linting import lint_printed, lint_text
from project import ROOT
from test_number_format import with_blanks
from test_rule_pages import EXECUTED, example
from variant_findings import report_of

from budgetlint import lang
from budgetlint.document import Position
from budgetlint.readers import ReadError, read
from budgetlint.readers.docx_graphics import where

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fictional.variants import Variant

    from budgetlint.registry import Rule
    from budgetlint.report import FileReport

WORDS = re.compile(r"[\u3400-\u9fff]")
CHINESE = re.compile(r"[\u3400-\u9fff、，；：（）]")
OF_THE_DOCUMENT = re.compile(
    r"“[^”]*”|《[^》]*》|(?<![\u3400-\u9fff])(?:[百千]?[万亿]|千)?元"
    r"|(?<=[0-9])(?:人次|人|名|辆|批次|个|台)"
)
"""What is quoted, and the units of amounts."""

ENGLISH = lang.catalogue("en")
WORDING = sorted((ROOT / "budgetlint").glob("*wording.py"))
RULES = sorted((ROOT / "rules").rglob("*.py"))
READERS = sorted((ROOT / "budgetlint" / "readers").glob("*.py"))
DISCLOSURE = sorted((ROOT / "budgetlint" / "disclosure").rglob("*.py"))
AREAS = ("classifications", "codes", "findings", "goals", "purchases", "readers", "reading")
"""The files of the catalogue with what rules and readers say."""
EVERYTHING = [*WORDING, *RULES, *READERS, *DISCLOSURE]
CUTTING = {"replace", "removeprefix", "removesuffix", "strip", "rstrip"}
REASONS = {"Observation", "Tally", "Unread", "ReadError", "skip"}
"""What takes a sentence for the user."""
NOTES = ("unread", "notes", "reasons")
"""The lists of such sentences."""


def _one_of_each() -> list[Variant]:
    """The first variant of each kind of defect and of document."""
    first = {(type(v.options), v.expect.kind): v for v in (*final_variants(), *variants())}
    return list(first.values())


def _said(report: FileReport) -> Iterator[str]:
    """The sentences of a report: messages, what was not understood, why rules were not applied."""
    yield from (finding.message for finding in report.findings)
    yield from report.coverage.unread
    for check in report.coverage.checks.values():
        yield from check.reasons


def _found(report: FileReport) -> list[tuple[object, ...]]:
    return [(f.rule, f.severity, f.fingerprint, f.location.position) for f in report.findings]


def _chinese(sentences: Iterator[str]) -> list[str]:
    """The sentences that have Chinese words of our own."""
    return [each for each in sentences if CHINESE.search(OF_THE_DOCUMENT.sub("", each))]


@pytest.mark.parametrize("variant", _one_of_each(), ids=lambda v: v.name)
def test_a_variant_is_found_in_english_as_in_chinese(variant: Variant, tmp_path: Path) -> None:
    with lang.speaking("en"):
        report = lint_printed(variant.printed(), "cells", tmp_path)
    assert _found(report) == _found(report_of(variant, "cells"))
    assert _chinese(_said(report)) == []


@pytest.mark.parametrize("rule", EXECUTED, ids=lambda rule: rule.code)
def test_the_wrong_example_of_a_rule_is_told_in_english(rule: Rule, tmp_path: Path) -> None:
    text = example(rule, "错误示例")
    with lang.speaking("en"):
        report = lint_text(text, tmp_path)
    assert _found(report) == _found(lint_text(text, tmp_path))
    assert rule.code in {finding.rule for finding in report.findings}
    assert _chinese(_said(report)) == []


def test_what_only_word_shows_is_told_in_english(tmp_path: Path) -> None:
    with lang.speaking("en"):
        report = lint_printed(with_blanks(), "docx", tmp_path)
    assert _found(report) == _found(lint_printed(with_blanks(), "docx", tmp_path))
    assert {finding.rule for finding in report.findings} == {"BL011", "BL211"}
    assert _chinese(_said(report)) == []


@pytest.mark.parametrize("area", AREAS)
def test_a_translation_has_no_chinese_but_quoted(area: str) -> None:
    """Whatever may be said, also what no document here makes a rule say."""
    file = ROOT / "budgetlint" / "lang" / "en" / f"{area}.toml"
    translations = tomllib.loads(file.read_text(encoding="utf-8")).values()
    assert _chinese(iter(translations)) == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty (0 bytes); export or download it again."),
        (b"{\\rtf1}", "RTF documents are not supported; open it in Word or WPS, save it as"),
        (b"%PDF-1.4", "The PDF is damaged or incomplete and cannot be read; export or download"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "This file has an old Office format; open it in"),
        (b"PK\x03\x04", "The file is incomplete or damaged and cannot be opened; download it"),
        (b" \n", "The file has nothing but blanks; export or download it again."),
    ],
)
def test_a_reader_says_in_english_why_it_cannot_read(
    content: bytes, sentence: str, tmp_path: Path
) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with lang.speaking("en"), pytest.raises(ReadError) as error:
        read(path)
    assert error.value.message.startswith(sentence)


def test_a_reader_says_in_english_what_it_did_not_read(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_text("一、部门职责\n负责\ufffd\ufffd工作。\n", encoding="utf-8")
    with lang.speaking("en"):
        (unread,) = read(path).unread
        assert where(Position(table=2, row=3, col=1)) == "table 2, row 3, column 1"
    assert (
        unread.reason == "Characters lost in an earlier conversion (shown as �) cannot be read: 2."
    )


# ------------------------------------------------------------------ the source
def _functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            yield node


def _called(node: ast.AST) -> str:
    """The name of what is called, without what it belongs to; "" where nothing is."""
    if not isinstance(node, ast.Call):
        return ""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _takes_a_sentence(call: ast.Call) -> bool:
    if _called(call) == "append" and isinstance(call.func, ast.Attribute):
        return ast.unparse(call.func.value).endswith(NOTES)
    return _called(call) in REASONS


def _texts(node: ast.AST, *, unsaid: bool = False) -> Iterator[str]:
    """The Chinese texts in a piece of source; ``unsaid``: without those given to say()."""
    if unsaid and _called(node) == "say":
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and WORDS.search(node.value):
        yield node.value
    for child in ast.iter_child_nodes(node):
        yield from _texts(child, unsaid=unsaid)


def _of_documents(function: ast.FunctionDef) -> set[str]:
    """Docstrings, and what is held against documents: in comparisons, or cut off texts."""
    nodes = [each.value for each in function.body if isinstance(each, ast.Expr)]
    for node in ast.walk(function):
        if isinstance(node, ast.Compare):
            nodes.append(node)
        elif isinstance(node, ast.Call) and _called(node) in CUTTING:
            nodes += node.args
    return {text for node in nodes for text in _texts(node, unsaid=True)}


@pytest.mark.parametrize("path", [*WORDING, *RULES], ids=lambda path: path.stem)
def test_every_sentence_of_a_rule_has_its_english(path: Path) -> None:
    """Inside functions; what stands above them is a label or a pattern, or is given to say()."""
    texts = {text for each in _functions(path) for text in _texts(each) if text not in ENGLISH}
    assert texts - {text for each in _functions(path) for text in _of_documents(each)} == set()


@pytest.mark.parametrize("path", EVERYTHING, ids=lambda path: path.stem)
def test_constants_that_are_said_have_their_english(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {
        name.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _called(node) == "say"
        for name in ast.walk(node.args[0])
        if isinstance(name, ast.Name) and name.id.isupper()
    }
    texts = [
        text
        for node in tree.body
        if isinstance(node, ast.Assign)
        and names & {target.id for target in node.targets if isinstance(target, ast.Name)}
        for text in _texts(node.value)
    ]
    assert [text for text in texts if text not in ENGLISH] == []


@pytest.mark.parametrize("path", [*WORDING, *RULES, *READERS], ids=lambda path: path.stem)
def test_no_sentence_is_an_f_string(path: Path) -> None:
    made = [
        text
        for function in _functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.JoinedStr)
        for text in _texts(node, unsaid=True)
    ]
    assert made == []


@pytest.mark.parametrize("path", EVERYTHING, ids=lambda path: path.stem)
def test_no_reason_is_given_beside_the_catalogue(path: Path) -> None:
    given = [
        text
        for function in _functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and _takes_a_sentence(node)
        for argument in (*node.args, *(keyword.value for keyword in node.keywords))
        for text in _texts(argument, unsaid=True)
    ]
    assert given == []
