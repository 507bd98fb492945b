"""Manuscripts: a report as somebody typed it, read as an `Outline`; nothing in it is trusted."""
