"""Family F: the format of a Word file, against GB/T 9704, and what is left in it."""
