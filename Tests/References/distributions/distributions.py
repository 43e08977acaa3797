"""Prints distributions.csv: distribution, its parameters, function, bits of its arguments, bits of the result.

laws.py has the laws that are no relatives of the bell curve. Parameters and arguments are doubles and taken as exact. The results are computed with mpmath, 60 digits or more, and
compared with scipy.stats to 10^-9 where SciPy is finite and right, so that no slip in a formula goes unseen.
`mass` is the probability between two points.
"""

import contextlib
import io
import multiprocessing
import struct
import sys

import mpmath as m
import numpy as np
import scipy.stats as stats
from mpmath import inf, mp, mpf

import laws

mp.dps = 60

SHARES = [
    1e-300, 1e-200, 1e-100, 1e-50, 1e-30, 1e-20, 1e-16, 1e-12, 1e-9, 1e-5, 1e-3, 0.01, 0.025, 0.1, 0.25, 0.3, 0.4,
    0.499999999, 0.5, 0.5000000001, 0.6, 0.75, 0.9, 0.975, 0.99, 0.999, 1 - 1e-9, 1 - 2**-53,
]


def bits(x):
    return f"{struct.unpack('<Q', struct.pack('<d', float(x)))[0]:x}"


class Law:
    def cdf(self, x):
        return self.mass(-inf, x)

    def sf(self, x):
        return self.mass(x, inf)

    def quantile(self, p):
        """By bisection on the smaller of the two shares."""
        low, high = self.bracket()
        for _ in range(260):
            middle = (low + high) / 2
            below = self.cdf(middle) < p if p < 0.5 else self.sf(middle) > 1 - mpf(p)
            low, high = (middle, high) if below else (low, middle)
        return mpf(0) if abs(low) < 1e-40 else low

    def intervals(self):
        points = self.points()
        return list(zip(points, points[1:])) + list(zip(points, points[3:]))


class Normal(Law):
    def __init__(self, mean, stddev):
        self.a, self.s, self.scipy = mpf(mean), mpf(stddev), stats.norm(mean, stddev)

    def pdf(self, x):
        return m.npdf(x, self.a, self.s)

    def mass(self, x, y):
        return between((x - self.a) / self.s, (y - self.a) / self.s)

    def bracket(self):
        return self.a - 60 * self.s, self.a + 60 * self.s

    def points(self):
        places = [-38, -30, -20, -9, -5, -3, -2, -1.5, -1, -0.7, -0.5, -0.1, 0, 1e-9, 0.01, 0.3, 0.6, 0.9, 1.2, 1.96,
                  1.9600001, 2.5, 4, 6, 8.2, 12, 25, 37]
        return [float(self.a + self.s * mpf(z)) for z in places]

    def moments(self):
        return self.a, self.s**2


class Uniform(Law):
    def __init__(self, low, high):
        self.low, self.high, self.scipy = mpf(low), mpf(high), stats.uniform(low, high - low)

    def pdf(self, x):
        return 1 / (self.high - self.low) if self.low <= x <= self.high else mpf(0)

    def mass(self, x, y):
        return max(0, min(self.high, y) - max(self.low, x)) / (self.high - self.low)

    def quantile(self, p):
        return self.low + p * (self.high - self.low)

    def points(self):
        width = float(self.high - self.low)
        return [float(self.low) + width * float(t) for t in np.linspace(-0.25, 1.25, 26)]

    def moments(self):
        return (self.low + self.high) / 2, (self.high - self.low) ** 2 / 12


class Truncated(Law):
    def __init__(self, mean, stddev, low, high, trust_scipy=True):
        self.a, self.s, self.low, self.high = mpf(mean), mpf(stddev), mpf(low), mpf(high)
        self.scipy = stats.truncnorm(low, high, mean, stddev) if trust_scipy else None
        self.total = between(self.low, self.high)

    def z(self, x):
        return min(self.high, max(self.low, (x - self.a) / self.s))

    def pdf(self, x):
        inside = self.low <= (x - self.a) / self.s <= self.high
        return phi((x - self.a) / self.s) / self.s / self.total if inside else mpf(0)

    def mass(self, x, y):
        return between(self.z(x), self.z(y)) / self.total

    def window(self):
        """Where all but some 10^-18 of the law lies."""
        low, high = self.low, self.high
        reach = 40 / max(abs(low) if low > 0 else abs(high) if high < 0 else 5, 5)
        if m.isinf(low):
            low = min(high, 0) - reach
        if m.isinf(high):
            high = max(low, 0) + reach
        return low, high

    def bracket(self):
        low, high = self.window()
        return (self.a + self.s * (low - 60 if m.isinf(self.low) else low),
                self.a + self.s * (high + 60 if m.isinf(self.high) else high))

    def points(self):
        # Inside, not on the very edge, where rounding x may fall outside.
        low, high = self.window()
        return [float(self.a + self.s * (low + (high - low) * t)) for t in np.linspace(0.001, 0.999, 26)]

    def moments(self):
        mp.dps = 120
        edge = lambda z: mpf(0) if m.isinf(z) else z * phi(z)
        total = between(self.low, self.high)
        d = (phi(self.low) - phi(self.high)) / total
        spread = (edge(self.low) - edge(self.high)) / total
        moments = self.a + self.s * d, self.s**2 * (1 + spread - d * d)
        mp.dps = 60
        return moments


class Constant(Law):
    def __init__(self, value):
        self.value, self.scipy = mpf(value), None

    def pdf(self, x):
        return mpf(x == self.value)

    def mass(self, x, y):
        return mpf(x < self.value <= y)

    def quantile(self, p):
        return self.value

    def points(self):
        return [float(self.value) + float(t) for t in np.linspace(-3, 3, 25)]

    def moments(self):
        return self.value, mpf(0)


def phi(z):
    return m.exp(-z * z / 2) / m.sqrt(2 * m.pi)


def between(x, y):
    """The share of the standard normal distribution between two numbers, on the side where it does not cancel."""
    if x >= 0:
        return (m.erfc(x / m.sqrt(2)) - m.erfc(y / m.sqrt(2))) / 2
    return between(-y, -x) if y <= 0 else (m.erf(y / m.sqrt(2)) - m.erf(x / m.sqrt(2))) / 2


CASES = [
    ("normal", Normal, (0, 1)), ("normal", Normal, (-3, 0.25)), ("normal", Normal, (0, 0.0625)),
    ("uniform", Uniform, (0, 1)), ("uniform", Uniform, (-2, 6)), ("uniform", Uniform, (-0.05, 0.05)),
    ("truncated_normal", Truncated, (0, 1, -2, 2)), ("truncated_normal", Truncated, (1, 0.5, -1, 3)),
    ("truncated_normal", Truncated, (0, 1, 5, 7)), ("truncated_normal", Truncated, (0, 2, -9, -0.5)),
    ("truncated_normal", Truncated, (0, 1, 3, float("inf"))),
    ("truncated_normal", Truncated, (0, 1, float("-inf"), -8)),
    ("truncated_normal", Truncated, (0, 1, -0.5, float("inf"))),
    ("truncated_normal", Truncated, (0, 1, float("-inf"), float("inf"))),
    # SciPy loses digits or all of the window in these.
    ("truncated_normal", Truncated, (0, 1, 40, 50, False)), ("truncated_normal", Truncated, (0, 1, -60, -45, False)),
    ("truncated_normal", Truncated, (0, 1, 1000, float("inf"), False)),
    ("truncated_normal", Truncated, (0, 1, 1, 1 + 2.0**-30, False)),
    ("truncated_normal", Truncated, (0, 1, -(2.0**-33), 2.0**-32, False)),
    ("constant", Constant, (2,)),
]


def check(law, function, x, value):
    if law.scipy is None or (function == "quantile" and x > 1 - 1e-8):
        return
    other = float(getattr(law.scipy, {"quantile": "ppf"}.get(function, function))(float(x)))
    if np.isfinite(other) and abs(other) > 1e-280:
        slack = 1e-9 * float(law.scipy.std()) if function == "quantile" else 1e-16
        assert abs(other - value) <= 1e-9 * abs(value) + slack, (function, x, other, value)


def main():
    print("distribution,parameters,function,arguments,result")
    for name, make, parameters in CASES:
        law = make(*parameters)
        numbers = " ".join(bits(p) for p in parameters if p is not False)

        def row(function, arguments, value):
            print(name, numbers, function, " ".join(map(bits, arguments)), bits(value), sep=",")

        for function in ("pdf", "cdf", "sf"):
            for x in law.points():
                value = getattr(law, function)(mpf(x))
                check(law, function, x, value)
                row(function, [x], value)
        for x, y in law.intervals():
            row("mass", [x, y], law.mass(mpf(x), mpf(y)))
        for p in SHARES:
            value = law.quantile(mpf(p))
            check(law, "quantile", p, value)
            row("quantile", [p], value)
        mean, variance = law.moments()
        row("mean", [], mean)
        row("var", [], variance)
        if name != "constant":
            for function, value in zip(("skewness", "kurtosis", "entropy"), shape(law, mean, variance)):
                row(function, [], value)
    with multiprocessing.Pool() as pool:
        for text in pool.imap(law_text, range(len(laws.CASES))):
            print(text, end="")


def law_text(index):
    name, make, parameters = laws.CASES[index]
    with io.StringIO() as text, contextlib.redirect_stdout(text):
        print_law(name, make(*parameters), parameters)
        return text.getvalue()


def shape(law, mean, variance):
    """Skewness, kurtosis and entropy by quadrature over all but some 10^-40 of the law."""
    if isinstance(law, Uniform):
        ends = law.low, law.high
    else:
        low, high = law.window() if isinstance(law, Truncated) else (-inf, inf)
        if low < 5 and high > -5:
            low, high = max(-14, getattr(law, "low", -inf)), min(14, getattr(law, "high", inf))
        elif m.isinf(law.low) or m.isinf(law.high):
            low, high = (2 * low - high, high) if m.isinf(law.low) else (low, 2 * high - low)
        ends = law.a + law.s * mpf(low), law.a + law.s * mpf(high)
    cuts = [ends[0] + (ends[1] - ends[0]) * k / 16 for k in range(17)]
    # The very edge may be rounded outside.
    density = lambda x: law.pdf(min(max(x, ends[0]), ends[1]))
    total = m.quad(density, cuts)
    third, fourth = [m.quad(lambda x: (x - mean) ** n * density(x), cuts) / total for n in (3, 4)]
    entropy = -m.quad(lambda x: density(x) * m.log(density(x)) if density(x) else mpf(0), cuts) / total
    return third / variance ** mpf(1.5), fourth / variance**2 - 3, entropy


# SciPy's names where they differ.
NAMES = {"quantile": "ppf", "log_pdf": "logpdf"}


def print_law(name, law, parameters):
    numbers = " ".join(bits(p) for p in parameters)

    def row(function, arguments, value):
        print(name, numbers, function, " ".join(map(bits, arguments)), bits(value), sep=",")

    def compare(function, x, value):
        if law.scipy is None or (function in ("quantile", "pdf") and not 1e-200 < x < 1e200 and x > 0):
            return
        scipy_name = NAMES.get(function, function)
        if not hasattr(law.scipy.dist, "pdf"):
            scipy_name = {"pdf": "pmf", "logpdf": "logpmf"}.get(scipy_name, scipy_name)
        other = float(getattr(law.scipy, scipy_name)(float(x)))
        if np.isfinite(other) and abs(other) > 1e-250 and abs(float(value)) > 1e-250 and (function != "quantile" or 1e-12 < x < 1 - 1e-9):
            if abs(other - value) > 1e-7 * abs(value) + 1e-12:
                print(name, parameters, function, x, other, float(value), file=sys.stderr)

    for function in ("pdf", "log_pdf", "cdf", "sf"):
        for x in law.points():
            value = getattr(law, function)(mpf(x))
            compare(function, x, value)
            row(function, [x], value)
    for x, y in law.intervals():
        row("mass", [x, y], law.mass(mpf(x), mpf(y)))
    for p in SHARES:
        value = law.quantile(mpf(p))
        compare("quantile", p, value)
        row("quantile", [p], value)
    for p in SHARES[:12]:
        if isinstance(law, laws.Continuous) and not isinstance(law, laws.Triangular):
            row("upper", [p], law.upper(mpf(p)))
    moments = law.moments()
    if law.scipy is not None:
        for value, other in zip(moments, law.scipy.stats(moments="mvsk")):
            if m.isfinite(value) and abs(value - float(other)) > 1e-8 * abs(value) + 1e-12:
                print(name, parameters, "moment", float(value), other, file=sys.stderr)
        if abs(law.entropy() - float(law.scipy.entropy())) > 1e-6:
            print(name, parameters, "entropy", float(law.entropy()), law.scipy.entropy(), file=sys.stderr)
    for function, value in zip(("mean", "var", "skewness", "kurtosis"), moments):
        row(function, [], value)
    row("median", [], law.median())
    for function in ("mode", "entropy"):
        value = getattr(law, function)()
        if value is not None:
            row(function, [], value)


if __name__ == "__main__":
    main()
