"""Defects by the official list: unknown codes, names of other codes or years, other names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.edits import edits
from budgetlint.disclosure.subjects import Judgement, Standing, certain, name_key
from budgetlint.disclosure.tables.codes_defects import Certainty, CodeFault
from budgetlint.taxonomy.subjects import LAST_LIST

if TYPE_CHECKING:
    from budgetlint.disclosure.tables.codes_evidence import Evidence
    from budgetlint.taxonomy.subjects import Subject

_LETTERS_A_SLIP = 4


def fault_by_list(
    evidence: Evidence, code: str, name: str, likely: str | None = None
) -> tuple[CodeFault, Certainty]:
    """What is wrong with a print that the list does not confirm, and how sure that is.

    ``likely`` is the code that was meant, where the code is wrong and not the name.
    """
    judgement = evidence.judge(code, name)
    fault, certainty = _fault(evidence, judgement, code, likely)
    if fault is CodeFault.NAME and not (_seen(evidence) or _is_slip(judgement, name)):
        certainty = Certainty.POSSIBLE  # the subject may have a new name
    return fault, Certainty.POSSIBLE if evidence.beyond else certainty


def _fault(
    evidence: Evidence, judgement: Judgement, code: str, likely: str | None
) -> tuple[CodeFault, Certainty]:
    unknown = judgement.standing is Standing.UNKNOWN
    if judgement.other_year and not (unknown and likely):
        weight = Certainty.PROBABLE if judgement.official else Certainty.PROVEN
        return CodeFault.OTHER_YEAR, _if(weight, sure=judgement.other_year.sure)
    if unknown:
        return CodeFault.UNKNOWN, _unknown(evidence, judgement, code, likely)
    if judgement.standing is Standing.WORDING:
        wrong = judgement.variant is not None and judgement.variant.verdict == "wrong"
        return CodeFault.NAME, _if(Certainty.PROBABLE, sure=wrong and judgement.sure)
    owner = owner_of_name(judgement, code, likely)
    if owner is None and likely:
        owner = next(iter(evidence.known.of(likely, evidence.year)), None)
    if owner is None:
        return CodeFault.NAME, _if(Certainty.PROBABLE, sure=judgement.sure)
    if judgement.sure and certain(owner):
        return CodeFault.OF_ANOTHER, Certainty.PROVEN
    return CodeFault.OF_ANOTHER, _if(Certainty.PROBABLE, sure=judgement.sure or certain(owner))


def owner_of_name(judgement: Judgement, code: str, likely: str | None) -> Subject | None:
    """The subject of the year to which a name belongs, if it is clear which one is spoken of."""
    owners = judgement.elsewhere
    for chosen in (
        [each for each in owners if each.code == likely],
        [each for each in owners if each.code[:-2] == code[:-2]],
        owners,
    ):
        if len(chosen) == 1:
            return chosen[0]
    return None


def _unknown(evidence: Evidence, judgement: Judgement, code: str, likely: str | None) -> Certainty:
    gone = judgement.other_year is not None and judgement.other_year.sure
    if gone:
        return Certainty.PROVEN
    if evidence.lists_all(code):
        return Certainty.PROVEN if _seen(evidence) else Certainty.PROBABLE
    owner = owner_of_name(judgement, code, likely)
    sibling = owner is not None and owner.code[:-2] == code[:-2] and certain(owner)
    return _if(Certainty.PROBABLE, sure=sibling)


def _seen(evidence: Evidence) -> bool:
    """Whether the list of the year was seen, and not carried on from the year before."""
    return evidence.year is None or evidence.year <= LAST_LIST


def _is_slip(judgement: Judgement, name: str) -> bool:
    """Whether a name is a known wording of the official one, or few letters away from it."""
    key = name_key(name)
    most = max(1, len(key) // _LETTERS_A_SLIP)
    near = any(edits(name_key(each.name), key) <= most for each in judgement.official)
    return judgement.variant is not None or near


def _if(certainty: Certainty, *, sure: bool) -> Certainty:
    return certainty if sure else Certainty.POSSIBLE
