"""How a Word file is set: properties after inheritance, and the `Layout` that rules look at."""
