"""The frozen types that pass between stages, one module a stage's result.

`document` (YAML as read) → `content` (facts as stated) → `report` (figures as computed) →
`outline` (numbered blocks, as printed). Every sequence is a tuple; money is `Decimal`.
"""
