"""Whose a disclosure is and for which year: titles, names, codes, years and dates."""
