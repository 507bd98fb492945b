"""The shape of a document, checked by cerberus, one mapping or item at a time.

cerberus would check a nested schema at once, but makes a validator for every node on the way:
a thousand times slower on a list of facts. Here one validator serves all nodes of a form, and
what it reports by its path is told at the place of the node.
"""

from __future__ import annotations

from typing import Any

from cerberus import TypeDefinition, Validator
from cerberus.errors import UNKNOWN_FIELD

from jixiao.content.defects import shape as defects
from jixiao.content.defects.prose import NESTED_ENUMERATION
from jixiao.content.reading.slips import colon_slips
from jixiao.content.schema.errors import ITEM, Complaint, Complaints, Spot, nearest
from jixiao.content.schema.files import ROOTS, resolved
from jixiao.content.schema.prose import ENUMERATION
from jixiao.content.schema.rules import LIST, MAPPING, TEXT, Fields, Rules
from jixiao.diagnostic import Diagnostic
from jixiao.model.document import Document, Entry, Mapping, Node, Scalar, Sequence
from jixiao.source import Place

#: what cerberus is told of a field; what is inside the field is checked on its own
_FLAT = ("type", "allowed", "regex", "required")
_MOST_UNKNOWN = 100


def check_shape(document: Document, file: str) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the shape of a document, by the schema of a file."""
    if document.root is None:
        return ()
    checker = _Checker()
    subject = f"文件“{document.source.name.rpartition('/')[2]}”"
    checker.value(document.root, ROOTS[file], subject)
    return tuple(checker.diagnostics)


def is_null(node: Node) -> bool:
    """Return whether a node is what YAML calls null, or a text of blanks only."""
    return isinstance(node, Scalar) and node.text.value.strip() in {"", "~"}


# cerberus has no types.
class _Shape(Validator):  # type: ignore[misc]
    """cerberus with YAML's three types, and a bound on what it reports of one mapping."""

    types_mapping = {  # noqa: RUF012 -- cerberus wants it so
        TEXT: TypeDefinition(TEXT, (str,), ()),
        LIST: TypeDefinition(LIST, (list,), ()),
        MAPPING: TypeDefinition(MAPPING, (dict,), ()),
    }

    def _error(self, *args: object) -> None:
        # cerberus sorts all errors at each one: unknown keys in their thousands would take hours.
        is_unknown = len(args) > 1 and args[1] is UNKNOWN_FIELD
        if not is_unknown or len(self._errors) < _MOST_UNKNOWN:
            super()._error(*args)


class _Checker:
    """Walks the nodes of a document beside its rules."""

    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._validators: dict[tuple[int, bool], _Shape] = {}

    def value(
        self, node: Node, rules: Rules | str, subject: str, entry: Entry | None = None
    ) -> None:
        """Check a node and what is in it; `entry` is where it stands, None for an item."""
        known = resolved(rules)
        if isinstance(node, Mapping) and ENUMERATION in known["meta"].get("bars", ()):
            nested = node.entry(ENUMERATION)
            if nested:
                self.diagnostics.append(_nested(nested.key.place))
                return
        complaints = self._validate({ITEM: known}, known, {ITEM: _plain(node)})
        for complaint in complaints:
            self._tell(complaint, subject, node, entry)
        if not complaints:
            self._inside(node, known)

    def _inside(self, node: Node, rules: Rules) -> None:
        if isinstance(node, Sequence):
            for number, item in enumerate(node.items, 1):
                self.value(item, rules["schema"], f"第{number}项")
        elif isinstance(node, Mapping):
            form = _form(node, rules)
            if form is None:
                self.diagnostics.append(_not_a_form(node, rules))
            else:
                self._mapping(node, form)

    def _mapping(self, node: Mapping, rules: Rules) -> None:
        fields: Fields = rules.get("schema", {})
        plain = {one.key.text.value: _plain(one.value) for one in node.entries}
        complaints = self._validate(fields, rules, plain)
        for complaint in _told_once(complaints, fields, node):
            name = complaint.path[-1]
            entry = node.entry(name)
            self._tell(complaint, f"“{name}”", entry.value if entry else node, entry)
        broken = {complaint.path[-1] for complaint in complaints}
        for entry in node.entries:
            name = entry.key.text.value
            if name in fields and name not in broken:
                self._inside(entry.value, resolved(fields[name]))
            elif name not in fields and "valuesrules" in rules:
                self.value(entry.value, rules["valuesrules"], f"“{name}”", entry)

    def _validate(
        self, fields: Fields, owner: Rules, plain: dict[str, Any]
    ) -> tuple[Complaint, ...]:
        if not fields:
            return ()
        key = id(owner), ITEM in fields
        validator = self._validators.get(key)
        if validator is None:
            validator = _validator(fields, is_open=ITEM in fields or "valuesrules" in owner)
            self._validators[key] = validator
        if validator.validate(plain, normalize=False):
            return ()
        complaints: tuple[Complaint, ...] = validator.errors
        return complaints

    def _tell(self, complaint: Complaint, subject: str, node: Node, entry: Entry | None) -> None:
        if complaint.spot is Spot.VALUE and isinstance(node, Scalar):
            slips = colon_slips(node.text) if complaint.defect is defects.WRONG_KIND else ()
            if slips:
                self.diagnostics.extend(slips)
                return
        place = _place(complaint.spot, node, entry)
        message = complaint.message(subject)
        self.diagnostics.append(complaint.defect.at(place, message, hint=complaint.hint))


def _validator(fields: Fields, *, is_open: bool) -> _Shape:
    flat = {
        name: {key: rule for key, rule in resolved(rules).items() if key in _FLAT}
        for name, rules in fields.items()
    }
    known = {name: resolved(rules) for name, rules in fields.items()}
    return _Shape(flat, allow_unknown=is_open, error_handler=Complaints(known))


def _plain(node: Node) -> str | list[Any] | dict[str, Any] | None:
    """Return what cerberus needs to see of a node: its type, and the text of a scalar."""
    if isinstance(node, Scalar):
        return None if is_null(node) else node.text.value
    return [] if isinstance(node, Sequence) else {}


def _form(node: Mapping, rules: Rules) -> Rules | None:
    """Return the form that a mapping takes: the one that it shares a key with."""
    names: tuple[str, ...] = rules["meta"].get("forms", ())
    if not names:
        return rules
    keys = {entry.key.text.value for entry in node.entries}
    for name in names:
        if keys & set(resolved(name).get("schema", {})):
            return resolved(name)
    last = resolved(names[-1])
    return last if "valuesrules" in last or len(names) == 1 else None


def _not_a_form(node: Mapping, rules: Rules) -> Diagnostic:
    """Return the finding on prose that YAML reads as a mapping, for a colon in it."""
    keys = [key for name in rules["meta"]["forms"] for key in resolved(name)["schema"]]
    place = node.entries[0].key.place if node.entries else node.place
    message = f"“{place.text}”被读成了键，这里可用的键是{'、'.join(dict.fromkeys(keys))}"
    hint = "如果是一段文字，其中的冒号请用全角“：”，或给整段加上英文双引号"
    return defects.UNKNOWN_KEY.at(place, message, hint=hint)


def _nested(place: Place) -> Diagnostic:
    message = "“分述”里面又套了“分述”"
    hint = "把里面的几条并成一段文字，或分别写成外面“分述”的几项"
    return NESTED_ENUMERATION.at(place, message, hint=hint)


def _told_once(
    complaints: tuple[Complaint, ...], fields: Fields, node: Mapping
) -> tuple[Complaint, ...]:
    """Leave out a missing key that an unknown one was meant to be, or that was lost before."""
    unknown = [one.path[-1] for one in complaints if one.defect is defects.UNKNOWN_KEY]
    meant = {nearest(key, fields) for key in unknown}
    return tuple(
        one
        for one in complaints
        if one.defect is not defects.MISSING_KEY or (node.whole and one.path[-1] not in meant)
    )


def _place(spot: Spot, node: Node, entry: Entry | None) -> Place:
    if spot is Spot.KEY and entry:
        return entry.key.place
    if spot is Spot.WHOLE and isinstance(node, Mapping) and node.entries:
        return node.entries[0].key.place
    if isinstance(node, Scalar):
        return _dash(node.place) if is_null(node) else _first_line(node)
    return _first_line(node)


def _dash(place: Place) -> Place:
    """Return where the item stands that has nothing behind its dash."""
    if place.text:
        return place
    at = place.source.content.rfind("-", 0, place.start + 1)
    return place if at < 0 else place.source.place(at)


def _first_line(node: Node) -> Place:
    """Return where a node stands on its first line, comments left out."""
    place = node.place
    end = place.source.content.find("\n", place.start, place.end)
    if end < 0:
        return place
    if isinstance(node, Scalar) or not _has_parts(node):
        return place.source.place(place.start, end)
    first = node.entries[0].value if isinstance(node, Mapping) else node.items[0]
    stop = _first_line(first).end
    if stop > end and isinstance(node, Mapping):
        stop = node.entries[0].key.place.end
    return place.source.place(place.start, min(stop, end))


def _has_parts(node: Mapping | Sequence) -> bool:
    return bool(node.entries if isinstance(node, Mapping) else node.items)
