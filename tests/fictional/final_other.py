"""Sentences on the three public expenses in detail, procurement, assets and performance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fictional.blocks import Block, Para
from fictional.final_data import ENTITY, YEAR, ZERO
from fictional.final_facts import (
    AVERAGE,
    CARS,
    EQUIPMENT,
    PROBLEMS,
    PURCHASES,
    RECEPTIONS,
    RESERVED,
    SMALL_FIRMS,
    TRIPS,
    VEHICLES,
    WON,
    ThreePublic,
    evaluated,
)
from fictional.final_figures import Figures, percent, plain

if TYPE_CHECKING:
    from collections.abc import Iterator


class Other:
    """Builds the texts of sections that explain no standard table."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        self.national = figures.options.layout == "national"

    def three_public(self, prefix: str, three: ThreePublic) -> Iterator[Block]:
        """The three public expenses one by one, with their counts."""
        texts = (
            (
                f"因公出国（境）费支出{plain(three.abroad.final)}万元。"
                f"全年安排因公出国（境）团组{TRIPS['团组']}个、累计{TRIPS['人次']}人次。"
                "开支内容包括：参加国际文化交流展的旅费和食宿费用。"
            ),
            (
                f"公务用车购置及运行维护费支出{plain(three.vehicles.final)}万元。其中："
                f"公务用车购置支出{plain(three.purchase.final)}万元，购置公务用车{CARS['购置']}辆；"
                f"公务用车运行维护支出{plain(three.operation.final)}万元，"
                "主要用于市场巡查和下社区服务所需的燃料、维修和保险。"
                f"{YEAR}年末，使用财政拨款开支运行维护费的公务用车保有量为{CARS['保有']}辆。"
            ),
            (
                f"公务接待费支出{plain(three.reception.final)}万元。其中：国内公务接待支出"
                f"{plain(three.reception.final)}万元（含外宾接待支出0万元），主要用于区域文化交流的工作餐。"
                f"全年国内公务接待{RECEPTIONS['批次']}批次、{RECEPTIONS['人次']}人次，"
                "其中接待外宾0批次、0人次。"
            ),
        )
        for i, text in enumerate(texts, start=1):
            yield Para(f"{prefix}/{i}", text, f"{i}、")

    def procurement(self) -> tuple[str, ...]:
        """What was bought, and from whom."""
        total = sum((amount for amount, _ in PURCHASES.values()), ZERO)
        small = sum((share for _, share in PURCHASES.values()), ZERO)
        if not self.national:
            kinds = "、".join(f"{k}采购金额{plain(x)}万元" for k, (x, _) in PURCHASES.items())
            reserved = "，".join(
                f"面向{kind}预留政府采购项目预算金额{plain(amount)}万元"
                for kind, amount in RESERVED.items()
            )
            won = [plain(amount) for amount in WON]
            return (
                (
                    f"{ENTITY}{YEAR}年度政府采购金额（以合同签订为准）为{plain(total)}万元，"
                    f"其中：{kinds}。"
                ),
                (
                    f"{YEAR}年度本部门{reserved}。在面向中小企业预留的政府采购项目中，"
                    f"由中小企业供应商中标或成交的，采购金额{won[0]}万元；"
                    f"在面向小微企业预留的政府采购项目中，由小微企业供应商中标或成交的，"
                    f"采购金额{won[1]}万元；在其他政府采购项目中，"
                    f"由中小企业供应商中标或成交的，采购金额{won[2]}万元。"
                ),
            )
        kinds = "、".join(f"政府采购{k}支出{plain(x)}万元" for k, (x, _) in PURCHASES.items())
        shares = "，".join(
            f"{kind}采购授予中小企业合同金额占{kind}支出金额的{percent(share, amount)}"
            for kind, (amount, share) in PURCHASES.items()
        )
        return (
            (
                f"{YEAR}年度政府采购支出总额{plain(total)}万元，其中：{kinds}。"
                f"授予中小企业合同金额{plain(small)}万元，"
                f"占政府采购支出总额的{percent(small, total)}，"
                f"其中：授予小微企业合同金额{plain(SMALL_FIRMS)}万元，"
                f"占授予中小企业合同金额的{percent(SMALL_FIRMS, small)}；{shares}。"
            ),
        )

    def assets(self) -> tuple[str, ...]:
        """Vehicles and large devices at the end of the year."""
        vehicles = VEHICLES[self.figures.options.layout]
        kinds = "、".join(f"{kind}{count}辆" for kind, count in vehicles)
        all_of_them = sum(count for _, count in vehicles)
        who = "本部门" if self.national else ENTITY
        return (
            (
                f"截至{YEAR}年12月31日，{who}共有车辆{all_of_them}辆，其中：{kinds}。"
                f"单价100万元（含）以上设备（不含车辆）{EQUIPMENT}台（套）。"
            ),
        )

    def performance(self) -> tuple[str, ...]:
        """Performance goals, monitoring and self-evaluation of the projects."""
        projects = self.figures.projects
        count = len(projects)
        amount = plain(sum((p.amount for p in projects), ZERO))
        grades = "；".join(
            f"绩效评级为“{grade}”的项目{n}个"
            for grade, n in evaluated(self.figures.options).items()
        )
        stages = "；".join(
            f"{stage}的{YEAR}年度项目{count}个，涉及预算金额{amount}万元"
            for stage in ("编报绩效目标", "绩效跟踪评价", "绩效自评")
        )
        found, done, open_ = PROBLEMS
        start = f"{ENTITY}{YEAR}年度" if not self.national else f"{YEAR}年度本部门"
        return (
            (
                f"{start}预算绩效管理开展情况如下：{stages}，平均得分{AVERAGE}分"
                f"（其中，{grades}。绩效自评中发现问题{found}个，"
                f"已经完成整改的{done}个，正在整改的{open_}个）。"
            ),
        )
