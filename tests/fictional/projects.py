"""Projects, performance indicators, procurement and assets of the fictional department."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

D = Decimal
NONE = D("0.00")


@dataclass(frozen=True, slots=True)
class Project:
    """A project with its performance goals; ``carry`` and ``other`` count only if so optioned."""

    code: str
    name: str
    function: str
    amount: Decimal
    purpose: str
    plan: tuple[int, int, int, int]
    goals: tuple[str, str]
    indicators: tuple[tuple[str, str, str, str, str, str], ...]
    carry: Decimal = NONE
    other: Decimal = NONE


@dataclass(frozen=True, slots=True)
class Purchase:
    """A line of the procurement table."""

    project: str
    item: str
    catalogue: str
    measure: str
    quantity: int
    price: Decimal
    small: Decimal  # the share kept for small firms

    @property
    def amount(self) -> Decimal:
        """Price × quantity."""
        return self.price * self.quantity


def _indicators(
    quantity: tuple[str, str, str],
    quality: tuple[str, str, str],
    amount: str,
    effect: tuple[str, str, str],
    people: str,
    basis: str,
) -> tuple[tuple[str, str, str, str, str, str], ...]:
    return (
        ("产出指标", "数量指标", *quantity, basis),
        ("", "质量指标", *quality, basis),
        ("", "时效指标", "资金支付及时率", "按进度支付的资金占应付资金的比例", "≥95%", basis),
        ("", "成本指标", "成本控制数", "项目全年支出不超过批准的预算", f"≤{amount}万元", basis),
        ("效益指标", "社会效益指标", *effect, basis),
        (
            "满意度指标",
            "服务对象满意度指标",
            f"{people}满意度",
            f"抽样调查中{people}表示满意和比较满意的比例",
            "≥90%",
            "问卷调查",
        ),
    )


PROJECTS = (
    Project(
        "P24316001",
        "废旧农膜回收处置",
        "2110402",
        D("38.50"),
        "用于乡镇回收站点运行和废旧农膜集中处置。",
        (10, 40, 80, 100),
        ("1.在十二个乡镇设立废旧农膜回收站点", "2.全年回收的农膜全部得到无害化处置"),
        _indicators(
            ("回收站点数量", "正常开放的乡镇回收站点个数", "12个"),
            ("无害化处置率", "得到无害化处置的农膜占回收量的比例", "100%"),
            "38.50",
            ("田间残膜减少", "耕地中可见残膜比上年明显减少", "明显减少"),
            "农户",
            "青农办〔2023〕41号",
        ),
    ),
    Project(
        "P24316002",
        "农业执法装备维护",
        "2130110",
        D("13.00"),
        "用于执法记录仪、快检箱等装备的检修和耗材。",
        (25, 50, 75, 100),
        ("1.执法装备全年完好可用", "2.县域执法检查按计划完成"),
        _indicators(
            ("检修装备数量", "全年检修的执法装备台套数", "46台套"),
            ("装备完好率", "检修后可正常使用的装备比例", "≥98%"),
            "13.00",
            ("执法保障能力", "装备对日常执法检查的保障程度", "有效保障"),
            "执法人员",
            "装备管理办法",
        ),
    ),
    Project(
        "P24316003",
        "基层农技推广与高素质农民培育",
        "2130106",
        D("86.50"),
        "用于农技人员下乡指导、田间课堂和示范户物化补助。",
        (20, 50, 80, 100),
        ("1.培育高素质农民三百六十人", "2.建成小麦和谷子两类科技示范田"),
        _indicators(
            ("培育农民人数", "完成规定学时并结业的农民人数", "360人"),
            ("结业合格率", "结业考核合格人数占参训人数的比例", "≥96%"),
            "86.50",
            ("主推技术到位率", "示范户采用主推技术的比例", "≥92%"),
            "参训农民",
            "青农字〔2023〕58号",
        ),
        other=D("9.30"),
    ),
    Project(
        "P24316004",
        "小麦重大病虫害统防统治",
        "2130108",
        D("145.20"),
        "用于购买防治药剂和专业化防治服务。",
        (30, 85, 95, 100),
        ("1.对八万亩小麦开展统防统治", "2.把病虫危害造成的损失控制在百分之五以内"),
        _indicators(
            ("统防统治面积", "开展专业化统防统治的小麦面积", "8万亩"),
            ("防治效果", "防治后病虫防效达到的水平", "≥85%"),
            "145.20",
            ("粮食损失率", "因病虫危害损失的产量占比", "≤5%"),
            "种植户",
            "青政办〔2023〕27号",
        ),
        carry=D("45.60"),
    ),
    Project(
        "P24316005",
        "农产品质量安全监测",
        "2130109",
        D("58.00"),
        "用于蔬菜、果品和畜产品的抽样与委托检验。",
        (15, 45, 85, 100),
        ("1.全年完成定量检测六百批次", "2.不合格产品全部追溯到生产主体"),
        _indicators(
            ("定量检测批次", "全年完成的定量检测批次", "600批次"),
            ("检测报告准确率", "复检一致的报告占复检总数的比例", "≥99%"),
            "58.00",
            ("例行监测合格率", "例行监测中合格样品的比例", "≥98%"),
            "消费者",
            "监测工作方案",
        ),
    ),
    Project(
        "P24316006",
        "脱贫地区特色种植产业提升",
        "2130505",
        D("320.00"),
        "用于谷子和中药材种植基地的灌溉、仓储和品牌建设。",
        (0, 40, 70, 100),
        ("1.新建特色种植基地五处", "2.带动脱贫户二百一十户稳定增收"),
        _indicators(
            ("新建基地数量", "通过验收的特色种植基地处数", "5处"),
            ("基地验收合格率", "验收合格的基地占完工基地的比例", "100%"),
            "320.00",
            ("带动脱贫户数", "通过务工、分红等方式增收的脱贫户数", "≥210户"),
            "脱贫户",
            "衔接资金项目库",
        ),
    ),
)

PURCHASES = (
    Purchase("公用经费", "台式计算机", "A02010105", "台", 12, D("0.48"), D("0.00")),
    Purchase("公用经费", "A4黑白打印机", "A02021003", "台", 2, D("0.12"), D("0.00")),
    Purchase(
        "基层农技推广与高素质农民培育", "印刷服务", "C23090100", "批", 4, D("1.35"), D("5.40")
    ),
)

STAFF = {"行政编制": 26, "事业编制": 61, "在职": 83, "退休": 47}


@dataclass(frozen=True, slots=True)
class Asset:
    """A line of the asset table: quantity as printed, value in 万元."""

    label: str
    quantity: str
    value: Decimal
    part_of: str = ""


ASSETS = (
    Asset("1、房屋（平方米）", "3260.50", D("412.37")),
    Asset("其中：办公用房（平方米）", "2180.00", D("305.64"), "1、房屋（平方米）"),
    Asset("2、车辆（台、辆）", "4", D("62.18")),
    Asset("3、单价在50万元以上的设备（台、套）", "1", D("56.80")),
    Asset("4、其他固定资产", "587", D("143.92")),
)
