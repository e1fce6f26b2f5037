"""Rules about government procurement and fixed assets."""
