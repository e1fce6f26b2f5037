"""The zip package of a Word document, opened without trusting it.

Nothing is unpacked before the directory was looked at, nothing is read without a bound, and no
XML with a document type declaration is parsed: neither a decompression bomb nor entity expansion
nor a reference to another file or host gets anywhere.
"""

from __future__ import annotations

import io
import posixpath
import re
import stat
import struct
import zipfile
import zlib
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from budgetlint.lang import say
from budgetlint.readers.docx_foreign import no_word_package, no_zip
from budgetlint.readers.docx_xml import STRICT_NAMESPACES, W
from budgetlint.readers.errors import PROTECTED, UNREADABLE, UNSAFE, UNSUPPORTED, ReadError

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element as Element

MEBIBYTE = 1024 * 1024
MAX_ENTRIES = 10_000
MAX_UNPACKED = 1024 * MEBIBYTE
"""All entries together, by their headers; pictures are counted but never unpacked."""
MAX_READ = 64 * MEBIBYTE
"""All XML of one document that is really unpacked."""
MAX_MARKUP = 6_000_000
"""Tags and attributes of one document: each becomes a node of some hundred bytes."""
MAX_RATIO = 300
RATIO_FREE = 4 * MEBIBYTE
"""An entry up to this size may be packed as tightly as it likes."""

_PROPERTIES = {
    "core-properties",
    "extended-properties",
    "custom-properties",
    "extendedProperties",
    "customProperties",
}
_MAX_PROPERTIES = MEBIBYTE
_CONTENT_TYPES = "[content_types].xml"
_MAIN_CONTENT = "wordprocessingml.document.main+xml"
_DAMAGED = "文件不完整或已损坏，无法打开；请重新下载，或用 Word、WPS 另存为 .docx 后再检查。"
_BOMB = "文件解压后异常庞大，疑似压缩炸弹，没有读取；请用 Word 打开确认无误后另存为新的 .docx。"
_ENTITIES = (
    "文件的 XML 含有文档类型或实体声明，可能有害，没有读取；请用 Word 打开并另存为新的 .docx。"
)
_TOO_DEEP = "文件的嵌套层次或文本长度超出正常范围，没有读取；请用 Word 打开并另存为新的 .docx。"
_TOO_LARGE = "文件的内容过多（相当于上千页），没有读取；请拆分成几个 .docx 后再检查。"
_BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 0x1
_DIRECTORY_ENTRY = b"PK\x01\x02"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another; ``kind`` is the last word of its type."""

    kind: str
    target: str


class Package:
    """The parts of one Word document, parsed when asked for.

    Raises ReadError where the bytes are no package, are damaged, or exceed a limit.
    """

    def __init__(self, data: bytes) -> None:
        if not data.startswith(b"PK"):
            raise no_zip(data)
        # The directory of a zip says how many entries it has, and may lie; signatures cannot.
        if data.count(_DIRECTORY_ENTRY) > 2 * MAX_ENTRIES:
            raise ReadError(UNSAFE, say(_BOMB))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN_ZIP as error:
            raise ReadError(UNREADABLE, say(_DAMAGED)) from error
        self._entries = {_folded(info.filename): info for info in self._zip.infolist()}
        self._left = MAX_READ
        self._markup_left = MAX_MARKUP
        self._check_directory()
        self._contents = self._overrides()
        self._package_links = self._relationships("")
        self.main = self._find_main()
        self._links = self._relationships(self.main)

    def part(self, name: str) -> Element | None:
        """The root of the part ``name``, or None where there is none."""
        data = self._read(name)
        if data is None:
            return None
        self._markup_left -= data.count(b"<") + data.count(b"=")
        if self._markup_left < 0:
            raise ReadError(UNSAFE, say(_TOO_LARGE))
        return parse(data)

    def document(self) -> Element:
        """The root of the main document."""
        root = self.part(self.main)
        if root is None:
            raise ReadError(UNREADABLE, say(_DAMAGED))
        if root.tag != W + "document":
            raise ReadError(
                UNSUPPORTED,
                say("文件的正文不是通常的 Word 格式；请用 Word 打开并另存为“Word 文档（.docx）”。"),
            )
        return root

    def related(self, kind: str) -> list[Element]:
        """The roots of the parts that the main document links to as ``kind``."""
        names = dict.fromkeys(r.target for r in self._links if r.kind == kind)
        parts = (self.part(name) for name in names)
        return [part for part in parts if part is not None]

    def properties(self) -> list[Element]:
        """The roots of the parts that tell of the file itself: core, extended, custom properties.

        One that is damaged, unsafe or larger than any word processor writes is left out: it is no
        reason not to read the document.
        """
        found = []
        for name in dict.fromkeys(r.target for r in self._package_links if r.kind in _PROPERTIES):
            info = self._entries.get(name)
            if info is not None and info.file_size <= _MAX_PROPERTIES:
                with suppress(ReadError):
                    found.append(self.part(name))
        return [root for root in found if root is not None]

    def _check_directory(self) -> None:
        infos = self._zip.infolist()
        unpacked = sum(info.file_size for info in infos)
        tight = any(
            info.file_size > RATIO_FREE and info.file_size > MAX_RATIO * max(info.compress_size, 1)
            for info in infos
        )
        if len(infos) > MAX_ENTRIES or unpacked > MAX_UNPACKED or tight:
            raise ReadError(UNSAFE, say(_BOMB))
        if any(info.flag_bits & _ENCRYPTED for info in infos):
            raise ReadError(PROTECTED, say("文件的压缩包有密码，无法读取；请去掉密码后再检查。"))

    def _find_main(self) -> str:
        for relationship in self._package_links:
            if relationship.kind == "officeDocument" and self._is_word(relationship.target):
                return relationship.target
        for name, content in self._contents.items():
            if content.endswith(_MAIN_CONTENT) and name in self._entries:
                return name
        raise no_word_package(
            self._zip.namelist(),
            self._read("mimetype") or b"",
            self._read(_CONTENT_TYPES) or b"",
        )

    def _is_word(self, name: str) -> bool:
        """Whether the part exists and no content type says that it is something else."""
        known = "word" in self._contents.get(name, "word")
        return name in self._entries and known and not name.startswith(("xl/", "ppt/"))

    def _overrides(self) -> dict[str, str]:
        """The content types that are given for single parts."""
        root = self.part(_CONTENT_TYPES)
        elements = [] if root is None else root.iterchildren("{*}Override")
        return {_folded(e.get("PartName", "")): e.get("ContentType", "") for e in elements}

    def _relationships(self, source: str) -> list[Relationship]:
        folder, name = posixpath.split(source)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return []
        return [
            Relationship(e.get("Type", "").rsplit("/", 1)[-1], _target(folder, e.get("Target", "")))
            for e in root.iterchildren("{*}Relationship")
            if e.get("TargetMode") != "External"
        ]

    def _read(self, name: str) -> bytes | None:
        info = self._entries.get(_folded(name))
        if info is None:
            return None
        if info.compress_type not in _METHODS:
            raise ReadError(UNREADABLE, say(_DAMAGED))
        try:
            with self._zip.open(info) as stream:
                data = stream.read(self._left + 1)
        except _BROKEN_ZIP as error:
            raise ReadError(UNREADABLE, say(_DAMAGED)) from error
        if len(data) > self._left:
            raise ReadError(UNSAFE, say(_BOMB))
        self._left -= len(data)
        return data


def load(path: Path, max_size: int) -> Package:
    """The package in the file at ``path``, if that is no larger than ``max_size`` bytes.

    Raises ReadError.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ReadError(UNREADABLE, say("这不是普通文件，无法读取；请指定一个 .docx 文件。"))
        with path.open("rb") as file:
            data = file.read(max_size + 1)
    except OSError as error:
        raise ReadError(
            UNREADABLE, say("无法打开文件；请检查文件是否存在、是否有读取权限或正被占用。")
        ) from error
    if len(data) > max_size:
        raise ReadError(
            UNSAFE,
            say(
                "文件超过 {megabytes:g} MB 的上限，没有读取；"
                "请压缩其中的图片，或调高 max-file-size。",
                megabytes=max_size / MEBIBYTE,
            ),
        )
    return Package(data)


def parse(data: bytes) -> Element:
    """The root of an XML part, with the namespaces of the strict form made the usual ones.

    Raises ReadError for XML that is not well-formed, declares a document type, or is nested or
    sized beyond what a word processor writes.
    """
    # A part in UTF-16 has a zero byte in every ASCII character.
    plain = data.replace(b"\0", b"") if b"\0" in data[:4] or data[:2] in _WIDE_MARKS else data
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise ReadError(UNSAFE, say(_ENTITIES))
    if b"purl.oclc.org/ooxml" in data:
        data = _STRICT.sub(lambda match: STRICT_NAMESPACES.get(match[0], match[0]), data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if getattr(error, "code", 0) in _LIMITS:
            raise ReadError(UNSAFE, say(_TOO_DEEP)) from error
        raise ReadError(UNREADABLE, say(_DAMAGED)) from error
    except ValueError as error:
        raise ReadError(UNREADABLE, say(_DAMAGED)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReadError(UNSAFE, say(_ENTITIES))
    return root


_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_LIMITS = {
    etree.ErrorTypes.ERR_RESOURCE_LIMIT,
    etree.ErrorTypes.ERR_NAME_TOO_LONG,
    etree.ErrorTypes.ERR_ENTITY_LOOP,
}
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/[A-Za-z/]+")


def _folded(name: str) -> str:
    """Part names differ neither in case nor, by some writers, in their slashes."""
    return name.replace("\\", "/").lstrip("/").lower()


def _target(folder: str, target: str) -> str:
    """The part name that a relationship of a part in ``folder`` points to."""
    return _folded(posixpath.normpath(posixpath.join("/" + folder, unquote(target))))
