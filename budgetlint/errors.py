"""The one kind of exception that the command line shows as a sentence instead of a traceback."""

from __future__ import annotations


class Complaint(Exception):  # noqa: N818 (it is a message to the user, not a failure of ours)
    """Something the user can mend; its text is one Chinese sentence that says how."""
