"""The codes of the reading itself: what is wrong with a file before any rule can look at it.

They are listed and explained like rules, but they are no rules: they cannot be deselected and
their severity cannot be changed, because a file that was not checked must never look checked.
"""

from __future__ import annotations

from budgetlint.entries import Entry
from budgetlint.finding import Severity
from budgetlint.readers.errors import PROTECTED, UNREADABLE, UNSAFE, UNSUPPORTED

RULE_CRASHED = "BL090"
FILE_CRASHED = "BL091"
TIMED_OUT = "BL092"
PROCESS_DIED = "BL093"


def _entry(code: str, name: str, title: str, body: str) -> Entry:
    return Entry(
        code=code, name=name, severity=Severity.ERROR, title=title,
        page=f"{code}: {title}\n\n{body.strip()}",
    )  # fmt: skip


READING_CODES: tuple[Entry, ...] = (
    _entry(
        UNREADABLE,
        "unreadable",
        "文件无法读取",
        """
## 含义
文件是空的、已损坏（例如下载中断、压缩包不完整），或当前用户没有读取权限。
此文件没有被检查；其他文件照常检查，退出码为 2。

## 怎么办
用 Word 或 WPS 打开文件，确认能正常显示后另存一份再检查；打不开的，请重新取得原文件。
""",
    ),
    _entry(
        UNSUPPORTED,
        "unsupported-format",
        "暂不支持的文件格式",
        """
## 含义
文件按内容识别，不看扩展名：旧版 .doc 改名为 .docx 后仍是 .doc。
目前能检查 Word 文档（.docx）、带文字的 PDF 和文本（.txt、.md）。扫描件只是图片，没有文字可查。
此文件没有被检查，退出码为 2。

## 怎么办
用 Word 或 WPS 打开，选择“另存为”，类型选“Word 文档（*.docx）”，再检查新文件。
扫描件请换成原来的 Word 文档，或由它直接导出的 PDF。
""",
    ),
    _entry(
        PROTECTED,
        "password-protected",
        "文件有密码保护",
        """
## 含义
文件设有打开密码，内容是加密的。此文件没有被检查，退出码为 2。

## 怎么办
在 Word 中打开后，取消“文件 › 信息 › 保护文档 › 用密码进行加密”，另存一份再检查；
PDF 请去掉打开密码，或由原来的文档重新导出。
公开文件本来也不应设打开密码。
""",
    ),
    _entry(
        UNSAFE,
        "unsafe-file",
        "文件过大或内容异常",
        """
## 含义
文件超过大小上限（max-file-size，默认 100MB），或解压后异常庞大、页数极多，或含有正常文档
不会有的 XML 实体声明。为避免耗尽内存，此文件没有被检查，退出码为 2。

## 怎么办
压缩文档中的图片后再检查；确属正常的大文件，可在 budgetlint.toml 中调大上限，如：

    max-file-size = "300MB"
""",
    ),
    _entry(
        RULE_CRASHED,
        "rule-crashed",
        "某条规则运行出错",
        """
## 含义
一条规则在检查此文件时程序出错。这是 budgetlint 的问题，不是文件的问题：
该规则对此文件的检查不完整，其余规则照常完成。为免漏查被当作通过，退出码为 2，且不能关闭。

## 怎么办
升级到最新版本后再试；仍出错的，请把提示中的规则编号和错误类型反馈给维护者。
其余结果可以照常使用，但该规则负责的内容需要人工核对。
""",
    ),
    _entry(
        FILE_CRASHED,
        "file-crashed",
        "处理文件时程序出错",
        """
## 含义
读取或理解此文件时程序出错。这是 budgetlint 的问题：此文件没有被检查，其他文件照常检查，
退出码为 2。

## 怎么办
升级到最新版本后再试；用 Word 或 WPS 另存一份往往也能解决。仍出错的，请把提示中的错误类型
反馈给维护者。
""",
    ),
    _entry(
        TIMED_OUT,
        "timed-out",
        "检查超过时限",
        """
## 含义
检查这个文件用的时间超过了 --timeout 的时限（默认 120 秒），已经停止。此文件没有被检查，
其他文件照常检查，退出码为 2。普通的公开文件几秒钟即可查完。

## 怎么办
文件确实很大的，放宽时限再查，如 --timeout 600；电脑同时在忙别的，稍后再查。
文件不大却总是超时的，请反馈给维护者。
""",
    ),
    _entry(
        PROCESS_DIED,
        "process-died",
        "检查进程意外终止",
        """
## 含义
检查这个文件的进程中途终止，没有给出结果：多半是内存不足，被系统结束，也可能是程序出错。
此文件没有被检查，其他文件照常检查，退出码为 2。

## 怎么办
减少同时检查的文件数再查，如 --jobs 2。总是同一个文件出错的，用 Word 或 WPS 另存一份再试，
仍出错的请把提示反馈给维护者。
""",
    ),
)
