"""Stand-ins for readers, understanding and rules, so that the linter's own work can be seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from budgetlint.document import Document, Position
from budgetlint.finding import Finding, Observation, Severity, Tally
from budgetlint.linter import check_file
from budgetlint.location import Location, PartRef, TableRef
from budgetlint.registry import Option, Rule
from budgetlint.report import CheckCoverage, Coverage, DocumentSummary, FileError, FileReport
from budgetlint.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from budgetlint.disclosure import Disclosure
    from budgetlint.linter import Opener

Said = Observation | Tally
DEPARTMENT = PartRef("department", "青禾县农业农村局", "304")


@dataclass
class FakeDisclosure:
    """What the linter asks of a disclosure."""

    document: Document = field(default_factory=lambda: Document("text", ()))
    kind: str = "budget"
    year: int | None = 2024
    entity: str | None = "青禾县农业农村局"
    entity_code: str | None = "304"
    unit: str | None = "万元"
    parts: tuple[PartRef, ...] = (DEPARTMENT,)
    statement_names: tuple[str, ...] = ("部门收支总体情况表",)
    facts: tuple[int, ...] = (1, 2, 3)
    unread: tuple[str, ...] = ()
    lacking: Mapping[str, str] = field(default_factory=dict)
    blank_form: object = None
    personal: tuple[object, ...] = ()

    def lacks(self, need: str) -> str | None:
        return self.lacking.get(need)


def opening(disclosure: FakeDisclosure | None = None) -> Opener:
    """Reads every file as ``disclosure``."""
    found = cast("Disclosure", disclosure or FakeDisclosure())
    return lambda _path, _settings: found


def failing(error: Exception) -> Opener:
    """Reads no file."""

    def open_disclosure(_path: Path, _settings: Settings) -> Disclosure:
        raise error

    return open_disclosure


def make_rule(
    *says: Said,
    code: str = "BL501",
    name: str = "text-against-table",
    severity: Severity = Severity.ERROR,
    needs: tuple[str, ...] = (),
    options: Mapping[str, Option] | None = None,
    aliases: tuple[str, ...] = (),
    check: Callable[[Disclosure, Mapping[str, Any]], Iterable[Said]] | None = None,
) -> Rule:
    """A rule that says ``says``, or what ``check`` says."""

    def default(_disclosure: Disclosure, _options: Mapping[str, Any]) -> Iterator[Said]:
        yield from says

    return Rule(
        code=code, name=name, severity=severity, title="正文与表格不一致", page="说明",
        check=cast("Any", check or default), needs=needs, options=options or {}, aliases=aliases,
    )  # fmt: skip


def observation(
    message: str = "不一致",
    *,
    key: str = "t6/total/personnel",
    position: Position | None = None,
    severity: Severity | None = None,
    subject: str = "",
) -> Observation:
    """An observation at a logical and a physical place."""
    place = Location(part=DEPARTMENT, position=position or Position(line=1), key=key)
    return Observation(message, place, severity=severity, subject=subject)


FILE = Path("预算.docx")


def check(
    *rules: Rule, settings: Settings | None = None, disclosure: FakeDisclosure | None = None
) -> FileReport:
    """The report on a file that is read as ``disclosure``."""
    return check_file(
        FILE,
        "预算.docx",
        settings or Settings(),
        rules=rules,
        open_disclosure=opening(disclosure),
    )


def messages(report: FileReport) -> list[str]:
    """What the findings say, in their order."""
    return [finding.message for finding in report.findings]


SENTENCE = "基本支出373.37万元，其中人员经费347.37万元，公用经费26.01万元。"
PERSONNEL = Finding(
    rule="BL501",
    name="text-against-table",
    title="正文与表格不一致",
    severity=Severity.ERROR,
    message="人员经费在正文中为 347.37万元，在表6中为 347.36万元，相差 0.01万元。",
    location=Location(
        part=DEPARTMENT,
        section="六、机关运行经费安排情况",
        text=SENTENCE,
        mark=(SENTENCE.index("347"), SENTENCE.index("347") + 6),
        position=Position(page=41, paragraph=97),
        key="s6/personnel",
    ),
    related=(
        Location(
            part=DEPARTMENT,
            table=TableRef(6, "一般公共预算财政拨款基本支出表"),
            row=1,
            row_label="合计",
            column_label="人员经费",
            text="347.36",
            position=Position(page=12, table=6, row=4, col=4),
            key="t6/total/personnel",
        ),
    ),
    expected="347.36万元",
    actual="347.37万元",
    fingerprint="0" * 64,
)
HINT = Finding(
    rule="BL011",
    name="tracked-changes",
    severity=Severity.INFO,
    message="文档中有 2 处修订尚未接受或拒绝。",
    location=Location(text="增加", position=Position(paragraph=3)),
    fingerprint="1" * 64,
)


def file_report(
    *findings: Finding,
    path: str = "材料/预算.docx",
    error: FileError | None = None,
    unread: tuple[str, ...] = (),
    parts: tuple[PartRef, ...] = (DEPARTMENT,),
) -> FileReport:
    """A report on one file with plausible coverage."""
    if error:
        return FileReport(path, error=error)
    return FileReport(
        path=path,
        document=DocumentSummary("budget", 2024, "青禾县农业农村局", "304", "万元", parts),
        coverage=Coverage(
            statements=("部门收支总体情况表", "部门收入总体情况表"),
            facts=612,
            unread=unread,
            checks={
                "BL501": CheckCoverage(held=40, failed=1),
                "BL301": CheckCoverage(held=140, skipped=3, reasons=["没有政府性基金表"]),
            },
        ),
        findings=findings,
    )
