"""The standard tables: found by title, read by column and row, with their units and codes."""
