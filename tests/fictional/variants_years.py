"""Variants with an earlier year, or what is over, left from an earlier document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fictional.final_figures import Options as FinalOptions
from fictional.variants import Expectation, Variant, place_of
from fictional.variants_names import said
from fictional.variants_performance import found, goals_of, printed

if TYPE_CHECKING:
    from fictional.blocks import Printed
    from fictional.variants import AnyOptions

_OVERALL = ("dept/s5/whole/overall/text", "全县农民平均水平。")
_MEASURES = ("dept/s5/whole/measures/3", "门户网站公示。")
_ASPECT = ("dept/s5/whole/aspects/3", "让农户分享增值收益。")
_OTHERS = ("dept/s9/text", "说明的事项。")
_UNIT = ("unit/s1/duties/5", "巩固脱贫成果。")
_CULTURE = ("s/duties/2", "创作演出。")


def stale(
    name: str,
    block: tuple[str, str],
    sentence: str,
    printed_there: str,
    options: AnyOptions | None = None,
) -> Variant:
    """A paragraph that goes on with a sentence of an earlier year."""
    return said(name, block, sentence, ("stale-year", "warning", printed_there, None), options)


def over(
    name: str, block: tuple[str, str], sentence: str, words: str, severity: str = "warning",
    options: AnyOptions | None = None,
) -> Variant:  # fmt: skip
    """A paragraph that goes on with a sentence about what is over."""
    return said(name, block, sentence, ("ended", severity, words, None), options)


def spoken_by(
    name: str, block: tuple[str, str], sentence: str, words: str,
    options: AnyOptions | None = None,
) -> Variant:  # fmt: skip
    """A paragraph that goes on with a sentence in which another kind of body speaks."""
    return said(name, block, sentence, ("foreign-self", "warning", words, None), options)


def headed(name: str, block_id: str, text: str) -> Variant:
    """A heading that prints another title."""
    expect = Expectation("stale-year", place_of(block_id), text, None, "warning")

    def change(document: Printed) -> Printed:
        return document.edit_text(block_id, "总体绩效目标", text)

    return Variant(name, change, expect)


def in_goals(name: str, kind: str, wrong: tuple[str, str], severity: str = "warning") -> Variant:
    """The goals of a project printed otherwise; ``wrong`` is their text and what is found there."""
    text, words = wrong
    return found(name, kind, 5, printed(5, {goals_of(5): text}), words, None, severity)


YEARS: tuple[Variant, ...] = (
    stale(
        "stale-deadline", _OVERALL, "示范田建设于2022年12月底前完成。", "2022年12月底前完成"
    ),
    stale(
        "stale-deadline-of-last-year", _ASPECT, "2023年10月31日前实现全程追溯。",
        "2023年10月31日前实现",
    ),
    stale(
        "stale-goal-of-the-whole", _OVERALL, "确保完成2021年各项目标任务。",
        "确保完成2021年各项",
    ),
    stale(
        "stale-future", _MEASURES, "2022年，我局将继续推进预算绩效管理。", "2022年,我局将继续"
    ),
    stale(
        "stale-application", _ASPECT, "2022年度申请项目资金58万元，用于抽样检测。",
        "2022年度申请项目资金",
    ),
    stale(
        "stale-staff", _OTHERS, "截至2022年12月31日，在职人员83人。",
        "截至2022年12月31日,在职人员83人",
    ),
    stale("stale-duty-of-a-unit", _UNIT, "确保2022年各项任务落实。", "确保2022年各项"),
    headed("stale-heading", "dept/s5/whole/overall", "2022年度绩效目标"),
    in_goals(
        "stale-goal", "stale-year",
        ("1.完成2022年度任务\n2.不合格产品全部追溯到生产主体", "1.完成2022年度任务"),
    ),
    in_goals(
        "stale-goal-deadline", "stale-year",
        ("1.定量检测2022年底前完成\n2.不合格产品全部追溯到生产主体", "2022年底前完成"),
    ),
    found(
        "stale-value", "stale-year", 5, printed(5, {"600批次": "2022年12月底前"}),
        "2022年12月底前", None,
    ),
    found(
        "stale-description", "stale-year", 5,
        printed(5, {"全年完成的定量检测批次": "到2022年底完成检测"}), "到2022年底完成", None,
    ),
    found(
        "stale-basis", "stale-year", 5, printed(5, {"问卷调查": "2022年工作计划"}),
        "2022年工作计划", None, "info",
    ),
    in_goals(
        "over-in-goals", "ended",
        ("1.打赢脱贫攻坚战\n2.不合格产品全部追溯到生产主体", "打赢脱贫攻坚战"),
    ),
    over(
        "over-campaign", _MEASURES, "深入开展“不忘初心、牢记使命”主题教育。",
        "不忘初心、牢记使命主题教育",
    ),
    over("over-plan", _OVERALL, "全面落实“十三五”农业规划。", "落实十三五"),
    over("over-epidemic", _MEASURES, "抓好常态化疫情防控。", "常态化疫情防控", "info"),
    over("over-poverty-work", _ASPECT, "继续做好扶贫工作。", "扶贫工作", "info"),
    over(
        "over-accounting", _MEASURES, "严格执行《事业单位会计制度》。",
        "《事业单位会计制度》",
    ),
    spoken_by("self-school", _MEASURES, "我校每月公布用款进度。", "我校"),
    spoken_by("self-township", _OTHERS, "我镇按季通报执行进度。", "我镇"),
    spoken_by("self-province", _OVERALL, "我厅按季通报执行进度。", "我厅"),
)  # fmt: skip

FINAL_YEARS: tuple[Variant, ...] = (
    stale(
        "final-stale-goal", _CULTURE, "确保完成2022年各项目标任务。", "确保完成2022年各项",
        FinalOptions(),
    ),
    stale(
        "final-stale-future", _CULTURE, "2022年，我局将继续推进文化惠民。",
        "2022年,我局将继续", FinalOptions(),
    ),
    stale(
        "final-stale-staff", _CULTURE, "截至2022年12月31日，在职人员83人。",
        "截至2022年12月31日,在职人员83人", FinalOptions(),
    ),
    over(
        "final-over-campaign", _CULTURE, "深入开展“三严三实”专题教育。", "三严三实专题教育",
        options=FinalOptions(),
    ),
    over(
        "final-over-accounting", _CULTURE, "严格执行《行政单位会计制度》。",
        "《行政单位会计制度》", options=FinalOptions(),
    ),
    spoken_by(
        "final-self-township", _CULTURE, "我镇每年举办群众文艺汇演。", "我镇", FinalOptions()
    ),
    spoken_by(
        "final-self-street", _CULTURE, "我街道每年举办群众文艺汇演。", "我街道", FinalOptions()
    ),
)  # fmt: skip
