"""Comments put into a Word document as an officer would put them there."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from pathlib import Path

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_RUN = re.compile(r"<w:r>(?:(?!</w:r>).)*?<w:t[ >](?:(?!</w:r>).)*</w:r>")


def write_commented(source: Path, target: Path, *comments: tuple[str, str]) -> Path:
    """Copy a document with comments: on the first run that holds some words, a text."""
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    document = parts["word/document.xml"].decode()
    said = []
    for number, (words, text) in enumerate(comments):
        document = _marked(document, words, number)
        said.append(
            f'<w:comment w:id="{number}" w:author="经办人"><w:p><w:r><w:t>{escape(text)}</w:t>'
            "</w:r></w:p></w:comment>"
        )
    parts["word/document.xml"] = document.encode()
    parts["word/comments.xml"] = f'<w:comments xmlns:w="{_W}">{"".join(said)}</w:comments>'.encode()
    link = f'<Relationship Id="rIdComments" Type="{_KIND}" Target="comments.xml"/>'
    rels = parts["word/_rels/document.xml.rels"].decode()
    parts["word/_rels/document.xml.rels"] = rels.replace(
        "</Relationships>", f"{link}</Relationships>"
    ).encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target


def _marked(document: str, words: str, number: int) -> str:
    run = next(found for found in _RUN.finditer(document) if words in found[0])
    begin, end = f'<w:commentRangeStart w:id="{number}"/>', f'<w:commentRangeEnd w:id="{number}"/>'
    sign = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    return f"{document[: run.start()]}{begin}{run[0]}{end}{sign}{document[run.end() :]}"
