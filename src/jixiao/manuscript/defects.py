"""What can be wrong with the file that a report is read from."""

from __future__ import annotations

from jixiao.diagnostic import Severity
from jixiao.manual import defect

EMPTY = defect(
    "L201",
    "没有文字的稿件",
    why="文件是空的，或者只有空白，没有可以检查的内容。",
    wrong="文件大小是 0 字节。",
    right="文件里有报告的全文。",
    basis="检查的是报告的文字。",
)
NOT_TEXT = defect(
    "L202",
    "读不出文字的稿件",
    why="图片、压缩包、程序、PDF 不是文字，读出来是乱码，检查没有意义；"
    "改扩展名不会改变文件的格式。",
    wrong="把扫描的 报告.jpg 改名为 报告.txt。",
    right="用原来的 Word 或 WPS 文件；扫描件先做文字识别（OCR），核对以后存为 Word 文件。",
    basis="文本里没有控制字符；Word 文件、网页按文件的内容辨认，不看扩展名。",
)
OTHER_ENCODING = defect(
    "L203",
    "不是UTF-8编码的稿件",
    severity=Severity.QUESTION,
    why="记事本旧版本、部分公文系统导出的文本是 GBK 或 UTF-16 编码，程序按猜到的编码读了；"
    "猜错的话，个别生僻字会变样。",
    wrong="记事本“另存为”时选了 ANSI。",
    right="另存为 UTF-8 编码。",
    basis="GB 18030、UTF-8 都能完整表示规范汉字，UTF-8 不会认错。",
)
DAMAGED = defect(
    "L204",
    "读不出的字节",
    severity=Severity.WARNING,
    why="这里的字节在任何编码里都不是文字，多半是传输时损坏了，原来的字已经丢失。"
    "丢了好几处的，或者整篇是乱码的（如 Big5 编码），检查没有意义，报“必改”。",
    wrong="一个汉字的三个字节只剩下两个。",
    right="对照原件重新输入这里的字。",
    basis="UTF-8 的编码规则。",
)
TOO_LARGE = defect(
    "L205",
    "过大的稿件",
    why="一份报告的文字不到 1 MB；这样大的文件多半不是报告。",
    wrong="把一年的系统日志当作报告来检查。",
    right="只检查报告正文。",
    basis="防止误把别的文件当作报告，占满内存。",
)
UNREADABLE = defect(
    "L206",
    "打不开的稿件",
    why="文件不存在、没有权限，或者给的是一个文件夹，里面没有报告。",
    wrong="jixiao audit 报告.txt，而文件叫 报告（终稿）.txt。",
    right="jixiao audit 报告（终稿）.txt",
    basis="路径要指到一份报告，或者放着报告的文件夹：Word、WPS 文件（.docx .docm .doc .wps .rtf "
    ".odt）、文本（.txt .md）、网页（.html .htm .mht）。"
    "文件夹里隐藏的文件和 Word 的锁文件（~$ 开头）不看。",
)
UNCONVERTED = defect(
    "L213",
    "要先转换的旧格式文件",
    why="Word 97—2003 的 .doc、WPS 的 .wps、.rtf、.odt 要先转换成 .docx 才能读。"
    "电脑上装了 LibreOffice 的，程序请它转换，不会弹窗口，不运行宏，原来的文件不动；"
    "没有装的，或者它也打不开的，只能由您另存。",
    wrong="jixiao audit 报告.doc，而电脑上没有 LibreOffice。",
    right="在 Word 或 WPS 里打开，另存为“Word 文档（*.docx）”，再检查 报告.docx。",
    basis="[MS-DOC] 是 Word 97—2003 的二进制格式；.docx 是 ISO/IEC 29500。",
)
DEFECTS = (EMPTY, NOT_TEXT, OTHER_ENCODING, DAMAGED, TOO_LARGE, UNREADABLE, UNCONVERTED)
