"""JSON Schemas of what budgetlint writes."""
