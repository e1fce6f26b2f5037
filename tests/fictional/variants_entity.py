"""Variants with words of another part, of another level, or of the template."""

from __future__ import annotations

from fictional.figures import Options
from fictional.final_figures import Options as FinalOptions
from fictional.variants import AnyOptions, Expectation, Variant, place_of

_GLOSSARY = "县级财政在本年度从一般公共预算中安排给各部门的资金"
_FINAL_GLOSSARY = "本级财政在当年安排给本部门的资金"


def _worded(
    name: str, kind: str, where: str, texts: tuple[str, str], marked: str,
    severity: str = "warning", right: str | None = None, options: AnyOptions | None = None,
) -> Variant:  # fmt: skip
    """One paragraph that says ``texts[1]`` instead of ``texts[0]``; ``marked`` is reported."""
    expect = Expectation(kind, place_of(where, options=options), marked, right, severity)
    return Variant(
        name, lambda printed: printed.edit_text(where, *texts), expect, options or Options()
    )


def _level(
    where: str, texts: tuple[str, str], marked: str, right: str | None, name: str
) -> Variant:
    severity = "warning" if right else "info"
    return _worded(f"level-{name}", "foreign-level", where, texts, marked, severity, right)


def _final_level(
    where: str, texts: tuple[str, str], marked: str, right: str | None, name: str
) -> Variant:
    severity, options = "warning" if right else "info", FinalOptions()
    return _worded(
        f"final-level-{name}", "foreign-level", where, texts, marked, severity, right, options
    )


ENTITY: tuple[Variant, ...] = (
    _level(
        "dept/s8/1", (_GLOSSARY, "指省级财政当年拨付的资金"),
        "指省级财政当年拨付", "指县级财政当年拨付", "province-glossary",
    ),
    _level(
        "dept/s8/1", (_GLOSSARY, "指市级财政当年拨付的资金"),
        "指市级财政当年拨付", "指县级财政当年拨付", "city-glossary",
    ),
    _level(
        "unit/s8/6", ("用财政拨款安排", "纳入省级财政预算管理，用财政拨款安排"),
        "纳入省级财政预算管理", "纳入县级财政预算管理", "province-three",
    ),
    _level(
        "dept/s2/lead", ("本部门实行综合预算", "我省部门预算实行综合预算"),
        "我省部门预算", None, "our-province",
    ),
    _level(
        "dept/s1/duties/1", ("起草全县农业农村发展的中长期规划", "起草农业农村地方性法规草案"),
        "起草农业农村地方性法规", None, "legislation",
    ),
    _worded(
        "template-entity-name", "template-entity", "dept/s6/text",
        ("青禾县农业农村局安排", "青禾县农业农村部门（单位）安排"),
        "青禾县农业农村部门(单位)", right="青禾县农业农村局",
    ),
    _worded(
        "template-entity-we", "template-entity", "dept/s9/text",
        ("本部门没有", "本部门（单位）没有"), "本部门(单位)", "info",
    ),
    _worded(
        "part-words-we", "part-words", "unit/s3/text",
        ("本单位安排", "我部门安排"), "我部门", "info",
    ),
    _worded(
        "part-words-this", "part-words", "unit/s9/text",
        ("本单位没有", "本部门没有"), "本部门", "info",
    ),
    _worded(
        "entity-area-slip", "entity-area", "dept/s6/text",
        ("青禾县农业农村局", "清禾县农业农村局"), "清禾县农业农村局", right="青禾县农业农村局",
    ),
    _worded(
        "entity-area-short", "entity-area", "unit/s7/text",
        ("青禾县农业农村局", "青禾农业农村局"), "青禾农业农村局", "info", "青禾县农业农村局",
    ),
)  # fmt: skip

FINAL_ENTITY: tuple[Variant, ...] = (
    _final_level(
        "g/1", (_FINAL_GLOSSARY, "指省级财政当年拨付的资金"),
        "指省级财政当年拨付", "指区级财政当年拨付", "province-glossary",
    ),
    _final_level(
        "g/1", (_FINAL_GLOSSARY, "指中央财政当年拨付的资金"),
        "指中央财政当年拨付", "指区级财政当年拨付", "central-glossary",
    ),
    _final_level(
        "g/10", ("用财政拨款安排", "纳入市级财政预决算管理，用财政拨款安排"),
        "纳入市级财政预决算管理", "纳入区级财政预决算管理", "city-three",
    ),
    _final_level(
        "s/duties/3", ("管理公共", "管理全省公共"), "管理全省", None, "province-duty",
    ),
    _worded(
        "final-template-entity-name", "template-entity", "s/structure/text",
        ("沧浦区文化体育和旅游局的部门", "沧浦区文化体育和旅游部门（单位）的部门"),
        "沧浦区文化体育和旅游部门(单位)", right="沧浦区文化体育和旅游局", options=FinalOptions(),
    ),
    _worded(
        "final-entity-area-slip", "entity-area", "s/structure/text",
        ("沧浦区文化", "苍浦区文化"), "苍浦区文化体育和旅游局",
        right="沧浦区文化体育和旅游局", options=FinalOptions(),
    ),
)  # fmt: skip
