"""Writes fits.csv: the likeliest parameters of distributions for given numbers, and their standard errors.

SciPy's fit, made exact to 15 digits by Newton's method in mpmath's arithmetic; the standard errors are from the second
derivatives of the logarithm of the likelihood there (the observed information). Columns: distribution, numbers,
parameters, standard errors, logarithm of the likelihood. Run: python fits.py > fits.csv
"""

import mpmath as mp
import numpy as np
from scipy import stats

mp.mp.dps = 40
rng = np.random.default_rng(29)


def log_beta(a, b):
    return mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)


DENSITIES = {
    "normal": lambda x, m, s: -((x - m) / s) ** 2 / 2 - mp.log(s) - mp.log(2 * mp.pi) / 2,
    "logistic": lambda x, m, s: -(x - m) / s - mp.log(s) - 2 * mp.log(1 + mp.exp(-(x - m) / s)),
    "gumbel": lambda x, m, s: -(x - m) / s - mp.exp(-(x - m) / s) - mp.log(s),
    "cauchy": lambda x, m, s: -mp.log(mp.pi * s) - mp.log(1 + ((x - m) / s) ** 2),
    "student_t": lambda x, n: mp.loggamma((n + 1) / 2) - mp.loggamma(n / 2) - mp.log(n * mp.pi) / 2
    - (n + 1) / 2 * mp.log(1 + x * x / n),
    "exponential": lambda x, r: mp.log(r) - r * x,
    "gamma": lambda x, a, r: a * mp.log(r) - mp.loggamma(a) + (a - 1) * mp.log(x) - r * x,
    "chi_square": lambda x, n: (n / 2 - 1) * mp.log(x) - x / 2 - n / 2 * mp.log(2) - mp.loggamma(n / 2),
    "lognormal": lambda x, m, s: -((mp.log(x) - m) / s) ** 2 / 2 - mp.log(s * x) - mp.log(2 * mp.pi) / 2,
    "weibull": lambda x, k, s: mp.log(k / s) + (k - 1) * mp.log(x / s) - (x / s) ** k,
    "beta": lambda x, a, b: (a - 1) * mp.log(x) + (b - 1) * mp.log(1 - x) - log_beta(a, b),
    "poisson": lambda x, r: x * mp.log(r) - r - mp.loggamma(x + 1),
    "geometric": lambda x, p: (x - 1) * mp.log(1 - p) + mp.log(p),
    "bernoulli": lambda x, p: mp.log(p) if x == 1 else mp.log(1 - p),
}


def scipy_fit(name, x):
    if name == "normal":
        return stats.norm.fit(x)
    if name == "logistic":
        return stats.logistic.fit(x)
    if name == "gumbel":
        return stats.gumbel_r.fit(x)
    if name == "cauchy":
        return stats.cauchy.fit(x)
    if name == "student_t":
        return stats.t.fit(x, floc=0, fscale=1)[:1]
    if name == "exponential":
        return (1 / stats.expon.fit(x, floc=0)[1],)
    if name == "gamma":
        shape, _, scale = stats.gamma.fit(x, floc=0)
        return (shape, 1 / scale)
    if name == "chi_square":
        return stats.chi2.fit(x, floc=0, fscale=1)[:1]
    if name == "lognormal":
        sigma, _, scale = stats.lognorm.fit(x, floc=0)
        return (np.log(scale), sigma)
    if name == "weibull":
        shape, _, scale = stats.weibull_min.fit(x, floc=0)
        return (shape, scale)
    if name == "beta":
        return stats.beta.fit(x, floc=0, fscale=1)[:2]
    return (1 / np.mean(x),) if name == "geometric" else (np.mean(x),)


def exact(name, x):
    density = DENSITIES[name]
    x = [mp.mpf(float(number)) for number in x]
    logarithm = lambda *p: mp.fsum(density(number, *p) for number in x)
    place = [mp.mpf(float(number)) for number in scipy_fit(name, np.array([float(number) for number in x]))]
    start = list(place)
    n = len(place)
    orders = [tuple(int(j == i) for j in range(n)) for i in range(n)]
    for _ in range(4):
        slope = mp.matrix([mp.diff(logarithm, place, order) for order in orders])
        hessian = mp.matrix(n, n)
        for i in range(n):
            for j in range(n):
                hessian[i, j] = mp.diff(logarithm, place, tuple(orders[i][k] + orders[j][k] for k in range(n)))
        step = mp.lu_solve(hessian, slope)
        place = [a - b for a, b in zip(place, step)]
    for a, b in zip(start, place):
        assert abs(a - b) < 2e-3 * max(abs(b), 0.1), (name, start, place)
    covariance = (-hessian) ** -1
    return place, [mp.sqrt(covariance[i, i]) for i in range(n)], logarithm(*place)


SAMPLES = [
    ("normal", rng.normal(5, 2, 60)), ("normal", rng.normal(-1e6, 1e-2, 20)),
    ("logistic", rng.logistic(1, 2, 80)), ("logistic", rng.standard_t(2, 50)),
    ("gumbel", rng.gumbel(-3, 0.5, 80)), ("gumbel", rng.normal(0, 1, 40)),
    ("cauchy", rng.standard_cauchy(90) * 0.3 + 7), ("cauchy", rng.normal(0, 1, 50)),
    ("student_t", rng.standard_t(4, 120)), ("student_t", rng.standard_t(1.2, 80)),
    ("exponential", rng.exponential(4, 50)), ("exponential", rng.exponential(1e-8, 30)),
    ("gamma", rng.gamma(3, 0.5, 80)), ("gamma", rng.gamma(0.3, 100, 80)), ("gamma", rng.gamma(200, 1, 50)),
    ("chi_square", rng.chisquare(5, 60)), ("chi_square", rng.chisquare(0.7, 60)),
    ("lognormal", rng.lognormal(1, 0.7, 60)),
    ("weibull", 3 * rng.weibull(1.7, 80)), ("weibull", 1e5 * rng.weibull(0.5, 60)), ("weibull", rng.weibull(20, 60)),
    ("beta", rng.beta(2, 5, 80)), ("beta", rng.beta(0.4, 0.6, 60)), ("beta", rng.beta(90, 30, 50)),
    ("poisson", rng.poisson(3.5, 50)), ("geometric", rng.geometric(0.3, 50)), ("bernoulli", rng.binomial(1, 0.3, 40)),
]

text = lambda numbers: " ".join(repr(float(number)) for number in numbers)
print("distribution,numbers,parameters,standard errors,log-likelihood")
for name, numbers in SAMPLES:
    place, errors, value = exact(name, numbers)
    print(name, text(numbers), text(place), text(errors), repr(float(value)), sep=",")
for name, numbers in [("laplace", rng.laplace(2, 3, 51)), ("uniform", rng.uniform(-1, 4, 30))]:
    family = stats.laplace if name == "laplace" else stats.uniform
    first, second = family.fit(numbers)
    place = (first, second) if name == "laplace" else (first, first + second)
    # Of laplace the expected information, as its likelihood has a kink; uniform's has no smooth top.
    errors = [second / np.sqrt(len(numbers))] * 2 if name == "laplace" else [np.nan] * 2
    print(name, text(numbers), text(place), text(errors), repr(float(family.logpdf(numbers, first, second).sum())), sep=",")
