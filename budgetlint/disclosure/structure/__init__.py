"""Structure: parts, chapters and sections, their numbers, and what must be there."""
