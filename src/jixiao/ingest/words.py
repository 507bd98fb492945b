"""How a report calls a number: a name made of the words before it, or of those behind it.

In 企业许可登记5487户 the thing stands before the number; in 查处1起违法案件 behind it.
"""

from __future__ import annotations

import re

#: characters of a name at most; a longer one is cut at its front, between two phrases
LONGEST = 20
#: characters that the last of several things has at least to stand for them all
_FEWEST = 4
_YEAR = "(?:20)?[0-9]{2}年度?"
#: what says how, when or that something was done, not what
_LEAD = re.compile(
    rf"^(?:其中|截至目前|截至|全年|今年|本年度?|{_YEAR}|累计|共计|合计|总计|总共|共(?![享建青同管])|已经|已"
    "|均(?!衡)|先后|现已|积极|扎实|切实|顺利|有序|依法依规|依法|牵头|率先|着力|大力|全力|持续|不断|及时"
    "|重拳|由|从|全面|深入|认真|进一步|圆满|成功|全[市区县省州镇乡街](?!界)|辖区内?(?:已有|的)?|我[局所委办院镇]|我单位"
    "|完成(?!率)|做好|实现|达到|达(?!标)|组织(?!部|建设|生活)|开展|举办|每天|每年|在(?![职编岗校建册])|对(?![外口])"
    "|为(?![民人])|有(?![效关害毒机])|了|并(?!网)|以及|和(?![谐平])|及(?![时格])|与|另|还|同时|目前"
    "|约(?!谈)|分别|一共|通过(?!率|验收|审)|实有(?!企业|法人|个体)|的|[一-龥]{2}了|[一-龥]{2,3}[区县市](?=已|共|累计|全年))+"
)
_TRAIL = re.compile(
    "(?:达到?了?|均?为|均|高达|共计|合计|总计|累计|总共|共|约|有|是|了|的|分别为?|分别是|等|为)+$"
)
#: verbs that a number's object follows: with one of these the name is verb and object
_ACTS = frozenset(
    re.findall(
        "..",
        "查处办结检查新增出动安排整改立案结案培训发放废止清理抽检审批受理查办办理调解化解建成新建改造"
        "维修排查举办召开下达收到签订处理移送接待建立成立拨付落实帮扶救助",
    )
)
#: what a phrase behind a number begins with where it is no noun: the number's own noun is before
_NO_NOUN = re.compile(
    "^(?:开展|进行|涉及|提高|增加到|下降到|降到|并|已|均|被|全部|予以|同比|较|比|以|按|用于|用|到位|左右|以上|以下|，|于|占|增长|下降)"
)
#: where a noun behind a number ends
_NOUN_END = re.compile("实现|进行|予以|开展|已|均|被|全部|分别|到位|共|达")
_OPEN, _CLOSE = "“《（(", "”》）)"
#: what no name begins with
_NO_START = re.compile(r"^(?:[0-9]|[^\w“《])+")
#: the signs that a name may hold
_SIGNS = "“”《》、—·"
_PHRASES = re.compile("(?<=的)|(?<=用于)|(?<=为)|(?<=等)")
#: where the first phrase of a topic ends
_JOINTS = re.compile("(?<=期间)|及|和|与|、|，|的|工作$|情况$")
#: characters of a topic in a name
_TOPIC = 10
_QUOTED_FRONT = re.compile("^(?:“[^”]*”|《[^》]*》)+(?=.{4})")
_COUNTED = re.compile("^(?:[一二三四五六七八九十两]+|[0-9]+)(?=[项个件家])")
_SHARE = re.compile("^占(?P<whole>.*?)的?(?:比重|比例|比)?(?:为|达)?$")


def topic(opening: str) -> str:
    """Return the first phrase of the words that open a point, short enough to stand in a name."""
    bare = _stripped(opening)
    for phrase in _JOINTS.split(bare):
        if len(phrase) > 1:
            return tidy(phrase)[:_TOPIC]
    return ""


def is_share(label: str) -> bool:
    """Return whether words say of a rate that it is the share of the number before it."""
    return _SHARE.match(label) is not None and len(label) <= LONGEST


def share_of(name: str, label: str) -> str:
    """Return the name of a share: of which thing, in which whole."""
    found = _SHARE.match(label)
    return tidy(f"{name}占{found['whole'] if found else ''}比重")


def name_of(label: str, follow: str) -> str:
    """Return the name of a number by the words before and behind it; empty where none says it."""
    before = _stripped(label)
    noun = _noun(follow)
    if noun and before in _ACTS:
        return tidy(before + noun)
    if noun and before.startswith("新增"):
        return tidy("新增" + noun)
    if noun and (len(noun) > 2 or not before):  # noqa: PLR2004 -- 单位, 企业 alone say too little
        return tidy(noun)
    return tidy(before + noun if noun and before.endswith(tuple(_ACTS)) else before or noun)


def _stripped(label: str) -> str:
    balanced = _behind_loose_quote(label)
    bare = _LEAD.sub("", _TRAIL.sub("", _LEAD.sub("", balanced)))
    return _COUNTED.sub("", _QUOTED_FRONT.sub("", bare) if len(bare) > LONGEST else bare)


def _noun(follow: str) -> str:
    bare = re.sub("^的", "", follow)
    if _NO_NOUN.match(bare):
        return ""
    ended = _NOUN_END.search(bare, 1)
    noun = bare[: ended.start()] if ended else bare
    return re.sub("(?:工作|和|及|与|、)$", "", _behind_loose_quote(noun))


def _behind_loose_quote(words: str) -> str:
    """Return words from behind a closing quote that was opened before them."""
    depth, at = 0, 0
    for index, one in enumerate(words):
        if one in _OPEN:
            depth += 1
        elif one in _CLOSE:
            depth -= 1
            if depth < 0:
                depth, at = 0, index + 1
    return words[at:] if not depth else words[at:].translate(str.maketrans("", "", _OPEN))


def tidy(text: str) -> str:
    """Return words as a name: without what no name holds, not too long, no digit in front."""
    name = "".join(one for one in text if _is_kept(one)).strip("、—·")
    if len(name) > LONGEST:
        name = _shortened(name)
    return _NO_START.sub("", name)


def _is_kept(one: str) -> bool:
    """Return whether a character may stand in a name: no sign, no circled or full-width digit."""
    return one.isalpha() or (one.isascii() and one.isdigit()) or one in _SIGNS


def _shortened(name: str) -> str:
    """Return the last phrases of a name that fit, at least its last characters."""
    *_, last = name.split("、")
    if _FEWEST <= len(last) <= LONGEST:
        return last
    kept = ""
    for phrase in reversed(_PHRASES.split(name)):
        if kept and len(phrase) + len(kept) > LONGEST:
            break
        kept = phrase + kept
    quoted = _behind_loose_quote(kept[-LONGEST:]) if len(kept) > LONGEST else kept
    return _LEAD.sub("", quoted) or kept[-LONGEST:]
