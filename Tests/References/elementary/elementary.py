"""Prints elementary.csv: function, bits of the argument(s), bits of the correctly rounded result (mpmath, 400 digits of
working precision where the argument is large)."""

import random
import struct

from mpmath import mp, mpf
import mpmath as m

mp.prec = 1400
random.seed(1)


def bits(x):
    return struct.unpack("<Q", struct.pack("<d", float(x)))[0]


def spread(low, high, count, signed=False):
    """Logarithmically spread sizes, both signs where asked for."""
    sizes = [2.0 ** random.uniform(float(m.log(low, 2)), float(m.log(high, 2))) for _ in range(count)]
    return [s * random.choice((-1, 1)) for s in sizes] if signed else sizes


def flat(low, high, count):
    return [random.uniform(low, high) for _ in range(count)]


UNARY = {
    "exp": (m.exp, flat(-744, 709, 80) + spread(1e-18, 1, 40, True)),
    "expm1": (m.expm1, flat(-40, 709, 80) + spread(1e-18, 2, 80, True)),
    "log": (m.log, spread(5e-324, 1.7e308, 80) + flat(0.4, 2.5, 80)),
    "log1p": (m.log1p, flat(-0.999, 3, 100) + spread(1e-18, 1, 60, True) + spread(1, 1e308, 40)),
    "log2": (lambda x: m.log(x, 2), spread(5e-324, 1.7e308, 60) + flat(0.4, 2.5, 60) + [8.0, 2.0**-1074]),
    "log10": (m.log10, spread(5e-324, 1.7e308, 60) + flat(0.4, 2.5, 60) + [1000.0, 1e22]),
    "cbrt": (lambda x: m.sign(x) * m.cbrt(abs(x)), spread(5e-324, 1.7e308, 60, True) + [27.0, 0.125]),
    "sin": (m.sin, flat(-10, 10, 80) + spread(1e-300, 1.7e308, 80, True) + [3.141592653589793, 1e22]),
    "cos": (m.cos, flat(-10, 10, 80) + spread(1e-300, 1.7e308, 80, True) + [1.5707963267948966, 1e22]),
    "tan": (m.tan, flat(-10, 10, 80) + spread(1e-10, 1e10, 60, True)),
    "asin": (m.asin, flat(-1, 1, 80) + spread(1e-18, 1, 40, True)),
    "acos": (m.acos, flat(-1, 1, 80) + [0.9999999999, -0.9999999999]),
    "atan": (m.atan, flat(-5, 5, 80) + spread(1e-18, 1e18, 60, True)),
    "sinh": (m.sinh, flat(-709, 709, 60) + spread(1e-10, 2, 60, True)),
    "cosh": (m.cosh, flat(-709, 709, 60) + spread(1e-10, 2, 60, True)),
    "tanh": (m.tanh, flat(-25, 25, 80) + spread(1e-18, 1, 80, True)),
    "asinh": (m.asinh, flat(-50, 50, 60) + spread(1e-18, 1e300, 60, True)),
    "acosh": (m.acosh, flat(1, 50, 60) + spread(1, 1e300, 60)),
    "atanh": (m.atanh, flat(-1, 1, 60) + spread(1e-18, 0.99, 60, True)),
    "sigmoid": (lambda x: 1 / (1 + m.exp(-x)), flat(-740, 40, 80) + flat(-5, 5, 60)),
    "erf": (m.erf, flat(-6, 6, 80) + spread(1e-18, 1, 40, True)),
    "erfc": (m.erfc, flat(-6, 26, 120) + spread(1e-18, 2, 40, True)),
}


def main():
    print("function,first,second,result")
    for name, (function, arguments) in UNARY.items():
        for x in arguments:
            value = mpf(x)
            print(f"{name},{bits(x):x},,{bits(function(value)):x}")
    pairs = [(0.1, 5.0), (10.0, -7.0), (2.0, 0.5), (0.25, 20.0), (1.0000001, 1e9), (0.3, -400.5), (2.0, -1074.0)]
    pairs += [(x, y) for x, y in zip(spread(1e-30, 1e30, 150), flat(-9, 9, 150))]
    pairs += [(x, float(y)) for x, y in zip(flat(-4, 4, 80), [random.randint(-30, 60) for _ in range(80)])]
    for x, y in pairs:
        print(f"pow,{bits(x):x},{bits(y):x},{bits(m.power(mpf(x), mpf(y))):x}")


if __name__ == "__main__":
    main()
