"""Prints distributions.csv: distribution, its parameters, function, bits of the argument, bits of the result.

The results are computed with mpmath, 60 digits, and compared with scipy.stats to 10^-9 where SciPy is finite, so that no
slip in a formula goes unseen.
"""

import struct

import numpy as np
from mpmath import mp, mpf
import mpmath as m
import scipy.stats as stats

mp.dps = 60


def bits(x):
    return f"{struct.unpack('<Q', struct.pack('<d', float(x)))[0]:x}"


class Normal:
    def __init__(self, mean, stddev):
        self.a, self.s, self.scipy = mpf(mean), mpf(stddev), stats.norm(mean, stddev)

    def pdf(self, x):
        return m.exp(-(((x - self.a) / self.s) ** 2) / 2) / self.s / m.sqrt(2 * m.pi)

    def cdf(self, x):
        return m.erfc(-(x - self.a) / self.s / m.sqrt(2)) / 2

    def sf(self, x):
        return m.erfc((x - self.a) / self.s / m.sqrt(2)) / 2

    def quantile(self, p):
        z = mpf(stats.norm.ppf(float(p)))
        for _ in range(8):
            z -= (m.erfc(-z / m.sqrt(2)) / 2 - p) / (m.exp(-z * z / 2) / m.sqrt(2 * m.pi))
        return self.a + self.s * z

    def points(self):
        return [float(self.a) + float(self.s) * z for z in [-38, -30, -20, -9, -5, -3, -2, -1.5, -1, -0.7, -0.5, -0.1,
                0, 0.01, 0.3, 0.6, 0.9, 1.2, 1.96, 2.5, 4, 6, 8.2, 12, 25, 37]]

    def moments(self):
        return self.a, self.s**2


class Uniform:
    def __init__(self, low, high):
        self.low, self.high, self.scipy = mpf(low), mpf(high), stats.uniform(low, high - low)

    def pdf(self, x):
        return 1 / (self.high - self.low) if self.low <= x <= self.high else mpf(0)

    def cdf(self, x):
        return min(mpf(1), max(mpf(0), (x - self.low) / (self.high - self.low)))

    def sf(self, x):
        return min(mpf(1), max(mpf(0), (self.high - x) / (self.high - self.low)))

    def quantile(self, p):
        return self.low + p * (self.high - self.low)

    def points(self):
        width = float(self.high - self.low)
        return [float(self.low) + width * t for t in np.linspace(-0.25, 1.25, 26)]

    def moments(self):
        return (self.low + self.high) / 2, (self.high - self.low) ** 2 / 12


class Truncated:
    def __init__(self, mean, stddev, low, high):
        self.a, self.s, self.low, self.high = mpf(mean), mpf(stddev), mpf(low), mpf(high)
        self.scipy = stats.truncnorm(low, high, mean, stddev)
        self.mass = self.between(self.low, self.high)

    @staticmethod
    def between(a, b):
        return (m.erfc(a / m.sqrt(2)) - m.erfc(b / m.sqrt(2))) / 2

    @staticmethod
    def phi(z):
        return m.exp(-z * z / 2) / m.sqrt(2 * m.pi)

    def pdf(self, x):
        z = (x - self.a) / self.s
        return self.phi(z) / self.s / self.mass if self.low <= z <= self.high else mpf(0)

    def cdf(self, x):
        z = min(self.high, max(self.low, (x - self.a) / self.s))
        return self.between(self.low, z) / self.mass

    def sf(self, x):
        z = min(self.high, max(self.low, (x - self.a) / self.s))
        return self.between(z, self.high) / self.mass

    def quantile(self, p):
        z = mpf(stats.truncnorm.ppf(float(p), float(self.low), float(self.high)))
        for _ in range(8):
            z -= (self.between(self.low, z) / self.mass - p) / (self.phi(z) / self.mass)
        return self.a + self.s * z

    def points(self):
        # Inside, not on the very edge, where rounding x may fall outside.
        return [float(self.a + self.s * (self.low + (self.high - self.low) * t))
                for t in np.linspace(0.001, 0.999, 26)]

    def moments(self):
        d = (self.phi(self.low) - self.phi(self.high)) / self.mass
        spread = (self.low * self.phi(self.low) - self.high * self.phi(self.high)) / self.mass
        return self.a + self.s * d, self.s**2 * (1 + spread - d * d)


class Constant:
    def __init__(self, value):
        self.value, self.scipy = mpf(value), None

    def pdf(self, x):
        return mpf(x == self.value)

    def cdf(self, x):
        return mpf(x >= self.value)

    def sf(self, x):
        return mpf(x < self.value)

    def quantile(self, p):
        return self.value

    def points(self):
        return [float(self.value) + t for t in np.linspace(-3, 3, 25)]

    def moments(self):
        return self.value, mpf(0)


CASES = [
    ("normal(0, 1)", Normal(0, 1)), ("normal(-3, 0.25)", Normal(-3, 0.25)),
    ("uniform(0, 1)", Uniform(0, 1)), ("uniform(-2, 6)", Uniform(-2, 6)),
    ("truncated_normal(0, 1, -2, 2)", Truncated(0, 1, -2, 2)),
    ("truncated_normal(1, 0.5, -1, 3)", Truncated(1, 0.5, -1, 3)),
    ("truncated_normal(0, 1, 5, 7)", Truncated(0, 1, 5, 7)),
    ("constant(2)", Constant(2)),
]
SHARES = [0.001, 0.01, 0.025, 0.1, 0.25, 0.3, 0.4, 0.5, 0.6, 0.75, 0.9, 0.975, 0.99, 0.999]
TAIL_SHARES = [1e-300, 1e-100, 1e-30, 1e-16, 1e-9, 1e-5]


def check(law, function, x, value):
    if law.scipy is None:
        return
    name = {"quantile": "ppf"}.get(function, function)
    other = float(getattr(law.scipy, name)(float(x)))
    if np.isfinite(other) and abs(other) > 1e-280:
        assert abs(other - value) <= 1e-9 * abs(value) + (1e-12 if function == "quantile" else 1e-300), (function, x, other, value)


def main():
    print("distribution;function;argument;result")
    for name, law in CASES:
        for function in ("pdf", "cdf", "sf"):
            for x in law.points():
                value = getattr(law, function)(mpf(x))
                check(law, function, x, value)
                print(name, function, bits(x), bits(value), sep=";")
        shares = SHARES + (TAIL_SHARES if isinstance(law, Normal) else [])
        for p in shares:
            value = law.quantile(mpf(p))
            check(law, "quantile", p, value)
            print(name, "quantile", bits(p), bits(value), sep=";")
        mean, variance = law.moments()
        print(name, "mean", "", bits(mean), sep=";")
        print(name, "var", "", bits(variance), sep=";")


if __name__ == "__main__":
    main()
