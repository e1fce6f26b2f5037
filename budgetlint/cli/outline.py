"""What was understood of a file, as indented text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from budgetlint.reporters.wording import printable

_TITLES = {
    "identity": "单位与年度",
    "outline": "结构",
    "statements": "标准表格",
    "facts": "数据",
    "remarks": "附注",
    "unread": "未能读取或理解",
}


def readable(understood: Mapping[str, Any]) -> str:
    """Nested plain data as text: one heading for each part, one line for each item."""
    lines: list[str] = []
    for key, value in understood.items():
        count = f"（{len(value)}）" if isinstance(value, list | tuple) else ""
        lines += ["", f"{_TITLES.get(key, key)}{count}"]
        lines += _lines(value, 1)
    return "\n".join(lines[1:]) + "\n"


def _lines(value: object, depth: int) -> Iterator[str]:
    margin = "  " * depth
    if _is_empty(value):
        yield f"{margin}（无）"
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if _is_flat(inner):
                yield f"{margin}{key}: {_flat(inner)}"
            else:
                yield f"{margin}{key}:"
                yield from _lines(inner, depth + 1)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for inner in value:
            yield from _item(inner, depth)
    else:
        yield f"{margin}{_flat(value)}"


def _item(value: object, depth: int) -> Iterator[str]:
    margin = "  " * depth
    if not isinstance(value, Mapping):
        yield f"{margin}- {_flat(value)}" if _is_flat(value) else f"{margin}- {value}"
        return
    flat = [f"{k}: {_flat(v)}" for k, v in value.items() if _is_flat(v) and not _is_empty(v)]
    yield f"{margin}- {'  '.join(flat)}"
    for key, inner in value.items():
        if not _is_flat(inner):
            yield f"{margin}  {key}:"
            yield from _lines(inner, depth + 2)


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, str | Sequence | Mapping) and len(value) == 0)


def _is_flat(value: object) -> bool:
    """Whether a value fits in a line: a single one, or a list of single ones."""
    if isinstance(value, Mapping):
        return not value
    if isinstance(value, Sequence) and not isinstance(value, str):
        return all(not isinstance(each, Mapping | list | tuple) for each in value)
    return True


def _flat(value: object) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "、".join(_flat(each) for each in value)
    if isinstance(value, bool):
        return "是" if value else "否"
    return "—" if value is None else printable(str(value))
