"""What a Word file says about itself: author, company, title, and properties of programs."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from budgetlint.document import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from budgetlint.readers.docx_package import Package

_FIELDS = {
    "title": "title",
    "subject": "subject",
    "keywords": "keywords",
    "creator": "author",
    "lastModifiedBy": "last-author",
    "Manager": "manager",
    "Company": "company",
}
_MOST_PROPERTIES = 200
_LONGEST_VALUE = 200
"""Characters of a value that are kept: names and titles are shorter."""


def metadata(package: Package) -> Iterator[Remark]:
    """The properties of the file that are filled in; ``about`` is the name of the property."""
    for root in package.properties():
        for element in islice(root.iterchildren("{*}*"), _MOST_PROPERTIES):
            name = element.get("name") or _FIELDS.get(element.tag.rsplit("}", 1)[-1])
            value = " ".join(_text(element).split())
            if name and value:
                yield Remark("metadata", value[:_LONGEST_VALUE], about=name[:_LONGEST_VALUE])


def _text(element: Element) -> str:
    """The text of a property, which its own programs wrap in the type of the value."""
    return "".join(str(piece) for piece in element.itertext())
