"""Rules of others, as a user has them: from an installed distribution and from a folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = "青禾县某某局2024年部门预算信息公开\n\n咨询电话：0310-0000000\n"
RULE = '''"""{code}: 正文中有“{word}”

## 检查什么
{page}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.document import Paragraph
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.location import Location
from budgetlint.registry import Option, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(
    code="{code}",
    name="{name}",
    severity=Severity.ERROR,
    options={{"word": Option("{word}", "要找的词")}},
)
def check(disclosure: Disclosure, options: Options) -> Iterator[Observation | Tally]:
    """Every paragraph with the word."""
    for block in disclosure.document.blocks:
        if isinstance(block, Paragraph) and options["word"] in block.text:
            place = Location(text=block.text, position=block.position(), key="word")
            yield Observation(f"写有“{{options['word']}}”", place)
    yield Tally(held=1)
'''


def source(code: str = "QH101", name: str = "no-phone", word: str = "电话") -> str:
    return RULE.format(code=code, name=name, word=word, page="咨询方式另行公布。")


class Desk:
    """A folder to work in, a folder on the path of Python, and the program."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.site = root / "site"
        self.folder = root / "desk"
        self.write("预算.txt", DOCUMENT)

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def install(self, text: str, distribution: str = "qinghe-rules") -> None:
        """Put a distribution on the path as pip would: its module, and what it says of itself."""
        module = distribution.replace("-", "_")
        info = self.site / f"{module}-1.0.dist-info"
        info.mkdir(parents=True)
        (self.site / f"{module}.py").write_text(text, encoding="utf-8")
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1\n")
        (info / "entry_points.txt").write_text(f"[budgetlint.rules]\nfirst = {module}\n")

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        result = subprocess.run(
            [sys.executable, "-m", "budgetlint", *arguments],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.site), "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return result.returncode, result.stdout, result.stderr

    def report(self, *arguments: str) -> dict[str, Any]:
        """The JSON report of a check that had nothing to complain of but findings."""
        code, out, err = self("check", *arguments, "--format", "json")
        assert (code in {0, 1}, err) == (True, "")
        found: dict[str, Any] = json.loads(out)
        return found

    def codes(self, *arguments: str) -> dict[str, list[str]]:
        """The codes of the foreign findings in each file."""
        return {
            file["path"]: [f["rule"] for f in file["findings"] if not f["rule"].startswith("BL")]
            for file in self.report(*arguments)["files"]
        }


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture(params=["installed", "local"])
def equipped(request: pytest.FixtureRequest, desk: Desk) -> Desk:
    """A desk with one rule, installed or in a folder of its own."""
    if request.param == "installed":
        desk.install(source())
    else:
        desk.write("本地规则/qh101.py", source())
        desk.write("budgetlint.toml", 'rules-paths = ["本地规则"]\n')
    return desk


# Either way


def test_it_finds_is_counted_and_decides_the_exit_code(equipped: Desk) -> None:
    code, out, err = equipped("check", "预算.txt")
    assert (code, err) == (1, "")
    assert "错误  QH101 正文中有“电话”（no-phone）\n  写有“电话”\n  位置  文本第3行第1列\n" in out
    [file] = equipped.report("预算.txt")["files"]
    assert file["coverage"]["checks"]["QH101"] == {
        "held": 1, "failed": 1, "skipped": 0, "reasons": [],
    }  # fmt: skip
    assert "BL010" in file["coverage"]["checks"]


def test_it_is_listed_and_explained(equipped: Desk) -> None:
    code, out, err = equipped("rules")
    assert (code, err) == (0, "")
    listed = out.splitlines()
    assert listed[-2] == "扩展规则"
    assert listed[-1].split() == ["QH101", "no-phone", "错误", "正文中有“电话”"]
    for word in ("QH101", "no-phone"):
        code, out, err = equipped("explain", word)
        assert (code, err) == (0, "")
        assert out.startswith(
            "QH101 no-phone：正文中有“电话”\n\n级别：错误\n类别：扩展规则\n来源："
        )
        assert "咨询方式另行公布。" in out
        assert out.endswith("## 选项\n- word：要找的词（默认 电话）\n")


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (["--select", "QH"], True),
        (["--select", "qh1"], True),
        (["--select", "no-phone"], True),
        (["--select", "BL"], False),
        (["--ignore", "QH101"], False),
        (["--ignore", "QH"], False),
        (["--select", "ALL", "--ignore", "BL"], True),
        (["--select", "QH101", "--ignore", "QH"], True),
    ],
)
def test_it_is_chosen_like_any_rule(equipped: Desk, arguments: list[str], *, shown: bool) -> None:
    assert equipped.codes("预算.txt", *arguments) == {"预算.txt": ["QH101"] if shown else []}


def test_it_is_configured_like_any_rule(equipped: Desk) -> None:
    configured = equipped.folder / "budgetlint.toml"
    before = configured.read_text(encoding="utf-8") if configured.exists() else ""
    equipped.write(
        "budgetlint.toml",
        before + '[severity]\nQH = "info"\n[rules.no-phone]\nword = "某某"\n',
    )
    [file] = equipped.report("预算.txt")["files"]
    [finding] = [each for each in file["findings"] if each["rule"] == "QH101"]
    assert (finding["severity"], finding["message"]) == ("info", "写有“某某”")


def test_what_it_prints_does_not_spoil_the_report(desk: Desk) -> None:
    text = source().replace("    for block", "    print('试一试')\n    for block")
    desk.write("规则/qh101.py", text + "print('加载')\n")
    desk.write("budgetlint.toml", 'rules-paths = ["规则"]')
    code, out, err = desk("check", "预算.txt", "--format", "json")
    assert (code, err) == (1, "加载\n试一试\n")
    assert json.loads(out)["unloaded"] == []
    code, out, err = desk("rules", "--format", "json")
    assert (code, err) == (0, "加载\n")
    assert json.loads(out)["rules"][-1]["origin"] == "规则文件 规则/qh101.py"


def test_a_rule_that_yields_nonsense_spoils_only_itself(desk: Desk) -> None:
    for own, said in (("QH102", "'写有电话'"), ("QH103", "Observation('写有电话', None)")):
        text = source(own, f"rule-{own.lower()}").replace("Tally(held=1)", said)
        desk.write(f"规则/{own.lower()}.py", text)
    desk.write("规则/qh101.py", source())
    desk.write("budgetlint.toml", 'rules-paths = ["规则"]')
    code, out, err = desk("check", "预算.txt", "--format", "json")
    assert (code, err) == (2, "")
    findings = json.loads(out)["files"][0]["findings"]
    assert [f["rule"] for f in findings if f["rule"] > "QH"] == ["QH101", "QH102", "QH103"]
    crashes = [f["message"] for f in findings if f["rule"] == "BL090"]
    assert [each.partition("）运行")[0] for each in crashes] == [
        "规则 QH102（rule-qh102",
        "规则 QH103（rule-qh103",
    ]
    assert "TypeError（应给出 Observation 或 Tally，而不是 '写有电话'）" in crashes[0]


# Folders


def test_the_rules_of_a_folder_hold_only_for_the_files_of_its_configuration(desk: Desk) -> None:
    for county, code, word in (("甲县", "JX101", "电话"), ("乙县", "YX101", "某某")):
        desk.write(f"{county}/规则/a.py", source(code, f"rule-{code[:2].lower()}", word))
        desk.write(f"{county}/budgetlint.toml", 'rules_paths = ["规则"]')
        desk.write(f"{county}/2024/预算.txt", DOCUMENT)
    assert desk.codes(".") == {
        "乙县/2024/预算.txt": ["YX101"],
        "甲县/2024/预算.txt": ["JX101"],
        "预算.txt": [],
    }
    assert desk.codes(".", "--select", "JX,rule-yx", "--ignore", "YX1") == {
        "乙县/2024/预算.txt": ["YX101"],
        "甲县/2024/预算.txt": ["JX101"],
        "预算.txt": [],
    }
    checks = {
        file["path"]: {code for code in file["coverage"]["checks"] if not code.startswith("BL")}
        for file in desk.report(".")["files"]
    }
    assert checks == {
        "乙县/2024/预算.txt": {"YX101"},
        "甲县/2024/预算.txt": {"JX101"},
        "预算.txt": set(),
    }


def test_config_brings_its_rules_and_isolated_leaves_them(desk: Desk) -> None:
    desk.write("规则库/规则/a.py", source())
    other = desk.write("规则库/严格.toml", 'rules-paths = ["规则"]')
    desk.write("budgetlint.toml", 'rules-paths = ["没有这个文件夹"]')
    assert desk.codes("预算.txt", "--config", str(other)) == {"预算.txt": ["QH101"]}
    assert desk.codes("预算.txt", "--isolated") == {"预算.txt": []}
    assert "QH101" in desk("rules", "--config", str(other))[1]
    assert "QH101" not in desk("rules", "--isolated")[1]
    assert desk("explain", "QH101", "--config", str(other))[0] == 0
    code, _, err = desk("explain", "QH101", "--isolated")
    assert (code, err) == (
        2,
        "budgetlint：没有“QH101”这条规则。可用 budgetlint rules 列出全部规则。\n",
    )


def test_isolated_and_extract_run_nothing_of_the_folder(desk: Desk) -> None:
    desk.write("规则/a.py", f"{source()}\nopen({str(desk.root / 'ran')!r}, 'w').close()\n")
    desk.write("budgetlint.toml", 'rules-paths = ["规则"]\nignore = ["QH101"]')
    assert desk("check", "预算.txt", "--isolated")[0] == 0
    assert desk("extract", "预算.txt")[0] == 0
    assert desk("explain", "BL010")[0] == 0
    assert not (desk.root / "ran").exists()
    assert desk("check", "预算.txt")[0] == 0
    assert (desk.root / "ran").exists()


def test_modules_of_a_folder_share_code_hide_no_other_module_and_leave_nothing(desk: Desk) -> None:
    desk.write("规则/_words.py", 'WORD = "电话"\n')
    desk.write("规则/.draft.py", "1/0\n")
    desk.write("规则/旧/old.py", "1/0\n")
    imports = "from ._words import WORD\nimport json\nassert json.dumps\n\n\n@rule("
    text = source().replace("\n\n@rule(", imports).replace('Option("电话"', "Option(WORD")
    desk.write("规则/json.py", text)
    desk.write("规则/说明.md", "# 规则\n")
    desk.write("budgetlint.toml", 'rules-paths = ["规则"]')
    assert desk.codes("预算.txt") == {"预算.txt": ["QH101"]}
    assert not list(desk.folder.rglob("__pycache__"))


# What cannot be loaded


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("qh102.py", "x = (\n", "qh102.py 第1行不合 Python 语法（'(' was never closed）"),
        ("qh102.py", "\n\nimport 没有\n", "第3行，ModuleNotFoundError: No module named '没有'"),
        ("qh102.py", "raise SystemExit\n", "第1行，SystemExit"),
        ("qh102.py", "x = 1\n", "其中没有用 @rule 声明的规则"),
        ("qh102.v2.py", source("QH102", "b"), "文件名除 .py 外不能有点"),
        ("qh102.py", source("BL102", "b"), "编号 BL102 不能用，BL 留给 budgetlint 自带的规则"),
        ("qh102.py", source("Q1", "b"), "第23行，规则编号或名称不合规范：Q1 b。编号是 2 至"),
        ("qh102.py", source("QH101", "b"), "规则 QH101 与 QH101（规则文件 规则/qh101.py）重名"),
        ("qh102.py", source("QH102", "text-table"), "规则 QH102 与 BL501 重名：text-table"),
    ],
    ids=["syntax", "import", "exit", "no-rule", "dots", "ours", "code", "twice", "name"],
)  # fmt: skip
def test_a_file_that_cannot_be_loaded_is_named_and_everything_else_is_checked(
    desk: Desk, name: str, text: str, reason: str
) -> None:
    desk.write("规则/qh101.py", source())
    desk.write(f"规则/{name}", text)
    desk.write(
        "budgetlint.toml",
        'rules-paths = ["规则"]\nignore = ["QH102"]\n[severity]\nQH102 = "info"\n'
        "[rules.QH102]\nx = 1\n",
    )
    desk.write("第二份.txt", DOCUMENT)
    code, out, err = desk("check", ".", "--format", "json", "--fail-on", "never")
    assert code == 2
    assert err.startswith(f"budgetlint：规则文件 规则/{name} 无法加载：{reason}")
    assert err.endswith("。其余规则照常检查。\n")
    assert err.count("\n") == 1
    report = json.loads(out)
    assert report["unloaded"] == [err.removeprefix("budgetlint：").rstrip("\n")]
    for file in report["files"]:
        assert "QH101" in [finding["rule"] for finding in file["findings"]]
        assert {"BL010", "QH101"} <= set(file["coverage"]["checks"])
    code, out, listed = desk("rules")
    assert (code, listed) == (2, err)
    assert "QH101" in out


def test_an_extension_that_cannot_be_loaded_is_named_and_everything_else_is_checked(
    desk: Desk,
) -> None:
    desk.install("import 没有\n", "broken-rules")
    desk.install(source())
    code, out, err = desk("check", "预算.txt", "--select", "XX101,QH")
    assert code == 2
    assert err == (
        "budgetlint：扩展 broken-rules 的 first 无法加载："
        "ModuleNotFoundError: No module named '没有'。其余规则照常检查。\n"
    )
    assert "QH101" in out
    assert "有 1 处规则没有加载，未参加检查" in out
    assert desk("explain", "BL010")[0] == 0
    code, out, err = desk("explain", "XX101")
    assert (code, out) == (2, "")
    assert "扩展 broken-rules 的 first 无法加载" in err
    assert "没有“XX101”这条规则" in err


def test_an_installed_and_a_local_rule_may_not_share_a_code(desk: Desk) -> None:
    desk.install(source())
    desk.write("规则/a.py", source("QH101", "another"))
    desk.write("budgetlint.toml", 'rules-paths = ["规则"]')
    code, out, err = desk("check", "预算.txt")
    assert code == 2
    assert "规则 QH101 与 QH101（扩展 qinghe-rules 的 first）重名：QH101" in err
    assert out.count("QH101") == 1


def test_a_misspelt_code_is_still_rejected_where_everything_was_loaded(equipped: Desk) -> None:
    code, out, err = equipped("check", "预算.txt", "--select", "QH102")
    assert (code, out) == (2, "")
    assert err == (
        "budgetlint：命令行：--select 中的“QH102”不是规则的编号、前缀或名称。您是不是想写 QH101？\n"
    )
