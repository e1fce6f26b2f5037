"""Configuration: what may be written, what it means, and what is said when it is wrong."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from doubles import make_rule

from budgetlint._version import __version__
from budgetlint.catalogue import find
from budgetlint.configuration import Configuration, load
from budgetlint.finding import Severity
from budgetlint.keys import SettingsError
from budgetlint.reading_codes import READING_CODES
from budgetlint.registry import Option
from budgetlint.settings import Overrides, Settings, glob_regex

if TYPE_CHECKING:
    from budgetlint.entries import Entry

RULES: tuple[Entry, ...] = (
    make_rule(
        code="BL301",
        name="column-total",
        options={
            "depth": Option(2, "层数"),
            "share": Option(Decimal("0.5"), "比例"),
            "words": Option(("其中",), "词"),
            "strict": Option(default=False, help="严格"),
        },
    ),
    make_rule(code="BL501", name="text-against-table", aliases=("BL509", "old-name")),
    make_rule(code="BL502", name="text-sum"),
    *READING_CODES,
)
LOCAL_RULE = '''"""QH101: 本地的规则"""
from budgetlint.finding import Severity
from budgetlint.registry import rule

@rule(code="QH101", name="local", severity=Severity.INFO)
def check(disclosure, options):
    yield from ()
'''


def rule(code: str) -> Entry:
    found = find(code, RULES)
    assert found is not None
    return found


def written(folder: Path, text: str, name: str = "budgetlint.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def shown(settings: Settings, path: Path = Path("预算.docx")) -> set[str]:
    return {
        entry.code for entry in RULES if entry not in READING_CODES and settings.shows(entry, path)
    }


# What may be written


def test_every_key_is_understood(tmp_path: Path) -> None:
    (tmp_path / "规则").mkdir()
    (tmp_path / "规则" / "qh101.py").write_text(LOCAL_RULE, encoding="utf-8")
    settings = load(
        written(
            tmp_path,
            """
            select = ["BL3", "text-sum"]
            ignore = ["BL501"]
            fail-on = "never"
            max-file-size = "2MB"
            exclude = ["./存档/", "*草稿*"]
            required-version = ">=0.1"
            rules-paths = ["规则"]
            [per-file-ignores]
            "旧文件/**" = ["ALL"]
            [severity]
            BL3 = "warning"
            [rules.column-total]
            depth = 4
            share = 0.25
            words = ["其中", "包括"]
            """,
        ),
        RULES,
    )
    assert settings.select == ("BL3", "text-sum")
    assert settings.ignore == ("BL501",)
    assert settings.fail_on is None
    assert settings.max_file_size == 2 * 1024 * 1024
    assert settings.exclude == ("存档", "*草稿*")
    assert settings.required_version == ">=0.1"
    assert settings.rules_paths == ("规则",)
    assert [each.code for each in settings.local.rules] == ["QH101"]
    assert settings.severity == {"BL3": Severity.WARNING}
    assert settings.options == {
        "BL301": {"depth": 4, "share": Decimal("0.25"), "words": ("其中", "包括")}
    }
    assert not settings.shows(rule("BL301"), tmp_path / "旧文件/2019/预算.docx")
    assert settings.shows(rule("BL301"), tmp_path / "预算.docx")


@pytest.mark.parametrize(
    ("size", "number"),
    [('"512"', 512), ("512", 512), ('"10KB"', 10240), ('"1 gb"', 1024**3), ('"3M"', 3 * 1024**2)],
)
def test_a_size_is_a_number_of_bytes_or_has_a_unit(tmp_path: Path, size: str, number: int) -> None:
    settings = load(written(tmp_path, f"max-file-size = {size}"), RULES)
    assert settings.max_file_size == number


def test_a_file_saved_by_an_editor_that_adds_a_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "budgetlint.toml"
    path.write_bytes(b"\xef\xbb\xbfignore = ['BL5']\r\n")
    assert load(path, RULES).ignore == ("BL5",)


@pytest.mark.parametrize("word", ["BL501", "bl501", "text-against-table", "BL509", "old-name"])
def test_a_rule_is_named_by_code_name_or_any_alias(word: str) -> None:
    assert shown(Settings(select=(word,))) == {"BL501"}


def test_a_key_may_be_written_with_underscores(tmp_path: Path) -> None:
    settings = load(written(tmp_path, "fail_on = 'never'\nmax_file_size = '1MB'"), RULES)
    assert (settings.fail_on, settings.max_file_size) == (None, 1024 * 1024)


# What is said when it is wrong


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('igmore = ["BL5"]', "没有“igmore”这个键。您是不是想写 ignore？"),
        ("xyz = 1", "没有“xyz”这个键。可用的键：select、ignore、"),
        ("ignore = 5", "ignore 应为规则的列表（如 [\"BL5\", \"BL301\"]），现在是整数。"),
        ('ignore = "BL5"', 'ignore 应为列表，请写成 ["BL5"]。'),
        ('ignore = ["BL599"]', "ignore 中的“BL599”不是规则的编号、前缀或名称。您是不是想写 BL50"),
        ('select = ["column-totla"]', ("select 中的“column-totla”不是规则的编号、前缀或名称。"
         "您是不是想写 column-total？")),
        ('select = ["zzzzzz"]', "可用 budgetlint rules 列出全部规则。"),
        ("select = []", "select 是空的，这样什么也不检查"),
        ('ignore = ["BL090"]', "ignore 中的 BL090（某条规则运行出错）不能关闭"),
        ('severity = { BL501 = "warn" }', ("severity.BL501 应为 error、warning、info 之一，"
         "现在是 'warn'。您是不是想写 warning？")),
        ('severity = { BL77 = "info" }', "severity 中的“BL77”不是规则的编号、前缀或名称。"),
        ('severity = { BL001 = "info" }', "severity 中的 BL001（文件无法读取）不能改变级别。"),
        ('severity = "error"', "severity 应为表"),
        ('fail-on = "eror"', ("fail-on 应为 error、warning、info、never 之一，现在是 'eror'。"
         "您是不是想写 error？")),
        ('max-file-size = "big"', "max-file-size 应为大小（如 \"100MB\"）或字节数，现在是 'big'。"),
        ("max-file-size = 0", "max-file-size 应为大小"),
        ("max-file-size = true", "max-file-size 应为大小"),
        ('per-file-ignores = ["a"]', "per-file-ignores 应为表"),
        ('per-file-ignores = { "a" = "BL5" }', 'per-file-ignores."a" 应为列表，请写成 ["BL5"]。'),
        ("[rules.BL999]\na = 1", "rules 中的“BL999”不是规则的编号或名称。"),
        ("[rules.BL3]\na = 1", "rules 中的“BL3”不是规则的编号或名称。"),
        ("[rules.BL301]\ndeph = 1", "rules.BL301 没有“deph”这个选项。您是不是想写 depth？"),
        ("[rules.BL501]\ndepth = 1", "rules.BL501 没有“depth”这个选项。这条规则没有选项。"),
        ('[rules.BL301]\ndepth = "2"', "rules.BL301.depth 应为整数，现在是字符串。"),
        ("[rules.BL301]\ndepth = true", "rules.BL301.depth 应为整数，现在是true 或 false。"),
        ("[rules.BL301]\nwords = [1]", "rules.BL301.words 中的每一项应为字符串。"),
        ("[rules.BL301]\ndepth = 1\n[rules.column-total]\ndepth = 2",
         "rules 中 BL301（column-total）写了两次，请合并。"),
        ("rules.BL301 = 5", "rules.BL301 应为表（如 [rules.BL301]），现在是整数。"),
        ('rules-paths = "规则"', 'rules-paths 应为列表，请写成 ["规则"]。'),
        ("rules-paths = [1]", 'rules-paths 应为文件夹的列表（如 ["本地规则"]），现在是列表。'),
        ('rules-paths = [""]', "rules-paths 应为文件夹的列表"),
        ('rules-paths = ["没有"]', ("rules-paths 中的“没有”不是文件夹；"
         "路径相对于配置文件所在的文件夹。")),
        ('rules-paths = ["."]', "rules-paths 中的“.”里没有规则文件（名称不以 _ 开头的 .py）。"),
        ("exclude = ['a\\旧']", "exclude 中的“a\\旧”含有 \\，文件夹之间请用 / 分隔。"),
        ('exclude = "存档"', 'exclude 应为列表，请写成 ["存档"]。'),
        ("exclude = ['[b-a]']", "exclude 中的“[b-a]”不是合法的通配符。"),
        ("required-version = 1", 'required-version 应为版本要求（如 ">=0.2,<1"），现在是整数。'),
        ("required-version = '0.1'",
         "required-version 应为版本要求（如 \">=0.2,<1\"），现在是 '0.1'。"),
        ("required-version = '>=一'", "required-version 应为版本要求"),
        ("required-version = '>=99'\nnew-key = 1", ("required-version 要求 budgetlint >=99，"
         f"现在安装的是 {__version__}。请安装符合要求的版本，或修改这一行。")),
        ("fail_on = 'never'\nfail-on = 'error'", "fail-on 写了两次（- 与 _ 不分），请合并。"),
    ],
)  # fmt: skip
def test_a_wrong_configuration_is_named_with_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingsError) as caught:
        load(written(tmp_path, text), RULES)
    assert str(caught.value).startswith("配置文件 budgetlint.toml：")
    assert sentence in str(caught.value)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"ignore = [\n'BL5'\nx", "budgetlint.toml 不符合 TOML 格式：第 3 行第 1 列附近有误。"),
        ("ignore = ['绩效']".encode("gbk"), "budgetlint.toml 不是 UTF-8 编码，请另存为 UTF-8。"),
    ],
)
def test_a_file_that_is_no_toml_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "budgetlint.toml"
    path.write_bytes(content)
    with pytest.raises(SettingsError, match="配置文件") as caught:
        load(path, RULES)
    assert sentence in str(caught.value)


def test_a_named_file_that_is_missing_or_holds_nothing_of_ours_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"nix\.toml 无法读取"):
        load(tmp_path / "nix.toml", RULES)
    with pytest.raises(SettingsError, match=r"没有 \[tool\.budgetlint\]"):
        load(written(tmp_path, "[tool.ruff]\n", "pyproject.toml"), RULES)


# Where it is found


def test_the_closest_configuration_upward_holds_and_nothing_is_merged(tmp_path: Path) -> None:
    inner = tmp_path / "局" / "2024"
    inner.mkdir(parents=True)
    written(tmp_path, 'ignore = ["BL3"]')
    written(tmp_path / "局", 'fail-on = "info"')
    found = Configuration(RULES)
    near, far = found.settings_for(inner / "预算.docx"), found.settings_for(tmp_path / "a.docx")
    assert (near.fail_on, near.ignore) == (Severity.INFO, ())
    assert (far.fail_on, far.ignore) == (Severity.ERROR, ("BL3",))


def test_pyproject_counts_only_with_our_table(tmp_path: Path) -> None:
    inner = tmp_path / "docs"
    inner.mkdir()
    written(tmp_path, '[tool.budgetlint]\nignore = ["BL5"]', "pyproject.toml")
    written(inner, "[tool.ruff]\nline-length = 100", "pyproject.toml")
    assert Configuration(RULES).settings_for(inner / "a.docx").ignore == ("BL5",)


def test_our_own_file_comes_before_pyproject_in_the_same_folder(tmp_path: Path) -> None:
    written(tmp_path, '[tool.budgetlint]\nignore = ["BL5"]', "pyproject.toml")
    written(tmp_path, 'ignore = ["BL3"]')
    assert Configuration(RULES).settings_for(tmp_path / "a.docx").ignore == ("BL3",)


def test_a_named_configuration_or_isolation_stops_the_search(tmp_path: Path) -> None:
    written(tmp_path, "nonsense = 1")
    other = written(tmp_path, 'ignore = ["BL3"]', "other.toml")
    file = tmp_path / "a.docx"
    assert Configuration(RULES, file=other).settings_for(file).ignore == ("BL3",)
    assert Configuration(RULES, isolated=True).settings_for(file) == Settings()


def test_a_path_through_the_folder_above_is_not_given_the_configuration_of_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "此处").mkdir()
    written(tmp_path / "此处", 'ignore = ["BL3"]')
    monkeypatch.chdir(tmp_path / "此处")
    assert Configuration(RULES).settings_for(Path("../a.docx")).ignore == ()
    assert Configuration(RULES).settings_for(Path("a.docx")).ignore == ("BL3",)


# What it means


@pytest.mark.parametrize(
    ("select", "ignore", "visible"),
    [
        (("ALL",), (), {"BL301", "BL501", "BL502"}),
        (("BL5",), (), {"BL501", "BL502"}),
        (("BL5",), ("BL501",), {"BL502"}),
        (("BL501",), ("BL5",), {"BL501"}),
        (("ALL", "text-sum"), ("BL50",), {"BL301", "BL502"}),
        (("BL501",), ("text-against-table",), set()),
        (("BL9",), (), set()),
    ],
)
def test_the_more_specific_of_select_and_ignore_wins(
    select: tuple[str, ...], ignore: tuple[str, ...], visible: set[str]
) -> None:
    assert shown(Settings(select=select, ignore=ignore)) == visible


def test_what_was_not_checked_is_shown_whatever_is_selected() -> None:
    settings = Settings(select=("BL5",), ignore=("ALL", "BL0"))
    assert all(settings.shows(entry, Path("a.docx")) for entry in READING_CODES)


@pytest.mark.parametrize(
    ("pattern", "file", "covered"),
    [
        ("*.txt", "深/处/a.txt", True),
        ("*.txt", "a.docx", False),
        ("旧/*.docx", "旧/a.docx", True),
        ("旧/*.docx", "旧/更旧/a.docx", False),
        ("旧/**", "旧/更旧/a.docx", True),
        ("**/草稿?.docx", "甲/乙/草稿1.docx", True),
        ("**/草稿?.docx", "草稿1.docx", True),
        ("[甲乙]/a.docx", "乙/a.docx", True),
        ("[!甲乙]/a.docx", "乙/a.docx", False),
        ("见[a类]表.docx", "见a表.docx", True),
        ("*.DOCX", "a.docx", True),
    ],
)
def test_patterns_are_relative_to_the_configuration(
    tmp_path: Path,
    pattern: str,
    file: str,
    covered: bool,
) -> None:
    settings = load(written(tmp_path, f'[per-file-ignores]\n"{pattern}" = ["BL5"]'), RULES)
    assert ("BL501" not in shown(settings, tmp_path / file)) is covered
    assert "BL301" in shown(settings, tmp_path / file)


def test_a_pattern_without_closing_bracket_is_taken_literally() -> None:
    assert glob_regex("a[b.docx").fullmatch("a[b.docx")


# The command line has the last word


def test_select_on_the_command_line_starts_anew() -> None:
    given = Settings(select=("BL3",), ignore=("BL501",))
    assert shown(Overrides(select=("BL501",)).apply(given)) == {"BL501"}


def test_ignore_on_the_command_line_adds_to_the_configuration() -> None:
    given = Settings(ignore=("BL501",))
    assert shown(Overrides(ignore=("BL3",)).apply(given)) == {"BL502"}


def test_fail_on_of_the_command_line_replaces_that_of_the_configuration() -> None:
    given = Settings(fail_on=Severity.INFO)
    assert Overrides(fail_on="never").apply(given).fail_on is None
    assert Overrides().apply(given).fail_on is Severity.INFO
