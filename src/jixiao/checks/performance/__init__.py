"""Family P: targets, rates, scores and the reasons they owe."""
