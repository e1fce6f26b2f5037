"""What ``budgetlint codes`` shows: one subject in full, or a list of them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from budgetlint.lang import listed, say
from budgetlint.reporters.wrapping import pad, width
from budgetlint.subject_search import Entry
from budgetlint.taxonomy.subjects import FIRST_YEAR, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from budgetlint.subject_search import Answer, Miss

AXIS_NAMES = {
    "function": "支出功能分类",
    "economic": "部门预算支出经济分类",
    "government-economic": "政府预算支出经济分类",
    "revenue": "收入分类",
    "procurement": "政府采购品目",
}
_LEVELS = {3: "类", 5: "款", 7: "项"}
_VERDICTS = {"old": "旧称", "wrong": "误写"}
_KNOWN_FROM = {"document": "公开的预算、决算文件", "list": "财政部门的科目表或通知"}


def answer_page(answer: Answer, year: int | None, columns: int | None = None) -> str:
    """The whole answer as text, for a screen of so many columns; empty if nothing was found."""
    few = [e for e in answer.entries if e.by_number] or (
        list(answer.entries) if len(answer.entries) == 1 else []
    )
    rest = [e for e in answer.entries if e not in few]
    blocks = [list(_card(entry, year)) for entry in few]
    blocks += [list(_listing(rest, year, columns))] if rest else []
    blocks += [list(_out_of_use(answer.out_of_use, year))] if answer.out_of_use else []
    blocks += [list(_missed(miss, year)) for miss in answer.misses]
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks)


def years_of(subject: Subject) -> str:
    """The fiscal years of a name in words; empty where it is open on both sides."""
    years = _years(subject.first, subject.last)
    return years if subject.sure_years or not years else say("约{years}", years=years)


def _years(first: int | None, last: int | None) -> str:
    if first and last and first != last:
        return say("{first}—{last}年", first=first, last=last)
    if first and last:
        return say("{year}年", year=last)
    if first:
        return say("{year}年起", year=first)
    return say("{year}年及以前", year=last) if last else ""


def _card(entry: Entry, year: int | None) -> Iterator[str]:
    yield f"{entry.code}  {entry.name(year)}"
    rows = [("分类", [say(AXIS_NAMES[entry.classification.axis]) + _level(entry)])]
    rows.append(("上级", _lines_of(entry, entry.parents, year)))
    rows.append(("名称", _history(entry.names) if _changed(entry.names) else []))
    rows.append(("现用", [_line(e, year) for e in _successors(entry)]))
    rows += [(label, _variants(entry, verdict)) for verdict, label in _VERDICTS.items()]
    rows.append(("下级", list(_children(entry.classification.axis, entry, year))))
    rows.append(("依据", [_basis(entry.names)]))
    wide = max(width(say(label)) for label, _ in rows)
    for label, lines in rows:
        for n, line in enumerate(lines):
            yield f"  {pad('' if n else say(label), wide)}  {line}"


def _variants(entry: Entry, verdict: str) -> list[str]:
    """The known wordings of a verdict that are not among the names."""
    names = {each.name for each in entry.names}
    known = entry.classification.variants_of(entry.code)
    wordings = [v.name for v in known if v.verdict == verdict and v.name not in names]
    return [listed(wordings)] if wordings else []


def _level(entry: Entry) -> str:
    level = _LEVELS.get(len(entry.code)) if entry.classification.axis != "procurement" else None
    return say("（{level}）", level=say(level)) if level else ""


def _changed(names: Sequence[Subject]) -> bool:
    return len(names) > 1 or bool(years_of(names[0]))


def _history(names: Sequence[Subject]) -> list[str]:
    """Every name with its years, the newest first."""
    rows = [
        (years_of(each) or say("{year}年以来", year=FIRST_YEAR), each) for each in reversed(names)
    ]
    wide = max(width(years) for years, _ in rows)
    return [f"{pad(years, wide)}  {each.name}{_local(each)}" for years, each in rows]


def _successors(entry: Entry) -> list[Entry]:
    """Where the name of a code that is out of use is found since."""
    newest = entry.names[-1]
    if newest.last is None:
        return []
    year = newest.last + 1
    after = entry.classification.named(newest.name, year)
    codes = sorted({each.code for each in after if not each.valid_in(newest.last)})
    return [_entry(entry, code) for code in codes]


def _entry(like: Entry, code: str) -> Entry:
    return Entry(like.classification, code, like.classification.of(code))


def _children(axis: str, entry: Entry, year: int | None) -> Iterator[str]:
    codes = sorted({each.code for each in entry.classification.below(entry.code, year)})
    yield from _lines_of(entry, codes, year)
    if codes and not entry.classification.complete_below(entry.code) and axis != "procurement":
        yield say("（不一定收全，以当年科目表为准）")


def _lines_of(like: Entry, codes: Sequence[str], year: int | None) -> list[str]:
    entries = [_entry(like, code) for code in codes]
    wide = max((len(code) for code in codes), default=0)
    return [_line(entry, year, wide) for entry in entries]


def _line(entry: Entry, year: int | None, wide: int = 0) -> str:
    shown = entry.subject(year)
    others = [each for each in reversed(entry.names) if each is not shown]
    words = [years_of(shown)] if years_of(shown) else []
    words += [_as_before(each) for each in others]
    remark = say("（{remarks}）", remarks=say("；").join(words)) if words else ""
    return f"{entry.code.ljust(wide)}  {shown.name}{_local(shown)}{remark}"


def _as_before(subject: Subject) -> str:
    if years := years_of(subject):
        return say("{years}为“{name}”", years=years, name=subject.name)
    return say("又为“{name}”", name=subject.name)


def _local(subject: Subject) -> str:
    return say("（本地科目）") if subject.local else ""


def _basis(names: Sequence[Subject]) -> str:
    newest = names[-1]
    if newest.local:
        return say("配置文件 extra-codes 中的本地科目")
    seen = [word.partition("@") for word in newest.source.split()]
    said = [
        say("{source}（{years}年）", source=say(_KNOWN_FROM[kind]), years=listed(years.split("+")))
        if years
        else say(_KNOWN_FROM[kind])
        for kind, _, years in seen
        if kind in _KNOWN_FROM
    ]
    if said:
        return say("见于{sources}", sources=say("；").join(said))
    if newest.sure:
        return say("据财政部《政府收支分类科目》整理，未见印出的原文")
    return say("名称或编码不能确定，请以当年科目表为准")


def _listing(entries: Sequence[Entry], year: int | None, columns: int | None) -> Iterator[str]:
    for n, (axis, members) in enumerate(groupby(entries, key=lambda e: e.classification.axis)):
        if n:
            yield ""
        shown = list(members)
        yield say("{title}（{count}）", title=say(AXIS_NAMES[axis]), count=len(shown))
        wide = max(len(entry.code) for entry in shown)
        for entry in shown:
            line, above = f"  {_line(entry, year, wide)}", _lineage(entry, year)
            if columns and width(line + above) > columns:
                yield line
                yield f"  {' ' * wide} {above}"
            else:
                yield line + above


def _lineage(entry: Entry, year: int | None) -> str:
    names = [_entry(entry, code).name(year) for code in reversed(entry.parents)]
    return "".join(f" ‹ {name}" for name in names)


def _out_of_use(entries: Sequence[Entry], year: int | None) -> Iterator[str]:
    yield say("{year}年没有使用：", year=year)
    for entry in entries:
        yield f"  {_line(entry, None)}"
        for after in _successors(entry):
            yield "    " + say("现用 {line}", line=_line(after, None))


def _missed(miss: Miss, year: int | None) -> Iterator[str]:
    classification = miss.classification
    parent = Entry(classification, miss.parent, classification.of(miss.parent))
    axis = say(AXIS_NAMES[classification.axis])
    yield say("{axis}中没有 {number}。", axis=axis, number=miss.number)
    children = list(_children(classification.axis, parent, year))
    named = f"  {miss.parent} {parent.name(year)}"
    yield named + (say("之下有：") if children else say("没有下级。"))
    yield from (f"    {line}" for line in children)


def answer_data(answer: Answer, year: int | None) -> dict[str, Any]:
    """The whole answer as plain data."""
    return {
        "year": year,
        "subjects": [_data(entry, year) for entry in answer.entries],
        "out-of-use": [_data(entry, year) for entry in answer.out_of_use],
        "unknown": [
            {"axis": m.classification.axis, "code": m.number, "parent": m.parent}
            for m in answer.misses
        ],
    }


def _data(entry: Entry, year: int | None) -> dict[str, Any]:
    below = sorted({each.code for each in entry.classification.below(entry.code, year)})
    return {
        "axis": entry.classification.axis,
        "code": entry.code,
        "name": entry.name(year),
        "parents": _named(entry, entry.parents, year),
        "children": _named(entry, below, year),
        "children-complete": entry.classification.complete_below(entry.code),
        "names": [
            {
                "name": each.name,
                "from": each.first,
                "to": each.last,
                "years-sure": each.sure_years,
                "confidence": each.confidence,
                "local": each.local,
            }
            for each in entry.names
        ],
    }


def _named(like: Entry, codes: Iterable[str], year: int | None) -> list[dict[str, str]]:
    return [{"code": code, "name": _entry(like, code).name(year)} for code in codes]
