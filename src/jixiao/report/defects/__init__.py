"""Every defect that figures, equations, citations and the outline can show.

B1xx is about the accounts, P1xx about completion rates, I1xx about the equations of `勾稽.yaml`,
C1xx about citations, S2xx about what the outline and the prose have for each other.
"""

from __future__ import annotations

from jixiao.report.defects import account, citation, equation, structure

DEFECTS = (*account.DEFECTS, *equation.DEFECTS, *citation.DEFECTS, *structure.DEFECTS)
