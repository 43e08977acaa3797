"""Distributions at the edges of the numbers, by mpmath with 80 digits (1200 where sums of tiny parameters want them).

Writes edges.csv: distribution, parameters, function, argument, result, all numbers as the bits of doubles. Densities next
to 0, powers of 1 - p, parameters near 0, and narrow windows far out.
"""

import random
import struct

from mpmath import mp, mpf

mp.dps = 80
random.seed(5)


def bits(x):
    return "%016x" % struct.unpack(">Q", struct.pack(">d", float(x)))[0]


rows = []


def row(name, parameters, function, x, value):
    rows.append([name, " ".join(bits(p) for p in parameters), function, bits(x), bits(value)])


def gamma_pdf(shape, rate, x):
    shape, rate, x = mpf(shape), mpf(rate), mpf(x)
    return mp.exp(shape * mp.log(rate) + (shape - 1) * mp.log(x) - rate * x - mp.loggamma(shape))


def beta_pdf(a, b, x):
    a, b, x = mpf(a), mpf(b), mpf(x)
    return mp.exp((a - 1) * mp.log(x) + (b - 1) * mp.log1p(-x) + mp.loggamma(a + b) - mp.loggamma(a) - mp.loggamma(b))


def weibull_pdf(k, s, x):
    k, s, x = mpf(k), mpf(s), mpf(x)
    return mp.exp(mp.log(k / s) + (k - 1) * mp.log(x / s) - (x / s) ** k)


tiny = [2.417346920390711e-301, 1e-300, 3e-307, 1e-250, 7e-200, 1e-100, 5e-320]
for x in tiny:
    for shape in [1.1025796405344996, 1.02, 1.5, 1.0001, 0.5, 0.02]:
        for rate in [4.136766599633834, 1, 1e-5, 3e20]:
            row("gamma", [shape, rate], "pdf", x, gamma_pdf(shape, rate, x))
        row("chi_square", [2 * shape], "pdf", x, gamma_pdf(shape, 0.5, x))
        for b in [0.3, 1.7, 40]:
            row("beta", [shape, b], "pdf", x, beta_pdf(shape, b, x))
        for scale in [1, 250, 1e20]:
            row("weibull", [shape, scale], "pdf", x, weibull_pdf(shape, scale, x))


def binomial(n, p, k):
    """P(X == k), P(X <= k) and P(X > k), the smaller tail summed."""
    n_, p_ = int(n), mpf(p)
    mass = lambda j: mp.exp(mp.loggamma(n_ + 1) - mp.loggamma(j + 1) - mp.loggamma(n_ - j + 1) + j * mp.log(p_) + (n_ - j) * mp.log1p(-p_))
    ratio = p_ / (1 - p_)
    centre, total = mass(k), mpf(0)
    if k < n_ * p_:
        term, j = centre, k
        while j >= 0 and term > total * mpf(10) ** -40:
            total += term
            term *= mpf(j) / (n_ - j + 1) / ratio
            j -= 1
        return centre, total, 1 - total
    term, j = centre, k
    while j < n_ and term > total * mpf(10) ** -40:
        term *= mpf(n_ - j) / (j + 1) * ratio
        j += 1
        total += term
    return centre, 1 - total, total


cases = [(797874214, 1.2321211485674025e-08, 0), (43584775, 0.9999981267029162, 43584719), (166444742, 0.1352364050392123, 22600019)]
for _ in range(60):
    n = int(10 ** random.uniform(3, 9))
    mean = 10 ** random.uniform(-1, 2)
    p = mean / n if random.random() < 0.4 else 1 - mean / n if random.random() < 0.5 else random.random()
    if not 0 < p < 1:
        continue
    spread = (n * p * (1 - p)) ** 0.5
    k = min(n, max(0, int(n * p + random.uniform(-4, 4) * spread)))
    cases.append((n, p, k))
for n, p, k in cases:
    pdf, cdf, sf = binomial(n, p, k)
    row("binomial", [n, p], "pdf", k, pdf)
    row("binomial", [n, p], "cdf", k, cdf)
    row("binomial", [n, p], "sf", k, sf)
for p in [1e-15, 1e-9, 1e-4, 0.3, 0.999]:
    for k in [1, 2, 17, 1e6, 1e9, 1e15]:
        q = mp.log1p(-mpf(p))
        row("geometric", [p], "pdf", k, p * mp.exp((mpf(k) - 1) * q))
        row("geometric", [p], "cdf", k, -mp.expm1(mpf(k) * q))
        row("geometric", [p], "sf", k, mp.exp(mpf(k) * q))

for a, b, x in [(1.5081312445842636, 6.526109576398641e-06, 0.8175052476612382)] + [
    (10 ** random.uniform(-1, 1.5), 10 ** random.uniform(-12, -1), random.choice([random.random(), 1 - 10 ** random.uniform(-9, -1)]))
    for _ in range(40)
]:
    # One less I loses digits that a power series keeps: I = x^a / (a B) F(a, 1 - b; a + 1; x).
    lower = mp.betainc(mpf(a), mpf(b), 0, mpf(x), regularized=True)
    upper = mp.betainc(mpf(b), mpf(a), 0, 1 - mpf(x), regularized=True)
    row("beta", [a, b], "cdf", x, lower)
    row("beta", [a, b], "sf", x, upper)
    row("beta", [b, a], "cdf", 1 - x if 1 - (1 - x) == x else 0.5, mp.betainc(mpf(b), mpf(a), 0, mpf(1 - x if 1 - (1 - x) == x else 0.5), regularized=True))
for df in [1e-6, 1e-3, 0.1]:
    for x in [1e-300, 1e-9, 0.5, 2, 1e5, 1e200]:
        n, t = mpf(df), mpf(x)
        density = mp.exp(mp.loggamma((n + 1) / 2) - mp.loggamma(n / 2) - mp.log(n * mp.pi) / 2 - (n + 1) / 2 * mp.log1p(t * t / n))
        row("student_t", [df], "pdf", x, density)

for centre, stddev, low, width in [(0, 1, 5, 1e-6), (0, 1, -30, 1e-6), (0, 1, 0.5, 1e-12), (3, 2, 37, 1e-3), (0, 1, 1e5, 1e-6), (0, 1, -1e6, 1e-7)]:
    high = low + width
    low_, high_ = mpf(low), mpf(high)
    # Relative to the height at the bound that lies nearest to 0, or nothing would be left.
    peak = low_ if low > 0 else high_ if high < 0 else mpf(0)
    height = lambda z: mp.exp((peak - z) * (z + peak) / 2)
    total = mp.quad(height, mp.linspace(low_, high_, 5))
    for part in [0, 0.25, 0.5, 0.75, 1]:
        z = float(low + part * (high - low))
        x = centre + stddev * z
        exact = (mpf(x) - centre) / stddev
        if not low_ <= exact <= high_:
            continue
        row("truncated_normal", [centre, stddev, low, high], "pdf", x, height(exact) / total / stddev)
        row("truncated_normal", [centre, stddev, low, high], "cdf", x, mp.quad(height, mp.linspace(low_, exact, 5)) / total)

with open("edges.csv", "w") as file:
    file.write("distribution,parameters,function,argument,result\n")
    for entry in rows:
        file.write(",".join(entry) + "\n")
print(len(rows), "rows")
