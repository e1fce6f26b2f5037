"""BL302: 上级科目与下级科目之和不符

## 检查什么
按科目编列的表中，合计是否等于各类之和，类是否等于所属各款之和，款是否等于所属各项之和；
基本支出表中，类是否等于各款之和。每个金额列都核对。科目编码写错时按应有的科目归类，
避免一个编码错误引出一串金额错误。少印一行也在这里报告。
政府采购表的小计、合计等于所列各项之和；资产表的总额等于各类之和（“其中”不另加，也不超过所属的一类），
数量都是台、辆、件的才相加。

## 为什么
预算公开要求功能分类到项、基本支出经济分类到款（《预算法实施条例》第六条），
上下级不平说明有漏项或错数。

## 错误示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
| 2 | 205 | 教育支出 | 120.00 | 80.00 | 40.00 |
| 3 | 20502 | 普通教育 | 120.00 | 80.00 | 40.00 |
| 4 | 2050201 | 学前教育 | 110.00 | 70.00 | 40.00 |
```

## 正确示例
```text
部门预算支出总表

| 304青禾县某某局 | 预算年度：2024 | 单位：万元 |
| 序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 栏次 | 1 | 2 | 3 | 4 | 5 |
| 1 | | 合计 | 120.00 | 80.00 | 40.00 |
| 2 | 205 | 教育支出 | 120.00 | 80.00 | 40.00 |
| 3 | 20502 | 普通教育 | 120.00 | 80.00 | 40.00 |
| 4 | 2050201 | 学前教育 | 110.00 | 70.00 | 40.00 |
| 5 | 2050202 | 小学教育 | 10.00 | 10.00 | |
```

## 何时可以忽略
涉密科目按规定不公开、只计入上级合计时，应在表下注明；注明后可以忽略。

## 依据
《中华人民共和国预算法实施条例》第六条：部门预算支出按功能分类应当公开到项。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetlint.disclosure.diagnosis.relations import Kind
from budgetlint.finding import Severity
from budgetlint.registry import rule
from budgetlint.wording import diagnosed, rounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from budgetlint.disclosure import Disclosure
    from budgetlint.finding import Observation, Tally
    from budgetlint.registry import Options


@rule(code="BL302", name="hierarchy-total", severity=Severity.ERROR, needs=("tables",))
def check(disclosure: Disclosure, _options: Options) -> Iterator[Observation | Tally]:
    """The defects that a parent code's total names, and totals that only rounding explains."""
    yield from diagnosed(disclosure, Kind.HIERARCHY)
    yield from rounded(disclosure, Kind.HIERARCHY)
