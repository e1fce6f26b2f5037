"""Which characters are typed for one another: ``homophones.toml``, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from budgetlint.taxonomy.data import tables_of


@dataclass(frozen=True)
class Confusions:
    """``maps`` turn characters that sound the same, or look nearly the same, into one of them, for
    ``str.translate``. Of two characters of one of the groups ``apart`` either can be meant."""

    maps: tuple[dict[int, str], ...]
    apart: tuple[str, ...]

    def easily_made(self, one: str, other: str) -> bool:
        """Whether a character is easily typed for another, and only one of them can be meant."""
        if any(one in group and other in group for group in self.apart):
            return False
        return any(one.translate(each) == other.translate(each) for each in self.maps)


@cache
def confusions() -> Confusions:
    """The characters that are typed for one another."""
    data = tables_of("homophones.toml")
    groups = (data["sounds"].values(), data["alike"])
    maps = ({ord(char): group[0] for group in each for char in group} for each in groups)
    return Confusions(tuple(maps), tuple(data["apart"]))
