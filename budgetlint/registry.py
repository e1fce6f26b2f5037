"""The registry: how a rule declares itself, and how rules are found and run.

A rule is a module with a docstring (its page), one function decorated with :func:`rule`, and
nothing else that the outside needs. Rules are discovered in ``budgetlint.rules``, through the
entry-point group ``budgetlint.rules`` and in folders that a configuration names; nothing imports a
rule by name. Where rules of others cannot be loaded, that is said and the rest still runs.
"""

from __future__ import annotations

import importlib
import inspect
import logging
import pkgutil
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from budgetlint.entries import (
    CODE,
    OWN_PREFIX,
    Entry,
    RegistryError,
    by_code,
    ensure_distinct,
    letters,
)
from budgetlint.finding import Severity
from budgetlint.lang import listed, say
from budgetlint.plugins import offers

if TYPE_CHECKING:
    from types import ModuleType

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation, Tally

logger = logging.getLogger("budgetlint")

Options = Mapping[str, Any]
Check = Callable[["Disclosure", Options], Iterator["Observation | Tally"]]

_NAME = re.compile(r"(?!all$)[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a rule: its default, whose type it must have, and its meaning in Chinese."""

    default: Any
    help: str


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

    The code is two to four capital letters and three digits. The module's docstring is the rule's
    page; its first line, after the code, is the title.

    Raises:
        RegistryError: the code or name is malformed, or the module has no page.
    """
    if not CODE.fullmatch(code) or not _NAME.fullmatch(name):
        raise RegistryError(
            say(
                "规则编号或名称不合规范：{code} {name}。编号是 2 至 4 个大写字母加三位数字"
                "（如 QH101），名称是小写英文，词与词用 - 相连（如 contact-phone）",
                code=code,
                name=name,
            )
        )

    def register(check: Check) -> Check:
        page = inspect.getdoc(inspect.getmodule(check)) or ""
        title = page.split("\n", 1)[0].removeprefix(code).lstrip(":： ").strip()
        if not title:
            raise RegistryError(say("规则 {code} 没有说明页（模块文档字符串）", code=code))
        check.__budgetlint_rule__ = Rule(  # type: ignore[attr-defined]
            code=code, name=name, severity=Severity(severity), title=title, page=page, check=check,
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


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody else's modules with rules: where they come from, in words, and how to import them.

    ``load`` may raise anything.
    """

    origin: str
    load: Callable[[], Iterable[ModuleType]]


@dataclass(frozen=True, slots=True)
class Loaded:
    """The rules that could be loaded, and a sentence on each candidate that could not."""

    rules: tuple[Rule, ...] = ()
    failures: tuple[str, ...] = ()


def admit(candidates: Iterable[Candidate], known: Iterable[Entry]) -> Loaded:
    """Load what others offer; ``known`` are the entries that it must not be mistaken for.

    What a module prints goes to standard error: standard output is for reports.
    """
    taken = list(known)
    rules: list[Rule] = []
    failures = []
    for candidate in candidates:
        try:
            with redirect_stdout(sys.stderr):
                modules = list(candidate.load())
            found = [
                replace(each, origin=candidate.origin)
                for module in modules
                for each in _foreign_rules(module)
            ]
            if not found:
                raise RegistryError(say("其中没有用 @rule 声明的规则"))
            ensure_distinct((*taken, *found))
        except (Exception, SystemExit) as error:
            logger.debug("%s", candidate.origin, exc_info=True)
            failures.append(
                say(
                    "{origin} 无法加载：{why}。其余规则照常检查。",
                    origin=candidate.origin,
                    why=reason(error),
                )
            )
        else:
            taken += found
            rules += found
    return Loaded(tuple(sorted(rules, key=by_code)), tuple(failures))


def _foreign_rules(module: ModuleType) -> list[Rule]:
    found = list(_rules_of(module))
    if len(found) > 1:
        codes = listed(each.code for each in found)
        raise RegistryError(say("一个文件只能有一条规则，现在有 {codes}", codes=codes))
    for word in (word for each in found for word in (each.code, *each.aliases)):
        if CODE.fullmatch(word) and letters(word) == OWN_PREFIX:
            raise RegistryError(
                say(
                    "编号 {code} 不能用，{prefix} 留给 budgetlint 自带的规则，请换一个前缀"
                    "（2 至 4 个大写字母）",
                    code=word,
                    prefix=OWN_PREFIX,
                )
            )
    return found


def reason(error: BaseException) -> str:
    """An exception in one line without a full stop; a registry error speaks for itself."""
    text = str(error) if isinstance(error, RegistryError) else f"{type(error).__name__}: {error}"
    return text.strip().partition("\n")[0].rstrip("。.: ")


def _own_rules() -> Iterator[Rule]:
    try:
        package = importlib.import_module("budgetlint.rules")
    except ModuleNotFoundError as error:
        raise RegistryError(say("没有找到规则。请先在项目目录运行：pip install -e .")) from error
    for info in pkgutil.walk_packages(package.__path__, prefix="budgetlint.rules."):
        try:
            yield from _rules_of(importlib.import_module(info.name))
        except Exception as error:
            raise RegistryError(
                say("规则模块 {name} 无法加载：{why}", name=info.name, why=reason(error))
            ) from error


def _extensions() -> Iterator[Candidate]:
    for offer in offers():
        origin = say(
            "扩展 {distribution} 的 {name}", distribution=offer.distribution, name=offer.name
        )
        yield Candidate(origin, partial(_modules_of, offer.load))


def _modules_of(load: Callable[[], object]) -> Iterator[ModuleType]:
    """The module that an entry point names and, if it is a package, everything in it."""
    loaded = load()
    if not inspect.ismodule(loaded):
        raise RegistryError(say("入口应指向一个模块，现在是 {type}", type=type(loaded).__name__))
    yield loaded
    inside = pkgutil.walk_packages(getattr(loaded, "__path__", ()), f"{loaded.__name__}.")
    for info in inside:
        yield importlib.import_module(info.name)


@cache
def registered() -> Loaded:
    """The rules of budgetlint and of installed extensions, sorted by code.

    Raises:
        RegistryError: budgetlint's own rules are not installed, one of them cannot be loaded, or
            two share a code, a name or an alias.
    """
    from budgetlint.reading_codes import READING_CODES  # noqa: PLC0415 (they are entries too)

    own = sorted(_own_rules(), key=by_code)
    ensure_distinct(own)
    foreign = admit(_extensions(), (*own, *READING_CODES))
    return Loaded((*own, *foreign.rules), foreign.failures)


def all_rules() -> tuple[Rule, ...]:
    """Every registered rule; see :func:`registered`."""
    return registered().rules


def find_rule(selector: str) -> Rule | None:
    """The rule with this code, name or alias, or None."""
    return next((found for found in all_rules() if found.is_called(selector)), None)
