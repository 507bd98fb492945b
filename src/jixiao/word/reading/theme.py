"""The fonts that a theme names for a script (ISO/IEC 29500-1, 20.1.4.1.16 and 17.15.1.88)."""

from __future__ import annotations

from lxml import etree

from jixiao.word.opc.markup import w

#: the script of an East Asian language, as themes name it; a report is in simplified Chinese
_SCRIPTS = {"zh-tw": "Hant", "zh-hk": "Hant", "zh-mo": "Hant", "ja-jp": "Jpan", "ko-kr": "Hang"}
_SIMPLIFIED = "Hans"


class Theme:
    """The fonts behind `minorEastAsia`, `majorHAnsi` … in the language that the file is set for."""

    def __init__(self, theme: etree._Element | None, settings: etree._Element | None) -> None:
        self._script = _script(settings)
        self._fonts: dict[str, str] = {}
        for kind in ("major", "minor"):
            for element in () if theme is None else theme.iter(f"{{*}}{kind}Font"):
                latin = _typeface(element.find("{*}latin"))
                self._fonts[f"{kind}EastAsia"] = self._east_asian(element)
                self._fonts[f"{kind}Ascii"] = self._fonts[f"{kind}HAnsi"] = latin

    def _east_asian(self, element: etree._Element) -> str:
        scripts = (one for one in element.iterfind("{*}font") if one.get("script") == self._script)
        return _typeface(element.find("{*}ea")) or _typeface(next(scripts, None))

    def font(self, fonts: etree._Element | None, slot: str) -> tuple[str | None, bool]:
        """Return the font of a slot of `w:rFonts` and whether it is the theme's.

        The theme's comes first where both are named (17.3.2.26); None where neither is.
        """
        if fonts is None:
            return None, False
        themed = self._fonts.get(str(fonts.get(w(f"{slot}Theme"))))
        return (themed, True) if themed else (fonts.get(w(slot)) or None, False)


def _script(settings: etree._Element | None) -> str:
    chosen = None if settings is None else settings.find(w("themeFontLang"))
    language = "" if chosen is None else str(chosen.get(w("eastAsia")) or "")
    return _SCRIPTS.get(language.lower(), _SIMPLIFIED)


def _typeface(element: etree._Element | None) -> str:
    return "" if element is None else str(element.get("typeface") or "")
