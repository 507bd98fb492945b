"""A zip that nobody vouches for: measured before anything in it is inflated."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
#: what zipfile raises for bytes that are no zip, or a broken one
_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


class Fault(Enum):
    """Why a file is not taken as an Office package."""

    NOT_ZIP = auto()
    #: an OLE file: what Office wrote before 2007
    COMPOUND = auto()
    LOCKED = auto()
    BROKEN = auto()
    TOO_LARGE = auto()


class Unfit(Exception):
    """A file is not taken as an Office package: why, and that in words where there is more."""

    def __init__(self, fault: Fault, message: str = "") -> None:
        super().__init__(message)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may come out of a zip."""

    entries: int
    #: bytes of all that is inflated
    content: int
    #: how many times as large an entry may become, where it is larger than `measured_from` bytes
    steepest: int
    measured_from: int


def is_compound(content: bytes) -> bool:
    """Return whether a file is an OLE compound file (MS-CFB): a .doc, or an encrypted .docx."""
    return content.startswith(_OLE)


class Archive:
    """The entries of a zip by name. Nothing is inflated that was not asked for and measured.

    Raises `Unfit` where the bytes are no zip, are encrypted, or hold too much.
    """

    def __init__(self, content: bytes, limits: Limits) -> None:
        if is_compound(content):
            raise Unfit(Fault.LOCKED if _ENCRYPTED_STREAM in content else Fault.COMPOUND)
        self._limits = limits
        self._inflated = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _ZIP_FAULTS as error:
            raise _unread(content) from error
        # An entry may have no name at all; `is_dir` looks at the last letter of it.
        named = (one for one in self._zip.infolist() if one.filename)
        self.entries = tuple(one for one in named if not one.is_dir())
        self._is_zip = content.startswith(b"PK")
        self._length = len(content)
        if len(self.entries) > limits.entries:
            raise _bomb(f"文件包里有 {len(self.entries)} 个部件，超过 {limits.entries} 个")
        if len({one.filename.lower() for one in self.entries}) < len(self.entries):
            raise Unfit(Fault.BROKEN, "文件包里有同名的部件")

    def inflate(self, names: Iterable[str] | None = None) -> dict[str, bytes]:
        """Return the bytes of entries by name, all of them or those named; raises `Unfit`."""
        wanted = None if names is None else set(names)
        chosen = [one for one in self.entries if wanted is None or one.filename in wanted]
        self._measure(chosen)
        try:
            return {one.filename: self._read(one) for one in chosen}
        except _ZIP_FAULTS as error:
            raise _unread(b"PK" if self._is_zip else b"") from error

    def _measure(self, chosen: list[zipfile.ZipInfo]) -> None:
        limits = self._limits
        self._inflated += sum(one.file_size for one in chosen)
        if self._inflated > limits.content:
            raise _bomb(f"展开后超过 {limits.content // 1024**2} MB")
        for one in chosen:
            if one.flag_bits & 1:
                raise Unfit(Fault.LOCKED)
            if one.file_size > max(limits.measured_from, limits.steepest * one.compress_size):
                raise _bomb(f"部件“{one.filename}”展开后是原来的 {limits.steepest} 倍以上")
        # More bytes in the entries than in the file: some lie in others, or the sizes lie.
        if sum(one.compress_size for one in chosen) > self._length:
            raise Unfit(Fault.BROKEN, "部件标明的大小加起来超过了文件")

    def _read(self, entry: zipfile.ZipInfo) -> bytes:
        content = self._zip.read(entry)  # never more than the size that was measured
        if len(content) != entry.file_size:
            raise Unfit(Fault.BROKEN, f"部件“{entry.filename}”的大小与标明的不符")
        return content


def _unread(content: bytes) -> Unfit:
    if content.startswith(b"PK"):
        return Unfit(Fault.BROKEN, "文件包不完整")
    return Unfit(Fault.NOT_ZIP)


def _bomb(message: str) -> Unfit:
    return Unfit(Fault.TOO_LARGE, message)


def strays(name: str) -> bool:
    """Return whether an entry's name leads out of the package when it is unpacked to a folder."""
    return "\\" in name or ":" in name or name.startswith("/") or ".." in name.split("/")
