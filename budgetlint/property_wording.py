"""How the properties of a file are cleared, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.lang import say

if TYPE_CHECKING:
    from budgetlint.disclosure import Disclosure


def remedy(disclosure: Disclosure) -> str:
    """What to do to the file so that its properties say nothing that they should not."""
    if disclosure.document.format == "pdf":
        return say(
            "请在 Word 或 WPS 的原文件中改好或清除属性（Word：“文件 › 信息”；"
            "WPS：“文件 › 文档加密 › 属性”），再重新导出 PDF。"
        )
    return say(
        "请在 Word 的“文件 › 信息 › 检查问题 › 检查文档”或 WPS 的"
        "“文件 › 文档加密 › 属性”中改好或清除。"
    )
