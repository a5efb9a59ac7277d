"""Code objects as bytes that depend on nothing but the code: the same on every machine and in every process.

`marshal.dumps` marks an object for later reference by looking at reference counts, so its bytes depend
on what else the process has imported. `canonical` parses its output and writes it again, marking only what
is referred to, and refers wherever the same text, bytes or tuple stands twice.
The format is CPython's `Python/marshal.c`, version 4, for Python 3.13 (`slice` constants came later).
"""

from __future__ import annotations

import marshal
import struct
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from types import CodeType

FLAG_REF = 0x80
_CODE_OBJECTS_BEFORE_LINE = 8  # code, constants, names, local names, their kinds, file, name, qualified name
_CODE_OBJECTS_AFTER_LINE = 2  # line table, exception table
_FIXED = {**dict.fromkeys(b"0NFTS.", 0), ord("i"): 4, ord("g"): 8, ord("y"): 16}  # kind: bytes that follow
_COUNTED = {  # kind: bytes of the count that follows, and what it counts
    **dict.fromkeys(b"sau", (4, "bytes")),
    ord("z"): (1, "bytes"),
    **dict.fromkeys(b"(<>[", (4, "objects")),
    ord(")"): (1, "objects"),
    ord("l"): (4, "digits"),
}
_SHARED = b"sauz()"  # the immutable kinds that may be written once and referred to
# Whether a text is interned depends on what else the process has met; Python interns the names of code as it loads it.
_NOT_INTERNED = {ord("A"): ord("a"), ord("Z"): ord("z"), ord("t"): ord("u")}


@dataclass(frozen=True)
class Node:
    """One object: its kind byte, the bytes that follow the kind, and the objects inside it."""

    kind: int
    head: bytes
    parts: tuple[Node, ...] = ()
    tail: tuple[Node, ...] = ()  # only code objects: what follows the line number
    line: bytes = b""

    @property
    def children(self) -> chain[Node]:
        """The objects inside this one, in the order they are written."""
        return chain(self.parts, self.tail)


def _unsigned(data: bytes) -> int:
    return int.from_bytes(data, "little")


class _Parser:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0
        self.seen: list[Node | None] = []

    def take(self, size: int) -> bytes:
        self.at += size
        return self.data[self.at - size : self.at]

    def many(self, count: int) -> tuple[Node, ...]:
        return tuple(self.node() for _ in range(count))

    def node(self) -> Node:
        byte = self.take(1)[0]
        kind, index = byte & ~FLAG_REF, len(self.seen)
        if kind == ord("r"):
            node = self.seen[_unsigned(self.take(4))]
            if node is None:
                raise ValueError("a code object refers to something that contains it")
            return node
        if byte & FLAG_REF:
            self.seen.append(None)
        node = self.body(_NOT_INTERNED.get(kind, kind))
        if byte & FLAG_REF:
            self.seen[index] = node
        return node

    def body(self, kind: int) -> Node:
        if kind == ord("c"):
            counts = self.take(20)
            parts = self.many(_CODE_OBJECTS_BEFORE_LINE)
            line = self.take(4)
            return Node(kind, counts, parts, self.many(_CODE_OBJECTS_AFTER_LINE), line)
        if kind in _FIXED:
            return Node(kind, self.take(_FIXED[kind]))
        if kind not in _COUNTED:
            raise ValueError(f"marshal data of an unknown kind {chr(kind)!r}: is this Python 3.13?")
        width, of_what = _COUNTED[kind]
        size = self.take(width)
        count = _unsigned(size)
        if of_what == "digits":
            count = abs(struct.unpack("<i", size)[0])
            return Node(kind, size + self.take(2 * count))
        if of_what == "bytes":
            return Node(kind, size + self.take(count))
        return Node(kind, size, self.many(count))


class _Writer:
    def __init__(self, root: Node) -> None:
        self.uses: Counter[Node] = Counter()
        self.count(root)
        self.index: dict[Node, int] = {}
        self.out = bytearray()

    def count(self, node: Node) -> None:
        if node.kind in _SHARED:
            self.uses[node] += 1
            if self.uses[node] > 1:
                return
        for child in node.children:
            self.count(child)

    def write(self, node: Node) -> None:
        if node.kind in _SHARED and node in self.index:
            self.out += b"r" + struct.pack("<I", self.index[node])
            return
        shared = node.kind in _SHARED and self.uses[node] > 1
        if shared:
            self.index[node] = len(self.index)
        self.out.append(node.kind | (FLAG_REF if shared else 0))
        self.out += node.head
        for child in node.parts:
            self.write(child)
        self.out += node.line
        for child in node.tail:
            self.write(child)


def canonical(code: CodeType) -> bytes:
    """`code` as bytes for `marshal.loads`, free of the accidents of the process that compiled it."""
    root = _Parser(marshal.dumps(code)).node()
    writer = _Writer(root)
    writer.write(root)
    return bytes(writer.out)
