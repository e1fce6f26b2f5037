"""How defects are put into words: the same phrases for every rule that speaks of amounts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from budgetlint.disclosure.amount import Amount, Outcome, amount_like
from budgetlint.disclosure.diagnosis.defects import calculated_table
from budgetlint.disclosure.diagnosis.products import Product
from budgetlint.disclosure.diagnosis.relations import Kind, Relation, Within, parts_sum
from budgetlint.finding import Observation, Severity, Tally
from budgetlint.lang import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from budgetlint.disclosure import Disclosure
    from budgetlint.disclosure.diagnosis.defects import Defect
    from budgetlint.disclosure.facts import Fact
    from budgetlint.location import Location

_CHANGED_FROM = {"initial": "年初预算", "annual": "全年预算", "budget": "预算"}
_MOST_PARTS = 6
_LEAST_EXACT_SUMS = 3


def quoted(text: str | None) -> str:
    """``text`` in Chinese quotes; quotes inside become single ones."""
    inner = (text or "").replace("“", "‘").replace("”", "’")
    return f"“{inner}”"


def shortened(text: str, most: int) -> str:
    """The beginning of a text that has more than ``most`` characters."""
    return text if len(text) <= most else f"{text[:most]}…"


def tail(text: str, most: int) -> str:
    """The end of a text that has more than ``most`` characters."""
    return text if len(text) <= most else f"…{text[-most:]}"


def repeated(places: Sequence[object]) -> str:
    """How often the same is wrong, behind a message that names the first of the places."""
    return say("（同样的共{count}处）", count=len(places)) if len(places) > 1 else ""


def together(
    message: str,
    places: Sequence[Location],
    severity: Severity | None = None,
    subject: str = "",
    *,
    expected: str | None = None,
) -> Observation:
    """One observation of the same in several places; the message speaks of the first."""
    return Observation(
        message=message + repeated(places),
        location=places[0],
        related=tuple(places[1:]),
        expected=expected,
        actual=places[0].marked or None,
        severity=severity,
        subject=subject,
    )


def beside(name: str, what: str) -> str:
    """A name and what goes with it: its amount, a code and its name."""
    return say("{name}{what}", name=name, what=what)


def row_name(location: Location) -> str:
    """A row as the table prints it: its code and its label."""
    return " ".join(word for word in (location.row_code, location.row_label) if word)


def place_name(fact: Fact, seen_from: Fact | None = None) -> str:
    """Where a fact stands, in words; what it shares with ``seen_from`` is left out."""
    here = fact.location
    if not fact.context.is_cell or here.table is None:
        in_text = seen_from is not None and not seen_from.context.is_cell
        quantity = _quantity(fact)
        return quantity if in_text else say("情况说明中的{quantity}", quantity=quantity)
    near = seen_from.location if seen_from and seen_from.context.is_cell else None
    same_table = near is not None and (near.part, near.table) == (here.part, here.table)
    cell = []
    if not (same_table and near and row_name(near) == row_name(here)):
        cell.append(quoted(row_name(here)))
    if not (same_table and near and near.column_label == here.column_label):
        cell.append(quoted(here.column_label))
    words = say("{row}{column}", row=cell[0], column=cell[1]) if len(cell) > 1 else "".join(cell)
    if same_table:
        return words
    title = here.table.title
    if near and here.part and near.part != here.part:
        named, nameless = "{part}《{title}》{cell}", "另一部分《{title}》{cell}"
        entity = here.part.entity
        return say(named if entity else nameless, part=entity, title=title, cell=words)
    return say("《{title}》{cell}", title=title, cell=words)


def _quantity(fact: Fact) -> str:
    """A quantity of the narrative: which one, of which year."""
    name, period = quoted(fact.name), fact.context.period
    if period == "last":
        return say("上年{name}", name=name)
    return say("上年末{name}", name=name) if period == "end-of-last-year" else name


def value_text(fact: Fact) -> str:
    """The amount as printed, or what a nil fact is."""
    if fact.value is not None and fact.context.kind == "change":
        return change_text(fact.value)
    if fact.value is not None and fact.context.kind == "rate":
        return rate_text(fact.value)
    if fact.value is not None:
        return str(fact.value)
    return say("没有这一行") if fact.absent else say("空白")


def change_text(amount: Amount) -> str:
    """A change in words: 增加 or 减少 and how much, or 持平."""
    if amount.value == 0:
        return say("持平")
    size = replace(amount, value=abs(amount.value))
    return say("减少{size}", size=size) if amount.value < 0 else say("增加{size}", size=size)


def rate_text(rate: Amount) -> str:
    """A rate of growth in words: 增长 or 下降 and by how much."""
    size = replace(rate, value=abs(rate.value))
    return say("下降{size}", size=size) if rate.value < 0 else say("增长{size}", size=size)


def difference_text(yuan: Decimal, like: Amount) -> str:
    """A difference in the unit of ``like``, without sign."""
    return str(amount_like(abs(yuan), like))


def _equation(relation: Relation, suspect: Fact) -> str:
    """What contradicts the suspect: the other print, or the sum with its parts."""
    model = next(f.value for f in relation.facts if f.value)
    if isinstance(relation, Product):
        return _product_text(relation, suspect, model)
    total = relation.total.value.yuan if relation.total.value else Decimal(0)
    gap = say("相差{difference}", difference=difference_text(total - parts_sum(relation), model))
    if isinstance(relation, Within):
        return _excess(relation, suspect, model)
    if len(relation.parts) == 1 and not relation.less:
        other = relation.parts[0] if suspect is relation.total else relation.total
        return say(
            "与{other}的{value}不一致，{gap}",
            other=place_name(other, suspect), value=value_text(other), gap=gap,
        )  # fmt: skip
    counted = _counted(relation)
    whole = _placed(relation.total, suspect)
    if not counted and relation.total is suspect:
        return say("但各分项都是空白，{gap}", gap=gap)
    if not counted:
        return say("而{whole}，各分项都是空白，{gap}", whole=whole, gap=gap)
    summed = _sum_text(relation, counted, suspect, model)
    if relation.total is suspect:
        return say("应等于{summed}，{gap}", summed=summed, gap=gap)
    return say("而{whole} ≠ {summed}，{gap}", whole=whole, summed=summed, gap=gap)


def _placed(fact: Fact, suspect: Fact) -> str:
    """Where a fact stands and what is printed there."""
    return beside(place_name(fact, suspect), value_text(fact))


def _product_text(relation: Product, suspect: Fact, model: Amount) -> str:
    """Price × quantity against the amount of the row."""
    factors = f"{_named(relation.price, suspect)} × {_named(relation.quantity, suspect)}"
    product = amount_like(relation.product({}), model)
    if suspect is relation.total:
        return say("应等于{factors} = {product}", factors=factors, product=product)
    total = _named(relation.total, suspect)
    return say(
        "而{factors} = {product}，不等于{total}", factors=factors, product=product, total=total
    )


def _counted(relation: Relation) -> list[Fact]:
    """The addends of a sum that count: neither blank nor 0."""
    addends = (*relation.parts, *relation.less)
    return [part for part in addends if part.value and part.value.value]


def sum_text(relation: Relation, suspect: Fact) -> str:
    """What the parts of a sum add up to, seen from the suspect."""
    model = next(fact.value for fact in relation.facts if fact.value)
    return _sum_text(relation, _counted(relation), suspect, model)


def _excess(relation: Within, suspect: Fact, model: Amount) -> str:
    """Parts that are more than their total."""
    whole = _placed(relation.total, suspect)
    if suspect in relation.parts and len(relation.parts) == 1:
        return say("大于所属的{whole}", whole=whole)
    summed = _sum_text(relation, _counted(relation), suspect, model)
    if suspect is relation.total:
        return say("小于其中{summed}", summed=summed)
    return say("而{summed}，大于所属的{whole}", summed=summed, whole=whole)


def _sum_text(relation: Relation, counted: list[Fact], suspect: Fact, model: Amount) -> str:
    """The parts of a sum and what they add up to; many parts are only counted."""
    amount = amount_like(parts_sum(relation), model)
    changes = relation.total.context.kind == "change"
    whole = change_text(amount) if changes else str(amount)
    if len(counted) > _MOST_PARTS:
        return say("{count}个分项之和{whole}", count=len(counted), whole=whole)
    listed = "".join(
        f" − {_named(part, suspect)}"
        if part in relation.less
        else _addend(part, suspect, changes=changes)
        for part in counted
    )
    listed = listed.removeprefix(" + ")
    return f"{listed} = {whole}" if len(counted) > 1 else listed


def _addend(part: Fact, suspect: Fact, *, changes: bool) -> str:
    """A part with its sign; a change that is added to a level needs no name."""
    if part.context.kind == "change" and not changes and part.value:
        sign = "−" if part.value.value < 0 else "+"
        return f" {sign} {replace(part.value, value=abs(part.value.value))}"
    return f" + {_named(part, suspect)}"


def _named(part: Fact, suspect: Fact) -> str:
    """A part with its name and its amount."""
    if part is not suspect:
        return _placed(part, suspect)
    return beside(say("本格") if part.context.is_cell else _quantity(part), value_text(part))


def defect_message(defect: Defect) -> str:
    """What is wrong, with both values and where both stand."""
    suspect, location = defect.suspect, defect.suspect.location
    equation = _equation(defect.relation, suspect)
    equation += "".join(_also(other) for other in defect.also if not suspect.absent)
    if suspect.absent and location.table:
        return say(
            "《{title}》缺少{row}这一行，{equation}",
            title=location.table.title, row=quoted(row_name(location)), equation=equation,
        )  # fmt: skip
    where, value = _quantity(suspect), value_text(suspect)
    if suspect.context.is_cell:
        row, column = quoted(row_name(location)), quoted(location.column_label)
        where = say("{row}的{column}", row=row, column=column)
    if suspect.context.kind != "change":
        return say("{where}为{value}，{equation}", where=where, value=value, equation=equation)
    base = say(_CHANGED_FROM.get(suspect.context.base, "上年"))
    if suspect.is_zero:
        return say(
            "{where}与{base}{value}，{equation}",
            where=where, base=base, value=value, equation=equation,
        )  # fmt: skip
    return say(
        "{where}比{base}{value}，{equation}",
        where=where, base=base, value=value, equation=equation,
    )  # fmt: skip


def _also(other: Defect) -> str:
    meant = say("（应为{right}）", right=other.expected) if other.expected is not None else ""
    return say(
        "；同一行的{column}{value}{meant}同样不符",
        column=quoted(other.suspect.location.column_label),
        value=value_text(other.suspect),
        meant=meant,
    )


def _expected(defect: Defect) -> str | None:
    if defect.expected is None:
        return None
    is_change = defect.suspect.context.kind == "change"
    return change_text(defect.expected) if is_change else str(defect.expected)


def observation(defect: Defect, message: str | None = None) -> Observation:
    """A defect of amounts as an observation."""
    suspect = defect.suspect
    sure = defect.misprinted_unit or any(r.severity == "error" for r in defect.relations)
    warn = defect.outcome is Outcome.IMPROBABLE or not sure
    return Observation(
        message=message or defect_message(defect),
        location=suspect.location,
        related=tuple(fact.location for fact in defect.witnesses),
        expected=_expected(defect),
        actual=value_text(suspect),
        severity=Severity.WARNING if warn else None,
    )


def diagnosed(disclosure: Disclosure, *kinds: Kind) -> Iterator[Observation | Tally]:
    """The defects that relations of these kinds name, and the count of those relations."""
    yield from map(observation, disclosure.diagnosis.of_kind(*kinds))
    yield from tallies(disclosure, *kinds)


def tallies(disclosure: Disclosure, *kinds: Kind) -> Iterator[Tally]:
    """How many relations of these kinds were compared, and how many could not be, and why."""
    diagnosis = disclosure.diagnosis
    yield Tally(
        held=sum(diagnosis.held[kind] for kind in kinds),
        failed=sum(diagnosis.failed[kind] for kind in kinds),
    )
    for (kind, reason), count in sorted(diagnosis.skipped.items()):
        if kind in kinds:
            yield Tally(skipped=count, reason=reason)


def rounded(disclosure: Disclosure, kind: Kind) -> Iterator[Observation]:
    """Sums that hold only by rounding, in tables whose other sums are all exact: worth a look."""
    if disclosure.kind == "final":
        return  # accounts are kept to the 分: that a sum of rounded amounts is not exact is usual
    explained = {r for defect in disclosure.diagnosis.defects for r in defect.relations}
    inexact: dict[tuple[int, str] | None, list[Relation]] = {}
    for relation in disclosure.diagnosis.rounded:
        inexact.setdefault(calculated_table(relation), []).append(relation)
    for table, relations in inexact.items():
        relation = relations[0]
        exact = disclosure.diagnosis.exact_sums[table] if table else 0
        if (
            len(relations) == 1
            and relation.kind is kind
            and relation not in explained
            and exact >= _LEAST_EXACT_SUMS
        ):
            yield Observation(
                message=say(
                    "{equation}（可能是四舍五入，但本表其他合计都分毫不差，请核对）",
                    equation=_equation(relation, relation.total),
                ),
                location=relation.total.location,
                related=tuple(p.location for p in relation.parts if p.value is not None),
                actual=value_text(relation.total),
                severity=Severity.INFO,
                subject="rounding",
            )
