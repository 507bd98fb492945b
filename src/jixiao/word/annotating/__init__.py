"""Findings as comments of the Word file that they are on; not a letter of it is another one."""
