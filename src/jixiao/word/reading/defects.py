"""L207 to L212: why a Word file cannot be read as a manuscript."""

from __future__ import annotations

from jixiao.manual import defect

_PACKAGE = "ISO/IEC 29500-2（Office 文件包）。"

LOCKED = defect(
    "L207",
    "加了密码的稿件",
    why="加了打开密码的 Word 文件整个是密文，不知道密码就读不出一个字。",
    wrong="打开报告.docx 时要输入密码。",
    right="在 Word 里点“文件—信息—保护文档—用密码进行加密”，清空密码，再存一份。",
    basis="MS-OFFCRYPTO：加密的 Office 文件是一个装着密文的 OLE 文件。",
)
NOT_WORD = defect(
    "L208",
    "不是Word文件的稿件",
    why="扩展名是 .docx，里面却是表格、幻灯片、PDF、图片或者旧格式的 .doc、.wps，"
    "改扩展名不会改变文件的格式。",
    wrong="把 报告.pdf 改名为 报告.docx。",
    right="在 Word 或 WPS 里打开原来的文件，另存为“Word 文档（*.docx）”。",
    basis="ISO/IEC 29500-1 第 11 章（WordprocessingML）。",
)
DAMAGED = defect(
    "L209",
    "损坏的Word文件",
    why="下载或拷贝没有完成、U 盘提前拔出，文件包就缺了一截；读出来的部分不能当作全文。",
    wrong="报告.docx 在 Word 里打开时提示“文件已损坏”。",
    right="重新下载或拷贝一份；或者在 Word 里打开（按提示修复），另存一份。",
    basis=_PACKAGE,
)
TOO_LARGE = defect(
    "L210",
    "过大的Word文件",
    why="一份报告的文字展开后不到 1 MB（图片不算）。大得出奇的，或者展开后膨胀几百倍的"
    "（“压缩炸弹”），会耗尽内存，所以没有展开就退回。",
    wrong="报告.docx 只有 600 KB，展开有 1.2 GB。",
    right="只检查报告本身；文件在 64 MB 以内，文字在 100 万字以内。",
    basis="本工具的上限：文件 64 MB，文字部分展开后 64 MB、300 万个标记、5 万个链接，"
    "正文 30 万个段落、文字块、表格行和单元格，全文 100 万字，表格一共 100 万格。",
)
TOO_DEEP = defect(
    "L211",
    "嵌套过深的Word文件",
    why="表格里套表格、控件里套控件，超过几十层的不是人写的，多半是程序生成时出了错。",
    wrong="一个表格里套了一万层表格。",
    right="把套着的表格拆开，一层表格里最多再套一层。",
    basis="XML 嵌套以 256 层为限；公文的表格不套表格。",
)
NO_TEXT = defect(
    "L212",
    "没有文字的Word文件",
    why="文件里一个字也没有，或者只有扫描的图片，没有可以检查的内容。",
    wrong="报告是扫描成图片插进 Word 的。",
    right="文件里有报告的全文（扫描件先做文字识别，再核对一遍）。",
    basis="检查的是报告的文字。",
)
DEFECTS = (LOCKED, NOT_WORD, DAMAGED, TOO_LARGE, TOO_DEEP, NO_TEXT)
