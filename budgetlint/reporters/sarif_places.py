"""Places as SARIF describes them: files by URI, regions of a text, logical locations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.lang import headed, say
from budgetlint.reporters.uris import is_below, uri
from budgetlint.reporters.wording import logical_steps, name_in, place_in_words, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from budgetlint.finding import Finding
    from budgetlint.location import Location, PartRef
    from budgetlint.report import FileReport
    from budgetlint.reporters.json_report import Json

_ROOT = "%SRCROOT%"


def roots() -> Json:
    """What relative URIs start from; where it lies on this machine is nobody's business."""
    text = say("运行 budgetlint 的文件夹，通常是仓库的根目录")
    return {_ROOT: {"description": {"text": text}}}


def artifact_location(path: str, index: int | None = None) -> Json:
    """A file by its URI, and by its number among the files of the report if it is one."""
    found: Json = {"uri": uri(path)}
    if is_below(path):
        found["uriBaseId"] = _ROOT
    return found if index is None else {**found, "index": index}


def artifact(file: FileReport) -> Json:
    """A file that was to be checked, and how much of it was."""
    checks = file.coverage.checks.values()
    coverage = {
        "statements": len(file.coverage.statements),
        "facts": file.coverage.facts,
        "held": sum(check.held for check in checks),
        "failed": sum(check.failed for check in checks),
        "skipped": sum(check.skipped for check in checks),
        "unread": list(file.coverage.unread),
    }
    return {
        "location": artifact_location(file.path),
        "roles": ["analysisTarget"],
        "properties": {"status": file.status, "coverage": coverage},
    }


def message(text: str) -> Json:
    """A message without what SARIF takes for a link."""
    return {"text": text.replace("](", "\\](")}


class Places:
    """Describes the places in one file; ``names`` is what its parts are called."""

    def __init__(self, path: str, index: int, names: Mapping[PartRef, str]) -> None:
        self._file = artifact_location(path, index)
        self._names = names

    def location(self, place: Location) -> Json:
        """A place: always the file, and in it whatever is known, from the inside out."""
        other = place.position.file
        physical: Json = {"artifactLocation": artifact_location(other) if other else self._file}
        if region := _region(place):
            physical["region"] = region
        found: Json = {"physicalLocation": physical}
        if logical := list(self._logical(place)):
            found["logicalLocations"] = logical
        if properties := _properties(place):
            found["properties"] = properties
        return found

    def related(self, finding: Finding) -> list[Json]:
        """The other places of a finding, each with a message that names it."""
        return [
            {"id": number, "message": message(self._told(place)), **self.location(place)}
            for number, place in enumerate(finding.related, start=1)
        ]

    def _told(self, place: Location) -> str:
        where = place_in_words(place, name_in(self._names, place.part))
        text = printable(place.text)
        return headed(*filter(None, (where, text))) or say("相关位置")

    def _logical(self, place: Location) -> Iterator[Json]:
        """The innermost place with all that it lies in, then one by one what it lies in."""
        steps = logical_steps(place, name_in(self._names, place.part))
        for end in range(len(steps), 0, -1):
            kind, name = steps[end - 1]
            path = " › ".join(step for _, step in steps[:end])
            yield {"name": name, "fullyQualifiedName": path, "kind": _kind(kind, place)}
        if page := place.position.page:
            name = say("第{page}页", page=page)
            yield {"name": name, "fullyQualifiedName": name, "kind": "page"}


def _kind(step: str, place: Location) -> str:
    """The kind of a step; a column below a row is a cell."""
    return "cell" if step == "column" and (place.row or place.row_label) else step


def _region(place: Location) -> Json | None:
    """The wrong piece of a text file, which begins at the position of the place."""
    line, column = place.position.line, place.position.column
    if not line:
        return None
    region: Json = {"startLine": line}
    if column:
        region["startColumn"] = column
        start, end = place.mark or (0, 0)
        wrong = place.text[start:end]
        if wrong and len(wrong.splitlines()) == 1:
            region["endColumn"] = column + len(wrong)
            region["snippet"] = {"text": printable(wrong)}
    return region


def _properties(place: Location) -> Json:
    """Where in a document of pages a place lies, which no field of SARIF can say."""
    position = place.position
    found = {
        "page": position.page,
        "paragraph": position.paragraph,
        "bbox": list(position.bbox) if position.bbox else None,
        "row": place.row,
    }
    return {key: value for key, value in found.items() if value is not None}
