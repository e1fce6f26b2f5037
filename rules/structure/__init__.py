"""Structure and completeness: sections of the narrative, standard tables."""
