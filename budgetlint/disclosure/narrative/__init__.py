"""The narrative: facts from sentences, and what must hold between them."""
