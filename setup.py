"""Only finds packages; everything else is in pyproject.toml.

``rules/`` is installed as ``budgetlint.rules``; find_packages sees every family folder that
has an ``__init__.py``, so a new folder cannot be left out of the wheel in silence.
"""

from setuptools import find_packages, setup

setup(
    packages=[
        *find_packages(include=["budgetlint", "budgetlint.*"]),
        "budgetlint.rules",
        *(f"budgetlint.rules.{package}" for package in find_packages("rules")),
    ]
)
