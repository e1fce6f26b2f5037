"""The parts of a Word package that tell of the file itself."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CORE = f"{_PACKAGE}/metadata/core-properties"
_TYPES = {
    "core": f"{_PACKAGE}/relationships/metadata/core-properties",
    "app": f"{_OFFICE}/relationships/extended-properties",
    "custom": f"{_OFFICE}/relationships/custom-properties",
}
_IN_CORE = {
    "title": "dc:title",
    "subject": "dc:subject",
    "creator": "dc:creator",
    "keywords": "cp:keywords",
    "lastModifiedBy": "cp:lastModifiedBy",
}
_IN_APP = ("Manager", "Company")


def with_properties(parts: dict[str, str], **properties: str) -> dict[str, str]:
    """The package with these properties; names that are no standard ones become custom ones."""
    core = "".join(
        f"<{_IN_CORE[name]}>{escape(value)}</{_IN_CORE[name]}>"
        for name, value in properties.items()
        if name in _IN_CORE
    )
    app = "".join(
        f"<{name}>{escape(value)}</{name}>" for name, value in properties.items() if name in _IN_APP
    )
    custom = "".join(
        f"<property name={quoteattr(name)}><vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for name, value in properties.items()
        if name not in _IN_CORE and name not in _IN_APP
    )
    return with_parts(
        parts,
        core=f'<cp:coreProperties xmlns:cp="{_CORE}" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</cp:coreProperties>',
        app=f'<Properties xmlns="{_OFFICE}/extended-properties">{app}</Properties>',
        custom=f'<Properties xmlns="{_OFFICE}/custom-properties" '
        f'xmlns:vt="{_OFFICE}/docPropsVTypes">{custom}</Properties>',
    )


def with_parts(parts: dict[str, str], **contents: str) -> dict[str, str]:
    """The package with the parts ``core``, ``app`` and ``custom`` as they are given."""
    links = "".join(
        f'<Relationship Id="{name}" Type="{_TYPES[name]}" Target="docProps/{name}.xml"/>'
        for name in contents
    )
    root = parts["_rels/.rels"].replace("</Relationships>", f"{links}</Relationships>")
    files = {f"docProps/{name}.xml": content for name, content in contents.items()}
    return {**parts, "_rels/.rels": root, **files}
