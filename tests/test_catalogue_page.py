"""docs/rules.md says what the rules say."""

from __future__ import annotations

from catalogue_page import PAGE, page

from budgetlint.catalogue import catalogue


def test_the_page_is_in_step_with_the_rules() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), (
        "PYTHONPATH=tests python -m catalogue_page writes docs/rules.md anew"
    )


def test_every_rule_is_on_the_page() -> None:
    text = page()
    own = [entry.code for entry in catalogue() if entry.is_own]
    assert [code for code in own if f"### {code} " not in text] == []


def test_the_page_has_no_examples() -> None:
    assert "```" not in page()
