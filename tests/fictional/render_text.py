"""The disclosure as text, in the two dialects that extraction from Word and from PDF leaves.

``render_cells``: one cell per line (from Word). ``render_rows``: one row per line (from PDF).
Both are deliberately unkind: every surprise seen in real files is in them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fictional.blocks import Cell, Heading, Para, Printed, Row, TableBlock
from fictional.figures import CODE, UNIT_CODE
from fictional.layout import Placed, layout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NBSP = "\u00a0"
IDEOGRAPHIC = "\u3000"
SPACED_CAPTION = ("/t9", "t/three-public")  # entity, year and unit in one spaced paragraph


def render_cells(printed: Printed) -> str:
    """One cell per line: a tab begins a cell, a blank line ends a row."""
    return _Cells().render(printed)


def render_rows(printed: Printed) -> str:
    """One row per line, cells separated by tabs, pages with repeated captions and headers."""
    return _Rows().render(printed)


def grid(rows: Sequence[Row], width: int) -> list[list[str]]:
    """The rows in full width: a merged cell's text stands in its first place only."""
    lines = [[""] * width for _ in rows]
    for index, column, cell in placed_cells(rows, width):
        lines[index][column] = cell.text
    return lines


def placed_cells(rows: Sequence[Row], width: int) -> Iterator[tuple[int, int, Cell]]:
    """Every cell with the row and the grid column it begins in."""
    taken = [[False] * width for _ in rows]
    for index, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while taken[index][column]:
                column += 1
            for below in range(index, min(index + cell.rowspan, len(rows))):
                taken[below][column : column + cell.colspan] = [True] * cell.colspan
            yield index, column, cell
            column += cell.colspan


def is_three(block: TableBlock) -> bool:
    """Whether this is the budget's table of the three public expenses."""
    return block.id.endswith("/t9")


class _Cells:
    """The dialect of one cell per line."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.bookmarks = 0

    def render(self, printed: Printed) -> str:
        pages = layout(printed)
        for item in pages.placed:
            block = item.block
            if isinstance(block, TableBlock):
                self.table(block)
            elif isinstance(block, Heading):
                self.heading(block)
            else:
                self.para(block)
            if block.id == "cover":
                self.lines += ["目录"]
                self.lines += [f"{entry.text}\t{entry.page}" for entry in pages.contents]
                self.lines += ["", ""]
        return "\n".join(self.lines) + "\n"

    def bookmark(self) -> str:
        self.bookmarks += 1
        return f"[bookmark: _Toc_3_3_{self.bookmarks:010}]"

    def heading(self, block: Heading) -> None:
        """A heading; section 八 follows the last cell of a table without a blank line."""
        if block.kind == "part":
            self.lines += [" ", NBSP, f"{block.number}{NBSP}{NBSP}{block.text}"]
            return
        if block.kind == "item" and block.id.endswith("goals2"):
            self.lines += [block.line, f" TC {block.line} \\f C \\l 1 "]
            return
        if block.kind not in ("section", "unit") or block.id.startswith("unit/"):
            self.lines.append(block.line)
            return
        mark = self.bookmark()
        if block.id.endswith(("s8", "s/income")):
            while self.lines and not self.lines[-1].strip(" "):
                self.lines.pop()
        elif block.kind == "section":
            self.lines.append("")
        if block.id.endswith(("s4", "s/expenditure")):
            self.lines += [mark, block.line]
        elif block.id.endswith(("s6", "s/fiscal-summary")):
            self.lines.append(f"{block.number} {mark}{block.text}")
        else:
            self.lines.append(mark + block.line)

    def para(self, block: Para) -> None:
        text = block.line
        if block.id in ("dept/s4/text", "s/summary/text"):
            text = "\t" + text
        elif block.id == "dept/s2/income/text":
            text = text.replace("收入0万元", f"收入0{NBSP}万元")
        elif block.id == "unit/opening":
            text = f"[bookmark: _GoBack]{text}"
        self.lines.append(text)

    def table(self, block: TableBlock) -> None:
        self.title(block)
        caption = block.caption
        if caption.mark:
            self.lines.append(caption.mark)
        if block.id.endswith(SPACED_CAPTION):
            self.lines.append("     " + (" " * 24).join(caption.pieces))
        elif caption.pieces and block.id.endswith("s4/changes"):
            self.row([""] * (block.width - 1) + [*caption.pieces])
        elif caption.pieces:
            self.row([*caption.pieces])
        rows = [*block.header, *block.rows]
        taken = grid_owner(rows, block.width)
        for index, cells in enumerate(taken):
            if block.lanci and index == len(block.header):
                self.row(block.lanci)
            texts = [self.cell(block, index, text) for text in cells]
            self.row(texts)
        if is_three(block):
            self.row([""] * 3)
            self.row([""] * 3)
        self.lines += ["", *block.notes] if block.notes else [""]

    def title(self, block: TableBlock) -> None:
        if not block.title:
            self.lines.append("")
        elif block.standard and block.id.startswith(("dept/", "t/fund")):
            self.lines.append(f" {self.bookmark()}{block.title}")
        elif block.id in ("unit/t3", "t/expenditure"):
            self.lines.append(f"{block.title} TC {block.title} \\f C \\l 1 ")
        else:
            self.lines.append(block.title)

    def cell(self, block: TableBlock, index: int, text: str) -> str:
        """What a cell looks like; newlines in it are lines without a tab."""
        heading = index < len(block.header)
        text = text.replace("\n", "\n\n")
        if is_three(block) and heading:
            special = {"序号": "\n序号", "项目": "\n项\t目", "资金性质": "资 金 性 质"}
            return special.get(text, re.sub(r"预算(?=.)", "预算\n", text))
        if block.standard and heading:
            return text.replace("项目", "项  目") if text == "项目" else spread_words(text)
        if block.id.endswith("s7/table"):
            if text == "项目":
                return f"项{IDEOGRAPHIC}{IDEOGRAPHIC}目"
            return text.rjust(20) if re.fullmatch(r"\d+\.\d\d", text) else text
        if "/goals" in block.id and len(text) > 14 and "\n" not in text:
            return f"{text[:12]}\n{text[12:]}"
        return text

    def row(self, texts: Sequence[str]) -> None:
        self.lines += ["\t" + text for text in texts] + [""]


def grid_owner(rows: Sequence[Row], width: int) -> list[list[str]]:
    """For each row the texts of its cells; a cell merged downwards leaves an empty one below."""
    lines: list[dict[int, str]] = [{} for _ in rows]
    for index, column, cell in placed_cells(rows, width):
        lines[index][column] = cell.text
        for below in range(index + 1, min(index + cell.rowspan, len(rows))):
            lines[below][column] = ""
    return [[line[column] for column in sorted(line)] for line in lines]


def spread_words(text: str) -> str:
    """The blanks that Word's justified header cells leave behind."""
    words = {"科目编码": "科目    编码", "上解上级支出": "上解上级     支出"}
    return words.get(text, text.replace("财政专户收入", "财政专户 收入"))


class _Rows:
    """The dialect of one row per line."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def render(self, printed: Printed) -> str:
        pages = layout(printed)
        for item in pages.placed:
            block = item.block
            if isinstance(block, TableBlock):
                self.table(block, item.breaks)
            else:
                self.text(item)
            if block.id == "cover":
                self.block("目录")
                self.lines += [f"{entry.text}.....\t{entry.page}" for entry in pages.contents]
                self.lines += ["--------------------\t----", ""]
        return "\n".join(self.lines).rstrip("\n")

    def block(self, text: str) -> None:
        self.lines += [text, ""]

    def text(self, item: Placed) -> None:
        block = item.block
        assert not isinstance(block, TableBlock)
        text = block.line
        if isinstance(block, Heading) and block.kind == "document":
            text = re.sub(r"(\d{4})年", r" \1 年", text)
        elif isinstance(block, Para) and re.match(r"dept/s8/[1-5]$", block.id):
            term, _, meaning = block.text.partition("：")
            text = f"- {block.number}**{term}**：{meaning}"
        if item.breaks and isinstance(block, Para):
            cut = len(block.number) + item.breaks[0]
            self.block(text[:cut])
            text = text[cut:]
        self.block(text)

    def caption(self, block: TableBlock) -> None:
        for text in block.caption.texts:
            self.block(re.sub(rf"^({UNIT_CODE}|{CODE})(?=\D)", r"\1 ", text))

    def table(self, block: TableBlock, breaks: tuple[int, ...]) -> None:
        if block.title:
            self.block(block.title)
        self.caption(block)
        rows = grid(block.rows, block.width)
        tails: list[str] | None = None
        starts = (0, *breaks)
        for page, (start, stop) in enumerate(zip(starts, (*breaks, len(rows)), strict=True)):
            if page and block.standard:
                if block.id.endswith(("/t3", "/expenditure")):
                    self.block(block.title)
                self.caption(block)
            self.header(block, page)
            if tails:
                self.lines.append("\t".join(tails))
                tails = None
            for index in range(start, stop):
                texts = rows[index]
                if block.id.endswith("/t2") and page == 0 and index == stop - 1 and breaks:
                    texts, tails = self.split(texts)
                else:
                    texts = self.wrap(block, texts)
                self.lines.append("\t".join(text.replace("\n", " ") for text in texts))
            self.lines.append("")
        for note in block.notes:
            self.block(note)

    def header(self, block: TableBlock, page: int) -> None:
        lines = grid(block.header, block.width)
        if page and block.id.endswith("/t2"):  # the labels of the last columns slip
            lines[0] = [*lines[0][:-2], lines[0][-1], ""]
            lines[1] = [*lines[1][:-2], "", lines[1][-2]]
        if page and (is_three(block) or not block.standard):
            lines = [[spaced(text) for text in line] for line in lines]
        self.lines += ["\t".join(line) for line in lines]
        if block.lanci:
            self.lines.append("\t".join(block.lanci))

    def wrap(self, block: TableBlock, texts: list[str]) -> list[str]:
        """What narrow columns do to numbers, codes and words."""
        if not block.id.endswith(("/t2", "/t4")):
            return texts
        fourth = block.id.endswith("/t4")
        size = 8 if block.caption.unit.endswith("：元") or fourth else 6
        narrow = re.compile(r"[\d.Oo０-９]+" if fourth else r".+")
        return [texts[0], *(fold(t, size) if narrow.fullmatch(t) else t for t in texts[1:])]

    def split(self, texts: list[str]) -> tuple[list[str], list[str]]:
        """A row cut by a page break: the ends of code and amounts come on the next page."""
        heads, tails = [texts[0], texts[1][:-1], texts[2]], ["", texts[1][-1:], ""]
        for text in texts[3:]:
            cut = len(text) - 1 if len(text) > 1 else len(text)
            heads.append(text[:cut])
            tails.append(text[cut:])
        return heads, tails


def fold(text: str, size: int) -> str:
    """A text wrapped after every ``size`` characters, the lines joined by blanks."""
    return " ".join(text[i : i + size] for i in range(0, len(text), size))


def spaced(text: str) -> str:
    """A header word with a blank between all characters, as justified text is extracted."""
    return " ".join(text.replace("（", "(").replace("）", ")").replace("：", ":"))
