"""The narrative against the tables and against itself."""
