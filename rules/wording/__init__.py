"""Rules on the wording of headings and sentences."""
