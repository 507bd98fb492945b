"""Identities: what must hold between numbers, whether it does, and which number is wrong."""
