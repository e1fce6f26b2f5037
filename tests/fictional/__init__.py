"""Departments that do not exist: consistent disclosures, printed in several formats.

A budget (``model.build``) and final accounts (``final_model.build_final``): every printed number
is derived from a few leaf amounts, ``render_text`` and ``render_docx`` print the same blocks,
``variants`` makes exactly one defect in them.
"""
