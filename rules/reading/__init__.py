"""BL0xx: what was read of the file, and what was not."""
