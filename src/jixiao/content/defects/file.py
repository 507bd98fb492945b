"""L10x and L11x: a content file cannot be found, opened or decoded."""

from __future__ import annotations

from jixiao.manual import defect

_WORKSPACE = "docs/content.md“文件”一节：工作区由哪些文件组成。"
_ENCODING = "YAML 1.2 第5.2节（字符编码）；本工具只读UTF-8，避免同一份内容在两台电脑上读成两样。"

MISSING = defect(
    "L101",
    "缺失的文件",
    why="报告由固定的几个文件拼成，少一个文件就少一部分内容，不能当作“没有”悄悄略过。"
    "常见原因是扩展名被Windows隐藏，文件其实叫`预算.yaml.txt`或`预算.yml`。",
    wrong="文件夹content/2023里只有预算.yaml.txt。",
    right="文件夹content/2023里有预算.yaml、事实.yaml、勾稽.yaml、正文.yaml、核实.yaml。",
    basis=_WORKSPACE,
)
NOT_A_FILE = defect(
    "L102",
    "占着文件位置的文件夹",
    why="解压或复制时容易多套一层同名文件夹，真正的内容在里面，程序读不到。",
    wrong="content/2023/预算.yaml是一个文件夹，里面才是预算.yaml。",
    right="content/2023/预算.yaml就是文件本身。",
    basis=_WORKSPACE,
)
UNREADABLE = defect(
    "L103",
    "读不出的文件",
    why="没有读取权限、被别的程序独占、网络盘断开时，文件在那里却读不出内容，不能当作空文件。",
    wrong="预算.yaml的属性里不允许当前用户读取。",
    right="关闭占用它的程序，或改好权限后再运行。",
    basis=_WORKSPACE,
)
ESCAPED = defect(
    "L104",
    "指到工作区外的符号链接",
    why="工作区要能整个复制、归档、交给别人；指到外面的链接换一台电脑就断，也可能把无关的文件读进报告。",
    wrong="事实.yaml是符号链接，指到/home/别人/事实.yaml。",
    right="把文件本身放进工作区。",
    basis=_WORKSPACE,
)
TOO_LARGE = defect(
    "L105",
    "过大的文件",
    why="一年的内容是几百条文字，通常不到1MB；超过8MB多半是放错了文件，读下去只会让电脑停住。",
    wrong="正文.yaml有10MB，里面粘进了图片的编码。",
    right="正文.yaml只有文字，几十KB。",
    basis="本工具的上限：一个文件8MB。",
)
EMPTY = defect(
    "L106",
    "空文件",
    why="空文件（或只有注释的文件）分不清是“没有内容”还是“没写完、没保存”。没有内容也要明确写出来。",
    wrong="# 今年没有要核实的",
    right="[]   # 今年没有要核实的",
    basis=_WORKSPACE,
)
BAD_UTF8 = defect(
    "L111",
    "损坏的UTF-8编码",
    why="文件里有不成文字的字节，多因两种编码的文字混在一个文件里，或传输中断。猜着读会把错字印进报告。",
    wrong="“市场监管”四个字中间夹着一个字节0xFF。",
    right="删去损坏的地方，重新输入，存为UTF-8。",
    basis=_ENCODING,
)
GBK = defect(
    "L112",
    "GBK编码的文件",
    why="老版本记事本的“ANSI”就是GBK。同一串字节按UTF-8读是乱码，所以要先转换编码。",
    wrong="用记事本另存时，编码选了“ANSI”。",
    right="另存时编码选“UTF-8”。",
    basis=_ENCODING,
)
UTF16 = defect(
    "L113",
    "UTF-16编码的文件",
    why="记事本的“Unicode”就是UTF-16，Excel导出的文本也常是它。它与UTF-8互不相容。",
    wrong="用记事本另存时，编码选了“Unicode”。",
    right="另存时编码选“UTF-8”。",
    basis=_ENCODING,
)
UNSEEN = defect(
    "L114",
    "看不见的字符",
    why="从网页、微信、Word粘贴的文字常带零宽空格、控制符。它们看不见，却让“企业”和“企业”成为两个名称，"
    "还会让Word打不开文件。",
    wrong="“企业许可\\u200b登记”中间有一个零宽空格。",
    right="删去这一处，重新输入前后两个字。",
    basis="YAML 1.2 第5.1节（可打印字符）；XML 1.0 第2.2节（Word文件里允许的字符）。",
)

DEFECTS = (
    MISSING,
    NOT_A_FILE,
    UNREADABLE,
    ESCAPED,
    TOO_LARGE,
    EMPTY,
    BAD_UTF8,
    GBK,
    UTF16,
    UNSEEN,
)
