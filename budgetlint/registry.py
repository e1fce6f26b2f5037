"""The registry: how a rule declares itself, and how rules are found and run.

A rule is a module with a docstring (its page), one function decorated with :func:`rule`, and
nothing else that the outside needs. Rules are discovered in ``budgetlint.rules`` and through the
entry-point group ``budgetlint.rules``; nothing imports a rule by name.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from budgetlint.errors import Complaint
from budgetlint.plugins import rule_entry_points

if TYPE_CHECKING:
    from types import ModuleType

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation, Severity, Tally

Options = Mapping[str, Any]
Check = Callable[["Disclosure", Options], Iterator["Observation | Tally"]]

_CODE = re.compile(r"BL[0-9]{3}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class RegistryError(Complaint):
    """A rule that cannot be registered; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a rule: its default, whose type it must have, and its meaning in Chinese."""

    default: Any
    help: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What can be named, listed and explained: a rule, or a code of the reading itself.

    ``page`` is Markdown; its first line, without the code, is ``title``.
    """

    code: str
    name: str
    severity: Severity
    title: str
    page: str
    aliases: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    since: str = "0.1"

    def matches(self, selector: str) -> bool:
        """Whether ``selector`` (a code, a prefix such as BL5, a name or ALL) means this entry."""
        word = selector.strip()
        if word.upper() == "ALL":
            return True
        if re.fullmatch(r"(?i)BL[0-9]{0,3}", word):
            return any(code.startswith(word.upper()) for code in (self.code, *self.aliases))
        return self.is_called(word)

    def is_called(self, word: str) -> bool:
        """Whether ``word`` is this entry's code, name or one of its aliases."""
        return word.strip().lower() in {w.lower() for w in (self.code, self.name, *self.aliases)}


@dataclass(frozen=True, kw_only=True)
class Rule(Entry):
    """A registered rule. ``title`` and ``page`` come from the module's docstring.

    ``needs`` names what the rule cannot do without (see ``Disclosure.lacks``); where it is absent
    the rule is skipped and the coverage says why.
    """

    check: Check
    needs: tuple[str, ...] = ()
    options: Mapping[str, Option] = field(default_factory=dict)


def rule(
    *,
    code: str,
    name: str,
    severity: Severity,
    needs: tuple[str, ...] = (),
    aliases: tuple[str, ...] = (),
    options: Mapping[str, Option] | None = None,
    sources: tuple[str, ...] = (),
    since: str = "0.1",
) -> Callable[[Check], Check]:
    """Declare the decorated function to be the rule ``code``.

    The module's docstring is the rule's page; its first line, after the code, is the title.

    Raises:
        RegistryError: the code or name is malformed, or the module has no page.
    """
    if not _CODE.fullmatch(code) or not _NAME.fullmatch(name):
        raise RegistryError(f"规则编号或名称不合规范：{code} {name}")

    def register(check: Check) -> Check:
        page = inspect.getdoc(inspect.getmodule(check)) or ""
        title = page.split("\n", 1)[0].removeprefix(code).lstrip(":： ").strip()
        if not title:
            raise RegistryError(f"规则 {code} 没有说明页（模块文档字符串）")
        check.__budgetlint_rule__ = Rule(  # type: ignore[attr-defined]
            code=code, name=name, severity=severity, title=title, page=page, check=check,
            needs=needs, aliases=aliases, options=dict(options or {}), sources=sources,
            since=since,
        )  # fmt: skip
        return check

    return register


def _rules_of(module: ModuleType) -> Iterator[Rule]:
    for value in vars(module).values():
        found = getattr(value, "__budgetlint_rule__", None)
        if isinstance(found, Rule) and getattr(value, "__module__", None) == module.__name__:
            yield found


def _modules() -> Iterator[ModuleType]:
    try:
        package = importlib.import_module("budgetlint.rules")
    except ModuleNotFoundError as error:
        raise RegistryError("没有找到规则。请先在项目目录运行：pip install -e .") from error
    for info in pkgutil.walk_packages(package.__path__, prefix="budgetlint.rules."):
        try:
            yield importlib.import_module(info.name)
        except Exception as error:
            raise RegistryError(f"规则模块 {info.name} 无法加载：{_reason(error)}") from error
    for point in rule_entry_points():
        source = point.dist.name if point.dist else point.value
        try:
            loaded = point.load()
        except Exception as error:
            raise RegistryError(
                f"扩展 {source} 的规则 {point.name} 无法加载：{_reason(error)}"
            ) from error
        if not inspect.ismodule(loaded):
            raise RegistryError(f"扩展 {source} 的规则 {point.name} 应指向一个模块")
        yield loaded


def _reason(error: Exception) -> str:
    """An exception in one line; a registry error speaks for itself."""
    return str(error) if isinstance(error, RegistryError) else f"{type(error).__name__}: {error}"


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, built-in and third-party, sorted by code.

    Raises:
        RegistryError: the rules are not installed, one cannot be loaded, or two share a code,
            a name or an alias.
    """
    found = tuple(
        sorted(
            (each for module in _modules() for each in _rules_of(module)),
            key=lambda each: each.code,
        )
    )
    ensure_distinct(found)
    return found


def ensure_distinct(entries: Iterable[Entry]) -> None:
    """Every code, name and alias must mean one entry only.

    Raises:
        RegistryError: two entries share a word.
    """
    taken: dict[str, Entry] = {}
    for entry in entries:
        for word in (entry.code, entry.name, *entry.aliases):
            if word.lower() in taken:
                raise RegistryError(f"规则 {entry.code} 与 {taken[word.lower()].code} 重名：{word}")
            taken[word.lower()] = entry


def find_rule(selector: str) -> Rule | None:
    """The rule with this code, name or alias, or None."""
    return next((found for found in all_rules() if found.is_called(selector)), None)
