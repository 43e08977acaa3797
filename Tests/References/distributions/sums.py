"""Prints sums.csv: the sum by name, function, bits of x, bits of the result.

All by mpmath: closed forms, quadrature, or a Fourier series of a law on a finite stretch.
"""

import struct

import mpmath as m
from mpmath import mp, mpf

mp.dps = 30


def bits(x):
    return f"{struct.unpack('<Q', struct.pack('<d', float(x)))[0]:x}"


def phi(z):
    return m.erfc(-z / m.sqrt(2)) / 2


def irwin_hall(n):
    def both(x):
        mp.dps = 40 + n
        signed = [(-1) ** k * m.binomial(n, k) for k in range(int(m.floor(x)) + 1)]
        pdf = sum(c * (x - k) ** (n - 1) for k, c in enumerate(signed)) / m.factorial(n - 1)
        cdf = sum(c * (x - k) ** n for k, c in enumerate(signed)) / m.factorial(n)
        mp.dps = 30
        return +pdf, +cdf

    return both


def uniform_exponential(x):
    """Uniform on [0, 1] and an exponential of rate 2."""
    survived = lambda y: (1 - m.exp(-2 * y)) / 2 if y > 0 else mpf(0)
    cdf = lambda y: y - survived(y) if y > 0 else mpf(0)
    return 2 * (survived(x) - survived(x - 1)), cdf(x) - cdf(x - 1)


def two_exponentials(x):
    """Rates 1 and 2."""
    return 2 * (m.exp(-x) - m.exp(-2 * x)), 1 - 2 * m.exp(-x) + m.exp(-2 * x)


def difference_of_exponentials(x):
    """Rate 1 less rate 3."""
    if x < 0:
        return mpf(3) / 4 * m.exp(3 * x), m.exp(3 * x) / 4
    return mpf(3) / 4 * m.exp(-x), 1 - mpf(3) / 4 * m.exp(-x)


def normal_uniform(stddev):
    def both(x):
        s = mpf(stddev)
        area = lambda z: z * phi(z) + m.npdf(z)
        return phi(x / s) - phi((x - 1) / s), s * (area(x / s) - area((x - 1) / s))

    return both


def inverted(characteristic, end):
    """By Gil-Pelaez's formula, for a characteristic function that is nothing beyond `end`."""
    def both(x):
        points = [end * k / 40 for k in range(41)]
        pdf = m.quad(lambda t: m.re(characteristic(t) * m.expj(-t * x)), points) / m.pi
        cdf = mpf(1) / 2 - m.quad(lambda t: m.im(characteristic(t) * m.expj(-t * x)) / t if t else 0, points) / m.pi
        return pdf, cdf

    return both


def betas(count, a, b):
    """A Fourier series over the support."""
    size = 2500
    values = [m.hyp1f1(a, a + b, 2j * m.pi * k / count) ** count for k in range(1, size)]

    def both(x):
        pdf, cdf = mpf(1), x
        for k, value in enumerate(values, 1):
            w = 2 * m.pi * k / count
            term = value * m.expj(-w * x)
            pdf += 2 * m.re(term)
            cdf += 2 * m.re((term - value) / (-1j * w))
        return pdf / count, cdf / count

    return both


def skellam(x):
    """Poisson numbers of rate 3 less those of rate 2."""
    mass = lambda k: m.exp(-5) * (mpf(3) / 2) ** (mpf(k) / 2) * m.besseli(abs(k), 2 * m.sqrt(6))
    return mass(int(x)), sum(mass(k) for k in range(-60, int(x) + 1))


def four_categorical(x):
    table = {0: mpf(1)}
    for _ in range(4):
        table = {s: sum(table.get(s - k, 0) * mpf(p) for k, p in enumerate((0.25, 0.5, 0.125, 0.125))) for s in range(13)}
    return table[int(x)], sum(table[s] for s in range(int(x) + 1))


def beta_half_uniform(x):
    """beta(½, ½) and a uniform on [0, 1]."""
    cdf = lambda y: mpf(0) if y <= 0 else mpf(1) if y >= 1 else 2 / m.pi * m.asin(m.sqrt(y))
    whole = lambda y: mpf(0) if y <= 0 else y - mpf(1) / 2 if y >= 1 else m.quad(cdf, [0, y])
    return cdf(x) - cdf(x - 1), whole(x) - whole(x - 1)


def cauchy_normal(x):
    """The Voigt profile."""
    characteristic = lambda t: m.exp(-t - t * t / 2)
    pdf = m.quad(lambda t: characteristic(t) * m.cos(t * x), [k for k in range(13)]) / m.pi
    cdf = mpf(1) / 2 + m.quad(lambda t: characteristic(t) * (m.sin(t * x) / t if t else x), [mpf(k) / 2 for k in range(25)]) / m.pi
    return pdf, cdf


def grid(low, high, count=25):
    return [float(low + (high - low) * mpf(k) / (count - 1)) for k in range(count)]


CASES = [
    ("3 uniform", irwin_hall(3), grid(0.05, 2.95)), ("5 uniform", irwin_hall(5), grid(0.1, 4.9)),
    ("12 uniform", irwin_hall(12), grid(0.5, 11.5)), ("250 uniform", irwin_hall(250), grid(100, 150)),
    ("uniform exponential", uniform_exponential, grid(0.02, 9)),
    ("exponential exponential", two_exponentials, grid(0.01, 20)),
    ("exponential - exponential", difference_of_exponentials, grid(-6, 15)),
    ("normal uniform", normal_uniform(1), grid(-5, 6)), ("narrow uniform", normal_uniform(2.0**-10), grid(-0.004, 1.004)),
    ("4 logistic", inverted(lambda t: (m.pi * t / m.sinh(m.pi * t)) ** 4 if t else mpf(1), 12), grid(-25, 25)),
    ("3 gumbel", inverted(lambda t: m.gamma(1 - 1j * t) ** 3, 20), grid(-4, 25)),
    ("5 beta", betas(5, 2, 3), grid(0.2, 4.5)), ("beta uniform", beta_half_uniform, grid(0.03, 1.97)),
    ("cauchy normal", cauchy_normal, grid(-12, 12)),
    ("poisson - poisson", skellam, [float(k) for k in range(-10, 16)]),
    ("4 categorical", four_categorical, [float(k) for k in range(13)] * 2),
]


def main():
    print("sum,function,x,result")
    for name, both, points in CASES:
        for x in points:
            for function, value in zip(("pdf", "cdf"), both(mpf(x))):
                print(name, function, bits(x), bits(value), sep=",")


if __name__ == "__main__":
    main()
