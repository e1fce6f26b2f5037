"""BL503: 情况说明中的数字加减不平

## 检查什么
情况说明写出全部各项时：支出 = 基本支出 + 项目支出，基本支出 = 人员经费 + 公用经费，
“三公”经费 = 出国 + 用车 + 接待，用车 = 购置 + 运行维护；上年数 + 增减额 = 本年数；
总的增减额 = 各项增减额之和。决算还有：各项科目之和 = 总数，货物 + 工程 + 服务 = 政府采购金额，
各类用车之和 = 车辆总数，以及外事接待不多于国内公务接待、授予小微企业的不多于授予中小企业的。
机关运行经费 = 所列各项，没有列出而基本支出表有的科目算在内（不符为警告）。
只列出一部分（“主要用于……”）时不核对合计，但分项不能大于总数。
只是“增加”“减少”写反的，由BL505报告。
能与标准表核对的，由 BL501 指出错在哪一处，这里的矛盾列为相关位置。

## 为什么
增减额和合计往往由人另算，改了一处忘了另一处。

## 错误示例
```text
二、部门预算安排的总体情况

2024年部门支出预算120.00万元，其中基本支出80.00万元，项目支出45.00万元。
```

## 正确示例
```text
二、部门预算安排的总体情况

2024年部门支出预算120.00万元，其中基本支出80.00万元，项目支出40.00万元。
```

## 何时可以忽略
部门另有经营支出等没有写进文字的支出；最好在文字中补上。

## 依据
《地方预决算公开操作规程》（财预〔2016〕143号）：对预算收支增减变化应当作出说明。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.diagnosis.relations import Kind
from budgetlint.finding import Severity
from budgetlint.registry import rule
from budgetlint.wording import diagnosed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options


@rule(code="BL503", name="narrative-sum", severity=Severity.ERROR, needs=("narrative",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """The defects that a sum or difference inside the text names."""
    yield from diagnosed(disclosure, Kind.NARRATIVE)
