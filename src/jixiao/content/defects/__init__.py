"""Every defect that reading content can find: its code, name, severity and manual page.

L1xx is about a file and its YAML, S1xx about the shape and the values in it. The codes of a
module begin at a ten of its own, so that there is room for more; none is used again.
"""

from __future__ import annotations

from jixiao.content.defects.file import DEFECTS as FILE
from jixiao.content.defects.outline import DEFECTS as OUTLINE
from jixiao.content.defects.prose import DEFECTS as PROSE
from jixiao.content.defects.settlement import DEFECTS as SETTLEMENT
from jixiao.content.defects.shape import DEFECTS as SHAPE
from jixiao.content.defects.syntax import DEFECTS as SYNTAX
from jixiao.content.defects.value import DEFECTS as VALUE
from jixiao.content.defects.wording import DEFECTS as WORDING

DEFECTS = (*FILE, *SYNTAX, *SHAPE, *VALUE, *PROSE, *SETTLEMENT, *OUTLINE, *WORDING)
