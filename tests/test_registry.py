"""How rules declare themselves, are found, and are named."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
from doubles import make_rule

from budgetlint import registry
from budgetlint.catalogue import FAMILIES, catalogue, is_fixed, nearest_entry
from budgetlint.entries import RegistryError, ensure_distinct
from budgetlint.finding import Severity
from budgetlint.plugins import offers
from budgetlint.registry import all_rules, find_rule, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = '"""QH777: 外来的规则\n\n说明。\n"""\n'
SOURCE = """
from budgetlint.finding import Severity
from budgetlint.registry import rule

@rule(code={code!r}, name={name!r}, severity=Severity.INFO)
def check(disclosure, options):
    yield from ()
"""


@pytest.fixture
def fresh_registry() -> Iterator[None]:
    """Forget the rules before and after, so that a test may add some."""
    registry.registered.cache_clear()
    yield
    registry.registered.cache_clear()


def plugin(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str, value: str = "foreign_rules"
) -> None:
    """Install a distribution that offers rules."""
    (tmp_path / "foreign_rules.py").write_text(text, encoding="utf-8")
    info = tmp_path / "acme_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-rules\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[budgetlint.rules]\nforeign = {value}\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "foreign_rules", raising=False)


# Declaring


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("BL1", "a"),
        ("bl501", "a"),
        ("BL5011", "a"),
        ("B501", "a"),
        ("ABCDE501", "a"),
        ("ALL501", "a"),
        ("BL501", "A b"),
        ("BL501", ""),
        ("BL501", "all"),
    ],
)
def test_a_malformed_code_or_name_is_rejected(code: str, name: str) -> None:
    with pytest.raises(RegistryError, match="规则编号或名称不合规范"):
        rule(code=code, name=name, severity=Severity.ERROR)


def test_a_rule_without_a_page_is_rejected() -> None:
    module = ModuleType("no_page")
    sys.modules["no_page"] = module
    try:
        with pytest.raises(RegistryError, match="规则 BL777 没有说明页"):
            exec(SOURCE.format(code="BL777", name="x"), vars(module))  # noqa: S102
    finally:
        del sys.modules["no_page"]


def test_two_rules_may_not_share_a_word() -> None:
    one = make_rule(code="BL501", name="text", aliases=("BL401",))
    other = make_rule(code="BL401", name="table")
    with pytest.raises(RegistryError, match="规则 BL401 与 BL501 重名：BL401"):
        ensure_distinct([one, other])


# Finding


@pytest.mark.usefixtures("fresh_registry")
def test_a_rule_of_another_distribution_is_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    plugin(monkeypatch, tmp_path, PAGE + SOURCE.format(code="QH777", name="foreign"))
    found = find_rule("foreign")
    assert found is not None
    assert (found.code, found.title, found.severity) == ("QH777", "外来的规则", Severity.INFO)
    assert found.origin == "扩展 acme-rules 的 foreign"
    assert all_rules()[-1] is found, "the rules of budgetlint itself come first"


@pytest.mark.usefixtures("fresh_registry")
@pytest.mark.parametrize(
    ("text", "value", "reason"),
    [
        ("1/0", "foreign_rules", "ZeroDivisionError: division by zero"),
        ("raise SystemExit('停')", "foreign_rules", "SystemExit: 停"),
        ("x = 1", "foreign_rules:x", "入口应指向一个模块，现在是 int"),
        ("x = 1", "foreign_rules", "其中没有用 @rule 声明的规则"),
        (
            PAGE + SOURCE.format(code="BL777", name="foreign"),
            "foreign_rules",
            "编号 BL777 不能用，BL 留给 budgetlint 自带的规则，请换一个前缀（2 至 4 个大写字母）",
        ),
        (
            PAGE + SOURCE.format(code="QH010", name="partly-read"),
            "foreign_rules",
            "规则 QH010 与 BL010 重名：partly-read",
        ),
        (
            PAGE + SOURCE.format(code="QH010", name="rule-crashed"),
            "foreign_rules",
            "规则 QH010 与 BL090 重名：rule-crashed",
        ),
        (
            PAGE
            + SOURCE.format(code="QH010", name="a")
            + SOURCE.format(code="QH011", name="b").replace("def check", "def other"),
            "foreign_rules",
            "一个文件只能有一条规则，现在有 QH010、QH011",
        ),
    ],
)
def test_a_broken_distribution_is_named_and_the_other_rules_stay(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str, value: str, reason: str
) -> None:
    before = all_rules()
    registry.registered.cache_clear()
    plugin(monkeypatch, tmp_path, text, value)
    assert registry.registered().failures == (
        f"扩展 acme-rules 的 foreign 无法加载：{reason}。其余规则照常检查。",
    )
    assert [each.code for each in all_rules()] == [each.code for each in before]


@pytest.mark.usefixtures("fresh_registry")
def test_an_entry_point_may_lead_to_a_package_of_rules(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    plugin(monkeypatch, tmp_path, "", "foreign_package")
    package = tmp_path / "foreign_package" / "inner"
    package.mkdir(parents=True)
    for folder in (package, package.parent):
        (folder / "__init__.py").write_text("", encoding="utf-8")
    for code in ("QH701", "QH702"):
        text = PAGE + SOURCE.format(code=code, name=f"rule-{code.lower()}")
        (package / f"{code.lower()}.py").write_text(text, encoding="utf-8")
    try:
        assert [each.code for each in all_rules() if not each.is_own] == ["QH701", "QH702"]
    finally:
        for name in [name for name in sys.modules if name.startswith("foreign_package")]:
            del sys.modules[name]


def test_rules_are_sorted_by_code_and_the_catalogue_adds_the_reading_codes() -> None:
    rules, entries = all_rules(), catalogue()
    assert [each.code for each in rules] == sorted(each.code for each in rules)
    assert {"BL001", "BL002", "BL003", "BL004", "BL090"} <= {
        each.code for each in entries if is_fixed(each)
    }
    assert {each.code for each in entries} - {each.code for each in rules} == {
        each.code for each in entries if is_fixed(each)
    }


def test_every_entry_has_a_family_and_a_chinese_page_with_headings() -> None:
    for entry in catalogue():
        assert entry.code[2] in FAMILIES, entry.code
        assert entry.page.startswith(f"{entry.code}: {entry.title}\n"), entry.code
        assert "\n## " in entry.page, entry.code
        assert any("\u4e00" <= sign <= "\u9fff" for sign in entry.title), entry.code


# Naming


@pytest.mark.parametrize(
    ("selector", "meant"),
    [
        ("BL501", True),
        ("bl5", True),
        ("BL", True),
        ("all", True),
        ("Text-Against-Table", True),
        ("BL40", True),
        ("BL509", False),
        ("text", False),
        ("", False),
    ],
)
def test_a_selector_is_a_code_a_prefix_a_name_or_an_alias(selector: str, *, meant: bool) -> None:
    named = make_rule(code="BL501", name="text-against-table", aliases=("BL401",))
    assert named.matches(selector) is meant


@pytest.mark.parametrize(
    ("selector", "meant"),
    [
        ("QH101", True),
        ("qh", True),
        ("QH1", True),
        ("ALL", True),
        ("date", True),
        ("Q", False),
        ("QHX", False),
        ("QH2", False),
        ("BL", False),
        ("BL1", False),
    ],
)
def test_other_prefixes_are_chosen_as_our_own_and_never_mixed(
    selector: str, *, meant: bool
) -> None:
    assert make_rule(code="QH101", name="date").matches(selector) is meant
    assert not make_rule(code="QHX101", name="other").matches("QH")


def test_a_code_or_name_weighs_more_than_a_prefix_and_a_longer_prefix_more_than_a_shorter() -> None:
    named = make_rule(code="QH101", name="date")
    weights = [named.weight(word) for word in ("XY", "ALL", "QH", "QH1", "QH10", "QH101")]
    assert weights == sorted(set(weights))
    assert named.weight("date") == named.weight("QH101")


def test_a_misspelt_word_finds_the_nearest() -> None:
    entries = [make_rule(code="BL501", name="text-against-table")]
    assert nearest_entry("text-agianst-table", entries) == "text-against-table"
    assert nearest_entry("BL510", entries) == "BL501"
    assert nearest_entry("完全不同", entries) is None


# Other distributions


def test_what_is_installed_is_offered_and_what_is_shadowed_is_not(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = [offer.distribution for offer in offers()]
    for version in ("older", "newer"):
        folder = tmp_path / version
        folder.mkdir()
        plugin(monkeypatch, folder, f"version = {version!r}")
    found = [offer for offer in offers() if offer.distribution not in before]
    assert [(offer.distribution, offer.name) for offer in found] == [("acme-rules", "foreign")]
    assert getattr(found[0].load(), "version", None) == "newer"


@pytest.mark.parametrize(
    "declared",
    [b"[budgetlint.rules]\nforeign\n", b"# \xff\n"],
)
@pytest.mark.usefixtures("fresh_registry")
def test_a_distribution_that_declares_nonsense_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, declared: bytes
) -> None:
    for name in ("acme", "other"):
        (tmp_path / name).mkdir()
    plugin(monkeypatch, tmp_path / "acme", PAGE + SOURCE.format(code="QH777", name="foreign"))
    info = tmp_path / "other" / "other-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: other\nVersion: 1\n")
    (info / "entry_points.txt").write_bytes(declared)
    monkeypatch.syspath_prepend(tmp_path / "other")
    [sentence] = registry.registered().failures
    assert sentence.startswith("扩展 other 的 entry_points.txt 无法加载：")
    assert find_rule("QH777") is not None


def test_a_distribution_with_other_entry_points_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = offers()
    plugin(monkeypatch, tmp_path, "")
    info = tmp_path / "acme_rules-1.0.dist-info"
    (info / "entry_points.txt").write_text("[console_scripts]\nbroken\n")
    monkeypatch.setattr("budgetlint.plugins._may_be_offered", lambda: True)
    assert len(offers()) == len(before)


@pytest.mark.parametrize("place", ["archive.zip", "old.egg"])
def test_a_place_that_cannot_be_searched_is_left_to_importlib_metadata(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, place: str
) -> None:
    (tmp_path / place).write_bytes(b"PK\x05\x06" + bytes(18))
    asked: list[str] = []

    def distributions() -> list[object]:
        asked.append("distributions")
        return []

    monkeypatch.setattr("importlib.metadata.distributions", distributions)
    offers()
    assert asked == []
    monkeypatch.syspath_prepend(tmp_path / place)
    assert offers() == []
    assert asked == ["distributions"]
