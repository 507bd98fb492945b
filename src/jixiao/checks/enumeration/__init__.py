"""Marks counted into series of siblings, so that a number out of place is seen."""
