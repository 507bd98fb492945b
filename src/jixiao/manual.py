"""The manual page of a defect: 为什么, 反例, 正例, 依据, the same form for each."""

from __future__ import annotations

from jixiao.diagnostic import Defect, Severity


def defect(  # noqa: PLR0913 -- a page has this many parts
    code: str,
    name: str,
    *,
    why: str,
    wrong: str,
    right: str,
    basis: str,
    severity: Severity = Severity.ERROR,
) -> Defect:
    """Return a defect with its manual page in Markdown; examples are set as code blocks."""
    manual = "\n\n".join(
        (
            f"**为什么**：{why}",
            f"**反例**：{_example(wrong)}",
            f"**正例**：{_example(right)}",
            f"**依据**：{basis}",
        )
    )
    return Defect(code, name, severity, manual)


def _example(text: str) -> str:
    """Return YAML lines as a code block, a sentence as it is."""
    if text.endswith("。"):
        return text
    return f"\n\n```yaml\n{text}\n```"
