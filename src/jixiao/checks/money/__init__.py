"""Family B: money in the accounts and in prose."""
