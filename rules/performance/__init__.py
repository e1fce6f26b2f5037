"""Projects and their performance goals."""
