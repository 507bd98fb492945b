"""F1xx: what can be wrong with a Word template, or with content on its way into Word."""

from __future__ import annotations

from jixiao.diagnostic import Defect
from jixiao.manual import defect

_GUIDE = "docs/templates.md"
_PACKAGE = "ISO/IEC 29500-2（Office 文件包）。"


MISSING = defect(
    "F101",
    "缺失的版式文件",
    why="版式（字体、页边距、页码）都在 report.docx 里，缺了它就排不出 Word 文件。",
    wrong="templates/五部分 里只有 outline.yaml。",
    right="templates/五部分 里有 outline.yaml 和 report.docx。",
    basis=f"{_GUIDE} 第一节。",
)
UNREADABLE = defect(
    "F102",
    "读不出的版式文件",
    why="文件在那里却读不出（没有权限、同名的是文件夹、网络盘断开），不能当作没有版式。",
    wrong="report.docx 是解压时多套出来的一个文件夹。",
    right="report.docx 是文件本身，当前用户可以读取。",
    basis=f"{_GUIDE} 第一节。",
)
ESCAPED = defect(
    "F103",
    "指到工作区外的版式文件",
    why="工作区要能整个复制、归档、交给别人；指到外面的符号链接换一台电脑就断。",
    wrong="report.docx 是符号链接，指到别人的文件夹。",
    right="把文件本身放进 templates 下的文件夹。",
    basis=f"{_GUIDE} 第一节。",
)
TOO_LARGE = defect(
    "F104",
    "过大的版式文件",
    why="版式只有样式和标签，通常不到 100 KB。太大的文件，或者展开后大得出奇的压缩包"
    "（“压缩炸弹”），会耗尽内存，所以没有展开就退回。",
    wrong="report.docx 只有 42 KB，展开有 4 GB。",
    right="版式里不放高清图片，展开后在 32 MB 以内。",
    basis="本工具的上限：文件 16 MB，展开后 32 MB，文件包内 400 个部件。",
)
NOT_WORD = defect(
    "F111",
    "不是 Word 文件的版式",
    why="扩展名改成 .docx 的 .doc、WPS 文字（.wps）、PDF 或表格，里面并不是 Word 的格式。",
    wrong="把“版式.doc”改名为 report.docx。",
    right="在 Word 或 WPS 里打开，另存为“Word 文档（*.docx）”。",
    basis="ISO/IEC 29500-1 第 11 章（WordprocessingML）。",
)
ENCRYPTED = defect(
    "F112",
    "加了密码的版式文件",
    why="加了打开密码的文件，不知道密码就读不出内容。",
    wrong="report.docx 打开时要输入密码。",
    right="在 Word 里取消密码后再存。",
    basis=f"{_GUIDE} 第一节。",
)
BROKEN = defect(
    "F113",
    "损坏的版式文件",
    why="文件包里的部件重复、缺失、校验不符、路径指到包外，或 XML 不完整：Word 打开时会要求修复，"
    "猜着读可能读成另一份内容。",
    wrong="文件包里有两个 word/document.xml。",
    right="在 Word 里打开（按提示修复），另存一份。",
    basis=_PACKAGE,
)
MACRO = defect(
    "F114",
    "带宏的版式文件",
    why="宏是程序，会随每一份报告发出去；上级单位的邮箱和电脑也多半会拦下。",
    wrong="版式是另存的“启用宏的 Word 文档（*.docm）”。",
    right="另存为“Word 文档（*.docx）”，宏就不在了。",
    basis="本工具的规定：报告里没有程序。",
)
OUTWARD = defect(
    "F115",
    "引用外部文件的版式",
    why="版式引用了文件以外的图片、对象或子文档，收件人打开报告时会去连接那个地址，换了电脑就缺内容。"
    "带 DOCTYPE（实体）的 XML 也属此类。",
    wrong="页眉的图片以“链接到文件”的方式插入。",
    right="图片直接插入（嵌入）；超级链接可以有。",
    basis=_PACKAGE,
)
SYNTAX = defect(
    "F121",
    "写错的标签",
    why="版式里的标签 {{ … }} 和 {% … %} 有固定的写法，写错一个，后面的内容就不知道该不该印。",
    wrong="{%p for block in outline.blocks %} 没有对应的 {%p endfor %}。",
    right="每个 for 有 endfor，每个 if 有 endif，括号成对，都用半角符号。",
    basis=f"{_GUIDE} 第三节。",
)
UNKNOWN = defect(
    "F122",
    "版式里没有定义的名称",
    why="名称写错时，有的工具什么也不印就过去了，标题或落款就这样丢了；本工具要求改正。",
    wrong="{{ outline.titel }}。",
    right="{{ outline.title }}。",
    basis=f"{_GUIDE} 第二节列出可用的名称。",
)
FORBIDDEN = defect(
    "F123",
    "版式里不许使用的写法",
    why="版式文件会在同事之间传来传去，不能借它运行程序、读取文件，也不能关掉字符转义。",
    wrong="{{ ''.__class__ }}。",
    right="标签里只用 outline 的内容、for、if 和列出的过滤器。",
    basis=f"{_GUIDE} 第三节。",
)
FAILED = defect(
    "F124",
    "算不出来的标签",
    why="标签的写法没有错，可是对这份内容做不成，例如把文字当数相加。",
    wrong="{{ outline.date + 1 }}。",
    right="{{ outline.date }}。",
    basis=f"{_GUIDE} 第三节。",
)
LEFTOVER = defect(
    "F125",
    "没有认出的标签",
    why="全角的花括号、多打或少打的花括号不会被当作标签，会原样印进报告。",
    wrong="｛｛ outline.title ｝｝。",
    right="{{ outline.title }}。",
    basis=f"{_GUIDE} 第三节。",
)
SHARED = defect(
    "F126",
    "与整段标签同在一处的文字",
    why="{%p … %} 所在的段落、{%tr … %} 所在的行、{%tc … %} 所在的单元格，排版时整个去掉，"
    "写在一起的文字会跟着消失。",
    wrong="{%p if outline.date %}{{ outline.date }}{%p endif %} 写在一段里。",
    right="三个标签各占一段。",
    basis=f"{_GUIDE} 第三节。",
)
STRUCTURE = defect(
    "F127",
    "打乱文档结构的标签",
    why="标签从一个单元格开始、到另一个单元格结束，去掉以后表格就不完整，Word 打不开。",
    wrong="第一个单元格里写 {% if … %}，第二个单元格里写 {% endif %}。",
    right="整段用 {%p … %}，整行用 {%tr … %}，整格用 {%tc … %}，开始和结束在同一层。",
    basis=f"{_GUIDE} 第三节。",
)
DROPPED = defect(
    "F131",
    "版式没有印出的内容",
    why="写在 YAML 里的每一个字都要进报告。版式少了一个标签，那一部分内容会悄悄消失。",
    wrong="版式里没有 outline.attachments，附件的表格不见了。",
    right="标题、正文、附件、署名、成文日期都有标签印出，正文按原来的先后。",
    basis=f"{_GUIDE} 第二节。",
)
CHARACTER = defect(
    "F132",
    "Word 不能写入的字符",
    why="控制字符不能出现在 Word 文件里，带着它的文件 Word 打不开。它多半是从别的软件粘贴来的。",
    wrong="“许可\\u0007登记”中间有一个响铃符。",
    right="删去这个字符，重新输入前后两个字。",
    basis="XML 1.0 第 2.2 节（允许的字符）。",
)

DEFECTS: tuple[Defect, ...] = (
    MISSING,
    UNREADABLE,
    ESCAPED,
    TOO_LARGE,
    NOT_WORD,
    ENCRYPTED,
    BROKEN,
    MACRO,
    OUTWARD,
    SYNTAX,
    UNKNOWN,
    FORBIDDEN,
    FAILED,
    LEFTOVER,
    SHARED,
    STRUCTURE,
    DROPPED,
    CHARACTER,
)
