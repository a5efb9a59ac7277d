"""Zip and gzip files with the same bytes on every day and machine."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from build_scripts.runtime.compiling import pyc

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import CodeType

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file can name
_PLAIN_FILE = 0o644 << 16
_GZIP_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"  # deflate, no name, no time, best, unknown system
PAGES_GZIP_LEVEL = 6  # what GitHub Pages and most servers compress with


def stored_zip(files: Mapping[str, bytes]) -> bytes:
    """A zip of `files`, uncompressed: the whole is compressed better from outside. Keeps the order given."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        for name, data in files.items():
            info = ZipInfo(name, _EPOCH)
            info.external_attr = _PLAIN_FILE
            info.create_system = 3
            archive.writestr(info, data)
    return out.getvalue()


def zip_of_modules(codes: Mapping[str, CodeType]) -> bytes:
    """Modules by their source's file name as a stored zip of `.pyc` files."""
    return stored_zip({f"{name}c": pyc(code) for name, code in codes.items()})


def gzip_bytes(data: bytes, level: int = 9) -> bytes:
    """`data` as a gzip file without a time or a name inside."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = packer.compress(data) + packer.flush()
    ending = zlib.crc32(data).to_bytes(4, "little") + (len(data) & 0xFFFFFFFF).to_bytes(4, "little")
    return _GZIP_HEADER + body + ending


def size_as_sent(data: bytes) -> int:
    """Bytes on the wire when the server compresses `data` as GitHub Pages does."""
    return len(gzip_bytes(data, PAGES_GZIP_LEVEL))
