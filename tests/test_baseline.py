"""A baseline hides exactly what an earlier run found, and never what is new."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from doubles import file_report, make_rule
from hypothesis import given
from hypothesis import strategies as st

from budgetlint.baseline import Baseline, BaselineError, Known, dump, load
from budgetlint.checked import Checked
from budgetlint.finding import Finding, Severity, fingerprint
from budgetlint.known_findings import Renewal, hide, renew, stale
from budgetlint.location import Location
from budgetlint.reading_codes import READING_CODES, RULE_CRASHED
from budgetlint.report import CheckCoverage, Coverage, FileError, Means, Suppressed
from budgetlint.settings import Settings

RULES = (
    make_rule(code="BL301", name="row-total"),
    make_rule(code="BL501", name="text-against-table"),
    *READING_CODES,
)
RAN = Coverage(checks={"BL301": CheckCoverage(held=9), "BL501": CheckCoverage(held=9)})
BASELINE = Path("基线.json")


def finding(
    place: str,
    rule: str = "BL301",
    occurrence: int = 1,
    expected: str | None = "3.00万元",
    actual: str | None = "2.00万元",
) -> Finding:
    location = Location(key=place)
    return Finding(
        rule=rule,
        name=rule.lower(),
        severity=Severity.ERROR,
        message=f"{place}为{actual}，应为{expected}",
        location=location,
        expected=expected,
        actual=actual,
        fingerprint=fingerprint(rule, location, "", occurrence),
    )


def checked(*findings: Finding, path: str = "材料/预算.docx", **changes: Any) -> Checked:
    report = replace(file_report(path=path), **{"findings": findings, "coverage": RAN, **changes})
    return Checked(Path(path), Settings(), RULES, report)


def made_of(*files: Checked, old: Baseline | None = None) -> Baseline:
    return renewal_of(*files, old=old).baseline


def renewal_of(*files: Checked, old: Baseline | None = None) -> Renewal:
    return renew(old or Baseline(BASELINE, {}), files)


def left(file: Checked, baseline: Baseline) -> list[Finding]:
    return list(hide(file, baseline).report.findings)


def said(file: Checked, baseline: Baseline) -> list[str]:
    return [notice.message for notice in stale([hide(file, baseline)], baseline)]


# What is hidden

PLACES = st.sampled_from(["表3/30201", "表3/30202", "表6/合计", "正文/人员经费"])
VALUES = st.none() | st.sampled_from(["1.00万元", "2.00万元", "3.00万元"])


@st.composite
def findings(draw: st.DrawFn) -> list[Finding]:
    """Findings as a run gives them: several at one place are counted."""
    kinds = st.tuples(PLACES, st.sampled_from(["BL301", "BL501"]), VALUES, VALUES)
    found: list[Finding] = []
    for place, rule, expected, actual in draw(st.lists(kinds, max_size=6)):
        before = sum(1 for f in found if (f.rule, f.location.key) == (rule, place))
        found.append(finding(place, rule, before + 1, expected, actual))
    return found


@given(findings())
def test_the_baseline_of_a_run_hides_exactly_what_that_run_found(found: list[Finding]) -> None:
    file = checked(*found)
    baseline = made_of(file)
    hidden = hide(file, baseline).report
    assert hidden.findings == ()
    assert [each.finding for each in hidden.suppressed] == found
    assert {each.by for each in hidden.suppressed} <= {Means.BASELINE}
    assert said(file, baseline) == []


@given(findings(), st.integers(0, 6))
def test_one_more_defect_is_exactly_what_is_shown(found: list[Finding], index: int) -> None:
    new = finding("表8/合计")
    file = checked(*found[:index], new, *found[index:])
    assert left(file, made_of(checked(*found))) == [new]


@given(findings(), st.data())
def test_mending_one_defect_shows_none_of_the_others(found: list[Finding], data: Any) -> None:
    """The others at its place move up by one in the counting."""
    if not found:
        return
    mended = data.draw(st.sampled_from(range(len(found))))
    gone = found[mended]
    rest: list[Finding] = []
    for i, each in enumerate(found):
        if i != mended:
            before = sum(1 for f in rest if (f.rule, f.location) == (each.rule, each.location))
            mark = fingerprint(each.rule, each.location, "", before + 1)
            rest.append(replace(each, fingerprint=mark))
    baseline = made_of(checked(*found))
    assert left(checked(*rest), baseline) == []
    [notice] = said(checked(*rest), baseline)
    assert f"（{gone.rule} 1 条）" in notice


def test_one_mended_and_one_new_defect_do_not_cancel_out() -> None:
    baseline = made_of(checked(finding("表3/30201"), finding("表6/合计")))
    now = checked(finding("表3/30202"), finding("表6/合计"))
    assert left(now, baseline) == [finding("表3/30202")]
    assert said(now, baseline) == [
        "材料/预算.docx 有 1 条已不存在（BL301 1 条），可用 --write-baseline 更新基线。"
    ]


def test_another_wrong_value_at_a_known_place_is_a_new_defect() -> None:
    baseline = made_of(checked(finding("表6/合计")))
    now = checked(finding("表6/合计", actual="900.00万元"))
    assert left(now, baseline) == list(now.report.findings)
    assert said(now, baseline) == [
        "材料/预算.docx 有 1 条的数值与列入基线时不同（BL301 1 条），重新列出。"
    ]


def test_another_wording_of_a_known_finding_is_still_that_finding() -> None:
    baseline = made_of(checked(finding("表6/合计")))
    assert left(checked(replace(finding("表6/合计"), message="措辞已改进")), baseline) == []


def test_what_is_known_of_one_document_says_nothing_of_another() -> None:
    baseline = made_of(checked(finding("表6/合计")))
    other = checked(finding("表6/合计"), path="材料/决算.docx")
    assert left(other, baseline) == [finding("表6/合计")]


def test_what_was_not_checked_is_never_hidden_nor_written() -> None:
    crash = replace(finding("", RULE_CRASHED), subject="BL301")
    assert made_of(checked(crash)).size == 0
    known = Known(RULE_CRASHED, crash.fingerprint, crash.expected, crash.actual)
    assert left(checked(crash), Baseline(BASELINE, {"材料/预算.docx": (known,)})) == [crash]


# What is stale


def test_an_entry_is_stale_only_where_its_rule_had_its_say() -> None:
    baseline = made_of(checked(finding("表6/合计"), finding("正文/人员", "BL501")))
    crash = replace(finding("", RULE_CRASHED), subject="BL301")
    skipped = {**RAN.checks, "BL501": CheckCoverage(skipped=2, reasons=["没有正文"])}
    silent = [
        checked(error=FileError("BL001", "文件是空的。")),
        checked(crash, coverage=Coverage(checks=skipped)),
        checked(coverage=Coverage()),
        replace(checked(), settings=Settings(ignore=("BL3", "BL501"))),
        checked(path="材料/决算.docx"),
    ]
    for file in silent:
        assert said(file, baseline) == []
        assert said(checked(), baseline) != []
    selected = replace(checked(), settings=Settings(select=("BL5",)))
    assert said(selected, baseline) == [
        "材料/预算.docx 有 1 条已不存在（BL501 1 条），可用 --write-baseline 更新基线。"
    ]


def test_an_entry_that_a_comment_or_the_configuration_accepts_too_is_not_stale() -> None:
    known = finding("表6/合计")
    baseline = made_of(checked(known))
    assert said(checked(suppressed=(Suppressed(known, Means.COMMENT, "尾差"),)), baseline) == []


# What is written


def test_what_has_a_reason_of_its_own_is_not_written() -> None:
    accepted = (
        Suppressed(finding("甲"), Means.CONFIG, "尾差"),
        Suppressed(finding("乙"), Means.COMMENT, "尾差"),
        Suppressed(finding("丙"), Means.BASELINE),
    )
    written = made_of(checked(finding("丁"), suppressed=accepted)).files["材料/预算.docx"]
    assert {known.message[0] for known in written} == {"丙", "丁"}


def test_a_new_baseline_keeps_what_the_run_says_nothing_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("乙.docx").touch()
    old = made_of(
        checked(finding("表3"), finding("表6"), finding("正文", "BL501"), path="甲.docx"),
        checked(finding("表3"), path="乙.docx"),
        checked(finding("表3"), path="丙.docx"),
    )
    now = checked(finding("表6"), finding("表8"), path="甲.docx")
    now = replace(now, settings=Settings(select=("BL3",)))
    renewal = renewal_of(now, old=old)
    assert {
        name: {known.message.split("为")[0] for known in entries}
        for name, entries in renewal.baseline.files.items()
    } == {"甲.docx": {"表6", "表8", "正文"}, "乙.docx": {"表3"}}
    assert (renewal.added, renewal.removed, renewal.kept) == (1, 2, 2)


def test_a_run_that_could_not_read_a_document_keeps_what_was_known_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    old = made_of(checked(finding("表3")))
    assert made_of(checked(error=FileError("BL001", "文件是空的。")), old=old) == old


# The file


@given(findings(), st.text(min_size=1, max_size=20))
def test_a_baseline_is_read_as_it_was_written(found: list[Finding], message: str) -> None:
    baseline = made_of(checked(*(replace(each, message=message) for each in found)))
    path = Path("/nowhere/基线.json")
    text = dump(replace(baseline, path=path))
    data = json.loads(text.encode("utf-8", "backslashreplace"))
    assert data["budgetlint-baseline"] == 1
    assert sum(map(len, data["files"].values())) == baseline.size
    assert dump(made_of(checked(*reversed(found)))) == dump(made_of(checked(*found)))


def test_the_file_has_one_finding_in_a_line_and_says_what_it_is(tmp_path: Path) -> None:
    baseline = made_of(
        checked(finding("表6", "BL501"), finding("表3"), path="b.docx"),
        checked(finding("表3", actual=None), path="a.docx"),
    )
    path = tmp_path / "基线.json"
    path.write_text(dump(baseline), encoding="utf-8")
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[:4] == ["{", '  "budgetlint-baseline": 1,', '  "files": {', '    "a.docx": [']
    assert [json.loads(line.strip(" ,")) for line in lines if '"rule"' in line] == [
        {
            "rule": each.rule,
            "message": each.message,
            "expected": "3.00万元",
            **({"actual": each.actual} if each.actual else {}),
            "fingerprint": each.fingerprint,
        }
        for each in (finding("表3", actual=None), finding("表3"), finding("表6", "BL501"))
    ]
    assert load(path).files == baseline.files


def test_an_empty_baseline_is_a_baseline(tmp_path: Path) -> None:
    path = tmp_path / "基线.json"
    path.write_text(dump(Baseline(path, {"a.docx": ()})), encoding="utf-8")
    assert load(path) == Baseline(path, {})


def test_a_path_is_the_same_whoever_wrote_it(tmp_path: Path) -> None:
    entry = json.loads(dump(made_of(checked(finding("表3")))))
    composed, decomposed = "材料\\\u00e9.docx", "材料/e\u0301.docx"
    entry["files"] = {composed: entry["files"]["材料/预算.docx"]}
    path = tmp_path / "基线.json"
    path.write_text("\ufeff" + json.dumps(entry), encoding="utf-8")
    here = checked(finding("表3"), path=str(tmp_path / decomposed))
    assert left(here, load(path)) == []


def test_a_document_is_found_from_any_folder_and_through_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "仓库" / "材料").mkdir(parents=True)
    (tmp_path / "链接").symlink_to(tmp_path / "仓库", target_is_directory=True)
    baseline = Baseline(tmp_path / "仓库" / "基线.json", {})
    monkeypatch.chdir(tmp_path / "仓库" / "材料")
    for path in ("预算.docx", "../材料/预算.docx", tmp_path / "链接" / "材料" / "预算.docx"):
        assert baseline.name_of(Path(path)) == "材料/预算.docx"
    assert baseline.name_of(tmp_path / "别处" / "预算.docx") == "../别处/预算.docx"


ANEW = "请恢复原来的文件，或删去它后用 --write-baseline 重新生成。"
GOOD = {"rule": "BL301", "fingerprint": "0" * 64, "message": "不符"}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "基线.json 不是 budgetlint 的基线文件；请检查文件名。"),
        ("PK\x03\x04", "基线.json 不是 budgetlint 的基线文件；请检查文件名。"),
        ("[]", "基线.json 不是 budgetlint 的基线文件；请检查文件名。"),
        ('{"schema_version": 1}', "基线.json 不是 budgetlint 的基线文件；请检查文件名。"),
        (
            '{\n"budgetlint-baseline": 1,\n<<<<<<< HEAD\n',
            f"基线文件 基线.json 已损坏（第 3 行附近不合 JSON 格式）；{ANEW}",
        ),
        ('{"budgetlint-baseline": ' + "[" * 100_000, "基线文件 基线.json 已损坏"),
        (
            '{"budgetlint-baseline": 2, "files": {}}',
            "基线文件 基线.json 由更新的版本写成；请升级 budgetlint，或重新生成。",
        ),
        ({}, f"基线文件 基线.json 的内容不完整；{ANEW}"),
        ({"files": []}, "基线文件 基线.json 的内容不完整；"),
        ({"files": {"a.docx": [5]}}, "基线文件 基线.json 的内容不完整；"),
        ({"files": {"a.docx": [{"rule": "BL301"}]}}, "基线文件 基线.json 的内容不完整；"),
        (
            {"files": {"a.docx": [{**GOOD, "fingerprint": "0" * 63}]}},
            "基线文件 基线.json 的内容不完整；",
        ),
        ({"files": {"a.docx": [{**GOOD, "actual": 5}]}}, "基线文件 基线.json 的内容不完整；"),
        ({"files": {"a.docx": [{**GOOD, "rule": ["BL301"]}]}}, "基线文件 基线.json 的内容不完整；"),
    ],
)
def test_a_file_that_is_no_sound_baseline_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str | dict[str, Any], sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    if isinstance(content, dict):
        content = json.dumps({"budgetlint-baseline": 1, **content})
    BASELINE.write_text(content, encoding="utf-8")
    with pytest.raises(BaselineError) as caught:
        load(BASELINE)
    assert str(caught.value).startswith(sentence)


def test_a_baseline_that_is_missing_or_a_folder_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BaselineError, match=r"没有找到基线文件 无\.json；请检查文件名，或用"):
        load(Path("无.json"))
    Path("夹").mkdir()
    with pytest.raises(BaselineError, match="基线文件 夹 无法读取："):
        load(Path("夹"))
