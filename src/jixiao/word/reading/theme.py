"""The fonts that a theme names."""

from __future__ import annotations

from lxml import etree

from jixiao.word.opc.markup import w


class Theme:
    """The fonts that a theme names for Han and Latin (ISO/IEC 29500-1, 20.1.4.1.16)."""

    def __init__(self, root: etree._Element | None) -> None:
        self._fonts: dict[str, str] = {}
        for kind in ("major", "minor"):
            for element in () if root is None else root.iter(f"{{*}}{kind}Font"):
                self._fonts[f"{kind}EastAsia"] = self._east_asian(element)
                latin = element.find("{*}latin")
                self._fonts[f"{kind}Ascii"] = _typeface(latin)
                self._fonts[f"{kind}HAnsi"] = _typeface(latin)

    @staticmethod
    def _east_asian(element: etree._Element) -> str:
        scripts = (one for one in element.iterfind("{*}font") if one.get("script") == "Hans")
        return _typeface(element.find("{*}ea")) or _typeface(next(scripts, None))

    def font(self, fonts: etree._Element | None, slot: str) -> str | None:
        """Return the font of a slot of `w:rFonts`, a theme's first; None where none is named."""
        if fonts is None:
            return None
        themed = fonts.get(w("asciiTheme" if slot == "ascii" else "eastAsiaTheme"))
        return self._fonts.get(str(themed)) or fonts.get(w(slot)) or None


def _typeface(element: etree._Element | None) -> str:
    return "" if element is None else str(element.get("typeface") or "")
