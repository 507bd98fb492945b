"""Family N: numbering and structure."""
