"""Wording: what is slipped, cut, repeated or out of date."""
