"""Variants that cite a document or name a project in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fictional.figures import Options
from fictional.final_figures import Options as FinalOptions
from fictional.variants import AnyOptions, Expectation, Variant, place_of

if TYPE_CHECKING:
    from fictional.blocks import Printed


def said(
    name: str,
    block: tuple[str, str],
    said_there: str,
    expect: tuple[str, str, str, str | None],
    options: AnyOptions | None = None,
) -> Variant:
    """A block, named with its end, that goes on with a sentence.

    The expectation is kind, severity, wrong and right text.
    """
    options = options or Options()
    block_id, end = block
    kind, severity, wrong, right = expect
    place = place_of(block_id, options=options)
    expectation = Expectation(kind, place, wrong, right, severity)

    def change(printed: Printed) -> Printed:
        return printed.edit_text(block_id, end, end + said_there)

    return Variant(name, change, expectation, options)


_MEASURES = ("dept/s5/whole/measures/2", "分别签字负责。")
_OTHERS = ("dept/s9/text", "说明的事项。")
_DUTIES = ("s/duties/2", "创作演出。")
_RULES = "《青禾县农业技术推广资金管理办法》"
_CULTURE = "《公共文化服务补助资金管理办法》"

NAMES: tuple[Variant, ...] = (
    said(
        "citation-of-a-later-year", _MEASURES, "依据青财预〔2028〕17号执行。",
        ("citation-year", "warning", "青财预〔2028〕17号", None),
    ),
    said(
        "citation-of-no-year", _OTHERS, "依据青财预〔0224〕17号执行。",
        ("citation-year", "warning", "青财预〔0224〕17号", None),
    ),
    said(
        "agency-shortened", _MEASURES,
        "依据青农业发〔2023〕17号执行，按照青农发〔2023〕17号考核。",
        ("document-number", "info", "青农发〔2023〕17号", None),
    ),
    said(
        "serial-turned", _MEASURES,
        "青财农〔2023〕238号关于提前下达2024年省级农业产业发展专项资金的通知已收到，"
        "青财农〔2023〕283号关于提前下达2024年省级农业产业发展专项资金的通知已落实。",
        ("document-number", "warning", "青财农〔2023〕283号", None),
    ),
    said(
        "title-misprinted", _MEASURES,
        f"依据{_RULES}分配，按{_RULES}支付，按{_RULES.replace('技术', '技木')}考核。",
        ("document-title", "warning", _RULES[1:-1].replace("技术", "技木"), _RULES[1:-1]),
    ),
    said(
        "title-in-two-forms", _OTHERS,
        f"依据{_RULES}分配，按{_RULES.replace('推广', '推厂')}支付。",
        ("document-title", "info", _RULES[1:-1].replace("推广", "推厂"), None),
    ),
    said(
        "project-misprinted", _MEASURES, "其中小麦重大病虫害统仿统治由专人负责。",
        ("project-name", "info", "小麦重大病虫害统仿统治", None),
    ),
    said(
        "project-turned", _OTHERS, "农产品质量全安监测另行公布。",
        ("project-name", "info", "农产品质量全安监测", None),
    ),
)  # fmt: skip

FINAL_NAMES: tuple[Variant, ...] = (
    said(
        "final-citation-of-a-later-year", _DUTIES, "依据青文旅〔2027〕8号执行。",
        ("citation-year", "warning", "青文旅〔2027〕8号", None), FinalOptions(),
    ),
    said(
        "final-agency-shortened", _DUTIES,
        "依据青文旅发〔2024〕8号执行，按照青文旅〔2024〕8号考核。",
        ("document-number", "info", "青文旅〔2024〕8号", None), FinalOptions(),
    ),
    said(
        "final-title-misprinted", _DUTIES,
        f"依据{_CULTURE}分配，按{_CULTURE}支付，按{_CULTURE.replace('服务', '服物')}考核。",
        ("document-title", "warning", _CULTURE[1:-1].replace("服务", "服物"), _CULTURE[1:-1]),
        FinalOptions(),
    ),
)  # fmt: skip
