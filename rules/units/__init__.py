"""Units of money: of tables and of amounts in the text."""
