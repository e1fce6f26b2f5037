"""Which encoding a text file has."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from budgetlint.readers.charset import decode
from budgetlint.readers.errors import UNREADABLE, ReadError

SENTENCE = "青禾县水务局2024年部门预算\t一、收入合计 1 234.56 万元\r\n（单位：万元）\n"
HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
TEXT = st.text(
    alphabet=st.one_of(HAN, st.sampled_from("0123456789.,\t\n 。：（）％“”")), min_size=1
)


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_every_usual_encoding_is_recognised(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)) == SENTENCE


@given(TEXT)
def test_utf8_round_trip(text: str) -> None:
    assert decode(text.encode()) == text


@given(TEXT)
def test_gb18030_round_trip_unless_the_bytes_are_utf8_as_well(text: str) -> None:
    data = text.encode("gb18030")
    try:
        ambiguous = data.decode("utf-8") != text
    except UnicodeDecodeError:
        ambiguous = False
    assume(not ambiguous)
    assert decode(data) == text


@given(TEXT, st.sampled_from([codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8]))
def test_a_byte_order_mark_decides_and_is_no_text(text: str, mark: bytes) -> None:
    encoding = {
        codecs.BOM_UTF16_LE: "utf-16-le",
        codecs.BOM_UTF16_BE: "utf-16-be",
        codecs.BOM_UTF8: "utf-8",
    }[mark]
    assert decode(mark + text.encode(encoding)) == text


@given(TEXT, st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_utf16_without_mark_is_recognised_by_its_line_ends(text: str, encoding: str) -> None:
    whole = "青禾县预算公开\n" + text + "\n"
    assert decode(whole.encode(encoding)) == whole


def test_yi_holds_a_nul_byte_in_the_wrong_place_for_utf16() -> None:
    text = "一一一一一一，一\n"
    assert decode(text.encode("utf-16-le")) == text
    assert decode(text.encode("utf-16-be")) == text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x81\x20\xff\xff\xfe\xff", id="no encoding"),
        pytest.param("预算".encode()[:-1] + b"\n\xff", id="cut utf-8"),
        pytest.param("青禾县水务局部门预算公开".encode()[:-2] * 2, id="damaged utf-8"),
        pytest.param(codecs.BOM_UTF16_LE + b"\x00\xd8\x00", id="broken utf-16"),
    ],
)
def test_undecodable_bytes_are_refused_with_advice(data: bytes) -> None:
    with pytest.raises(ReadError, match="无法辨认文件的文字编码") as caught:
        decode(data)
    assert caught.value.code == UNREADABLE
    assert "另存为 UTF-8" in caught.value.message


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(bytes(range(256)) * 4, id="all bytes"),
        pytest.param(b"\0" * 4096, id="nothing but NUL"),
        pytest.param(b"\x7fELF\x01\x02\x03\x04\x05\x06\x07\x08" * 40, id="control characters"),
    ],
)
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(ReadError, match="不是文字") as caught:
        decode(data)
    assert caught.value.code == UNREADABLE


def test_a_stray_control_character_does_not_make_a_file_binary() -> None:
    assert decode("预算\x08公开".encode()) == "预算\x08公开"
