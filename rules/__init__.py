"""The rules, one module each, in folders by family; discovered by ``budgetlint.registry``."""
