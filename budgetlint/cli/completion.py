"""What the shell offers on Tab for rules and files; the rest is click's own."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

FILE = click.Path(readable=False)
"""A path that is completed; whether it is there and can be read is said later, in Chinese."""


def complete_rules(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """The codes and names of rules that begin like what is typed."""
    from budgetlint.catalogue import catalogue  # noqa: PLC0415 (loads every rule)

    return [
        CompletionItem(word, help=entry.shown_title)
        for entry in catalogue()
        for word in (entry.code, entry.name)
        if word.lower().startswith(incomplete.lower())
    ]


def complete_selectors(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """The same for a list with commas, of which the last item is completed."""
    before, comma, last = incomplete.rpartition(",")
    offered = complete_rules(ctx, param, last)
    return [CompletionItem(f"{before}{comma}{each.value}", help=each.help) for each in offered]
