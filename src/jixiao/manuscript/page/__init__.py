"""A web page as a manuscript: what of it is seen, where in it the report is, what its lines are."""
