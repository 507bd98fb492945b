"""Rendering: an outline and a template become a Word file."""

from __future__ import annotations

from jixiao.diagnostic import Diagnostic, Outcome
from jixiao.model.outline import Outline
from jixiao.source import Source
from jixiao.word.looks.compiling import Template, compile_template
from jixiao.word.opc.markup import parse, serialise, w
from jixiao.word.opc.package import package
from jixiao.word.opc.parts import SETTINGS_KIND, STYLES_KIND, Parts
from jixiao.word.printing.filling import fill
from jixiao.word.printing.finishing import finish
from jixiao.word.printing.signing import sign
from jixiao.word.printing.view import view
from jixiao.word.printing.witness import dropped, illegal


def render(outline: Outline, template: bytes, name: str) -> Outcome[bytes | None]:
    """Return the Word file of an outline; the name is the template's, as findings show it."""
    compiled = compile_template(template, name)
    if compiled.value is None:
        return Outcome(None, (*compiled.diagnostics, *illegal(outline)))
    return print_report(outline, compiled.value)


def print_report(outline: Outline, template: Template) -> Outcome[bytes | None]:
    """Return the Word file of an outline by a template compiled before."""
    unfit = tuple(illegal(outline))
    if unfit:
        return Outcome(None, unfit)
    filled = _fill(outline, template)
    if filled.value is None:
        return Outcome(None, filled.diagnostics)
    return Outcome(package(filled.value, outline))


def _fill(outline: Outline, template: Template) -> Outcome[Parts | None]:
    seen = view(outline)
    found: list[Diagnostic] = []
    roots = {}
    for one in template.sheets:
        filled = fill(one, seen)
        found.extend(filled.diagnostics)
        if filled.value is not None:
            roots[one.sheet.part] = filled.value
    body = roots.get(template.parts.main)
    if body is not None:
        found.extend(dropped(outline, body, Source(template.name, "").place(0, 0)))
    if found or body is None:
        return Outcome(None, tuple(found))
    styles = template.parts.of_kind(STYLES_KIND)
    if styles:
        sign(body, parse(styles.content))
    for root in roots.values():
        finish(root)
    contents = [(part, serialise(root)) for part, root in roots.items()]
    return Outcome(template.parts.with_contents([*contents, *_settings(template.parts)]))


def _settings(parts: Parts) -> list[tuple[str, bytes]]:
    """Return the settings without what they say of the template's own making.

    The attached template is a path on the machine of whoever made it; `used` cut the link to it.
    """
    settings = parts.of_kind(SETTINGS_KIND)
    if settings is None:
        return []
    root = parse(settings.content)
    for tag in ("attachedTemplate", "rsids"):
        for element in root.findall(w(tag)):
            root.remove(element)
    return [(settings.name, serialise(root))]
