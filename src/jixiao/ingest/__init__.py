"""A report as somebody typed it becomes a year's content: facts, accounts, prose, an outline."""
