"""Prints statistics.csv: function, bits of its arguments, bits of the results.

`kolmogorov` is the probability, by scipy.stats.kstwo, that n draws stray as far as d; the others are of the numbers given.
"""

import struct

import numpy as np
import scipy.stats as stats
from scipy.special import smirnov
from scipy.stats._ksstats import _kolmogn_DMTW


def bits(numbers):
    return " ".join(f"{struct.unpack('<Q', struct.pack('<d', float(x)))[0]:x}" for x in np.atleast_1d(numbers))


def row(function, arguments, results):
    print(function, bits(arguments), bits(results), sep=",")


def main():
    print("function,arguments,results")
    for n in (1, 2, 3, 5, 10, 37, 100, 140, 141, 500, 1000, 2000, 2001, 5000, 100_000):
        for z in (0.35, 0.5, 0.65, 0.8, 1.0, 1.2, 1.36, 1.5, 1.9, 2.3, 3.0, 4.5):
            d = z / np.sqrt(n)
            if d < 1:
                # Beyond 140 SciPy goes over to the asymptotic series; its matrix method and its one-sided law are exact.
                if not 140 < n <= 2000:
                    p = stats.kstwo.sf(d, n)
                else:
                    p = 2 * smirnov(n, d) if n * d * d > 4.5 else _kolmogn_DMTW(n, d, cdf=False)
                row("kolmogorov", [n, d], p)
    generator = np.random.default_rng(5)
    samples = [generator.normal(3, 2, 40), generator.exponential(1, 60) * 1e3, np.arange(10.0), np.array([1.0, 1.0, 7.0]),
               generator.integers(0, 6, 50).astype(float), 1e9 + generator.normal(0, 1, 30)]
    for v in samples:
        row("skewness", v, stats.skew(v))
        row("kurtosis", v, stats.kurtosis(v))
        row("standard_error", v, stats.sem(v))
        for bins in (1, 3, 10):
            counts, edges = np.histogram(v, bins)
            row(f"histogram {bins}", v, list(counts) + list(edges))
        result = stats.kstest(v, "norm", args=(3, 2), method="exact")
        row("ks_test", v, [result.statistic, result.pvalue])


if __name__ == "__main__":
    main()
