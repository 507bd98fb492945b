"""Families B and P in tables: totals, rates, scores."""
