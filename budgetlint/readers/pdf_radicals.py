"""Characters that look like ideographs and are none, put right.

Many PDF files give radicals and compatibility forms where the font drew the ideograph. Those of
Unicode's Kangxi and compatibility blocks have a mapping there; the supplement of radicals has
none, nor do the simplified forms.
"""

from __future__ import annotations

from unicodedata import normalize

_SUPPLEMENT = dict(
    zip(
        "⺊⺋⺌⺒⺓⺔⺝⺟⺠⺢⺩⺫⺬⺮⺼⻁⻄⻅⻆⻉⻋⻑⻒⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "卜卩小巳幺彑月母民水王目示竹肉虎西见角贝车長镸长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
_SIMPLIFIED = {"⼾": "户"}
"""Unicode maps this radical to the traditional form, while simplified fonts draw 户."""


def ideographs(text: str) -> str:
    """``text`` with ideographs in place of radicals and compatibility ideographs."""
    return text if text.isascii() else "".join(map(_ideograph, text))


def _ideograph(char: str) -> str:
    if "⺀" <= char <= "⻿":
        return _SUPPLEMENT.get(char, char)
    if "⼀" <= char <= "⿕":
        return _SIMPLIFIED.get(char) or normalize("NFKC", char)
    if "\uf900" <= char <= "\ufaff" or "\U0002f800" <= char <= "\U0002fa1f":
        return normalize("NFKC", char)
    return char
