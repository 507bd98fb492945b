"""The commands, one module a verb: each turns arguments into an exit code."""
