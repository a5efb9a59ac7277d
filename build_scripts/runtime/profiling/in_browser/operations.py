"""A broad set of Python operations on random inputs, summed up in a hash.

Equal hashes: this Python is that one.

`COMMON` is what a calculator may well do and is part of the profile. `RARE` is not: in a split runtime it
makes the second module load, so that the hash also covers functions that moved there.
"""

# mypy: disable-error-code="union-attr, index, operator, attr-defined, unreachable"
# It does on purpose what programs should not: fails, evaluates, and uses old ways of formatting.
# ruff: noqa: INP001, ICN001, RUF001, UP031, FLY002, PLR2004, C416, S307

from __future__ import annotations

import bisect
import cmath
import collections
import copy
import dataclasses
import datetime
import enum
import functools
import hashlib
import heapq
import itertools
import json
import math
import operator
import random
import re
import statistics
import string
import textwrap
import traceback
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ONE = [name for name in dir(math) if not name.startswith("_") and callable(getattr(math, name))]
_FORMATS = ("", ".2f", ",.0f", "+.3e", "08.3f", "%", ".1%", "g", ">12.4g", "^+15,.2f", "_.3f", ".0f", "#.6g", "n")
_WORDS = ("coins", "Ünïcode ß", "ǅ", "1,234.5", "tab\there", "𝔘𝔫𝔦", "a" * 70, "İstanbul", "x=1;y=2", "  pad ", "")


class Plan(enum.Enum):
    """Three plans."""

    SMALL = 1
    MIDDLE = 2
    LARGE = 3


class Flag(enum.Flag):
    """Three flags."""

    A = enum.auto()
    B = enum.auto()
    C = enum.auto()


class Pair(NamedTuple):
    """Two numbers."""

    a: float
    b: float


@dataclasses.dataclass(frozen=True, order=True)
class Order:
    """An order; ordered by price."""

    price: float
    count: int = dataclasses.field(default=1, compare=False)
    tags: tuple[str, ...] = ()

    @functools.cached_property
    def total(self) -> float:
        """Price times count."""
        return self.price * self.count


def _numbers(r: random.Random) -> list[float]:
    return [
        r.choice((r.gauss(0, 1), r.uniform(-1e6, 1e6), r.expovariate(2), float(r.randrange(-50, 50)))) for _ in range(8)
    ]


def mathematics(r: random.Random) -> Iterator[object]:
    """Every function of `math`, with one, two and three arguments, floats and integers."""
    x, y, z = r.uniform(-3, 3), r.uniform(0.01, 40), r.randrange(0, 40)
    for name in _ONE:
        function = getattr(math, name)
        for arguments in ((x,), (y,), (z,), (x, y), (z, 3), (y, z, 2.5)):
            yield name
            yield _tried(function, *arguments)
    values = _numbers(r)
    yield from (math.fsum(values), math.prod(values), math.hypot(*values), math.dist(values, values[::-1]))
    yield from (
        cmath.sqrt(x),
        cmath.exp(complex(x, y)),
        cmath.phase(complex(x, y)),
        abs(complex(x, y)),
        complex(x, y) ** 2,
    )


def arithmetic(r: random.Random) -> Iterator[object]:
    """Integers of any size, floats, and their mixtures."""
    a, b, c = r.getrandbits(r.randrange(1, 200)), r.randrange(-1000, 1000) or 1, r.uniform(-9, 9)
    names = ("add", "sub", "mul", "floordiv", "mod", "truediv", "and_", "or_", "xor", "lt", "eq", "pow")
    for name, (left, right) in itertools.product(names, ((a, b), (b, a), (c, b), (a, c))):
        if name != "pow":
            yield _tried(getattr(operator, name), left, right)
    yield from (a << 7, a >> 5, -a, ~a, a.bit_length(), a.bit_count(), divmod(a, b), pow(a, 5, 997), b**7, c**2, abs(b))
    yield from (
        round(c, 2),
        round(c),
        round(a, -3),
        int(c),
        float(b),
        hex(a),
        bin(b),
        oct(a),
        c.hex(),
        c.as_integer_ratio(),
    )
    yield from (int(str(a)), int(hex(a), 16), float(repr(c)), float.fromhex(c.hex()), a.to_bytes(32, "big"), bool(b))


def texts(r: random.Random) -> Iterator[object]:
    """Formatting, methods of `str` and `bytes`, encodings."""
    number, word, other = r.choice(_numbers(r)), r.choice(_WORDS), r.choice(_WORDS)
    for spec in _FORMATS:
        yield _tried(format, number, spec)
        yield _tried(format, int(number), spec)
    yield from (
        f"{word!r:>20}",
        f"{number=}",
        "%5.1f|%s|%d|%x" % (number, word, 7, 255),
        "{:>{w}}".format(word, w=9),
        repr(number),
    )
    for name in (
        "upper",
        "lower",
        "title",
        "casefold",
        "swapcase",
        "strip",
        "split",
        "splitlines",
        "isalpha",
        "isnumeric",
    ):
        yield getattr(word, name)()
    yield from (
        word.encode(),
        word.encode("utf-8").decode(),
        ascii(word),
        word[::-1],
        word * 2,
        word + other,
        word < other,
    )
    yield from (
        word.replace("a", "b"),
        word.find("i"),
        word.partition("="),
        word.zfill(9),
        word.center(20, "*"),
        len(word),
    )
    yield from (
        word.startswith(("a", "c")),
        word.translate(str.maketrans("abc", "xyz")),
        ",".join([word, other]),
        word.count("a"),
    )
    yield from (
        bytes(word, "utf-8").hex(),
        bytearray(b"ab") + b"c",
        b"a,b".split(b","),
        word.encode("ascii", "xmlcharrefreplace"),
    )
    yield from (
        textwrap.wrap("word " * 30, 40),
        string.capwords(word),
    )
    yield string.Template("$a and ${b}").substitute(a=word, b=number)


def collections_and_records(r: random.Random) -> Iterator[object]:
    """Lists, dictionaries, sets, heaps, records, enumerations, copying, matching."""
    values = _numbers(r)
    yield from (
        sorted(values),
        sorted(values, key=abs, reverse=True),
        min(values),
        max(values),
        sum(values),
        values[2:6:2],
    )
    yield from (
        sorted({round(v) for v in values} | {1, 2}),
        sorted({1, 2, 3} - {2}),
        dict(enumerate(values)),
        any(values),
    )
    yield from (
        collections.Counter(map(round, values)).most_common(3),
        list(collections.deque(values, 3)),
        values.index(values[3]),
    )
    groups = collections.defaultdict(list)
    for value in values:
        groups[value > 0].append(value)
    yield dict(groups)
    heap = list(values)
    heapq.heapify(heap)
    yield from (
        heapq.heappop(heap),
        heapq.nsmallest(3, values),
        bisect.bisect(sorted(values), 0),
        list(itertools.accumulate(values)),
    )
    yield from (
        list(itertools.pairwise(values))[:2],
        list(itertools.combinations(range(4), 2)),
        list(zip(values, "abc", strict=False)),
    )
    order = Order(values[0], round(values[1]), ("x",))
    yield from (
        order,
        order.total,
        dataclasses.replace(order, count=2),
        dataclasses.asdict(order),
        order < Order(0.0),
        hash(Order(1.5)),
    )
    yield from (
        Pair(1, 2)._replace(b=values[0]),
        Plan(2),
        Plan["LARGE"].value,
        Flag.A | Flag.C,
        list(Plan),
        copy.deepcopy(groups),
    )
    match order:
        case Order(price=price, count=count) if price > 0:
            yield ("positive", count)
        case Order(tags=(tag, *_)):
            yield tag
    yield functools.reduce(operator.mul, range(1, 20))
    yield list(map(operator.attrgetter("total"), [order]))


def libraries(r: random.Random) -> Iterator[object]:
    """`json`, `re`, `statistics`, `random`, `datetime`."""
    values = _numbers(r)
    text = json.dumps(
        {"v": values, "w": [r.choice(_WORDS), None, True, {"n": 1}]},
        sort_keys=r.random() < 0.5,
        indent=r.choice((None, 1)),
    )
    yield from (text, json.loads(text), json.dumps("é\u2028", ensure_ascii=r.random() < 0.5))
    yield from (
        re.findall(r"[\w.]+", text)[:5],
        re.sub(r"(?P<d>\d)\.", r"<\g<d>>", text)[:80],
        re.split(r"[,:]\s*", text)[:4],
    )
    yield from (
        re.fullmatch(r"\s*([+-]?\d+(?:\.\d+)?)\s*%?", " 12.5 %").groups(),
        re.search(r"(?i)COINS?\b", " coins").span(),
    )
    yield from (
        statistics.mean(values),
        statistics.median(values),
        statistics.stdev(values),
        statistics.quantiles(values, n=5),
    )
    yield from (
        statistics.fmean(values),
        statistics.NormalDist(1, 2).inv_cdf(r.random() * 0.98 + 0.01),
        statistics.NormalDist().cdf(values[0]),
    )
    yield from (
        statistics.linear_regression(range(8), values),
        statistics.correlation(range(8), values),
        statistics.mode([1, 1, 2]),
    )
    yield from (
        r.sample(range(100), 5),
        r.choices("abc", (1, 2, 3), k=4),
        r.triangular(0, 1, 0.3),
        r.betavariate(2, 3),
        r.lognormvariate(0, 1),
    )
    day = datetime.date(2020, 1, 1) + datetime.timedelta(days=r.randrange(0, 4000))
    yield from (
        day,
        day.isoformat(),
        day.weekday(),
        day.strftime("%d %b %Y"),
        datetime.date.fromisoformat(day.isoformat()),
        day.isocalendar(),
    )
    moment = datetime.datetime(2024, 5, 6, 7, 8, tzinfo=datetime.UTC) + datetime.timedelta(hours=r.random() * 1e4)
    yield from (moment, moment.timestamp(), str(moment - datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)))


def failures(r: random.Random) -> Iterator[object]:
    """Errors, their texts and their tracebacks; generators, contexts, closures."""
    for fail in (
        lambda: 1 / (r.randrange(2) * 0),
        lambda: [][r.randrange(3)],
        lambda: int("x"),
        lambda: {}[r.random()],
        lambda: "a" + 1,
    ):
        try:
            fail()
        except Exception:  # noqa: BLE001  failing is what they are for
            yield traceback.format_exc().splitlines()[-1]

    def numbers() -> Iterator[float]:
        received = yield 1.0
        while received is not None:
            received = yield received * 2

    generator = numbers()
    yield from (next(generator), generator.send(r.random()), [x * y for x in range(3) for y in range(3) if x != y])
    generator.close()
    yield {key: value for key, value in zip("abc", itertools.count(r.randrange(5)), strict=False)}


def rare(r: random.Random) -> Iterator[object]:
    """What no calculator of ours does, from the far corners of the interpreter."""
    import decimal  # noqa: PLC0415  not part of the profile
    import fractions  # noqa: PLC0415
    import unicodedata  # noqa: PLC0415
    import zlib  # noqa: PLC0415

    word, number = r.choice(_WORDS), r.choice(_numbers(r))
    yield from (
        decimal.Decimal(repr(number)).sqrt()
        if number > 0
        else decimal.Decimal(repr(number)).quantize(decimal.Decimal("0.01")),
    )
    yield from (
        fractions.Fraction(number).limit_denominator(99),
        fractions.Fraction(3, 7) ** 3,
        decimal.Decimal(2).ln(),
    )
    yield from (
        unicodedata.normalize("NFKD", word),
        [unicodedata.name(letter, "?") for letter in word[:4]],
        unicodedata.lookup("EURO SIGN"),
    )
    yield from (
        zlib.crc32(word.encode()),
        zlib.decompress(zlib.compress(word.encode() * 9)),
        bytes(memoryview(b"abcdef")[1:5:2]),
    )
    yield from (
        word.encode("utf-16"),
        word.encode("utf-32").decode("utf-32"),
        eval("lambda x: x + 1")(2),
        compile("1 + 2", "", "eval").co_consts,
    )
    for size in (1_000, 3_000):
        yield hashlib.sha256(str(7**size).encode()).hexdigest()
    yield from (
        hashlib.md5(b"x", usedforsecurity=False).hexdigest(),
        hashlib.sha3_256(b"x").hexdigest(),
        hashlib.blake2b(b"x").hexdigest(),
    )
    yield from (
        sorted([3, "a"], key=str),
        complex("1+2j").conjugate(),
        slice(1, 9, 2).indices(5),
        frozenset((1, 2)) ^ {2, 3},
        type("T", (), {})().__class__.__name__,
    )


def _tried(function: Callable[..., object], *arguments: object) -> object:
    try:
        return function(*arguments)
    except Exception as failure:  # noqa: BLE001  the failure is the result
        return f"{type(failure).__name__}: {failure}"


COMMON = (mathematics, arithmetic, texts, collections_and_records, libraries, failures)
RARE = (rare,)


def digest(asked: str) -> str:
    """SHA-256 over the outputs of `count` random inputs; `asked` is JSON: count, and whether also the rare."""
    wanted: dict[str, Any] = json.loads(asked)
    total = hashlib.sha256()
    for seed in range(wanted["count"]):
        r = random.Random(seed)  # noqa: S311  no secret
        for group in (*COMMON, *(RARE if wanted["rare"] else ())):
            for output in group(r):
                total.update(repr(output).encode("utf-8", "backslashreplace") + b"\n")
    return total.hexdigest()
