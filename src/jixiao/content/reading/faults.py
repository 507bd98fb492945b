"""What is said of YAML that parses but is not content: tags, aliases, doubled keys, limits."""

from __future__ import annotations

from jixiao.content.defects import file as file_defects
from jixiao.content.defects import syntax as defects
from jixiao.content.reading.decode import unseen_name
from jixiao.diagnostic import Diagnostic, Related
from jixiao.source import Place

_PASSAGE = "重复使用的文字请写进正文.yaml的“段落”"


def several_documents(place: Place) -> Diagnostic:
    """Return the finding on a second document in a file."""
    message = "这一行“---”开始了第二个文档，一个文件只能有一个"
    hint = "请删去“---”这一行，或把后面的内容移到另一个文件"
    return defects.SEVERAL_DOCUMENTS.at(place, message, hint=hint)


def tagged(place: Place) -> Diagnostic:
    """Return the finding on a tag, `!!python/…` or any other."""
    message = f"这里有YAML标签“{place.text}”，内容里不能用标签"
    hint = "请删去标签，只留文字；文字本身以“!”开头的，给整个值加引号"
    return defects.TAG.at(place, message, hint=hint)


def unseen_escape(place: Place, character: str) -> Diagnostic:
    """Return the finding on an escape that stands for an invisible character."""
    message = f"这个转义写的是看不见的字符{unseen_name(character)}"
    hint = "请删去它；双引号里的“\\”是转义符，要写“\\”本身就写“\\\\”"
    return file_defects.UNSEEN.at(place, message, hint=hint)


def unknown_alias(place: Place, name: str) -> Diagnostic:
    """Return the finding on an alias whose anchor does not stand complete before it."""
    message = f"“*{name}”引用的锚点“&{name}”在前面没有，或者还没有写完"
    hint = f"文字本身以“*”开头的，给整个值加引号；{_PASSAGE}"
    return defects.UNKNOWN_ALIAS.at(place, message, hint=hint)


def odd_key(place: Place) -> Diagnostic:
    """Return the finding on a key that is no text; the place is cut to its first line."""
    end = place.source.content.find("\n", place.start, place.end)
    shown = place if end < 0 else place.source.place(place.start, end)
    message = "键是一个列表或一组“键: 值”，应为一段文字"
    hint = "以大括号、方括号开头的文字作键时，请给整个键加引号"
    return defects.ODD_KEY.at(shown, message, hint=hint)


def merge_key(place: Place) -> Diagnostic:
    """Return the finding on a merge key."""
    message = "这里用了YAML的合并键“<<”，内容里不能用"
    return defects.MERGE_KEY.at(place, message, hint=f"请把要合并的各项直接写出来；{_PASSAGE}")


def duplicate_key(place: Place, first: Place) -> Diagnostic:
    """Return the finding on a key that stands in its mapping before."""
    message = f"键“{place.text}”写了两次，前一次在第{first.line}行"
    return defects.DUPLICATE_KEY.at(
        place,
        message,
        hint="请删去一处；两处都要的，请改用不同的名称",
        related=[Related(first, "前一次在这里")],
    )


def too_deep(place: Place, deepest: int) -> Diagnostic:
    """Return the finding on nesting beyond the limit."""
    hint = "请检查括号和缩进；报告的内容不会超过十层"
    return defects.TOO_DEEP.at(place, f"嵌套超过{deepest}层", hint=hint)


def too_many(place: Place, most: int) -> Diagnostic:
    """Return the finding on more nodes than the limit."""
    message = f"这个文件的内容超过{most // 10_000}万项"
    hint = "一年的内容通常不到一万项；请检查是否放错了文件"
    return defects.TOO_MANY.at(place, message, hint=hint)


def too_long(place: Place, longest: int) -> Diagnostic:
    """Return the finding on a text beyond the limit; the place is where it begins."""
    message = f"从这里开始的一段文字超过{longest // 10_000}万字"
    hint = "一份报告通常不到两万字；请检查引号和缩进，或是否粘贴进了附件"
    return defects.TOO_LONG.at(place, message, hint=hint)


def bomb(place: Place, most: int) -> Diagnostic:
    """Return the finding on aliases that expand beyond the limit."""
    message = f"别名展开以后的内容超过{most // 10_000}万项"
    return defects.BOMB.at(place, message, hint=f"请去掉层层引用的别名（*）；{_PASSAGE}")
