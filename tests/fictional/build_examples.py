"""Writes examples/: one clean and one faulty document of the fictional department per format."""

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

from fictional.model import build
from fictional.render_docx import render_docx
from fictional.render_pdf import render_pdf
from fictional.render_text import render_cells
from fictional.variants import Expectation, variant

if TYPE_CHECKING:
    from fictional.blocks import Printed

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

# The defects of the faulty document: typical ones, far from each other.
FAULTS = (
    "text-personnel-last-digit",
    "t6-public-item",
    "text-unit-item-yuan",
    "section-number-wrong",
    "code-nondigit",
    "empty-table-note",
    "table-unit-missing",
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
)
README = """# 示例

这里的县、部门和数字都是虚构的，由 `tests/fictional` 从同一组数据生成
（`PYTHONPATH=tests python -m fictional.build_examples`），请勿手工修改。

| 文件 | 内容 |
|---|---|
| `clean.docx`、`clean.pdf`、`clean.txt` | 青禾县农业农村局 2024 年部门预算，没有错误 |
| `faulty.docx`、`faulty.pdf`、`faulty.txt` | 同一文件，有下列 {count} 处错误 |

{stories}
"""


def clean() -> Printed:
    """The document without any defect."""
    return build()


def faulty() -> Printed:
    """The document with all the defects."""
    return reduce(lambda printed, name: variant(name).change(printed), FAULTS, build())


def faults() -> tuple[Expectation, ...]:
    """What should be found in the faulty document."""
    return tuple(variant(name).expect for name in FAULTS)


def files() -> dict[str, bytes]:
    """The content of every file of the folder."""
    stories = "\n".join(f"{i}. {story}；" for i, story in enumerate(STORIES, start=1))
    readme = README.format(count=len(STORIES), stories=stories.rstrip("；") + "。")
    return {
        "README.md": readme.encode(),
        "clean.docx": render_docx(clean()),
        "clean.pdf": render_pdf(clean()),
        "clean.txt": render_cells(clean()).encode(),
        "faulty.docx": render_docx(faulty()),
        "faulty.pdf": render_pdf(faulty()),
        "faulty.txt": render_cells(faulty()).encode(),
    }


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
