"""From facts to a numbered outline: what follows from them, what contradicts, what is printed."""
