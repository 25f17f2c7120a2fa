"""Functions of PDF (ISO 32000-1, 7.10): sampled, exponential, stitched, and the calculator's."""

import math
import re
from collections.abc import Callable
from itertools import product as combinations

from pikepdf import Array, Object, Stream

Values = tuple[float, ...]
Function = Callable[[Values], Values]
DEEPEST = 16
MOST_SAMPLES = 2_000_000
MOST_NUMBERS = 4_096
MOST_TOKENS = 20_000
TOKEN = re.compile(rb"[{}]|[^\s{}]+")


class Unreadable(Exception):
    """Something in a PDF that can't be understood or is not supported: what it is."""


class TooMuch(Exception):
    """A page has more in it than we place."""


def function(found: Object | None, depth: int = 0) -> Function:
    """The function, or several in an array as one. Raises `Unreadable`."""
    if found is None or depth > DEEPEST:
        raise Unreadable("a function that is not there")
    if isinstance(found, Array):
        each = [function(one, depth + 1) for one in found]
        return lambda values: tuple(value for one in each for value in one(values)[:1])
    domain = _floats(found.get("/Domain"))
    bounds = _floats(found.get("/Range")) if "/Range" in found else ()
    match int(found.get("/FunctionType", -1)):
        case 0:
            inner = _sampled(found, domain, bounds)
        case 2:
            inner = _exponential(found)
        case 3:
            inner = _stitched(found, domain, depth)
        case 4:
            inner = _calculator(found)
        case _:
            raise Unreadable("a function of an unknown type")
    return lambda values: _within(inner(_within(values, domain)), bounds)


def _floats(found: Object | None) -> Values:
    if not isinstance(found, Array) or len(found) > MOST_NUMBERS:
        raise Unreadable("a list of numbers that is none")
    return tuple(float(value) for value in found)


def _within(values: Values, bounds: Values) -> Values:
    if not bounds:
        return values
    return tuple(min(max(value, low), high) for value, low, high in zip(values, bounds[::2], bounds[1::2]))


def _interpolated(x: float, low: float, high: float, to_low: float, to_high: float) -> float:
    return to_low if high == low else to_low + (x - low) * (to_high - to_low) / (high - low)


# ---------------------------------------------------------------- sampled


def _sampled(found: Object, domain: Values, bounds: Values) -> Function:
    """7.10.2; between samples linear in all directions."""
    if not isinstance(found, Stream) or not bounds:
        raise Unreadable("a sampled function without samples")
    sizes = [int(size) for size in found.Size]
    outputs, bits = len(bounds) // 2, int(found.BitsPerSample)
    count = math.prod(sizes) * outputs
    if not (1 <= len(sizes) <= 6 and min(sizes) >= 1 and 0 < count <= MOST_SAMPLES and bits in (1, 2, 4, 8, 12, 16, 24, 32)):
        raise Unreadable("a sampled function of this size")
    samples = _numbers(found.read_bytes(), bits, count)
    encode = _floats(found.get("/Encode")) if "/Encode" in found else tuple(value for size in sizes for value in (0.0, size - 1.0))
    decode = _floats(found.get("/Decode")) if "/Decode" in found else bounds
    most = float(2**bits - 1)
    strides = [math.prod(sizes[:place]) for place in range(len(sizes))]

    def at(values: Values) -> Values:
        places = []
        for i, (value, size) in enumerate(zip(values, sizes)):
            place = _interpolated(value, domain[2 * i], domain[2 * i + 1], encode[2 * i], encode[2 * i + 1])
            places.append(min(max(place, 0.0), size - 1.0))
        totals = [0.0] * outputs
        for corner in combinations((0, 1), repeat=len(places)):
            weight, index = 1.0, 0
            for place, up, stride, size in zip(places, corner, strides, sizes):
                low = min(int(place), max(size - 2, 0))
                part = place - low
                weight *= part if up else 1 - part
                index += min(low + up, size - 1) * stride
            if weight:
                for output in range(outputs):
                    totals[output] += weight * samples[index * outputs + output]
        return tuple(_interpolated(total, 0.0, most, decode[2 * o], decode[2 * o + 1]) for o, total in enumerate(totals))

    return at


def _numbers(data: bytes, bits: int, count: int) -> list[int]:
    """Whole numbers of so many bits, the first at the highest bits."""
    if len(data) * 8 < count * bits:
        raise Unreadable("a sampled function that is cut off")
    if bits == 8:
        return list(data[:count])
    if bits % 8 == 0:
        size = bits // 8
        return [int.from_bytes(data[i * size : (i + 1) * size], "big") for i in range(count)]
    whole, total = int.from_bytes(data, "big"), len(data) * 8
    return [whole >> (total - (i + 1) * bits) & (1 << bits) - 1 for i in range(count)]


# ---------------------------------------------------------------- exponential, stitched


def _exponential(found: Object) -> Function:
    first = _floats(found.get("/C0")) if "/C0" in found else (0.0,)
    last = _floats(found.get("/C1")) if "/C1" in found else (1.0,)
    power = float(found.N)
    return lambda values: tuple(a + values[0] ** power * (b - a) if values[0] > 0 or power > 0 else a for a, b in zip(first, last))


def _stitched(found: Object, domain: Values, depth: int) -> Function:
    parts = [function(part, depth + 1) for part in found.Functions]
    limits, encode = _floats(found.Bounds), _floats(found.Encode)
    if not parts or len(limits) != len(parts) - 1 or len(encode) < 2 * len(parts):
        raise Unreadable("a stitched function whose pieces do not fit")
    edges = (domain[0], *limits, domain[1])

    def at(values: Values) -> Values:
        x = values[0]
        which = sum(x >= limit for limit in limits)
        return parts[which]((_interpolated(x, edges[which], edges[which + 1], encode[2 * which], encode[2 * which + 1]),))

    return at


# ---------------------------------------------------------------- calculator

Stack = list[float]


def _calculator(found: Object) -> Function:
    """7.10.5: a little PostScript without loops, so it always ends."""
    if not isinstance(found, Stream):
        raise Unreadable("a calculator function without a program")
    tokens = TOKEN.findall(found.read_bytes())
    if len(tokens) > MOST_TOKENS or tokens[:1] != [b"{"]:
        raise Unreadable("a calculator function that is no program")
    program, _ = _block(tokens, 1, 0)

    def at(values: Values) -> Values:
        stack = list(values)
        try:
            _run(program, stack)
        except (IndexError, ZeroDivisionError, ValueError, OverflowError, TypeError):
            raise Unreadable("a calculator function that fails") from None
        return tuple(float(value) for value in stack)

    return at


def _block(tokens: list[bytes], place: int, depth: int) -> tuple[list, int]:
    steps: list = []
    while place < len(tokens):
        token = tokens[place]
        place += 1
        if token == b"}":
            return steps, place
        if token == b"{":
            if depth > DEEPEST:
                break
            inner, place = _block(tokens, place, depth + 1)
            steps.append(inner)
        else:
            steps.append(_step(token))
    raise Unreadable("a calculator function that does not end")


def _step(token: bytes) -> float | str:
    try:
        return float(token)
    except ValueError:
        word = token.decode("latin-1")
        if word not in WORDS:
            raise Unreadable(f"a calculator function with ‘{word[:20]}’") from None
        return word


def _run(program: list, stack: Stack) -> None:
    for place, step in enumerate(program):
        if isinstance(step, float):
            stack.append(step)
        elif isinstance(step, str):
            if step in ("if", "ifelse"):
                _choose(step, program, place, stack)
            else:
                WORDS[step](stack)


def _choose(step: str, program: list, place: int, stack: Stack) -> None:
    then = stack.pop()
    if step == "if" and then:
        _run(program[place - 1], stack)
    elif step == "ifelse":
        _run(program[place - 2] if then else program[place - 1], stack)


def _one(made: Callable[[float], float]) -> Callable[[Stack], None]:
    return lambda stack: stack.append(made(stack.pop()))


def _two(made: Callable[[float, float], float]) -> Callable[[Stack], None]:
    def step(stack: Stack) -> None:
        second, first = stack.pop(), stack.pop()
        stack.append(made(first, second))

    return step


def _copy(stack: Stack) -> None:
    count = int(stack.pop())
    if count:
        if not 0 < count <= len(stack):
            raise IndexError
        stack += stack[-count:]


def _roll(stack: Stack) -> None:
    by, count = int(stack.pop()), int(stack.pop())
    if not 0 <= count <= len(stack):
        raise IndexError
    if count:
        top = stack[-count:]
        by %= count
        stack[-count:] = top[-by:] + top[:-by] if by else top


def _swap(stack: Stack) -> None:
    stack[-1], stack[-2] = stack[-2], stack[-1]


def _truth(value: float) -> float:
    return float(bool(value))


WORDS: dict[str, Callable[[Stack], None]] = {
    "abs": _one(abs), "neg": _one(lambda a: -a), "ceiling": _one(math.ceil), "floor": _one(math.floor), "round": _one(lambda a: math.floor(a + 0.5)),
    "truncate": _one(math.trunc), "cvi": _one(math.trunc), "cvr": _one(float), "sqrt": _one(math.sqrt), "ln": _one(math.log), "log": _one(math.log10),
    "sin": _one(lambda a: math.sin(math.radians(a))), "cos": _one(lambda a: math.cos(math.radians(a))), "not": _one(lambda a: _truth(not a)),
    "add": _two(lambda a, b: a + b), "sub": _two(lambda a, b: a - b), "mul": _two(lambda a, b: a * b), "div": _two(lambda a, b: a / b),
    "idiv": _two(lambda a, b: int(a / b)), "mod": _two(lambda a, b: math.fmod(a, b)), "exp": _two(lambda a, b: float(a**b)),
    "atan": _two(lambda a, b: math.degrees(math.atan2(a, b)) % 360), "eq": _two(lambda a, b: _truth(a == b)), "ne": _two(lambda a, b: _truth(a != b)),
    "gt": _two(lambda a, b: _truth(a > b)), "ge": _two(lambda a, b: _truth(a >= b)), "lt": _two(lambda a, b: _truth(a < b)), "le": _two(lambda a, b: _truth(a <= b)),
    "and": _two(lambda a, b: float(int(a) & int(b))), "or": _two(lambda a, b: float(int(a) | int(b))), "xor": _two(lambda a, b: float(int(a) ^ int(b))),
    "bitshift": _two(lambda a, b: float(int(a) << int(b) if b >= 0 else int(a) >> -int(b))),
    "pop": lambda stack: stack.__delitem__(-1), "exch": _swap, "dup": lambda stack: stack.append(stack[-1]), "copy": _copy,
    "index": lambda stack: stack.append(stack[-1 - int(stack.pop())]), "roll": _roll, "true": lambda stack: stack.append(1.0), "false": lambda stack: stack.append(0.0),
    "if": lambda stack: None, "ifelse": lambda stack: None,
}  # fmt: skip
