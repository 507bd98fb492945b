"""The order of the stages: one module a way through them; nothing else composes stages."""
