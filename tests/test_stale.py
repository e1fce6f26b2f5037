"""What is over and what is repeated: what makes such a sentence right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from linting import lint_text

if TYPE_CHECKING:
    from pathlib import Path


def messages(tmp_path: Path, *sentences: str, year: int = 2024) -> list[str]:
    """The messages of both rules on the duties of a fictional department."""
    lines = (f"青禾县水利局{year}年部门预算公开", "一、部门职责及机构设置情况", *sentences)
    report = lint_text("\n\n".join(lines), tmp_path)
    return [found.message for found in report.findings if found.rule in ("BL741", "BL911")]


def test_an_institution_that_is_over_is_named_with_all_its_places(tmp_path: Path) -> None:
    found = messages(tmp_path, "配合县国土资源局管理水库用地。", "向县国土资源局报送资料。")
    (message,) = found
    assert message == (
        "2024年还写“国土资源局”：2018年机构改革后不再保留，现为自然资源部门，"
        "请核对是否沿用了往年的文稿（同样的共2处）"
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "承接原县国土资源局的水域确权职责。",
        "巩固拓展脱贫攻坚成果，做好同乡村振兴的有效衔接。",
        "2018年与县国土资源局签订的合同继续履行。",
        "执行《县国土资源局关于水库用地的通知》。",
    ],
)
def test_what_is_said_of_the_past_is_right(sentence: str, tmp_path: Path) -> None:
    assert messages(tmp_path, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("深入开展“不忘初心、牢记使命”主题教育。", 2020),
        ("巩固“不忘初心、牢记使命”主题教育成果。", 2024),
        ("落实“十四五”水利规划。", 2025),
        ("总结“十三五”规划执行情况，编制“十四五”规划。", 2024),
        ("抓好动物疫情防控。", 2024),
        ("支持驻村扶贫工作队开展帮扶，做好消费扶贫工作。", 2024),
        ("执行《政府会计制度——行政事业单位会计科目和报表》。", 2024),
    ],
)
def test_what_is_not_over_or_lives_on_is_right(sentence: str, year: int, tmp_path: Path) -> None:
    assert messages(tmp_path, sentence, year=year) == []


@pytest.mark.parametrize(
    ("sentence", "printed", "now"),
    [
        (
            "深入开展“不忘初心、牢记使命”主题教育。",
            "不忘初心、牢记使命主题教育",
            "最新部署的学习教育",
        ),
        ("落实“十三五”水利规划。", "落实十三五", "现行的五年规划"),
        ("（四）脱贫攻坚工作", "脱贫攻坚工作", "巩固拓展脱贫攻坚成果"),
        ("执行《事业单位会计制度》。", "《事业单位会计制度》", "政府会计准则制度"),
        ("2024年抓好常态化疫情防控。", "常态化疫情防控", "现在的任务"),
    ],
)
def test_campaigns_plans_and_rules_that_are_over(
    sentence: str, printed: str, now: str, tmp_path: Path
) -> None:
    (message,) = messages(tmp_path, sentence)
    assert message.startswith(f"2024年还写“{printed}”：")
    assert f"现为{now}，" in message


def test_different_words_for_one_thing_are_one_finding(tmp_path: Path) -> None:
    (message,) = messages(tmp_path, "做好扶贫工作，年底完成脱贫任务。")
    assert message.startswith("2024年还写“扶贫工作”、“完成脱贫任务”：")


def test_an_institution_is_right_as_long_as_it_was(tmp_path: Path) -> None:
    assert messages(tmp_path, "配合县国土资源局管理水库用地。", year=2018) == []


def test_a_sentence_written_twice_is_told_once(tmp_path: Path) -> None:
    found = messages(tmp_path, *["负责全县水利工程的建设和运行管理工作。"] * 2)
    assert found == [
        "“负责全县水利工程的建设和运行管理工作”紧接着又写了一遍（共2处），多半是复制后漏改"
    ]


def test_a_paragraph_of_several_sentences_is_told_once(tmp_path: Path) -> None:
    duty = "负责全县水利工程的建设和运行管理工作。组织实施农村供水水质监督。"
    (message,) = messages(tmp_path, f"1、{duty}", f"2、{duty}", "3、承办县政府交办的事项。")
    assert message == (
        "“负责全县水利工程的建设和运行管理工作。组织实施农…”紧接着又写了一遍（共2处），"
        "多半是复制后漏改"
    )


@pytest.mark.parametrize(
    "sentences",
    [
        ["公务接待费2.10万元，与2023年持平。公务接待费2.10万元，与2023年持平。"],
        ["2024年安排供水工程维修资金40.00万元，其中泵站10.00万元，管网30.00万元。"] * 2,
    ],
)
def test_figures_are_no_reason_to_say_the_same_at_once(
    sentences: list[str], tmp_path: Path
) -> None:
    (message,) = messages(tmp_path, *sentences)
    assert message.endswith("紧接着又写了一遍（共2处），多半是复制后漏改")


@pytest.mark.parametrize(
    "sentence",
    [
        "负责工程建设。",
        "本部门无此项财政拨款收入和支出安排。",
        "主要用于在职人员工资福利和日常办公。",
        "安排资金10.00万元改善农村供水条件。",
    ],
)
def test_what_repeats_for_a_reason_is_right(sentence: str, tmp_path: Path) -> None:
    assert messages(tmp_path, sentence, sentence) == []


@pytest.mark.parametrize("piece", ["水", "水，", "1、", "（一）负责水利工程"])
def test_a_paragraph_without_a_stop_is_read_to_its_end(piece: str, tmp_path: Path) -> None:
    assert messages(tmp_path, piece * 50_000) == []
