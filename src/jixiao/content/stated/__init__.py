"""Nodes as what the bureau states: accounts, facts, equations, prose, settlements, the outline."""
