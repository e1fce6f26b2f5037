"""Builds Word files for the tests from raw WordprocessingML, part by part."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from budgetlint.document import Cell, Document, Paragraph, Table
from budgetlint.readers.docx import read_docx

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W_NAMESPACE}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:example:unknown"'
)
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def part(root: str, content: str) -> str:
    """An XML part with the root element ``w:root``."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{content}</w:{root}>'


def package(body: str, **others: str) -> dict[str, str]:
    """The parts of a package; ``others`` are the contents of parts such as styles or header1."""
    links = "".join(
        f'<Relationship Id="r{i}" Type="{_RELATIONSHIPS}/{name.rstrip("0123456789")}" '
        f'Target="{name}.xml"/>'
        for i, name in enumerate(others)
    )
    roots = {"header": "hdr", "footer": "ftr"}
    parts = {
        f"word/{name}.xml": part(roots.get(kind := name.rstrip("0123456789"), kind), content)
        for name, content in others.items()
    }
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
            "</Types>"
        ),
        "_rels/.rels": relationships("officeDocument", "word/document.xml"),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'
        ),
        **parts,
    }


def relationships(kind: str, target: str) -> str:
    """A relationships part with one link."""
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="main" Type="{_RELATIONSHIPS}/{kind}" Target="{target}"/>'
        "</Relationships>"
    )


def save(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """Write the parts as a compressed zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def read(folder: Path, body: str, **others: str) -> Document:
    """What the reader makes of a Word file with this body."""
    return read_docx(save(folder / "文件.docx", package(body, **others)))


def p(content: str = "", properties: str = "") -> str:
    """A paragraph; content that is no markup becomes a run."""
    inner = content if content.startswith("<") or not content else r(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    props = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{props}<w:t xml:space="preserve">{text}</w:t></w:r>'


def tbl(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; cells that are no markup become cells with one paragraph."""
    inner = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    props = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{props}{inner}</w:tr>"


def tc(content: str, properties: str = "") -> str:
    """A cell; content that is no markup becomes one paragraph."""
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def texts(document: Document) -> list[str]:
    """The texts of the paragraphs among the blocks; a table shows as its rows."""
    return [
        block.text if isinstance(block, Paragraph) else repr(cell_texts(block))
        for block in document.blocks
    ]


def cell_texts(table: Table) -> list[list[str]]:
    """The texts of the cells that begin in each row."""
    return [[cell.text for cell in row] for row in table.rows]


def spans(table: Table) -> list[tuple[str, int, int, int, int]]:
    """Each cell as text, row, col, rowspan, colspan."""
    return [(c.text, c.row, c.col, c.rowspan, c.colspan) for row in table.rows for c in row]


def paragraphs(document: Document) -> list[Paragraph]:
    """The paragraphs among the blocks."""
    return [block for block in document.blocks if isinstance(block, Paragraph)]


def only_table(document: Document) -> Table:
    """The one table of a document."""
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    return table


def remarks(document: Document, kind: str) -> list[str]:
    """The texts of the remarks of a kind."""
    return [remark.text for remark in document.remarks if remark.kind == kind]


def cell_at(table: Table, row: int, col: int) -> Cell:
    """The cell that covers a place of the grid."""
    cell = table.grid[row][col]
    assert cell is not None
    return cell
