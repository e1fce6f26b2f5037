"""Writes examples/: a clean and a faulty budget and final accounts of the fictional departments."""

from __future__ import annotations

import io
import sys
import zipfile
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream

from fictional.final_figures import Options as FinalOptions
from fictional.final_model import build_final
from fictional.model import build
from fictional.render_docx import render_docx
from fictional.render_pdf import render_pdf
from fictional.render_text import render_cells
from fictional.variants import Variant, final_variants, variants

if TYPE_CHECKING:
    from fictional.blocks import Printed

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

# The defects of the faulty documents: typical ones, far from each other.
FAULTS = (
    "text-personnel-last-digit",
    "t6-public-item",
    "text-unit-item-yuan",
    "section-number-wrong",
    "code-nondigit",
    "empty-table-note",
    "table-unit-missing",
    "id-card-in-duties",
    "slip-reflect",
    "quote-twice-left",
    "stale-goal-deadline",
)
# What an officer would say about each of them.
STORIES = (
    "部门部分第二节的人员经费写成 1181.04万元，表六是 1181.03万元",
    "部门部分一般公共预算财政拨款基本支出表办公费（30201）的公用经费写成 16.85，应为 18.65",
    "单位部分第三节的电费写成 7.91元，应为 7.91万元",
    "部门部分政府采购预算情况的序号写成“七、”，应为“六、”",
    "部门部分表五的科目编码 2130101 写成 213O101（字母 O）",
    "部门部分政府基金预算财政拨款支出表是空表，没有说明",
    "部门部分支出总表没有写明单位",
    "部门部分第一节的职责里留有一个人的身份证号码（虚构）",
    "单位部分第二节的“如实反映”写成“如实反应”",
    "部门部分第四节的“三公”有一处写成两个左引号",
    "部门部分农产品质量安全监测的绩效目标写“2022年底前完成”，期限已经过去",
)
FINAL_FAULTS = (
    "f2-total-leaf",
    "f6-item",
    "text-personnel",
    "completion-of-item",
    "direction-item",
    "count-vehicles",
    "date-of-assets",
    "final-section-number",
    "year-compared",
    "final-unit-missing",
    "text-three-change",
    "final-half-word",
    "final-regulation-nation",
)
FINAL_STORIES = (
    "收入决算表旅游宣传的本年收入合计写成 178.34，应为 173.84",
    "一般公共预算财政拨款基本支出决算明细表办公费（30201）写成 52.19，应为 25.19",
    "基本支出决算情况说明的人员经费写成 1396.30万元，表中是 1396.03万元",
    "一般公共预算财政拨款支出说明中，一个科目的完成率写成 99.40%，应为 94.90%",
    "同一节中，一个科目写“决算数大于年初预算数”，其实小于",
    "国有资产占有使用情况说明写共有车辆 8 辆，各类合计 7 辆",
    "同一节的日期写成 2023 年 12 月 31 日，应为 2024 年",
    "基本支出决算情况说明的序号写成“七、”，应为“六、”",
    "收入支出决算总体情况说明写“与2022年度相比”，应为 2023 年度",
    "支出决算表没有写明单位",
    "“三公”经费比上年的增加额写成 24.53万元，应为 25.43万元",
    "主要职能的最后一条没有写完，停在“融合发展工”",
    "主要职能的第一条把《中华人民共和国预算法》写成“中华人名共和国”",
)
README = """# 示例

这里的县、部门和数字都是虚构的，由 `tests/fictional` 从同一组数据生成
（`PYTHONPATH=tests python -m fictional.build_examples`），请勿手工修改。

| 文件 | 内容 |
|---|---|
| `clean.docx`、`clean.pdf`、`clean.txt` | 青禾县农业农村局 2024 年部门预算，没有错误 |
| `faulty.docx`、`faulty.pdf`、`faulty.txt` | 同一文件，有下列 {count} 处错误 |
| `final-clean.docx`、`final-clean.pdf` | 沧浦区文化体育和旅游局 2024 年度部门决算，没有错误 |
| `final-faulty.docx`、`final-faulty.pdf` | 同一文件，有下列 {final_count} 处错误 |

## faulty

{stories}

## final-faulty

{final_stories}
"""


def faults(name: str) -> tuple[Variant, ...]:
    """The defects in the documents of this name."""
    wanted = {"faulty": FAULTS, "final-faulty": FINAL_FAULTS}.get(name, ())
    known = {each.name: each for each in (*variants(), *final_variants())}
    return tuple(known[fault] for fault in wanted)


def document(name: str) -> Printed:
    """The document of this name, with its defects."""
    sound = build_final(FinalOptions()) if name.startswith("final") else build()
    return reduce(lambda printed, fault: fault.change(printed), faults(name), sound)


def _listed(stories: tuple[str, ...]) -> str:
    return "；\n".join(f"{i}. {story}" for i, story in enumerate(stories, start=1)) + "。"


def files() -> dict[str, bytes]:
    """The content of every file of the folder."""
    readme = README.format(
        count=len(STORIES), stories=_listed(STORIES),
        final_count=len(FINAL_STORIES), final_stories=_listed(FINAL_STORIES),
    )  # fmt: skip
    content = {"README.md": readme.encode()}
    for name in ("clean", "faulty", "final-clean", "final-faulty"):
        content[f"{name}.docx"] = render_docx(document(name))
        content[f"{name}.pdf"] = render_pdf(document(name))
    for name in ("clean", "faulty"):
        content[f"{name}.txt"] = render_cells(document(name)).encode()
    return content


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of a .docx or the streams of a .pdf, uncompressed; or the content itself."""
    if content.startswith(b"%PDF"):
        return _streams(content)
    if not content.startswith(b"PK"):
        return {"": content}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _streams(content: bytes) -> dict[str, bytes]:
    document = PDFDocument(PDFParser(io.BytesIO(content)))
    objects = {number: document.getobj(number) for number in document.xrefs[0].get_objids()}
    return {
        f"{number} {stream.get('Type')}": stream.get_data()
        for number, stream in objects.items()
        if isinstance(stream, PDFStream)
    }


def main() -> None:
    """Write the files whose content is no longer the same."""
    EXAMPLES.mkdir(exist_ok=True)
    for name, content in files().items():
        path = EXAMPLES / name
        if not path.exists() or parts(path.read_bytes()) != parts(content):
            path.write_bytes(content)
            sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
