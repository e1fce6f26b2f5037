"""Earlier years written as this one, and words of another body: what is told, and what is right."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from fictional.model import build
from fictional.variants_performance import goals_of, printed
from hypothesis import given, settings
from hypothesis import strategies as st
from linting import lint_printed, lint_text


def found(
    tmp_path: Path, *sentences: str, title: str = "青禾县水利局2024年部门预算公开"
) -> list[str]:
    """The messages of BL742 and BL743 on the performance section of a fictional document."""
    lines = (
        title,
        "一、部门职责及机构设置情况",
        "负责全县水资源管理。",
        "五、预算绩效信息",
        *sentences,
    )
    report = lint_text("\n\n".join(lines), tmp_path)
    return [found.message for found in report.findings if found.rule in ("BL742", "BL743")]


def test_a_deadline_that_has_passed_is_told_with_all_its_places(tmp_path: Path) -> None:
    (message,) = found(
        tmp_path, "水库除险加固于2022年12月底前完成。", "管网改造2022年11月30日前全部完工。"
    )
    assert message == (
        "“2022年12月底前完成”：完成期限已经过去（2022年），本文件是2024年预算，"
        "多半沿用了往年的文稿（同样的共2处）"
    )


@pytest.mark.parametrize(
    ("sentence", "printed", "says"),
    [
        ("确保完成2021年各项目标任务。", "确保完成2021年各项", "要完成的是往年的目标任务"),
        ("2022年工作计划", "2022年工作计划", "标题说的是往年的计划、目标"),
        ("项目绩效目标表（2022年度）", "项目绩效目标表(2022年度)", "绩效目标的年度是往年的"),
        (
            "年度目标（2022年1月—2022年12月）", "年度目标(2022年1月—2022年12月)",
            "绩效目标的年度是往年的",
        ),
        ("2022年，我局将继续推进水网建设。", "2022年,我局将继续", "把往年写成了将来"),
        ("2022年度申请项目资金209万元。", "2022年度申请项目资金", "申请的是往年的资金"),
        ("截至2022年12月，在职职工30人。", "截至2022年12月,在职职工30人", "人员的截止日期是往年的"),
    ],
)  # fmt: skip
def test_an_earlier_year_is_told_with_what_it_is_used_for(
    sentence: str, printed: str, says: str, tmp_path: Path
) -> None:
    (message,) = found(tmp_path, sentence)
    assert message.startswith(f"“{printed}”：{says}（{printed[printed.index('20') :][:4]}年）")


@pytest.mark.parametrize(
    "sentence",
    [
        "水库除险加固已于2022年12月底前完成。",
        "水库除险加固原计划2022年12月底前完成。",
        "2022年12月底前完成的工程由村集体管护。",
        "2022年底前建成的供水工程，2024年实施维修。",
        "2022年底前完成前期工作，2024年底前完成建设。",
        "2000年底前建成老旧小区的供水管网。",
        "按照《关于确保完成2022年各项任务的通知》开展工作。",
        "依据青水字〔2022〕15号文件开展工作。",
        "根据县政府关于确保完成2022年各项任务的通知开展工作。",
        "2022年申请项目资金100万元，2024年申请项目资金50万元。",
        "2022年度申请项目资金结转使用。",
        "截至2023年12月31日，在职人员30人。",
        "2022年度项目支出绩效目标自评表（2022年度）",
        "2024年，我局将继续推进水网建设。",
        "2022年，我局将全面推进河长制作为首要任务。",
        "2022年，我局将重点任务分解到各股室。",
    ],
)
def test_an_earlier_year_that_is_meant_is_right(sentence: str, tmp_path: Path) -> None:
    assert found(tmp_path, sentence) == []


def test_a_year_that_a_heading_looks_back_on_is_right(tmp_path: Path) -> None:
    deadline = "2023年底前实现村村通水。"
    assert found(tmp_path, deadline)
    assert found(tmp_path, "（一）2023年工作完成情况", deadline) == []


def test_final_accounts_may_tell_of_deadlines_of_their_time(tmp_path: Path) -> None:
    title = "青禾县水利局2024年度部门决算"
    assert found(tmp_path, "水库除险加固于2023年12月底前完成。", title=title) == []


def test_another_body_speaks(tmp_path: Path) -> None:
    assert found(tmp_path, "我校压减办公费。", "我校公开用款进度。") == [
        "自称“我校”，与本文件的单位（青禾县水利局）不符，多半沿用了别的单位的文稿（同样的共2处）"
    ]


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("青禾县水利局2024年部门预算公开", "我局压减办公费，自我校准计量设备，打破自我局限。"),
        ("青禾县水利局2024年部门预算公开", "整理《我校的故事》一书。"),
        ("青禾县教育局2024年部门预算公开", "我校压减办公费。"),
        ("青禾县第一中学2024年单位预算公开", "我校压减办公费。"),
        ("青禾县白石镇2024年部门预算公开", "我镇压减办公费。"),
    ],
)
def test_a_body_may_speak_for_itself_and_for_those_below_it(
    title: str, sentence: str, tmp_path: Path
) -> None:
    assert found(tmp_path, sentence, title=title) == []


def in_goals(tmp_path: Path, texts: dict[str, str], name: str = "农产品质量安全监测") -> list[str]:
    """The messages of BL742 on the goals of a project of the fictional budget."""
    document = printed(5, texts)(build())
    document = document.edit_text("dept/s5/goals5", "农产品质量安全监测", name)
    report = lint_printed(document, "rows", tmp_path)
    return [found.message for found in report.findings if found.rule == "BL742"]


def test_the_goals_of_a_project_of_an_earlier_year_keep_its_deadlines(tmp_path: Path) -> None:
    passed = {goals_of(5): "1.2022年底前完成定量检测六百批次"}
    assert in_goals(tmp_path, passed)
    assert in_goals(tmp_path, passed, "2022年农产品质量安全监测") == []
    assert in_goals(tmp_path, passed, "农产品质量安全监测（结转）") == []


def test_a_date_is_a_deadline_unless_something_began_then(tmp_path: Path) -> None:
    assert in_goals(tmp_path, {"600批次": "2022年3月"})
    assert in_goals(tmp_path, {"600批次": "2022年3月", "定量检测批次": "检测站开工时间"}) == []


@settings(max_examples=30, deadline=None)
@given(
    year=st.integers(2018, 2027),
    month=st.integers(1, 12),
    done=st.sampled_from(["完成", "建成", "验收", "拨付"]),
)
def test_only_deadlines_before_the_year_of_a_budget_have_passed(
    year: int, month: int, done: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        told = found(Path(folder), f"水库除险加固{year}年{month}月底前{done}。")
    assert bool(told) == (year < 2024)
