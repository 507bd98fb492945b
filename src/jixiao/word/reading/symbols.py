"""Symbols of fonts that have their own code points: what they look like, in Unicode.

A symbol font keeps its signs at U+F020 to U+F0FF (ISO/IEC 29500-1, 17.3.3.30); without the font
they are boxes. The tables have the signs that forms and lists of offices use.
"""

from __future__ import annotations

#: what stands for a sign whose look is not known
UNKNOWN = "□"
_PRIVATE = 0xF000
_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x36: "⌛", 0x3F: "✍", 0x45: "☜", 0x46: "☞",
    0x47: "☝", 0x48: "☟", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□",
    0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆",
    0x78: "⌧", 0x7C: "❀", 0x7D: "“", 0x7E: "”", 0x80: "⓪", 0x8B: "⓿", 0x9E: "·", 0x9F: "•",
    0xA0: "▪", 0xA1: "○", 0xA2: "○", 0xA4: "◉", 0xA5: "◎", 0xA7: "▪", 0xA8: "□", 0xAA: "✦",
    0xAB: "★", 0xAC: "✶", 0xAD: "✴", 0xB2: "⟡", 0xB5: "✪", 0xB6: "☆", 0xD5: "⌫", 0xD6: "⌦",
    0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE3: "↖", 0xE4: "↗",
    0xE5: "↙", 0xE6: "↘", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xF3: "⬄",
    0xFB: "×", 0xFC: "√", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS |= {0x81 + at: chr(ord("①") + at) for at in range(10)}
_WINGDINGS |= {0x8C + at: chr(ord("❶") + at) for at in range(10)}
_WINGDINGS_2 = {
    0x4F: "×", 0x50: "√", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x2A: "□", 0x96: "●",
    0x97: "●", 0x98: "●", 0x9E: "⊙", 0xA1: "■", 0xA2: "■", 0xA3: "□", 0xA4: "□", 0xAE: "◆",
    0xAF: "◇",
}  # fmt: skip
_WINGDINGS_2 |= {0x6A + at: chr(ord("①") + at) for at in range(10)}
_WINGDINGS_2 |= {0x75 + at: chr(ord("❶") + at) for at in range(10)}
_WINGDINGS_3 = {
    0x21: "→", 0x22: "←", 0x23: "↑", 0x24: "↓", 0x5B: "←", 0x5D: "→", 0x70: "▲", 0x71: "▼",
    0x72: "△", 0x73: "▽", 0x74: "◄", 0x75: "►", 0x7D: "▶",
}  # fmt: skip
_SYMBOL = {
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥",
    0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠",
    0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″",
    0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡",
    0xBB: "≈", 0xBC: "…", 0xC4: "⊗", 0xC5: "⊕", 0xC6: "∅", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈",
    0xCF: "∉", 0xD0: "∠", 0xD5: "∏", 0xD6: "√", 0xD7: "⋅", 0xD9: "∧", 0xDA: "∨", 0xDB: "⇔",
    0xDC: "⇐", 0xDE: "⇒", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_SYMBOL |= {0x41 + at: letter for at, letter in enumerate(_GREEK)}
_SYMBOL |= {0x61 + at: letter for at, letter in enumerate("αβχδεφγηιϕκλμνοπθρστυϖωξψζ")}
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "symbol": _SYMBOL,
}
_PRINTABLE = range(0x20, 0x7F)


def is_symbolic(font: str) -> bool:
    """Return whether a font is one of signs in place of letters."""
    return font.strip().lower() in _FONTS


def glyph(font: str, code: int) -> str:
    """Return the look of a font's code point: ☑ for F0FE of Wingdings; □ where it is not known.

    Where the font is an ordinary one, a code below the private area is its own character.
    """
    low = code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + 0xFF else code
    table = _FONTS.get(font.strip().lower())
    if table is not None and low <= 0xFF:  # noqa: PLR2004 -- a byte
        return table.get(low) or (chr(low) if low in _PRINTABLE and table is _SYMBOL else UNKNOWN)
    if low != code:
        return _WINGDINGS.get(low, UNKNOWN)
    is_character = 0x20 <= code < 0xD800 or 0xF900 <= code <= 0xFFFD  # noqa: PLR2004 -- Unicode
    return chr(code) if is_character else UNKNOWN
