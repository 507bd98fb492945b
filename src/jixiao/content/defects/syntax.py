"""L12x to L19x: a file can be opened, but is not the YAML it was meant to be."""

from __future__ import annotations

from jixiao.manual import defect

_YAML = "YAML 1.2 "
_SUBSET = "docs/content.md“写法”一节：内容只用YAML里最简单的一部分，人人看得懂。"

FULL_WIDTH_COLON = defect(
    "L121",
    "全角冒号",
    why="中文输入法打出的是全角冒号“：”，YAML只认半角冒号加空格；"
    "全角的会被当成文字的一部分，整行就不是“键: 值”了。",
    wrong="编制人数：68名",
    right="编制人数: 68名",
    basis=_YAML + "第7.4.2节（块映射用“: ”分开键和值）。",
)
NO_SPACE_AFTER_COLON = defect(
    "L122",
    "冒号后缺少的空格",
    why="YAML靠“冒号加空格”认出键；没有空格，`编制:68名`整个是一段文字（像`12:30`那样）。",
    wrong="编制人数:68名",
    right="编制人数: 68名",
    basis=_YAML + "第7.4.2节（块映射用“: ”分开键和值）。",
)
FULL_WIDTH_INDENTATION = defect(
    "L123",
    "全角空格缩进",
    why="全角空格、不间断空格看着像缩进，YAML却当它是文字，这一行会跑到最外一层，成为另一个键。",
    wrong="收入:\n　　年初预算: 993.19万元",
    right="收入:\n  年初预算: 993.19万元",
    basis=_YAML + "第6.1节（缩进只用空格）。",
)
TAB_INDENTATION = defect(
    "L124",
    "制表符缩进",
    why="Tab在各种编辑器里宽度不同，YAML因此不许用它缩进。",
    wrong="收入:\n\t年初预算: 993.19万元",
    right="收入:\n  年初预算: 993.19万元",
    basis=_YAML + "第6.1节（缩进只用空格，不得用制表符）。",
)
NO_SPACE_AFTER_DASH = defect(
    "L125",
    "短横后缺少的空格",
    why="列表的每一项以“短横加空格”开头；没有空格，`-第二段`只是一段文字，与上面的列表合不到一起。",
    wrong="- 第一段\n-第二段",
    right="- 第一段\n- 第二段",
    basis=_YAML + "第8.2.1节（块列表用“- ”引出各项）。",
)
DUPLICATE_KEY = defect(
    "L131",
    "重复的键",
    why="一件事只写在一处。同一个键写两次，多数程序悄悄用后一个，改了前一个就不起作用。",
    wrong="年初预算: 993.19万元\n年初预算: 939.19万元",
    right="年初预算: 993.19万元",
    basis=_YAML + "第3.2.1.3节（同一映射里键不得相同）。",
)
TAG = defect(
    "L132",
    "YAML标签",
    why="标签（`!!python/object`之类）叫读文件的程序执行动作，是有名的安全漏洞；内容里只有文字，用不着它。",
    wrong="署名: !!python/object:os.system 某局",
    right="署名: 某局",
    basis=_SUBSET,
)
MERGE_KEY = defect(
    "L133",
    "合并键",
    why="`<<`把别处的键悄悄并进来，看文件的人看不出某个数从哪里来，与“一件事只写在一处”相违。",
    wrong="个转企新增:\n  <<: *模板\n  值: 251户",
    right="个转企新增:\n  值: 251户\n  来源: 登记系统",
    basis=_SUBSET + "合并键也已从YAML 1.2中取消。",
)
SEVERAL_DOCUMENTS = defect(
    "L134",
    "一个文件里的第二份文档",
    why="YAML允许用`---`在一个文件里放几份文档；后面的几份容易被忘记，本工具只读一份。",
    wrong="收入: {年初预算: 1万元}\n---\n支出: {基本支出: 1万元}",
    right="收入: {年初预算: 1万元}\n支出: {基本支出: 1万元}",
    basis=_SUBSET,
)
ODD_KEY = defect(
    "L135",
    "不是文字的键",
    why="键是名称，要能在正文里引用。大括号、方括号开头的文字会被YAML当成一组数据，成不了名称。",
    wrong="[甲]: 5户",
    right='"[甲]": 5户',
    basis=_SUBSET,
)
UNKNOWN_ALIAS = defect(
    "L136",
    "没有锚点的别名",
    why="值以`*`开头是“引用前面的锚点”；前面没有这个锚点，就没有值可用。多半只是想写一个星号。",
    wrong="说明: *note",
    right='说明: "*note"',
    basis=_YAML + "第7.1节（别名指向前面的锚点）。",
)
TOO_DEEP = defect(
    "L141",
    "过深的嵌套",
    why="报告的内容最多十来层；几十层的嵌套只会出自写坏的括号，或专门拖垮程序的文件。",
    wrong="连写四十多个“[”。",
    right="一层一行，用缩进表示。",
    basis="本工具的上限：40层。",
)
TOO_MANY = defect(
    "L142",
    "过多的内容",
    why="一年的内容不到一万项；二十五万项以上多半是放错了文件，逐项检查会让电脑停住。",
    wrong="把全县的登记明细粘进了事实.yaml。",
    right="事实.yaml里只有报告要引用的数。",
    basis="本工具的上限：一个文件25万项。",
)
BOMB = defect(
    "L143",
    "层层展开的别名",
    why="几行别名互相引用，展开后可以有几十亿项，是有名的拖垮程序的手法（billion laughs）。",
    wrong="a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]   # 再来二十层",
    right="a: [x, x, x]",
    basis="本工具的上限：展开后25万项。",
)
TOO_LONG = defect(
    "L144",
    "过长的文字",
    why="一份报告不到两万字；一个值就有二十万字，多半是引号没有闭合，或粘贴进了附件、图片的编码。",
    wrong="说明: ……（二十万字）",
    right="说明: ……（几十字）",
    basis="本工具的上限：一个值20万字。",
)
UNCLOSED_QUOTE = defect(
    "L151",
    "没有闭合的引号",
    why="值以英文引号开头，就一直读到下一个同样的引号；少了一个，后面的整个文件都成了这段文字。",
    wrong='标题: "深化商事制度改革',
    right='标题: "深化商事制度改革"',
    basis=_YAML + "第7.3.1节、第7.3.2节（引号里的文字）。",
)
TEXT_AFTER_QUOTE = defect(
    "L152",
    "引号后多出的文字",
    why="英文引号要括住整个值。只括住几个字，YAML读完引号就认为值已结束，后面的字无处可放。",
    wrong='标题: "两强"战略成效明显',
    right="标题: “两强”战略成效明显",
    basis=_YAML + "第7.3节（流样式的文字）；GB/T 15834—2011（中文用“”）。",
)
BAD_INDENTATION = defect(
    "L153",
    "错位的缩进",
    why="YAML用缩进表示谁属于谁：同一层的行要左对齐，下一层要缩进得多。差一个空格，归属就乱了。",
    wrong="收入:\n  年初预算: 1万元\n 调整追加: 1万元",
    right="收入:\n  年初预算: 1万元\n  调整追加: 1万元",
    basis=_YAML + "第6.1节（缩进）。",
)
SPECIAL_START = defect(
    "L154",
    "特殊符号开头的文字",
    why="`@ % * & ! | > ` 等符号放在值的开头，在YAML里另有含义，不能直接当文字。",
    wrong="说明: %以上为占比",
    right='说明: "%以上为占比"',
    basis=_YAML + "第5.3节（指示符）。",
)
COLON_IN_TEXT = defect(
    "L155",
    "文字里的半角冒号",
    why="“半角冒号加空格”在YAML里分开键和值；一行文字里又出现一个，就像有两个键。中文里本来该用全角冒号。",
    wrong="说明: 统计口径: 全年数",
    right="说明: 统计口径：全年数",
    basis=_YAML + "第7.3.3节（不加引号的文字不得含“: ”）；GB/T 15834—2011第4.7节（冒号）。",
)
NO_COLON = defect(
    "L156",
    "没有冒号的行",
    why="与“键: 值”左对齐的一行也必须是“键: 值”。最常见的是长文字换行后没有缩进。",
    wrong="说明: 第一行文字，\n第二行文字。",
    right="说明: 第一行文字，\n  第二行文字。",
    basis=_YAML + "第8.2.2节（块映射）。",
)
DASH_AFTER_KEY = defect(
    "L157",
    "键后面同一行的短横",
    why="列表要从键的下一行写起，不然YAML分不清短横是列表还是文字。",
    wrong="主要职能: - 第一项",
    right="主要职能:\n  - 第一项",
    basis=_YAML + "第8.2.1节（块列表）。",
)
UNCLOSED_BRACKET = defect(
    "L158",
    "没有闭合的括号",
    why="值以“[”“{”开头，就是写在一行里的列表或一组“键: 值”，要有闭合的括号，各项用半角逗号隔开。",
    wrong="列: [项目, 金额",
    right="列: [项目, 金额]",
    basis=_YAML + "第7.4节（流集合）。",
)
BAD_ESCAPE = defect(
    "L159",
    "不认识的转义",
    why="英文双引号里的“\\”是转义符，只能跟规定的几个字母；文件路径里的“\\”最容易碰到。",
    wrong='说明: "D:\\某局"',
    right="说明: 'D:\\某局'",
    basis=_YAML + "第5.7节（转义字符）。",
)
OTHER_SYNTAX = defect(
    "L199",
    "其他YAML语法错误",
    why="这一处不合YAML的写法，后面的内容因此读不下去。",
    wrong="符号、引号、缩进之一写错，而不在上面各条之内。",
    right="对照docs/content.md里的例子改写。",
    basis=_YAML + "全文。",
)

DEFECTS = (
    FULL_WIDTH_COLON,
    NO_SPACE_AFTER_COLON,
    FULL_WIDTH_INDENTATION,
    TAB_INDENTATION,
    NO_SPACE_AFTER_DASH,
    DUPLICATE_KEY,
    TAG,
    MERGE_KEY,
    SEVERAL_DOCUMENTS,
    ODD_KEY,
    UNKNOWN_ALIAS,
    TOO_DEEP,
    TOO_MANY,
    BOMB,
    TOO_LONG,
    UNCLOSED_QUOTE,
    TEXT_AFTER_QUOTE,
    BAD_INDENTATION,
    SPECIAL_START,
    COLON_IN_TEXT,
    NO_COLON,
    DASH_AFTER_KEY,
    UNCLOSED_BRACKET,
    BAD_ESCAPE,
    OTHER_SYNTAX,
)
