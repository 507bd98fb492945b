"""What `--fix` does: the edits of findings spliced into the files, where no meaning can change."""
