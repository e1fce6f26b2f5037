"""Calculation inside one table."""
