"""Family W: wording, punctuation, leftovers."""
