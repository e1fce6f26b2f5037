"""What was understood of a file, for people: the plain data of ``describe`` in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from budgetlint.lang import clauses, headed, listed, say
from budgetlint.reporters.wording import KINDS, PARTS, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    Item = Mapping[str, Any]

_IDENTITY = {
    "kind": "类型：{value}",
    "year": "年度：{value}",
    "entity": "单位名称：{value}",
    "entity_code": "预算编码：{value}",
    "level": "级次：{value}",
    "unit": "金额单位：{value}",
    "template": "公开格式：{value}",
}
_LEVELS = {
    "central": "中央",
    "province": "省级",
    "city": "市级",
    "county": "县级",
    "township": "乡级",
}
_PERIODS = {
    "this": "本年",
    "last": "上年",
    "end-of-this-year": "本年末",
    "end-of-last-year": "上年末",
}
_MEASURES = {"level": "", "change": "增减额", "share": "占比", "rate": "增减率"}
_SIGNS = {"at-least": "≥", "more": ">", "at-most": "≤", "less": "<", "equal": "=", "about": "约"}
_REMARKS = {
    "tracked-change": "修订",
    "comment": "批注",
    "hidden-text": "隐藏文字",
    "field-instruction": "域代码",
    "header": "页眉",
    "footer": "页脚",
    "text-box": "文本框",
    "note": "脚注",
    "watermark": "水印",
    "metadata": "文件属性",
}


def readable(understood: Mapping[str, Any]) -> str:
    """Identity, outline, statements, projects, facts, remarks and what stayed unread, as text."""
    lines = [say("单位与年度"), *_identity(understood["identity"])]
    sections: list[tuple[str, str, Callable[[Any], Iterator[str]]]] = [
        ("outline", "结构", _part),
        ("statements", "标准表格", _statement),
        ("projects", "项目绩效目标", _project),
        ("facts", "数据", _fact),
        ("remarks", "附注", _remark),
        ("unread", "未能读取或核对", _plain),
    ]
    for key, title, describe in sections:
        items: Sequence[Any] = understood[key]
        lines += ["", say("{title}（{count}）", title=say(title), count=len(items))]
        lines += [f"  {line}" for item in items for line in describe(item)]
    return "".join(f"{printable(line)}\n" for line in lines)


def _identity(identity: Item) -> Iterator[str]:
    worded = {"kind": KINDS, "level": _LEVELS}
    for key, template in _IDENTITY.items():
        value = identity.get(key)
        if value in (None, "unknown"):
            shown = say("未能识别")
        elif word := worded.get(key, {}).get(str(value)):
            shown = say(word)
        else:
            shown = str(value)
        yield "  " + say(template, value=shown)


def _part(part: Item) -> Iterator[str]:
    tables = listed(str(number) for number in part.get("statements", ()))
    named = f"{_worded(PARTS, part['kind'])} {part.get('entity') or say('名称未能识别')}"
    yield say("{entity}（{code}）", entity=named, code=part["code"]) if part.get("code") else named
    yield "  " + headed(say("标准表格"), tables or say("无"))
    for section in part.get("sections", ()):
        yield f"  {section['heading']}{_place(section)}"


def _statement(statement: Item) -> Iterator[str]:
    unit = statement.get("unit") or say("没有写明单位")
    rows = statement.get("rows")
    size = say("{count} 行", count=rows) if rows else say("空表")
    title = statement["title"]
    if number := statement["number"]:
        title = say("表{number} {title}", number=number, title=title)
    yield headed(title, clauses((unit, size))) + _place(statement)
    yield "  " + headed(
        say("栏"), " | ".join(each or say("？") for each in statement.get("columns", ()))
    )
    if statement.get("note"):
        yield f"  {statement['note']}"


def _project(project: Item) -> Iterator[str]:
    amounts = listed(text for text in project["amounts"].values() if text)
    named = f"{project['name']}{_place(project)}"
    yield headed(named, amounts) if amounts else named
    for indicator in project["indicators"]:
        sign = say(_SIGNS.get(indicator["comparator"], ""))
        read = " ".join(filter(None, (sign, indicator["number"], indicator["unit"])))
        yield f"  {indicator['name']} = {indicator['text']}" + (f"  [{read}]" if read else "")


def _fact(fact: Item) -> Iterator[str]:
    empty = fact.get("value") is None
    value = say("（空）") if empty else f"{fact['value']}{fact.get('unit') or ''}"
    cell = f"{fact['statement']}@{fact['column']}" if fact.get("statement") else None
    scope = (
        _worded(PARTS, fact["part"]),
        cell or fact.get("section"),
        _worded(_PERIODS, fact["period"]),
        _worded(_MEASURES, fact["kind"]),
    )
    where = "/".join(str(step) for step in scope if step)
    yield f"{fact['concept']} = {value}  [{where}]  {fact.get('text') or ''}{_place(fact)}"


def _remark(remark: Item) -> Iterator[str]:
    yield headed(_worded(_REMARKS, remark["kind"]), remark["text"]) + _place(remark)


def _plain(sentence: str) -> Iterator[str]:
    yield sentence


def _place(item: Item) -> str:
    position = item.get("position", item)
    if position.get("line"):
        return say("（第{line}行）", line=position["line"])
    return say("（第{page}页）", page=position["page"]) if position.get("page") else ""


def _worded(words: Mapping[str, str], key: str) -> str:
    """What a key is called; keys of others stay as they are."""
    return say(words.get(key, key))
