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
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any

from budgetlint.finding import Observation, Severity, Tally

if TYPE_CHECKING:
    from types import ModuleType

    from budgetlint.disclosure import Disclosure

Options = Mapping[str, Any]
Check = Callable[["Disclosure", Options], Iterator["Observation | Tally"]]

_CODE = re.compile(r"BL[0-9]{3}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class RegistryError(Exception):
    """A rule that cannot be registered; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a rule: its default, whose type it must have, and its meaning in Chinese."""

    default: Any
    help: str


@dataclass(frozen=True)
class Rule:
    """A registered rule. ``title`` and ``page`` come from the module's docstring.

    ``needs`` names what the rule cannot do without (see ``Disclosure.lacks``); where it is absent
    the rule is skipped and the coverage says why.
    """

    code: str
    name: str
    severity: Severity
    title: str
    page: str
    check: Check
    needs: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    options: Mapping[str, Option] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    since: str = "0.1"

    def matches(self, selector: str) -> bool:
        """Whether ``selector`` (a code, a prefix such as BL5, a name or ALL) means this rule."""
        word = selector.strip()
        if word.upper() == "ALL":
            return True
        known = (self.code, *self.aliases)
        if re.fullmatch(r"(?i)BL[0-9]{0,3}", word):
            return any(code.startswith(word.upper()) for code in known)
        return word.lower() in (self.name, *self.aliases)


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
        yield importlib.import_module(info.name)
    for point in entry_points(group="budgetlint.rules"):
        try:
            loaded = point.load()
        except Exception as error:
            source = point.dist.name if point.dist else point.value
            raise RegistryError(f"扩展 {source} 的规则 {point.name} 无法加载：{error}") from error
        yield loaded


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, built-in and third-party, sorted by code.

    Raises:
        RegistryError: the rules are not installed, one cannot be loaded, or two share a code,
            a name or an alias.
    """
    taken: dict[str, Rule] = {}
    rules: list[Rule] = []
    for module in _modules():
        for found in _rules_of(module):
            for word in (found.code, found.name, *found.aliases):
                if word in taken:
                    raise RegistryError(f"规则 {found.code} 与 {taken[word].code} 重名：{word}")
                taken[word] = found
            rules.append(found)
    return tuple(sorted(rules, key=lambda found: found.code))


def find_rule(selector: str) -> Rule | None:
    """The rule with this code, name or alias, or None."""
    word = selector.strip()
    for found in all_rules():
        if word.upper() in (found.code, *found.aliases) or word.lower() in (
            found.name,
            *found.aliases,
        ):
            return found
    return None
