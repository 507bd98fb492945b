"""What a report must satisfy beyond its arithmetic: one function a rule, one module a family."""
