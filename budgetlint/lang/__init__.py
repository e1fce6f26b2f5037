"""The language of what budgetlint says.

Every sentence stands in the code once, in Chinese, as the template given to :func:`say`. In another
language the catalogue (``en/*.toml`` beside this module) has its translation under that very
template; a template without one is said in Chinese. What comes from the document (titles, labels,
names, units of money) is never translated. A translation may choose a word by a number:
``{count} {count:file|files}``.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

CHINESE = "zh"
LANGUAGES = (CHINESE, "en")
"""The languages that can be chosen; the first is the one of the code."""

LANGUAGE_VARIABLE = "BUDGETLINT_LANG"
"""The environment variable that chooses one."""

_chosen = CHINESE


def language() -> str:
    """The language in force."""
    return _chosen


def choose(language: str) -> None:
    """Say everything from now on in one of :data:`LANGUAGES`."""
    global _chosen  # noqa: PLW0603 (one process speaks one language)
    if language not in LANGUAGES:
        raise ValueError(language)
    _chosen = language


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything inside the block in one of :data:`LANGUAGES`."""
    before = _chosen
    choose(language)
    try:
        yield
    finally:
        choose(before)


class _Numerate(Formatter):
    """Formats as usual; a pair of words for a number is the one or the other of them."""

    def format_field(self, value: object, format_spec: str) -> str:
        one, bar, more = format_spec.partition("|")
        return (one if value == 1 else more) if bar else format(value, format_spec)


def say(template: str, /, **values: object) -> str:
    """The template in the language in force, with the values in their places."""
    if _chosen == CHINESE:
        return template.format(**values) if values else template
    chosen = catalogue(_chosen).get(template, template)
    return _Numerate().vformat(chosen, (), values) if values else chosen


def listed(items: Iterable[str]) -> str:
    """Items one after the other, as the language separates them."""
    return ("、" if _chosen == CHINESE else ", ").join(items)


def clauses(items: Iterable[str]) -> str:
    """What is known of one thing, one after the other; what is empty is left out."""
    return ("，" if _chosen == CHINESE else ", ").join(filter(None, items))


def headed(*pieces: str) -> str:
    """A heading and what belongs under it, apart at colons."""
    return ("：" if _chosen == CHINESE else ": ").join(pieces)


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """The translation of every template into ``language``."""
    import tomllib  # noqa: PLC0415 (slow, and not for Chinese)

    found: dict[str, str] = {}
    for file in sorted(files(__package__).joinpath(language).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            found.update(tomllib.loads(file.read_text(encoding="utf-8")))
    return found


def page(code: str) -> str | None:
    """The page of a rule in the language in force, if it has one that is not in the code.

    Its first line is the title.
    """
    return None if _chosen == CHINESE else _page(code, _chosen)


@cache
def _page(code: str, language: str) -> str | None:
    file = files(__package__).joinpath(language, "pages", f"{code}.md")
    return file.read_text(encoding="utf-8") if file.is_file() else None
