"""Marks and unfinished sentences of real documents, where they lie beside the project.

Every finding was judged by a person; a new one has to be looked at.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from linting import lint

SHARED = Path(__file__).parents[1].parent / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="没有真实文档 shared")

JUDGED = {
    "seeds/changli-zuzhibu-2020.txt": [],
    "seeds/huaian-gongxin-2023.txt": [],
    "seeds/huailai-gongxin-2023.txt": [
        (
            "BL924",
            "warning",
            43,
            "句子没有写完：“…复议及行政应诉工”停在半个词上，可能是“工作”（同样的共2处）",
        ),
        ("BL925", "info", 1327, "段落末尾“…途继续使用的资金”之后缺少标点"),
    ],
    "seeds/laoting-gongxin-2022.txt": [
        ("BL925", "info", 1919, "段落末尾“…业储备资金2万元”之后缺少标点"),
        ("BL922", "warning", 2520, "右括号“）”没有配对的左括号"),
    ],
    "seeds/lianchi-gongxin-2023.txt": [
        (
            "BL923",
            "warning",
            1793,
            "“公务移动通讯费用补贴”之前缺少标点，两项连在了一起（同样的共2处）",
        ),
        ("BL921", "warning", 1793, "“；元；”中间只有单位，没有金额（同样的共2处）"),
        ("BL925", "info", 1887, "段落末尾“…保证该群体的稳定”之后缺少标点"),
    ],
    "pdf/final-accounts-template-2024.pdf": [],
    "pdf/putuo-shehui-gongzuobu-2024-final.pdf": [],
}


@pytest.mark.parametrize("name", JUDGED)
def test_what_is_said_of_the_marks_is_true(name: str) -> None:
    found = [f for f in lint(SHARED / name).findings if f.rule.startswith("BL92")]
    told = [(f.rule, f.severity, f.location.position.line, f.message) for f in found]
    assert told == JUDGED[name]
