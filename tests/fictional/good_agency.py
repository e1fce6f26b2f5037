"""Budgets whose lists of items, staff, offices and projects only look wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fictional.figures import Options
from fictional.variants_good import said
from fictional.variants_projects import LISTED

if TYPE_CHECKING:
    from fictional.variants import Good

ALONE = Options(unit_part=False)
STAFF = "退休人员47人。"


def _staff(name: str, more: str) -> Good:
    return said(name, "dept/s1/staff", STAFF, f"{STAFF}{more}", ALONE)


def _projects(name: str, listed: str) -> Good:
    return said(name, "dept/s2/spending/text", LISTED, listed, ALONE)


LISTS: tuple[Good, ...] = (
    said(
        "running-items-share-an-amount", "dept/s3/text", "会议费2.49万元、培训费3.12万元",
        "会议费、培训费5.61万元", ALONE,
    ),
    said(
        "running-water-and-power", "dept/s3/text", "水费1.58万元、电费7.91万元",
        "水电费9.49万元", ALONE,
    ),
    said(
        "running-items-of-their-own", "dept/s3/text", "邮电费6.80万元",
        "邮电费4.80万元、宽带租用2.00万元", ALONE,
    ),
    said(
        "running-against-last-year", "dept/s3/text", "等日常开支。",
        "等日常开支，比上年增加2.40万元，主要原因是在职人员工资、社会保险缴费调整后工会经费增加。",
        ALONE,
    ),
    said(
        "staff-also-told-otherwise", "dept/s1/staff", "在职人员83人，",
        "在职人员83人，其中行政24人、事业59人，女职工31人，", ALONE,
    ),
    _staff("offices-joined", "内设4个股室：办公室、种植业管理股、质量监管股和乡村产业股。"),
    _staff("offices-among-others", "设有办公室、种植业管理股等4个股室，下辖2个单位。"),
    _projects(
        "projects-listed-in-part",
        "其中：小麦重大病虫害统防统治项目145.20万元、脱贫地区特色种植产业提升320万元",
    ),
    _projects(
        "projects-listed-with-their-cost",
        "主要用于小麦重大病虫害统防统治145.20万元（药剂90.00万元、作业55.20万元）、"
        "基地建设（总投资900.00万元）320.00万元",
    ),
)  # fmt: skip
