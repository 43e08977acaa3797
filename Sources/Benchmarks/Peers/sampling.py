"""Prints what NumPy takes for one draw, in nanoseconds: a name and a figure a line, the best of many fills of 100 000."""

import time

import numpy as np

COUNT = 100_000
CASES = {
    "random": lambda g: g.random(COUNT),
    "standard_normal": lambda g: g.standard_normal(COUNT),
    "standard_exponential": lambda g: g.standard_exponential(COUNT),
    "integers(0, 1000)": lambda g: g.integers(0, 1000, COUNT),
    "permutation": lambda g: g.permutation(COUNT),
    "gamma(0.1)": lambda g: g.standard_gamma(0.1, COUNT),
    "gamma(0.5)": lambda g: g.standard_gamma(0.5, COUNT),
    "gamma(2)": lambda g: g.standard_gamma(2, COUNT),
    "gamma(50)": lambda g: g.standard_gamma(50, COUNT),
    "beta(0.1, 0.2)": lambda g: g.beta(0.1, 0.2, COUNT),
    "beta(0.5, 0.5)": lambda g: g.beta(0.5, 0.5, COUNT),
    "beta(0.5, 2)": lambda g: g.beta(0.5, 2, COUNT),
    "beta(2, 3)": lambda g: g.beta(2, 3, COUNT),
    "standard_t(5)": lambda g: g.standard_t(5, COUNT),
    "poisson(0.5)": lambda g: g.poisson(0.5, COUNT),
    "poisson(3)": lambda g: g.poisson(3, COUNT),
    "poisson(10)": lambda g: g.poisson(10, COUNT),
    "poisson(1000)": lambda g: g.poisson(1000, COUNT),
    "binomial(10, 0.5)": lambda g: g.binomial(10, 0.5, COUNT),
    "binomial(100, 0.2)": lambda g: g.binomial(100, 0.2, COUNT),
    "binomial(100, 0.5)": lambda g: g.binomial(100, 0.5, COUNT),
    "binomial(100, 0.9)": lambda g: g.binomial(100, 0.9, COUNT),
    "binomial(10⁶, 0.3)": lambda g: g.binomial(10**6, 0.3, COUNT),
    "geometric(0.1)": lambda g: g.geometric(0.1, COUNT),
    "geometric(0.5)": lambda g: g.geometric(0.5, COUNT),
    "laplace": lambda g: g.laplace(0, 1, COUNT),
    "logistic": lambda g: g.logistic(0, 1, COUNT),
    "gumbel": lambda g: g.gumbel(0, 1, COUNT),
    "weibull(1.5)": lambda g: g.weibull(1.5, COUNT),
    "lognormal": lambda g: g.lognormal(0, 1, COUNT),
    "triangular": lambda g: g.triangular(0, 0.3, 1, COUNT),
}


def main():
    generator = np.random.default_rng(1)
    for name, draw in CASES.items():
        best = float("inf")
        for _ in range(40):
            start = time.perf_counter()
            draw(generator)
            best = min(best, time.perf_counter() - start)
        print(f"{name}\t{best / COUNT * 1e9:.2f}")


if __name__ == "__main__":
    main()
