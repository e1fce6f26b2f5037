"""Rules on wording: marks, slips, sentences that are cut or repeated."""
