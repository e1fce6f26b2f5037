"""Which characters are typed for one another: ``homophones.toml``, read once."""

from __future__ import annotations

from functools import cache

from budgetlint.taxonomy.data import tables_of


@cache
def _groups() -> tuple[dict[str, str], tuple[str, ...], tuple[str, ...]]:
    data = tables_of("homophones.toml")
    sound_of = {char: sound for sound, chars in data["sounds"].items() for char in chars}
    return sound_of, tuple(data["alike"]), tuple(data["apart"])


def easily_confused(one: str, other: str) -> bool:
    """Whether two characters sound the same or look nearly the same, and only one can be meant."""
    sound_of, alike, apart = _groups()
    if any(one in group and other in group for group in apart):
        return False
    same_sound = sound_of.get(one, one) == sound_of.get(other, other)
    return same_sound or any(one in group and other in group for group in alike)
