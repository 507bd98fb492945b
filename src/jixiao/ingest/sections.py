"""What a report's prose is sorted into: the sections of each file, and the outline they fill."""

from __future__ import annotations

from dataclasses import dataclass, field

from jixiao.ingest.writing import Value

#: the files that sections stand in, as an outline writes them before a section's name
PROSE, UNIT = "正文", "单位"
#: the key of 正文.yaml that holds the projects' parts, and that of what precedes the first part
EACH_PROJECT, LEAD = "各项目", "引言"


@dataclass(slots=True)
class Sections:
    """What is written for each file: the sections of 正文.yaml and 单位.yaml, and 提纲.yaml."""

    texts: dict[str, Value] = field(default_factory=dict)
    of_the_unit: dict[str, Value] = field(default_factory=dict)
    of_projects: dict[str, Value] = field(default_factory=dict)
    #: the outline of the year's own; None where the template's fits
    outline: dict[str, Value] | None = None
