"""One file in, one report out: what the linter adds to readers and rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from doubles import (
    FILE,
    FakeDisclosure,
    Said,
    check,
    failing,
    file_report,
    make_rule,
    messages,
    observation,
)

from budgetlint.cli.check import exit_code
from budgetlint.document import (
    Document,
    Position,
    Remark,
    Unread,
)
from budgetlint.finding import Severity, Tally
from budgetlint.linter import check_file
from budgetlint.readers.errors import PROTECTED, ReadError
from budgetlint.registry import Option, Rule, find_rule
from budgetlint.report import FileError
from budgetlint.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from budgetlint.disclosure import Disclosure


def crashing(error: Exception, *before: Said) -> Rule:
    def crash(_disclosure: Disclosure, _options: Mapping[str, Any]) -> Iterator[Said]:
        yield from before
        raise error

    return make_rule(code="BL301", name="column-total", check=crash)


# Findings and their severity


def test_a_finding_carries_the_code_name_and_severity_of_its_rule() -> None:
    [finding] = check(make_rule(observation("人员经费不一致"))).findings
    assert (finding.rule, finding.name, finding.severity, finding.message) == (
        "BL501",
        "text-against-table",
        Severity.ERROR,
        "人员经费不一致",
    )


@pytest.mark.parametrize(
    ("of_the_rule", "of_the_user", "of_the_observation", "reported"),
    [
        ("error", None, None, "error"),
        ("error", None, "info", "info"),
        ("warning", None, "error", "warning"),
        ("error", "warning", None, "warning"),
        ("error", "warning", "info", "info"),
        ("error", "info", "warning", "info"),
        ("warning", "error", None, "error"),
        ("warning", "error", "info", "info"),
    ],
)
def test_the_user_sets_the_severity_and_an_observation_may_only_say_less(
    of_the_rule: str, of_the_user: str | None, of_the_observation: str | None, reported: str
) -> None:
    said = observation(severity=Severity(of_the_observation) if of_the_observation else None)
    settings = Settings(severity={"BL501": Severity(of_the_user)} if of_the_user else {})
    [finding] = check(make_rule(said, severity=Severity(of_the_rule)), settings=settings).findings
    assert finding.severity == reported


def test_the_most_specific_word_on_a_severity_counts() -> None:
    settings = Settings(
        severity={
            "text-against-table": Severity.INFO,
            "BL5": Severity.WARNING,
            "ALL": Severity.ERROR,
        }
    )
    rules = (
        make_rule(observation("a")),
        make_rule(observation("b"), code="BL502", name="text-sum"),
        make_rule(observation("c"), code="BL301", name="column-total", severity=Severity.WARNING),
    )
    found = {f.rule: f.severity.value for f in check(*rules, settings=settings).findings}
    assert found == {"BL501": "info", "BL502": "warning", "BL301": "error"}


def test_a_rule_gets_its_options_with_the_users_over_the_defaults() -> None:
    seen: list[Mapping[str, Any]] = []

    def look(_disclosure: Disclosure, options: Mapping[str, Any]) -> Sequence[Said]:
        seen.append(options)
        return ()

    rule = make_rule(
        check=look,
        options={"depth": Option(2, "层数"), "strict": Option(default=False, help="严格")},
    )
    check(rule, settings=Settings(options={"BL501": {"depth": 5}, "BL301": {"depth": 9}}))
    assert seen == [{"depth": 5, "strict": False}]


# Selection


def test_every_rule_runs_and_is_covered_even_when_its_findings_are_hidden() -> None:
    report = check(
        make_rule(observation(), Tally(held=3)),
        make_rule(Tally(held=2), code="BL301", name="column-total"),
        settings=Settings(select=("BL3",)),
    )
    assert report.findings == ()
    assert report.coverage.checks["BL501"].held == 3
    assert report.coverage.checks["BL501"].failed == 1
    assert report.coverage.checks["BL301"].held == 2


def test_hiding_one_rule_changes_nothing_about_the_findings_of_another() -> None:
    rules = (
        make_rule(observation("a"), observation("b")),
        make_rule(observation("c"), code="BL301", name="column-total"),
    )
    everything = check(*rules).findings
    without = check(*rules, settings=Settings(ignore=("BL3",))).findings
    assert without == tuple(f for f in everything if f.rule == "BL501")
    assert [f.fingerprint for f in without] == [
        f.fingerprint for f in everything if f.rule == "BL501"
    ]


# Coverage


def test_tallies_are_summed_and_every_reason_is_named_once() -> None:
    report = check(
        make_rule(
            Tally(held=3, failed=2),
            Tally(held=1, skipped=2, reason="表7为空"),
            Tally(skipped=1, reason="表7为空"),
            Tally(skipped=1, reason="没有上年数"),
            observation(),
        )
    )
    covered = report.coverage.checks["BL501"]
    assert (covered.held, covered.failed, covered.skipped) == (4, 2, 4)
    assert covered.reasons == ["表7为空", "没有上年数"]


def test_a_rule_that_does_not_count_its_failures_has_its_observations_counted() -> None:
    report = check(make_rule(Tally(held=1), observation(subject="a"), observation(subject="b")))
    assert report.coverage.checks["BL501"].failed == 2


def test_a_rule_whose_needs_are_not_met_is_skipped_and_says_why() -> None:
    disclosure = FakeDisclosure(lacking={"statements": "没有识别出标准表格"})
    report = check(
        make_rule(observation(), needs=("narrative", "statements")), disclosure=disclosure
    )
    covered = report.coverage.checks["BL501"]
    assert report.findings == ()
    assert (covered.held, covered.failed, covered.skipped) == (0, 0, 1)
    assert covered.reasons == ["没有识别出标准表格"]


def test_the_report_says_what_was_understood() -> None:
    report = check(disclosure=FakeDisclosure(unread=("第 12 页是图片",)))
    assert (report.document.entity, report.document.entity_code) == ("青禾县农业农村局", "304")
    assert (report.document.kind, report.document.year, report.document.unit) == (
        "budget",
        2024,
        "万元",
    )
    assert report.coverage.facts == 3
    assert report.coverage.statements == ("部门收支总体情况表",)
    assert report.coverage.unread == ("第 12 页是图片",)
    assert report.status == "ok"


# What goes wrong


def test_a_crashed_rule_becomes_an_error_and_the_others_go_on() -> None:
    report = check(
        crashing(ZeroDivisionError("division by zero"), observation("先发现的")),
        make_rule(observation("另一条规则的")),
    )
    crash = next(finding for finding in report.findings if finding.rule == "BL090")
    assert crash.name == "rule-crashed"
    assert crash.severity is Severity.ERROR
    assert crash.message.startswith(
        "规则 BL301（column-total）运行时出错：ZeroDivisionError（division by zero）。"
    )
    assert {"先发现的", "另一条规则的"} < set(messages(report))
    assert report.coverage.checks["BL301"].skipped == 1
    assert report.coverage.checks["BL301"].reasons == ["规则运行出错（ZeroDivisionError）"]


def test_a_crash_cannot_be_deselected_nor_made_harmless() -> None:
    settings = Settings(
        select=("BL9",), ignore=("ALL", "BL0"), severity={"ALL": Severity.INFO}, fail_on=None
    )
    report = check(crashing(KeyError("t6")), settings=settings)
    assert [(f.rule, f.severity.value) for f in report.findings] == [("BL090", "error")]
    assert exit_code([report], [settings]) == 2


def test_two_rules_that_crash_have_two_fingerprints() -> None:
    def crash(_disclosure: Disclosure, _options: Mapping[str, Any]) -> Sequence[Said]:
        raise ValueError

    report = check(
        make_rule(check=crash), make_rule(code="BL301", name="column-total", check=crash)
    )
    assert len({finding.fingerprint for finding in report.findings}) == 2


def test_a_file_that_cannot_be_read_is_reported_with_its_reason() -> None:
    error = ReadError(PROTECTED, "文件有打开密码。")
    report = check_file(FILE, "预算.docx", Settings(), rules=(), open_disclosure=failing(error))
    assert report.error == FileError("BL003", "文件有打开密码。")
    assert report.status == "error"


def test_a_crash_in_reading_costs_one_file_and_says_what_to_do() -> None:
    report = check_file(
        FILE, "预算.docx", Settings(), rules=(), open_disclosure=failing(KeyError("w:p"))
    )
    assert report.error is not None
    assert report.error.code == "BL091"
    assert report.error.message.startswith("处理此文件时程序出错：KeyError（'w:p'）。")
    assert "另存" in report.error.message


def test_an_interruption_is_not_taken_for_a_crash() -> None:
    def interrupt(_disclosure: Disclosure, _options: Mapping[str, Any]) -> Sequence[Said]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check(make_rule(check=interrupt))


def test_the_largest_size_reaches_the_reader() -> None:
    asked: list[int] = []

    def open_disclosure(_path: Path, settings: Settings) -> Disclosure:
        asked.append(settings.max_file_size)
        raise ReadError("BL004", "文件过大。")

    check_file(FILE, "x", Settings(max_file_size=7), rules=(), open_disclosure=open_disclosure)
    assert asked == [7]


# Exit codes


@pytest.mark.parametrize(
    ("worst", "fail_on", "code"),
    [
        (None, Severity.INFO, 0),
        (Severity.ERROR, Severity.ERROR, 1),
        (Severity.WARNING, Severity.ERROR, 0),
        (Severity.WARNING, Severity.WARNING, 1),
        (Severity.INFO, Severity.WARNING, 0),
        (Severity.INFO, Severity.INFO, 1),
        (Severity.ERROR, None, 0),
    ],
)
def test_findings_fail_the_run_from_the_chosen_severity_on(
    worst: Severity | None, fail_on: Severity | None, code: int
) -> None:
    rule = make_rule(observation(), severity=worst) if worst else make_rule()
    settings = Settings(fail_on=fail_on)
    assert exit_code([check(rule, settings=settings)], [settings]) == code


def test_a_file_that_could_not_be_checked_outweighs_findings_and_never() -> None:
    unreadable = file_report(error=FileError("BL001", "文件是空的。"))
    failed = check(make_rule(observation()))
    strict, lenient = Settings(), Settings(fail_on=None)
    assert exit_code([failed, unreadable], [strict, strict]) == 2
    assert exit_code([unreadable], [lenient]) == 2


def test_each_file_is_judged_by_its_own_settings() -> None:
    warned = check(make_rule(observation(), severity=Severity.WARNING))
    clean = check(make_rule())
    strict, lenient = Settings(fail_on=Severity.WARNING), Settings()
    assert exit_code([warned, clean], [lenient, strict]) == 0
    assert exit_code([warned, clean], [strict, lenient]) == 1


# The rules about the reading itself


def real_rule(code: str) -> Rule:

    rule = find_rule(code)
    assert rule is not None
    return rule


def test_what_was_not_read_is_one_warning_with_every_place() -> None:
    document = Document(
        "docx",
        (),
        unread=(
            Unread("第 12 页是图片，没有文字。", Position(page=12)),
            Unread("嵌入的表格已损坏", Position(page=14)),
        ),
    )
    [finding] = check(real_rule("BL010"), disclosure=FakeDisclosure(document)).findings
    assert finding.severity is Severity.WARNING
    assert finding.message == (
        "有 2 处内容未能读取，因而没有检查：第 12 页是图片，没有文字；嵌入的表格已损坏。"
    )
    assert [finding.location.position.page, finding.related[0].position.page] == [12, 14]


def test_a_document_read_in_full_holds_one_check() -> None:
    report = check(real_rule("BL010"), real_rule("BL011"))
    assert report.findings == ()
    assert {code: c.held for code, c in report.coverage.checks.items()} == {"BL010": 1, "BL011": 1}


def test_unaccepted_changes_are_one_hint_that_counts_them() -> None:

    document = Document(
        "docx",
        (),
        remarks=(
            Remark("comment", "请核对"),
            Remark("tracked-change", "347.37", Position(paragraph=8)),
            Remark("tracked-change", "347.36", Position(paragraph=8)),
        ),
    )
    [finding] = check(real_rule("BL011"), disclosure=FakeDisclosure(document)).findings
    assert finding.severity is Severity.INFO
    assert finding.message.startswith("文档中有 2 处修订尚未接受或拒绝")
    assert finding.location.position.paragraph == 8
