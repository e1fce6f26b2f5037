"""Which language a run speaks: the command line, then the environment, then a configuration."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from budgetlint.lang import CHINESE, LANGUAGE_VARIABLE, LANGUAGES, choose

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from budgetlint.settings import Settings

_asked_for = False


def choose_language(arguments: Sequence[str], environ: Mapping[str, str]) -> None:
    """Speak what is asked for, before the command line is understood: its errors need it too.

    LANG does not count: the documents are Chinese whatever the computer speaks.
    """
    global _asked_for  # noqa: PLW0603 (one process speaks one language)
    given = [
        following if word == "--lang" else word.removeprefix("--lang=")
        for word, following in pairwise((*arguments, ""))
        if word == "--lang" or word.startswith("--lang=")
    ]
    wanted = [*reversed(given), environ.get(LANGUAGE_VARIABLE, "")]
    known = [word for word in wanted if word in LANGUAGES]
    _asked_for = bool(known)
    choose(known[0] if known else CHINESE)


def speak_as_configured(settings: Settings) -> None:
    """Speak the language of a configuration, unless another one was asked for."""
    if not _asked_for:
        choose(settings.lang)
