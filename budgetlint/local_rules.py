"""Rules of one's own: the modules in a folder that a configuration names.

The folder becomes a package under a private name: its modules can import each other
(``from . import _shared``), hide no other module by their names, and leave ``sys.path`` as it is.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import sys
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from traceback import walk_tb
from types import ModuleType
from typing import TYPE_CHECKING

from budgetlint.entries import RegistryError
from budgetlint.lang import say
from budgetlint.paths import display, identity
from budgetlint.registry import Candidate, Loaded, admit, reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import FrameType

    from budgetlint.entries import Entry


def candidates(folder: Path) -> list[Candidate]:
    """Every ``*.py`` directly in ``folder`` whose name begins neither with ``_`` nor with a dot."""
    files = sorted(path for path in folder.glob("*.py") if not path.name.startswith(("_", ".")))
    return [
        Candidate(say("规则文件 {file}", file=display(path)), partial(_load, path))
        for path in files
    ]


def load_from(folders: Iterable[Path], known: Iterable[Entry]) -> Loaded:
    """The rules in folders that a configuration names; ``known`` are the entries beside them."""
    return admit([each for folder in folders for each in candidates(folder)], known)


def _load(path: Path) -> list[ModuleType]:
    if "." in path.stem:
        raise RegistryError(say("文件名除 .py 外不能有点"))
    try:
        with _no_bytecode():
            return [importlib.import_module(f"{_package(path.parent)}.{path.stem}")]
    except SyntaxError as error:
        where = Path(error.filename or path).name
        said = say(
            "{file} 第{line}行不合 Python 语法（{why}）",
            file=where,
            line=error.lineno,
            why=error.msg,
        )
        raise RegistryError(said) from error
    except (Exception, SystemExit) as error:
        lines = [n for frame, n in walk_tb(error.__traceback__) if _is_of(frame, path)]
        where = say("第{line}行，", line=lines[-1]) if lines else ""
        raise RegistryError(where + reason(error)) from error


def _is_of(frame: FrameType, path: Path) -> bool:
    return identity(frame.f_code.co_filename) == identity(path)


def _package(folder: Path) -> str:
    """The private package whose modules are those of ``folder``."""
    name = "_budgetlint_local_" + hashlib.sha256(os.fsencode(identity(folder))).hexdigest()[:16]
    if name not in sys.modules:
        package = ModuleType(name, "Rules of a folder.")
        package.__path__ = [str(folder.absolute())]
        sys.modules[name] = package
    return name


@contextmanager
def _no_bytecode() -> Iterator[None]:
    """Leave no ``__pycache__`` among somebody's documents."""
    before = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    try:
        yield
    finally:
        sys.dont_write_bytecode = before
