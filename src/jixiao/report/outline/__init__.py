"""The outline: slots filled, headings numbered, tables built, nothing dropped in silence."""
