"""Real documents, where they lie beside the project: what is said of their words.

Every finding was judged by a person. A new one is either a better find or a false alarm, and has to
be looked at; numbers are judged in test_seeds.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from linting import lint

SHARED = Path(__file__).parents[1].parent / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="没有真实文档 shared")

_SHOWN = 12
WORDS = (("BL105", "BL110"), ("BL121", "BL139"), ("BL714", "BL749"), ("BL901", "BL959"))
JUDGED: dict[str, list[tuple[str, str, int | None, int, str]]] = {
    "seeds/changli-zuzhibu-2020.txt": [
        ("BL124", "warning", 7, 1, "地方预决算操作规程"),
        ("BL931", "warning", 255, 1, "合部编纂"),
        ("BL932", "warning", 466, 1, "数数量"),
        ("BL931", "warning", 702, 1, "太标率"),
        ("BL931", "warning", 1157, 1, "己出具"),
    ],
    "seeds/huaian-gongxin-2023.txt": [
        ("BL735", "warning", 494, 2, "工业经济运行股"),
        ("BL932", "warning", 496, 1, "负责负责"),
        ("BL735", "warning", 522, 2, "中小企业信用担保中心"),
        ("BL911", "warning", 530, 2, "负责具体担保业务的开展，"),
        ("BL716", "info", 568, 1, "起草信息化地方性法规"),
        ("BL716", "info", 591, 1, "我省部门预算"),
        ("BL741", "info", 657, 2, "扶贫工作"),
        ("BL121", "warning", 663, 1, "第二部分专项资金绩效目标"),
        ("BL931", "warning", 727, 1, "上方事件"),
        ("BL931", "warning", 730, 1, "明细提升"),
        ("BL931", "warning", 737, 1, "对个行业"),
    ],
    "seeds/huailai-gongxin-2023.txt": [
        ("BL718", "warning", 1, 10, "怀来县工业和信息化部门（"),
        ("BL715", "warning", 9, 2, "怀来县工业管理部门"),
        ("BL931", "warning", 12, 2, "优化产业布"),
        ("BL903", "warning", 23, 2, "县场"),
        ("BL911", "warning", 35, 4, "拟定电子政务发展规划，统"),
        ("BL911", "warning", 43, 4, "负责系统（内部）综合业务"),
        ("BL924", "warning", 43, 2, "工"),
        ("BL931", "warning", 89, 1, "反应本部门"),
        ("BL107", "info", 104, 2, "一、"),
        ("BL716", "warning", 1311, 3, "指省级财政当年拨付"),
        ("BL925", "info", 1327, 1, "金"),
    ],
    "seeds/laoting-gongxin-2022.txt": [
        ("BL720", "info", 1875, 1, "乐亭工业和信息化局"),
        ("BL716", "info", 1890, 3, "我省部门预算"),
        ("BL105", "warning", 1895, 2, "（三）"),
        ("BL105", "warning", 1907, 2, "（2）"),
        ("BL741", "warning", 1913, 1, "不忘初心、牢记使命”主题"),
        ("BL925", "info", 1919, 1, "元"),
        ("BL734", "info", 1920, 3, "服务企业科技创新工作经费"),
        ("BL732", "info", 1928, 2, "唐工信【2021】81号"),
        ("BL932", "warning", 1939, 1, "意见意见"),
        ("BL931", "warning", 2059, 1, "年底钱"),
        ("BL932", "warning", 2510, 1, "年度度"),
        ("BL922", "warning", 2520, 1, "）"),
    ],
    "seeds/lianchi-gongxin-2023.txt": [
        ("BL931", "warning", 1757, 2, "检测分析"),
        ("BL716", "info", 1779, 2, "我省部门预算"),
        ("BL923", "warning", 1793, 2, "公务移动通讯费用补贴"),
        ("BL921", "warning", 1793, 2, "；元；"),
        ("BL734", "info", 1793, 3, "离休干部及建国前老工人两"),
        ("BL106", "warning", 1876, 2, "2"),
        ("BL741", "warning", 1885, 3, "脱贫攻坚工作"),
        ("BL925", "info", 1887, 1, "定"),
        ("BL931", "warning", 1939, 2, "提供困难职工生活水平"),
        ("BL714", "info", 4094, 3, "部门预算财政拨款“三公”"),
    ],
    "pdf/final-accounts-template-2024.pdf": [],
    "pdf/putuo-shehui-gongzuobu-2024-final.pdf": [
        ("BL909", "info", None, 1, "文件属性"),
    ],
}


@pytest.mark.parametrize("name", JUDGED)
def test_what_is_said_of_the_words_is_true(name: str) -> None:
    told = [
        (
            f.rule,
            f.severity,
            f.location.position.line,
            1 + len(f.related),
            f.location.marked[:_SHOWN],
        )
        for f in lint(SHARED / name).findings
        if any(first <= f.rule <= last for first, last in WORDS)
    ]
    assert told == JUDGED[name]
