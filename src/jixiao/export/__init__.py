"""Other forms of an outline and of findings: text, JSON."""
