"""Rules on wording: marks, slips, repeated and stale text."""
