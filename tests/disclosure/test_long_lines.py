"""Lines of any length and content are read in a time that their length alone decides.

An expression that tries every way to split such a line would not come to an end here.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from project import ROOT

from budgetlint.disclosure import Disclosure, understand
from budgetlint.disclosure.repetitions import find_repetitions
from budgetlint.disclosure.structure.blank_form import find_blank_form
from budgetlint.document import Document, Paragraph
from budgetlint.readers import read

LENGTH = 3000
WORDS = (
    "1", "1,234,", "0.5", "2024年", "12月", "费", "和", "的", "为", "公开", "信息公开", "本部门",
    "单位", "预算", "支出", "增加", "比上年", "占", "完成", "其中", "主要用于", "(", ")", "()",
    "教育支出(类)", "百分之一", "5%", "某某局", "一、", "304001", ",", ";", "。", ":", "“", " ",
)  # fmt: skip
EXAMPLES = ("clean.docx", "final-clean.docx")
TAILS = ("", "X", "支出5.00万元，占10.00%。")


@pytest.fixture(scope="module", params=EXAMPLES)
def example(request: pytest.FixtureRequest) -> Disclosure:
    return understand(read(Path(ROOT, "examples", request.param)))


def with_line(disclosure: Disclosure, line: str) -> Document:
    """The document with the line as first paragraph of every section."""
    blocks = list(disclosure.document.blocks)
    paragraph = next(block for block in blocks if isinstance(block, Paragraph))
    starts = {section.start for part in disclosure.outline.parts for section in part.sections}
    for start in sorted(starts, reverse=True):
        blocks.insert(start + 1, replace(paragraph, text=line, numbering=""))
    return replace(disclosure.document, blocks=tuple(blocks))


@pytest.mark.parametrize("word", WORDS)
def test_a_long_line_is_read_to_its_end(example: Disclosure, word: str) -> None:
    line = (word * LENGTH)[:LENGTH] + TAILS[len(word) % len(TAILS)]
    read_again = understand(with_line(example, line))
    assert len(read_again.statements) == len(example.statements)
    assert read_again.year == example.year


@pytest.mark.parametrize("sign", ["*", "_", "×", "○", "X", "× "])
def test_a_line_of_signs_is_looked_through_for_blanks_in_one_go(sign: str) -> None:
    paragraph = Paragraph(sign * 100_000)
    assert find_blank_form(Document("text", (paragraph,)), ()) is None


def test_a_sentence_that_never_ends_is_looked_at_once(example: Disclosure) -> None:
    endless = understand(with_line(example, "的" * 30_000))
    assert find_repetitions(endless) == ()
