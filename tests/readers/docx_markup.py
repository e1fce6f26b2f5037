"""Pieces of WordprocessingML beyond paragraphs and tables, for the tests of the docx reader."""

from __future__ import annotations

BREAK = "<w:r><w:lastRenderedPageBreak/></w:r>"
PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'


def mark(kind: str) -> str:
    """A field mark."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str, properties: str = "") -> str:
    """A field instruction."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:instrText>{text}</w:instrText></w:r>"


def field(instruction: str, result: str) -> str:
    """A complex field."""
    return mark("begin") + code(instruction) + mark("separate") + result + mark("end")


def sdt(content: str, gallery: str = "") -> str:
    """A content control."""
    part = f'<w:docPartObj><w:docPartGallery w:val="{gallery}"/></w:docPartObj>' if gallery else ""
    return f"<w:sdt><w:sdtPr>{part}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def alternate(requires: str, choice: str, fallback: str | None) -> str:
    """Content for readers that understand a namespace, and for those that do not."""
    other = "" if fallback is None else f"<mc:Fallback>{fallback}</mc:Fallback>"
    return (
        f'<mc:AlternateContent><mc:Choice Requires="{requires}">{choice}</mc:Choice>{other}'
        "</mc:AlternateContent>"
    )


def style(style_id: str, name: str, properties: str = "", based_on: str = "") -> str:
    """A paragraph style."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{properties}</w:pPr></w:style>"
    )


def text_box(content: str) -> str:
    """A text box as Word writes it: once for new and once for old readers."""
    vml = f"<w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
        f"<a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback>{vml}</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def picture(width: int, height: int) -> str:
    """A picture of a size in centimetres."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{width * 360_000}" cy="{height * 360_000}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"/>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )
