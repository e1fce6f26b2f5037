"""The signs of symbol fonts, which keep them in a private area, as characters that say the same."""

from __future__ import annotations

_SIGNS = {
    "wingdings": {
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0xA7: "▪",
        0xA8: "□", 0xD8: "➢", 0xFB: "✗", 0xFC: "√", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {
        0x4F: "✗", 0x50: "√", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□",
    },
    "symbol": {
        0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
        0xB9: "≠", 0xBB: "≈", 0xA5: "∞", 0xE5: "∑",
    },
}  # fmt: skip
_PRIVATE = 0xF000


def sign(font: str, code: int) -> str | None:
    """The sign that a symbol font shows for a code, in the private area or not; None if unknown."""
    low = code - _PRIVATE if _PRIVATE <= code < _PRIVATE + 0x100 else code
    return _SIGNS.get(font.lower(), {}).get(low)
