"""Configuration files: where they are found, and which holds for which file.

The closest ``budgetlint.toml``, or ``pyproject.toml`` with a table ``[tool.budgetlint]``, upward
from a file holds for it; files are never merged. A configuration may name folders with rules; these
are loaded with it, and hold for the same files.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from budgetlint.key_values import SettingsError, Source, file_name, folders
from budgetlint.keys import EXTRA_CODES, KEYS, REQUIRED_VERSION, RULES_PATHS, parse, spelled_out
from budgetlint.lang import say
from budgetlint.paths import absolute, display
from budgetlint.registry import Loaded
from budgetlint.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from budgetlint.entries import Entry
    from budgetlint.taxonomy.subjects import Subject

OWN_FILE = "budgetlint.toml"
SHARED_FILE = "pyproject.toml"


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SettingsError(
            say("配置文件 {file} 无法读取：{why}。", file=display(path), why=error.strerror)
        ) from error
    except UnicodeDecodeError as error:
        raise SettingsError(
            say("配置文件 {file} 不是 UTF-8 编码，请另存为 UTF-8。", file=display(path))
        ) from error
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line ([0-9]+), column ([0-9]+)", str(error))
        where = (
            say("第 {line} 行第 {column} 列", line=place[1], column=place[2])
            if place
            else say("文件末尾")
        )
        raise SettingsError(
            say(
                "配置文件 {file} 不符合 TOML 格式：{where}附近有误。",
                file=display(path),
                where=where,
            )
        ) from error


def _own_table(path: Path) -> dict[str, Any] | None:
    """budgetlint's table of a configuration file; None if a pyproject.toml has none."""
    content = _toml(path)
    if path.name != SHARED_FILE:
        return content
    tool = content.get("tool")
    table = tool.get("budgetlint") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise SettingsError(say("配置文件 {file}：tool.budgetlint 应为表。", file=display(path)))
    return table


def load(path: Path, entries: Sequence[Entry]) -> Settings:
    """The settings of one configuration file, named by the user.

    Raises:
        SettingsError: it cannot be read or something in it is wrong.
    """
    return Configuration(entries, file=path).settings_in(path.parent)


def _table_in(folder: Path) -> tuple[Path, dict[str, Any]] | None:
    """The configuration file that a folder has itself, and budgetlint's table of it."""
    for name in (OWN_FILE, SHARED_FILE):
        path = folder / name
        if path.is_file() and (table := _own_table(path)) is not None:
            return path, table
    return None


def closest_file(folder: Path) -> Path | None:
    """The configuration file for the files in ``folder``: its own, or that of a folder above.

    Raises:
        SettingsError: a file of the right name cannot be read.
    """
    folders = (absolute(folder), *absolute(folder).parents)
    return next((found[0] for each in folders if (found := _table_in(each))), None)


class Configuration:
    """The settings for each file of a run; every configuration file is read once.

    ``entries`` are the rules that any configuration may name; ``incomplete`` says that some of them
    could not be loaded. ``with_rules`` False loads no local rules.

    Raises:
        SettingsError: from :meth:`settings_for` (or at once with ``file``), where a configuration
            is wrong.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        *,
        file: Path | None = None,
        isolated: bool = False,
        incomplete: bool = False,
        with_rules: bool = True,
    ) -> None:
        self._entries = entries
        self._incomplete = incomplete
        self._with_rules = with_rules
        self._by_folder: dict[Path, Settings] = {}
        self._fixed = self._named(file) if file else Settings() if isolated else None

    def settings_for(self, path: Path) -> Settings:
        """The settings in force for the file ``path``, or for a folder as part of another one."""
        return self.settings_in(absolute(path).parent)

    def settings_in(self, folder: Path) -> Settings:
        """The settings in force for the files in ``folder``."""
        return self._fixed or self._upward(absolute(folder))

    def _upward(self, folder: Path) -> Settings:
        if folder not in self._by_folder:
            found = self._in(folder)
            if found is None:
                found = Settings() if folder.parent == folder else self._upward(folder.parent)
            self._by_folder[folder] = found
        return self._by_folder[folder]

    def _in(self, folder: Path) -> Settings | None:
        found = _table_in(folder)
        return self._settings(found[1], found[0]) if found else None

    def _named(self, path: Path) -> Settings:
        table = _own_table(path)
        if table is None:
            raise SettingsError(
                say("配置文件 {file} 中没有 [tool.budgetlint]。", file=display(path))
            )
        return self._settings(table, path)

    def _settings(self, table: dict[str, Any], path: Path) -> Settings:
        """The settings in a table; its local rules come first, for the rest may name them.

        Before all that, the version: another one may have other keys.
        """
        where = say("配置文件 {file}", file=display(path))
        source = Source(where, self._entries, incomplete=self._incomplete)
        table = spelled_out(table, source)
        if REQUIRED_VERSION in table:
            KEYS[REQUIRED_VERSION].read(table[REQUIRED_VERSION], source.at(REQUIRED_VERSION))
        subjects = _local_subjects(table, source, path.parent)
        if not self._with_rules:
            incomplete = self._incomplete or RULES_PATHS in table
            settings = parse(table, replace(source, incomplete=incomplete), path)
            return replace(settings, subjects=subjects)
        local = _local_rules(table, source, path.parent)
        known = replace(
            source,
            entries=(*self._entries, *local.rules),
            incomplete=self._incomplete or bool(local.failures),
        )
        return replace(parse(table, known, path), local=local, subjects=subjects)


def _local_subjects(
    table: dict[str, Any], source: Source, root: Path
) -> tuple[tuple[str, Subject], ...]:
    """The subjects in the file that ``extra-codes`` names, relative to ``root``.

    Raises:
        SettingsError: it cannot be read or something in it is wrong.
    """
    if EXTRA_CODES not in table:
        return ()
    from budgetlint.local_subjects import local_subjects  # noqa: PLC0415 (hardly anyone has any)
    from budgetlint.readers.charset import decode  # noqa: PLC0415
    from budgetlint.readers.errors import ReadError  # noqa: PLC0415

    here = source.at(EXTRA_CODES)
    path = root / file_name(table[EXTRA_CODES], here)
    try:
        text = decode(path.read_bytes())
    except OSError as error:
        here.fail(
            say(
                "指定的 {file} 无法读取：{why}；路径相对于配置文件所在的文件夹。",
                file=display(path),
                why=error.strerror,
            )
        )
    except ReadError as error:
        here.fail(say("指定的 {file} 不是文本：{why}", file=display(path), why=error.message))
    named = say("{key} 指定的 {file}", key=here.key, file=display(path))
    return tuple(local_subjects(text, replace(here, key=named)))


def _local_rules(table: dict[str, Any], source: Source, root: Path) -> Loaded:
    """The rules in the folders that ``rules-paths`` names, relative to ``root``.

    Raises:
        SettingsError: one of them is no folder, or holds no rules.
    """
    if RULES_PATHS not in table:
        return Loaded()
    from budgetlint.local_rules import candidates, load_from  # noqa: PLC0415 (hardly anyone has any)

    here = source.at(RULES_PATHS)
    words = folders(table[RULES_PATHS], here)
    for word in words:
        folder = root / word
        if not folder.is_dir():
            here.fail(say("中的“{word}”不是文件夹；路径相对于配置文件所在的文件夹。", word=word))
        if not candidates(folder):
            here.fail(say("中的“{word}”里没有规则文件（名称不以 _ 开头的 .py）。", word=word))
    return load_from([root / word for word in words], source.entries)
