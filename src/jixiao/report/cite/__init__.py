"""Citations in prose: looked up, expanded, every character keeping its place."""
