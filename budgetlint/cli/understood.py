"""What was understood of a file, for people: the plain data of ``describe`` in Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from budgetlint.reporters.wording import KINDS, PARTS, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    Item = Mapping[str, Any]

_IDENTITY = {
    "kind": "类型",
    "year": "年度",
    "entity": "单位名称",
    "entity_code": "预算编码",
    "level": "级次",
    "unit": "金额单位",
    "template": "公开格式",
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
}


def readable(understood: Mapping[str, Any]) -> str:
    """Identity, outline, statements, projects, facts, remarks and what stayed unread, as text."""
    lines = ["单位与年度", *_identity(understood["identity"])]
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
        lines += ["", f"{title}（{len(items)}）"]
        lines += [f"  {line}" for item in items for line in describe(item)]
    return "".join(f"{printable(line)}\n" for line in lines)


def _identity(identity: Item) -> Iterator[str]:
    worded = {"kind": KINDS, "level": _LEVELS}
    for key, label in _IDENTITY.items():
        value = identity.get(key)
        shown = worded.get(key, {}).get(str(value), value)
        yield f"  {label}：{'未能识别' if value in (None, 'unknown') else shown}"


def _part(part: Item) -> Iterator[str]:
    tables = "、".join(str(number) for number in part.get("statements", ()))
    yield f"{_part_kind(part['kind'])} {_or_unknown(part.get('entity'))}" + (
        f"（{part['code']}）" if part.get("code") else ""
    )
    yield f"  标准表格：{tables or '无'}"
    for section in part.get("sections", ()):
        yield f"  {section['heading']}{_place(section)}"


def _statement(statement: Item) -> Iterator[str]:
    unit = statement.get("unit") or "没有写明单位"
    empty = "空表" if not statement.get("rows") else f"{statement['rows']} 行"
    number = f"表{statement['number']} " if statement["number"] else ""
    yield f"{number}{statement['title']}：{unit}，{empty}{_place(statement)}"
    yield "  栏：" + " | ".join(title or "？" for title in statement.get("columns", ()))
    if statement.get("note"):
        yield f"  {statement['note']}"


def _project(project: Item) -> Iterator[str]:
    amounts = "、".join(text for text in project["amounts"].values() if text)
    yield f"{project['name']}{_place(project)}" + (f"：{amounts}" if amounts else "")
    for indicator in project["indicators"]:
        sign = _SIGNS.get(indicator["comparator"], "")
        read = " ".join(filter(None, (sign, indicator["number"], indicator["unit"])))
        yield f"  {indicator['name']} = {indicator['text']}" + (f"  [{read}]" if read else "")


def _fact(fact: Item) -> Iterator[str]:
    value = "（空）" if fact.get("value") is None else f"{fact['value']}{fact.get('unit') or ''}"
    cell = f"{fact['statement']}@{fact['column']}" if fact.get("statement") else None
    scope = (
        _part_kind(fact["part"]),
        cell or fact.get("section"),
        _PERIODS.get(fact["period"], fact["period"]),
        _MEASURES.get(fact["kind"], fact["kind"]),
    )
    where = "/".join(str(step) for step in scope if step)
    yield f"{fact['concept']} = {value}  [{where}]  {fact.get('text') or ''}{_place(fact)}"


def _remark(remark: Item) -> Iterator[str]:
    yield f"{_REMARKS.get(remark['kind'], remark['kind'])}：{remark['text']}{_place(remark)}"


def _plain(sentence: str) -> Iterator[str]:
    yield sentence


def _place(item: Item) -> str:
    position = item.get("position", item)
    if position.get("line"):
        return f"（第{position['line']}行）"
    return f"（第{position['page']}页）" if position.get("page") else ""


def _part_kind(kind: str) -> str:
    return PARTS.get(kind, kind)


def _or_unknown(name: str | None) -> str:
    return name or "名称未能识别"
