"""Variants whose table of contents does not fit the body."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fictional.figures import Options
from fictional.final_figures import Options as FinalOptions
from fictional.variants import AnyOptions, Expectation, Place, Variant, place_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from fictional.blocks import Printed
    from fictional.layout import Entry

    Relist = Callable[[tuple[Entry, ...]], tuple[Entry, ...]]


def retitled(old: str, new: str) -> Relist:
    """The first entry with a title printed otherwise."""

    def change(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        n = next(n for n, entry in enumerate(entries) if old in entry.text)
        text = entries[n].text.replace(old, new)
        return (*entries[:n], replace(entries[n], text=text), *entries[n + 1 :])

    return change


def added(after: str, text: str) -> Relist:
    """An entry that the body does not have, on the page of the one before."""

    def change(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        n = next(n for n, entry in enumerate(entries) if after in entry.text)
        return (*entries[: n + 1], replace(entries[n], text=text), *entries[n + 1 :])

    return change


def removed(title: str) -> Relist:
    """Contents without the first entry with a title."""

    def change(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        n = next(n for n, entry in enumerate(entries) if title in entry.text)
        return entries[:n] + entries[n + 1 :]

    return change


def swapped(title: str) -> Relist:
    """The entry with a title and the next one in each other's place, pages as they were."""

    def change(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        n = next(n for n, entry in enumerate(entries) if title in entry.text)
        one, other = entries[n : n + 2]
        pair = replace(other, page=one.page), replace(one, page=other.page)
        return (*entries[:n], *pair, *entries[n + 2 :])

    return change


def listed(
    name: str, kind: str, change: Relist, place: Place, options: AnyOptions | None = None
) -> Variant:
    """A document whose contents are changed."""

    def relisted(printed: Printed) -> Printed:
        return replace(printed, relist=change)

    expect = Expectation(kind, place, severity="warning")
    return Variant(name, relisted, expect, options or Options())


_DEPARTMENT = Place("department")
_FINAL = Place("final")

CONTENTS: tuple[Variant, ...] = (
    listed(
        "contents-title", "contents-title", retitled("国有资产信息", "国有资产占用"), _DEPARTMENT
    ),
    listed(
        "contents-other-word",
        "contents-title",
        retitled("预算绩效信息", "预算管理信息"),
        _DEPARTMENT,
    ),
    listed(
        "contents-absent", "contents-missing", added("名词解释", "十、上年工作总结"), _DEPARTMENT
    ),
    listed("contents-unlisted", "contents-missing", removed("国有资产信息"), place_of("dept/s7")),
    listed("contents-order", "contents-order", swapped("机关运行经费安排情况"), _DEPARTMENT),
)

FINAL_CONTENTS: tuple[Variant, ...] = (
    listed(
        "final-contents-title", "contents-title", retitled("主要职能", "主要职责"), _FINAL,
        FinalOptions(),
    ),
    listed(
        "final-contents-absent", "contents-missing",
        added("收入决算情况说明", "十三、重点项目情况"), _FINAL, FinalOptions(),
    ),
    listed(
        "final-contents-order", "contents-order", swapped("机关运行经费支出情况说明"), _FINAL,
        FinalOptions(),
    ),
)  # fmt: skip
