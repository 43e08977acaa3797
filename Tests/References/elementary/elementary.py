"""Prints elementary.csv: function, bits of the argument(s), bits of the nearest double to the exact result (mpmath), and
how far the exact result is from that double, in units of its last place. An argument multiplies the number of random
points."""

import random
import struct
import sys
from fractions import Fraction

import mpmath as m
from mpmath import mp, mpf

mp.prec = 1500
random.seed(1)
MORE = int(sys.argv[1]) if len(sys.argv) > 1 else 1
TINY, LEAST, GREATEST = 5e-324, 2.0**-1022, 1.7976931348623157e308
EDGES = [TINY, 3 * TINY, LEAST, LEAST - TINY, 1e-300, 2.0**-60, 2.0**-28, 2.0**-14, 0.5, 1 - 2.0**-53, 1.0, 1 + 2.0**-52]
# Doubles that come very near to a multiple of π/2.
STEEP = [6381956970095103 * 2.0**797, float.fromhex("0x1.6ac5b262ca1ffp849"), 11.0, 22.0, 355.0, 2.0**1023, 1e22, 1e300]
STEEP += [float(m.pi / 2 * k) for k in (1, 2, 3, 7, 1000, 10**9 + 7, 10**15 + 37, 3**60, 5**300)]


def bits(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def fraction(x):
    sign, significand, exponent, _ = x._mpf_
    value = Fraction(int(significand)) * Fraction(2) ** exponent
    return -value if sign else value


def rounded(x):
    """The nearest double, subnormal ones too, and the distance to it in units in its last place."""
    if m.isinf(x) or m.isnan(x):
        return float(x), 0.0
    if abs(x) < mpf(2) ** -1080:
        return 0.0, 0.0
    exact = fraction(x)
    try:
        value = float(exact)
    except OverflowError:
        return (float("inf") if x > 0 else float("-inf")), 0.0
    return value, float((exact - Fraction(value)) / Fraction(2) ** (max(exponent_of(value), -1022) - 52))


def exponent_of(value):
    return m.frexp(mpf(abs(value)))[1] - 1 if value else -1022


def spread(low, high, count, signed=True):
    """Logarithmically spread sizes, both signs unless told otherwise."""
    first, last = float(m.log(low, 2)), float(m.log(high, 2))
    sizes = [float(mpf(2) ** random.uniform(first, last)) for _ in range(count * MORE)]
    return [s * random.choice((-1, 1)) for s in sizes] if signed else sizes


def flat(low, high, count):
    return [random.uniform(low, high) for _ in range(count * MORE)]


def signed(values):
    return values + [-v for v in values]


def sigmoid(x):
    return 1 / (1 + m.exp(-x))


def cube_root(x):
    return m.sign(x) * m.cbrt(abs(x))


UNARY = {
    "exp": (m.exp, 320,
        flat(-745.2, 709.8, 120) + spread(1e-18, 1, 60) + flat(-1, 1, 30) + signed(EDGES)
        + [709.782712893384, -745.1332191019411, -708.4, -744.9]),
    "exp2": (lambda x: mpf(2) ** x, 320,
        flat(-1075, 1024, 100) + spread(1e-18, 1, 60) + [10.0, -1074.0, 1023.0, -1022.5] + signed(EDGES)),
    "expm1": (m.expm1, 1500, flat(-40, 709.7, 60) + flat(-2, 2, 80) + spread(1e-18, 2, 60) + signed(EDGES)),
    "log": (m.log, 320, spread(TINY, GREATEST, 80, False) + flat(0.4, 2.5, 100) + EDGES + [GREATEST, 10.0]),
    "log1p": (m.log1p, 1500,
        flat(-0.999, 3, 80) + spread(1e-18, 1, 60) + spread(1, 1e308, 40, False) + EDGES
        + [-e for e in EDGES[:-2]]),
    "log2": (lambda x: m.log(x, 2), 320, spread(TINY, GREATEST, 80, False) + flat(0.4, 2.5, 90) + EDGES + [8.0, 3.0]),
    "log10": (lambda x: m.log(x, 10), 320,
        spread(TINY, GREATEST, 80, False) + flat(0.4, 2.5, 90) + EDGES + [1000.0, 1e22, 1e-5]),
    "cbrt": (cube_root, 320, spread(TINY, GREATEST, 160) + signed(EDGES) + [27.0, 0.125, 1e9]),
    "sin": (m.sin, 2300, flat(-10, 10, 70) + spread(1e-300, GREATEST, 90) + signed(EDGES) + signed(STEEP)),
    "cos": (m.cos, 2300, flat(-10, 10, 70) + spread(1e-12, GREATEST, 90) + EDGES + signed(STEEP)),
    "tan": (m.tan, 2300, flat(-10, 10, 70) + spread(1e-10, GREATEST, 90) + signed(EDGES) + signed(STEEP)),
    "asin": (m.asin, 1500,
        flat(-1, 1, 120) + spread(1e-18, 1, 50) + [1 - e for e in spread(1e-16, 0.1, 20, False)]
        + signed(EDGES[:-1])),
    "acos": (m.acos, 1500,
        flat(-1, 1, 120) + spread(1e-18, 1, 50) + [1 - e for e in spread(1e-16, 0.1, 20, False)]
        + signed(EDGES[4:-1])),
    "atan": (m.atan, 1500, flat(-5, 5, 110) + spread(1e-18, 1e18, 80) + signed(EDGES) + [1e300]),
    "sinh": (m.sinh, 1500,
        flat(-710.5, 710.5, 60) + flat(-3, 3, 70) + spread(1e-10, 2, 50) + signed(EDGES) + [710.4758, 711.0]),
    "cosh": (m.cosh, 320,
        flat(-710.5, 710.5, 60) + flat(-3, 3, 90) + spread(1e-10, 2, 50) + EDGES[4:] + [710.4758, 711.0]),
    "tanh": (m.tanh, 1500,
        flat(-20, 20, 60) + flat(-2, 2, 80) + spread(1e-18, 1, 50) + signed(EDGES) + [19.06, 22.5, 400.0]),
    "asinh": (m.asinh, 1500, flat(-50, 50, 50) + flat(-2, 2, 60) + spread(1e-18, 1e300, 80) + signed(EDGES)),
    "acosh": (m.acosh, 320,
        flat(1, 50, 60) + [1 + e for e in spread(1e-15, 3, 80, False)] + spread(1, 1e300, 60, False) + [1.0, 1
        + 2.0**-52]),
    "atanh": (m.atanh, 1500, flat(-1, 1, 100) + spread(1e-18, 0.99, 80) + signed(EDGES[:-2])),
    "sigmoid": (sigmoid, 1500,
        flat(-745, 40, 80) + flat(-5, 5, 100) + signed(EDGES) + [-745.1, -708.0, -709.5, 37.0, 800.0]),
    "erf": (m.erf, 700, flat(-6, 6, 120) + spread(1e-18, 1, 60) + signed(EDGES)),
    "erfc": (m.erfc, 700, flat(-6, 27.3, 140) + flat(0, 7, 60) + spread(1e-18, 2, 30) + EDGES[4:] + [27.226, 26.5]),
    "erfcx": (lambda x: m.exp(x * x) * m.erfc(x), 700,
        flat(-26, 10, 60) + flat(-1, 7, 90) + spread(1, 1e8, 60, False) + EDGES[4:] + [1e100]),
    "logGamma": (lambda x: m.log(abs(m.gamma(x))), 600,
        flat(0, 10, 120) + spread(1e-100, 1e4, 60, False) + flat(10, 170, 40) + [1
        + e for e in spread(1e-15, 0.4, 20)] + [2 + e for e in spread(1e-15, 0.4, 20)] + EDGES + [3.0, 171.6]),
}


def row(name, x, y, value):
    nearest, distance = rounded(value)
    print(f"{name},{bits(x):x},{'' if y is None else format(bits(y), 'x')},{bits(nearest):x},{distance:.4g}")


def main():
    print("function,first,second,result,distance")
    for name, (function, precision, arguments) in UNARY.items():
        mp.prec = precision
        for x in arguments:
            row(name, x, None, function(mpf(x)))
    mp.prec = 320
    pairs = [(0.1, 5.0), (10.0, -7.0), (2.0, 0.5), (0.25, 20.0), (1.0000001, 1e9), (0.3, -400.5), (2.0, -1074.0)]
    pairs += list(zip(spread(1e-30, 1e30, 110, False), flat(-9, 9, 110)))
    pairs += [(x, float(y)) for x, y in zip(flat(-4, 4, 80), [random.randint(-30, 60) for _ in range(80 * MORE)])]
    # Results all over the range, from bases far off and near 1.
    for x in spread(TINY, GREATEST, 60, False) + [1 + e for e in spread(1e-15, 0.5, 60)]:
        pairs.append((x, random.uniform(-744, 709) / float(m.log(x)) if x != 1 else 2.0))
    for x, y in pairs:
        row("pow", x, y, m.power(mpf(x), mpf(y)))
    mp.prec = 2400
    points = list(zip(spread(1e-5, 1e5, 140), spread(1e-5, 1e5, 140)))
    points += list(zip(spread(TINY, GREATEST, 80), spread(TINY, GREATEST, 80)))
    for y, x in points:
        row("atan2", y, x, m.atan2(mpf(y), mpf(x)))


if __name__ == "__main__":
    main()
