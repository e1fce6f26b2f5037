"""Consistency between tables and between parts."""
