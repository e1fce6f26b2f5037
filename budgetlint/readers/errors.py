"""What a reader raises when nothing of a file can be read."""

from __future__ import annotations


class ReadError(Exception):
    """Nothing of a file could be read.

    ``code`` is the BL0xx code of the reason; ``message`` one Chinese sentence that says what is
    wrong with the file and what to do, without the path.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


UNREADABLE = "BL001"
"""Empty, damaged or not accessible."""
UNSUPPORTED = "BL002"
"""A format that budgetlint does not read."""
PROTECTED = "BL003"
"""Protected by a password."""
UNSAFE = "BL004"
"""Too large, a decompression bomb, or XML with entity declarations."""
