"""Understanding: the projects of a disclosure with their performance goals."""
