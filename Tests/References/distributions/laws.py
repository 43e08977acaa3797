"""The laws beyond the bell curve and its relatives, as distributions.py prints them: all results by mpmath."""

import mpmath as m
import scipy.stats as stats
from mpmath import inf, mpf


class Continuous:
    """Shares come from `cdf` and `sf`, each right in its own tail; quantiles by root finding in a stretched coordinate."""

    positive = False
    low, high = -inf, inf

    def log_pdf(self, x):
        value = self.pdf(x)
        return m.log(value) if value else -inf

    def mass(self, x, y):
        return self.cdf(y) - self.cdf(x) if self.cdf(y) < mpf(1) / 2 else self.sf(x) - self.sf(y)

    def intervals(self):
        points = self.points()
        return list(zip(points, points[1:])) + list(zip(points, points[3:]))

    def points(self):
        """Some in the far tails, the others between."""
        shares = [1e-300, 1e-150, 1e-60, 1e-20, 1e-9, 1e-4]
        places = [self.quantile(mpf(p)) for p in shares + [0.01, 0.03, 0.06] + [k / 16 for k in range(2, 16)]]
        places += [self.upper(mpf(p)) for p in [0.06, 0.03, 0.01] + shares[::-1]]
        places = [float(x) for x in places]
        extra = [places[0] - abs(places[0]) / 8 - 1e-3, places[-1] + abs(places[-1]) / 8]
        # The density is infinite or has two values at some bounds.
        return sorted(set(places + extra) - {float(self.low), float(self.high)})

    def stretch(self, y):
        """From all numbers to the support, sparing no order of magnitude."""
        if self.high == inf and self.low == 0:
            return m.exp(y)
        if self.low == 0 and self.high == 1:
            return 1 / (1 + m.exp(-y))
        return self.centre() + self.width() * m.sinh(y)

    def solve(self, share, p):
        low, high = mpf(-1), mpf(1)
        below = lambda y: m.log(share(self.stretch(y)) or mpf(10) ** -100000) - m.log(p)
        sign = 1 if share == self.cdf else -1
        while sign * below(low) > 0:
            low *= 2
        while sign * below(high) < 0:
            high *= 2
        for _ in range(12):
            middle = (low + high) / 2
            low, high = (low, middle) if sign * below(middle) > 0 else (middle, high)
        return self.stretch(m.findroot(below, (low, high), solver="anderson", tol=mpf(10) ** -50, maxsteps=200, verify=False))

    def quantile(self, p):
        return self.solve(self.cdf, p) if p <= 0.5 else self.solve(self.sf, 1 - p)

    def upper(self, q):
        return self.solve(self.sf, q)

    def median(self):
        return self.quantile(mpf(1) / 2)

    def centre(self):
        return mpf(0)

    def width(self):
        return mpf(1)


class Gamma(Continuous):
    low = 0

    def __init__(self, shape, rate):
        self.a, self.rate, self.scipy = mpf(shape), mpf(rate), stats.gamma(float(shape), scale=float(1 / rate))

    def log_pdf(self, x):
        return self.a * m.log(self.rate) + (self.a - 1) * m.log(x) - self.rate * x - m.loggamma(self.a) if x > 0 else -inf

    def pdf(self, x):
        return m.exp(self.log_pdf(x)) if x > 0 else mpf(0)

    def cdf(self, x):
        return m.gammainc(self.a, 0, self.rate * x, regularized=True) if x > 0 else mpf(0)

    def sf(self, x):
        return m.gammainc(self.a, self.rate * x, inf, regularized=True) if x > 0 else mpf(1)

    def moments(self):
        return self.a / self.rate, self.a / self.rate**2, 2 / m.sqrt(self.a), 6 / self.a

    def entropy(self):
        return self.a - m.log(self.rate) + m.loggamma(self.a) + (1 - self.a) * m.digamma(self.a)

    def mode(self):
        return max(mpf(0), (self.a - 1) / self.rate)


class Exponential(Gamma):
    def __init__(self, rate):
        super().__init__(1, rate)


class ChiSquare(Gamma):
    def __init__(self, df):
        super().__init__(mpf(df) / 2, mpf(1) / 2)
        self.scipy = stats.chi2(df)


class Beta(Continuous):
    low, high = 0, 1

    def __init__(self, a, b):
        self.a, self.b, self.scipy = mpf(a), mpf(b), stats.beta(a, b)

    def log_pdf(self, x):
        if not 0 < x < 1:
            return -inf
        return (self.a - 1) * m.log(x) + (self.b - 1) * m.log(1 - x) - m.log(m.beta(self.a, self.b))

    def pdf(self, x):
        return m.exp(self.log_pdf(x)) if 0 < x < 1 else mpf(0)

    def cdf(self, x):
        return share(self.a, self.b, x, 1 - x)

    def sf(self, x):
        return share(self.b, self.a, 1 - x, x)

    def moments(self):
        a, b, n = self.a, self.b, self.a + self.b
        skewness = 2 * (b - a) * m.sqrt(n + 1) / ((n + 2) * m.sqrt(a * b))
        kurtosis = 6 * ((a - b) ** 2 * (n + 1) - a * b * (n + 2)) / (a * b * (n + 2) * (n + 3))
        return a / n, a * b / n**2 / (n + 1), skewness, kurtosis

    def entropy(self):
        a, b, n = self.a, self.b, self.a + self.b
        psi = m.digamma
        return m.log(m.beta(a, b)) - (a - 1) * psi(a) - (b - 1) * psi(b) + (n - 2) * psi(n)

    def mode(self):
        a, b = self.a, self.b
        return (a - 1) / (a + b - 2) if a > 1 and b > 1 else mpf(1) if a >= 1 > b else mpf(0)


class StudentT(Continuous):
    def __init__(self, df):
        self.n, self.scipy = mpf(df), stats.t(df)

    def log_pdf(self, x):
        n = self.n
        peak = m.loggamma((n + 1) / 2) - m.loggamma(n / 2) - m.log(m.pi * n) / 2
        return peak - (n + 1) / 2 * m.log1p(x * x / n)

    def pdf(self, x):
        return m.exp(self.log_pdf(x))

    def tail(self, t):
        n = self.n
        return share(n / 2, mpf(1) / 2, n / (n + t * t), t * t / (n + t * t)) / 2

    def cdf(self, x):
        return self.tail(-x) if x < 0 else 1 - self.tail(x)

    def sf(self, x):
        return self.cdf(-x)

    def moments(self):
        n, nan = self.n, mpf("nan")
        return (mpf(0) if n > 1 else nan, n / (n - 2) if n > 2 else inf if n > 1 else nan, mpf(0) if n > 3 else nan,
                6 / (n - 4) if n > 4 else inf if n > 2 else nan)

    def entropy(self):
        n = self.n
        return (n + 1) / 2 * (m.digamma((n + 1) / 2) - m.digamma(n / 2)) + m.log(m.sqrt(n) * m.beta(n / 2, mpf(1) / 2))

    def mode(self):
        return mpf(0)


class Placed(Continuous):
    """With a location and a scale."""

    def __init__(self, location, scale):
        self.a, self.s, self.scipy = mpf(location), mpf(scale), self.family(location, scale)

    def centre(self):
        return self.a

    def width(self):
        return self.s

    def z(self, x):
        return (x - self.a) / self.s

    def pdf(self, x):
        return m.exp(self.log_pdf(x))

    def mode(self):
        return self.a


class Cauchy(Placed):
    family = stats.cauchy

    def log_pdf(self, x):
        return -m.log(m.pi * self.s * (1 + self.z(x) ** 2))

    def cdf(self, x):
        return m.atan2(1, -self.z(x)) / m.pi

    def sf(self, x):
        return m.atan2(1, self.z(x)) / m.pi

    def moments(self):
        return (mpf("nan"),) * 4

    def entropy(self):
        return m.log(4 * m.pi * self.s)


class Laplace(Placed):
    family = stats.laplace

    def log_pdf(self, x):
        return -abs(self.z(x)) - m.log(2 * self.s)

    def cdf(self, x):
        return m.exp(self.z(x)) / 2 if x < self.a else 1 - m.exp(-self.z(x)) / 2

    def sf(self, x):
        return self.cdf(2 * self.a - x)

    def moments(self):
        return self.a, 2 * self.s**2, mpf(0), mpf(3)

    def entropy(self):
        return 1 + m.log(2 * self.s)


class Logistic(Placed):
    family = stats.logistic

    def log_pdf(self, x):
        return -self.z(x) - 2 * m.log1p(m.exp(-self.z(x))) - m.log(self.s)

    def cdf(self, x):
        return 1 / (1 + m.exp(-self.z(x)))

    def sf(self, x):
        return 1 / (1 + m.exp(self.z(x)))

    def moments(self):
        return self.a, m.pi**2 / 3 * self.s**2, mpf(0), mpf(6) / 5

    def entropy(self):
        return 2 + m.log(self.s)


class Gumbel(Placed):
    family = stats.gumbel_r

    def log_pdf(self, x):
        return -self.z(x) - m.exp(-self.z(x)) - m.log(self.s)

    def cdf(self, x):
        return m.exp(-m.exp(-self.z(x)))

    def sf(self, x):
        return -m.expm1(-m.exp(-self.z(x)))

    def moments(self):
        skewness = 12 * m.sqrt(6) * m.zeta(3) / m.pi**3
        return self.a + m.euler * self.s, m.pi**2 / 6 * self.s**2, skewness, mpf(12) / 5

    def entropy(self):
        return m.log(self.s) + m.euler + 1


class Weibull(Continuous):
    low = 0

    def __init__(self, shape, scale):
        self.c, self.s, self.scipy = mpf(shape), mpf(scale), stats.weibull_min(shape, scale=scale)

    def log_pdf(self, x):
        z = x / self.s
        return m.log(self.c / self.s) + (self.c - 1) * m.log(z) - z**self.c if x > 0 else -inf

    def pdf(self, x):
        return m.exp(self.log_pdf(x)) if x > 0 else mpf(0)

    def cdf(self, x):
        return -m.expm1(-((x / self.s) ** self.c)) if x > 0 else mpf(0)

    def sf(self, x):
        return m.exp(-((x / self.s) ** self.c)) if x > 0 else mpf(1)

    def moments(self):
        g = [m.gamma(1 + k / self.c) for k in range(5)]
        variance = g[2] - g[1] ** 2
        third = g[3] - 3 * g[1] * g[2] + 2 * g[1] ** 3
        fourth = g[4] - 4 * g[1] * g[3] + 6 * g[1] ** 2 * g[2] - 3 * g[1] ** 4
        return self.s * g[1], self.s**2 * variance, third / variance ** mpf(1.5), fourth / variance**2 - 3

    def entropy(self):
        return m.euler * (1 - 1 / self.c) + m.log(self.s / self.c) + 1

    def mode(self):
        return self.s * ((self.c - 1) / self.c) ** (1 / self.c) if self.c > 1 else mpf(0)


class Lognormal(Continuous):
    low = 0

    def __init__(self, mean, stddev):
        self.a, self.s, self.scipy = mpf(mean), mpf(stddev), stats.lognorm(stddev, scale=float(m.exp(mean)))

    def z(self, x):
        return (m.log(x) - self.a) / self.s

    def log_pdf(self, x):
        return -self.z(x) ** 2 / 2 - m.log(2 * m.pi) / 2 - m.log(self.s * x) if x > 0 else -inf

    def pdf(self, x):
        return m.exp(self.log_pdf(x)) if x > 0 else mpf(0)

    def cdf(self, x):
        return m.erfc(-self.z(x) / m.sqrt(2)) / 2 if x > 0 else mpf(0)

    def sf(self, x):
        return m.erfc(self.z(x) / m.sqrt(2)) / 2 if x > 0 else mpf(1)

    def moments(self):
        w = m.exp(self.s**2)
        return (m.exp(self.a + self.s**2 / 2), (w - 1) * w * m.exp(2 * self.a), (w + 2) * m.sqrt(w - 1),
                w**4 + 2 * w**3 + 3 * w**2 - 6)

    def entropy(self):
        return self.a + m.log(2 * m.pi * m.e * self.s**2) / 2

    def mode(self):
        return m.exp(self.a - self.s**2)


class Triangular(Continuous):
    def __init__(self, left, mode, right):
        self.l, self.c, self.r = mpf(left), mpf(mode), mpf(right)
        self.scipy = stats.triang((mode - left) / (right - left), left, right - left)

    def pdf(self, x):
        if not self.l <= x <= self.r:
            return mpf(0)
        if x == self.c:
            return 2 / (self.r - self.l)
        return 2 / (self.r - self.l) * ((x - self.l) / (self.c - self.l) if x < self.c else (self.r - x) / (self.r - self.c))

    def cdf(self, x):
        if x <= self.l:
            return mpf(0)
        return (x - self.l) ** 2 / (self.r - self.l) / (self.c - self.l) if x < self.c else 1 - self.sf(x)

    def sf(self, x):
        if x >= self.r:
            return mpf(0)
        return (self.r - x) ** 2 / (self.r - self.l) / (self.r - self.c) if x > self.c else 1 - self.cdf(x) if x != self.c else (self.r - self.c) / (self.r - self.l)

    def points(self):
        return [float(self.l + (self.r - self.l) * mpf(k) / 24) for k in range(-2, 27)]

    def quantile(self, p):
        width = self.r - self.l
        if p * width <= self.c - self.l:
            return self.l + m.sqrt(p * width * (self.c - self.l))
        return self.r - m.sqrt((1 - p) * width * (self.r - self.c))

    def moments(self):
        l, c, r = self.l, self.c, self.r
        spread = l * l + c * c + r * r - l * c - l * r - c * r
        skewness = m.sqrt(2) * (l + r - 2 * c) * (2 * l - r - c) * (l - 2 * r + c) / (5 * spread ** mpf(1.5))
        return (l + c + r) / 3, spread / 18, skewness, -mpf(3) / 5

    def entropy(self):
        return mpf(1) / 2 + m.log((self.r - self.l) / 2)

    def mode(self):
        return self.c


class Mixture(Continuous):
    """Of normals: p, mean, stddev, p, mean, stddev …"""

    def __init__(self, *numbers):
        self.parts = [tuple(map(mpf, numbers[k : k + 3])) for k in range(0, len(numbers), 3)]
        self.scipy = None

    def average(self, function):
        return sum(p * function(a, s) for p, a, s in self.parts)

    def pdf(self, x):
        return self.average(lambda a, s: m.npdf(x, a, s))

    def cdf(self, x):
        return self.average(lambda a, s: m.erfc((a - x) / s / m.sqrt(2)) / 2)

    def sf(self, x):
        return self.average(lambda a, s: m.erfc((x - a) / s / m.sqrt(2)) / 2)

    def moments(self):
        raw = lambda a, s: [1, a, a**2 + s**2, a**3 + 3 * a * s**2, a**4 + 6 * a**2 * s**2 + 3 * s**4]
        e = [self.average(lambda a, s: raw(a, s)[k]) for k in range(5)]
        variance = e[2] - e[1] ** 2
        third = e[3] - 3 * e[1] * e[2] + 2 * e[1] ** 3
        fourth = e[4] - 4 * e[1] * e[3] + 6 * e[1] ** 2 * e[2] - 3 * e[1] ** 4
        return e[1], variance, third / variance ** mpf(1.5), fourth / variance**2 - 3

    entropy = mode = lambda self: None


class Discrete:
    """Masses of whole numbers, summed from the nearer end."""

    def pdf(self, x):
        return self.weight(int(x)) if x == int(x) and self.first <= x <= self.last else mpf(0)

    def log_pdf(self, x):
        value = self.pdf(x)
        return m.log(value) if value else -inf

    def mass(self, x, y):
        return sum((self.pdf(k) for k in range(int(m.floor(x)) + 1, int(m.floor(y)) + 1)), mpf(0))

    def cdf(self, x):
        return mpf(0) if x < self.first else sum(self.weight(k) for k in range(self.first, min(self.last, int(m.floor(x))) + 1))

    def sf(self, x):
        return mpf(1) if x < self.first else self.tail(int(m.floor(x)))

    def tail(self, k):
        return sum((self.weight(j) for j in range(k + 1, self.last + 1)), mpf(0))

    def quantile(self, p):
        k, total = self.first, self.weight(self.first)
        while k < self.last and (total < p if p <= 0.5 else self.rest(total) > 1 - p):
            k += 1
            total += self.weight(k)
        return mpf(k)

    def rest(self, total):
        return 1 - total

    def points(self):
        reach = [self.quantile(mpf(p)) for p in (1e-30, 1e-12, 0.001, 0.1, 0.5, 0.9, 0.999, 1 - 2**-53)]
        places = {float(k) for k in reach} | {float(self.first - 1), float(self.first), float(self.first) + 0.5}
        low, high = int(reach[0]), int(reach[-1])
        step = max(1, (high - low) // 24)
        places |= {float(k) for k in range(low, high + 3 * step, step)} | {float(high + 2 * k) + 0.25 for k in range(26)}
        return sorted(places)

    def intervals(self):
        points = self.points()
        return list(zip(points, points[1:])) + list(zip(points, points[3:]))

    def median(self):
        return self.quantile(mpf(1) / 2)

    def weights(self):
        last = self.last if self.last < 10**6 else int(self.quantile(1 - mpf(10) ** -45))
        return [(k, self.weight(k)) for k in range(self.first, last + 1)]

    def moments(self):
        weights = self.weights()
        mean = sum(k * w for k, w in weights)
        second, third, fourth = [sum((k - mean) ** n * w for k, w in weights) for n in (2, 3, 4)]
        return mean, second, third / second ** mpf(1.5), fourth / second**2 - 3

    def entropy(self):
        return -sum(w * m.log(w) for _, w in self.weights() if w)

    def mode(self):
        weights = self.weights()
        most = max(w for _, w in weights)
        return mpf(next(k for k, w in weights if w > most * (1 - mpf(10) ** -40)))


class Binomial(Discrete):
    first = 0

    def __init__(self, n, p):
        self.last, self.p, self.scipy = int(n), mpf(p), stats.binom(int(n), p)
        self.table = [m.binomial(self.last, k) * self.p**k * (1 - self.p) ** (self.last - k) for k in range(self.last + 1)]

    def weight(self, k):
        return self.table[k]


class Bernoulli(Binomial):
    def __init__(self, p):
        super().__init__(1, p)


class Poisson(Discrete):
    first, last = 0, 10**9

    def __init__(self, rate):
        self.rate, self.scipy, self.table = mpf(rate), stats.poisson(rate), {}

    def weight(self, k):
        if k not in self.table:
            self.table[k] = m.exp(k * m.log(self.rate) - self.rate - m.loggamma(k + 1))
        return self.table[k]

    def tail(self, k):
        return m.gammainc(k + 1, 0, self.rate, regularized=True)


class Geometric(Discrete):
    first, last = 1, 10**9

    def __init__(self, p):
        self.p, self.scipy = mpf(p), stats.geom(p)

    def weight(self, k):
        return (1 - self.p) ** (k - 1) * self.p

    def tail(self, k):
        return (1 - self.p) ** k

    def moments(self):
        p, q = self.p, 1 - self.p
        return 1 / p, q / p**2, (2 - p) / m.sqrt(q), 6 + p**2 / q

    def entropy(self):
        p, q = self.p, 1 - self.p
        return -(q * m.log(q) + p * m.log(p)) / p

    def mode(self):
        return mpf(1)


class Categorical(Discrete):
    first = 0

    def __init__(self, *p):
        self.p, self.last, self.scipy = [mpf(x) for x in p], len(p) - 1, None

    def weight(self, k):
        return self.p[k]


def share(a, b, x, y):
    """The regularized incomplete beta function, by the series that converges fast for x, all of whose terms are positive."""
    if x <= 0 or y <= 0:
        return mpf(x > 0)
    if x > mpf(a + 1) / (a + b + 2):
        return 1 - share(b, a, y, x)
    front = m.exp(a * m.log(x) + b * m.log(y) - m.loggamma(a) - m.loggamma(b) + m.loggamma(a + b)) / a
    term, total, n = mpf(1), mpf(1), 0
    while abs(term) > total * mpf(10) ** -(m.mp.dps + 5):
        term *= (a + b + n) / (a + 1 + n) * x
        total += term
        n += 1
    return front * total


CASES = [
    ("bernoulli", Bernoulli, (0.3,)), ("bernoulli", Bernoulli, (1e-9,)),
    ("binomial", Binomial, (10, 0.5)), ("binomial", Binomial, (40, 0.02)), ("binomial", Binomial, (1000, 0.37)),
    ("poisson", Poisson, (0.25,)), ("poisson", Poisson, (7.5,)), ("poisson", Poisson, (900,)),
    ("geometric", Geometric, (0.25,)), ("geometric", Geometric, (0.9,)),
    ("exponential", Exponential, (1,)), ("exponential", Exponential, (0.125,)),
    ("gamma", Gamma, (0.05, 1)), ("gamma", Gamma, (0.5, 3)), ("gamma", Gamma, (2.5, 1)), ("gamma", Gamma, (40, 0.25)),
    ("gamma", Gamma, (1200, 2)),
    ("beta", Beta, (0.5, 0.5)), ("beta", Beta, (2, 6)), ("beta", Beta, (1, 3)), ("beta", Beta, (30, 0.25)),
    ("beta", Beta, (400, 150)),
    ("lognormal", Lognormal, (0, 1)), ("lognormal", Lognormal, (1, 0.25)),
    ("laplace", Laplace, (0, 1)), ("laplace", Laplace, (-2, 0.5)),
    ("logistic", Logistic, (0, 1)), ("logistic", Logistic, (3, 0.25)),
    ("gumbel", Gumbel, (0, 1)), ("gumbel", Gumbel, (-1, 2)),
    ("cauchy", Cauchy, (0, 1)), ("cauchy", Cauchy, (2, 0.5)),
    ("student_t", StudentT, (1,)), ("student_t", StudentT, (2.5,)), ("student_t", StudentT, (5,)),
    ("student_t", StudentT, (60,)), ("student_t", StudentT, (300,)),
    ("chi_square", ChiSquare, (1,)), ("chi_square", ChiSquare, (9,)),
    ("weibull", Weibull, (0.5, 1)), ("weibull", Weibull, (1, 2)), ("weibull", Weibull, (3.5, 2)),
    ("weibull", Weibull, (40, 1)),
    ("triangular", Triangular, (-1, 0, 1)), ("triangular", Triangular, (0, 1, 4)), ("triangular", Triangular, (2, 2, 3)),
    ("categorical", Categorical, (0.125, 0.5, 0.25, 0.125)), ("categorical", Categorical, (0, 0.75, 0.25)),
    ("mixture", Mixture, (0.5, -1, 1, 0.5, 3, 0.5)), ("mixture", Mixture, (0.25, 0, 0.125, 0.75, 0.5, 4)),
]
