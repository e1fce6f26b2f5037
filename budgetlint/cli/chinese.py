"""click in Chinese: help pages with the right widths, errors as sentences, commands on demand."""

from __future__ import annotations

import importlib
import re
from inspect import cleandoc
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from budgetlint.lang import LANGUAGES, listed, say
from budgetlint.nearest import did_you_mean, nearest
from budgetlint.reporters.wrapping import break_lines, pad, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    Command = Callable[..., Any]

_GAP = 2
_WIDEST = 100
_WIDEST_LEFT = 32


class Word(click.ParamType[str]):
    """One of a few words; anything else is answered with the nearest of them."""

    name = "word"

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002
        """The words themselves."""
        return "|".join(self.words)

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word.

        Raises:
            click.BadParameter: it is none of the words.
        """
        if value in self.words:
            return value
        near = nearest(value, self.words)
        hint = did_you_mean(near) if near else _available(self.words)
        raise click.BadParameter(say("没有“{word}”。", word=value) + hint, ctx=ctx, param=param)

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem[str]]:
        """The words that begin like what is typed."""
        return [CompletionItem(word) for word in self.words if word.startswith(incomplete)]


class AtLeast(click.ParamType[int]):
    """A whole number that is not too small."""

    name = "number"

    def __init__(self, least: int) -> None:
        self.least = least

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number.

        Raises:
            click.BadParameter: it is no whole number, or too small.
        """
        if re.fullmatch(r"[0-9]{1,9}", str(value)) and int(value) >= self.least:
            return int(value)
        wrong = say("应为不小于 {least} 的整数，现在是“{value}”。", least=self.least, value=value)
        raise click.BadParameter(wrong, ctx, param)


class Misuse(click.UsageError):
    """A wrong use of the command line, in a sentence of our own."""


def _language_option() -> click.Option:
    return click.Option(
        ["--lang"],
        type=Word(LANGUAGES),
        is_eager=True,
        expose_value=False,
        help="用中文（zh，默认）或英文（en）显示。",
    )


def format_option(help: str = "text（默认）或 json。") -> Callable[[Command], Command]:  # noqa: A002
    """The option ``--format`` of a command that answers in words or in JSON."""
    return click.option(
        "--format", "format_name", type=Word(("text", "json")), default="text", help=help
    )


class _ChineseHelp(click.Command):
    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """The parameters, with the language before the help."""
        *params, last = super().get_params(ctx)
        return [*params, _language_option(), last]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option, with Chinese help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("显示帮助后退出。")
        return option

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The whole help page; click's own formatter takes a Han character for one column."""
        columns = min(formatter.width, _WIDEST)
        pieces = " ".join(say(piece) for piece in self.collect_usage_pieces(ctx))
        formatter.write(say("用法：{usage}", usage=f"{ctx.command_path} {pieces}") + "\n")
        for paragraph in cleandoc(self.help or "").split("\n\n"):
            formatter.write("\n")
            _write(formatter, "", say(paragraph.replace("\n", "")), columns)
        for title, records in self._sections(ctx):
            formatter.write("\n" + say("{title}：", title=title) + "\n")
            _write_records(formatter, records, columns)
        if self.epilog:
            formatter.write("\n")
            _write(formatter, "", say(self.epilog), columns)

    def _sections(self, ctx: click.Context) -> list[tuple[str, list[tuple[str, str]]]]:
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        records = [option.get_help_record(ctx) for option in options]
        return [(say("选项"), [_translated(record) for record in records if record])]


class ChineseCommand(_ChineseHelp):
    """A command whose help is Chinese."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[选项]", **kwargs})


class ChineseGroup(_ChineseHelp, click.Group):
    """A group whose help is Chinese and whose commands are imported when they are used.

    ``lazy`` maps the name of a command to ``module:attribute``.
    """

    def __init__(self, *args: Any, lazy: Mapping[str, str], **kwargs: Any) -> None:
        words = {"options_metavar": "[选项]", "subcommand_metavar": "命令 [参数]…"}
        super().__init__(*args, **{**words, **kwargs})
        self._lazy = dict(lazy)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of the commands, in the order they were given."""
        return list(self._lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command; None if there is none of this name."""
        if cmd_name not in self._lazy:
            return None
        module, _, attribute = self._lazy[cmd_name].partition(":")
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command)  # noqa: S101 (for the type checker)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command meant by the first argument.

        Raises:
            click.UsageError: there is none of this name.
        """
        is_unknown = bool(args) and not args[0].startswith("-") and args[0] not in self._lazy
        if is_unknown and not ctx.resilient_parsing:  # which the completion in a shell is
            near = nearest(args[0], self._lazy)
            hint = did_you_mean(near) if near else _available(self._lazy)
            if not near and ("." in args[0] or "/" in args[0]):
                command = f"{ctx.command_path} check {args[0]}"
                hint = say("要检查文件，请写 {command}", command=command)
            raise Misuse(say("没有“{word}”这个命令。", word=args[0]) + hint, ctx)
        return super().resolve_command(ctx, args)

    def _sections(self, ctx: click.Context) -> list[tuple[str, list[tuple[str, str]]]]:
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        summaries = [
            (name, say((command.help or "").split("\n", 1)[0]))
            for name, command in commands
            if command
        ]
        return [(say("命令"), summaries), *super()._sections(ctx)]


def _available(words: Iterable[str]) -> str:
    return say("可用：{words}。", words=listed(words))


def _translated(record: tuple[str, str]) -> tuple[str, str]:
    """The record of an option; its metavar, behind a blank, and its help in the language."""
    names, _, metavar = record[0].rpartition(" ") if "--" in record[0] else ("", "", record[0])
    return f"{names} {say(metavar)}".strip() if names else record[0], say(record[1])


def sentence(error: click.UsageError) -> str:
    """What click complains of, in Chinese, and where the usage is shown."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return say("请说明要做什么。") + f"\n\n{error.message}"
    if error.ctx is None:
        return _complaint(error)
    return f"{_complaint(error)}\n" + say(
        "用 {command} --help 查看用法。", command=error.ctx.command_path
    )


def _complaint(error: click.UsageError) -> str:
    match error:
        case Misuse():
            return error.message
        case click.NoSuchOption():
            near = nearest(error.option_name, _option_names(error.ctx))
            wrong = say("没有 {option} 这个选项。", option=error.option_name)
            return wrong + (did_you_mean(near) if near else "")
        case click.BadOptionUsage():
            return say(
                "选项 {option} 的写法不对：它后面缺少值，或者带了多余的值。",
                option=error.option_name,
            )
        case click.MissingParameter():
            return say("缺少{parameter}。", parameter=_name(error.param))
        case click.BadParameter():
            return say(
                "{parameter}：{complaint}", parameter=_name(error.param), complaint=error.message
            )
    return say("命令的写法不对，多了不认识的参数（{what}）。", what=error.message)


def _option_names(ctx: click.Context | None) -> list[str]:
    params = ctx.command.get_params(ctx) if ctx else []
    return [word for param in params for word in (*param.opts, *param.secondary_opts)]


def _name(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return say("选项 {option}", option=max(param.opts, key=len))
    if param is None:
        return say("参数")
    return say("参数“{name}”", name=say(param.metavar or param.name or ""))


def _write_records(
    formatter: click.HelpFormatter, records: Sequence[tuple[str, str]], columns: int
) -> None:
    lefts = [width(left) for left, _ in records if width(left) <= _WIDEST_LEFT]
    indent = 2 + max(lefts, default=0) + _GAP
    for left, right in records:
        if width(left) <= _WIDEST_LEFT:
            _write(formatter, pad(f"  {left}", indent), right, columns)
        else:
            formatter.write(f"  {left}\n")
            _write(formatter, " " * indent, right, columns)


def _write(formatter: click.HelpFormatter, head: str, text: str, columns: int) -> None:
    margin = width(head)
    for number, (start, end) in enumerate(break_lines(text, max(20, columns - margin))):
        formatter.write(f"{' ' * margin if number else head}{text[start:end]}\n")
