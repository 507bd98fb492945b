"""Family Y: years and dates."""
