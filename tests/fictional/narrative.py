"""The nine sections of the explanation, in sentences written for this fictional department."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from fictional.blocks import Block, Heading, Para
from fictional.figures import YEAR, ZERO, Change, Figures
from fictional.final_figures import percent
from fictional.projects import ASSETS, PURCHASES, STAFF
from fictional.tables import Part, Tables, chinese, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SECTIONS = (
    "{}职责及机构设置情况",
    "{}预算安排的总体情况",
    "机关运行经费安排情况",
    "财政拨款“三公”经费预算情况及增减变化原因",
    "预算绩效信息",
    "政府采购预算情况",
    "国有资产信息",
    "名词解释",
    "其他需要说明的事项",
)
DUTIES = (
    "起草全县农业农村发展的中长期规划和年度计划，并组织落实。",
    "指导粮食等主要农产品生产，牵头高标准农田建设和耕地质量保护。",
    "负责农作物病虫害、动物疫病的监测预报和防控工作。",
    "监督管理农产品质量安全，开展农业综合行政执法。",
    "统筹推动特色产业发展和农村人居环境改善，巩固脱贫成果。",
)
OFFICES = (
    "办公室：承担文电、会务、财务、档案和后勤保障等日常工作。",
    "种植业管理股：承担粮油、蔬菜生产指导和植物保护工作。",
    "质量监管股：承担农产品抽检、追溯管理和投诉处理工作。",
    "乡村产业股：承担特色产业培育、品牌创建和衔接资金项目管理工作。",
)
OVERALL = (
    "围绕稳定粮食生产、增加农民收入、建设和美乡村三项任务，把有限的资金用在病虫防控、技术推广和产业培育上，"
    "力争全县粮食播种面积保持稳定，主要农产品监测合格率保持在较高水平，脱贫户收入增幅不低于全县农民平均水平。"
)
ASPECTS = (
    "粮食生产稳定。落实播种面积，抓住返青、抽穗两个关键时期开展统防统治，减少灾害损失。",
    "质量监管到位。完成全年抽检批次，对不合格样品做到件件有核查、有处理、有公开。",
    "产业链条延伸。支持基地改善灌溉和仓储条件，发展初加工，让农户分享增值收益。",
)
MEASURES = (
    (
        "健全制度。把绩效目标作为安排预算的前提，项目入库前先论证必要性、可行性和成本，"
        "执行中按月对账、按季通报，对进度偏慢的项目及时查找原因并调整计划，"
        "年底逐项开展自评，评价结果与下一年度资金安排挂钩。"
    ),
    "压实责任。每个项目明确一名分管领导和一名经办人员，资金使用、物资验收和档案整理分别签字负责。",
    "加强监督。主动接受财政、审计部门和社会公众监督，重要事项在县政府门户网站公示。",
)
GLOSSARY = (
    ("一般公共预算拨款收入", "县级财政在本年度从一般公共预算中安排给各部门的资金。"),
    ("其他收入", "财政拨款、事业收入和经营收入以外取得的各项收入，例如利息收入、捐赠收入。"),
    ("基本支出", "维持机构日常运行、完成日常任务所必需的支出，由人员经费和公用经费组成。"),
    ("项目支出", "为完成专门任务或者实现事业发展目标，在基本支出以外另行安排的支出。"),
    ("机关运行经费", "用一般公共预算保障机关运转、购买货物和服务的支出，口径与公用经费一致。"),
    (
        "“三公”经费",
        "用财政拨款安排的因公出国（境）费、公务用车购置及运维费和公务接待费三类支出的合称。",
    ),
    ("上年结转", "上一年度没有执行完毕、按规定转到本年度继续按原用途使用的资金。"),
    ("政府采购", "使用财政性资金购买集中采购目录以内或者限额标准以上货物、工程和服务的行为。"),
)


def _change(change: Change, last: str) -> str:
    """How a quantity moved against last year, in words."""
    if not change.by:
        return f"与{YEAR - 1}年持平"
    word = "增加" if change.by > 0 else "减少"
    return f"比{last}{word}{abs(change.by):.2f}万元"


def _level(change: Change) -> str:
    return _change(change, f"{YEAR - 1}年的{plain(change.last)}万元")


class Narrative:
    """Builds the sections of one part."""

    def __init__(self, figures: Figures, part: Part, tables: Tables) -> None:
        self.figures = figures
        self.part = part
        self.tables = tables

    def blocks(self) -> Iterator[Block]:
        """Title, opening and the nine sections."""
        part, word = self.part, self.part.word
        yield Heading(
            f"{part.id}/title", "document", f"{part.entity}{YEAR}年{word}预算信息公开情况说明"
        )
        yield Para(
            f"{part.id}/opening",
            f"根据预算法和预算公开的有关要求，现将{part.entity}{YEAR}年{word}预算情况说明如下：",
        )
        bodies = (
            self._duties(),
            self._overall(),
            self._running(),
            self._three(),
            self._performance(),
            self._procurement(),
            self._assets(),
            self._glossary(),
            self._other(),
        )
        for number, (title, body) in enumerate(zip(SECTIONS, bodies, strict=True), start=1):
            yield Heading(
                f"{part.id}/s{number}", "section", title.format(word), f"{chinese(number)}、"
            )
            yield from body

    def _para(self, name: str, text: str, number: str = "") -> Para:
        return Para(f"{self.part.id}/{name}", text, number)

    def _list(self, name: str, texts: Iterable[str]) -> Iterator[Para]:
        for i, text in enumerate(texts, start=1):
            yield self._para(f"{name}/{i}", text, f"{i}、")

    def _head(self, name: str, kind: str, number: str, text: str) -> Heading:
        return Heading(f"{self.part.id}/{name}", kind, text, number)

    def _duties(self) -> Iterator[Block]:
        word = self.part.word
        yield self._para("s1/lead", f"{word}职责：")
        yield self._head("s1/duties", "nested", "一、", "主要职责：")
        yield from self._list("s1/duties", DUTIES)
        yield self._head("s1/offices", "nested", "二、", "内设机构：")
        yield from self._list("s1/offices", OFFICES)
        places = STAFF["行政编制"] + STAFF["事业编制"]
        yield self._para(
            "s1/staff",
            f"核定编制{places}名，其中行政编制{STAFF['行政编制']}名、事业编制{STAFF['事业编制']}名；"
            f"{YEAR - 1}年末在职人员{STAFF['在职']}人，退休人员{STAFF['退休']}人。",
        )
        yield self._para("s1/structure", "机构设置：")
        yield self.tables.organisation()

    def _overall(self) -> Iterator[Block]:
        f, word, total = self.figures, self.part.word, self.figures.total
        yield self._para(
            "s2/lead", f"本{word}实行综合预算，当年的全部收入和全部支出都编入{word}预算。"
        )
        yield self._head("s2/income", "item", "1、", "收入说明")
        yield self._para(
            "s2/income/text",
            f"{YEAR}年预算收入{plain(total.total)}万元，"
            f"其中：一般公共预算收入{plain(total.general)}万元，基金预算收入0万元，"
            f"国有资本经营预算收入0万元，财政专户核拨收入0万元，其他来源收入{plain(total.other)}万元，"
            f"上年结转结余{plain(total.carry)}万元。",
        )
        yield self._head("s2/spending", "item", "2、", "支出说明")
        yield self._para(
            "s2/spending/text",
            f"{YEAR}年支出预算{plain(total.total)}万元，其中：基本支出{plain(total.basic)}万元，"
            f"包括人员经费{plain(f.personnel)}万元、日常公用经费{plain(f.public)}万元；"
            f"项目支出{plain(total.project)}万元，主要用于小麦病虫害防治、特色种植基地建设和农产品质量监测等。",
        )
        if f.options.shares:
            yield self._para(
                "s2/spending/shares",
                f"按支出结构看，基本支出{plain(total.basic)}万元，"
                f"占支出预算的{percent(total.basic, total.total)}；"
                f"项目支出{plain(total.project)}万元，占{percent(total.project, total.total)}。",
            )
        yield self._head("s2/change", "item", "3、", "比上年增减情况")
        growth = f.all_change
        yield self._para(
            "s2/change/text",
            f"{YEAR}年预算收支安排{plain(growth.now)}万元，{_level(growth)}，"
            f"{'增长' if growth.by > 0 else '下降'}{growth.rate}%。"
            f"其中：基本支出{plain(f.basic_change.now)}万元，{_level(f.basic_change)}，"
            "主要是在职人员工资正常晋升、社会保险缴费基数调整；"
            f"项目支出{plain(f.project_change.now)}万元，{_level(f.project_change)}，"
            "主要是上年安排的农田管护任务已经完工。",
        )

    def _running(self) -> Iterator[Block]:
        f = self.figures
        pieces: list[tuple[str, Decimal]] = []
        for item in f.economics:
            public = item.code[:3] in ("302", "310") and item.code not in f.wrong_side
            if not public or item.code == "30299":
                continue  # the list is not exhaustive: the small 30299 is left out, as is usual
            if item.code == "30207" and f.options.split_postage:
                pieces += [("邮电费", Decimal("1.80")), ("公务移动通讯补贴", Decimal("5.00"))]
            else:
                pieces.append((item.name, item.amount))
        texts = [f"{name}{plain(amount)}万元" for name, amount in pieces]
        yield self._para(
            "s3/text",
            f"{YEAR}年，本{self.part.word}安排机关运行经费{plain(f.public)}万元，"
            f"主要用于{'、'.join(texts[:-1])}和{texts[-1]}等日常开支。",
        )

    def _three(self) -> Iterator[Block]:
        f = self.figures
        last = f"{YEAR - 1}年"
        yield self._para(
            "s4/text",
            f"{YEAR}年，本{self.part.word}财政拨款“三公”经费预算安排{plain(f.three.now)}万元，"
            f"{_change(f.three, last)}，下降{f.three.rate}%。"
            f"其中：因公出国（境）费{plain(f.abroad.now)}万元，"
            f"{_change(f.abroad, last)}，原因是没有出国（境）计划；"
            f"公务用车购置及运维费{plain(f.cars.now)}万元，{_change(f.cars, last)}，"
            f"其中公务用车购置费{plain(f.car_purchase.now)}万元，{_change(f.car_purchase, last)}，"
            f"公务用车运行维护费{plain(f.car_running.now)}万元，{_change(f.car_running, last)}，"
            f"原因是报废了一辆老旧车辆；公务接待费{plain(f.reception.now)}万元，"
            f"{_change(f.reception, last)}，原因是严格控制接待批次和标准。",
        )
        yield self.tables.three_changes()

    def _performance(self) -> Iterator[Block]:
        department = self.part.id == "dept"
        if department:
            yield self._head("s5/whole", "goals", "第一部分", "部门整体绩效目标")
            yield self._head("s5/whole/overall", "sub", "（一）", "总体绩效目标")
            yield self._para("s5/whole/overall/text", OVERALL)
            yield self._head("s5/whole/aspects", "sub", "（二）", "分项绩效目标")
            for i, text in enumerate(ASPECTS, start=1):
                yield self._para(f"s5/whole/aspects/{i}", text, f"{chinese(i)}、")
            yield self._head("s5/whole/measures", "sub", "（三）", "工作保障措施")
            yield from self._list("s5/whole/measures", MEASURES)
            yield self._head("s5/special", "goals", "第二部分", "专项资金绩效目标")
            yield self._para("s5/special/text", "本部门没有列入专项资金清单的项目。")
            yield self._head("s5/projects", "goals", "第三部分", "预算项目绩效目标")
        for i, project in enumerate(self.figures.projects, start=1):
            yield self._head(f"s5/goals{i}", "item", f"{i}、", f"{project.name}绩效目标表")
            yield self.tables.goals(i, project)

    def _procurement(self) -> Iterator[Block]:
        goods = sum((p.amount for p in PURCHASES if p.catalogue.startswith("A")), ZERO)
        services = sum((p.amount for p in PURCHASES if p.catalogue.startswith("C")), ZERO)
        yield self._para(
            "s6/text",
            f"{YEAR}年，{self.part.entity}安排政府采购预算{plain(goods + services)}万元，"
            f"其中货物{plain(goods)}万元、服务{plain(services)}万元，明细见下表。",
        )
        yield self.tables.procurement()

    def _assets(self) -> Iterator[Block]:
        total = sum((a.value for a in ASSETS if not a.part_of), ZERO)
        bought = sum((p.amount for p in PURCHASES if p.catalogue.startswith("A")), ZERO)
        inside = "（含所属单位）" if self.part.id == "dept" else ""
        yield self._para(
            "s7/text",
            f"截至{YEAR - 1}年末，{self.part.entity}{inside}固定资产金额为{plain(total)}万元，"
            f"分类情况见下表。"
            f"{YEAR}年拟购置固定资产{plain(bought)}万元，已经编入政府采购预算。",
        )
        yield self.tables.assets()

    def _glossary(self) -> Iterator[Block]:
        for i, (term, meaning) in enumerate(GLOSSARY, start=1):
            yield self._para(f"s8/{i}", f"{term}：{meaning}", f"{i}、")

    def _other(self) -> Iterator[Block]:
        yield self._para("s9/text", f"本{self.part.word}没有其他需要说明的事项。")
