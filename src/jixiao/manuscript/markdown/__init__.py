"""Markdown as a manuscript: the words without what sets them, each character in its place."""
