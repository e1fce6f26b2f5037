"""What the officer reads of wrong percentages and words, word for word."""

from __future__ import annotations

import pytest
from fictional.variants import final_variants, variants
from variant_findings import the_finding

VARIANTS = {v.name: v for v in (*variants(), *final_variants())}
MESSAGES = {
    "rate-of-total": ("“预算收支安排”比上年“下降8.93%”，而减少17.60万元 ÷ 上年1995.10万元 = 0.88%"),
    "rate-on-this-year": (
        "“‘三公’经费”比上年“下降11.93%”，而减少1.70万元 ÷ 上年15.95万元 = 10.66%（11.93%是除以"
        "本年14.25万元得出的）"
    ),
    "growth-on-small-base": (
        "“公务接待费”比上年“增长251.84%”，而增加1.22万元 ÷ 上年0.05万元 ≈ 2440.00%，考虑四舍五"
        "入应在2025.00%到3062.50%之间"
    ),
    "share-of-basic": "“基本支出”占65.66%，而1316.30万元 ÷ “支出预算”1977.50万元 = 66.56%",
    "share-of-class": (
        "“社会保障和就业支出（类）”占8.81%，而221.60万元 ÷ “一般公共预算财政拨款支出”2708.93万元"
        " = 8.18%"
    ),
    "shares-swapped": (
        "“基本支出”占41.73%与“项目支出”占58.27%写反了，1578.46万元 ÷ “本年支出合计”2708.93万元"
        " = 58.27%，1130.47万元 ÷ “本年支出合计”2708.93万元 = 41.73%"
    ),
    "completion-of-item": (
        "“一般行政管理事务（项）”完成年初预算的99.40%，而76.87万元 ÷ 年初预算81.00万元 = 94.90%"
    ),
    "rate-base-whole": (
        "“一般公共预算财政拨款支出”完成年初预算的97.31%，而年初预算为2586.10万元；97.31%是"
        "2662.77万元 ÷ 全年预算2736.36万元的结果，应写“完成全年预算”"
    ),
    "direction-of-total": ("“预算收支安排”比上年“减少17.60万元”，却“增长0.88%”，方向相反"),
    "direction-agency": (
        "“机关运行经费”比上年“增加8.50万元”，却“下降5.66%”，方向相反，应为“减少8.50万元”"
    ),
    "direction-of-three": (
        "“‘三公’经费”比上年增加1.70万元，与《“三公”经费增减变化表》“合计”“增减额”的-1.70万元"
        "不一致，相差3.40万元，应为“减少1.70万元”"
    ),
    "level-though-changed": (
        "“公务接待费”与上年持平，与《“三公”经费增减变化表》“公务接待费”“增减额”的-0.20万元"
        "不一致，相差0.20万元，应为“减少0.20万元”"
    ),
    "direction-item": (
        "“体育场馆（项）”写作“决算数大于年初预算数”，而支出决算231.57万元小于年初预算240.00万元"
    ),
    "direction-level": (
        "“行政单位医疗（项）”写作“决算数与全年预算数持平”，而支出决算40.27万元小于全年预算40.69万元"
    ),
}


@pytest.mark.parametrize("name", MESSAGES)
def test_a_message_shows_the_calculation_or_both_amounts(name: str) -> None:
    assert the_finding(VARIANTS[name], "docx").message == MESSAGES[name]
