"""The Office package: a zip of parts, opened without trust, written the same on any machine."""
