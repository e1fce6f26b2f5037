"""BL741: 写了已经撤销的机构或已经结束的任务

## 检查什么
正文、标题和绩效目标表把已经撤销的机构（如国土资源局、质监局）、已经结束的任务和活动（如打赢脱贫
攻坚战、“不忘初心、牢记使命”主题教育、落实“十三五”规划）、已经废止的制度（如《事业单位会计制度》）
当作现在的来写。确已结束的报警告，还有人沿用的说法（如扶贫工作）只提示。
句子里有“原”“曾”“以来”“期间”或往年年份的不算；“巩固拓展脱贫攻坚成果”是对的；
《》中的文件名和项目名称不检查。

## 为什么
多半是从往年的文稿沿用下来，没有更新。

## 错误示例
```text
青禾县水利局2024年部门预算公开

一、部门职责及机构设置情况

配合县国土资源局做好水库用地管理工作。
```

## 正确示例
```text
青禾县水利局2024年部门预算公开

一、部门职责及机构设置情况

配合县自然资源和规划局做好水库用地管理工作。
```

## 何时可以忽略
当地的机构确实仍用这个名称，或者文中说的是往年的事。

## 依据
《深化党和国家机构改革方案》（2018年）：不再保留国土资源部、国家卫生和计划生育委员会等机构；
2021年2月25日全国脱贫攻坚总结表彰大会宣告脱贫攻坚战取得全面胜利，国家乡村振兴局同日挂牌；
“不忘初心、牢记使命”主题教育2020年1月8日总结；学习贯彻习近平新时代中国特色社会主义思想主题教育
2024年2月4日总结；《政府会计制度——行政事业单位会计科目和报表》（财会〔2017〕25号）自2019年1月1日
起施行。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.stale import find_stale
from budgetlint.finding import Observation, Severity
from budgetlint.lang import listed, say
from budgetlint.registry import rule
from budgetlint.wording import quoted, repeated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.registry import Options


@rule(code="BL741", name="ended", severity=Severity.WARNING)
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation]:
    """One observation for each thing that is over, with all its places."""
    if disclosure.year is None:
        return
    for found in find_stale(disclosure, disclosure.year):
        entry = found[0].entry
        message = say(
            "{year}年还写{text}：{because}，现为{now}，请核对是否沿用了往年的文稿",
            year=disclosure.year,
            text=listed(dict.fromkeys(quoted(over.printed) for over in found)),
            because=say(entry.because),
            now=quoted(say(entry.now)),
        )
        yield Observation(
            message=message + repeated(found),
            location=found[0].location,
            related=tuple(over.location for over in found[1:]),
            actual=found[0].printed,
            severity=None if any(over.entry.sure for over in found) else Severity.INFO,
            subject=entry.now,
        )
