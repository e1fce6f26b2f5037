"""Comments in a document that accept a finding: ``budgetlint: 忽略 BL501 原因…``.

A comment accepts the findings of the rule it names whose own place it is attached to. A place that
is merely related to a finding is not enough: one total is related to many findings, and accepting
all of them would hide the next one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint.catalogue import find, is_fixed, nearest_entry
from budgetlint.lang import say
from budgetlint.nearest import did_you_mean
from budgetlint.ordering import block_order
from budgetlint.reading_codes import RULE_CRASHED
from budgetlint.report import Means, Suppressed
from budgetlint.whole import stands_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from budgetlint.document import Block, Document, Position, Remark
    from budgetlint.entries import Entry
    from budgetlint.finding import Finding
    from budgetlint.location import Location

MOST = 1000
"""More such comments in one document are not written by people, and are not heeded."""

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_ADDRESSED = re.compile(r"\s*budgetlint\s*(?::|(?=忽略|ignore))", re.IGNORECASE)
_VERB = re.compile(r"[\s:]*(?:忽略|ignore(?![A-Za-z]))[\s:]*", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*")
_AND = re.compile(r"\s*[、,/]?\s*(?=[A-Za-z]{2,4}[0-9]{3}(?![A-Za-z0-9]))")
_BEFORE_REASON = re.compile(r"[\s:,;、。.—–-]*(?:(?:原因|理由|reason)[\s:]*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Accepted:
    """What the comments of a document do: the findings left, those accepted, what is to be said."""

    findings: list[Finding]
    suppressed: list[Suppressed]
    notices: list[str]


@dataclass(frozen=True, slots=True)
class Instruction:
    """What a comment asks for: the rules as they are named in it, and why."""

    words: tuple[str, ...]
    reason: str


def read_instruction(text: str) -> Instruction | None:
    """What the text of a comment asks for; None if it does not speak to budgetlint.

    Full-width signs, any case and a missing colon are all right. Nothing is named where it speaks
    to budgetlint but does not say what to ignore.
    """
    folded = text.translate(_HALF_WIDTH)
    addressed = _ADDRESSED.match(folded)
    if not addressed:
        return None
    verb = _VERB.match(folded, addressed.end())
    if not verb:
        return Instruction((), "")
    words: list[str] = []
    at = verb.end()
    while word := _WORD.match(folded, at):
        words.append(word[0])
        at = word.end()
        more = _AND.match(folded, at)
        if not more:
            break
        at = more.end()
    before = _BEFORE_REASON.match(folded, at)
    reason = text[before.end() if before else at :]
    return Instruction(tuple(words), " ".join(reason.split()))


def accept(document: Document, findings: Sequence[Finding], entries: Sequence[Entry]) -> Accepted:
    """Apply the comments of ``document`` to its findings; ``entries`` may be named in them."""
    spoken = [
        (remark, instruction)
        for remark in document.remarks
        if remark.kind == "comment" and (instruction := read_instruction(remark.text))
    ]
    if not spoken:
        return Accepted(list(findings), [], [])
    notices = []
    if len(spoken) > MOST:
        notices.append(
            say(
                "文档中有 {count} 条忽略批注，只处理了前 {most} 条。",
                count=len(spoken),
                most=MOST,
            )
        )
    accepted: dict[int, str] = {}
    crashed = {finding.subject for finding in findings if finding.rule == RULE_CRASHED}
    reach = _Reach(document.blocks)
    for remark, instruction in spoken[:MOST]:
        rules, complaint = _rules(instruction, entries)
        if complaint:
            notices.append(say("{comment}不起作用：", comment=_named(remark)) + complaint)
        for rule in rules:
            own = [(i, f) for i, f in enumerate(findings) if f.rule == rule.code]
            meant = [i for i, finding in own if reach.covers(remark, finding.location)]
            if not meant and rule.code not in crashed:
                reason = reach.reason_for_none(remark, rule, [finding for _, finding in own])
                notices.append(say("{comment}没有用到：", comment=_named(remark)) + reason)
            accepted |= {i: instruction.reason for i in meant if i not in accepted}
    return Accepted(
        [finding for i, finding in enumerate(findings) if i not in accepted],
        [Suppressed(findings[i], Means.COMMENT, accepted[i]) for i in sorted(accepted)],
        notices,
    )


def _rules(instruction: Instruction, entries: Sequence[Entry]) -> tuple[list[Entry], str]:
    """The rules that a comment names, and what is wrong with it; no rules then."""
    if not instruction.words:
        return [], say("没有写明规则，应写成“budgetlint: 忽略 规则编号 原因”。")
    rules = []
    for word in instruction.words:
        rule = find(word, entries)
        if rule is None:
            near = nearest_entry(word, entries)
            hint = did_you_mean(near) if near else say("请写规则的编号或名称。")
            return [], say("没有“{word}”这条规则。", word=word) + hint
        if is_fixed(rule):
            return [], say("{code}（{title}）不能忽略。", code=rule.code, title=rule.shown_title)
        rules.append(rule)
    if not instruction.reason:
        return [], say("没有写原因，应写成“budgetlint: 忽略 规则编号 原因”。")
    return rules, ""


class _Reach:
    """Which places of a document a comment is attached to."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._order: Callable[[Position], tuple[int, int, int]] = block_order(blocks)

    def covers(self, remark: Remark, place: Location) -> bool:
        """Whether a comment is attached to a place.

        One that marks an amount means this amount only, not the others of its paragraph.
        """
        if not self._touches(remark, place):
            return False
        if place.position.table is not None or not place.mark or not _has_digit(remark.about):
            return True
        about, marked = _squeezed(remark.about), _squeezed(place.text[slice(*place.mark)])
        return stands_in(marked, about) or stands_in(about, marked)

    def reason_for_none(self, remark: Remark, rule: Entry, findings: Sequence[Finding]) -> str:
        """Why a comment accepts none of the findings of its rule, and what to do."""
        if self._ends(remark) is None:
            return say(
                "批注没有加在正文的段落或表格的单元格上；请加在有问题的文字上，"
                "或改用配置中的 [[suppress]]。"
            )
        near = [f for f in findings if self._touches(remark, f.location)]
        if near and near[0].location.mark:
            place = near[0].location
            text = place.text[slice(*near[0].location.mark)]
            return say(
                "这一段中 {code} 的结果在“{text}”处，请把批注加在那里。",
                code=rule.code,
                text=text,
            )
        if any(self._touches(remark, place) for f in findings for place in f.related):
            return say(
                "{code} 的结果只把这里列为相关位置，请把批注加在它的“位置”处。", code=rule.code
            )
        if any(not self._order(f.location.position)[0] for f in findings):
            return say("{code} 的结果说的是整份文档，请改用配置中的 [[suppress]]。", code=rule.code)
        return say("所在处没有 {code} 的结果，可以删去。", code=rule.code)

    def _touches(self, remark: Remark, place: Location) -> bool:
        ends = self._ends(remark)
        at = self._order(place.position)
        if ends is None or not at[0]:
            return False
        start, end = ends
        if start[0] == at[0] == end[0]:
            rows, cols = sorted((start[1], end[1])), sorted((start[2], end[2]))
            return rows[0] <= at[1] <= rows[1] and cols[0] <= at[2] <= cols[1]
        return start <= at <= end

    def _ends(self, remark: Remark) -> tuple[tuple[int, int, int], tuple[int, int, int]] | None:
        """Where a comment begins and ends, as far as there is text; None where it has no place."""
        ends = [at for each in (remark.position, remark.end) if (at := self._order(each))[0]]
        return (ends[0], ends[-1]) if ends else None


def _named(remark: Remark) -> str:
    """A comment, as people find it again."""
    text = " ".join(remark.text.split())
    shown = f"{text[:40]}{'…' if len(text) > 40 else ''}"
    if remark.about:
        return say("“{about}”上的批注“{text}”", about=remark.about, text=shown)
    return say("批注“{text}”", text=shown)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _has_digit(text: str) -> bool:
    return any(sign.isdecimal() for sign in text)
