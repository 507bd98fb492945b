"""The outline in its looks: filled in, finished, signed, and searched for what was dropped."""
