"""Findings that a person has looked into, and where they are found again."""
