"""Rules for the fiscal year, dates, names and codes."""
