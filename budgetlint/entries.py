"""Entries: what can be named, listed and explained, and the codes and names it is known by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from budgetlint import lang
from budgetlint.errors import Complaint
from budgetlint.lang import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from budgetlint.finding import Severity

OWN_PREFIX = "BL"
"""The letters of the codes of budgetlint itself; others choose their own."""
CODE = re.compile(r"(?!ALL)[A-Z]{2,4}[0-9]{3}")
_PREFIX = re.compile(r"[A-Z]{2,4}[0-9]{0,2}")
_HEADING = re.compile(r"(?m)^## (.+)\n")
_EXAMPLES = {"Wrong example": "错误示例", "Right example": "正确示例"}
"""The sections of a translated page that are those of the page in the code."""
_EXACT = 9
"""The weight of a code or name: above that of any prefix."""


class RegistryError(Complaint):
    """A rule that cannot be registered; the message says which and why."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What can be named, listed and explained: a rule, or a code of the reading itself.

    ``page`` is Markdown; its first line, without the code, is ``title``. ``origin`` says where a
    rule comes from that is not part of budgetlint.
    """

    code: str
    name: str
    severity: Severity
    title: str
    page: str
    aliases: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    since: str = "0.1"
    origin: str = ""

    @property
    def shown_title(self) -> str:
        """The title in the language in force."""
        translated = lang.page(self.code)
        return translated.partition("\n")[0] if translated else self.title

    @property
    def shown_page(self) -> str:
        """The page in the language in force, without its title; the examples are the same."""
        body = self.page.partition("\n")[2].strip()
        translated = lang.page(self.code)
        if translated is None:
            return body
        own = dict(_sections(body))
        return "\n\n".join(
            f"## {heading}\n{own[_EXAMPLES[heading]] if heading in _EXAMPLES else text}"
            for heading, text in _sections(translated)
        )

    @property
    def whole_page(self) -> str:
        """The page in the language in force, with its code and title."""
        if lang.page(self.code) is None:
            return self.page
        return f"{self.code}: {self.shown_title}\n\n{self.shown_page}"

    @property
    def is_own(self) -> bool:
        """Whether the entry is part of budgetlint."""
        return letters(self.code) == OWN_PREFIX

    def matches(self, selector: str) -> bool:
        """Whether ``selector`` (a code, a prefix such as BL5, a name or ALL) means this entry."""
        return self.weight(selector) >= 0

    def weight(self, selector: str) -> int:
        """How specific a selector is for this entry: ALL least, then longer and longer prefixes,
        code and name most; -1 if it does not mean the entry at all.
        """
        word = selector.strip().upper()
        if self.is_called(word):
            return _EXACT
        if word == "ALL":
            return 0
        if not _PREFIX.fullmatch(word):
            return -1
        codes = [code for code in (self.code, *self.aliases) if CODE.fullmatch(code)]
        meant = any(code.startswith(word) and letters(code) == letters(word) for code in codes)
        return len(word) if meant else -1

    def is_called(self, word: str) -> bool:
        """Whether ``word`` is this entry's code, name or one of its aliases."""
        return word.strip().lower() in {w.lower() for w in (self.code, self.name, *self.aliases)}


def _sections(page: str) -> list[tuple[str, str]]:
    """Each heading of a page, and what stands below it."""
    _, *pieces = _HEADING.split(page)
    return list(zip(pieces[::2], (text.strip() for text in pieces[1::2]), strict=True))


def by_code(entry: Entry) -> tuple[bool, str]:
    """The order of a listing: budgetlint's own codes first."""
    return (not entry.is_own, entry.code)


def letters(code: str) -> str:
    """The letters that a code or a prefix begins with."""
    return code.rstrip("0123456789")


def ensure_distinct(entries: Iterable[Entry]) -> None:
    """Every code, name and alias must mean one entry only.

    Raises:
        RegistryError: two entries share a word.
    """
    taken: dict[str, Entry] = {}
    for entry in entries:
        for word in (entry.code, entry.name, *entry.aliases):
            other = taken.setdefault(word.lower(), entry)
            if other is not entry:
                where = say("（{origin}）", origin=other.origin) if other.origin else " "
                raise RegistryError(
                    say(
                        "规则 {code} 与 {other}{where}重名：{word}",
                        code=entry.code,
                        other=other.code,
                        where=where,
                        word=word,
                    )
                )
