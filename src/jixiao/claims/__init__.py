"""Claims: what the prose of a report states, as the same `Content` that YAML gives."""
