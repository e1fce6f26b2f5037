"""The version of budgetlint, in one place and cheap to import."""

__version__ = "0.1.0"
