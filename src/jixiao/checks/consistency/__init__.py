"""Family C: one thing told in one way throughout."""
