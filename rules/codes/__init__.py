"""Classification codes by their form and place."""
