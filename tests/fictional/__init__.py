"""A department that does not exist: one consistent budget, printed in three formats.

``model.build`` derives every printed number from a few leaf amounts, ``render_text`` and
``render_docx`` print the same blocks, ``variants`` makes exactly one defect in them.
"""
